"""When each step began or is expected to begin, as the console's list of steps has it."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from facilitator.domain.time.dates import time_of_day
from facilitator.live.session.session import LiveSession
from tests.helpers.clock import FakeClock
from tests.helpers.sessions import GATHER, PLAN, SAID, SETUP, TALK, a_session

BEFORE = timedelta(minutes=10)


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def session(tmp_path: Path, clock: FakeClock) -> LiveSession:
    plan = replace(PLAN, steps=(TALK, SAID, GATHER))
    return a_session(tmp_path, plan=plan, clock=clock)


def begins(session: LiveSession) -> list[str]:
    return [row.begins for row in session.desk().agenda.rows]


def at(clock: FakeClock, *minutes: float) -> list[str]:
    """Return times of day this many minutes from now."""
    now = clock.moment().wall
    return [time_of_day(now + timedelta(minutes=more)) for more in minutes]


def test_before_the_start_the_steps_begin_as_they_are_planned(
    tmp_path: Path, clock: FakeClock
) -> None:
    plan = replace(PLAN, steps=(TALK, SAID, GATHER))
    setup = replace(SETUP, starts_at=clock.moment().wall + BEFORE)
    assert begins(a_session(tmp_path, plan=plan, setup=setup, clock=clock)) == at(clock, 10, 18, 24)


def test_a_step_that_runs_began_when_its_time_did_and_the_others_follow_it(
    session: LiveSession, clock: FakeClock
) -> None:
    clock.advance(minutes=5)
    session.time.start()
    clock.advance(minutes=2)
    assert begins(session) == at(clock, -2, 6, 12)


def test_a_step_that_runs_over_moves_those_to_come(session: LiveSession, clock: FakeClock) -> None:
    session.steps.jump(SAID.id)
    session.time.start()
    clock.advance(minutes=9)
    assert begins(session)[1:] == at(clock, -9, 0)


def test_a_step_that_is_done_keeps_its_time_and_one_left_out_has_none(
    session: LiveSession, clock: FakeClock
) -> None:
    session.time.start()
    clock.advance(minutes=8)
    session.steps.next()
    session.steps.next()
    for _press in range(2):
        session.steps.next()
    session.steps.drop(GATHER.id)
    assert begins(session) == [*at(clock, -8, 0), ""]
