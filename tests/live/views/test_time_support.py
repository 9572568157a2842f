"""Every break and the last page name the support; a break says when it is over."""

from dataclasses import replace
from pathlib import Path

import pytest

from facilitator.domain.contribution import Turn
from facilitator.domain.ids import StepId
from facilitator.domain.plan.step import StepKind
from facilitator.domain.text.language import ENGLISH, NO_WORDS, Words
from facilitator.live.session.session import LiveSession
from facilitator.room.pages.picture import ListPage, MessagePage, ScenePage, StepPage
from facilitator.room.say import say
from facilitator.room.sentence_keys import Key
from tests.helpers.clock import FakeClock
from tests.helpers.sessions import CHOICE, GATHER, PLAN, SAID, SETUP, TALK, a_session

REST = replace(TALK, id=StepId("rest"), kind=StepKind.BREAK, segments=(), question=Words())
SUPPORT = "Support, today or later: the community house."
ROUND = say(ENGLISH, Key.HINT_ROUND)
LEAVE = "You can leave and come back at any time, without a reason."


@pytest.fixture
def session(tmp_path: Path, clock: FakeClock) -> LiveSession:
    plan = replace(PLAN, steps=(REST, GATHER, TALK, SAID))
    session = a_session(tmp_path, plan=plan, clock=clock)
    session.board.toggle_curtain()
    return session


def foot_of_message(session: LiveSession) -> str:
    content = session.picture().content
    assert isinstance(content, ScenePage | MessagePage)
    words = content.foot if isinstance(content, MessagePage) else content.texts[-1]
    return words.in_(ENGLISH)


def hint_of_step(session: LiveSession) -> str:
    content = session.picture().content
    assert isinstance(content, StepPage)
    return content.hint.in_(ENGLISH)


def test_a_break_says_that_people_may_go_and_where_support_is(session: LiveSession) -> None:
    assert foot_of_message(session) == f"{LEAVE} {SUPPORT}"
    session.setup.set(replace(SETUP, support=""))
    assert foot_of_message(session) == LEAVE


def test_the_last_step_says_where_support_is_and_no_other_does(session: LiveSession) -> None:
    session.steps.jump(TALK.id)
    assert hint_of_step(session) == "First speaker"
    session.steps.jump(SAID.id)
    assert hint_of_step(session) == f"{ROUND} {SUPPORT}"
    session.setup.set(replace(SETUP, support=""))
    assert hint_of_step(session) == ROUND


def test_a_part_of_the_last_step_and_a_choice_of_the_record_that_closes_say_it_as_well(
    tmp_path: Path, clock: FakeClock
) -> None:
    for last, words in (
        (TALK, f"First speaker. {SUPPORT}"),
        (CHOICE, SUPPORT),
    ):
        folder = tmp_path / last.id
        folder.mkdir()
        session = a_session(folder, plan=replace(PLAN, steps=(SAID, last)), clock=clock)
        session.board.toggle_curtain()
        session.steps.jump(last.id)
        content = session.picture().content
        assert isinstance(content, StepPage | ListPage | ScenePage)
        support = content.after if isinstance(content, ListPage) else NO_WORDS
        if isinstance(content, StepPage):
            support = content.hint
        elif isinstance(content, ScenePage):
            support = content.texts[-1] if content.texts else NO_WORDS
        assert support.in_(ENGLISH) == words
        session.close()


def test_the_pause_for_care_says_nothing_of_support(session: LiveSession) -> None:
    session.board.care()
    content = session.picture().content
    assert isinstance(content, ScenePage)
    parts = (content.label, content.title, *content.texts)
    assert not content.rows
    assert "upport" not in "".join(words.first for words in parts)


def test_while_lines_are_read_in_a_break_the_board_says_when_we_are_back(
    session: LiveSession, clock: FakeClock
) -> None:
    session.steps.jump(GATHER.id)
    session.time.start()
    session.writing.open(GATHER.id, promise_said=True)
    for n in range(6):
        session.writing.give_turn(Turn((f"line {n}",)))
    session.writing.close(GATHER.id)
    back = clock.moment().wall.astimezone() + GATHER.length
    assert foot_of_message(session) == f"Back at {back:%H:%M}"


def test_without_a_break_it_says_that_reading_takes_two_minutes(
    tmp_path: Path, clock: FakeClock
) -> None:
    plan = replace(PLAN, steps=(replace(GATHER, with_break=False), SAID))
    session = a_session(tmp_path, plan=plan, clock=clock)
    session.board.toggle_curtain()
    session.time.start()
    session.writing.open(GATHER.id, promise_said=True)
    session.writing.close(GATHER.id)
    assert foot_of_message(session) == "About two minutes"
    session.close()
