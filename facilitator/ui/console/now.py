"""The step that is now: its title, its time, and what moves it."""

from PySide6.QtCore import Qt, Signal, SignalInstance, Slot
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QMenu, QVBoxLayout, QWidget

from facilitator.live.desk_view import BoardView, ClockView, NowView
from facilitator.ui.console.bars import SegmentBars
from facilitator.ui.console.caps import Cap
from facilitator.ui.console.flow import FlowLayout
from facilitator.ui.console.menu import Beneath, ConsoleMenu, add_act
from facilitator.ui.console.now_buttons import NowButtons
from facilitator.ui.console.once_more import OnceMore
from facilitator.ui.console.parts import KeyButton, card, label, quiet_button
from facilitator.ui.kit.fonts import timer_font
from facilitator.ui.kit.icons import Icon
from facilitator.ui.kit.style import set_role
from facilitator.ui.kit.theme import Palette
from facilitator.wording import _

LEAST_TITLE = 10  # characters of the title that stand in a row beside time and buttons
GAPS = 44  # pixels between them
Entries = tuple[tuple[str, Cap, SignalInstance], ...]  # words, the key if any, what is asked


class NowPanel(QFrame):
    """Shows the present step and its time, and asks for what is to happen with it.

    Signals:
        toggle_asked: start, hold or go on.
        more_asked, less_asked: a minute. two_more_asked, five_more_asked: so many.
        dismiss_asked: nothing more is to be said of time that went by unseen.
        end_asked, next_asked, back_asked, give_back_asked, quiet_asked: that button was pressed.
        check_asked, agreement_asked, promise_asked, record_asked, keys_asked: chosen under More.
        restart_asked, finish_asked, ask_room_asked, time_look_asked: likewise.
        cue_asked, turns_asked, extra_asked: likewise.
        full_screen_asked, contacts_asked, home_asked: likewise.
    """

    toggle_asked = Signal()
    more_asked = Signal()
    two_more_asked = Signal()
    five_more_asked = Signal()
    less_asked = Signal()
    end_asked = Signal()
    next_asked = Signal()
    back_asked = Signal()
    give_back_asked = Signal()
    dismiss_asked = Signal()
    quiet_asked = Signal()
    check_asked = Signal()
    agreement_asked = Signal()
    promise_asked = Signal()
    record_asked = Signal()
    keys_asked = Signal()
    full_screen_asked = Signal()
    restart_asked = Signal()
    finish_asked = Signal()
    ask_room_asked = Signal()
    time_look_asked = Signal()
    cue_asked = Signal()
    turns_asked = Signal()
    extra_asked = Signal()
    contacts_asked = Signal()
    home_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kicker, self.title = label(role="kicker"), label(role="now")
        self.face, self.segment = label("–:––", "face"), label()
        self.face.setFont(timer_font(88))
        self.face.setWordWrap(False)
        self.bars = SegmentBars()
        self.buttons = NowButtons()
        self.lost = card("butter")
        self.lost_text = label(role="strong")
        self.give_back_button = KeyButton(_("Give it back"), Icon.UNDO)
        self.dismiss_button = quiet_button(_("Close"))
        self.dismiss_button.setAccessibleName(_("Close what is said of the time"))
        self.once_more = OnceMore()
        self._small = False
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._words, self._under = QVBoxLayout(), QVBoxLayout()
        self._words.setSpacing(2)
        self._words.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self._words.addWidget(self.kicker)
        self._words.addWidget(self.title)
        self._top, self._head = (QBoxLayout(QBoxLayout.Direction.TopToBottom) for _n in range(2))
        self._top.addLayout(self._words)
        self._top.addWidget(self.face)
        offer = FlowLayout(self.lost)
        offer.setContentsMargins(16, 8, 16, 8)
        offer.setSpacing(16)
        offer.addWidget(self.lost_text)
        offer.addWidget(self.give_back_button)
        offer.addWidget(self.dismiss_button)
        self.lost_text.setWordWrap(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        self._head.setSpacing(10)
        self._head.addLayout(self._top, 1)
        self._head.addLayout(self._under)
        self._head.addLayout(self.buttons)
        column.addLayout(self._head)
        for part in (self.once_more, self.bars, self.lost):
            column.addWidget(part)
        self.lost.hide()

    def _connect(self) -> None:
        buttons = self.buttons
        for button, asked in (
            (buttons.less, self.less_asked),
            (buttons.more, self.more_asked),
            (buttons.two, self.two_more_asked),
            (buttons.five, self.five_more_asked),
            (buttons.toggle, self.toggle_asked),
            (buttons.next, self.next_asked),
            (buttons.back, self.back_asked),
            (buttons.end, self.end_asked),
            (buttons.quiet, self.quiet_asked),
            (self.give_back_button, self.give_back_asked),
            (self.dismiss_button, self.dismiss_asked),
        ):
            button.clicked.connect(asked)
        buttons.menu.clicked.connect(self.open_menu)

    @Slot(NowView)
    def show_now(self, view: NowView) -> None:
        """Show which step is now and what Next would do."""
        self.kicker.setText(view.label)
        self.title.setText(view.title)
        self.buttons.show_next(view.next)
        self.once_more.show_asked(view.next.label if view.next.asked else "")
        self._fit_row()

    @Slot(ClockView)
    def show_clock(self, view: ClockView) -> None:
        """Show the time left, to the second, and past its end."""
        self.face.setText(view.face)
        over = _("{face} over the time") if view.over else _("{face} left")
        self.face.setAccessibleName(over.format(face=view.face.lstrip("+")))
        self.segment.setText(view.segment)
        self.segment.setVisible(bool(view.segment) and not self._small)
        self.bars.show_progress(view.progress)
        self.buttons.show_state(view.state)
        self.lost_text.setText(view.lost or view.clock_word)
        self.give_back_button.setVisible(bool(view.lost))
        self.lost.setVisible(bool(view.lost or view.clock_word))

    @Slot(BoardView)
    def show_board(self, view: BoardView) -> None:
        """Show whether the board is quiet."""
        self.buttons.quiet.setChecked(view.quiet)

    def show_palette(self, palette: Palette) -> None:
        """Paint the bars in the colours of a theme."""
        self.bars.show_palette(palette)

    def set_dense(self, *, beside: bool, small: bool, caps: bool) -> None:
        """Put the time beside the title, and make it small, where there is little room."""
        self._small = small
        way = QBoxLayout.Direction.RightToLeft if beside else QBoxLayout.Direction.TopToBottom
        self._top.setDirection(way)
        self._top.setStretch(0, 1 if beside else 0)
        self._top.setSpacing(24 if beside else 4)
        (self._words if beside else self._under).addWidget(self.segment)
        self.buttons.set_dense(beside=beside, small=small, caps=caps)
        self.kicker.setVisible(not small)
        self.bars.setVisible(not small)
        self.segment.setVisible(bool(self.segment.text()) and not small)
        set_role(self.face, "role", "face-small" if small else "face")
        set_role(self.title, "role", "heading" if small else "now")
        self._fit_row()

    def _fit_row(self) -> None:
        """Show as many buttons, and of Next as many words, as there is room for."""
        self.buttons.fit(self.width())
        if self._small and not self._fits_one_row():
            self.buttons.shorten()
        self._put_in_one_row(one_row=self._small and self._fits_one_row())

    def _fits_one_row(self) -> bool:
        """Return whether time, title and buttons have room beside one another."""
        taken = self.buttons.sizeHint().width() + self.face.sizeHint().width() + GAPS
        ruler = QFontMetrics(self.buttons.menu.font())
        words = ruler.horizontalAdvance(self.title.text())
        room = self.width() - taken
        return room >= LEAST_TITLE * ruler.averageCharWidth() and words * 1.3 <= 2 * room

    def _put_in_one_row(self, *, one_row: bool) -> None:
        ruler = QFontMetrics(self.buttons.menu.font())
        role = "strong" if one_row else "heading"
        if self._small and self.title.property("role") != role:
            set_role(self.title, "role", role)
        self.title.setMinimumHeight(2 * ruler.lineSpacing() if one_row else 0)
        way = QBoxLayout.Direction.LeftToRight if one_row else QBoxLayout.Direction.TopToBottom
        self._head.setDirection(way)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit_row()

    def menu(self) -> ConsoleMenu:
        """Return what is under More."""
        return _menu_of(self)

    def open_menu(self) -> None:
        """Open what is under More."""
        menu = self.menu()
        button = self.buttons.menu
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))


