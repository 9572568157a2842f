"""Blocks of steps that are used again: those that ship, and those of a facilitator."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from facilitator.domain.ids import PlanId, StepId
from facilitator.domain.plan.plan import Plan
from facilitator.domain.plan.step import StepKind
from facilitator.domain.planning.blocks import block_of, steps_of, with_block
from facilitator.domain.text.language import ENGLISH, WELSH, Language, Words
from facilitator.kinds.registry import READY_BLOCKS
from facilitator.resources import resource
from facilitator.store.plans.blocks import BLOCKS
from tests.helpers.files import plan_from_text, ready_plan, text_of
from tests.helpers.plans import MINUTE, a_plan, a_step, plans

ALL = READY_BLOCKS.all()
every_block = pytest.mark.parametrize("block", ALL, ids=lambda block: block.id)


def called(name: str) -> Plan:
    return next(block for block in ALL if block.id == name)


def test_every_file_of_a_block_ships() -> None:
    files = {path.stem for path in resource("blocks").iterdir()}
    assert files == set(BLOCKS)


@every_block
def test_a_block_is_just_what_would_be_written_and_says_what_to_say(block: Plan) -> None:
    assert resource(f"blocks/{block.id}.toml").read_text(encoding="utf-8") == text_of(block)
    assert block.languages == (WELSH, ENGLISH)
    for step in block.steps:
        assert 0 < len(step.say.split()) <= 45
        assert "!" not in step.say
        assert step.do


@every_block
def test_a_block_can_be_added_twice_anywhere_in_any_language(block: Plan) -> None:
    for plan in (
        ready_plan(PlanId("pscc-90")),
        ready_plan(PlanId("cyfarfod-75")),
        replace(
            a_plan(replace(a_step(), title=Words.of("Krok", Language("pl")))),
            title=Words.of("Plan", Language("pl")),
            languages=(Language("pl"),),
        ),
    ):
        for place in (0, 1, len(plan.steps)):
            once = with_block(plan, place, block)
            twice = with_block(once, len(once.steps), block)
            assert plan_from_text(text_of(twice)) == twice


def test_reading_uses_the_last_gathering_and_brings_one_where_there_is_none() -> None:
    read = called("read-then-listen")
    plan = ready_plan(PlanId("pscc-90"))
    (opening,) = steps_of(read, plan, len(plan.steps))
    gatherings = [step.id for step in plan.steps if step.kind is StepKind.GATHER]
    assert opening.of == gatherings[-1]
    gathering, opening = steps_of(read, a_plan(), 1)
    assert (gathering.kind, opening.of) == (StepKind.GATHER, gathering.id)


def test_a_block_takes_the_languages_of_the_plan() -> None:
    (english,) = steps_of(called("leaving-round"), a_plan(), 0)
    assert [language for language, _text in english.title.texts] == [ENGLISH]


def test_steps_of_a_plan_are_kept_as_a_block_with_the_lines_that_they_use() -> None:
    plan = ready_plan(PlanId("retro-60"))
    block = block_of(plan, [StepId("read"), StepId("slack")], Words.of("Mine"))
    assert [step.id for step in block.steps] == ["earlier", "read", "slack"]
    assert plan_from_text(text_of(block)) == block
    again = with_block(plan, len(plan.steps), block)
    assert [step.id for step in again.steps[-2:]] == ["read-2", "slack-2"]
    assert again.steps[-2].of == "one-line"


@given(plans(), plans(), st.integers(0, 4))
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_steps_become_a_block_that_fits_any_plan(plan: Plan, other: Plan, place: int) -> None:
    block = block_of(plan, [step.id for step in plan.steps], plan.title)
    put_in = with_block(other, min(place, len(other.steps)), block)
    assert plan_from_text(text_of(put_in)) == put_in
    assert put_in.length / MINUTE == (plan.length + other.length) / MINUTE
