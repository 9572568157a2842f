"""The board: what the whole room sees, and nothing else."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import (
    QCloseEvent,
    QContextMenuEvent,
    QGuiApplication,
    QKeyEvent,
    QResizeEvent,
    QScreen,
)
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.room.pages.picture import RoomPicture
from facilitator.room.spec import LEAST_HEIGHT, WIDTH
from facilitator.ui.scene.scene import RoomScene
from facilitator.ui.scene.view import PictureView
from facilitator.ui.widgets.screens import identity
from facilitator.wording import _

WINDOW = 960, 540  # pixels, next to the console on a single display


class BoardWindow(QWidget):
    """Shows a ``RoomPicture``, without controls, menu or pointer.

    Signals:
        key_pressed: a copy of a key press (``QKeyEvent``), so that clickers work here too.
        close_asked: somebody tried to close it; it stays open until ``close_for_good``.
        screen_gone: its screen was unplugged; the window is already hidden.
        shape: its height in board units, at each change of size.
    """

    key_pressed = Signal(object)
    close_asked = Signal()
    screen_gone = Signal()
    shape = Signal(int)

    def __init__(self, scene: RoomScene | None = None) -> None:
        super().__init__()
        self._may_close = False
        self._screen: int | None = None  # the identity of the display that it fills
        self.view = PictureView(scene, self)
        self.setWindowTitle(_("Board – Facilitator"))
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.screenRemoved.connect(self._screen_removed)

    @Slot(RoomPicture)
    def show_picture(self, picture: RoomPicture) -> None:
        """Show a picture; paint a curtain before returning."""
        self.view.show_picture(picture)

    @property
    def height_units(self) -> int:
        """The height in board units for the present size, limited to the flattest page."""
        return max(LEAST_HEIGHT, round(WIDTH * self.height() / max(1, self.width())))

    def place_on(self, screen: QScreen) -> None:
        """Fill a screen."""
        self._screen = identity(screen)
        self._drop_native_window()
        self.setWindowFlags(Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.showFullScreen()

    def as_window(self) -> None:
        """Become a window next to the console that can be moved and resized."""
        self._screen = None
        self._drop_native_window()
        self.setWindowFlags(Qt.WindowType.Window)
        self.setWindowState(Qt.WindowState.WindowNoState)
        self.resize(*WINDOW)
        self.show()

    def close_for_good(self) -> None:
        """Close the window; nothing else can."""
        self._may_close = True
        self.close()

    def _drop_native_window(self) -> None:
        """Destroy the native window: X would later give the new one the old size."""
        self.hide()
        self.destroy()

    @Slot(QScreen)
    def _screen_removed(self, screen: QScreen) -> None:
        """Hide the window before Qt moves it over the console."""
        number = identity(screen)
        if number == self._screen or (self.isVisible() and number == identity(self.screen())):
            self._screen = None
            self.hide()
            self.screen_gone.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.key_pressed.emit(event.clone())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.shape.emit(self.height_units)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._may_close:
            event.accept()
            return
        event.ignore()
        self.close_asked.emit()
