"""The present step: its title, its time, and the buttons of its time."""

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QMenu, QVBoxLayout, QWidget

from facilitator.live.views.desk_view import ClockView, NowView
from facilitator.ui.console.commands.button import CommandButton
from facilitator.ui.console.commands.key_acts import key_map_of
from facilitator.ui.console.commands.menu import ConsoleMenu, Submenu, add_act
from facilitator.ui.console.commands.table import COMMANDS, Act, Menu, commands_in
from facilitator.ui.console.now.bars import SegmentBars
from facilitator.ui.console.now.buttons import NowButtons
from facilitator.ui.console.now.next_button import shortened
from facilitator.ui.console.now.once_more import OnceMore
from facilitator.ui.console.style import NOW, NOW_LEAST, NOW_SMALL
from facilitator.ui.widgets.cards import card
from facilitator.ui.widgets.fonts import font, timer_font
from facilitator.ui.widgets.icons import Icon
from facilitator.ui.widgets.labels import label
from facilitator.ui.widgets.layouts import FlowLayout
from facilitator.ui.widgets.style import set_role
from facilitator.ui.widgets.theme import Palette
from facilitator.wording import _

ROW = 56  # pixels, at 100 %: the least height of the row with title and time
FEW = 520  # also; in a narrower column only Hold and More are beside the time
GAP = 16  # pixels
ROLES = {NOW: "now", NOW_SMALL: "now-small", NOW_LEAST: "now-least"}


class NowPanel(QFrame):
    """Shows the present step and its time, and emits its commands.

    Title, time and buttons are in one row, or the time is below the title where it is roomy. The
    foot has Back and Next, which emit their commands here.

    Signals:
        command_asked: a command of the table, from a button or the menu under More.
    """

    command_asked = Signal(Act)

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
        self.give_back_button = CommandButton(Act.GIVE_BACK, Icon.UNDO)
        self.dismiss_button = CommandButton(Act.DISMISS_LOST, role="quiet")
        self.dismiss_button.call(COMMANDS[Act.DISMISS_LOST].words())
        self.once_more = OnceMore()
        self._roomy, self._tall, self._scale, self._title = False, False, 100, ""
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        words.addWidget(self.kicker)
        words.addWidget(self.title)
        self._time = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._time.setSpacing(GAP)
        self._time.addWidget(self.face, 0, Qt.AlignmentFlag.AlignVCenter)
        self._time.addLayout(self.buttons)
        self._time.addStretch(1)
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._top.setSpacing(GAP)
        self._top.addLayout(words, 1)
        self._top.addLayout(self._time)
        offer = FlowLayout(self.lost)
        offer.setContentsMargins(16, 8, 16, 8)
        offer.setSpacing(16)
        offer.addWidget(self.lost_text)
        offer.addWidget(self.give_back_button)
        offer.addWidget(self.dismiss_button)
        self.lost_text.setWordWrap(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._top)
        for part in (self.segment, self.bars, self.lost):
            column.addWidget(part)
        self.lost.hide()
        self.segment.hide()

    def _connect(self) -> None:
        lost = {Act.GIVE_BACK: self.give_back_button, Act.DISMISS_LOST: self.dismiss_button}
        for act, button in (self.buttons.by_act | lost).items():
            button.clicked.connect(lambda _on=False, act=act: self.command_asked.emit(act))

    @Slot(NowView)
    def show_now(self, view: NowView) -> None:
        """Show the present step and what Next does."""
        self.kicker.setText(view.label)
        self._title = view.title
        self.title.setAccessibleName(view.title)
        self.buttons.next.show_next(view.next)
        self.once_more.show_asked(
            view.next.label if view.next.asked else "", nobody_wrote=view.next.nobody_wrote
        )
        self._fit()

    @Slot(ClockView)
    def show_clock(self, view: ClockView) -> None:
        """Show the time left, to the second, also past the end."""
        self.face.setText(view.face)
        over = _("{face} over the time") if view.over else _("{face} left")
        self.face.setAccessibleName(over.format(face=view.face.lstrip("+")))
        self.segment.setText(view.segment)
        self.segment.setVisible(bool(view.segment))
        self.bars.show_progress(view.progress)
        if self.buttons.show_state(view.state):
            self._fit()
        self.lost_text.setText(view.lost or view.clock_word)
        self.give_back_button.setVisible(bool(view.lost))
        self.lost.setVisible(bool(view.lost or view.clock_word))

    def show_palette(self, palette: Palette) -> None:
        """Use the colours of a theme for the bars."""
        self.bars.show_palette(palette)

    def set_room(self, *, roomy: bool, tall: bool, scale: int) -> None:
        """Use larger type where it is ``roomy``, and put the time below where it is ``tall``."""
        self._roomy, self._tall, self._scale = roomy, tall, scale
        way = QBoxLayout.Direction.TopToBottom if tall else QBoxLayout.Direction.LeftToRight
        self._top.setDirection(way)
        self._top.setSpacing(0 if tall else GAP)
        self.kicker.setVisible(roomy)
        self.title.setMinimumHeight(0 if roomy else ROW * scale // 100)
        set_role(self.face, "role", "face" if tall else "face-small")
        self._fit()

    def _fit(self) -> None:
        """Show the title as large as it fits; a narrow row gives up buttons before it is cut."""
        beside = self.width() - self.face.sizeHint().width() - GAP
        few = self.width() * 100 // self._scale < FEW
        room = self.width() if self._tall else beside - self.buttons.taken() - GAP
        if not self._tall and not few and self._lines(NOW_LEAST, room) > 2:
            few, room = True, beside - self.buttons.toggle.sizeHint().width() - GAP
        self.buttons.set_room(caps=self._tall, few=few, room=beside)
        size = NOW if self._roomy else NOW_SMALL
        if not self._tall and self._lines(size, room) > 1:
            size = NOW_LEAST
        set_role(self.title, "role", ROLES[size])
        short = shortened(self._title, self._ruler(size), max(1, room))
        self.title.setText(short)
        self.title.setToolTip("" if short == self._title else self._title)

    def _ruler(self, size: int) -> QFontMetrics:
        return QFontMetrics(font(size * self._scale / 100, 700))

    def _lines(self, size: int, room: int) -> int:
        """Return how many lines the title takes in a size of its words."""
        ruler, wraps = self._ruler(size), Qt.TextFlag.TextWordWrap.value
        area = ruler.boundingRect(0, 0, max(1, room), 10_000, wraps, self._title)
        return round(area.height() / ruler.lineSpacing()) if area.width() <= room else 3

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def follow_keys(self) -> None:
        """Update the keys of Next, Back and More."""
        self.once_more.follow_keys()
        self.buttons.follow_keys()

    def menu(self) -> ConsoleMenu:
        """Build the menu under More."""
        return _menu_of(self)

    def open_menu(self) -> None:
        """Open the menu under More."""
        menu = self.menu()
        button = self.buttons.menu
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))


def _menu_of(panel: NowPanel) -> ConsoleMenu:
    more = ConsoleMenu(panel)
    _add(more, Menu.STEP, panel)
    more.addSeparator()
    _add(Submenu(more, _("Time, turns and timers")), Menu.TIME, panel)
    _add(Submenu(more, _("On the board")), Menu.BOARD, panel)
    more.addSeparator()
    _add(more, Menu.WINDOW, panel)
    return more


def _add(menu: QMenu, part: Menu, panel: NowPanel) -> None:
    keys = key_map_of(panel)
    for command in commands_in(part):
        cap = keys.cap_of(command.id)
        add_act(menu, command.words(), cap, partial(panel.command_asked.emit, command.id))
