"""Keeps a window inside its display, also if that shrinks or is unplugged."""

from PySide6.QtCore import QObject, QPoint, Slot
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget


class InSight(QObject):
    """Watches the displays, and shrinks or moves its window if it would hang over the edge."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.connect(self._watch)
            app.screenRemoved.connect(self.fit)
            for screen in app.screens():
                self._watch(screen)

    @Slot()
    def fit(self) -> None:
        """Move the whole window onto its display, in its old size if there is room."""
        window, area = self._window, self._window.screen().availableGeometry()
        if window.isMaximized() or window.isFullScreen():
            return
        around = window.frameGeometry().size() - window.size()
        size = window.size().boundedTo(area.size() - around)
        if size != window.size():
            window.resize(size)
        whole = window.size() + around
        at, last = window.pos(), area.bottomRight() + QPoint(1, 1)
        left = max(area.left(), min(at.x(), last.x() - whole.width()))
        top = max(area.top(), min(at.y(), last.y() - whole.height()))
        if (left, top) != at.toTuple():
            window.move(left, top)

    @Slot(QScreen)
    def _watch(self, screen: QScreen) -> None:
        screen.availableGeometryChanged.connect(self.fit)
