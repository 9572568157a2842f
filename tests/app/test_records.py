"""What Home does with finished records: lines come out, and a record that moved is found."""

import os
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from facilitator.app.data_folder import DataFolder
from facilitator.app.program import Program, Sources
from facilitator.domain.ids import StepId
from facilitator.domain.stage import Stage
from facilitator.live.library.taking_out import open_record
from facilitator.live.session.chance import SystemShuffler
from facilitator.live.session.clock import SystemClock
from facilitator.record import json_of
from facilitator.store.database import transaction
from facilitator.store.library.agreements import save_group_agreement, saved_agreement
from facilitator.store.library.workshops import save_workshop, workshops
from facilitator.store.record_files import json_beside
from facilitator.ui.home.home_page import HomePage
from facilitator.ui.home.lines_page import LinesPage
from facilitator.ui.home.notice import Notice
from facilitator.ui.home.rows import ClosedRow
from facilitator.ui.widgets.background import is_work_running
from facilitator.ui.widgets.buttons import Button
from tests.helpers.finding import texts_on
from tests.helpers.folder import left_of
from tests.helpers.records import texts_in
from tests.helpers.sessions import PLAN, SETUP

GONE, STAYS = "Kestrel over the night shift", "We got through winter"


@pytest.fixture(autouse=True)
def left(qapp: QApplication, program: Program) -> Iterator[None]:
    """End the program as closing its last window does, while its list can be written."""
    yield
    assert program
    qapp.aboutToQuit.emit()


@pytest.fixture
def record(program: Program, qtbot: QtBot) -> Path:
    """Give the record of a workshop that is over, with Home open."""
    return closed(program, qtbot)


def closed(program: Program, qtbot: QtBot) -> Path:
    program.begin(PLAN, SETUP)
    assert program.running is not None
    session = program.running.session
    session.steps.jump(StepId("said"))
    for text in (GONE, STAYS):
        session.said.add(text)
    program.running.record_asked.emit()
    qtbot.waitUntil(lambda: program.running is None)
    assert program.last_record is not None
    click(program, "Back to Home")
    return program.last_record


def button(program: Program, text: str) -> Button:
    """Return the button that is shown with this text."""
    QApplication.processEvents()
    buttons = [button for button in program.home.findChildren(Button) if button.isVisible()]
    return next(candidate for candidate in buttons if candidate.text() == text)


def click(program: Program, text: str) -> None:
    button(program, text).click()
    QApplication.processEvents()


def uncovered(program: Program) -> None:
    """Show the list: a second display is attached in tests."""
    click(program, "Show my workshops")


def lines_page(program: Program) -> LinesPage:
    page = program.home.page
    assert isinstance(page, LinesPage)
    return page


def take_out(program: Program, qtbot: QtBot, *lines: str) -> None:
    """Choose lines on the page and rebuild the record."""
    page = lines_page(program)
    for row in page.rows:
        if row.switch.accessibleName().removeprefix("Take out: ") in lines:
            row.switch.click()
    assert len(page.chosen) == len(lines)
    click(program, "Make the record again without these")
    click(program, "Take them out for good")
    qtbot.waitUntil(lambda: program.home.page is not page, timeout=20_000)


def test_a_line_is_taken_out_from_my_workshops(
    program: Program, qtbot: QtBot, record: Path
) -> None:
    uncovered(program)
    click(program, "Take a line out")
    take_out(program, qtbot, GONE)
    assert left_of(record.parent.parent, [GONE]) == {}
    words = " ".join(texts_in(record.read_bytes()))
    assert STAYS in words
    assert GONE not in words
    texts = texts_on(program.home)
    assert "The record is made again" in texts
    assert "Copies that were given away, mailed, printed or backed up" in texts
    assert SETUP.recipients in texts
    assert GONE not in texts


@pytest.mark.parametrize("by", ["pdf", "json"])
def test_a_record_is_opened_as_a_file(program: Program, record: Path, by: str) -> None:
    program.home.open_file_asked.emit(str(record if by == "pdf" else json_beside(record)))
    page = lines_page(program)
    assert [row.switch.accessibleName() for row in page.rows] == [
        f"Take out: {GONE}",
        f"Take out: {STAYS}",
    ]


