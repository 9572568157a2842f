"""Where records go is said before the start and at closing, and another folder can be chosen."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from facilitator.app.data_folder import DataFolder, open_data_folder
from facilitator.app.program import Program
from facilitator.domain.ids import StepId
from facilitator.store.library.workshops import workshops
from facilitator.ui.console.record.closing import ClosingCard
from facilitator.ui.home.before_page import BeforeYouStartPage
from facilitator.ui.home.records_place import RecordsPlace
from tests.helpers.homes import a_short_plan
from tests.helpers.sessions import PLAN, SETUP


@pytest.fixture
def data(tmp_path: Path) -> Iterator[DataFolder]:
    """Give a data folder that a service copies to other computers, with the records in it."""
    opened = open_data_folder(tmp_path / "OneDrive" / "data")
    with closing(opened.library):
        yield opened


def place_on(program: Program) -> RecordsPlace:
    """Return what *Before you start* says of records."""
    program.open(a_short_plan())
    QApplication.processEvents()
    page = program.home.page
    assert isinstance(page, BeforeYouStartPage)
    return page.questions.records


def card_of(program: Program) -> ClosingCard:
    """Begin a workshop and return its ways to end."""
    program.begin(PLAN, SETUP)
    assert program.running is not None
    program.running.session.steps.jump(StepId("said"))
    program.running.session.said.add("We got through winter")
    return program.running.console.desk.middle.record.closing


def choose_at_home(program: Program, place: RecordsPlace, folder: Path, qtbot: QtBot) -> None:
    """Choose a folder for records on *Before you start*."""
    folder.mkdir(exist_ok=True)
    place.button.click()
    (dialog,) = program.home.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(folder))
    dialog.close()
    qtbot.waitUntil(lambda: not program.home.findChildren(QFileDialog))


def test_before_the_start_a_copied_folder_is_named_with_its_service(program: Program) -> None:
    place = place_on(program)
    assert "OneDrive seems to copy this folder" in place.warning.text()
    assert place.warning.isVisible()


def test_a_folder_chosen_before_the_start_is_where_the_record_goes(
    program: Program, data: DataFolder, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "here"
    place = place_on(program)
    choose_at_home(program, place, folder, qtbot)
    assert str(folder) in place.place.text()
    assert not place.warning.isVisible()
    card = card_of(program)
    assert card.copied.isHidden()
    card.make_record_asked.emit()
    qtbot.waitUntil(lambda: program.running is None)
    (entry,) = workshops(data.library)
    assert entry.record is not None
    assert entry.record.parent == folder
    assert data.records == folder, "the next start knows it"


def test_at_closing_a_copied_folder_is_named_and_another_one_can_be_chosen(
    program: Program, data: DataFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    card = card_of(program)
    assert not card.copied.isHidden()
    assert "OneDrive" in card.copied.text()
    assert not card.folder_button.isHidden()
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_asked: str(folder))
    card.folder_button.click()
    assert card.copied.isHidden()
    assert data.records == folder
    assert program.running is not None, "choosing a folder makes no record yet"


def test_practice_says_nothing_of_folders(program: Program) -> None:
    program.home.try_asked.emit()
    assert program.running is not None
    assert program.running.console.desk.middle.record.closing.copied.isHidden()
