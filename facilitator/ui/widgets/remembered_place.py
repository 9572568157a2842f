"""Saves and restores the size and place of a window.

A place is restored only within the first display, where the window would open anyway: so none
opens on a projector, or outside of all displays, because it was there another time.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect, QSize, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from facilitator.domain.window_place import WindowPlace

FRAME = QSize(16, 48)  # pixels: the system's frame around a window


class RememberedPlace(QObject):
    """Restores a window's place, and reports its place on closing if it was moved."""

    def __init__(self, window: QWidget, save: Callable[[WindowPlace], None]) -> None:
        super().__init__(window)
        self._window, self._save_place = window, save
        self._opened: WindowPlace | None = None  # its first place, before anybody moved it
        self._is_painted = False
        window.installEventFilter(self)

    def put_back(self, place: WindowPlace | None) -> None:
        """Restore the window's size, and its place if that is safe."""
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
        elif event.type() in (QEvent.Type.Close, QEvent.Type.Hide) and self._is_alive:
            self._save()
        return super().eventFilter(watched, event)

    @property
    def _is_alive(self) -> bool:
        """Return whether the window was visible and exists: Qt hides a window that it destroys."""
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
