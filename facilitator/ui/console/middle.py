"""The middle column: the present step, what to say, and tabs with lines and record below."""

from enum import IntEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QFrame,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from facilitator.domain.ids import StepId
from facilitator.live.views.desk_view import OwnView
from facilitator.ui.console.agenda.add_step import AddStepForm
from facilitator.ui.console.agenda.change_step import ChangeStepForm
from facilitator.ui.console.agreement.panel import AgreementPanel
from facilitator.ui.console.check.choice import CheckChoice
from facilitator.ui.console.drawer import Drawer
from facilitator.ui.console.drawers import Drawers
from facilitator.ui.console.foot import FootBar
from facilitator.ui.console.gathering.panel import GatheringPanel
from facilitator.ui.console.note import NotePanel
from facilitator.ui.console.notice import NoticeLine
from facilitator.ui.console.now.panel import NowPanel
from facilitator.ui.console.own_panel import OwnPanelPlace
from facilitator.ui.console.record.panel import RecordPanel
from facilitator.ui.console.said.panel import SaidPanel
from facilitator.ui.console.say import SayPanel
from facilitator.ui.console.stage import Stage
from facilitator.ui.widgets.layouts import Pages
from facilitator.ui.widgets.lazy import Lazy
from facilitator.ui.widgets.questions import QuestionCard
from facilitator.wording import _

NARROW = 940  # pixels of the window, at 100 %; below it steps and board are tabs
LOW = 720  # pixels of its height, also; below it margins are smaller
TINY = 560  # also; below it what to say replaces the note
SHORT = 900  # also; below it a panel's heading is small
TALL = 1000  # also; below it lines that are read first replace what to say
ROOMY_WIDE, ROOMY_HIGH = 1400, 860  # also; from here on type is larger

FIELDS = (QLineEdit, QPlainTextEdit, QAbstractSpinBox, QComboBox)
QUESTIONS = (QuestionCard, CheckChoice, Drawer, AddStepForm, ChangeStepForm)


def _is_busy(focus: QWidget | None) -> bool:
    """Return whether the facilitator is typing in a field or answering a question."""
    around = focus
    while around is not None and not isinstance(around, QUESTIONS):
        around = around.parentWidget()
    return around is not None or isinstance(focus, FIELDS)


class Tab(IntEnum):
    """The tabs below the present step."""

    NOW = 0
    LINES = 1
    RECORD = 2
    AGREEMENT = 3
    STEPS = 4  # only if the window is too narrow for the agenda's own column
    BOARD = 5  # also for the pictures of the board


