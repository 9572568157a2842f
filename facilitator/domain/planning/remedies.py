"""Changes of a plan that answer a concern, each as a value."""

from dataclasses import dataclass, replace
from datetime import timedelta

from facilitator.domain.ids import StepId
from facilitator.domain.plan.plan import Plan
from facilitator.domain.plan.step import Form, Step, StepKind, Way
from facilitator.domain.planning.changes import (
    fresh_id,
    inserted,
    of_length,
    place_of_ending,
    with_step,
)
from facilitator.domain.planning.fitting import fitted, shortened
from facilitator.domain.text.language import Words


@dataclass(frozen=True, slots=True)
class Names:
    """The titles of steps that a remedy adds, in the plan's languages."""

    a_break: Words
    slack: Words


@dataclass(frozen=True, slots=True)
class Fit:
    """Shorten and leave out steps until the plan fits."""

    booked: timedelta
    starts: timedelta | None = None  # the time of day, where steps are fixed to the clock

    def applied(self, plan: Plan, _names: Names) -> Plan:
        """Return the plan as it fits."""
        return fitted(plan, self.booked, self.starts).plan


@dataclass(frozen=True, slots=True)
class FitBefore:
    """Shorten and leave out steps until a step that is fixed to the clock is reached in time."""

    step_id: StepId
    over: timedelta
    among: frozenset[StepId]

    def applied(self, plan: Plan, _names: Names) -> Plan:
        """Return the plan as it fits."""
        return shortened(plan, self.over, self.among).plan


@dataclass(frozen=True, slots=True)
class SlackBefore:
    """Add breathing space right before a step."""

    step_id: StepId
    length: timedelta

    def applied(self, plan: Plan, names: Names) -> Plan:
        """Return the plan with that much more."""
        ids = [step.id for step in plan.steps]
        name = fresh_id("slack", ids)
        step = Step(name, StepKind.SLACK, names.slack, self.length, may_drop=True)
        return inserted(plan, ids.index(self.step_id), step)


@dataclass(frozen=True, slots=True)
class AddSlack:
    """Add breathing space before the ending, to what there is."""

    length: timedelta

    def applied(self, plan: Plan, names: Names) -> Plan:
        """Return the plan with that much more."""
        slack = [step for step in plan.steps if step.kind is StepKind.SLACK]
        if slack:
            return with_step(plan, of_length(slack[-1], slack[-1].length + self.length))
        name = fresh_id("slack", (step.id for step in plan.steps))
        step = Step(name, StepKind.SLACK, names.slack, self.length, may_drop=True)
        return inserted(plan, place_of_ending(plan), step)


@dataclass(frozen=True, slots=True)
class AddBreak:
    """Add a break before a step."""

    before: StepId
    length: timedelta

    def applied(self, plan: Plan, names: Names) -> Plan:
        """Return the plan with the break."""
        ids = [step.id for step in plan.steps]
        name = fresh_id("break", ids)
        step = Step(name, StepKind.BREAK, names.a_break, self.length, protect=True)
        return inserted(plan, ids.index(self.before), step)


@dataclass(frozen=True, slots=True)
class BreakInside:
    """Have the break within a step."""

    step_id: StepId

    def applied(self, plan: Plan, _names: Names) -> Plan:
        """Return the plan with the step as a break."""
        return with_step(plan, replace(_step_of(plan, self.step_id), with_break=True))


@dataclass(frozen=True, slots=True)
class Lengthen:
    """Give a step, or the segment in which people take turns, more time."""

    step_id: StepId
    to: timedelta
    segment: int | None = None

    def applied(self, plan: Plan, _names: Names) -> Plan:
        """Return the plan with the longer step."""
        step = _step_of(plan, self.step_id)
        if self.segment is None:
            return with_step(plan, of_length(step, self.to))
        segments = list(step.segments)
        more = self.to - segments[self.segment].length
        segments[self.segment] = replace(segments[self.segment], length=self.to)
        longer = replace(step, segments=tuple(segments), length=step.length + more)
        return with_step(plan, longer)


@dataclass(frozen=True, slots=True)
class InPairs:
    """Let people talk in pairs instead of one after the other."""

    step_id: StepId

    def applied(self, plan: Plan, _names: Names) -> Plan:
        """Return the plan with the step in pairs."""
        return with_step(plan, replace(_step_of(plan, self.step_id), form=Form.PAIRS))


@dataclass(frozen=True, slots=True)
class OfferCards:
    """Let people write on cards as well."""

    step_id: StepId

    def applied(self, plan: Plan, _names: Names) -> Plan:
        """Return the plan with cards in the step."""
        step = _step_of(plan, self.step_id)
        return with_step(plan, replace(step, ways=(*step.ways, Way.CARDS)))


Remedy = (
    Fit
    | FitBefore
    | SlackBefore
    | AddSlack
    | AddBreak
    | BreakInside
    | Lengthen
    | InPairs
    | OfferCards
)


def _step_of(plan: Plan, step_id: StepId) -> Step:
    return next(step for step in plan.steps if step.id == step_id)