def test_nothing_comes_out_before_it_was_confirmed(program: Program, record: Path) -> None:
    before = record.read_bytes()
    program.home.open_file_asked.emit(str(record))
    page = lines_page(program)
    assert not page.make_button.isEnabled()
    page.rows[0].switch.click()
    click(program, "Show them here")
    click(program, "Make the record again without these")
    assert page.question.leave_button.hasFocus()
    click(program, "Leave it as it is")
    assert page.chosen
    click(program, "Back")
    assert record.read_bytes() == before


def test_lines_are_covered_while_the_room_may_see_them(program: Program, record: Path) -> None:
    program.home.open_file_asked.emit(str(record))
    assert GONE not in texts_on(program.home)
    click(program, "Show them here")
    assert GONE in texts_on(program.home)
    program.home.set_room_may_see(True)
    assert GONE not in texts_on(program.home)


def test_a_record_that_cannot_be_replaced_is_as_it_was_and_home_says_so(
    program: Program, qtbot: QtBot, record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_file: int) -> None:
        raise OSError(28, "No space left on device")

    before = record.read_bytes()
    program.home.open_file_asked.emit(str(record))
    page = lines_page(program)
    page.rows[0].switch.click()
    with monkeypatch.context() as machine:
        machine.setattr(os, "fsync", full)
        page.make_asked.emit(page.chosen)
        qtbot.waitUntil(program.home.notice_label.isVisible)
    assert "cannot be replaced" in program.home.notice_label.text()
    assert page.make_button.isEnabled()
    assert record.read_bytes() == before


@pytest.mark.parametrize("page", ["after a line", "after a workshop"])
def test_who_gets_the_record_and_what_it_is_called_are_covered_beside_a_projector(
    program: Program, qtbot: QtBot, record: Path, page: str
) -> None:
    if page == "after a line":
        program.home.open_file_asked.emit(str(record))
        take_out_chosen(program, qtbot)
    else:
        program.home.show_after("All notes are gone.", str(record))
    private = [record.stem, *([SETUP.recipients] if page == "after a line" else [])]
    assert not [text for text in private if text in texts_on(program.home)]
    click(program, "Show them here")
    assert all(text in texts_on(program.home) for text in private)
    program.home.set_room_may_see(True)
    assert not [text for text in private if text in texts_on(program.home)]


def test_what_a_missing_record_is_called_is_covered_beside_a_projector(
    program: Program, record: Path
) -> None:
    record.unlink()
    program.home.record_opened.emit(str(record))
    assert "not there any more" in texts_on(program.home)
    assert record.stem not in texts_on(program.home)
    spoken = [notice.accessibleName() for notice in program.home.findChildren(Notice)]
    assert record.stem not in " ".join(spoken)
    click(program, "Show it here")
    assert record.stem in texts_on(program.home)
    assert button(program, "Choose where it is")


def take_out_chosen(program: Program, qtbot: QtBot) -> None:
    page = lines_page(program)
    page.rows[0].switch.click()
    page.make_asked.emit(page.chosen)
    qtbot.waitUntil(lambda: program.home.page is not page, timeout=20_000)


