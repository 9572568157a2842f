"""Home asks which of two files of one workshop goes on; nobody's words are replaced unasked."""

import shutil
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
    windows.console.desk.middle.leaving.stop_asked.emit()


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


def open_and_press(program: Program, qtbot: QtBot, copy: Path, *keys: Qt.Key) -> None:
    """Open a file at Home, and answer the question by keys."""

    def answer() -> None:
        ask = QApplication.activeModalWidget()
        assert isinstance(ask, QMessageBox)
        assert str(copy) in ask.informativeText()
        for key in keys:
            qtbot.keyClick(ask.focusWidget() or ask, key)
        if ask.isVisible():
            ask.reject()  # else a key that does nothing would stand still here

    QTimer.singleShot(0, answer)
    program.home.open_file_asked.emit(str(copy))


@pytest.mark.parametrize(
    ("keys", "said"),
    [((Qt.Key.Key_Return,), [EARLY, LATE]), ((Qt.Key.Key_Tab, Qt.Key.Key_Space), [EARLY])],
)
def test_the_file_that_was_chosen_goes_on(
    program: Program, qtbot: QtBot, copy: Path, keys: tuple[Qt.Key, ...], said: list[str]
) -> None:
    open_and_press(program, qtbot, copy, *keys)
    assert program.running is not None
    assert [one.text for one in program.running.session.workshop.said] == said


def test_who_chooses_neither_changes_nothing(
    program: Program, data: DataFolder, qtbot: QtBot, copy: Path
) -> None:
    before = workshops(data.library)
    open_and_press(program, qtbot, copy, Qt.Key.Key_Escape)
    assert program.running is None
    assert workshops(data.library) == before
    assert "another file" in program.home.notice_label.text()
