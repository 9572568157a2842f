"""On a machine that cannot save, a workshop runs to its end in the real program, losing nothing."""

import threading
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from facilitator.app.data_folder import DataFolder, open_or_do_without
from facilitator.app.program import Program, Sources
from facilitator.app.workshop_windows import WorkshopWindows
from facilitator.domain.ids import StepId
from facilitator.live.session.chance import SystemShuffler
from facilitator.live.session.clock import SystemClock
from facilitator.ui.console.leaving import STOP
from facilitator.ui.console.record.closing import ELSEWHERE
from tests.helpers.files import open_workshop, read_whole
from tests.helpers.finding import texts_on
from tests.helpers.folder import left_of
from tests.helpers.programs import full_disk, started, workshop_files
from tests.helpers.read_only import read_only
from tests.helpers.records import texts_in
from tests.helpers.sessions import PLAN, SETUP

CANARY = "Kestrel over the night shift"
ROOM = replace(SETUP, title="Riverside")


@pytest.fixture
def data(tmp_path: Path) -> Iterator[DataFolder]:
    """Give a data folder that cannot be made: there is a file of its name."""
    (tmp_path / "file").touch()
    opened = open_or_do_without(tmp_path / "file" / "data")
    with closing(opened.library):
        yield opened


@pytest.fixture
def good(tmp_path: Path) -> Iterator[DataFolder]:
    opened = open_or_do_without(tmp_path / "data")
    with closing(opened.library):
        yield opened


def opened(qapp: QApplication, data: DataFolder) -> Iterator[Program]:
    program = Program(qapp, data, Sources(SystemClock(), SystemShuffler()))
    program.open()
    yield program
    if program.running is not None:
        program.running.close()
    program.home.close()
    qapp.processEvents()


@pytest.fixture
def program(qapp: QApplication, data: DataFolder) -> Iterator[Program]:
    yield from opened(qapp, data)


@pytest.fixture
def on_good_disk(qapp: QApplication, good: DataFolder) -> Iterator[Program]:
    yield from opened(qapp, good)


