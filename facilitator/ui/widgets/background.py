"""Runs slow work on a thread: the record's PDF, a backup, a large import.

Python's garbage collector runs on whatever thread happens to allocate. On a worker
thread it would delete widgets, which makes Qt crash the whole program. So it is disabled
while any work is running, and runs on the GUI thread afterwards.
"""

import gc
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor

from PySide6.QtCore import QEventLoop, QObject, QTimer, Signal, Slot

LOOK_MS = 20
_under_way: set["_Work"] = set()  # also keeps work alive after its task is deleted


def is_work_running() -> bool:
    """Return whether any work is still running."""
    return bool(_under_way)


def wait_for_work(patience_ms: int) -> None:
    """Run the event loop, without input, until no work is running or the time is over."""
    loop, looking = QEventLoop(), QTimer()
    looking.timeout.connect(lambda: None if is_work_running() else loop.quit())
    looking.start(LOOK_MS)
    QTimer.singleShot(patience_ms, loop, loop.quit)
    if is_work_running():
        loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)


class BackgroundTask(QObject):
    """A piece of work; both signals arrive on the thread that created the task.

    If the task is deleted meanwhile, the work goes on and its result is not reported.

    Signals:
        done: the return value of the work.
        failed: the exception that ended it.
    """

    done = Signal(object)
    failed = Signal(Exception)

    def __init__(self, work: Callable[[], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = _Work(work)
        self._work.ended.connect(self._tell)

    def start(self) -> None:
        """Run on a new thread; the work must not touch widgets or open database connections."""
        self._work.start()

    @Slot(Future)
    def _tell(self, finished: Future[object]) -> None:
        error = finished.exception()
        if error is None:
            self.done.emit(finished.result())
        else:
            self.failed.emit(error)


class _Work(QObject):
    """Work that lives until it has ended and reported so on the GUI thread.

    Signals:
        ended: the finished work; emitted on its own thread.
    """

    ended = Signal(Future)

    def __init__(self, work: Callable[[], object]) -> None:
        super().__init__()
        self._work = work
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="background")
        self.ended.connect(self._rest)

    def start(self) -> None:
        _under_way.add(self)
        gc.disable()
        self._submitted().add_done_callback(self.ended.emit)
        self._pool.shutdown(wait=False)

    def _submitted(self) -> Future[object]:
        try:
            return self._pool.submit(self._work)
        except RuntimeError as error:  # the machine cannot start another thread
            none: Future[object] = Future()
            none.set_exception(error)
            return none

    @Slot(Future)
    def _rest(self, _finished: Future[object]) -> None:
        _under_way.discard(self)
        if not _under_way:
            gc.enable()
