"""Home with its ready plans, for the tests of this folder."""

import pytest
from pytestqt.qtbot import QtBot

from facilitator.ui.home.window import HomeWindow
from tests.helpers.clock import FakeClock
from tests.helpers.homes import a_home


@pytest.fixture
def home(qtbot: QtBot, clock: FakeClock) -> HomeWindow:
    window = HomeWindow(clock)
    qtbot.addWidget(window)
    window.show()
    window.show_home(a_home())
    return window
