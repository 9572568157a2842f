"""Places the board on its display, and checks what the room can see of the others."""

from PySide6.QtCore import QObject, QRect, Qt, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from facilitator.ui.board.window import BoardWindow
from facilitator.ui.widgets.screens import (
    ScreenInfo,
    board_screens,
    choose_board_screen,
    identity,
    screen_labels,
    screen_named,
    screen_with,
    screens_are_mirrored,
    screens_now,
    side_of,
)
from facilitator.wording import _

THREE_COLUMNS, ONE_COLUMN = 1240, 930  # logical pixels: widths at which the console reads well
LEAST_BOARD = 320  # also logical pixels: the width of the board's window
TITLE, EDGE = 40, 8  # also logical pixels: the system's frame around a window


class Displays(QObject):
    """Keeps the board on its display, and console and corner on others.

    Signals:
        changed: a display was added, removed, moved or mirrored; cover words immediately.
        came_back: a display for the board was added while the board was off.
    """

    changed = Signal()
    came_back = Signal()

    def __init__(
        self,
        application: QGuiApplication,
        board: BoardWindow,
        console: QWidget,
        wanted: str | None,
    ) -> None:
        super().__init__(board)
        self._board = board
        self._console = console
        self._wanted = wanted or None
        self._board_is_on: int | None = None  # the identity of the display that the board fills
        self._console_is_on: int | None = None  # also an identity: not the board's display
        self._in_window = False
        self._awaits_display = False  # in a window or off, until a display for it is plugged in
        self._gave_room = False  # a maximised console made room for the board's window
        self._is_off = False
        self._has_ended = False
        self._laptop_went = False
        application.screenAdded.connect(self._screen_came)
        application.screenRemoved.connect(self._screen_went)
        for screen in application.screens():
            screen.geometryChanged.connect(self._screen_changed)

    def place(self, *, in_window: bool = False) -> None:
        """Put the board on its display, or in a window if there is no other or if requested."""
        self._in_window = in_window
        self._awaits_display = self.mirrored and (self._awaits_display or not in_window)
        chosen = None if in_window else self._chosen()
        screen = screen_named(chosen.key) if chosen is not None else None
        self._is_off = self._laptop_went = False
        if screen is not None:
            self._put_on(screen)
        else:
            self._in_window = True
            self._put_beside()

    def toggle_full_screen(self) -> None:
        """Toggle the board between full screen on its display and a window."""
        if self.is_off:
            self.place()
        elif self._fills_a_display:
            self.place(in_window=True)
        elif self._chosen() is not None:
            self.place()
        else:
            self._put_on(self._console.screen())

    def place_on(self, key: str) -> None:
        """Move the board to the display with this key, "" for a window."""
        self._wanted = key or self._wanted
        self.place(in_window=not key)

    @property
    def is_seen_by_room(self) -> bool:
        """Whether the board fills another display than the console's, which the room looks at."""
        return self._fills_a_display and not self.single and not self.mirrored

    @property
    def board_key(self) -> str:
        """The key of the display that the board fills, "" for none."""
        board = self._board_fills
        return ScreenInfo.of(board).key if board is not None else ""

    def other_places(self) -> dict[str, str]:
        """Map the keys of the other displays that can hold the board to their names."""
        board = self._board_fills
        now = ScreenInfo.of(board) if board is not None else None
        here = ScreenInfo.of(self.private() or self._console.screen())
        others = [screen for screen in board_screens(screens_now(), here) if screen != now]
        return {
            screen.key: called
            for screen, called in zip(others, screen_labels(others, here), strict=True)
        }

    def put_away(self) -> None:
        """Hide the board if it is in a window, not if it is full screen. F5 shows it again."""
        if not self._fills_a_display:
            self._is_off = True
            self._board.hide()
            self.changed.emit()

    def watch(self) -> None:
        """Move the console back if it is on the board's display."""
        if self.mirrored:
            return
        here, private = screen_of(self._console), self.private()
        if here is not None and not self._holds_board(here):
            self._console_is_on = identity(here)
        elif private is not None and not is_same(here, private):
            _move(self._console, private)

    def private(self) -> QScreen | None:
        """Return the display for console and corner: not the board's, if there is another."""
        here = screen_with(self._console_is_on) or self._console.screen()
        if not self._holds_board(here):
            return here
        others = (screen for screen in QGuiApplication.screens() if not self._holds_board(screen))
        return next(others, None)

    @property
    def _board_fills(self) -> QScreen | None:
        """The display that the board fills, if any."""
        return screen_with(self._board_is_on) if self._fills_a_display else None

    @property
    def _fills_a_display(self) -> bool:
        return self._board.isVisible() and self._board_is_on is not None

    def _holds_board(self, screen: QScreen) -> bool:
        return self._fills_a_display and identity(screen) == self._board_is_on

    @property
    def only_board_is_left(self) -> bool:
        """Whether the laptop's own display is gone, and the board fills the remaining one."""
        return self._laptop_went and self.private() is None

    @property
    def console_is_on_the_boards(self) -> bool:
        """Whether the console is on the board's display: the laptop's was unplugged or comes back.

        The system moves windows at any time, so for a moment they can be anywhere.
        """
        if self.only_board_is_left:
            return True
        here = screen_of(self._console)
        elsewhere = self.private() is not None and not self.mirrored
        return elsewhere and here is not None and self._holds_board(here)

    @property
    def room_may_read(self) -> bool:
        """Whether the room could read the console: single, mirrored or the board's display."""
        return self.single or self.mirrored or self.private() is None

    @property
    def is_off(self) -> bool:
        """Whether the room sees no board at all."""
        return self._is_off or not self._board.isVisible()

    @property
    def in_window(self) -> bool:
        """Whether the board is in a window and fills no display."""
        return self._board.isVisible() and self._board_is_on is None

    @property
    def mirrored(self) -> bool:
        """Whether displays are mirrored, so that the room sees this laptop."""
        return screens_are_mirrored(screens_now())

    @property
    def single(self) -> bool:
        """Whether there is only one display."""
        return len(QGuiApplication.screens()) == 1

    def where(self) -> str:
        """Describe where the board is."""
        if self.mirrored:
            return _("▲ Displays are mirrored: the room sees this screen")
        if self.is_off:
            return _("Off")
        board = self._board_fills
        if board is None:
            return _("In a window")
        if self.single:
            return _("Full screen")
        if len(QGuiApplication.screens()) == 2:
            return _("Projector")
        here = ScreenInfo.of(self.private() or self._console.screen())
        return _("{name}, {side}").format(
            name=board.name(), side=side_of(ScreenInfo.of(board), here)
        )

    def _chosen(self) -> ScreenInfo | None:
        console = ScreenInfo.of(self._console.screen())
        return choose_board_screen(screens_now(), console, self._wanted)

    def restore_console(self) -> None:
        """Maximise the console again, if it made room for the board's window."""
        if self._gave_room:
            self._gave_room = False
            self._console.setWindowState(Qt.WindowState.WindowMaximized)

    def end(self) -> None:
        """Stop moving windows: the workshop's windows close."""
        self.restore_console()
        self._has_ended = True

    def _put_on(self, screen: QScreen) -> None:
        if not is_same(screen, self._console.screen()):
            self.restore_console()
        self._board_is_on = identity(screen)
        self._board.place_on(screen)

    def _put_beside(self) -> None:
        """Put the board's window next to the console, which makes room for it."""
        area = self._area()
        console, board = side_by_side(area)
        self._board_is_on = None
        self._board.as_window()
        self._board.setGeometry(board)
        self._board.show()
        now = self._console.geometry()
        if self._console.isMaximized() or now.intersects(board) or not area.contains(now):
            self._gave_room = self._gave_room or self._console.isMaximized()
            self._console.showNormal()
            self._console.setGeometry(console)

    def _area(self) -> QRect:
        """Return the area for windows: on mirrored displays, the part that all of them show."""
        here = (screen_with(self._console_is_on) or self._console.screen()).availableGeometry()
        seen = here
        for screen in QGuiApplication.screens():
            if screen.geometry().intersects(here):
                seen = seen.intersected(screen.availableGeometry())
        least = self._console.minimumSize()
        fits = seen.width() >= least.width() and seen.height() >= least.height()
        return seen if fits else here

    def _screen_came(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._screen_changed)
        if self._has_ended:
            return
        self._laptop_went = False
        self.changed.emit()
        if self._chosen() is not None and not self._fills_a_display:  # hidden it stays full screen
            self._come_back()

    def _screen_went(self, screen: QScreen) -> None:
        """Hide the board if its display was removed; if the laptop's was, leave only the board."""
        if self._has_ended:
            return
        if self._fills_a_display and not self._holds_board(screen):
            self._laptop_went = True
        elif not self._in_window:
            self._is_off = self._awaits_display = True
            self._board_is_on = None
            self._board.hide()
        self.changed.emit()

    def _screen_changed(self) -> None:
        """Cover words first, then move board and console to the places of their displays."""
        if self._has_ended:
            return
        comes_back = self._awaits_display and not self.mirrored and self._chosen() is not None
        if comes_back:
            self._board_is_on = None  # F5 may have put it on the console's own display
        self.changed.emit()
        if self.mirrored:
            self._step_aside()
        elif comes_back:
            self._come_back()
        else:
            self._follow_displays()

    def _step_aside(self) -> None:
        """Give the display back to the console, and wait in a window."""
        if self._fills_a_display:
            self.place()
            self.changed.emit()
        elif self.in_window:
            self._stay_in_sight()

    def _come_back(self) -> None:
        """Put the board back on its display, behind the curtain."""
        self.came_back.emit()
        self.place()
        self.changed.emit()

    def _follow_displays(self) -> None:
        board = self._board_fills
        if board is None:
            self._stay_in_sight()
            return
        if self._board.geometry() != board.geometry():
            self._board.place_on(board)
        self.watch()

    def _stay_in_sight(self) -> None:
        """Put the board's window next to the console again if the display has become smaller."""
        if self.in_window and not self._area().contains(self._board.geometry()):
            self._put_beside()