class Stopped:
    """A disk that makes the thread which writes the record wait until it is released."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._may_go = threading.Event()
        fsync = os.fsync

        def wait(file: int) -> None:
            if threading.current_thread() is not threading.main_thread():
                self._may_go.wait(20)
            fsync(file)

        monkeypatch.setattr(os, "fsync", wait)

    def let_go(self, qtbot: QtBot) -> None:
        self._may_go.set()
        qtbot.waitUntil(lambda: not is_work_running(), timeout=20_000)
        QApplication.processEvents()


@pytest.fixture
def stopped(monkeypatch: pytest.MonkeyPatch) -> Stopped:
    return Stopped(monkeypatch)


def being_made(program: Program, record: Path) -> LinesPage:
    """Ask for a record without its first line."""
    program.home.open_file_asked.emit(str(record))
    page = lines_page(program)
    page.rows[0].switch.click()
    click(program, "Make the record again without these")
    click(program, "Take them out for good")
    return page


def test_nobody_leaves_the_page_while_the_record_is_rebuilt(
    program: Program, qtbot: QtBot, record: Path, stopped: Stopped
) -> None:
    page = being_made(program, record)
    assert not button(program, "Back").isEnabled()
    qtbot.keyClick(program.home, Qt.Key.Key_Escape)
    assert program.home.page is page
    stopped.let_go(qtbot)
    qtbot.waitUntil(lambda: "The record is made again" in texts_on(program.home))


def test_one_record_is_rebuilt_at_a_time(
    program: Program, qtbot: QtBot, record: Path, stopped: Stopped
) -> None:
    page = being_made(program, record)
    program.home.open_file_asked.emit(str(record))
    program.home.lines_asked.emit(str(record))
    program.home.record_found.emit(str(record), str(record))
    assert program.home.page is page
    assert "being made again" in program.home.notice_label.text()
    page.make_asked.emit(page.chosen)
    stopped.let_go(qtbot)
    qtbot.waitUntil(lambda: GONE not in json_beside(record).read_text("utf-8"))
    qtbot.waitUntil(lambda: len(list(record.parent.iterdir())) == 2)


def test_what_came_of_it_is_said_wherever_home_is_by_then(
    program: Program, qtbot: QtBot, record: Path, stopped: Stopped
) -> None:
    being_made(program, record)
    program.home.show_before(PLAN, ())
    page = program.home.page
    stopped.let_go(qtbot)
    notice = program.home.notice_label
    qtbot.waitUntil(lambda: "in neither the record nor its data file" in notice.text())
    assert program.home.page is page, "what is typed there stays"


def test_after_a_record_could_not_be_rebuilt_the_page_can_be_left(
    program: Program, qtbot: QtBot, record: Path, stopped: Stopped
) -> None:
    page = being_made(program, record)
    json_beside(record).write_text("{}")
    stopped.let_go(qtbot)
    qtbot.waitUntil(lambda: "changed since" in program.home.notice_label.text())
    assert lines_page(program) is page
    click(program, "Back")
    assert isinstance(program.home.page, HomePage)


def test_a_record_without_its_data_file_says_so(program: Program, record: Path) -> None:
    json_beside(record).unlink()
    program.home.open_file_asked.emit(str(record))
    click(program, "Show it here")  # a projector is attached
    told = program.home.notice_label.text()
    assert "data file of this record is not beside it" in told
    assert json_beside(record).name.partition(" ")[2] in told


@pytest.mark.qt_log_ignore("This plugin does not support QPlatformServices", extend=True)
def test_a_record_that_moved_is_said_to_have_and_is_chosen(
    program: Program, qtbot: QtBot, data: DataFolder, record: Path, tmp_path: Path
) -> None:
    moved = tmp_path / "moved.pdf"
    record.rename(moved)
    json_beside(record).rename(json_beside(moved))
    uncovered(program)
    click(program, "Open the record")
    assert "not there any more" in program.home.notice_label.text()
    choose(program, qtbot, moved)
    (entry,) = workshops(data.library)
    assert entry.record == moved


def test_the_record_of_another_workshop_is_not_taken_for_the_one_that_moved(
    program: Program, data: DataFolder, record: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.pdf"
    other.write_bytes(record.read_bytes())
    summary = replace(open_record(record).summary, title="Another")
    json_beside(other).write_text(json_of(summary), encoding="utf-8")
    record.unlink()
    json_beside(record).unlink()
    program.home.record_found.emit(str(record), str(other))
    (entry,) = workshops(data.library)
    assert entry.record == record


def choose(program: Program, qtbot: QtBot, path: Path) -> None:
    """Choose a file in the question for where the record is."""
    click(program, "Choose where it is")
    (dialog,) = program.home.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(path))
    dialog.close()
    qtbot.waitUntil(lambda: not program.home.findChildren(QFileDialog))


# Removing from the list.


def the_row(program: Program) -> ClosedRow:
    (row,) = program.home.findChildren(ClosedRow)
    return row


def test_removing_from_the_list_asks_first_and_says_that_the_agreement_goes(
    program: Program, qtbot: QtBot, data: DataFolder
) -> None:
    record = closed(program, qtbot)
    (entry,) = workshops(data.library)
    with transaction(data.library):
        save_group_agreement(data.library, entry.group, ("One voice",))
    program.open()
    program.home.set_room_may_see(False)
    click(program, "Delete from the list")
    warning = "\nDeleting this workshop also deletes what this group kept for its next one."
    assert warning in texts_on(program.home)
    assert the_row(program).question.leave_button.hasFocus()
    click(program, "Keep it")
    assert len(workshops(data.library)) == 1
    click(program, "Delete from the list")
    click(program, "Delete it")
    assert "is off the list" in texts_on(program.home)
    assert record.exists()


def test_what_was_removed_comes_back_with_undo_and_its_agreement_with_it(
    program: Program, data: DataFolder, record: Path
) -> None:
    (entry,) = workshops(data.library)
    uncovered(program)
    click(program, "Delete from the list")
    click(program, "Delete it")
    assert the_row(program).undo_button.hasFocus()
    click(program, "Undo")
    assert "Open the record" in [
        button.accessibleName()
        for button in program.home.findChildren(Button)
        if button.isVisible()
    ]
    program.begin(PLAN, SETUP)
    assert entry in workshops(data.library)
    assert record.exists()


@pytest.mark.parametrize("by", ["a workshop", "the end"])
def test_what_was_removed_is_gone_once_home_is_left(
    qapp: QApplication, program: Program, data: DataFolder, record: Path, by: str
) -> None:
    (entry,) = workshops(data.library)
    with transaction(data.library):
        save_group_agreement(data.library, entry.group, ("One voice",))
    uncovered(program)
    click(program, "Delete from the list")
    click(program, "Delete it")
    assert saved_agreement(data.library, entry.group), "it can still be undone"
    if by == "a workshop":
        program.begin(PLAN, SETUP)
    else:
        qapp.aboutToQuit.emit()
    assert entry.id not in [workshop.id for workshop in workshops(data.library)]
    assert not saved_agreement(data.library, entry.group)
    assert record.exists()


def test_the_whole_way_goes_by_keys(program: Program, qtbot: QtBot, record: Path) -> None:
    program.home.open_file_asked.emit(str(record))
    page = lines_page(program)
    click(program, "Show them here")
    assert page.rows[0].switch.hasFocus()
    qtbot.keyClick(page.rows[0].switch, Qt.Key.Key_Space)
    page.make_button.setFocus()
    qtbot.keyClick(page.make_button, Qt.Key.Key_Return)
    assert page.question.leave_button.hasFocus()
    qtbot.keyClick(page.question.leave_button, Qt.Key.Key_Escape)
    assert page.make_button.hasFocus()
    qtbot.keyClick(page.make_button, Qt.Key.Key_Escape)
    assert program.home.page is program.home.home_page


def test_the_next_start_finishes_what_a_kill_left_of_taking_a_line_out(
    qapp: QApplication, program: Program, data: DataFolder, qtbot: QtBot, record: Path
) -> None:
    left = [path.with_name(f"{path.name}.old") for path in (record, json_beside(record))]
    for path in left:
        path.write_text(GONE)
    again = Program(qapp, data, Sources(SystemClock(), SystemShuffler()))
    again.open()
    qtbot.waitUntil(lambda: not any(path.exists() for path in left))
    again.home.close()
    assert record.exists()
    assert program


@pytest.mark.parametrize("listed", ["a workshop that runs", "a file of another kind"])
def test_the_start_erases_nothing_beside_what_is_no_finished_record(
    qapp: QApplication, program: Program, data: DataFolder, record: Path, listed: str
) -> None:
    (entry,) = workshops(data.library)
    stage = Stage.RUNNING if listed == "a workshop that runs" else entry.stage
    path = record if listed == "a workshop that runs" else record.with_suffix(".json")
    with transaction(data.library):
        save_workshop(data.library, replace(entry, stage=stage, record=path))
    left = path.with_name(f"{path.name}.old")
    left.write_text("somebody else's")
    again = Program(qapp, data, Sources(SystemClock(), SystemShuffler()))
    again.open()
    again.home.seen.emit()
    again.home.close()
    assert left.read_text() == "somebody else's"
    assert program


def test_a_refusal_that_names_a_record_is_covered_beside_a_projector(
    program: Program, record: Path
) -> None:
    json_beside(record).unlink()
    program.open_record(record)
    assert "is not beside it" in texts_on(program.home)
    assert record.stem not in texts_on(program.home)
    click(program, "Show it here")
    assert record.stem in texts_on(program.home)
