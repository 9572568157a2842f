"""Steps that are fixed to the clock: lunch is at 12:30, whatever happens before it.

A fixed step that is to come begins at its time: what comes before it has to fit, or is over. Once
its time has passed it begins as soon as it can, as any other step does.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from facilitator.domain.agenda.agenda import Agenda, StepRun
from facilitator.domain.ids import StepId
from facilitator.domain.plan.step import Step
from facilitator.domain.time.clock import Moment

NOTHING = timedelta()
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Appointment:
    """A fixed step that is to come, and by how much what comes before it is too long."""

    step: Step
    at: datetime
    over: timedelta  # negative where there is time to spare
    before: frozenset[StepId]  # the coming steps since the fixed step before


def fixed_at(step: Step, near: datetime) -> datetime | None:
    """Return when a fixed step begins: its time nearest to ``near`` in this laptop's time zone."""
    if step.at is None:
        return None
    local = near.astimezone().replace(tzinfo=None)
    that_day = local.replace(hour=0, minute=0, second=0, microsecond=0) + step.at
    return (that_day + round((local - that_day) / DAY) * DAY).astimezone()


def arrivals(
    steps: Iterable[tuple[Step, timedelta]], start: datetime, now: datetime
) -> Iterator[tuple[Step, datetime, datetime]]:
    """Yield each step with its arrival, when all before it is over, and its beginning.

    The steps come with the time that each takes. Fixed steps that are to come begin at their time.
    """
    for step, length in steps:
        fixed = fixed_at(step, start)
        begins = fixed if fixed is not None and fixed >= now else start
        yield step, start, begins
        start = begins + length


def begins_ahead(
    agenda: Agenda, start: datetime, now: Moment
) -> tuple[dict[StepId, datetime], datetime]:
    """Return when each coming step begins if the first can begin at ``start``, and the end."""
    begins: dict[StepId, datetime] = {}
    end = start
    for step, _arrival, beginning in arrivals(_rests(agenda.ahead, now), start, now.wall):
        begins[step.id] = beginning
        end = beginning + agenda.run_of(step.id).rest(now)
    return begins, end


def appointments(agenda: Agenda, now: Moment) -> tuple[tuple[Appointment, ...], frozenset[StepId]]:
    """Return the fixed steps whose time is to come, and the coming steps after the last of them."""
    coming: list[Appointment] = []
    before: set[StepId] = set()
    start = now.wall + agenda.now.left(now)
    for step, arrival, beginning in arrivals(_rests(agenda.ahead, now), start, now.wall):
        if step.at is None or fixed_at(step, arrival) != beginning:
            before.add(step.id)
            continue
        coming.append(Appointment(step, beginning, arrival - beginning, frozenset(before)))
        before = {step.id}
    return tuple(coming), frozenset(before)


def _rests(runs: Iterable[StepRun], now: Moment) -> Iterator[tuple[Step, timedelta]]:
    return ((run.step, run.rest(now)) for run in runs)
