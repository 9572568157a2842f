"""Colours and text sizes are tried one after another; each is saved, and the page stays open."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot

from facilitator.app.data_folder import DataFolder
from facilitator.app.home_view import Settings
from facilitator.app.program import Program
from facilitator.room.pages.picture import Theme
from facilitator.ui.home.settings_page import SettingsPage


def test_the_arrows_go_from_one_colour_to_the_next(
    program: Program, data: DataFolder, qtbot: QtBot
) -> None:
    home = program.home
    home.activateWindow()
    qtbot.waitUntil(home.isActiveWindow)
    next(button for button in home.findChildren(QPushButton) if button.text() == "Settings").click()
    home.page.findChildren(QRadioButton)[0].setFocus()  # of this screen
    for theme in (Theme.COOL, Theme.CONTRAST, Theme.DIM):
        focus = QApplication.focusWidget()
        assert isinstance(focus, QRadioButton)
        qtbot.keyClick(focus, Qt.Key.Key_Down)
        assert isinstance(home.page, SettingsPage)
        assert Settings(data.library).console_theme is theme
    next(button for button in home.page.findChildren(QPushButton)).click()
    assert home.page is home.home_page
