"""The real console on a test's own session, for every test of a window."""

import pytest
from pytestqt.qtbot import QtBot

from facilitator.live.session.session import LiveSession
from facilitator.ui.console.window import ConsoleWindow
from facilitator.ui.live_signals import LiveSignals


@pytest.fixture
def console(qtbot: QtBot, session: LiveSession) -> ConsoleWindow:
    window = ConsoleWindow(session, LiveSignals(session))
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    with qtbot.waitExposed(window):
        window.desk.middle.setFocus()
    return window
