"""Changes of the steps of a plan, for the planner and for remedies."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from itertools import count

from facilitator.domain.ids import StepId
from facilitator.domain.plan.forms import shared
from facilitator.domain.plan.plan import Plan
from facilitator.domain.plan.step import Step, Trait
from facilitator.domain.time.round import SHORTEST

LONGEST = timedelta(hours=8)
LONGEST_STEM = 34  # of an id, so that a number fits behind it
MOST_ENDING = 2  # steps that come after breathing space


def of_length(step: Step, length: timedelta) -> Step:
    """Return a step of this length, its segments in proportion, within what a step may have.

    A shortest length that is no longer shorter is dropped.
    """
    fitting = min(max(length, SHORTEST * max(len(step.segments), 1)), LONGEST)
    lengths = shared(tuple(segment.length for segment in step.segments), fitting)
    segments = tuple(
        replace(segment, length=share)
        for segment, share in zip(step.segments, lengths, strict=True)
    )
    trim = step.trim_to if step.trim_to is not None and step.trim_to < fitting else None
    return replace(step, length=fitting, segments=segments, trim_to=trim)


def with_step(plan: Plan, step: Step) -> Plan:
    """Return the plan with a step in place of the step with the same id."""
    steps = tuple(step if step.id == other.id else other for other in plan.steps)
    return replace(plan, steps=steps)


def without_step(plan: Plan, step_id: StepId) -> Plan:
    """Return the plan without a step."""
    return replace(plan, steps=tuple(step for step in plan.steps if step.id != step_id))


def inserted(plan: Plan, place: int, *steps: Step) -> Plan:
    """Return the plan with steps at a place, 0 being the beginning."""
    return replace(plan, steps=(*plan.steps[:place], *steps, *plan.steps[place:]))


def fresh_id(stem: str, taken: Iterable[StepId]) -> StepId:
    """Return an id that no step has: the stem, or the stem and a number."""
    used = set(taken)
    short = stem[:LONGEST_STEM].rstrip("-")
    if StepId(short) not in used:
        return StepId(short)
    return next(name for number in count(2) if (name := StepId(f"{short}-{number}")) not in used)


def place_of_ending(plan: Plan) -> int:
    """Return the place of the first step of the ending, before which breathing space belongs."""
    place = len(plan.steps)
    while place > max(1, len(plan.steps) - MOST_ENDING) and _ends(plan.steps[place - 1]):
        place -= 1
    return place


def _ends(step: Step) -> bool:
    return not step.is_break and (step.protect or step.has(Trait.DECIDES_RECORD))
