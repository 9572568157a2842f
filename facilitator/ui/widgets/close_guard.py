"""Keeps a window open until its owner has decided what its closing means."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget


class CloseGuard(QObject):
    """Asks its owner when somebody closes a window by its frame; the window itself stays.

    The console's owner asks then whether the workshop is to wait.

    Signals:
        asked: somebody tried to close the window.
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
