"""A new list on the board starts at its first page."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from facilitator.domain.contribution import Turn
from facilitator.domain.plan.plan import Plan
from facilitator.domain.text.language import Words
from facilitator.domain.workshop import Showing
from facilitator.live.session.session import LiveSession
from facilitator.room.pages.picture import GatherPage, ListPage
from tests.helpers.clock import FakeClock
from tests.helpers.sessions import GATHER, PLAN, TALK, a_session

STEP = GATHER.id
LONG = replace(GATHER, question=Words.of("It is easier for me to speak up here when… " * 12))


def _plan() -> Plan:
    steps = tuple(LONG if step.id == STEP else step for step in PLAN.steps)
    return replace(PLAN, steps=steps)


@pytest.fixture
def session(tmp_path: Path, clock: FakeClock) -> Iterator[LiveSession]:
    session = a_session(tmp_path, clock=clock, plan=_plan())
    session.steps.jump(STEP)
    session.board.toggle_curtain()
    yield session
    session.close()


def showing(session: LiveSession) -> Showing:
    """Return what is on the board."""
    return session.workshop.board.showing


def to_the_last_page(session: LiveSession) -> None:
    """Turn to the last of several pages."""
    assert session.page_count() > 1
    while session.picture().page < session.page_count() - 1:
        session.steps.next()


def test_the_question_is_read_from_its_beginning_when_writing_is_opened(
    session: LiveSession,
) -> None:
    to_the_last_page(session)
    session.writing.open(STEP, promise_said=True)
    assert isinstance(session.picture().content, GatherPage)
    assert session.picture().page == 0


def test_what_stands_while_the_lines_are_read_first_begins_at_its_beginning(
    session: LiveSession,
) -> None:
    session.writing.open(STEP, promise_said=True)
    to_the_last_page(session)
    session.writing.close(STEP)
    assert session.workshop.board.page == 0


def test_the_promise_that_was_brought_by_its_key_gives_way_to_the_question(
    session: LiveSession,
) -> None:
    to_the_last_page(session)
    session.board.promise()
    session.writing.open(STEP, promise_said=True)
    assert isinstance(session.picture().content, GatherPage)
    assert session.picture().page == 0


def test_a_pause_for_care_stays_when_writing_is_closed_and_gives_back_the_first_page(
    session: LiveSession,
) -> None:
    session.writing.open(STEP, promise_said=True)
    to_the_last_page(session)
    session.board.care()
    session.writing.close(STEP)
    assert showing(session) is Showing.CARE
    session.board.care()
    assert showing(session) is Showing.STEP
    assert session.workshop.board.page == 0


def test_the_page_of_another_step_stays_where_it_is(session: LiveSession) -> None:
    session.writing.open(STEP, promise_said=True)
    session.writing.give_turn(Turn(("a line",)))
    session.steps.jump(TALK.id)
    session.board.promise()
    assert isinstance(session.picture().content, ListPage)
    session.steps.next()
    page = session.workshop.board.page
    assert page > 0
    session.writing.close(STEP)
    assert session.workshop.board.page == page
    assert session.workshop.board.showing is Showing.PROMISE
