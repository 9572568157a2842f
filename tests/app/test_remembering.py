"""F9 opens the page of what this computer saves, from every window of ours (decision 13)."""

from collections.abc import Iterator
from contextlib import closing
from importlib import import_module
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from facilitator.app.data_folder import open_data_folder
from facilitator.app.remembering import connect_saved_data
from facilitator.app.workshop_windows import WorkshopWindows
from facilitator.domain.workshop import Showing
from facilitator.ui.corner.pace import Pace
from facilitator.ui.home.window import HomeWindow
from tests.helpers.clock import FakeClock
from tests.helpers.keys import press
from tests.helpers.meeting import a_meeting
from tests.helpers.windows import open_corner, the_windows

HERE = {"board", "console", "corner", "home", "planner"}


@pytest.fixture
def windows(tmp_path: Path, qtbot: QtBot) -> Iterator[WorkshopWindows]:
    assert qtbot
    with a_meeting(tmp_path) as meeting:
        meeting.open_writing()
        with the_windows(meeting.session, Pace()) as windows:
            yield windows


def test_every_window_is_tried_here() -> None:
    """A new window has F9 as well: try it here."""
    package = Path(import_module("facilitator.ui").__file__ or "").parent
    assert {path.parent.name for path in package.glob("*/window.py")} == HERE


@pytest.mark.parametrize("name", ["board", "console", "corner"])
def test_it_comes_to_the_board_and_goes_again(
    windows: WorkshopWindows, qtbot: QtBot, name: str
) -> None:
    window: QWidget = getattr(windows, name)
    if name == "corner":
        open_corner(windows, qtbot)
    board = windows.session.workshop.board
    press(Qt.Key.Key_F9, on=window)
    assert windows.session.workshop.board.showing is Showing.PROMISE
    press(Qt.Key.Key_F9, on=window)
    assert windows.session.workshop.board == board


def test_on_home_it_is_the_facilitators_page(tmp_path: Path, qtbot: QtBot) -> None:
    home = HomeWindow(FakeClock())
    qtbot.addWidget(home)
    data = open_data_folder(tmp_path)
    with closing(data.library):
        connect_saved_data(home, data)
        home.show()
        home.activateWindow()
        qtbot.waitUntil(home.isActiveWindow)
        QTest.keyClick(home.focusWidget() or home, Qt.Key.Key_F9)
    titles = [label.text() for label in home.findChildren(QLabel) if label.isVisible()]
    assert "What is kept" in titles
