"""An open plan: its acts, undo, and saving after each act."""

from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from facilitator.domain.drafting.draft import Draft, copy_of
from facilitator.domain.drafting.step_acts import RoomText, of_length, text_written
from facilitator.domain.ids import PlanId
from facilitator.domain.plan.limits import MOST_STEPS
from facilitator.domain.planning.remedies import AddBreak, Names
from facilitator.domain.text.language import ENGLISH, Words
from facilitator.errors import NotAllowedNowError, PlanFileError
from facilitator.kinds.registry import PLAN_FILES, PLAN_PARTS, READY_PLANS
from facilitator.live.planning.editor import PlanEditor
from facilitator.live.planning.own_plans import OwnPlans
from facilitator.store.database import Store
from facilitator.store.library.file import open_library
from facilitator.store.library.own_plans import own_plans
from tests.helpers.clock import FakeClock
from tests.helpers.plans import MINUTE, a_plan, a_step

MINE = PlanId("my-plan")


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Store]:
    with closing(open_library(tmp_path)) as store:
        yield store


@pytest.fixture
def own(library: Store, clock: FakeClock) -> OwnPlans:
    return OwnPlans(library, PLAN_FILES, clock)


def an_editor(own: OwnPlans) -> PlanEditor:
    """Return an open copy of a ready plan that nobody has changed yet."""
    plan = copy_of(READY_PLANS.all()[0], MINE)
    return PlanEditor(Draft.of(plan), PLAN_PARTS, own.save, is_saved=False)


def test_a_ready_plan_that_is_only_looked_at_leaves_no_copy(library: Store, own: OwnPlans) -> None:
    editor = an_editor(own)
    editor.choose((editor.draft.plan.steps[3].id,))
    editor.save()
    assert editor.is_untouched
    assert own_plans(library) == ()


def test_the_first_change_saves_a_copy_and_the_ready_plan_stays(own: OwnPlans) -> None:
    ready = READY_PLANS.all()[0]
    editor = an_editor(own)
    editor.move(1)
    assert not editor.is_saved
    editor.save()
    assert editor.is_saved
    assert own.draft(MINE) == editor.draft
    assert own.plan(MINE).steps[0] == ready.steps[1]
    assert READY_PLANS.plan(ready.id) == ready


def test_the_booking_is_saved_with_the_plan(own: OwnPlans) -> None:
    editor = an_editor(own)
    booked = editor.draft.for_people(9).booked_for(80 * MINUTE).starting(timedelta(hours=13))
    editor.change_plan(booked)
    editor.save()
    assert own.draft(MINE) == booked


def test_undo_is_saved_too(own: OwnPlans) -> None:
    editor = an_editor(own)
    first = editor.draft
    editor.duplicate()
    editor.save()
    editor.undo()
    editor.save()
    assert own.draft(MINE) == first
    assert editor.can_redo
    assert not editor.can_undo


def test_one_press_fits_the_plan_to_its_booking(own: OwnPlans) -> None:
    editor = an_editor(own)
    editor.change_plan(editor.draft.booked_for(80 * MINUTE))
    editor.fit()
    assert editor.draft.over <= timedelta()
    editor.undo()
    assert editor.draft.over == 10 * MINUTE


def test_what_is_refused_changes_nothing(own: OwnPlans) -> None:
    editor = an_editor(own)
    before = editor.draft
    with pytest.raises(NotAllowedNowError):
        editor.move(-1)
    assert editor.draft is before
    assert not editor.can_undo


def test_advice_adds_no_step_to_a_full_plan() -> None:
    steps = tuple(a_step(name=f"step-{number}") for number in range(MOST_STEPS))
    editor = PlanEditor(Draft.of(a_plan(*steps)), PLAN_PARTS, lambda _draft: None, is_saved=True)
    before = editor.draft
    names = Names(Words.of("Break"), Words.of("Breathing space"))
    with pytest.raises(NotAllowedNowError, match="at most 100 steps"):
        editor.help(AddBreak(steps[1].id, 10 * MINUTE), names)
    assert editor.draft is before


def test_typing_into_one_text_is_one_act(own: OwnPlans) -> None:
    editor = an_editor(own)
    before = editor.step.title
    for typed in ("H", "He", "Hello"):
        editor.change(text_written(RoomText.TITLE, ENGLISH, typed), "title")
    assert editor.step.title.first == "Hello"
    editor.undo()
    assert editor.step.title == before


def test_a_plan_that_cannot_be_saved_says_so_and_stays_open() -> None:
    def fail(_draft: Draft) -> None:
        raise PlanFileError("The disk is full.")

    editor = PlanEditor(Draft.of(a_plan(a_step())), PLAN_PARTS, fail, is_saved=False)
    editor.change(of_length(7 * MINUTE))
    editor.save()
    assert editor.problem == "The disk is full."
    assert editor.step.length == 7 * MINUTE
    assert not editor.is_saved


def test_a_deleted_plan_is_gone(library: Store, own: OwnPlans) -> None:
    editor = an_editor(own)
    editor.duplicate()
    editor.save()
    own.delete(MINE)
    assert own_plans(library) == ()
    with pytest.raises(PlanFileError):
        own.draft(MINE)
