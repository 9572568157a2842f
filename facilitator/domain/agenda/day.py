"""When each step began or is expected to, and when the day ends, by the live agenda."""

from datetime import datetime, timedelta

from facilitator.domain.agenda.agenda import Agenda, Standing, StepRun
from facilitator.domain.agenda.fixed import begins_ahead
from facilitator.domain.ids import StepId
from facilitator.domain.time.clock import Moment

SAME = timedelta(seconds=1)  # clocks of one laptop differ by less


def day_of(
    agenda: Agenda, starts_at: datetime | None, now: Moment
) -> tuple[dict[StepId, datetime], datetime]:
    """Return when each step that is not left out begins, in their order, and when the last ends.

    A step whose time never ran began when the step before it was over. While time runs on plan,
    nothing here changes with the clock.
    """
    begins: dict[StepId, datetime] = {}
    start = starts_at or now.wall
    for run in agenda.runs[: agenda.place]:
        start = _began_at(run) or start
        if run.standing is Standing.DONE:
            begins[run.step.id] = start
        start += run.spent(now)
    present = agenda.now
    is_first = agenda.place == 0 and present.round.due is None
    start = max(start, now.wall) if is_first else now.wall
    begins[present.step.id] = _began_at(present) or start
    ahead, end = begins_ahead(agenda, _ends_at(start, present, now), now)
    return begins | ahead, end


def _began_at(run: StepRun) -> datetime | None:
    """Return when the time of a step first ran, as the room saw it end; adding time moves both."""
    first = run.rounds[0]
    return None if first.due is None else first.due - first.length


def _ends_at(start: datetime, run: StepRun, now: Moment) -> datetime:
    """Return when the present step ends: as the room saw it, unless it was held or runs over."""
    ends = start + run.left(now)
    if run.round.due is None:
        return ends
    seen = run.round.due + sum((part.length for part in run.rounds[run.segment + 1 :]), timedelta())
    return seen if abs(seen - ends) < SAME else ends
