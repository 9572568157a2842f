"""Home offers to save what can be read of a damaged file; Esc changes nothing."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from facilitator.app.data_folder import DataFolder
from facilitator.app.program import Program
from facilitator.domain.ids import StepId
from facilitator.domain.stage import Stage
from facilitator.live.library.workshop_list import WorkshopList
from facilitator.store.library.workshops import workshops
from tests.helpers.broken_files import in_bytes
from tests.helpers.sessions import PLAN, SETUP
from tests.live.library.test_damaged_files import spoil_a_value

SAID = "We got through winter"


@pytest.fixture
def damaged(program: Program, data: DataFolder) -> Path:
    """Give the file of a workshop that waits, with a value in it that we never write."""
    program.begin(PLAN, SETUP)
    windows = program.running
    assert windows is not None
    windows.session.steps.jump(StepId("said"))
    windows.session.said.add(SAID)
    windows.console.stop_asked.emit()
    (entry,) = workshops(data.library)
    spoil_a_value(data.path / entry.file)
    return data.path / entry.file


def answer_by(qtbot: QtBot, told: list[str], key: Qt.Key) -> None:
    """Answer the question that is asked next by a key."""

    def answer() -> None:
        ask = QApplication.activeModalWidget()
        assert isinstance(ask, QMessageBox)
        told.extend((ask.text(), ask.informativeText()))
        qtbot.keyClick(ask.focusWidget() or ask, key)
        if ask.isVisible():
            ask.reject()  # else a key that does nothing would wait here for ever

    QTimer.singleShot(0, answer)


@pytest.mark.parametrize("stage", [Stage.RUNNING, Stage.CLOSING])
@pytest.mark.parametrize("way", ["opened", "carried on"])
def test_what_can_be_read_goes_on_when_the_facilitator_says_so(
    program: Program, data: DataFolder, qtbot: QtBot, damaged: Path, way: str, stage: Stage
) -> None:
    (entry,) = workshops(data.library)
    if stage is Stage.CLOSING:  # a crash came before its record was made
        record = data.path / "records" / "said.pdf"
        WorkshopList(data.path, data.library).save(replace(entry, stage=stage, record=record))
    told: list[str] = []
    answer_by(qtbot, told, Qt.Key.Key_Return)
    if way == "opened":
        program.home.open_file_asked.emit(str(damaged))
    else:
        program.home.carry_on_asked.emit(entry.id)
    assert program.running is not None
    assert [line.text for line in program.running.session.workshop.said] == [SAID]
    assert "damaged" in told[0]
    assert str(damaged) in told[1]
    assert SAID not in "".join(told)


def test_who_says_no_changes_nothing(
    program: Program, data: DataFolder, qtbot: QtBot, damaged: Path
) -> None:
    before = workshops(data.library), damaged.read_bytes()
    answer_by(qtbot, [], Qt.Key.Key_Escape)
    program.home.open_file_asked.emit(str(damaged))
    assert program.running is None
    assert (workshops(data.library), damaged.read_bytes()) == before
    assert sorted(data.path.glob("*.workshop")) == [damaged]


def test_a_file_of_which_nothing_can_be_read_is_refused_without_a_question(
    program: Program, damaged: Path
) -> None:
    in_bytes(100, bytes(3996))(damaged)
    program.home.open_file_asked.emit(str(damaged))
    assert program.running is None
    assert "damaged" in program.home.notice_label.text()
