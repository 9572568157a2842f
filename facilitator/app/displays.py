"""Which display holds the board, and what the room could see of the others."""

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
LEAST_BOARD = 320  # likewise: the width of the board's window
TITLE, EDGE = 40, 8  # likewise: what a system may draw around a window


class Displays(QObject):
    """Keeps the board on its display, and console and corner off it.

    Signals:
        changed: a display came, went, moved or was mirrored; cover words at once.
        came_back: a display for the board came after the board was off.
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
        self._console_is_on: int | None = None  # likewise: where the console was last, beside it
        self._in_window = False
        self._waits = False  # in a window or off, until a display for it is there
        self._gave_room = False  # a maximised console, to the board's window
        self._is_off = False
        self._has_ended = False
        self._laptop_went = False
        application.screenAdded.connect(self._screen_came)
        application.screenRemoved.connect(self._screen_went)
        for screen in application.screens():
            screen.geometryChanged.connect(self._screen_changed)

    def place(self, *, in_window: bool = False) -> None:
        """Put the board on its display, or in a window when there is no other or it is asked."""
        self._in_window = in_window
        self._waits = self.mirrored and (self._waits or not in_window)
        chosen = None if in_window else self._chosen()
        screen = screen_named(chosen.key) if chosen is not None else None
        self._is_off = self._laptop_went = False
        if screen is not None:
            self._put_on(screen)
        else:
            self._in_window = True
            self._put_beside()

    def toggle_full_screen(self) -> None:
        """Put the board full screen on its display, or back into a window."""
        if self.is_off:
            self.place()
        elif self._fills_a_display:
            self.place(in_window=True)
        elif self._chosen() is not None:
            self.place()
        else:
            self._put_on(self._console.screen())

    def place_on(self, key: str) -> None:
        """Put the board on the display with this key, from now on; "" is a window."""
        self._wanted = key or self._wanted
        self.place(in_window=not key)

    @property
    def room_would_miss_it(self) -> bool:
        """Whether the board fills another display than the console's: the room looks at it."""
        return self._fills_a_display and not self.single and not self.mirrored

    @property
    def board_key(self) -> str:
        """The key of the display that the board fills; "" while it fills none."""
        board = self._board_fills
        return ScreenInfo.of(board).key if board is not None else ""

    def other_places(self) -> dict[str, str]:
        """Return the other displays that could hold the board: what to call each, by its key."""
        board = self._board_fills
        now = ScreenInfo.of(board) if board is not None else None
        here = ScreenInfo.of(self.private() or self._console.screen())
        others = [screen for screen in board_screens(screens_now(), here) if screen != now]
        return {
            screen.key: called
            for screen, called in zip(others, screen_labels(others, here), strict=True)
        }

    def put_away(self) -> None:
        """Hide the board's window; full screen it stays. F5 brings it back."""
        if not self._fills_a_display:
            self._is_off = True
            self._board.hide()
            self.changed.emit()

    def watch(self) -> None:
        """Bring the console back when it stands on the board's display."""
        if self.mirrored:
            return
        here, private = standing_on(self._console), self.private()
        if here is not None and not self._holds_board(here):
            self._console_is_on = identity(here)
        elif private is not None and not is_same(here, private):
            _move(self._console, private)

    def private(self) -> QScreen | None:
        """Return the display for console and corner: never the board's, if there is another."""
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
        """Whether the laptop's own display went, and the board fills the one that is left."""
        return self._laptop_went and self.private() is None

    @property
    def console_is_on_the_boards(self) -> bool:
        """Whether the console stands where the board is: the laptop's display went or comes back.

        The system moves windows when it likes, so for a moment they can be anywhere.
        """
        if self.only_board_is_left:
            return True
        here = standing_on(self._console)
        elsewhere = self.private() is not None and not self.mirrored
        return elsewhere and here is not None and self._holds_board(here)

    @property
    def room_may_read(self) -> bool:
        """Whether the room could read the console: one display, a mirrored one, or the board's."""
        return self.single or self.mirrored or self.private() is None

    @property
    def is_off(self) -> bool:
        """Whether the room sees no board at all."""
        return self._is_off or not self._board.isVisible()

    @property
    def in_window(self) -> bool:
        """Whether the board is shown in a window, and fills no display."""
        return self._board.isVisible() and self._board_is_on is None

    @property
    def mirrored(self) -> bool:
        """Whether two displays show the same, so that the room sees this laptop."""
        return screens_are_mirrored(screens_now())

    @property
    def single(self) -> bool:
        """Whether there is only one display."""
        return len(QGuiApplication.screens()) == 1

    def where(self) -> str:
        """Return in words where the board is."""
        if self.mirrored:
            return _("▲ Displays are mirrored: the room sees this screen")
        if self.is_off:
            return _("Board is off")
        board = self._board_fills
        if board is None:
            return _("Board in a window")
        if self.single:
            return _("Board full screen")
        if len(QGuiApplication.screens()) == 2:
            return _("Board on the other display")
        here = ScreenInfo.of(self.private() or self._console.screen())
        return _("Board on {name}, {side}").format(
            name=board.name(), side=side_of(ScreenInfo.of(board), here)
        )

    def _chosen(self) -> ScreenInfo | None:
        console = ScreenInfo.of(self._console.screen())
        return choose_board_screen(screens_now(), console, self._wanted)

    def give_room_back(self) -> None:
        """Let a console that made room for the board's window be maximised again."""
        if self._gave_room:
            self._gave_room = False
            self._console.setWindowState(Qt.WindowState.WindowMaximized)

    def end(self) -> None:
        """Leave every window where it is from now on: the workshop's windows close."""
        self.give_room_back()
        self._has_ended = True

    def _put_on(self, screen: QScreen) -> None:
        if not is_same(screen, self._console.screen()):
            self.give_room_back()
        self._board_is_on = identity(screen)
        self._board.place_on(screen)

    def _put_beside(self) -> None:
        """Put the board's window beside the console, which makes room: it covers no control."""
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
        """Return where windows can be: on mirrored displays, what every one of them shows."""
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
        """Hide the board when its display went; when the laptop's went, the board alone stays."""
        if self._has_ended:
            return
        if self._fills_a_display and not self._holds_board(screen):
            self._laptop_went = True
        elif not self._in_window:
            self._is_off = self._waits = True
            self._board_is_on = None
            self._board.hide()
        self.changed.emit()

    def _screen_changed(self) -> None:
        """Cover words first, then put board and console back where their displays now are."""
        if self._has_ended:
            return
        comes_back = self._waits and not self.mirrored and self._chosen() is not None
        if comes_back:
            self._board_is_on = None  # F5 may have filled the console's own display with it
        self.changed.emit()
        if self.mirrored:
            self._step_aside()
        elif comes_back:
            self._come_back()
        else:
            self._follow_displays()

    def _step_aside(self) -> None:
        """Give the board's display back to the console that it shows, and wait in a window."""
        if self._fills_a_display:
            self.place()
            self.changed.emit()
        elif self.in_window:
            self._stay_in_sight()

    def _come_back(self) -> None:
        """Put the board on its display, behind the curtain."""
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
        """Put a board's window beside the console again when its display has become smaller."""
        if self.in_window and not self._area().contains(self._board.geometry()):
            self._put_beside()


def standing_on(window: QWidget) -> QScreen | None:
    """Return the display in which the middle of a window is, if any."""
    middle = window.geometry().center()
    return next((s for s in QGuiApplication.screens() if s.geometry().contains(middle)), None)


def is_same(first: QScreen | None, second: QScreen | None) -> bool:
    """Return whether both are the same display."""
    if first is None or second is None:
        return first is second
    return identity(first) == identity(second)


def _move(window: QWidget, screen: QScreen) -> None:
    """Put a window on a display; a maximised one would stay where it is."""
    maximised = window.isMaximized()
    if maximised:
        window.showNormal()
    window.setScreen(screen)
    window.setGeometry(screen.availableGeometry())
    if maximised:
        window.showMaximized()


def side_by_side(area: QRect) -> tuple[QRect, QRect]:
    """Return where console and board go on one display: the board at the lower right, as 16:9."""
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
