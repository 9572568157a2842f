"""Esc closes only the topmost thing, and a question names the line that it is about."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from facilitator.domain.contribution import Turn
from facilitator.live.session.session import LiveSession
from facilitator.ui.console.window import ConsoleWindow
from facilitator.ui.live_signals import LiveSignals
from tests.helpers.sessions import GATHER, a_session


@pytest.fixture
def session(tmp_path: Path) -> LiveSession:
    session = a_session(tmp_path)
    session.steps.jump(GATHER.id)
    session.writing.open(GATHER.id, promise_said=True)
    for n in range(6):
        session.writing.give_turn(Turn((f"line {n}",)))
    session.writing.close(GATHER.id)
    return session


@pytest.fixture
def console(qtbot: QtBot, session: LiveSession) -> ConsoleWindow:
    window = ConsoleWindow(session, LiveSignals(session))
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    window.set_seen_by_room(seen=False)
    return window


def words_of(console: ConsoleWindow) -> str:
    ask = console.desk.middle.gathering.closed.ask
    return " ".join(label.text() for label in ask.findChildren(QLabel)).replace("\u200b", "")


def test_the_question_quotes_the_line_and_forgets_it(console: ConsoleWindow, qtbot: QtBot) -> None:
    closed = console.desk.middle.gathering.closed
    chosen = closed.chosen
    assert chosen is not None
    qtbot.mouseClick(closed.aside_button, Qt.MouseButton.LeftButton)
    assert f"“{chosen.text}”" in words_of(console)
    qtbot.mouseClick(closed.ask.leave_button, Qt.MouseButton.LeftButton)
    assert chosen.text not in words_of(console)


def test_esc_closes_a_notice_and_leaves_the_question_under_it(
    console: ConsoleWindow, qtbot: QtBot
) -> None:
    closed = console.desk.middle.gathering.closed
    qtbot.mouseClick(closed.aside_button, Qt.MouseButton.LeftButton)
    console.show_notice("The disk is full.")
    qtbot.keyClick(closed.ask.leave_button, Qt.Key.Key_Escape)
    assert console.desk.middle.notice.text == ""
    assert closed.ask.isVisible()
    qtbot.keyClick(closed.ask.leave_button, Qt.Key.Key_Escape)
    assert not closed.ask.isVisible()


def test_esc_closes_the_panel_above_the_step_wherever_the_keyboard_is(
    console: ConsoleWindow, qtbot: QtBot
) -> None:
    drawers = console.desk.middle.drawers
    drawers.toggle(drawers.finish)
    console.desk.middle.setFocus()
    qtbot.keyClick(console.desk.middle, Qt.Key.Key_Escape)
    assert not drawers.finish.isVisible()
