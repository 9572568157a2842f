"""The present step: its title, its time, and its buttons."""

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QMenu, QVBoxLayout, QWidget

from facilitator.live.views.desk_view import BoardView, ClockView, NowView
from facilitator.ui.console.commands.button import CommandButton
from facilitator.ui.console.commands.key_acts import key_map_of
from facilitator.ui.console.commands.menu import ConsoleMenu, Submenu, add_act
from facilitator.ui.console.commands.table import COMMANDS, Act, Menu, commands_in
from facilitator.ui.console.now.bars import SegmentBars
from facilitator.ui.console.now.buttons import NowButtons
from facilitator.ui.console.now.once_more import OnceMore
from facilitator.ui.widgets.cards import card
from facilitator.ui.widgets.fonts import timer_font
from facilitator.ui.widgets.icons import Icon
from facilitator.ui.widgets.labels import label
from facilitator.ui.widgets.layouts import FlowLayout
from facilitator.ui.widgets.style import set_role
from facilitator.ui.widgets.theme import Palette
from facilitator.wording import _

LEAST_TITLE = 10  # characters of a title that fits in a row with time and buttons
GAPS = 44  # pixels between them


class NowPanel(QFrame):
    """Shows the present step and its time, and emits its commands.

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
        lost = {Act.GIVE_BACK: self.give_back_button, Act.DISMISS_LOST: self.dismiss_button}
        for act, button in (self.buttons.by_act | lost).items():
            button.clicked.connect(lambda _on=False, act=act: self.command_asked.emit(act))

    @Slot(NowView)
    def show_now(self, view: NowView) -> None:
        """Show the present step and what Next does."""
        self.kicker.setText(view.label)
        self.title.setText(view.title)
        self.buttons.show_next(view.next)
        self.once_more.show_asked(
            view.next.label if view.next.asked else "", nobody_wrote=view.next.nobody_wrote
        )
        self._fit_row()

    @Slot(ClockView)
    def show_clock(self, view: ClockView) -> None:
        """Show the time left, to the second, also past the end."""
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
        """Use the colours of a theme for the bars."""
        self.bars.show_palette(palette)

    def set_dense(self, *, beside: bool, small: bool, caps: bool) -> None:
        """Put the time next to the title, in small type, where there is little room."""
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
        """Show as many buttons and words of Next as fit."""
        self.buttons.fit(self.width())
        if self._small and not self._fits_one_row():
            self.buttons.shorten()
        self._put_in_one_row(one_row=self._small and self._fits_one_row())

    def _fits_one_row(self) -> bool:
        """Return whether time, title and buttons fit in one row."""
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

    def follow_keys(self) -> None:
        """Update the keys of Next, Back and More."""
        self.once_more.follow_keys()
        self._fit_row()

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
