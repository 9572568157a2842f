"""Home asks which of two files of one workshop goes on, and replaces neither without an answer."""

import os
import shutil
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from facilitator.app.data_folder import DataFolder
from facilitator.app.program import Program
from facilitator.domain.ids import StepId
from facilitator.store.library.workshops import workshops
from tests.helpers.sessions import PLAN, SETUP

EARLY, LATE = "Said before the copy", "Said after the copy"


def say_and_stop(program: Program, text: str) -> None:
    """Say something in the workshop that runs, and stop it for later."""
    windows = program.running
    assert windows is not None
    windows.session.steps.jump(StepId("said"))
    windows.session.said.add(text)
    windows.console.stop_asked.emit()


@pytest.fixture
def copy(program: Program, data: DataFolder, tmp_path: Path) -> Path:
    """Give an older copy of a workshop that waits."""
    program.begin(PLAN, SETUP)
    say_and_stop(program, EARLY)
    (entry,) = workshops(data.library)
    older = shutil.copy(data.path / entry.file, tmp_path / "copy.workshop")
    program.home.carry_on_asked.emit(entry.id)
    say_and_stop(program, LATE)
    return Path(older)


def open_and_press(program: Program, qtbot: QtBot, copy: Path, *keys: Qt.Key) -> str:
    """Open a file at Home, and answer the question by keys; return what it says."""
    told = []

    def answer() -> None:
        ask = QApplication.activeModalWidget()
        assert isinstance(ask, QMessageBox)
        assert str(copy) in ask.informativeText()
        told.append(ask.informativeText())
        for key in keys:
            qtbot.keyClick(ask.focusWidget() or ask, key)
        if ask.isVisible():
            ask.reject()  # else a key that does nothing would hang here

    QTimer.singleShot(0, answer)
    program.home.open_file_asked.emit(str(copy))
    return "".join(told)


@pytest.mark.parametrize(
    ("keys", "lines"),
    [((Qt.Key.Key_Return,), [EARLY, LATE]), ((Qt.Key.Key_Tab, Qt.Key.Key_Space), [EARLY])],
)
def test_the_file_that_was_chosen_goes_on(
    program: Program, qtbot: QtBot, copy: Path, keys: tuple[Qt.Key, ...], lines: list[str]
) -> None:
    open_and_press(program, qtbot, copy, *keys)
    assert program.running is not None
    assert [line.text for line in program.running.session.workshop.said] == lines


def test_who_chooses_neither_changes_nothing(
    program: Program, data: DataFolder, qtbot: QtBot, copy: Path
) -> None:
    before = workshops(data.library)
    open_and_press(program, qtbot, copy, Qt.Key.Key_Escape)
    assert program.running is None
    assert workshops(data.library) == before
    (listed,) = (data.path / entry.file for entry in before)
    program.home.set_room_may_see(False)  # else its path is covered, for a projector is attached
    assert program.home.notice_label.text() == (
        "The list knows another file of this workshop. Choose which of the two goes on. "
        f"On the list is this one: {listed}"
    )


def test_each_file_is_shown_with_the_time_it_was_last_written(
    program: Program, data: DataFolder, qtbot: QtBot, copy: Path
) -> None:
    (listed,) = (data.path / workshop.file for workshop in workshops(data.library))
    for path, at in ((copy, "2026-03-02 09:05"), (listed, "2026-03-09 14:30")):
        seconds = datetime.fromisoformat(at).timestamp()
        os.utime(path, (seconds, seconds))
    assert open_and_press(program, qtbot, copy, Qt.Key.Key_Escape) == (
        f"On the list: {listed}\nLast written Monday 9 March 2026, 14:30.\n\n"
        f"Opened now: {copy}\nLast written Monday 2 March 2026, 09:05."
    )
