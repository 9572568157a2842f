"""The check that a step of a plan brings with it, and those of the program."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.agreement.checks import Check, HandsWay, Outcome, Tally
from facilitator.domain.ids import PlanId, StepId
from facilitator.domain.plan.step import Step, StepKind
from facilitator.domain.text.language import ENGLISH, WELSH, Words
from facilitator.room.checks import check_of_step, checks
from facilitator.store.plans.ready import READY
from tests.helpers.files import ready_plan

OWN = [
    step
    for plan in READY
    for step in ready_plan(PlanId(plan)).steps
    if step.kind is StepKind.CONSENT_CHECK
]


def a_step(*scale: Words | str) -> Step:
    labels = tuple(Words.of(label) if isinstance(label, str) else label for label in scale)
    return Step(
        StepId("consent"),
        StepKind.CONSENT_CHECK,
        Words.of("Can we work with this?"),
        timedelta(minutes=5),
        question=Words.of("Can you live with it?"),
        scale=labels,
    )


def keys(check: Check) -> str:
    return "".join(position.key for position in check.positions)


def test_there_are_ready_plans_with_a_check_of_their_own() -> None:
    assert len(OWN) == 3


@pytest.mark.parametrize("step", OWN, ids=lambda step: str(step.title.first))
def test_a_ready_plan_is_checked_by_the_lowest_as_its_words_say(step: Step) -> None:
    check = check_of_step(step, (ENGLISH,))
    marks = [position.mark.first for position in check.positions]
    least = {"543210": "3", "UpSidewaysDown": "Sideways", "No objectionObjection": "No objection"}
    assert check.positions[check.needs].mark.first == least["".join(marks)]
    tally = Tally.of(check, HandsWay.HANDS).counted(0, 11)
    assert tally.outcome is Outcome.AGREED
    assert tally.counted(check.needs + 1).outcome is Outcome.NOT_YET


def test_labels_without_marks_are_numbered_and_all_but_the_lowest_pass() -> None:
    check = check_of_step(a_step("No", "Hardly", "So so", "Yes"), (ENGLISH,))
    assert [position.mark.first for position in check.positions] == ["4", "3", "2", "1"]
    assert [position.words.first for position in check.positions] == [
        "Yes",
        "So so",
        "Hardly",
        "No",
    ]
    assert keys(check) == "4321"
    assert check.needs == 2


def test_a_plan_says_which_label_is_the_lowest_that_passes() -> None:
    step = replace(a_step("No", "Hardly", "So so", "Yes"), passes=3)
    check = check_of_step(step, (ENGLISH,))
    assert check.positions[check.needs].words.first == "So so"
    tally = Tally.of(check, HandsWay.HANDS).counted(0, 11)
    assert tally.counted(1).outcome is Outcome.AGREED
    assert tally.counted(2).outcome is Outcome.NOT_YET


def test_marks_of_more_than_a_letter_are_counted_by_their_place_from_above() -> None:
    check = check_of_step(a_step("Down: a change first", "Up: for it"), (ENGLISH,))
    assert [position.mark.first for position in check.positions] == ["Up", "Down"]
    assert keys(check) == "12"
    letters = check_of_step(a_step("L: a change first", "W: for it"), (ENGLISH,))
    assert [position.mark.first for position in letters.positions] == ["W", "L"]
    assert keys(letters) == "12"


def test_a_step_without_a_scale_asks_for_an_objection() -> None:
    check = check_of_step(a_step(), (ENGLISH,))
    assert check.positions == checks()[2].positions
    assert check.question.first == "Can you live with it?"


def test_two_languages_have_each_its_mark_and_words() -> None:
    label = Words(((WELSH, "I lawr: newid yn gyntaf"), (ENGLISH, "Down: a change first")))
    high = Words(((WELSH, "I fyny: o blaid"), (ENGLISH, "Up: for it")))
    check = check_of_step(a_step(label, high), (WELSH, ENGLISH))
    lowest = check.positions[-1]
    assert (lowest.mark.in_(WELSH), lowest.words.in_(WELSH)) == ("I lawr", "newid yn gyntaf")
    assert (lowest.mark.in_(ENGLISH), lowest.words.in_(ENGLISH)) == ("Down", "a change first")


MARKS = st.one_of(st.sampled_from([*"0123456789nNyYwWlLaA", " ", "10", "Up"]), st.text(max_size=3))
LABELS = st.builds(lambda mark, words: f"{mark}: {words}", MARKS, st.text(min_size=1, max_size=5))


@given(st.lists(st.one_of(LABELS, st.text(min_size=1, max_size=8)), min_size=2, max_size=8))
def test_every_scale_has_a_key_for_each_answer_and_none_of_them_means_anything_else(
    scale: list[str],
) -> None:
    letters = keys(check_of_step(a_step(*scale), (ENGLISH,)))
    assert len(letters) == len(set(letters)) == len(scale)
    assert set(letters) <= set("0123456789")


def test_yes_and_no_by_their_letters_differ_from_not_showing() -> None:
    check = check_of_step(a_step("N: no", "Y: yes"), (ENGLISH,))
    assert keys(check) == "12"
    assert keys(check_of_step(a_step("a: never", "A: always"), (ENGLISH,))) == "12"


def test_no_answer_has_the_figure_that_is_the_mark_of_another() -> None:
    assert keys(check_of_step(a_step("0: no", "5: half", "10: yes"), (ENGLISH,))) == "150"
    assert keys(check_of_step(a_step("1: no", "2: so", "2: yes"), (ENGLISH,))) == "341"
