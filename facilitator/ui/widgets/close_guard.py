"""Keeps a window open until its owner decides what closing it means."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget


class CloseGuard(QObject):
    """Asks the owner when somebody closes a window by its frame; the window stays open.

    The console's owner then asks whether to stop the workshop for later.

    Signals:
        asked: somebody tried to close the window.
    """

    asked = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        window.installEventFilter(self)

    def allow_closing(self) -> None:
        """Allow the window to close from now on."""
        self._window.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() is QEvent.Type.Close:
            event.ignore()
            self.asked.emit()
            return True
        return super().eventFilter(watched, event)
