"""Fitting a draft to its booking: shorter steps first, then fewer, and never what is protected."""

from dataclasses import replace
from datetime import timedelta

import pytest

from facilitator.domain.plan.plan import Plan
from facilitator.domain.plan.step import Segment, StepKind
from facilitator.domain.drafting.draft import Draft
from facilitator.domain.drafting.fitting import fitted
from facilitator.domain.text.language import Words
from facilitator.kinds.registry import READY_PLANS
from tests.helpers.files import plan_from_text, text_of
from tests.helpers.plans import MINUTE, a_plan, a_step


def minutes(draft: Draft) -> list[float]:
    """Return the minutes of all steps."""
    return [step.length / MINUTE for step in draft.plan.steps]


def test_the_step_that_can_give_most_is_shortened() -> None:
    first = replace(a_step(minutes=20, name="a"), trim_to=10 * MINUTE)
    second = replace(a_step(minutes=20, name="b"), trim_to=18 * MINUTE)
    draft = Draft.of(a_plan(first, second, a_step(minutes=10, name="c")))
    result = fitted(draft.booked_for(45 * MINUTE))
    assert minutes(result.draft) == [15, 20, 10]
    assert result.proposal.late == timedelta()


def test_the_first_step_can_be_shortened_and_dropped_too() -> None:
    draft = Draft.of(a_plan(a_step(StepKind.SLACK, 5, "a"), a_step(minutes=20, name="b")))
    assert minutes(fitted(draft.booked_for(20 * MINUTE)).draft) == [20]


def test_what_is_protected_stays_and_the_rest_is_said_to_be_over() -> None:
    draft = Draft.of(a_plan(replace(a_step(minutes=30), protect=True), a_step(name="b")))
    result = fitted(draft.booked_for(20 * MINUTE))
    assert minutes(result.draft) == [30, 5]
    assert result.proposal.late == 15 * MINUTE


def test_segments_shrink_with_their_step_and_add_up() -> None:
    parts = tuple(Segment(Words.of(name), 10 * MINUTE) for name in ("One", "Two"))
    step = replace(a_step(minutes=20), segments=parts, trim_to=11 * MINUTE)
    result = fitted(Draft.of(a_plan(step, a_step(name="b"))).booked_for(16 * MINUTE))
    after = result.draft.plan.steps[0]
    assert after.length == 11 * MINUTE
    assert sum((part.length for part in after.segments), timedelta()) == after.length


@pytest.mark.parametrize("plan", READY_PLANS.all(), ids=lambda plan: str(plan.id))
def test_a_ready_plan_a_tenth_too_long_fits_and_comes_back_from_its_file(plan: Plan) -> None:
    draft = Draft.of(plan)
    result = fitted(draft.booked_for(draft.booked * 9 // 10))
    assert max(result.draft.over, timedelta()) == result.proposal.late
    assert result.proposal.wins > timedelta()
    assert plan_from_text(text_of(result.draft.plan)) == result.draft.plan
    for step in result.draft.plan.steps:
        before = draft.step(step.id)
        assert step.length >= (before.trim_to or before.length)


def test_a_draft_that_fits_is_not_changed() -> None:
    draft = Draft.of(a_plan())
    assert fitted(draft).draft == draft