class MiddleColumn(QFrame):
    """Holds the panels of the middle column and turns between them.

    Gets the focus when no field, list or button has it.

    Signals:
        turned: another tab is shown.
    """

    turned = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "true")
        self.setProperty("stage", "true")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(_("The workshop now"))
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.tabs.setAccessibleName(_("What stands in the middle"))
        for words in (_("Now"), _("Lines"), _("Record"), _("Agreement"), _("Steps"), _("Board")):
            self.tabs.addTab(words)
        self.notice, self.now, self.say = NoticeLine(), NowPanel(), SayPanel()
        self.foot = FootBar(self.now.buttons)
        self.drawers, self.leaving = Drawers(), QuestionCard()
        self.board_ask = QuestionCard()
        self.note, self.gather_foot = NotePanel(), Pages()
        self.steps_place, self.board_place = QVBoxLayout(), QVBoxLayout()
        self._low = self._tiny = self._short = self._tall = self._roomy = self._is_narrow = False
        self._scale = 100
        self._captures = self._has_own = self._own_needs_room = self._says_promise = False
        self._step: StepId | None = None
        self._add_pages()
        self._lay_out()
        self.tabs.currentChanged.connect(self._turn)
        self.drawers.opened.connect(lambda: self.stage.set_below_drawer(is_open=True))
        self.drawers.left.connect(self._leave_drawer)
        self.set_room(width=NARROW, height=LOW, narrow=False, scale=100)

    def _add_pages(self) -> None:
        self.pages = Pages()
        self.said_page = QWidget()
        holder_of_said = QVBoxLayout(self.said_page)
        holder_of_said.setContentsMargins(0, 0, 0, 0)
        self.lazy_said = Lazy(SaidPanel, holder_of_said.addWidget, self.said_page)
        self.own = OwnPanelPlace()
        holder_of_said.addWidget(self.own)
        self.pages.add_page(self.said_page)
        self.lazy_gathering = self.pages.add_lazy(lambda: GatheringPanel(self.gather_foot))
        self.lazy_gathering.when_built(lambda panel: panel.turned.connect(self._arrange))
        self.lazy_record = self.pages.add_lazy(RecordPanel)
        self.lazy_agreement = self.pages.add_lazy(AgreementPanel)
        for place in (self.steps_place, self.board_place):
            holder = QWidget()
            holder.setLayout(place)
            place.setContentsMargins(0, 0, 0, 0)
            self.pages.add_page(holder)

    def _lay_out(self) -> None:
        self.stage = Stage(self.say, self.pages)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(8)
        above: tuple[QWidget, ...] = (self.tabs, self.now, self.leaving, self.board_ask)
        for part in (*above, self.notice, self.drawers):
            self._column.addWidget(part)
        self._column.addSpacing(8)
        self._column.addWidget(self.stage, 1)
        self._column.addSpacing(8)
        self.note_place = QVBoxLayout()  # of the note, in a narrow window
        self._column.addLayout(self.note_place)
        self.note_place.addWidget(self.note)
        below: tuple[QWidget, ...] = (self.gather_foot, self.now.once_more, self.foot)
        for part in below:
            self._column.addWidget(part)

    @property
    def said_panel(self) -> SaidPanel:
        """The panel with the lines said in the present step."""
        return self.lazy_said.part

    @property
    def gathering(self) -> GatheringPanel:
        """The panel for contributions without names."""
        return self.lazy_gathering.part

    @property
    def record(self) -> RecordPanel:
        """The panel for what goes in the record, and the ways to end."""
        return self.lazy_record.part

    @property
    def agreement(self) -> AgreementPanel:
        """The panel with the agreement's lines, or the running check."""
        return self.lazy_agreement.part

    @property
    def tab(self) -> Tab:
        """The selected tab."""
        return Tab(self.tabs.currentIndex())

    def set_seen_by_room(self, *, seen: bool) -> None:
        """Hide what only the facilitator may read, while the room can see this screen."""
        self.lazy_gathering.update(GatheringPanel.set_seen_by_room, seen=seen)
        self.lazy_record.update(RecordPanel.set_seen_by_room, seen=seen)
        self.own.set_seen_by_room(seen=seen)

    def turn_to(self, tab: Tab) -> None:
        """Turn to a tab; do nothing if it is not available."""
        if self.tabs.isTabVisible(tab):
            self.tabs.setCurrentIndex(tab)

    def show_step(self, step: StepId) -> None:
        """Move the focus out of a panel about to be hidden, before Qt picks the next widget."""
        changed, self._step = step != self._step, step
        held = self.window().focusWidget()
        if changed and held is not None and self.pages.isAncestorOf(held):
            self.setFocus()

    def take_up(self, tab: Tab) -> None:
        """Turn to a tab by its key; in the agreement a line can be typed at once."""
        self.turn_to(tab)
        if tab is Tab.AGREEMENT:
            self.agreement.take_keys()

    def take_keys(self) -> None:
        """Focus the field for a line, so that words typed there are never commands."""
        if self.tab is Tab.AGREEMENT:
            self.agreement.take_keys()
        elif self.tab is Tab.NOW and self._captures:
            self.said_panel.field.setFocus()
        elif self.tab is Tab.NOW and self.own.field is not None:
            self.own.field.setFocus()
        else:
            self.setFocus()

    def _leave_drawer(self) -> None:
        self.stage.set_below_drawer(is_open=False)
        self.take_keys()

    def offer_field(self) -> None:
        """Focus the field for a line, unless another field or a question has the focus."""
        types_here = self.tab is Tab.NOW and (self._captures or self.own.field is not None)
        has_field = self.tab is Tab.AGREEMENT or types_here
        if has_field and not _is_busy(self.window().focusWidget()):
            self.take_keys()

    def take_keyboard(self) -> None:
        """Take the focus, or give it to the running check.

        No field gets it: somebody who has just left the typing corner may still be typing.
        """
        here = self.tab is Tab.AGREEMENT and self.agreement.check.isVisible()
        (self.agreement.check if here else self).setFocus()

    def show_own(self, own: OwnView | None) -> None:
        """Show or hide the panel of the present step's kind."""
        self.own.show_own(own)
        self._has_own = own is not None
        self._own_needs_room = own is not None and own.needs_room
        self._arrange()

    def show_captures(self, *, captures: bool) -> None:
        """Show the panel for lines said, in a step that takes them."""
        self._captures = captures
        self._arrange()

    def show_promise_said(self, *, in_panel: bool) -> None:
        """Hide what to say where the panel below shows it in full, as it does the promise."""
        if in_panel != self._says_promise:
            self._says_promise = in_panel
            self._arrange()

    def set_room(self, *, width: int, height: int, narrow: bool, scale: int) -> None:
        """Lay out for a window of this size, in pixels at 100 %."""
        self._low, self._tiny, self._short = height < LOW, height < TINY, height < SHORT
        self._tall = height >= TALL
        self._roomy = width >= ROOMY_WIDE and height >= ROOMY_HIGH
        self._scale = scale
        for tab in (Tab.STEPS, Tab.BOARD):
            self.tabs.setTabVisible(tab, narrow)
        self.tabs.setVisible(narrow)
        if not narrow and self.tab in (Tab.STEPS, Tab.BOARD):
            self.tabs.setCurrentIndex(Tab.NOW)
        self.foot.set_room(narrow=narrow, scale=scale)
        self.stage.set_scale(scale)
        self._is_narrow = narrow
        self._arrange()

    def _turn(self, tab: int) -> None:
        focus = QApplication.focusWidget()
        if focus is not None and self.pages.isAncestorOf(focus):
            self.setFocus()  # else any button gets it, and Space presses that
        self._arrange()
        if self.tab is Tab.AGREEMENT and self.agreement.check.isVisible():
            self.agreement.check.setFocus()
        elif focus is not self.tabs:  # its arrows still move between tabs
            self.offer_field()
        self.turned.emit(tab)

    def _arrange(self) -> None:
        here, below = self.tab is Tab.NOW, self._captures or self._has_own
        self.pages.show_place(self.tab)
        self.stage.show_page(visible=not here or below)
        tall = self._roomy and here and not below
        self.now.set_room(roomy=self._roomy, tall=tall, scale=self._scale)
        edge, top = (16, 0) if self._low else (24, 8)
        self._column.setContentsMargins(edge, top, edge, edge if self._low else 16)
        self.say.show_aloud(here=here)
        self.stage.give_room(to_panel=here and self._own_needs_room)
        self.stage.show_say(visible=self._has_room_to_say())
        self.foot.show_acts(self.tab)
        self.gather_foot.setVisible(self.tab is Tab.LINES)
        self.lazy_agreement.update(AgreementPanel.set_dense, dense=self._low)
        self.lazy_gathering.update(GatheringPanel.set_dense, short=self._short, dense=self._low)
        self.lazy_record.update(RecordPanel.set_dense, short=self._short, dense=self._low)
        self.note.setVisible(not self._is_narrow or (here and not below and not self._tiny))

    def _has_room_to_say(self) -> bool:
        """Return whether what to say is shown above; the page below may say it, or need the room.

        While lines are read first the board itself shows what there is to say.
        """
        if self.tab is Tab.LINES:
            return not self._says_promise and (self._tall or not self.gathering.is_reading)
        if self.tab is Tab.NOW and self._own_needs_room and self._low:
            return False
        if self.tab is Tab.RECORD and self._low:  # three lines, and the ways to end, need it all
            return False
        return self.tab not in (Tab.STEPS, Tab.BOARD)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus()