@pytest.fixture
def stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a folder that is chosen whenever a folder is asked for."""
    folder = tmp_path / "stick"
    folder.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_asked: str(folder))
    return folder


def begun(program: Program) -> WorkshopWindows:
    """Begin a workshop in which something was said."""
    program.begin(PLAN, ROOM)
    assert program.running is not None
    session = program.running.session
    session.steps.jump(StepId("said"))
    session.said.add(CANARY)
    QApplication.processEvents()
    return program.running


def notice_of(windows: WorkshopWindows) -> str:
    return windows.console.desk.middle.notice.text


def test_a_workshop_without_a_data_folder_runs_under_a_banner(program: Program) -> None:
    windows = begun(program)
    header = windows.console.desk.header
    assert not program.is_saved
    assert header.banner.isVisible()
    assert "not being kept" in header.banner_text.text()
    assert header.save_button.isVisible()
    windows.stop_asked.emit()
    assert program.running is windows, "stopping would lose what people wrote"


def test_saved_elsewhere_it_can_be_stopped_and_carried_on_from_there(
    program: Program, stick: Path
) -> None:
    windows = begun(program)
    windows.console.desk.header.save_button.click()
    (path,) = stick.glob("*.workshop")
    assert program.is_saved
    assert windows.console.desk.header.banner.isHidden()
    assert str(path) in notice_of(windows), "no list will know it"
    windows.console.close()
    windows.console.desk.middle.leaving.buttons[STOP].click()
    assert program.running is None
    assert str(path) not in texts_on(program.home), "the room may see Home"
    program.home.set_room_may_see(False)
    assert str(path) in texts_on(program.home)
    program.home.open_file_asked.emit(str(path))
    again = program.running
    assert again is not None
    assert [line.text for line in again.session.workshop.said] == [CANARY]


def test_ended_by_the_system_it_is_saved_where_the_disk_has_room_again(
    on_good_disk: Program, good: DataFolder
) -> None:
    windows = begun(on_good_disk)
    with full_disk():
        windows.session.said.add("Heron at dusk")
    assert not on_good_disk.is_saved
    on_good_disk.terminate()
    assert len(workshop_files(good.path)) == 1
    with started(good.path) as workshops:
        (entry,) = workshops.entries()
    with closing(open_workshop(good.path / entry.file)) as db:
        assert [line.text for line in read_whole(db).said] == [CANARY, "Heron at dusk"]


def test_ended_by_the_system_it_is_saved_before_its_record_is_waited_for(
    on_good_disk: Program, good: DataFolder, qapp: QApplication
) -> None:
    windows = begun(on_good_disk)
    with full_disk():
        windows.session.said.add("Heron at dusk")
    windows.record_asked.emit()
    saved_meanwhile: list[bool] = []
    QTimer.singleShot(0, qapp, lambda: saved_meanwhile.append(on_good_disk.is_saved))
    on_good_disk.terminate()
    assert saved_meanwhile == [True], "a moment is enough then: the next start finishes the record"
    with started(good.path) as workshops:
        workshops.finish_interrupted()
        (entry,) = workshops.entries()
    assert entry.record is not None
    assert "Heron at dusk" in " ".join(texts_in(entry.record.read_bytes()))
    assert workshop_files(good.path) == []


def test_its_record_goes_where_a_record_can_be_written(
    program: Program, stick: Path, qtbot: QtBot
) -> None:
    windows = begun(program)
    card = windows.console.desk.middle.record.closing
    windows.record_asked.emit()
    qtbot.waitUntil(lambda: ELSEWHERE in card.ask.buttons)
    assert "Nothing is lost" in notice_of(windows)
    assert program.running is windows
    assert not program.is_saved
    assert [line.text for line in windows.session.workshop.said] == [CANARY]
    card.ask.buttons[ELSEWHERE].click()
    qtbot.waitUntil(lambda: program.running is None)
    record = program.last_record
    assert record is not None
    assert record.parent == stick
    assert CANARY in " ".join(texts_in(record.read_bytes()))
    assert workshop_files(stick) == []
    assert "does not know that this one is over" in texts_on(program.home)


def test_a_workshop_that_is_kept_keeps_its_file_until_its_record_is_somewhere(
    on_good_disk: Program, good: DataFolder, stick: Path, qtbot: QtBot
) -> None:
    records = good.path / "records"
    records.mkdir()
    windows = begun(on_good_disk)
    card = windows.console.desk.middle.record.closing
    with read_only(records):
        windows.record_asked.emit()
        qtbot.waitUntil(lambda: ELSEWHERE in card.ask.buttons)
        assert list(records.iterdir()) == []
        assert len(list(good.path.glob("*.workshop"))) == 1
        windows.session.said.add("and it can be written in")
        assert on_good_disk.is_saved
        card.ask.buttons[ELSEWHERE].click()
        qtbot.waitUntil(lambda: on_good_disk.running is None)
    assert len(list(stick.glob("*.pdf"))) == 1
    assert workshop_files(good.path) == []
    assert left_of(good.path, [CANARY]) == {}
    assert "in your list" in texts_on(on_good_disk.home)


def test_a_records_folder_that_cannot_be_read_is_reported_too(
    on_good_disk: Program, good: DataFolder, qtbot: QtBot
) -> None:
    (records := good.path / "records").mkdir()
    windows = begun(on_good_disk)
    card = windows.console.desk.middle.record.closing
    with read_only(records):
        records.chmod(0)
        windows.record_asked.emit()
        qtbot.waitUntil(lambda: ELSEWHERE in card.ask.buttons)
        assert "Nothing is lost" in notice_of(windows)
        records.chmod(0o555)


def test_a_stick_that_is_pulled_with_the_record_just_made_on_it_loses_nothing(
    on_good_disk: Program, good: DataFolder, stick: Path, qtbot: QtBot
) -> None:
    windows = begun(on_good_disk)
    records = good.path / "records"
    windows.record_asked.emit()
    for thread in threading.enumerate():  # the program itself does not hear of the record yet
        if thread.name.startswith("background"):
            thread.join(10)
    assert list(records.glob("*.json"))
    records.rename(stick.parent / "pulled")
    card = windows.console.desk.middle.record.closing
    qtbot.waitUntil(lambda: ELSEWHERE in card.ask.buttons)
    assert on_good_disk.running is windows
    assert [line.text for line in windows.session.workshop.said] == [CANARY]
    card.ask.buttons[ELSEWHERE].click()
    qtbot.waitUntil(lambda: on_good_disk.running is None)
    assert len(list(stick.glob("*.pdf"))) == 1
