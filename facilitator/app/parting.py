"""The page that the room sees after a workshop, instead of the desktop."""

from dataclasses import replace

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QScreen
from PySide6.QtWidgets import QWidget

from facilitator.app.displays import Displays, is_same, screen_of
from facilitator.app.workshop_windows import WorkshopWindows
from facilitator.room.pages.picture import CalmPage, Content, RoomPicture
from facilitator.ui.board.window import BoardWindow
from facilitator.ui.home.board_bar import CLOSE, LeftOnBoard
from facilitator.ui.scene.scene import RoomScene

TURNS = {
    Qt.Key.Key_PageDown: 1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_PageUp: -1,
    Qt.Key.Key_Left: -1,
}
SETTLES_MS = 0, 300  # the system may give the focus to a window later
PASSES_MS = 1500  # displays overlap for less than this while one is added


class Parting(QObject):
    """Keeps a page on the board's display, in a new window that never contained people's words.

    With a single display, or mirrored ones, there is no page: it would cover Home.

    Signals:
        changed: the page, its sheet, or whether it is open.
    """

    changed = Signal()

    def __init__(self, application: QGuiApplication, home: QWidget) -> None:
        super().__init__(home)
        self._application, self._home = application, home
        self._board: BoardWindow | None = None
        self._displays: Displays | None = None
        self._scene = RoomScene()
        self._picture = RoomPicture(CalmPage())

    @property
    def left(self) -> LeftOnBoard | None:
        """What the room still sees, if anything."""
        if self._board is None:
            return None
        is_calm = isinstance(self._picture.content, CalmPage)
        is_unplugged = self._displays is not None and self._displays.is_off
        return LeftOnBoard(is_calm, self._picture.page, self._pages, is_unplugged)

    @property
    def _pages(self) -> int:
        return self._scene.count(self._picture)

    def open(self, windows: WorkshopWindows, content: Content) -> None:
        """Put a page over the board of a workshop that is about to close, if the room sees it.

        Home moves to the console's display, so that the page does not cover it.
        """
        self.close()
        private = windows.displays.private()
        if not windows.displays.is_seen_by_room or private is None:
            return
        self._bring_home(private)
        session = windows.session
        self._scene = RoomScene()
        self._picture = RoomPicture(content, session.workshop.languages, session.board.spec)
        self._board = board = BoardWindow(self._scene)
        board.shape.connect(self._take_shape)
        board.key_pressed.connect(self._take_key)
        board.close_asked.connect(self.close)
        board.show_picture(self._picture)
        self._displays = Displays(self._application, board, self._home, None)
        self._displays.place_on(windows.displays.board_key)
        self._displays.changed.connect(self._look_at_displays)
        self._give_home_the_keyboard()
        self.changed.emit()

    def show(self, content: Content) -> None:
        """Show another page, if one is open."""
        if self._board is not None:
            self._show(replace(self._picture, content=content, page=0))

    def turn(self, pages: int) -> None:
        """Turn to another sheet of the page, if it has several."""
        if self._board is not None:
            place = min(max(self._picture.page + pages, 0), self._pages - 1)
            self._show(replace(self._picture, page=place))

    def close(self) -> None:
        """Close the page: the room sees the desktop, or a new board."""
        if self._board is not None:
            board, self._board, self._displays = self._board, None, None
            board.close_for_good()
            board.deleteLater()
            self.changed.emit()

    def _show(self, picture: RoomPicture) -> None:
        self._picture = picture
        if self._board is not None:
            self._board.show_picture(picture)
        self.changed.emit()

    def _take_shape(self, units: int) -> None:
        self._picture = replace(self._picture, spec=replace(self._picture.spec, height=units))
        if self._board is not None:
            self._board.show_picture(self._picture)
        QTimer.singleShot(0, self, self.changed.emit)  # the board is moving to its display

    def _take_key(self, event: QKeyEvent) -> None:
        """Turn the sheets by a clicker, or close by Home's key; ignore other keys."""
        if QKeySequence(event.keyCombination()) == CLOSE:
            self.close()
        elif pages := TURNS.get(Qt.Key(event.key())):
            self.turn(pages)

    def _look_at_displays(self) -> None:
        """Report what the room sees, and place both windows once the displays are stable."""
        for wait_ms in (*SETTLES_MS, PASSES_MS):
            QTimer.singleShot(wait_ms, self, self._put_in_order)
        QTimer.singleShot(PASSES_MS, self, self._close_over_home)
        self.changed.emit()

    def _put_in_order(self) -> None:
        """Move Home off the page's display, or behind the page if that is the only display."""
        board, displays = self._board, self._displays
        if board is None or displays is None or self._covers_home:
            return
        private = displays.private()
        if private is None:
            board.raise_()
            return
        self._bring_home(private)
        self._home.activateWindow()

    @property
    def _covers_home(self) -> bool:
        displays = self._displays
        return displays is not None and (displays.mirrored or displays.in_window)

    def _close_over_home(self) -> None:
        """Close the page if it still covers Home: displays may overlap for a moment."""
        if self._covers_home:
            self.close()

    def _give_home_the_keyboard(self) -> None:
        for wait_ms in SETTLES_MS:
            QTimer.singleShot(wait_ms, self._home, self._home.activateWindow)

    def _bring_home(self, screen: QScreen) -> None:
        home = self._home
        if is_same(screen_of(home), screen):
            return
        area = home.geometry()
        area.moveCenter(screen.availableGeometry().center())
        home.setScreen(screen)
        home.setGeometry(area)
