"""A draft: a plan that is being made, with what its times depend on. Every act returns another."""

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Self

from facilitator.domain.ids import PlanId, StepId
from facilitator.domain.plan.limits import MOST_PEOPLE
from facilitator.domain.plan.plan import PeopleRange, Plan
from facilitator.domain.plan.step import Step, StepKind
from facilitator.domain.planning.timetable import lasts, timetable, usual_start
from facilitator.domain.text.language import Words

USUAL_START = timedelta(hours=10)  # of the day
MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
USUAL_PEOPLE = PeopleRange(6, 12, 16)


@dataclass(frozen=True, slots=True)
class Draft:
    """A plan, the size of the group, and when and for how long the room is booked."""

    plan: Plan
    people: int
    booked: timedelta
    starts: timedelta = USUAL_START  # since midnight

    @classmethod
    def of(cls, plan: Plan) -> Self:
        """Return a draft of a plan, booked for as long as the plan takes.

        It starts in time for the first step that is fixed to the clock, if it has one.
        """
        usual = usual_start(plan)
        starts = USUAL_START if usual is None else usual // MINUTE * MINUTE
        minutes = max(-(-lasts(plan, starts) // MINUTE), 1)
        return cls(plan, plan.people.best, minutes * MINUTE, starts % DAY)

    @property
    def over(self) -> timedelta:
        """The time by which the plan is longer than the booking; negative if it is shorter."""
        return lasts(self.plan, self.starts) - self.booked

    @property
    def begins(self) -> tuple[timedelta, ...]:
        """When each step begins, and when the last one ends, since midnight."""
        slots = timetable(self.plan, self.starts)
        return (*(slot.begins for slot in slots), slots[-1].ends)

    def place_of(self, step_id: StepId) -> int:
        """Return the place of a step. Raises ``KeyError`` for an unknown id."""
        for place, step in enumerate(self.plan.steps):
            if step.id == step_id:
                return place
        raise KeyError(step_id)

    def step(self, step_id: StepId) -> Step:
        """Return a step. Raises ``KeyError`` for an unknown id."""
        return self.plan.steps[self.place_of(step_id)]

    def with_steps(self, steps: tuple[Step, ...]) -> Self:
        """Return the draft with other steps."""
        return replace(self, plan=replace(self.plan, steps=steps))

    def for_people(self, people: int) -> Self:
        """Return the draft for a group of this size."""
        return replace(self, people=min(max(people, 1), MOST_PEOPLE))

    def booked_for(self, length: timedelta) -> Self:
        """Return the draft with a booking of this length."""
        return replace(self, booked=min(max(length, MINUTE), DAY))

    def starting(self, since_midnight: timedelta) -> Self:
        """Return the draft of a workshop that starts at this time of the day."""
        return replace(self, starts=since_midnight % DAY)


def copy_of(plan: Plan, plan_id: PlanId) -> Plan:
    """Return the facilitator's own copy of a plan, with an id of its own."""
    return replace(plan, id=plan_id)


def new_plan(plan_id: PlanId, title: str, summary: str, step: Step) -> Plan:
    """Return a plan of one step in English, to begin with."""
    step = replace(step, id=fresh_id((), step.kind))
    return Plan(plan_id, Words.of(title), summary, USUAL_PEOPLE, (step,))


def fresh_id(steps: tuple[Step, ...], kind: StepKind) -> StepId:
    """Return an id that no step has, from the name of a kind."""
    stem = kind.value.replace(" ", "-")
    taken = {step.id for step in steps}
    number = len(steps) + 1
    while f"{stem}-{number}" in taken:
        number += 1
    return StepId(f"{stem}-{number}")
