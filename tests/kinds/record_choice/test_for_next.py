"""The question at the end whether what a step leaves stays for the group's next workshop."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from facilitator.kinds.pulse.commands import CloseAnswers, ShowShapes
from facilitator.live.session.session import LiveSession
from facilitator.ui.console.middle import Tab
from facilitator.ui.console.record.keep_for_next import KeepStep
from facilitator.ui.console.window import ConsoleWindow
from tests.helpers.sessions import PLAN, SETUP, a_session
from tests.kinds.pulse.test_session import EIGHT, PULSE, STEPS, answer, do


@pytest.fixture
def session(tmp_path: Path) -> Iterator[LiveSession]:
    setup = replace(SETUP, group="Riverside")
    session = a_session(tmp_path, plan=replace(PLAN, steps=STEPS), setup=setup)
    session.steps.jump(PULSE.id)
    answer(session, *EIGHT)
    do(session, CloseAnswers())
    yield session
    session.close()


def question(console: ConsoleWindow) -> KeepStep | None:
    questions = console.desk.middle.record.keep_for_next.questions
    return questions[0] if questions else None


def closing_words(console: ConsoleWindow) -> str:
    closing = console.desk.middle.record.closing
    closing.make_button.click()
    words = closing.ask.text.text()
    closing.ask.leave()
    return words


def test_the_room_is_asked_once_there_is_something_to_stay(
    console: ConsoleWindow, session: LiveSession
) -> None:
    console.desk.middle.turn_to(Tab.RECORD)
    assert question(console) is None
    do(session, ShowShapes())
    asked = question(console)
    assert asked is not None
    assert not asked.box.isChecked()
    assert asked.box.accessibleName() == asked.why.text()


def test_its_yes_is_saved_and_is_in_the_question_about_the_end(
    console: ConsoleWindow, session: LiveSession
) -> None:
    console.desk.middle.turn_to(Tab.RECORD)
    do(session, ShowShapes())
    asked = question(console)
    assert asked is not None
    assert "The pulse stays" not in closing_words(console)
    asked.box.click()
    state = session.workshop.state_of(PULSE.id)
    assert state is not None
    assert state.for_next
    assert "The pulse stays" in closing_words(console)
    asked.box.click()
    assert "The pulse stays" not in closing_words(console)


def test_a_group_without_a_name_cannot_say_yes(
    console: ConsoleWindow, session: LiveSession
) -> None:
    console.desk.middle.turn_to(Tab.RECORD)
    do(session, ShowShapes())
    session.setup.set(replace(session.workshop.setup, group=""))
    asked = question(console)
    assert asked is not None
    assert not asked.box.isEnabled()
    assert "if the group had a name" in asked.why.text()