def screen_of(window: QWidget) -> QScreen | None:
    """Find the display that contains the middle of a window, if any."""
    middle = window.geometry().center()
    return next((s for s in QGuiApplication.screens() if s.geometry().contains(middle)), None)


def is_same(first: QScreen | None, second: QScreen | None) -> bool:
    """Return whether both are the same display."""
    if first is None or second is None:
        return first is second
    return identity(first) == identity(second)


def _move(window: QWidget, screen: QScreen) -> None:
    """Move a window to a display; a maximised one must be restored first."""
    maximised = window.isMaximized()
    if maximised:
        window.showNormal()
    window.setScreen(screen)
    window.setGeometry(screen.availableGeometry())
    if maximised:
        window.showMaximized()


def side_by_side(area: QRect) -> tuple[QRect, QRect]:
    """Place console and board on one display: the board at the lower right, as 16:9."""
    free = area.width() - 2 * EDGE - EDGE // 2
    width = area.width() // 3
    if free - width < THREE_COLUMNS:
        width = max(LEAST_BOARD, free - ONE_COLUMN)
    height = width * 9 // 16
    board = QRect(area.right() - width - EDGE, area.bottom() - height - EDGE, width, height)
    console = QRect(
        area.left() + EDGE // 2,
        area.top() + TITLE,
        board.left() - area.left() - EDGE // 2 - EDGE,
        area.height() - TITLE - EDGE,
    )
    return console, board
