"""Rounds all times to minutes, so that all texts of one moment agree.

Clock times lose their seconds, as on every clock; a delay is the difference of two such times.
Lengths are rounded along their row, so that they add up to the total. Minutes describe steps and
never people.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import pairwise

from facilitator.domain.agenda.agenda import StepRun

MINUTE = timedelta(minutes=1)


def on_the_minute(moment: datetime) -> datetime:
    """Return a moment without its seconds."""
    return moment.replace(second=0, microsecond=0)


def minutes_between(earlier: datetime, later: datetime) -> int:
    """Return the minutes between two moments as a clock shows them; may be negative."""
    return (on_the_minute(later) - on_the_minute(earlier)) // MINUTE


def in_minutes(length: timedelta) -> int:
    """Return a length in whole minutes, halves rounded up."""
    return (length + MINUTE / 2) // MINUTE


def whole_minutes(lengths: Sequence[timedelta]) -> tuple[int, ...]:
    """Return the lengths in whole minutes that add up to their sum in whole minutes.

    Each depends only on those before it, so that a step that is over keeps its minutes.
    """
    ends = [timedelta()]
    for length in lengths:
        ends.append(ends[-1] + length)
    return tuple(in_minutes(end) - in_minutes(begin) for begin, end in pairwise(ends))


def planned_minutes(runs: Sequence[StepRun]) -> tuple[int, ...]:
    """Return each step's planned minutes: none for a step added on the day."""
    steps = [run.step for run in runs]
    return whole_minutes([timedelta() if step.was_added else step.length for step in steps])


def minutes_of_steps(runs: Sequence[StepRun]) -> tuple[int, ...]:
    """Return each step's present minutes, with added and taken time; at least one."""
    return tuple(
        max(1, planned if run.length == run.step.length and planned else in_minutes(run.length))
        for run, planned in zip(runs, planned_minutes(runs), strict=True)
    )


def taken_minutes(runs: Sequence[StepRun]) -> tuple[int, ...]:
    """Return for how many minutes the time of each step ran, as far as it is saved."""
    return whole_minutes([run.written for run in runs])
