"""The order of a draft: steps are added, duplicated, deleted and moved, several at once."""

from dataclasses import replace
from datetime import timedelta

import pytest

from facilitator.domain.drafting.draft import Draft
from facilitator.domain.drafting.order import added, deleted, duplicated, moved
from facilitator.domain.ids import StepId
from facilitator.domain.plan.step import StepKind
from facilitator.errors import NotAllowedNowError
from facilitator.kinds.registry import PLAN_PARTS, READY_PLANS
from tests.helpers.plans import MINUTE, a_plan, a_step

HOUR = timedelta(hours=1)
A, B, C, D = (StepId(name) for name in "abcd")


def a_draft() -> Draft:
    """Return a draft of four talks."""
    return Draft.of(a_plan(*(a_step(name=name) for name in "abcd")))


def writing() -> Draft:
    """Return a draft of a talk, a gathering, and the step that opens what was written."""
    draft = Draft.of(a_plan(a_step(name="a"), a_step(StepKind.GATHER, name="b")))
    return added(draft, a_step(StepKind.OPEN), 2, PLAN_PARTS).draft


def order(draft: Draft) -> str:
    """Return the ids of all steps in order."""
    return "".join(step.id for step in draft.plan.steps)


@pytest.mark.parametrize(
    ("chosen", "places", "after"),
    [
        ((B,), -1, "bacd"),
        ((B,), 1, "acbd"),
        ((B,), 2, "acdb"),
        ((A,), 99, "bcda"),
        ((B, C), 1, "adbc"),
        ((B, C), -1, "bcad"),
        ((B, D), -1, "bdac"),
        ((A, C), 1, "bdac"),
        ((A, C), 99, "bdac"),
    ],
)
def test_chosen_steps_move_together(chosen: tuple[StepId, ...], places: int, after: str) -> None:
    editing = moved(a_draft(), chosen, places, PLAN_PARTS)
    assert order(editing.draft) == after
    assert set(editing.chosen) == set(chosen)


@pytest.mark.parametrize(("step", "places"), [(A, -1), (D, 1)])
def test_a_step_at_an_end_says_so(step: StepId, places: int) -> None:
    with pytest.raises(NotAllowedNowError, match="already"):
        moved(a_draft(), (step,), places, PLAN_PARTS)


def test_a_step_does_not_move_before_the_step_whose_lines_it_opens() -> None:
    draft = writing()
    opening = draft.plan.steps[2].id
    with pytest.raises(NotAllowedNowError, match="needs what is written in"):
        moved(draft, (opening,), -1, PLAN_PARTS)
    assert moved(draft, (StepId("b"), opening), -1, PLAN_PARTS).draft.plan.steps[2].id == "a"


def test_an_opening_step_uses_the_nearest_lines_and_needs_some() -> None:
    assert writing().plan.steps[2].of == "b"
    with pytest.raises(NotAllowedNowError, match="needs an earlier step"):
        added(a_draft(), a_step(StepKind.OPEN), 4, PLAN_PARTS)


def test_a_new_step_has_an_id_of_its_own() -> None:
    draft = a_draft()
    for _ in range(3):
        draft = added(draft, a_step(), 1, PLAN_PARTS).draft
    assert len({step.id for step in draft.plan.steps}) == 7


def test_copies_stand_after_the_last_and_use_one_anothers_lines() -> None:
    draft = writing()
    editing = duplicated(draft, (StepId("b"), draft.plan.steps[2].id))
    copies = editing.draft.plan.steps[3:]
    assert [step.kind for step in copies] == [StepKind.GATHER, StepKind.OPEN]
    assert copies[1].of == copies[0].id
    assert editing.chosen == tuple(step.id for step in copies)


def test_deleting_chooses_the_step_that_takes_the_place() -> None:
    editing = deleted(a_draft(), (B, C), PLAN_PARTS)
    assert order(editing.draft) == "ad"
    assert editing.chosen == (D,)
    assert deleted(a_draft(), (D,), PLAN_PARTS).chosen == (C,)


def test_a_step_whose_lines_are_used_is_deleted_only_with_its_user() -> None:
    draft = writing()
    with pytest.raises(NotAllowedNowError, match="needs what is written in this step"):
        deleted(draft, (StepId("b"),), PLAN_PARTS)
    both = (StepId("b"), draft.plan.steps[2].id)
    assert order(deleted(draft, both, PLAN_PARTS).draft) == "a"


def test_the_last_step_stays() -> None:
    with pytest.raises(NotAllowedNowError, match="at least one step"):
        deleted(a_draft(), (A, B, C, D), PLAN_PARTS)


def test_a_plan_has_at_most_a_hundred_steps() -> None:
    draft = a_draft()
    for _ in range(24):
        draft = duplicated(draft, (A, B, C, D)).draft
    assert len(draft.plan.steps) == 100
    with pytest.raises(NotAllowedNowError, match="at most 100"):
        duplicated(draft, (A,))
    with pytest.raises(NotAllowedNowError, match="at most 100"):
        added(draft, a_step(), 0, PLAN_PARTS)


def test_a_ready_plan_is_reordered_without_a_change_of_itself() -> None:
    plan = READY_PLANS.all()[0]
    first = plan.steps[0].id
    moved(Draft.of(plan), (first,), 1, PLAN_PARTS)
    assert READY_PLANS.all()[0].steps[0].id == first


def at_nine(minutes: float) -> Draft:
    """Return a draft of a talk of some minutes, and a break that is fixed to nine."""
    fixed = replace(a_step(StepKind.BREAK, name="b"), at=9 * HOUR)
    return Draft.of(a_plan(a_step(minutes=minutes, name="a"), fixed))


def test_a_plan_with_a_step_at_a_time_of_day_starts_in_time_for_it() -> None:
    draft = at_nine(20)
    assert draft.starts == 9 * HOUR - 20 * MINUTE
    assert draft.booked == 25 * MINUTE
    assert draft.over == timedelta()


def test_such_a_plan_starts_at_a_whole_minute() -> None:
    draft = at_nine(20.5)
    assert draft.starts == 9 * HOUR - 21 * MINUTE
    assert draft.booked == 26 * MINUTE
    assert draft.over == timedelta()


def test_such_a_plan_may_start_on_the_day_before() -> None:
    assert at_nine(10 * 60).starts == 23 * HOUR
    assert at_nine(10 * 60).booked == 605 * MINUTE
