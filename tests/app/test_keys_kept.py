"""Keys that the facilitator changed are loaded for the next workshop, and F9 names them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from facilitator.app.data_folder import open_data_folder
from facilitator.app.home_view import Settings
from facilitator.app.key_choice import apply_keys
from facilitator.live.library.remembered import remembered_here
from facilitator.live.session.session import LiveSession
from facilitator.store.database import Store, transaction
from facilitator.store.library.settings import KEYS, save_setting
from facilitator.ui.console.commands.key_acts import KeyMap, key_map_of
from facilitator.ui.console.commands.table import Act
from facilitator.ui.console.window import ConsoleWindow
from facilitator.ui.live_signals import LiveSignals


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Store]:
    opened = open_data_folder(tmp_path / "data").library
    yield opened
    opened.close()


def a_console(qtbot: QtBot, session: LiveSession, library: Store) -> ConsoleWindow:
    window = ConsoleWindow(session, LiveSignals(session))
    qtbot.addWidget(window)
    apply_keys(window, Settings(library))
    return window


def test_a_changed_key_is_there_in_the_next_console(
    qtbot: QtBot, session: LiveSession, library: Store
) -> None:
    chosen = KeyMap().with_key(Act.CORNER, "H")
    a_console(qtbot, session, library).keys.keys_changed.emit(chosen)
    assert key_map_of(a_console(qtbot, session, library)) == chosen


def test_saved_keys_that_cannot_be_read_are_said_calmly(
    qtbot: QtBot, session: LiveSession, library: Store
) -> None:
    with transaction(library):
        save_setting(library, KEYS, {"corner": "F8", "heard": "G"})
    console = a_console(qtbot, session, library)
    assert key_map_of(console).chosen == {Act.HEARD: "G"}
    assert "first keys again" in console.desk.middle.notice.text


def test_what_is_kept_names_the_keys_that_were_changed(
    qtbot: QtBot, session: LiveSession, library: Store, tmp_path: Path
) -> None:
    a_console(qtbot, session, library).keys.keys_changed.emit(KeyMap().with_key(Act.CORNER, "H"))
    lines = [line for part in remembered_here(library, tmp_path) for line in part.lines]
    assert "key of corner: H" in lines
    assert "key of heard: O" in lines
