"""How a workshop ends in the real program: once only, and Home says what really happened."""

import socket
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QDir, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from facilitator.app import workshop_windows
from facilitator.app.data_folder import DataFolder, open_data_folder
from facilitator.app.home_view import Settings
from facilitator.app.practice_folder import PREFIX, PracticeFolder, sweep
from facilitator.app.program import Program
from facilitator.app.workshop_windows import WorkshopWindows
from facilitator.domain.ids import StepId
from facilitator.domain.workshop import Stage
from facilitator.room.pages.picture import Theme
from facilitator.store.library.agreements import saved_agreement
from facilitator.store.library.file import open_library
from facilitator.store.library.workshops import workshops
from facilitator.ui.console.leaving import STOP
from tests.helpers.agreements import agree, suggested
from tests.helpers.files import open_workshop, read_whole
from tests.helpers.folder import left_of
from tests.helpers.programs import full_disk, workshop_files
from tests.helpers.sessions import PLAN, SETUP

CANARY = "Kestrel over the night shift"


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[DataFolder]:
    """Give a data folder, and a folder for temporary files of the test's own."""
    (tmp_path / "tmp").mkdir()
    monkeypatch.setenv("TMPDIR", str(tmp_path / "tmp"))
    opened = open_data_folder(tmp_path / "data")
    with closing(opened.library):
        yield opened


def begun(program: Program) -> WorkshopWindows:
    """Begin a workshop in which something was said."""
    program.begin(PLAN, SETUP)
    assert program.running is not None
    session = program.running.session
    session.steps.jump(StepId("said"))
    session.said.add(CANARY)
    return program.running


def notice_of(windows: WorkshopWindows) -> str:
    """Return what the console says."""
    return windows.console.desk.middle.notice.text


@pytest.mark.parametrize("other", ["delete_asked", "stop_asked", "frame"])
def test_while_the_record_is_made_a_workshop_ends_in_no_other_way(
    program: Program, data: DataFolder, qtbot: QtBot, other: str
) -> None:
    windows = begun(program)
    windows.record_asked.emit()
    if other == "frame":
        windows.console.close()
    else:
        getattr(windows, other).emit()
    assert program.running is windows
    assert "record is being made" in notice_of(windows)
    qtbot.waitUntil(lambda: program.running is None)
    (entry,) = workshops(data.library)
    assert entry.stage is Stage.CLOSED
    assert entry.record == program.last_record
    assert workshop_files(data.path) == []


def test_a_note_is_saved_however_its_field_is_left(program: Program, data: DataFolder) -> None:
    program.begin(PLAN, SETUP)
    windows = program.running
    assert windows is not None
    QTest.keyClicks(windows.console.desk.middle.note.field, "Ask Gadwall")
    windows.stop_asked.emit()
    (entry,) = workshops(data.library)
    with closing(open_workshop(data.path / entry.file)) as db:
        assert read_whole(db).note == "Ask Gadwall"


def test_after_a_record_that_failed_the_workshop_can_be_deleted_and_nothing_remains(
    program: Program, data: DataFolder, qtbot: QtBot
) -> None:
    (data.path / "records").write_text("a file is in the way")
    windows = begun(program)
    windows.record_asked.emit()
    qtbot.waitUntil(lambda: "Nothing is lost" in notice_of(windows))
    windows.delete_asked.emit()
    assert program.running is None
    assert "Nothing of it remains" in program.home.notice_label.text()
    assert left_of(data.path, [CANARY]) == {}
    assert workshops(data.library) == ()


def test_a_workshop_that_is_stopped_waits_and_home_says_so(program: Program) -> None:
    windows = begun(program)
    windows.console.close()
    leaving = windows.console.desk.middle.leaving
    assert program.running is windows, "nothing is stopped by a slip of the hand"
    assert leaving.isVisible()
    assert "kept on this laptop" in leaving.text.text()
    leaving.buttons[STOP].click()
    assert program.running is None
    notice = program.home.notice_label.text()
    assert notice == "The workshop waits; carry on when you like.", "no title: the room may see it"


