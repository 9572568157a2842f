"""Slow work off the GUI thread: the record's PDF, a backup, a large import."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress

from PySide6.QtCore import QObject, Signal


class BackgroundTask(QObject):
    """One piece of work; both signals arrive on the thread that made the task.

    When the task is deleted meanwhile, the work goes on and nobody is told how it ended.

    Signals:
        done: what the work returned.
        failed: the exception that ended it.
    """

    done = Signal(object)
    failed = Signal(Exception)

    def __init__(self, work: Callable[[], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="background")

    def start(self) -> None:
        """Run on a thread of its own; the work must touch no widget and no open connection."""
        self._pool.submit(self._work).add_done_callback(self._tell)
        self._pool.shutdown(wait=False)

    def _tell(self, finished: Future[object]) -> None:
        error = finished.exception()
        with suppress(RuntimeError):  # what PySide6 raises for an object that is deleted
            if error is None:
                self.done.emit(finished.result())
            else:
                self.failed.emit(error)
