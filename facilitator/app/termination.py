"""Ends the program when the system asks: log-out, Quit from the system's menu, or a signal."""

import os
import signal
import sys
from collections.abc import Sequence
from types import FrameType

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSocketNotifier, QTimer, Signal
from PySide6.QtWidgets import QApplication

NAMES = ("SIGTERM", "SIGINT", "SIGHUP", "SIGBREAK")  # each system has some of these
LOOK_MS = 250  # on Windows, where no notifier can watch a pipe


class Application(QApplication):
    """The application, which the system can end without asking.

    Signals:
        terminating: close everything now, without asking.
    """

    terminating = Signal()

    def __init__(self, arguments: Sequence[str]) -> None:
        super().__init__(arguments)
        self.is_terminated = False

    def event(self, event: QEvent) -> bool:
        """Handle Quit immediately. Qt's handler asks every window, and any of them could refuse."""
        if event.type() is not QEvent.Type.Quit:
            return super().event(event)
        self.is_terminated = True
        self.terminating.emit()
        self.closeAllWindows()
        self.exit(0)
        event.accept()
        return True

    def terminate(self) -> None:
        """Terminate as the system does, also before the event loop runs."""
        QCoreApplication.sendEvent(self, QEvent(QEvent.Type.Quit))


class SystemSignals(QObject):
    """Passes the system's signals to the event loop, since no Python code runs while Qt waits.

    A signal that is ignored when the program starts, as with ``nohup``, stays ignored.

    Signals:
        asked: the system, or somebody at a terminal, asks the program to end.
    """

    asked = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._has_come = False
        numbers = [getattr(signal, name) for name in NAMES if hasattr(signal, name)]
        self._before = {
            number: signal.signal(number, self._note)
            for number in numbers
            if signal.getsignal(number) is not signal.SIG_IGN
        }
        if sys.platform == "win32":
            looking = QTimer(self)
            looking.timeout.connect(self._look)
            looking.start(LOOK_MS)
        else:
            self._watch_a_pipe()

    def _watch_a_pipe(self) -> None:
        """Make Python's handler write to a pipe that wakes the event loop."""
        self._reading, self._writing = os.pipe()
        for end in (self._reading, self._writing):
            os.set_blocking(end, False)
        signal.set_wakeup_fd(self._writing, warn_on_full_buffer=False)
        self._notifier = QSocketNotifier(self._reading, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._drain)

    def restore(self) -> None:
        """Restore the previous signal handlers."""
        for number, handler in self._before.items():
            signal.signal(number, handler)
        if sys.platform != "win32":
            self._notifier.setEnabled(False)
            signal.set_wakeup_fd(-1)
            os.close(self._reading)
            os.close(self._writing)

    def _note(self, _number: int, _frame: FrameType | None) -> None:
        self._has_come = True

    def _drain(self) -> None:
        os.read(self._reading, 4096)
        self._look()

    def _look(self) -> None:
        if self._has_come:
            self._has_come = False
            self.asked.emit()
