"""Support and record contacts can be corrected on the console before writing opens."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from facilitator.live.session.session import LiveSession
from facilitator.ui.console.contacts_panel import ContactsPanel
from facilitator.ui.console.window import ConsoleWindow
from tests.helpers.sessions import GATHER


def opened(console: ConsoleWindow) -> ContactsPanel:
    """Choose the panel under More."""
    menu = console.desk.middle.now.menu()
    words = "Support, and who gets the record"
    next(action for action in menu.findChildren(QAction) if action.text() == words).trigger()
    menu.deleteLater()
    panel = console.desk.middle.drawers.contacts
    assert panel.isVisible()
    return panel


def test_a_slip_in_who_gets_the_record_is_put_right_before_writing_opens(
    console: ConsoleWindow, session: LiveSession, qtbot: QtBot
) -> None:
    before = session.workshop.setup
    panel = opened(console)
    assert panel.recipients.hasFocus()
    assert (panel.recipients.text(), panel.support.text()) == (before.recipients, before.support)
    panel.recipients.setText("everyone here")
    qtbot.keyClick(panel.recipients, Qt.Key.Key_Return)
    assert session.workshop.setup.recipients == "everyone here"
    assert session.workshop.setup.support == before.support
    assert panel.isHidden()


def test_who_facilitates_and_how_to_reach_them_can_be_entered_at_any_time(
    console: ConsoleWindow, session: LiveSession, qtbot: QtBot
) -> None:
    session.steps.jump(GATHER.id)
    session.writing.open(GATHER.id, promise_said=True)
    panel = opened(console)
    panel.facilitator.setText("Ana Rhys")
    panel.reach.setText("ana@example.org")
    qtbot.keyClick(panel.reach, Qt.Key.Key_Return)
    setup = session.workshop.setup
    assert (setup.facilitator, setup.reach) == ("Ana Rhys", "ana@example.org")
    assert panel.isHidden()
    assert session.summary(date(2030, 1, 1)).reach == setup.reach


def test_once_writing_was_opened_it_is_refused_with_its_sentence(
    console: ConsoleWindow, session: LiveSession
) -> None:
    session.steps.jump(GATHER.id)
    session.writing.open(GATHER.id, promise_said=True)
    before = session.workshop.setup
    panel = opened(console)
    panel.recipients.setText("the management")
    panel.keep_button.click()
    assert session.workshop.setup == before
    assert "fixed when people could take a turn" in console.desk.middle.notice.text
    assert panel.recipients.text() == before.recipients
    panel.support.setText("Alex, room 5")
    panel.keep_button.click()
    assert session.workshop.setup.support == "Alex, room 5"
    assert panel.isHidden()


def test_esc_leaves_both_as_they_were(
    console: ConsoleWindow, session: LiveSession, qtbot: QtBot
) -> None:
    before = session.workshop.setup
    panel = opened(console)
    panel.recipients.setText("nobody")
    qtbot.keyClick(panel.recipients, Qt.Key.Key_Escape)
    assert panel.isHidden()
    assert session.workshop.setup == before
    assert opened(console).recipients.text() == before.recipients
