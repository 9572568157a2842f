"""Every button and tick has an object name, by which tests find it in any language."""

from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from facilitator.ui.console.middle import Tab
from facilitator.ui.console.window import ConsoleWindow
from facilitator.ui.home.home_view import RowState
from facilitator.ui.home.window import HomeWindow
from facilitator.ui.live_signals import LiveSignals
from facilitator.ui.widgets.buttons import RingButton, Tick
from tests.helpers.agreements import an_agreeing_session
from tests.helpers.clock import FakeClock
from tests.helpers.homes import a_home, a_row, a_short_plan


def without_name(window: QWidget) -> list[str]:
    """Return what is written on buttons and ticks that are shown and have no name."""
    QApplication.processEvents()
    controls = (*window.findChildren(RingButton), *window.findChildren(Tick))
    return [
        control.text() for control in controls if control.isVisible() and not control.objectName()
    ]


def test_every_button_of_home_has_a_name(qtbot: QtBot, clock: FakeClock) -> None:
    home = HomeWindow(clock)
    qtbot.addWidget(home)
    home.show()
    closed = (a_row(number) for number in range(1, 12))
    home.show_home(a_home(a_row(0, RowState.WAITING), *closed, has_run_one=True))
    assert not without_name(home)
    home.show_before(a_short_plan(), ("projector",))
    assert not without_name(home)
    home.show_after("It is over.", "/records/riverside.pdf")
    assert not without_name(home)
    names = {button.objectName() for button in home.findChildren(RingButton)}
    assert {"HomePage.settings_button", "ClosedRow.open_button", "AfterPage.home_button"} <= names


def test_every_button_of_the_console_has_a_name(qtbot: QtBot, tmp_path: Path) -> None:
    session = an_agreeing_session(tmp_path)
    console = ConsoleWindow(session, LiveSignals(session))
    qtbot.addWidget(console)
    console.resize(1440, 900)
    console.show()
    for tab in Tab:
        console.desk.middle.turn_to(tab)
        assert not without_name(console)
    console.ask_to_leave()
    assert not without_name(console)
