"""F9 on Home lists what the library saves."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from facilitator.app.data_folder import DataFolder, open_data_folder
from facilitator.app.remembering import connect_saved_data
from facilitator.domain.workshop import Stage
from facilitator.live.library.remembered import PARTS, remembered_here, what_a_workshop_file_holds
from facilitator.room.promise import NAMED, NAMED_AFTERWARDS, Named
from facilitator.store.database import Store, columns, transaction
from facilitator.store.library.file import library_in_memory
from facilitator.store.library.settings import BOARD_THEME, CHIME, ON, save_setting
from facilitator.store.workshop.file import workshop_in_memory
from facilitator.ui.home.window import HomeWindow
from tests.helpers.clock import FakeClock
from tests.helpers.finding import texts_on
from tests.helpers.homes import a_home, a_short_plan
from tests.helpers.keys import press
from tests.helpers.workshops import a_workshop

CANARIES = (
    "INSERT INTO workshop VALUES "
    "('id-1', 'title-canary', 'group-canary', '2030-01-02', 'p', 'plan-canary', 77, 'closed', '', "
    "'/records/record-canary.pdf')",
    "INSERT INTO workshop VALUES "
    "('id-2', 'waiting-canary', '', '2030-01-03', 'p', 'plan', 30, 'running', 'file-canary', NULL)",
    "INSERT INTO kept_line VALUES ('kept-group-canary', 0, 'kept-line-canary')",
    "INSERT INTO for_next VALUES "
    "('step-group-canary', 'pulse', '2030-03-04', 0, 'step-line-canary', 'step-line-canary')",
    "INSERT INTO own_plan VALUES "
    "('own-1', 'own-plan-canary', '', 60, 6, 16, 12, 60, 600, '2030-05-06', '')",
    "INSERT INTO setting VALUES ('setting-canary', '\"value-canary\"')",
    "INSERT INTO left_file (file) VALUES ('/stick/left-canary')",
)
FOUND = (
    *("title-canary", "group-canary", "2 January 2030", "plan-canary", "77", "record-canary"),
    *("waiting-canary", "file-canary", "kept-group-canary", "kept-line-canary"),
    *("step-group-canary", "4 March 2030", "step-line-canary"),
    *("own-plan-canary", "6 May 2030"),
    *("setting-canary", "value-canary", "left-canary"),
)
FORGET_STEPS = "Delete what this group kept"
NO_CANARY = {"id", "plan_id", "stage", "place"}  # a random number, a plan of ours, and an order


def fill(library: Store) -> None:
    """Put a canary in every column that says something of a workshop or group."""
    with transaction(library):
        for statement in CANARIES:
            library.execute(statement)


def told(library: Store) -> str:
    """Return all texts of the page."""
    parts = remembered_here(library, Path("/data"))
    return "\n".join(text for part in parts for text in (part.heading, part.why, *part.lines))


def test_every_table_of_both_files_is_on_the_page() -> None:
    """If this fails: say what the new table saves, in ``live/library/remembered.py``."""
    library, file = library_in_memory(), workshop_in_memory(a_workshop())
    assert set(columns(library)) == set(PARTS) == set(NAMED_AFTERWARDS)
    assert set(columns(file)) == set(what_a_workshop_file_holds()) == set(NAMED)


def test_all_that_the_library_holds_is_on_the_page() -> None:
    library = library_in_memory()
    fill(library)
    page = told(library)
    assert [canary for canary in FOUND if canary not in page] == []
    for sentence in what_a_workshop_file_holds().values():
        assert sentence in page


def test_each_column_that_the_promise_names_has_a_canary_here() -> None:
    spoken = {
        (table, column)
        for table, names in NAMED_AFTERWARDS.items()
        for column, facts in names.items()
        if isinstance(facts, Named) and column not in NO_CANARY
    }
    statements = " ".join(CANARIES)
    assert len(spoken) <= len(FOUND)
    assert all(f"INTO {table} " in statements for table, _column in spoken)


def test_a_library_with_nothing_in_it_says_so() -> None:
    parts = remembered_here(library_in_memory(), Path("/data"))
    assert [part.lines for part in parts if part.private] == [()] * 6


@pytest.fixture
def data(tmp_path: Path) -> Iterator[DataFolder]:
    opened = open_data_folder(tmp_path / "data")
    with closing(opened.library):
        fill(opened.library)
        yield opened


@pytest.fixture
def home(qtbot: QtBot, clock: FakeClock, data: DataFolder) -> HomeWindow:
    window = HomeWindow(clock)
    qtbot.addWidget(window)
    connect_saved_data(window, data)
    window.resize(1093, 580)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.show_home(a_home())
    return window


def test_f9_opens_it_and_f9_or_esc_goes_back(home: HomeWindow) -> None:
    for key in (Qt.Key.Key_F9, Qt.Key.Key_Escape):
        press(Qt.Key.Key_F9, on=home)
        assert "kept-line-canary" in texts_on(home)
        press(key, on=home)
        assert "kept-line-canary" not in texts_on(home)
        assert "Ready plans" in texts_on(home)


def test_it_is_as_it_is_when_it_is_asked_for(home: HomeWindow, data: DataFolder) -> None:
    press(Qt.Key.Key_F9, on=home)
    press(Qt.Key.Key_F9, on=home)
    with transaction(data.library):
        data.library.execute("DELETE FROM kept_line")
    press(Qt.Key.Key_F9, on=home)
    assert "kept-line-canary" not in texts_on(home)
    assert "title-canary" in texts_on(home)


def test_what_was_filled_in_is_still_there_after_it(home: HomeWindow) -> None:
    home.show_before(a_short_plan(), ())
    title = next(field for field in home.page.findChildren(QLineEdit) if field.placeholderText())
    title.setFocus()
    title.setText("Riverside")
    press(Qt.Key.Key_F9, on=home)
    assert "title-canary" in texts_on(home)
    press(Qt.Key.Key_Escape, on=home)
    assert title.isVisible()
    assert title.hasFocus()
    assert title.text() == "Riverside"


def test_names_and_words_are_covered_while_others_may_look(home: HomeWindow, qtbot: QtBot) -> None:
    home.set_room_may_see(True)
    press(Qt.Key.Key_F9, on=home)
    private = ("title-canary", "group-canary", "kept-line-canary", "waiting-canary", "left-canary")
    assert not [text for text in private if text in texts_on(home)]
    assert "Workshops that are over" in texts_on(home)
    assert texts_on(home).count("Covered while a second display is attached.") >= 3
    button = next(b for b in home.findChildren(QPushButton) if b.text() == "Show them here")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not [text for text in private if text not in texts_on(home)]
    home.set_room_may_see(False)
    home.set_room_may_see(True)
    assert not [text for text in private if text in texts_on(home)]


def test_a_workshop_that_waits_and_one_that_is_over_look_different(home: HomeWindow) -> None:
    home.remembered_asked.emit()
    before, _after = texts_on(home).split("Workshops that are over")
    assert "waiting-canary" in before
    assert "title-canary" not in before
    assert "3 January 2030" in before
    assert Stage.RUNNING.value not in before


def test_a_setting_is_named_as_the_facilitator_knows_it() -> None:
    library = library_in_memory()
    with transaction(library):
        save_setting(library, BOARD_THEME, "dim room")
        save_setting(library, CHIME, ON)
    words = told(library)
    assert "the board’s colours: dim room" in words
    assert "the chime: on" in words
    assert BOARD_THEME not in words


def test_what_a_groups_steps_left_is_forgotten_here_with_one_button(
    home: HomeWindow, data: DataFolder
) -> None:
    press(Qt.Key.Key_F9, on=home)
    assert "step-line-canary" in texts_on(home)
    button = next(b for b in home.findChildren(QPushButton) if b.text() == FORGET_STEPS)
    button.click()
    assert "step-line-canary" not in texts_on(home)
    assert "kept-line-canary" in texts_on(home)
    assert not data.library.execute("SELECT * FROM for_next").fetchall()


def test_the_button_is_covered_with_the_names(home: HomeWindow) -> None:
    home.set_room_may_see(True)
    press(Qt.Key.Key_F9, on=home)
    assert FORGET_STEPS not in texts_on(home)
