"""The ready plans: complete, right about time, with something to do at each step."""

from datetime import timedelta

import pytest

from facilitator.domain.ids import PlanId
from facilitator.domain.plan.plan import Plan
from facilitator.domain.plan.step import StepKind
from facilitator.domain.plan.summary import PlanSummary
from facilitator.domain.planning.concerns import concerns_of
from facilitator.domain.text.language import ENGLISH
from facilitator.resources import resource
from facilitator.store.plans.summaries import FILE, ready_summaries, text_of_summaries
from tests.helpers.files import plan_from_text, practice_plan, ready_plan, ready_plans, text_of

MINUTES = {
    "pscc-90": 90,
    "pscc-180": 180,
    "three-q-30": 30,
    "challenge-care-60": 60,
    "copro-120": 120,
    "workarounds-60": 60,
    "pulse-75": 75,
    "care-90": 90,
    "retro-60": 60,
    "cyfarfod-75": 75,
    "board-60": 60,
    "check-in-20": 20,
}
WON_BACK = {"three-q-30": 3, "workarounds-60": 6}  # minutes
MOST_WORDS, MOST_WORDS_WRITING = 45, 55
LONGEST_TITLE = 36  # characters, on a board line
ALL = (*ready_plans(), practice_plan())

every_plan = pytest.mark.parametrize("plan", ALL, ids=lambda plan: plan.id)
every_ready_plan = pytest.mark.parametrize("plan", ready_plans(), ids=lambda plan: plan.id)


def test_twelve_plans_come_in_the_order_of_home_with_their_minutes() -> None:
    lengths = {str(plan.id): plan.length / timedelta(minutes=1) for plan in ready_plans()}
    assert list(lengths.items()) == list(MINUTES.items())


def test_home_reads_of_the_ready_plans_just_what_they_say() -> None:
    summaries = tuple(map(PlanSummary.of, ready_plans()))
    assert ready_summaries() == summaries, "type: scripts/plan_summaries.py"
    assert resource(FILE).read_text(encoding="utf-8") == text_of_summaries(summaries)


@every_plan
def test_a_shipped_file_is_just_what_would_be_written(plan: Plan) -> None:
    folder = "plans/try" if plan == practice_plan() else "plans"
    text = resource(f"{folder}/{plan.id}.toml").read_text(encoding="utf-8")
    assert text_of(plan_from_text(text)) == text


@every_plan
def test_every_step_says_what_to_say_in_a_breath_or_two(plan: Plan) -> None:
    for step in plan.steps:
        most = MOST_WORDS_WRITING if step.kind is StepKind.GATHER else MOST_WORDS
        assert 0 < len(step.say.split()) <= most, step.title.first
        assert "!" not in step.say
        assert len(step.title.first) <= LONGEST_TITLE or step.kind is StepKind.SMALL_STEPS


@every_plan
def test_before_writing_the_limits_are_said(plan: Plan) -> None:
    for step in plan.steps:
        if step.kind is StepKind.GATHER:
            for part in ("people may guess", "leave out details", "Serious risk I must pass on"):
                assert part in step.say
            assert "fine" in step.say  # to pass
            assert step.question.in_(ENGLISH).removeprefix("Finish the line: ") in step.say


@every_plan
def test_a_plan_has_a_question_wherever_time_is_spent_together(plan: Plan) -> None:
    for step in plan.steps:
        assert bool(step.question) is (step.kind is not StepKind.SLACK)


@every_ready_plan
def test_a_ready_plan_raises_no_concern_from_its_best_to_its_most_people(plan: Plan) -> None:
    for people in range(plan.people.best, plan.people.most + 1):
        assert concerns_of(plan, people, plan.length) == ()


@every_ready_plan
def test_after_breathing_space_comes_the_ending_and_nothing_else(plan: Plan) -> None:
    kinds = [step.kind for step in plan.steps]
    assert kinds.count(StepKind.SLACK) == 1
    ending = plan.steps[kinds.index(StepKind.SLACK) + 1 :]
    assert 1 <= len(ending) <= 2
    assert all(step.protect or step.kind is StepKind.RECORD_CHOICE for step in ending)
    assert all(step.kind in (StepKind.TALK, StepKind.RECORD_CHOICE) for step in ending)


@pytest.mark.parametrize("plan_id", WON_BACK)
def test_a_mended_plan_can_still_win_back_what_it_could(plan_id: str) -> None:
    won = timedelta()
    for step in ready_plan(PlanId(plan_id)).steps:
        if step.trim_to is not None:
            won += step.length - step.trim_to
        elif step.may_drop:
            won += step.length
    assert won == timedelta(minutes=WON_BACK[plan_id])


def test_the_notes_of_workarounds_stay_out_of_the_record_unless_asked() -> None:
    in_record_by_step = {
        step.id: step.record_default for step in ready_plan(PlanId("workarounds-60")).steps
    }
    assert [name for name, in_record in in_record_by_step.items() if not in_record] == [
        "put-one-in",
        "sort",
    ]


def test_every_gathering_is_opened_later() -> None:
    for plan in ALL:
        opened = {step.of for step in plan.steps}
        gathered = {step.id for step in plan.steps if step.kind is StepKind.GATHER}
        assert gathered <= opened, plan.id


def test_the_try_takes_five_minutes_and_names_what_to_press() -> None:
    plan = practice_plan()
    assert plan.length == timedelta(minutes=5)
    texts = " ".join(step.do for step in plan.steps)
    for button in (
        "Start",
        "Next",
        "Open writing",
        "Typing corner",
        "Close writing",
        "Open them together",
        "Make the record and forget",
    ):
        assert f"ress {button}" in texts, button


def test_a_plan_that_does_not_ship_is_not_looked_for() -> None:
    for name in ("nothing", "../secret", "try/try-5"):
        with pytest.raises(KeyError):
            ready_plan(PlanId(name))