def test_what_home_said_is_gone_once_a_workshop_has_been_carried_on(
    program: Program, data: DataFolder, qtbot: QtBot
) -> None:
    begun(program).console.stop_asked.emit()
    assert program.home.notice_label.isVisible()
    (entry,) = workshops(data.library)
    program.home.carry_on_asked.emit(entry.id)
    assert program.running is not None
    program.running.record_asked.emit()
    qtbot.waitUntil(lambda: program.running is None)
    assert not program.home.notice_label.isVisible()


def test_closing_the_console_is_asked_about_once_and_esc_goes_on(
    program: Program, qtbot: QtBot
) -> None:
    windows = begun(program)
    leaving = windows.console.desk.middle.leaving
    for _again in range(2):
        windows.console.close()
    assert leaving.isVisible()
    qtbot.keyClick(leaving.leave_button, Qt.Key.Key_Escape)
    assert leaving.isHidden()
    assert program.running is windows


def test_while_somebody_writes_closing_the_console_neither_asks_nor_stops(
    program: Program,
) -> None:
    windows = begun(program)
    windows.console.show_cover(covered=True)
    windows.console.close()
    assert program.running is windows
    assert windows.console.desk.middle.leaving.isHidden()
    assert windows.console.cover.isVisible()


def test_a_workshop_file_is_opened_from_home_where_it_lies(
    program: Program, data: DataFolder, tmp_path: Path
) -> None:
    begun(program).console.stop_asked.emit()
    assert program.running is None
    (entry,) = workshops(data.library)
    stick = tmp_path / "stick.workshop"
    (data.path / entry.file).rename(stick)
    program.home.open_file_asked.emit(str(stick))
    opened = program.running
    assert opened is not None
    assert [line.text for line in opened.session.workshop.said] == [CANARY]
    assert notice_of(opened) == ""


