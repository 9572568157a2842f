"""Concerns about a plan: writing time, slack, sitting time, group size and rounds."""

from dataclasses import replace
from datetime import timedelta

import pytest

from facilitator.domain.ids import StepId
from facilitator.domain.plan.arithmetic import (
    cards_length,
    concerns,
    corner_length,
    round_length,
)
from facilitator.domain.plan.plan import Plan
from facilitator.domain.plan.step import Form, Segment, Step, StepKind, Way
from facilitator.domain.text.language import Words
from tests.helpers.plans import MINUTE, a_plan, a_step

GATHER, SLACK = StepKind.GATHER, StepKind.SLACK
CORNER, CARDS, EITHER = (Way.CORNER,), (Way.CARDS,), (Way.CORNER, Way.CARDS)


def with_slack(*steps: Step) -> Plan:
    """Return a plan with so much slack that nothing is said about it."""
    return a_plan(*steps, a_step(SLACK, minutes=30, name="slack"))


def gathering(minutes: float, ways: tuple[Way, ...]) -> Plan:
    return with_slack(replace(a_step(GATHER, minutes, name="lines"), ways=ways))


def test_a_round_of_twelve_at_ninety_seconds_needs_twenty_minutes() -> None:
    assert round_length(12, 90) == 20 * MINUTE


def test_one_keyboard_takes_twelve_people_in_twelve_to_fifteen_minutes() -> None:
    span = corner_length(12)
    assert (span.shortest, span.longest) == (12 * MINUTE, 15 * MINUTE)


def test_twenty_cards_take_two_minutes_to_write_and_five_to_seven_to_type() -> None:
    span = cards_length(20)
    assert span.shortest == 7 * MINUTE
    assert span.longest == timedelta(minutes=8, seconds=40)


@pytest.mark.parametrize(
    ("minutes", "ways", "people", "remedies"),
    [
        (12, CORNER, 12, []),
        (11.5, CORNER, 12, ["Give this step more time, or offer cards as well."]),
        (14, CORNER, 14, []),
        (40, CORNER, 15, ["Offer cards as well."]),
        (5, CARDS, 12, []),
        (4.5, CARDS, 12, ["Give this step more time."]),
        (6, EITHER, 16, []),
        (5.5, EITHER, 16, ["Give this step more time."]),
        (40, EITHER, 16, []),
    ],
)
def test_a_gathering_fits_its_ways_for_that_many_people(
    minutes: float, ways: tuple[Way, ...], people: int, remedies: list[str]
) -> None:
    concerns_found = concerns(gathering(minutes, ways), people)
    assert [concern.remedy for concern in concerns_found] == remedies
    assert all(concern.step_id == "lines" for concern in concerns_found)


def test_the_concern_says_how_long_writing_takes() -> None:
    (concern,) = concerns(gathering(4.5, CARDS), 12)
    assert concern.message == "Writing takes 5 to 6 min with 12 people, not 4.5."


@pytest.mark.parametrize(("slack", "count"), [(1, 1), (2.5, 1), (3, 0), (6, 0)])
def test_a_plan_keeps_three_in_a_hundred_as_slack(slack: float, count: int) -> None:
    talks = [a_step(minutes=(90 - slack) / 2, name=name) for name in ("one", "two")]
    rest = a_step(StepKind.BREAK, minutes=10, name="break")
    plan = a_plan(talks[0], rest, talks[1], a_step(SLACK, slack, name="slack"))
    assert plan.length == 100 * MINUTE
    assert [concern.step_id for concern in concerns(plan, 12)] == [None] * count


def test_a_plan_without_slack_says_how_much_it_needs() -> None:
    (concern,) = concerns(a_plan(a_step(minutes=60)), 12)
    assert concern.step_id is None
    assert concern.remedy == "Keep 2 min of breathing space."


def sitting(*steps: Step) -> list[StepId | None]:
    return [concern.step_id for concern in concerns(with_slack(*steps), 12)]


def test_people_are_not_kept_for_more_than_seventy_five_minutes() -> None:
    first, second = a_step(minutes=45, name="first"), a_step(minutes=31, name="second")
    rest = a_step(StepKind.BREAK, minutes=5, name="rest")
    tea = replace(a_step(GATHER, minutes=20, name="tea"), with_break=True)
    assert sitting(first, second) == ["second"]
    assert sitting(first, rest, second) == []
    assert sitting(first, tea, second) == []
    assert sitting(first, replace(tea, with_break=False), rest, second) == []


def test_exactly_seventy_five_minutes_are_fine() -> None:
    assert sitting(a_step(minutes=45)) == []
    assert concerns(a_plan(a_step(minutes=72), a_step(SLACK, 3, name="slack")), 12) == ()


@pytest.mark.parametrize(("people", "count"), [(5, 1), (6, 0), (16, 0), (17, 1)])
def test_a_plan_is_for_as_many_people_as_it_says(people: int, count: int) -> None:
    concerns_found = concerns(with_slack(a_step()), people)
    assert len(concerns_found) == count
    assert all(f"you have {people}" in concern.message for concern in concerns_found)


@pytest.mark.parametrize(("people", "count"), [(16, 0), (17, 1)])
def test_a_round_leaves_everyone_a_word(people: int, count: int) -> None:
    plan = with_slack(replace(a_step(minutes=4), form=Form.ROUND))
    plan = replace(plan, people=replace(plan.people, most=20))
    assert len(concerns(plan, people)) == count


def test_a_round_with_segments_goes_by_the_longest() -> None:
    parts = (Segment(Words.of("Pairs"), 2 * MINUTE), Segment(Words.of("Round"), 3 * MINUTE))
    plan = with_slack(replace(a_step(minutes=5), form=Form.ROUND, segments=parts))
    assert concerns(plan, 12) == ()
    (concern,) = concerns(plan, 13)
    assert concern.message == "Once round 13 people needs more than 3 min."


def test_talk_in_any_other_form_does_not_depend_on_the_number_of_people() -> None:
    for form in set(Form) - {Form.ROUND}:
        assert concerns(with_slack(replace(a_step(minutes=0.5), form=form)), 16) == ()
