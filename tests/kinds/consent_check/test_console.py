"""A consent step by keyboard alone, from the step before it to the step after it."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from facilitator.domain.agreement.line import LineState
from facilitator.domain.workshop import Showing
from facilitator.live.session.session import LiveSession
from facilitator.ui.console.middle import Tab
from facilitator.ui.console.window import ConsoleWindow
from tests.helpers.agreements import AGREEMENT, suggested
from tests.helpers.keys import press
from tests.helpers.sessions import CHOICE, PLAN, TALK, a_session
from tests.kinds.consent_check.test_session import CONSENT

Key = Qt.Key


@pytest.fixture
def session(tmp_path: Path) -> Iterator[LiveSession]:
    session = a_session(tmp_path, plan=replace(PLAN, steps=(AGREEMENT, CONSENT, TALK, CHOICE)))
    session.board.toggle_curtain()
    yield session
    session.close()


def test_from_step_to_step_with_a_check_between_by_keyboard_alone(
    console: ConsoleWindow, session: LiveSession
) -> None:
    suggested(session, "One voice", "Pass")
    console.desk.middle.setFocus()
    for _press in range(session.page_count() + 1):
        press(Key.Key_PageDown)
    assert session.workshop.agenda.now.step.id == CONSENT.id
    check = console.desk.middle.agreement.check
    assert console.desk.middle.tab is Tab.AGREEMENT
    assert check.hasFocus()
    while session.workshop.board.page < session.page_count() - 1:
        press(Key.Key_PageDown)
    for _hand in range(11):
        press(Key.Key_1)
    press(Key.Key_3)
    press(Key.Key_Backspace)
    press(Key.Key_2)
    press(Key.Key_Return)
    assert "Agreed for now" in check.outcome.text()
    states = {line.state for line in session.workshop.agreement.top_lines}
    assert states == {LineState.AGREED}
    press(Key.Key_Return)
    assert session.workshop.board.showing is Showing.STEP
    assert session.workshop.agreement.checking is None
    for _press in range(2):
        press(Key.Key_PageDown)
    assert session.workshop.agenda.now.step.id == TALK.id


def test_more_hands_than_people_are_refused_kindly_and_refused_hands_cannot_be_undone(
    console: ConsoleWindow, session: LiveSession
) -> None:
    session.steps.jump(CONSENT.id)
    for key, times in ((Key.Key_1, 7), (Key.Key_2, 5), (Key.Key_1, 3), (Key.Key_N, 2)):
        for _time in range(times):
            press(key)
    assert "more hands than there are people" in console.desk.middle.notice.text
    checking = session.workshop.agreement.checking
    assert checking is not None
    assert checking.tally.counts == (7, 5, 0)
    press(Key.Key_Backspace)
    kept = session.workshop.agreement.checking
    assert kept is not None
    assert kept.tally.counts == (7, 4, 0)
    assert not console.desk.middle.notice.text


def test_fewer_people_than_hands_counted_break_nothing(
    console: ConsoleWindow, session: LiveSession
) -> None:
    session.steps.jump(CONSENT.id)
    for _hand in range(12):
        press(Key.Key_1)
    session.setup.set_people(8)
    press(Key.Key_2)
    assert "more hands" in console.desk.middle.notice.text
    press(Key.Key_Return)
    assert "More were counted" in console.desk.middle.notice.text
    for _hand in range(4):
        press(Key.Key_Backspace)
    press(Key.Key_Return)
    checking = session.workshop.agreement.checking
    assert checking is not None
    assert checking.closed


def test_the_check_can_be_held_at_the_corner_instead_by_keys(
    console: ConsoleWindow, session: LiveSession
) -> None:
    session.steps.jump(CONSENT.id)
    check = console.desk.middle.agreement.check
    asked = []
    console.corner_asked.connect(lambda: asked.append(True))
    at_corner = check.ways().actions()[-1]
    assert at_corner.text() == "Typing corner, without names"
    at_corner.trigger()
    assert not check.counts.isVisible()
    assert check.outcome.text() == "Not yet enough have taken a turn."
    press(Key.Key_O)
    assert asked
    press(Key.Key_1)
    press(Key.Key_Return)
    assert not check.close_button.isEnabled()
    for _person in range(5):
        session.holding.hand_in(0)
    assert check.outcome.text().startswith("Enough")
    press(Key.Key_Escape)
    assert check.ask.isVisible()
    press(Key.Key_Escape)
    assert check.ask.isHidden()
    press(Key.Key_Return)
    for key in (Key.Key_Backtab, Key.Key_Space):
        press(key)
    assert "Agreed for now" in check.outcome.text()
