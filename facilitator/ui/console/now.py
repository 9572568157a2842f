"""The step that is now: its title, its time, and what moves it."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget

from facilitator.domain.round import RoundState
from facilitator.live.desk_view import BoardView, ClockView, NowView
from facilitator.ui.console.bars import SegmentBars
from facilitator.ui.console.flow import FlowLayout
from facilitator.ui.console.menu import ConsoleMenu
from facilitator.ui.console.parts import KeyButton, card, label, main_button, quiet_button
from facilitator.ui.kit.fonts import timer_font
from facilitator.ui.kit.icons import Icon
from facilitator.ui.kit.style import set_role
from facilitator.ui.kit.theme import Palette
from facilitator.wording import _

LEAST_TITLE = 10  # characters of the title that stand in a row beside time and buttons
GAPS = 44  # pixels between them


class NowPanel(QFrame):
    """Shows the present step and its time, and asks for what is to happen with it.

    Signals:
        toggle_asked: start, hold or go on.
        more_asked, less_asked: a minute.
        end_asked, next_asked, back_asked, give_back_asked, quiet_asked: that button was pressed.
        check_asked, agreement_asked, promise_asked, record_asked, keys_asked: chosen under More.
        restart_asked, finish_asked, ask_room_asked, time_look_asked: likewise.
        cue_asked, turns_asked, extra_asked: likewise.
        full_screen_asked, home_asked: likewise.
    """

    toggle_asked = Signal()
    more_asked = Signal()
    less_asked = Signal()
    end_asked = Signal()
    next_asked = Signal()
    back_asked = Signal()
    give_back_asked = Signal()
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
    home_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kicker, self.title = label(role="kicker"), label(role="now")
        self.face, self.segment = label("–:––", "face"), label()
        self.face.setFont(timer_font(88))
        self.face.setWordWrap(False)
        self.bars = SegmentBars()
        self.less_button = KeyButton(_("− 1 min"), key="−")
        self.more_button = KeyButton(_("+ 1 min"), key="+")
        self.toggle_button = KeyButton(_("Start"), Icon.PLAY, _("Space"))
        self.next_button = main_button(_("Next"), Icon.ARROW_RIGHT, "→")
        self.back_button = quiet_button(_("Back"), Icon.ARROW_LEFT, "←")
        self.end_button = quiet_button(_("End"), Icon.STOP)
        self.quiet_button = quiet_button(_("Just talk"), Icon.COMMENTS)
        self.quiet_button.setCheckable(True)
        self.quiet_button.setToolTip(_("A quiet board, while time is kept"))
        self.menu_button = quiet_button(_("More"), Icon.MORE)
        self.lost = card("butter")
        self.lost_text = label(role="strong")
        self.give_back_button = KeyButton(_("Give it back"), Icon.UNDO)
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
        self._row = row = FlowLayout()
        row.setSpacing(8)
        time = (self.less_button, self.more_button, self.toggle_button, self.next_button)
        other = (self.back_button, self.end_button, self.quiet_button, self.menu_button)
        for button in (*time, *other):
            row.addWidget(button)
        offer = FlowLayout(self.lost)
        offer.setContentsMargins(16, 8, 16, 8)
        offer.setSpacing(16)
        offer.addWidget(self.lost_text)
        offer.addWidget(self.give_back_button)
        self.lost_text.setWordWrap(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        self._head.setSpacing(10)
        self._head.addLayout(self._top, 1)
        self._head.addLayout(self._under)
        self._head.addLayout(row)
        column.addLayout(self._head)
        column.addWidget(self.bars)
        column.addWidget(self.lost)
        self.lost.hide()

    def _connect(self) -> None:
        self.less_button.clicked.connect(self.less_asked)
        self.more_button.clicked.connect(self.more_asked)
        self.toggle_button.clicked.connect(self.toggle_asked)
        self.next_button.clicked.connect(self.next_asked)
        self.back_button.clicked.connect(self.back_asked)
        self.end_button.clicked.connect(self.end_asked)
        self.quiet_button.clicked.connect(self.quiet_asked)
        self.give_back_button.clicked.connect(self.give_back_asked)
        self.menu_button.clicked.connect(self._open_menu)

    @Slot(NowView)
    def show_now(self, view: NowView) -> None:
        """Show which step is now and what Next would do."""
        self.kicker.setText(view.label)
        self.title.setText(view.title)
        self.next_button.show_words(view.next_label)
        self.next_button.setToolTip(
            _("Press once more to go on") if view.next_asks else view.next_label
        )
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
        words, name = {
            RoundState.READY: (_("Start"), Icon.PLAY),
            RoundState.RUNNING: (_("Hold"), Icon.HOLD),
            RoundState.HELD: (_("Go on"), Icon.PLAY),
            RoundState.ENDED: (_("Go on"), Icon.PLAY),
        }[view.state]
        self.toggle_button.show_words(words, name)
        self.end_button.setEnabled(view.state is not RoundState.ENDED)
        self.lost_text.setText(view.lost or view.clock_word)
        self.give_back_button.setVisible(bool(view.lost))
        self.lost.setVisible(bool(view.lost or view.clock_word))

    @Slot(BoardView)
    def show_board(self, view: BoardView) -> None:
        """Show whether the board is quiet."""
        self.quiet_button.setChecked(view.quiet)

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
        for part in (self.less_button, self.more_button):
            part.setVisible(not small)
        for part in (self.back_button, self.end_button, self.quiet_button):
            part.setVisible(not small and not beside)
        for part in (self.less_button, self.more_button, self.toggle_button, self.next_button):
            part.show_cap(shown=caps and not small)
        self.menu_button.show_words("" if small else _("More"))
        self.menu_button.setAccessibleName(_("More"))
        self.menu_button.setToolTip(_("More") if small else "")
        self.kicker.setVisible(not small)
        self.bars.setVisible(not small)
        self.segment.setVisible(bool(self.segment.text()) and not small)
        set_role(self.face, "role", "face-small" if small else "face")
        set_role(self.title, "role", "heading" if small else "now")
        self._fit_row()

    def set_next_leads(self, *, leads: bool) -> None:
        """Fill the button Next, or leave that to the step's own act while it waits."""
        _fill(self.next_button, "main" if leads else "plain")

    def _fit_row(self) -> None:
        """Put time, title and buttons into one row where they are small and it is wide enough."""
        taken = self._row.sizeHint().width() + self.face.sizeHint().width() + GAPS
        ruler = QFontMetrics(self.menu_button.font())
        words = ruler.horizontalAdvance(self.title.text())
        room = self.width() - taken
        one_row = self._small and room >= LEAST_TITLE * ruler.averageCharWidth()
        one_row = one_row and words * 1.3 <= 2 * room
        role = "strong" if one_row else "heading"
        if self._small and self.title.property("role") != role:
            set_role(self.title, "role", role)
        self.title.setMinimumHeight(2 * ruler.lineSpacing() if one_row else 0)
        way = QBoxLayout.Direction.LeftToRight if one_row else QBoxLayout.Direction.TopToBottom
        self._head.setDirection(way)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_row()

    def menu(self) -> ConsoleMenu:
        """Return what is under More."""
        return _menu_of(self)

    def _open_menu(self) -> None:
        menu = self.menu()
        menu.popup(self.menu_button.mapToGlobal(self.menu_button.rect().bottomLeft()))


