"""Slow work off the GUI thread: the record's PDF, a backup, a large import."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal


class BackgroundTask(QObject):
    """One piece of work; both signals arrive on the thread that made the task."""

    done = Signal(object)  # what the work returned
    failed = Signal(Exception)

    def __init__(self, work: Callable[[], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work

    def start(self) -> None:
        """Run on the shared pool; the work must touch no widget and no open connection."""
        QThreadPool.globalInstance().start(QRunnable.create(self._run))

    def _run(self) -> None:
        try:
            result = self._work()
        except Exception as error:  # whatever it is, it belongs to the thread that asked
            self.failed.emit(error)
        else:
            self.done.emit(result)
