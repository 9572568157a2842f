"""Shapes of running orders that people publish, in words of our own, as plan files."""

from dataclasses import replace
from datetime import timedelta

from facilitator.domain.plan.step import Form, Segment, Step, StepKind
from facilitator.domain.planning.concerns import Matter, concerns_of
from facilitator.domain.planning.timetable import clock_text, timetable
from facilitator.domain.text.language import Words
from tests.helpers.files import plan_from_text, text_of
from tests.helpers.plans import MINUTE, a_plan, a_step

PROMPTS = tuple(f"Prompt {number}: what would you try?" for number in range(1, 11))


def rotations() -> Step:
    """Return ten prompts, two turns of a minute each, moving on a place every time."""
    parts = tuple(
        Segment(Words.of(turn), MINUTE, Words.of(prompt))
        for prompt in PROMPTS
        for turn in ("One speaks", "Swap")
    )
    step = replace(a_step(name="tea-party"), form=Form.PAIRS, segments=parts)
    return replace(step, length=len(parts) * MINUTE)


def stations() -> Step:
    """Return six stations of seven minutes, with two to move on."""
    parts = tuple(
        Segment(Words.of(f"{name} {number}"), minutes * MINUTE)
        for number in range(1, 7)
        for name, minutes in (("Station", 7), ("Move on", 2))
    )
    return replace(a_step(name="stations"), form=Form.FOURS, segments=parts, length=54 * MINUTE)


def test_many_short_rotations_with_a_prompt_each_are_a_plan() -> None:
    plan = a_plan(rotations(), stations(), a_step(StepKind.SLACK, 5, "slack"))
    again = plan_from_text(text_of(plan))
    assert again == plan
    assert [part.question.first for part in again.steps[0].segments[::2]] == list(PROMPTS)


def test_a_day_with_a_lunch_that_may_not_move_is_a_plan() -> None:
    lunch = replace(a_step(StepKind.BREAK, 60, "lunch"), at=timedelta(hours=12))
    tea = replace(a_step(StepKind.BREAK, 15, "tea"), at=timedelta(hours=14, minutes=30))
    steps = (
        a_step(minutes=30, name="doors"),
        a_step(minutes=75, name="talk"),
        replace(a_step(StepKind.BREAK, 15, "coffee"), protect=True),
        replace(a_step(minutes=60, name="groups"), trim_to=45 * MINUTE),
        lunch,
        a_step(minutes=75, name="work"),
        tea,
        a_step(minutes=75, name="more"),
        a_step(StepKind.SLACK, 20, "slack"),
    )
    plan = a_plan(*steps)
    assert plan_from_text(text_of(plan)) == plan
    begins = {str(slot.step.id): clock_text(slot.begins) for slot in timetable(plan, 525 * MINUTE)}
    assert (begins["doors"], begins["lunch"], begins["tea"]) == ("08:45", "12:00", "14:30")
    concerns = concerns_of(plan, 12, starts=525 * MINUTE)
    assert [(concern.matter, concern.step_id) for concern in concerns[:2]] == [
        (Matter.SPARE_BEFORE, "lunch"),
        (Matter.SPARE_BEFORE, "tea"),
    ]
