"""Texts of a draft in one and two languages."""

from facilitator.domain.drafting.draft import Draft
from facilitator.domain.drafting.plan_acts import spoken_in
from facilitator.domain.drafting.step_acts import (
    RoomList,
    RoomText,
    changed,
    lines_written,
    text_written,
)
from facilitator.domain.drafting.words import UNWRITTEN, written_in
from facilitator.domain.plan.step import StepKind
from facilitator.domain.text.language import ENGLISH, NO_WORDS, WELSH, Words
from facilitator.kinds.registry import PLAN_PARTS
from tests.helpers.plans import a_bilingual_plan, a_plan, a_step, both


def test_a_second_language_comes_first_if_it_is_welsh_and_waits_to_be_written() -> None:
    draft = spoken_in(Draft.of(a_plan()), (ENGLISH, WELSH), PLAN_PARTS)
    assert draft.plan.languages == (WELSH, ENGLISH)
    assert draft.plan.steps[0].title == both(UNWRITTEN, "A step")
    assert written_in(draft.plan.steps[0].title, WELSH) == ""
    assert draft.plan.steps[0].question == NO_WORDS


def test_one_language_is_written_before_the_other() -> None:
    draft = Draft.of(a_bilingual_plan())
    ids = (draft.plan.steps[2].id,)
    draft = changed(draft, ids, text_written(RoomText.HINT, WELSH, " Yn  dawel\n"), PLAN_PARTS)
    assert draft.plan.steps[2].hint == both("Yn dawel", UNWRITTEN)
    draft = changed(draft, ids, text_written(RoomText.HINT, WELSH, ""), PLAN_PARTS)
    assert draft.plan.steps[2].hint == NO_WORDS


def test_a_title_that_is_cleared_waits_to_be_written() -> None:
    draft = Draft.of(a_plan())
    ids = (draft.plan.steps[0].id,)
    draft = changed(draft, ids, text_written(RoomText.TITLE, ENGLISH, " "), PLAN_PARTS)
    assert draft.plan.steps[0].title == Words.of(UNWRITTEN)


def test_statements_are_lines_and_a_scale_gets_the_labels_it_needs() -> None:
    draft = Draft.of(a_plan(a_step(StepKind.PULSE)))
    ids = (draft.plan.steps[0].id,)
    typed = "I can ask.\n\n I can pass. "
    draft = changed(draft, ids, lines_written(RoomList.STATEMENTS, ENGLISH, typed), PLAN_PARTS)
    assert draft.plan.steps[0].statements == (Words.of("I can ask."), Words.of("I can pass."))
    draft = changed(draft, ids, lines_written(RoomList.SCALE, ENGLISH, "Never"), PLAN_PARTS)
    assert [label.first for label in draft.plan.steps[0].scale] == ["Never", *[UNWRITTEN] * 4]
