"""Slow work off the GUI thread: the record's PDF, a backup, a large import.

Python's collector of cyclic garbage runs on whatever thread happens to allocate. On a thread of
work it would free widgets there, which Qt answers with a crash of the whole program. So it rests
while any work is under way, and catches up on the GUI thread afterwards.
"""

import gc
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor

from PySide6.QtCore import QEventLoop, QObject, QTimer, Signal, Slot

LOOK_MS = 20
_under_way: set["_Work"] = set()  # also keeps work alive whose task is deleted meanwhile


def work_is_under_way() -> bool:
    """Return whether any work has not ended yet."""
    return bool(_under_way)


def wait_for_work(patience_ms: int) -> None:
    """Run the event loop until no work is under way, for so long at most; no input is answered."""
    loop, looking = QEventLoop(), QTimer()
    looking.timeout.connect(lambda: None if work_is_under_way() else loop.quit())
    looking.start(LOOK_MS)
    QTimer.singleShot(patience_ms, loop, loop.quit)
    if work_is_under_way():
        loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)


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
        self._work = _Work(work)
        self._work.ended.connect(self._tell)

    def start(self) -> None:
        """Run on a thread of its own; the work must touch no widget and no open connection."""
        self._work.start()

    @Slot(Future)
    def _tell(self, finished: Future[object]) -> None:
        error = finished.exception()
        if error is None:
            self.done.emit(finished.result())
        else:
            self.failed.emit(error)


class _Work(QObject):
    """Work that lives until it has ended and said so on the GUI thread.

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
        except RuntimeError as error:  # the machine has no thread to give
            none: Future[object] = Future()
            none.set_exception(error)
            return none

    @Slot(Future)
    def _rest(self, _finished: Future[object]) -> None:
        _under_way.discard(self)
        if not _under_way:
            gc.enable()
