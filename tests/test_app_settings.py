"""Colours and text sizes are tried one after another; each is kept, and the page stays."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot

from facilitator.app.data_folder import DataFolder, open_data_folder
from facilitator.app.home_view import Settings
from facilitator.app.program import Program, Sources
from facilitator.live.chance import SystemShuffler
from facilitator.live.clock import SystemClock
from facilitator.room.picture import Theme
from facilitator.ui.home.settings_page import SettingsPage


@pytest.fixture
def data(tmp_path: Path) -> Iterator[DataFolder]:
    opened = open_data_folder(tmp_path / "data")
    with closing(opened.library):
        yield opened


@pytest.fixture
def program(qapp: QApplication, data: DataFolder, qtbot: QtBot) -> Iterator[Program]:
    made = Program(qapp, data, Sources(SystemClock(), SystemShuffler()))
    made.open()
    made.home.activateWindow()
    qtbot.waitUntil(made.home.isActiveWindow)
    yield made
    made.home.close()


def test_the_arrows_go_from_one_colour_to_the_next(
    program: Program, data: DataFolder, qtbot: QtBot
) -> None:
    home = program.home
    next(one for one in home.findChildren(QPushButton) if one.text() == "Settings").click()
    home.page.findChildren(QRadioButton)[0].setFocus()  # of this screen
    for theme in (Theme.COOL, Theme.CONTRAST, Theme.DIM):
        focus = QApplication.focusWidget()
        assert isinstance(focus, QRadioButton)
        qtbot.keyClick(focus, Qt.Key.Key_Down)
        assert isinstance(home.page, SettingsPage)
        assert Settings(data.library).console_theme is theme
    next(one for one in home.page.findChildren(QPushButton)).click()
    assert home.page is home.home_page