def _menu_of(panel: NowPanel) -> ConsoleMenu:
    made = ConsoleMenu(panel)
    step: Entries = (
        (_("Back"), "←", panel.back_asked),
        (_("End this part"), "", panel.end_asked),
        (_("Begin this part anew"), "", panel.restart_asked),
        (_("Blank the board while we talk, or show it again"), "", panel.quiet_asked),
    )
    time: Entries = (
        (_("A minute more"), "+", panel.more_asked),
        (_("Two minutes more"), "2", panel.two_more_asked),
        (_("Five minutes more"), "5", panel.five_more_asked),
        (_("A minute less"), "−", panel.less_asked),
        (_("Finish on time?"), "F", panel.finish_asked),
        (_("Ask the room about its time"), "", panel.ask_room_asked),
        (_("What the room sees and hears of the time"), "", panel.time_look_asked),
        (_("What the board says near the end"), "", panel.cue_asked),
        (_("Turns by seat"), "", panel.turns_asked),
        (_("Extra timer"), "", panel.extra_asked),
    )
    board: Entries = (
        (_("Our agreement"), "F7", panel.agreement_asked),
        (_("What is kept"), "F9", panel.promise_asked),
        (_("What goes in the record"), "", panel.record_asked),
        (_("A line for the back row"), "", panel.check_asked),
        (_("Board full screen, or back"), "F5", panel.full_screen_asked),
    )
    window: Entries = (
        (_("Support, and who gets the record"), "", panel.contacts_asked),
        (_("Keys"), "?", panel.keys_asked),
        (_("Stop and carry on later"), "", panel.home_asked),
    )
    _add(made, step)
    made.addSeparator()
    _add(Beneath(made, _("Time, turns and timers")), time)
    _add(Beneath(made, _("On the board")), board)
    made.addSeparator()
    _add(made, window)
    return made


def _add(menu: QMenu, entries: Entries) -> None:
    for words, cap, asked in entries:
        add_act(menu, words, cap, asked.emit)
