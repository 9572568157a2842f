"""Size and place of a window, remembered from one time to the next.

A window opens where it was only within the first display, where it would open anyway: so none
comes up on a projector, or outside of all displays, because it was there another time.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect, QSize, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from facilitator.domain.window_place import WindowPlace

FRAME = QSize(16, 48)  # pixels: what a system may draw around a window


class RememberedPlace(QObject):
    """Puts one window where it was, and hands out where it is when it goes, if it was moved."""

    def __init__(self, window: QWidget, save: Callable[[WindowPlace], None]) -> None:
        super().__init__(window)
        self._window, self._save_place = window, save
        self._opened: WindowPlace | None = None  # as it came up, before anybody moved it
        self._is_painted = False
        window.installEventFilter(self)

    def put_back(self, place: WindowPlace | None) -> None:
        """Give the window its size, and its place where that is safe."""
        screen = QGuiApplication.primaryScreen()
        if place is None or screen is None:
            return
        area = screen.availableGeometry()
        wanted = QRect(place.x, place.y, place.width, place.height)
        wanted.setSize(wanted.size().boundedTo(area.size() - FRAME))
        self._window.resize(wanted.size())
        if area.contains(wanted) and not place.is_maximised:
            self._window.setGeometry(wanted)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint and not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self, self._look)
        elif event.type() in (QEvent.Type.Close, QEvent.Type.Hide) and self._is_still_there:
            self._save()
        return super().eventFilter(watched, event)

    @property
    def _is_still_there(self) -> bool:
        """Whether the window was seen, and lives: Qt hides one that it destroys."""
        return self._opened is not None and isValid(self._window)

    def _look(self) -> None:
        self._opened = self._now()

    def _now(self) -> WindowPlace:
        window = self._window
        rect = window.normalGeometry() if window.isMaximized() else window.geometry()
        return WindowPlace(
            rect.x(), rect.y(), rect.width(), rect.height(), is_maximised=window.isMaximized()
        )

    def _save(self) -> None:
        now = self._now()
        if now == self._opened or self._window.isFullScreen() or self._window.isMinimized():
            return
        self._opened = now
        self._save_place(now)
