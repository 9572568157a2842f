"""The steps of a plan by the clock."""

from dataclasses import replace
from datetime import timedelta

import pytest

from facilitator.domain.planning.timetable import clock_text, lasts, timetable
from tests.helpers.plans import MINUTE, a_plan, a_step

HOUR = timedelta(hours=1)


@pytest.mark.parametrize(
    ("starts", "fixed", "over"),
    [
        (22 * HOUR, 30 * MINUTE, -90),
        (23 * HOUR, 23.5 * HOUR, 30),
        (23.5 * HOUR, 24 * HOUR - MINUTE, 31),
        (9 * HOUR, 12 * HOUR, -120),
        (9 * HOUR, 9.5 * HOUR, 30),
        (-HOUR, 30 * MINUTE, -30),
    ],
)
def test_a_fixed_step_is_at_its_time_that_is_nearest_also_over_midnight(
    starts: timedelta, fixed: timedelta, over: int
) -> None:
    plan = a_plan(a_step(minutes=60), replace(a_step(minutes=20, name="fixed"), at=fixed))
    slot = timetable(plan, starts)[1]
    assert slot.over == over * MINUTE
    assert clock_text(slot.begins) == clock_text(fixed)
    assert lasts(plan, starts) == (60 - over + 20) * MINUTE
