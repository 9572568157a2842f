"""Keeps a window open that must not close by accident."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget


class CloseGuard(QObject):
    """Turns the closing of a window by its frame into a question.

    Signals:
        asked: somebody tried to close the window; it stays.
    """

    asked = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        window.installEventFilter(self)

    def stand_aside(self) -> None:
        """Let the window be closed from now on."""
        self._window.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() is QEvent.Type.Close:
            event.ignore()
            self.asked.emit()
            return True
        return super().eventFilter(watched, event)
