"""The real console on a test's own session, for every test of a window."""

import pytest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from facilitator.kinds.registry import PANELS
from facilitator.live.session.session import LiveSession
from facilitator.ui.console.window import ConsoleWindow
from facilitator.ui.live_signals import LiveSignals


def shown_console(
    qtbot: QtBot, session: LiveSession, size: tuple[int, int] | None = None
) -> ConsoleWindow:
    """Return a console with the panels of all kinds; it is in front and has the keyboard."""
    window = ConsoleWindow(session, LiveSignals(session), panels=PANELS)
    qtbot.addWidget(window)
    if size is not None:
        window.resize(*size)
    window.show()
    window.activateWindow()
    with qtbot.waitExposed(window):
        window.desk.middle.setFocus()
    return window


@pytest.fixture
def console(qtbot: QtBot, session: LiveSession) -> ConsoleWindow:
    return shown_console(qtbot, session)


def leading(console: ConsoleWindow) -> list[str]:
    """Return the names of the buttons that stand out as what comes next."""
    buttons = console.findChildren(QAbstractButton)
    mains = (each for each in buttons if each.isVisible() and each.property("role") == "main")
    return [each.accessibleName() for each in mains]
