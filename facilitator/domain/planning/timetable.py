"""The steps of a plan by the clock. Times of day are the time since midnight."""

from dataclasses import dataclass
from datetime import timedelta

from facilitator.domain.ids import StepId
from facilitator.domain.plan.plan import Plan
from facilitator.domain.plan.step import Step

NOTHING = timedelta()
MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Slot:
    """When a step is reached, and when it begins and ends; a fixed step begins at its time."""

    step: Step
    reached: timedelta
    begins: timedelta
    since: frozenset[StepId]  # the steps before it, from the last fixed one on

    @property
    def ends(self) -> timedelta:
        """When it is over."""
        return self.begins + self.step.length

    @property
    def over(self) -> timedelta:
        """By how much what comes before a fixed step is too long; negative for time to spare."""
        return self.reached - self.begins


def timetable(plan: Plan, starts: timedelta | None = None) -> tuple[Slot, ...]:
    """Return all steps by the clock; without a start by the usual one, or else from zero."""
    reached = starts if starts is not None else usual_start(plan) or NOTHING
    since: set[StepId] = set()
    slots: list[Slot] = []
    for step in plan.steps:
        begins = reached if step.at is None else _nearest(step.at, reached)
        slots.append(Slot(step, reached, begins, frozenset(since)))
        reached = begins + step.length
        since = since if step.at is None else set()
        since.add(step.id)
    return tuple(slots)


def _nearest(at: timedelta, reached: timedelta) -> timedelta:
    """Return a time of day on the day on which it is nearest to when its step is reached."""
    return at + round((reached - at) / DAY) * DAY


def usual_start(plan: Plan) -> timedelta | None:
    """Return when a plan has to begin to reach its first fixed step in time, if it has one."""
    before = NOTHING
    for step in plan.steps:
        if step.at is not None:
            return step.at - before  # on the day before, if it is negative
        before += step.length
    return None


def clock_text(at: timedelta) -> str:
    """Return a time of day, such as “09:05”; after midnight the clock begins again."""
    hours, minutes = divmod(at % DAY // MINUTE, 60)
    return f"{hours:02}:{minutes:02}"


def lasts(plan: Plan, starts: timedelta | None = None) -> timedelta:
    """Return the time from the beginning to the end, with what it waits for fixed steps."""
    slots = timetable(plan, starts)
    return slots[-1].ends - slots[0].reached if slots else NOTHING


def after_the_last_fixed(plan: Plan) -> frozenset[StepId]:
    """Return the steps from the last fixed one on: only they decide when a plan ends."""
    fixed = [place for place, step in enumerate(plan.steps) if step.at is not None]
    return frozenset(step.id for step in plan.steps[fixed[-1] if fixed else 0 :])