def _menu_of(panel: NowPanel) -> ConsoleMenu:
    made = ConsoleMenu(panel)
    for words, asked in (
        (_("Back\t←"), panel.back_asked),
        (_("A minute more\t+"), panel.more_asked),
        (_("A minute less\t−"), panel.less_asked),
        (_("End this part"), panel.end_asked),
        (_("Begin this part anew"), panel.restart_asked),
        (_("Finish on time?\tF"), panel.finish_asked),
        (_("Just talk, or show the board again"), panel.quiet_asked),
        (_("Ask the room about its time"), panel.ask_room_asked),
        (_("What the room sees and hears of the time"), panel.time_look_asked),
        (_("The words shortly before the end"), panel.cue_asked),
        (_("Turns by seat"), panel.turns_asked),
        (_("Extra timer"), panel.extra_asked),
        (_("A line for the back row"), panel.check_asked),
        (_("Our agreement\tF7"), panel.agreement_asked),
        (_("What this computer remembers\tF9"), panel.promise_asked),
        (_("What goes in the record"), panel.record_asked),
        (_("Board full screen, or back\tF5"), panel.full_screen_asked),
        (_("Keys\t?"), panel.keys_asked),
        (_("Leave for Home; the workshop waits"), panel.home_asked),
    ):
        made.addAction(words, asked.emit)
    return made


def _fill(button: KeyButton, role: str) -> None:
    """Give a button another role, and draw it and its words anew by it."""
    if button.property("role") != role:
        for part in (button, *button.findChildren(QWidget)):
            set_role(part, "role", role if part is button else "")
