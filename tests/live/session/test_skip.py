"""Skipping a step, and what stays ahead when nobody has written for it."""

from dataclasses import replace
from pathlib import Path

import pytest

from facilitator.domain.agenda.agenda import Standing
from facilitator.domain.contribution import Turn
from facilitator.domain.ids import StepId
from facilitator.domain.plan.step import StepKind
from facilitator.errors import NotAllowedNowError
from facilitator.live.session.session import LiveSession
from tests.helpers.clock import FakeClock
from tests.helpers.sessions import GATHER, OPEN, PLAN, a_session, reopened

PATTERNS = replace(OPEN, id=StepId("patterns"), kind=StepKind.PATTERNS)
DOTS = replace(OPEN, id=StepId("dots"), kind=StepKind.DOTS, of=PATTERNS.id)


@pytest.fixture
def session(tmp_path: Path, clock: FakeClock) -> LiveSession:
    session = a_session(tmp_path, clock=clock)
    session.steps.jump(GATHER.id)
    return session


def standing(session: LiveSession, step_id: StepId) -> Standing:
    return session.workshop.agenda.run_of(step_id).standing


def test_the_opening_of_a_gathering_that_is_skipped_is_skipped_with_it(
    session: LiveSession, tmp_path: Path, clock: FakeClock
) -> None:
    session.steps.skip()
    assert standing(session, OPEN.id) is Standing.SKIPPED
    assert session.workshop.agenda.now.step.id == "choice"
    session.close()
    again = reopened(tmp_path, clock)
    assert standing(again, OPEN.id) is Standing.SKIPPED
    again.close()


def test_all_that_uses_the_lines_goes_with_them(tmp_path: Path, clock: FakeClock) -> None:
    plan = replace(PLAN, steps=(GATHER, OPEN, PATTERNS, DOTS, *PLAN.steps[4:]))
    session = a_session(tmp_path, plan=plan, clock=clock)
    session.steps.skip()
    assert [standing(session, step.id) for step in (OPEN, PATTERNS, DOTS)] == [Standing.SKIPPED] * 3
    assert session.workshop.agenda.now.step.id == "choice"
    session.close()


def test_where_nothing_is_ahead_but_the_opening_the_gathering_is_the_last_step(
    tmp_path: Path, clock: FakeClock
) -> None:
    session = a_session(tmp_path, plan=replace(PLAN, steps=(GATHER, OPEN)), clock=clock)
    before = session.workshop
    with pytest.raises(NotAllowedNowError, match="last step"):
        session.steps.skip()
    assert session.workshop == before
    session.close()


def test_once_writing_was_opened_its_opening_stays_ahead(session: LiveSession) -> None:
    session.writing.open(GATHER.id, promise_said=True)
    session.writing.give_turn(Turn(("a line",)))
    session.steps.skip()
    assert session.workshop.agenda.now.step.id == OPEN.id


def test_going_back_to_the_gathering_puts_its_opening_ahead_again(session: LiveSession) -> None:
    session.steps.skip()
    session.steps.jump(GATHER.id)
    assert standing(session, OPEN.id) is Standing.WAITING
    following = session.workshop.agenda.next
    assert following is not None
    assert following.step.id == OPEN.id


def test_a_step_that_nothing_rests_on_is_skipped_alone(session: LiveSession) -> None:
    session.steps.jump(StepId("said"))
    session.steps.skip()
    assert session.workshop.agenda.now.step.id == GATHER.id
    assert standing(session, OPEN.id) is Standing.WAITING
