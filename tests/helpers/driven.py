"""The real program, driven to a moment by keys and clicks; it then prints its process id.

``python -m tests.helpers.driven MOMENT ARGUMENT...``, the arguments being the program's own.
"""

import faulthandler
import os
import sys
import threading
import traceback
from collections.abc import Callable, Iterator
from types import FrameType
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QPlainTextEdit, QWidget

from facilitator.app.running import make_application
from facilitator.cli import main
from facilitator.errors import FacilitatorError
from facilitator.live.library.record_file import write_record
from facilitator.ui.board.window import BoardWindow
from facilitator.ui.console.window import ConsoleWindow
from facilitator.ui.corner.window import CornerWindow
from facilitator.ui.home.window import HomeWindow
from facilitator.ui.widgets.chime import ChimeChoice
from tests.helpers.finding import button, has_button

HALF = "Wigeon half a line"
NOTE = "Ask Gadwall about Tuesday"
MAKE = "Make the record and forget"
ALT = Qt.KeyboardModifier.AltModifier
Steps = Iterator[None]
PATIENCE = 40  # seconds until the moment has come
W = TypeVar("W", bound=QWidget)


def visible(kind: type[W]) -> W | None:
    """Return the visible window of a kind."""
    windows = QApplication.topLevelWidgets()
    return next(
        (window for window in windows if isinstance(window, kind) and window.isVisible()), None
    )


def wait_for(kind: type[W], windows: list[W]) -> Steps:
    """Let the event loop run until a window is visible, and add it to ``windows``."""
    while (window := visible(kind)) is None:
        yield
    windows.append(window)


def home() -> Steps:
    """Home is open, and nothing runs."""
    yield from wait_for(HomeWindow, [])


def console() -> Steps:
    """A note and a said line are half typed on the console, and the board is open."""
    yield from _console_open([])


def _console_open(consoles: list[ConsoleWindow]) -> Steps:
    yield from wait_for(ConsoleWindow, consoles)
    yield from wait_for(BoardWindow, [])
    (window,) = consoles
    while not window.desk.middle.note.field.isVisible():
        QTest.keyClick(window, Qt.Key.Key_1, ALT)
        yield
    window.desk.middle.note.field.setFocus()
    QTest.keyClicks(window.desk.middle.note.field, NOTE)
    yield


def corner() -> Steps:
    """Somebody is in the middle of a line at the typing corner."""
    consoles: list[ConsoleWindow] = []
    yield from _console_open(consoles)
    yield from _turn_to(consoles[0], Qt.Key.Key_2, "Typing corner")
    QTest.mouseClick(button(consoles[0], "Typing corner"), Qt.MouseButton.LeftButton)
    corners: list[CornerWindow] = []
    yield from wait_for(CornerWindow, corners)
    fields = [child for child in corners[0].findChildren(QPlainTextEdit) if child.isVisible()]
    QTest.keyClicks(fields[0], HALF)
    assert fields[0].toPlainText() or fields[0].property("line") != ""
    yield


def leaving() -> Steps:
    """The console asks whether the workshop is to wait."""
    consoles: list[ConsoleWindow] = []
    yield from _console_open(consoles)
    consoles[0].close()
    yield
    assert consoles[0].isVisible()


def chime() -> Steps:
    """The chime was tried on a computer that may have no sound."""
    homes: list[HomeWindow] = []
    yield from wait_for(HomeWindow, homes)
    homes[0].chime_asked.emit(ChimeChoice(is_on=True), True)
    yield


def two_files() -> Steps:
    """A box asks which of two files of one workshop goes on."""
    yield from wait_for(QMessageBox, [])


def record() -> Steps:
    """The record is being made."""
    consoles: list[ConsoleWindow] = []
    yield from _console_open(consoles)
    yield from _turn_to(consoles[0], Qt.Key.Key_3, MAKE)
    yield from _make_record(consoles[0])


def practice() -> Steps:
    """The record of a practice workshop is being made."""
    homes: list[HomeWindow] = []
    yield from wait_for(HomeWindow, homes)
    QTest.mouseClick(button(homes[0], "Try it"), Qt.MouseButton.LeftButton)
    yield
    if has_button(homes[0], "A window here"):  # asked where there is a display for the board
        QTest.mouseClick(button(homes[0], "A window here"), Qt.MouseButton.LeftButton)
    consoles: list[ConsoleWindow] = []
    yield from wait_for(ConsoleWindow, consoles)
    yield from _turn_to(consoles[0], Qt.Key.Key_3, MAKE)
    yield from _make_record(consoles[0])


def _turn_to(window: ConsoleWindow, tab: Qt.Key, name: str) -> Steps:
    """Turn to a tab of the console until it shows a button."""
    while not has_button(window, name):
        QTest.keyClick(window, tab, ALT)
        yield


def _make_record(window: ConsoleWindow) -> Steps:
    """Ask for the record; the thread that makes it stops where it begins."""
    at_work, never = threading.Event(), threading.Event()

    def stop(frame: FrameType, event: str, _value: object) -> None:
        if event == "call" and frame.f_code.co_name == write_record.__name__:
            at_work.set()
            never.wait()

    threading.setprofile(stop)
    for _press in range(2):
        while not has_button(window, MAKE):
            yield
        QTest.mouseClick(button(window, MAKE), Qt.MouseButton.LeftButton)
        yield
    while not at_work.is_set():
        yield


def quit_event() -> Steps:
    """The system itself asks the program to quit, with half a note typed."""
    yield from _console_open([])
    application = QCoreApplication.instance()
    assert application is not None
    QCoreApplication.postEvent(application, QEvent(QEvent.Type.Quit))


def _say_ready() -> None:
    sys.stdout.write(f"{os.getpid()}\n")
    sys.stdout.flush()


MOMENTS: dict[str, Callable[[], Steps]] = {
    moment.__name__: moment
    for moment in (home, console, corner, chime, leaving, two_files, record, practice, quit_event)
}


def drive(moment: str, arguments: list[str]) -> int:
    """Start the program and bring it to a moment; return its exit code."""
    application = make_application()
    steps = MOMENTS[moment]()
    timer = QTimer(application)
    timer.setInterval(20)

    def go_on() -> None:
        try:
            next(steps)
        except StopIteration:
            timer.stop()
            faulthandler.cancel_dump_traceback_later()
            _say_ready()
        except (FacilitatorError, AssertionError):
            traceback.print_exc()
            os._exit(9)

    faulthandler.dump_traceback_later(PATIENCE, exit=True)
    timer.timeout.connect(go_on)
    timer.start()
    return main(arguments)


if __name__ == "__main__":
    sys.exit(drive(sys.argv[1], sys.argv[2:]))
