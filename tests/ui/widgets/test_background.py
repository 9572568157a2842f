"""Work off the GUI thread: how it ends, and what it must never do to the windows meanwhile."""

import gc
import threading

import pytest
import shiboken6
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from facilitator.ui.widgets.background import BackgroundTask


class Remembering(QWidget):
    """A widget that only Python's collector can free; it tells on which thread that happened."""

    def __init__(self, freed_on: list[threading.Thread]) -> None:
        super().__init__()
        self.freed_on = freed_on
        self.itself = self

    def __del__(self) -> None:
        self.freed_on.append(threading.current_thread())


def allocate() -> None:
    """Make Python's collector run, if it may, on the thread that calls this."""
    kept: list[list[int]] = [[] for _ in range(5 * gc.get_threshold()[0])]
    assert kept


def test_no_widget_is_ever_freed_on_another_thread(qtbot: QtBot) -> None:
    freed_on: list[threading.Thread] = []
    gc.collect()
    Remembering(freed_on)
    task = BackgroundTask(allocate)
    with qtbot.waitSignal(task.done):
        task.start()
    assert freed_on == []
    gc.collect()
    assert freed_on == [threading.main_thread()]


@pytest.mark.parametrize("fails", [False, True])
def test_python_collects_again_once_all_work_has_ended(qtbot: QtBot, *, fails: bool) -> None:
    go_on = threading.Event()

    def work() -> None:
        go_on.wait()
        if fails:
            raise ValueError

    long, short = BackgroundTask(work), BackgroundTask(allocate)
    long.start()
    with qtbot.waitSignal(short.done):
        short.start()
    assert not gc.isenabled()
    with qtbot.waitSignal(long.failed if fails else long.done):
        go_on.set()
    qtbot.waitUntil(gc.isenabled)


@pytest.mark.parametrize("fails", [False, True])
def test_work_that_outlives_its_task_ends_quietly(
    qtbot: QtBot, caplog: pytest.LogCaptureFixture, *, fails: bool
) -> None:
    go_on = threading.Event()

    def work() -> None:
        go_on.wait()
        if fails:
            raise ValueError

    task = BackgroundTask(work)
    task.start()
    (thread,) = [
        candidate for candidate in threading.enumerate() if candidate.name.startswith("background")
    ]
    shiboken6.delete(task)
    go_on.set()
    thread.join()
    qtbot.waitUntil(gc.isenabled)
    assert caplog.text == ""


def test_work_that_gets_no_thread_fails_and_python_collects_again(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_thread(_thread: threading.Thread) -> None:
        raise RuntimeError("can't start new thread")

    task = BackgroundTask(allocate)
    with monkeypatch.context() as machine, qtbot.waitSignal(task.failed) as told:
        machine.setattr(threading.Thread, "start", no_thread)
        task.start()
    assert isinstance(told.args[0], RuntimeError)
    assert gc.isenabled()