def test_a_workshop_file_is_opened_although_the_list_cannot_be_written(
    program: Program, data: DataFolder, tmp_path: Path
) -> None:
    begun(program).console.stop_asked.emit()
    (entry,) = workshops(data.library)
    stick = tmp_path / "stick.workshop"
    (data.path / entry.file).rename(stick)
    with closing(sqlite3.connect(data.path / "library.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")  # as on a full disk
        program.home.open_file_asked.emit(str(stick))
    assert program.running is not None
    assert str(stick) in notice_of(program.running)
    assert program.is_saved


def test_a_file_that_is_no_workshop_is_named_on_home(program: Program, tmp_path: Path) -> None:
    other = tmp_path / "notes.workshop"
    other.write_text("no workshop")
    program.home.open_file_asked.emit(str(other))
    assert program.running is None
    assert program.home.notice_label.isVisible()
    assert other.read_text() == "no workshop"


def test_practice_ends_without_a_question(program: Program) -> None:
    program.home.try_asked.emit()
    assert program.running is not None
    program.running.console.close()
    assert program.running is None


def test_a_workshop_that_is_not_saved_is_named_so_and_its_record_is_written(
    program: Program, data: DataFolder, qtbot: QtBot
) -> None:
    windows = begun(program)
    assert program.is_saved
    with full_disk():
        windows.session.said.add("One more")
    assert not program.is_saved
    windows.record_asked.emit()
    qtbot.waitUntil(lambda: program.running is None)
    assert program.is_saved
    assert workshop_files(data.path) == []


def test_a_workshop_whose_windows_cannot_be_made_can_be_carried_on(
    program: Program, data: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_windows(*_given: object) -> WorkshopWindows:
        raise MemoryError

    with monkeypatch.context() as machine:
        machine.setattr(workshop_windows, "WorkshopWindows", no_windows)
        with pytest.raises(MemoryError):
            program.begin(PLAN, SETUP)
    assert program.running is None
    (entry,) = workshops(data.library)
    program.home.carry_on_asked.emit(entry.id)
    assert program.running is not None


@pytest.mark.parametrize("yes", [True, False])
def test_what_remains_names_the_agreement_only_if_it_does(
    program: Program, data: DataFolder, qtbot: QtBot, yes: bool
) -> None:
    windows = begun(program)
    session = windows.session
    session.setup.set(replace(SETUP, group="Night shift"))
    session.board.step()
    agree(session, *suggested(session, "One voice"))
    session.agreements.keep_for_next(yes=yes)
    windows.record_asked.emit()
    qtbot.waitUntil(lambda: program.running is None)
    told = " ".join(label.text() for label in program.home.page.findChildren(QLabel))
    assert ("said yes to stays here" in told) is yes
    assert bool(saved_agreement(data.library, "Night shift")) is yes


def test_looks_are_the_usual_ones_while_the_library_cannot_be_read(tmp_path: Path) -> None:
    library = open_library(tmp_path)
    with closing(library):
        settings = Settings(library)
        settings.save_board_theme(next(theme for theme in Theme if theme is not Theme.WARM))
        with (tmp_path / "library.db").open("r+b") as file:
            file.write(b"This is a poem." * 2000)
        assert settings.board_theme is Theme.WARM
        assert settings.text_scale == 100


# Practice.


def practice_folders() -> list[str]:
    return [path.name for path in Path(QDir.tempPath()).glob(f"{PREFIX}*")]


def practised(program: Program, qtbot: QtBot) -> Path:
    """Make the record of a practice workshop."""
    program.home.try_asked.emit()
    assert program.running is not None
    program.running.record_asked.emit()
    qtbot.waitUntil(lambda: program.running is None)
    assert program.last_record is not None
    return program.last_record


def test_the_record_of_practice_goes_when_the_next_workshop_begins(
    program: Program, qtbot: QtBot
) -> None:
    record = practised(program, qtbot)
    assert record.exists()
    begun(program)
    assert practice_folders() == []


def test_the_record_of_practice_goes_when_the_program_ends(
    qapp: QApplication, program: Program, qtbot: QtBot
) -> None:
    assert practised(program, qtbot).exists()
    qapp.aboutToQuit.emit()
    assert practice_folders() == []


@pytest.mark.usefixtures("data")
def test_only_practice_that_no_program_uses_is_swept_away(tmp_path: Path) -> None:
    in_use, others = PracticeFolder(), tmp_path / "others"
    (in_use.path / "record.pdf").write_text("in use")
    (others / "in it").mkdir(parents=True)
    left = Path(QDir.tempPath()) / f"{PREFIX}left"
    left.mkdir()
    (left / "record.pdf").write_text(CANARY)
    (left / "in use").write_text(f"999999999\nfacilitator\n{socket.gethostname()}\n")
    (Path(QDir.tempPath()) / f"{PREFIX}link").symlink_to(others)
    sweep()
    assert sorted(practice_folders()) == sorted([in_use.path.name, f"{PREFIX}link"])
    assert (others / "in it").is_dir()
    in_use.forget()
    assert practice_folders() == [f"{PREFIX}link"]


@pytest.mark.qt_log_ignore("This plugin does not support QPlatformServices", extend=True)
@pytest.mark.parametrize("asked", ["record_opened", "folder_opened"])
def test_a_record_that_no_program_can_open_is_named_with_its_place(
    program: Program, asked: str, tmp_path: Path
) -> None:
    record = tmp_path / "Our record.pdf"
    record.write_text("no PDF")
    program.home.set_room_may_see(False)
    getattr(program.home, asked).emit(str(record))
    told = [label.text() for label in program.home.findChildren(QLabel)]
    assert any("No program here can open PDFs" in t and "Our record.pdf" in t for t in told)
