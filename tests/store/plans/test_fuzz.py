"""Whatever is done to a plan file, it is read as a plan or refused in a sentence."""

import random

import pytest

from facilitator.domain.plan.plan import Plan
from facilitator.errors import PlanFileError
from facilitator.store.plans.ready import READY
from tests.helpers.files import plan_from_text, ready_plan, text_of
from tests.helpers.plans import a_bilingual_plan

ROUNDS = 150
SIGNS = "\"'=[]{}#\n\\ \t,.0123456789-eé…\x00\ud800"
VALUES = ["-1", "1e400", "nan", "true", '""', "[]", "{}", "[[]]", "2026-01-01", '"x"', "10**9", ""]


def delete_line(lines: list[str], chance: random.Random) -> None:
    del lines[chance.randrange(len(lines))]


def double_line(lines: list[str], chance: random.Random) -> None:
    lines.insert(chance.randrange(len(lines)), chance.choice(lines))


def change_sign(lines: list[str], chance: random.Random) -> None:
    at = chance.randrange(len(lines))
    place = chance.randrange(len(lines[at]) + 1)
    lines[at] = lines[at][:place] + chance.choice(SIGNS) + lines[at][place + 1 :]


def change_value(lines: list[str], chance: random.Random) -> None:
    at = chance.randrange(len(lines))
    lines[at] = lines[at].partition("=")[0] + "= " + chance.choice(VALUES)


def cut_off(lines: list[str], chance: random.Random) -> None:
    del lines[chance.randint(1, len(lines)) :]


HARMS = (delete_line, double_line, change_sign, change_value, cut_off)


def read_or_refused(text: str) -> Plan | PlanFileError:
    """Return the plan, or why there is none."""
    try:
        return plan_from_text(text)
    except PlanFileError as error:
        return error


def check(outcome: Plan | PlanFileError) -> None:
    """Check that a refusal is a sentence with a remedy, and that a plan can be written again."""
    if isinstance(outcome, Plan):
        assert plan_from_text(text_of(outcome)) == outcome
    else:
        assert outcome.message.endswith(".")
        assert outcome.remedy.endswith(".")


def plans() -> list[Plan]:
    return [ready_plan(READY[2]), ready_plan(READY[6]), a_bilingual_plan()]


@pytest.mark.parametrize("plan", plans(), ids=lambda plan: plan.id)
def test_a_harmed_plan_is_read_or_refused_and_nothing_else(plan: Plan) -> None:
    chance = random.Random(4)
    whole = text_of(plan).splitlines()
    outcomes = set()
    for _ in range(ROUNDS):
        lines = list(whole)
        for _ in range(chance.randint(1, 3)):
            if lines:
                chance.choice(HARMS)(lines, chance)
        outcome = read_or_refused("\n".join(lines))
        check(outcome)
        outcomes.add(type(outcome))
    assert outcomes == {Plan, PlanFileError}
