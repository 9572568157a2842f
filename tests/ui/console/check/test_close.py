"""A check at the typing corner closes by a choice, not by a key still held down."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from facilitator.domain.agreement.checks import HandsWay
from facilitator.live.session.session import LiveSession
from facilitator.live.views.agreement_view import CheckView
from facilitator.ui.console.check.count_grid import NONE, CountGrid
from facilitator.ui.console.check.panel import CheckPanel
from facilitator.ui.console.window import ConsoleWindow
from facilitator.ui.corner.pace import Pace
from tests.helpers.agreements import FIST, THUMBS, an_agreeing_session, suggested
from tests.helpers.keys import press
from tests.helpers.sessions import SETUP
from tests.helpers.windows import the_windows

ENTER, NONE_HELD = Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def session(tmp_path: Path) -> Iterator[LiveSession]:
    session = an_agreeing_session(tmp_path, replace(SETUP, people=8))
    yield session
    session.close()


@pytest.fixture
def check(console: ConsoleWindow, session: LiveSession) -> CheckPanel:
    """The panel of a check at the corner in which four have had a turn."""
    (line,) = suggested(session, "One voice")
    session.holding.begin((line,), FIST, HandsWay.CORNER)
    for place in (0, 0, 5, None):
        session.holding.hand_in(place)
    panel = console.desk.middle.agreement.check
    panel.setFocus()
    return panel


def hold(key: Qt.Key = ENTER) -> None:
    """Let a key that is held down repeat by itself."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        focus = QApplication.focusWidget()
        assert isinstance(focus, QWidget)
        QApplication.sendEvent(focus, QKeyEvent(kind, key, NONE_HELD, "\r", autorep=True))


def is_open(session: LiveSession) -> bool:
    checking = session.workshop.agreement.checking
    return checking is not None and not checking.closed


def test_it_is_asked_first_and_enter_alone_never_closes_it(
    check: CheckPanel, session: LiveSession
) -> None:
    session.holding.hand_in(0)
    for _time in range(5):
        hold()
    assert check.ask.isHidden()
    for _time in range(5):
        press(ENTER)
    assert check.ask.isVisible()
    assert check.ask.title.text() == "Has everyone had a turn?"
    assert "Enter does not answer here" in check.ask.text.text()
    assert is_open(session)
    press(Qt.Key.Key_Escape)
    assert check.ask.isHidden()
    assert is_open(session)


def test_it_closes_when_everyone_had_a_turn_and_the_next_enter_leads_on(
    check: CheckPanel, session: LiveSession
) -> None:
    session.holding.hand_in(0)
    check.close_button.click()
    (yes,) = check.ask.buttons.values()
    yes.setFocus()
    press(Qt.Key.Key_Space)
    assert not is_open(session)
    assert check.ask.isHidden()
    assert "Not yet" in check.outcome.text()
    hold()
    assert session.workshop.agreement.checking is not None
    press(ENTER)
    assert session.workshop.agreement.checking is None


def test_with_too_few_turns_enter_does_nothing(
    check: CheckPanel, console: ConsoleWindow, session: LiveSession
) -> None:
    press(ENTER)
    assert check.ask.isHidden()
    assert not check.close_button.isEnabled()
    assert not console.desk.middle.notice.text
    assert is_open(session)


def test_leaving_and_closing_ask_each_their_own_question(
    check: CheckPanel, session: LiveSession
) -> None:
    session.holding.hand_in(0)
    press(Qt.Key.Key_Escape)
    assert check.ask.title.text() == "Leave this check?"
    press(Qt.Key.Key_Escape)
    press(ENTER)
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_Escape)
    (leave,) = check.ask.buttons.values()
    leave.click()
    assert session.workshop.agreement.checking is None


def test_hands_are_not_closed_before_their_meaning_was_seen_or_by_a_key_that_is_held(
    console: ConsoleWindow, session: LiveSession
) -> None:
    lines = suggested(session, *(f"Line {place} of what we need here" for place in range(9)))
    session.holding.begin(lines, THUMBS, HandsWay.HANDS)
    console.desk.middle.agreement.check.setFocus()
    assert session.page_count() > 1
    press(ENTER)
    assert not console.desk.middle.notice.text
    while session.workshop.board.page < session.page_count() - 1:
        session.steps.next()
    session.holding.count(0, 8)
    hold()
    assert is_open(session)
    press(ENTER)
    assert not is_open(session)
    hold()
    assert session.workshop.agreement.checking is not None


def test_the_enter_that_leaves_the_corner_does_not_close_the_check(
    session: LiveSession, qtbot: QtBot
) -> None:
    (line,) = suggested(session, "One voice")
    session.holding.begin((line,), FIST, HandsWay.CORNER)
    for place in (0, 0, 0, 0, 5):
        session.holding.hand_in(place)
    pace = Pace(timedelta(milliseconds=10), least_turn=timedelta())
    with the_windows(session, pace) as windows:
        windows.open_corner()
        qtbot.waitUntil(windows.corner.isVisible)
        windows.corner.console_asked.emit()
        windows.console.activateWindow()
        qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), CheckPanel))
        hold()
        press(ENTER)
        press(ENTER)
        assert is_open(session)


def test_a_key_that_two_counts_have_counts_neither(
    console: ConsoleWindow, session: LiveSession
) -> None:
    (line,) = suggested(session, "One voice")
    session.holding.begin((line,), THUMBS, HandsWay.HANDS)
    view = session.desk().agreement.check
    assert isinstance(view, CheckView)
    assert console.isVisible()
    up, side, down = view.rows
    rows = (replace(up, key="y"), replace(side, key="Y"), replace(down, key="N"))
    grid, asked = CountGrid(), list[int]()
    grid.count_asked.connect(lambda place, _more: asked.append(place))
    grid.show_check(replace(view, rows=rows))
    assert not [key for key in "yn" if grid.count_by_key(key)]
    grid.show_check(view)
    assert grid.count_by_key("n")
    assert asked == [NONE]
