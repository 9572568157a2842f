"""The console's content in three columns, which merge when there is little room."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from facilitator.domain.agenda.agenda import Standing
from facilitator.domain.contribution import GatheringState
from facilitator.domain.ids import StepId
from facilitator.domain.plan.step import Trait
from facilitator.live.kinds import PanelIs
from facilitator.live.views.desk_view import AgendaView, DeskView, NextIs
from facilitator.ui.console.agenda.add_step import AddStepForm
from facilitator.ui.console.agenda.panel import FOLDED as FOLDED_WIDE
from facilitator.ui.console.agenda.panel import AgendaPanel
from facilitator.ui.console.agreement.beside import AgreementCard, HarmCard
from facilitator.ui.console.agreement.panel import AgreementPanel
from facilitator.ui.console.board.bring_up import BringUp
from facilitator.ui.console.board.off import BoardOffCard
from facilitator.ui.console.board.pictures import BoardsPanel
from facilitator.ui.console.commands.table import Act
from facilitator.ui.console.contacts_panel import ContactsPanel
from facilitator.ui.console.gathering.panel import GatheringPanel
from facilitator.ui.console.header import HeaderPanel
from facilitator.ui.console.middle import LOW, NARROW, TINY, MiddleColumn, Tab
from facilitator.ui.console.record.panel import RecordPanel
from facilitator.ui.console.time.finish import FinishPanel
from facilitator.ui.scene.scene import RoomScene
from facilitator.ui.widgets.scrolling import Scroll
from facilitator.ui.widgets.theme import Palette

FOLDED, WIDE, WIDEST = 1160, 1400, 1600  # pixels of the window, at 100 %: steps are fewer or more
TALL = 860  # also, of its height: the agreement's lines are beside the board
UNLIMITED = 16777215  # pixels, as Qt has it

TABS = {
    PanelIs.NOW: Tab.NOW,
    PanelIs.LINES: Tab.LINES,
    PanelIs.RECORD: Tab.RECORD,
    PanelIs.AGREEMENT: Tab.AGREEMENT,
}
ACTS = {
    Tab.NOW: Act.TAB_NOW,
    Tab.LINES: Act.TAB_LINES,
    Tab.RECORD: Act.TAB_RECORD,
    Tab.AGREEMENT: Act.TAB_AGREEMENT,
}


def _own_act_waits(desk: DeskView) -> bool:
    """Return whether an own act comes before Next: a check, writing, or opening the lines."""
    check = desk.agreement.check
    if check is not None and not check.closed:
        return True
    if desk.own is not None and desk.own.leads:
        return True
    if desk.gathering is None or desk.gathering.state is GatheringState.OPENED:
        return False
    return desk.now.panel is PanelIs.LINES


def _ahead(agenda: AgendaView) -> tuple[str, ...]:
    """Return the titles of the steps to come, without buffer time."""
    return tuple(
        row.title
        for row in agenda.rows[agenda.place + 1 :]
        if row.standing is Standing.WAITING and not row.kind.has(Trait.BUFFER)
    )


class ConsoleColumns(QWidget):
    """Passes each panel its part of the desk view, if it has changed."""

    def __init__(self, scene: RoomScene, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "true")
        self.header, self.agenda, self.middle = HeaderPanel(), AgendaPanel(), MiddleColumn()
        self.boards, self.agreement, self.harm = BoardsPanel(scene), AgreementCard(), HarmCard()
        self.off, self.bring_up = BoardOffCard(scene), BringUp()
        self._desk: DeskView | None = None
        self._at: tuple[StepId, GatheringState | None, PanelIs] | None = None
        self._room = (NARROW, LOW, 100)
        self._lay_out()

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 12, 16, 8)
        column.setSpacing(16)
        self.rule = QFrame()
        self.rule.setProperty("rule", "true")
        for part in (self.boards, self.rule, self.harm, self.bring_up, self.agreement):
            column.addWidget(part)
        column.addStretch(1)
        self.right = QFrame()
        self.right.setProperty("side", "right")
        holder = QVBoxLayout(self.right)
        holder.setContentsMargins(0, 0, 0, 0)
        holder.setSpacing(0)
        holder.addWidget(Scroll(inside), 1)
        self._note_place = QVBoxLayout()
        self._note_place.setContentsMargins(16, 8, 16, 16)
        holder.addLayout(self._note_place)
        self._columns = QHBoxLayout()
        self._columns.setSpacing(0)
        for part in (self.agenda, self.middle, self.right):
            self._columns.addWidget(part)
        self._columns.setStretch(1, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.header)
        rows.addWidget(self.off)
        rows.addLayout(self._columns, 1)
        self.middle.turned.connect(lambda _tab: self._offer_panels())
        self.agenda.folded.connect(lambda: self.set_room(*self._room))

    @Slot(DeskView)
    def show_desk(self, desk: DeskView) -> None:
        """Update the panels whose part of the view has changed."""
        before, self._desk = self._desk, desk
        middle = self.middle
        middle.show_step(desk.now.step_id)
        if before is None or before.header != desk.header:
            self.header.show_header(desk.header)
            self.agenda.lazy_add_form.update(AddStepForm.show_people, desk.header.people)
            middle.lazy_record.update(
                RecordPanel.show_kind, practice=desk.header.practice, saved=desk.header.saved
            )
        if before is None or before.agenda != desk.agenda:
            self.agenda.show_agenda(desk.agenda)
            middle.lazy_record.update(RecordPanel.show_ahead, _ahead(desk.agenda))
        if before is None or before.clock != desk.clock:
            middle.now.show_clock(desk.clock)
        if before is None or before.now != desk.now:
            middle.now.show_now(desk.now)
            self.boards.show_next(desk.now.next)
        if before is None or before.board != desk.board:
            self._show_board(desk)
        if before is None or before.finish != desk.finish:
            middle.drawers.lazy_finish.update(FinishPanel.show_finish, desk.finish)
        middle.drawers.show_beside(desk.speaking_order, desk.extra)
        part = (str(desk.now.step_id), desk.now.segment)
        middle.drawers.chime.show_cue(part, is_cue=bool(desk.now.cue))
        self._show_lines(before, desk)
        self._show_what_leads(desk)
        middle.show_promise_said(in_panel=desk.now.says_promise)
        self._turn_where_wanted(desk)
        if before is None or before.now != desk.now:
            middle.say.show_now(desk.now)
        self._offer_panels()

    def _show_what_leads(self, desk: DeskView) -> None:
        """Highlight Next, or the step's own act or the record if that comes first."""
        is_over = desk.now.next.to is NextIs.END
        leads = not (_own_act_waits(desk) or is_over)
        self.middle.now.buttons.set_next_leads(leads=leads)

    def _show_lines(self, before: DeskView | None, desk: DeskView) -> None:
        middle = self.middle
        if before is None or before.note != desk.note:
            middle.note.show_note(desk.note)
        if before is None or before.said != desk.said:
            if desk.said is not None or middle.lazy_said.is_built:
                middle.said_panel.show_said(desk.said)
            middle.show_captures(captures=desk.said is not None)
        self._show_own(before, desk)
        if before is None or before.setup != desk.setup:
            middle.lazy_gathering.update(GatheringPanel.show_setup, desk.setup)
            middle.drawers.lazy_contacts.update(ContactsPanel.show_setup, desk.setup)
        gathers = desk.gathering is not None or middle.lazy_gathering.is_built
        if gathers and (before is None or before.gathering != desk.gathering):
            middle.gathering.show_gathering(desk.gathering)
        if before is None or before.record != desk.record:
            middle.lazy_record.update(RecordPanel.show_record, desk.record)
        self.harm.show_desk(desk)
        reading = desk.gathering is not None and desk.gathering.state is GatheringState.CLOSED
        if before is None or before.agreement != desk.agreement:
            middle.lazy_agreement.update(AgreementPanel.show_agreement, desk.agreement)
            self.agreement.show_agreement(desk.agreement)
            middle.lazy_record.update(RecordPanel.show_agreement, desk.agreement)
        self.agreement.setVisible(bool(desk.agreement.agreed) and not reading)

    def _offer_panels(self) -> None:
        """Offer the panels that can be brought into the middle."""
        if (desk := self._desk) is None:
            return
        writes = desk.gathering is not None and desk.gathering.state is GatheringState.WRITING
        self.bring_up.show_panels(
            ACTS.get(self.middle.tab, Act.TAB_NOW),
            own=ACTS[TABS[desk.now.panel]],
            has_lines=desk.gathering is not None,
            writes=writes,
            last_time=desk.has_steps_of_last_time,
        )

    def _show_own(self, before: DeskView | None, desk: DeskView) -> None:
        if before is None or before.own != desk.own:
            self.middle.show_own(desk.own)
        if before is None or before.for_next != desk.for_next:
            self.middle.lazy_record.update(RecordPanel.show_for_next, desk.for_next)

    def _show_board(self, desk: DeskView) -> None:
        self.boards.show_board(desk.board)
        self.off.show_board(desk.board)
        self.header.show_board(desk.board)
        self.middle.drawers.show_board(desk.board)
        self.middle.lazy_gathering.update(GatheringPanel.show_board, desk.board)
        self.middle.lazy_record.update(RecordPanel.show_board, desk.board)
        self.agreement.show_board(desk.board)
        self.middle.lazy_agreement.update(AgreementPanel.show_board, desk.board)

    def _turn_where_wanted(self, desk: DeskView) -> None:
        """Turn to the step's own panel when the step, its panel or its writing has changed."""
        state = desk.gathering.state if desk.gathering is not None else None
        before, self._at = self._at, (desk.now.step_id, state, desk.now.panel)
        if before == self._at:
            return
        wanted = TABS[desk.now.panel]
        is_new = before is None or before[0] != desk.now.step_id
        is_left = before is not None and before[2] is PanelIs.AGREEMENT  # as after a check
        if is_new or is_left or wanted in (Tab.LINES, Tab.AGREEMENT):
            self.middle.turn_to(wanted)
        if is_new:
            self.middle.offer_field()
        if desk.now.kind.has(Trait.CHECKS) and desk.agreement.check is not None:
            self.middle.agreement.check.setFocus()  # its check has started automatically

    def show_board_place(self, text: str, *, warns: bool = False) -> None:
        """Show where the board is above its picture; warn in the header."""
        self.header.show_warning(text if warns else "")
        self.boards.show_place("" if warns else text)

    def show_palette(self, palette: Palette) -> None:
        """Apply a theme's colours where the style sheet does not."""
        self.agenda.show_palette(palette)
        self.middle.now.show_palette(palette)

    def set_room(self, width: int, height: int, scale: int) -> None:
        """Lay everything out for a window size, with text at ``scale`` per cent."""
        self._room = (width, height, scale)
        wide, high = width * 100 // scale, height * 100 // scale
        narrow = wide < NARROW
        self.agenda.set_room(folds=not narrow and wide < FOLDED)
        self.agenda.setFixedWidth(self._left_width(wide) * scale // 100)
        self.right.setFixedWidth(self._right_width(wide) * scale // 100)
        if narrow:
            for part, place in (
                (self.agenda, self.middle.steps_place),
                (self.right, self.middle.board_place),
            ):
                part.setMinimumWidth(0)
                part.setMaximumWidth(UNLIMITED)
                place.addWidget(part)
        elif self._columns.indexOf(self.agenda) < 0:
            self._columns.insertWidget(0, self.agenda)
            self._columns.addWidget(self.right)
        (self.middle.note_place if narrow else self._note_place).addWidget(self.middle.note)
        self.middle.note.set_room(low=high < LOW)
        self.header.set_room(small=wide < FOLDED, tiny=narrow and high < TINY)
        self.bring_up.setVisible(not narrow)
        self.boards.set_scale(scale)
        self.off.set_room(low=high < LOW, scale=scale)
        self.middle.set_room(width=wide, height=high, narrow=narrow, scale=scale)

    def _left_width(self, wide: int) -> int:
        if self.agenda.is_folded:
            return FOLDED_WIDE
        return 360 if wide >= WIDEST else 288 if wide >= FOLDED else 256

    def _right_width(self, wide: int) -> int:
        if wide < WIDE:
            return 256 if wide >= FOLDED else 240
        return 400 if wide >= WIDEST else 320
