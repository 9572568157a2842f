"""Blocks: a few steps that are used again, put into a plan.

A block is a plan. A gathering called ``EARLIER`` in it only says that the block uses the lines of a
gathering: the last one before it in the plan is used, and only without one is it added as well.
"""

from collections.abc import Iterable
from dataclasses import fields, is_dataclass, replace
from typing import Any, cast

from facilitator.domain.ids import PlanId, StepId
from facilitator.domain.plan.plan import Plan
from facilitator.domain.plan.step import Step, StepKind
from facilitator.domain.planning.changes import fresh_id, inserted
from facilitator.domain.text.language import ENGLISH, Language, Words

EARLIER = StepId("earlier")


def steps_of(block: Plan, plan: Plan, place: int) -> tuple[Step, ...]:
    """Return the steps of a block as they fit a place in a plan: ids, languages, earlier lines."""
    before = plan.steps[:place]
    gathering = next((s for s in reversed(before) if s.kind is StepKind.GATHER), None)
    ids: dict[StepId, StepId] = {} if gathering is None else {EARLIER: gathering.id}
    taken = {step.id for step in plan.steps}
    steps: list[Step] = []
    for step in block.steps:
        if step.id in ids:
            continue
        stem = "lines" if step.id == EARLIER else str(step.id)
        ids[step.id] = fresh_id(stem, taken)
        taken.add(ids[step.id])
        source = step.of if step.of is None else ids[step.of]
        steps.append(in_languages(replace(step, id=ids[step.id], of=source), plan.languages))
    return tuple(steps)


def with_block(plan: Plan, place: int, block: Plan) -> Plan:
    """Return the plan with a block at a place, 0 being the beginning."""
    return inserted(plan, place, *steps_of(block, plan, place))


def block_of(plan: Plan, chosen: Iterable[StepId], title: Words) -> Plan:
    """Return steps of a plan as a block; a step whose lines they use is kept as ``EARLIER``."""
    ids = set(chosen)
    steps = [step for step in plan.steps if step.id in ids]
    needed = {step.of for step in steps if step.of is not None} - ids
    sources = [replace(step, id=EARLIER) for step in plan.steps if step.id in needed][-1:]
    renamed = [replace(s, of=EARLIER) if s.of in needed and sources else s for s in steps]
    name = PlanId(fresh_id("block", ()))
    return replace(plan, id=name, title=title, steps=(*sources, *renamed))


def in_languages(step: Step, languages: tuple[Language, ...]) -> Step:
    """Return a step with its texts in these languages; a missing one gets the English text."""
    return cast("Step", _translated(step, languages))


def _translated(value: object, languages: tuple[Language, ...]) -> object:
    if isinstance(value, Words):
        texts = dict(value.texts)
        usual = texts.get(ENGLISH, value.first)
        return Words(tuple((each, texts.get(each, usual)) for each in languages if usual))
    if isinstance(value, tuple):
        return tuple(_translated(entry, languages) for entry in value)
    if is_dataclass(value) and not isinstance(value, type):
        changes: dict[str, Any] = {
            field.name: _translated(getattr(value, field.name), languages)
            for field in fields(value)
        }
        return replace(value, **changes)
    return value
