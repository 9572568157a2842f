"""Steps that are fixed to the clock in a running workshop."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from facilitator.domain.agenda.agenda import Agenda
from facilitator.domain.agenda.day import day_of
from facilitator.domain.agenda.finishing import proposal_for
from facilitator.domain.agenda.fixed import appointments, fixed_at
from facilitator.domain.ids import StepId
from facilitator.domain.plan.step import Step
from tests.helpers.clock import FakeClock
from tests.helpers.plans import MINUTE, a_step

START = datetime(2030, 1, 1, 9, 0, tzinfo=UTC)
LOCAL = START.astimezone()
AT_TEN = timedelta(hours=(LOCAL.hour + 1) % 24, minutes=LOCAL.minute)  # perhaps past midnight


def steps(*, at: timedelta | None = AT_TEN) -> tuple[Step, ...]:
    """Return an hour of two talks, a fixed lunch of thirty minutes, and a talk after it."""
    return (
        a_step(minutes=20, name="first"),
        replace(a_step(minutes=40, name="second"), trim_to=30 * MINUTE),
        replace(a_step(minutes=30, name="lunch"), at=at),
        replace(a_step(minutes=20, name="third"), trim_to=10 * MINUTE),
        a_step(minutes=10, name="end"),
    )


def begun(late: float = 0, *, at: timedelta | None = AT_TEN) -> tuple[Agenda, FakeClock]:
    """Return an agenda whose first step has just begun, so many minutes late."""
    clock = FakeClock(START)
    clock.advance(minutes=late)
    agenda = Agenda.of(steps(at=at))
    return agenda.with_run(agenda.now.with_round(agenda.now.round.start(clock.moment()))), clock


def test_a_fixed_step_begins_at_its_time_however_late_the_steps_before_it_are() -> None:
    agenda, clock = begun(late=7)
    begins, end = day_of(agenda, START, clock.moment())
    assert begins[StepId("lunch")] == START + 60 * MINUTE
    assert begins[StepId("third")] == START + 90 * MINUTE
    assert end == START + 120 * MINUTE


def test_without_a_fixed_time_everything_moves() -> None:
    agenda, clock = begun(late=7, at=None)
    begins, end = day_of(agenda, START, clock.moment())
    assert begins[StepId("lunch")] == START + 67 * MINUTE
    assert end == START + 127 * MINUTE


@pytest.mark.parametrize(("late", "over"), [(7, 7), (0, 0), (-12, -12)])
def test_what_is_over_or_spare_before_a_fixed_step_is_counted(late: int, over: int) -> None:
    agenda, clock = begun(late=late)
    (lunch,), after = appointments(agenda, clock.moment())
    assert lunch.step.id == "lunch"
    assert lunch.over == over * MINUTE
    assert lunch.before == {"second"}
    assert after == {"lunch", "third", "end"}


def test_only_steps_before_a_fixed_step_are_shortened_to_reach_it() -> None:
    agenda, clock = begun(late=7)
    (lunch,), _after = appointments(agenda, clock.moment())
    proposal = proposal_for(agenda, clock.moment(), lunch.over, lunch.before)
    assert [(change.step_id, change.to) for change in proposal.changes] == [("second", 33 * MINUTE)]
    assert proposal.late == timedelta()


def test_a_fixed_step_whose_time_has_passed_begins_as_soon_as_it_can() -> None:
    agenda, clock = begun(late=90)
    begins, _end = day_of(agenda, START, clock.moment())
    assert begins[StepId("lunch")] == START + 150 * MINUTE
    assert appointments(agenda, clock.moment())[0] == ()


def test_the_time_of_day_is_that_of_this_laptop() -> None:
    step = replace(a_step(), at=timedelta(hours=12, minutes=30))
    fixed = fixed_at(step, START)
    assert fixed is not None
    assert (fixed.hour, fixed.minute) == (12, 30)
    assert fixed.utcoffset() == fixed.replace(tzinfo=None).astimezone().utcoffset()
    assert fixed_at(a_step(), START) is None


@pytest.mark.parametrize(
    ("day", "hour", "fixed_hour", "expected"),
    [
        (2, 0, 23, datetime(2030, 1, 1, 23, 30).astimezone()),
        (1, 22, 1, datetime(2030, 1, 2, 1, 30).astimezone()),
        (1, 9, 12, datetime(2030, 1, 1, 12, 30).astimezone()),
        (1, 12, 9, datetime(2030, 1, 1, 9, 30).astimezone()),
    ],
)
def test_a_fixed_step_is_at_its_time_that_is_nearest_to_its_arrival_also_over_midnight(
    day: int, hour: int, fixed_hour: int, expected: datetime
) -> None:
    step = replace(a_step(), at=timedelta(hours=fixed_hour, minutes=30))
    arrival = datetime(2030, 1, day, hour, 10).astimezone()
    assert fixed_at(step, arrival) == expected
