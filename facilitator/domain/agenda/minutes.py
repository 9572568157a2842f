"""The one place where times become minutes, so that all that is said at one moment agrees.

Clock times lose their seconds, as on every clock; how late something is, is the difference of two
such times. Lengths are rounded along their row, so that they add up to the whole. Minutes tell of
steps and never of people.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import pairwise

from facilitator.domain.agenda.agenda import StepRun

MINUTE = timedelta(minutes=1)


def on_the_minute(moment: datetime) -> datetime:
    """Return the moment as a clock without seconds shows it."""
    return moment.replace(second=0, microsecond=0)


def minutes_between(earlier: datetime, later: datetime) -> int:
    """Return how many minutes lie between two moments as a clock shows them; may be negative."""
    return (on_the_minute(later) - on_the_minute(earlier)) // MINUTE


def in_minutes(length: timedelta) -> int:
    """Return a length in whole minutes, halves rounded up."""
    return (length + MINUTE / 2) // MINUTE


def whole_minutes(lengths: Sequence[timedelta]) -> tuple[int, ...]:
    """Return the lengths in whole minutes that add up to their sum in whole minutes.

    Each depends only on those before it: a step that is over keeps its minutes as others go on.
    """
    ends = [timedelta()]
    for length in lengths:
        ends.append(ends[-1] + length)
    return tuple(in_minutes(end) - in_minutes(begin) for begin, end in pairwise(ends))


def planned_minutes(runs: Sequence[StepRun]) -> tuple[int, ...]:
    """Return each step's minutes as planned: none for what was added on the day."""
    steps = [run.step for run in runs]
    return whole_minutes([timedelta() if one.was_added else one.length for one in steps])


def minutes_of_steps(runs: Sequence[StepRun]) -> tuple[int, ...]:
    """Return each step's minutes as they are now, with what was added or taken; at least one."""
    return tuple(
        max(1, planned if run.length == run.step.length and planned else in_minutes(run.length))
        for run, planned in zip(runs, planned_minutes(runs), strict=True)
    )


def taken_minutes(runs: Sequence[StepRun]) -> tuple[int, ...]:
    """Return for how many minutes the time of each step ran, as far as that is written."""
    return whole_minutes([run.written for run in runs])
