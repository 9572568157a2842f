"""Concerns about a plan: booking, writing time, slack, sitting time, group size and rounds."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from facilitator.domain.ids import PlanId, StepId
from facilitator.domain.plan.plan import Plan
from facilitator.domain.plan.step import Form, Segment, Step, StepKind, Way
from facilitator.domain.planning.concerns import Concern, Matter, concerns_of
from facilitator.domain.planning.remedies import AddBreak, BreakInside, Fit, Names
from facilitator.domain.planning.words import advice_of, message_of, remedy_label, sentence_of
from facilitator.domain.text.language import Words
from tests.helpers.files import plan_from_text, ready_plan, text_of
from tests.helpers.plans import MINUTE, a_plan, a_step, plans

GATHER, SLACK = StepKind.GATHER, StepKind.SLACK
CORNER, CARDS, EITHER = (Way.CORNER,), (Way.CARDS,), (Way.CORNER, Way.CARDS)
NAMES = Names(Words.of("Break"), Words.of("Breathing space"))


def with_slack(*steps: Step) -> Plan:
    """Return a plan with so much slack that nothing is said about it."""
    return a_plan(*steps, a_step(SLACK, minutes=30, name="slack"))


def gathering(minutes: float, ways: tuple[Way, ...]) -> Plan:
    return with_slack(replace(a_step(GATHER, minutes, name="lines"), ways=ways))


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
    concerns_found = concerns_of(gathering(minutes, ways), people)
    assert [advice_of(concern) for concern in concerns_found] == remedies
    assert all(concern.step_id == "lines" for concern in concerns_found)


def test_the_concern_says_how_long_writing_takes() -> None:
    (concern,) = concerns_of(gathering(4.5, CARDS), 12)
    assert message_of(concern) == "Writing takes 5 to 6 min with 12 people, not 4.5."


@pytest.mark.parametrize(("slack", "count"), [(1, 1), (2.5, 1), (3, 0), (6, 0)])
def test_a_plan_keeps_three_in_a_hundred_as_slack(slack: float, count: int) -> None:
    talks = [a_step(minutes=(90 - slack) / 2, name=name) for name in ("one", "two")]
    rest = a_step(StepKind.BREAK, minutes=10, name="break")
    plan = a_plan(talks[0], rest, talks[1], a_step(SLACK, slack, name="slack"))
    assert plan.length == 100 * MINUTE
    assert [concern.step_id for concern in concerns_of(plan, 12)] == [None] * count


def test_a_plan_without_slack_says_how_much_it_needs() -> None:
    (concern,) = concerns_of(a_plan(a_step(minutes=60)), 12)
    assert concern.step_id is None
    assert advice_of(concern) == "Keep 2 min of breathing space."


def sitting(*steps: Step) -> list[StepId | None]:
    return [concern.step_id for concern in concerns_of(with_slack(*steps), 12)]


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
    assert concerns_of(a_plan(a_step(minutes=72), a_step(SLACK, 3, name="slack")), 12) == ()


@pytest.mark.parametrize(("people", "count"), [(5, 1), (6, 0), (16, 0), (17, 1)])
def test_a_plan_is_for_as_many_people_as_it_says(people: int, count: int) -> None:
    concerns_found = concerns_of(with_slack(a_step()), people)
    assert len(concerns_found) == count
    assert all(f"you have {people}" in message_of(concern) for concern in concerns_found)


@pytest.mark.parametrize(("people", "count"), [(16, 0), (17, 1)])
def test_a_round_leaves_everyone_a_word(people: int, count: int) -> None:
    plan = with_slack(replace(a_step(minutes=4), form=Form.ROUND))
    plan = replace(plan, people=replace(plan.people, most=20))
    assert len(concerns_of(plan, people)) == count


def test_a_round_with_segments_goes_by_the_longest() -> None:
    parts = (Segment(Words.of("Pairs"), 2 * MINUTE), Segment(Words.of("Round"), 3 * MINUTE))
    plan = with_slack(replace(a_step(minutes=5), form=Form.ROUND, segments=parts))
    assert concerns_of(plan, 12) == ()
    (concern,) = concerns_of(plan, 13)
    assert message_of(concern) == "Once round 13 people needs more than 3 min."


def test_talk_in_any_other_form_does_not_depend_on_the_number_of_people() -> None:
    for form in set(Form) - {Form.ROUND}:
        assert concerns_of(with_slack(replace(a_step(minutes=0.5), form=form)), 16) == ()


def test_each_long_stretch_has_its_own_concern_and_a_break_before_its_last_step() -> None:
    steps = [a_step(minutes=40, name=name) for name in ("first", "second", "third")]
    assert sitting(*steps) == ["second", "third"]


def test_a_step_that_is_too_long_by_itself_gets_the_break_inside() -> None:
    (concern,) = concerns_of(with_slack(a_step(minutes=90, name="long")), 12)
    assert concern.remedies == (BreakInside(StepId("long")),)
    assert advice_of(concern) == "Divide this step, or have the break in it."


def booked(plan: Plan, minutes: float) -> list[Concern]:
    raised = concerns_of(plan, plan.people.best, minutes * MINUTE)
    return [concern for concern in raised if concern.matter is Matter.TOO_LONG]


def test_a_plan_that_is_too_long_for_the_booking_can_be_fitted() -> None:
    plan = ready_plan(PlanId("pscc-90"))
    (concern,) = booked(plan, 80)
    assert message_of(concern) == "The plan takes 90 min, and 80 min are booked."
    assert concern.remedies == (Fit(80 * MINUTE),)
    assert remedy_label(concern.remedies[0]) == "Fit to 80 min"
    fitting = concern.remedies[0].applied(plan, NAMES)
    assert fitting.length == 80 * MINUTE
    assert booked(fitting, 80) == []
    before = {step.id: step for step in plan.steps}
    assert all(step == before[step.id] for step in fitting.steps if step.protect)


def test_a_plan_that_cannot_be_fitted_says_how_short_it_can_be() -> None:
    plan = ready_plan(PlanId("three-q-30"))
    (concern,) = booked(plan, 20)
    assert advice_of(concern) == "It can be shortened to 27 min; leave a step out as well."


def test_a_plan_that_has_no_spare_minute_offers_no_fitting() -> None:
    (concern,) = booked(a_plan(replace(a_step(minutes=30), protect=True)), 20)
    assert concern.remedies == ()


def test_a_plan_as_long_as_the_booking_is_fine() -> None:
    assert booked(ready_plan(PlanId("pscc-90")), 90) == []


def test_a_round_that_is_too_short_gets_more_time_or_pairs() -> None:
    parts = (Segment(Words.of("Think"), 1 * MINUTE), Segment(Words.of("Round"), 2 * MINUTE))
    step = replace(a_step(minutes=3, name="round"), form=Form.ROUND, segments=parts)
    plan = with_slack(step)
    (concern,) = concerns_of(plan, 12)
    longer, pairs = (remedy.applied(plan, NAMES).steps[0] for remedy in concern.remedies)
    assert [segment.length / MINUTE for segment in longer.segments] == [1, 5]
    assert longer.length == 6 * MINUTE
    assert pairs.form is Form.PAIRS
    assert [remedy_label(remedy) for remedy in concern.remedies] == [
        "Make it 5 min",
        "Talk in pairs",
    ]


def test_slack_is_added_before_the_ending() -> None:
    ending = replace(a_step(name="ending"), protect=True)
    plan = a_plan(a_step(minutes=60, name="talk"), ending)
    (concern,) = concerns_of(plan, 12)
    mended = concern.remedies[0].applied(plan, NAMES)
    assert [step.id for step in mended.steps] == ["talk", "slack", "ending"]
    assert concerns_of(mended, 12) == ()


def test_a_break_is_protected_and_has_an_id_of_its_own() -> None:
    plan = with_slack(a_step(minutes=70, name="break"), a_step(minutes=70, name="second"))
    mended = AddBreak(StepId("second"), 10 * MINUTE).applied(plan, NAMES)
    assert [step.id for step in mended.steps] == ["break", "break-2", "second", "slack"]
    assert mended.steps[1].protect
    assert mended.steps[1].is_break


@settings(
    max_examples=40,
    deadline=None,
    phases=(Phase.generate,),
    suppress_health_check=[HealthCheck.too_slow],
    derandomize=True,
)
@given(plans(), st.integers(1, 99), st.integers(1, 500))
def test_every_remedy_gives_a_plan_that_a_file_holds_and_one_concern_fewer(
    plan: Plan, people: int, minutes: int
) -> None:
    names = Names(plan.title, plan.title)
    for concern in concerns_of(plan, people, minutes * MINUTE):
        assert "{" not in sentence_of(concern)
        for remedy in concern.remedies:
            mended = remedy.applied(plan, names)
            assert plan_from_text(text_of(mended)) == mended
            left = concerns_of(mended, people, minutes * MINUTE)
            still = [other for other in left if _about(other) == _about(concern)]
            assert not still or still[0].needs.longest < concern.needs.longest


def _about(concern: Concern) -> tuple[Matter, StepId | None]:
    return concern.matter, concern.step_id


def with_lunch(before: float, at: float, *, trim: timedelta | None = None) -> Plan:
    """Return a plan with lunch at so many minutes after midnight, after a step of some minutes."""
    first = replace(a_step(minutes=before, name="first"), trim_to=trim)
    lunch = replace(a_step(StepKind.BREAK, minutes=30, name="lunch"), at=at * MINUTE)
    return with_slack(first, lunch, a_step(minutes=20, name="last"))


def test_what_is_too_much_before_a_fixed_step_is_said_with_its_remedy() -> None:
    plan = with_lunch(60, 12 * 60 + 30, trim=45 * MINUTE)
    assert concerns_of(plan, 12, starts=(11 * 60 + 30) * MINUTE) == ()
    (concern,) = concerns_of(plan, 12, starts=(11 * 60 + 40) * MINUTE)
    assert message_of(concern) == "10 min too many come before the step at 12:30."
    (remedy,) = concern.remedies
    assert remedy_label(remedy) == "Shorten what comes before"
    mended = remedy.applied(plan, NAMES)
    assert [step.length / MINUTE for step in mended.steps] == [50, 30, 20, 30]
    assert concerns_of(mended, 12, starts=(11 * 60 + 40) * MINUTE) == ()


def test_what_cannot_be_shortened_before_a_fixed_step_is_said_as_well() -> None:
    (concern,) = concerns_of(with_lunch(60, 750), 12, starts=700 * MINUTE)
    assert concern.remedies == ()
    assert advice_of(concern).startswith("Begin earlier, or leave a step out")


def test_time_to_spare_before_a_fixed_step_can_become_breathing_space() -> None:
    plan = with_lunch(60, 750)
    (concern,) = concerns_of(plan, 12, starts=680 * MINUTE)
    assert message_of(concern) == "There are 10 min to spare before the step at 12:30."
    mended = concern.remedies[0].applied(plan, NAMES)
    assert [step.id for step in mended.steps][:3] == ["first", "slack-2", "lunch"]
    assert concerns_of(mended, 12, starts=680 * MINUTE) == ()


def test_without_a_start_a_plan_begins_so_that_its_first_fixed_step_is_in_time() -> None:
    assert concerns_of(with_lunch(60, 750), 12) == ()


def test_a_booking_counts_what_a_plan_waits_for() -> None:
    plan = with_lunch(60, 750)
    matters = [concern.matter for concern in concerns_of(plan, 12, 145 * MINUTE, 680 * MINUTE)]
    assert matters == [Matter.TOO_LONG, Matter.SPARE_BEFORE]
