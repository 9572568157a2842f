"""What the board asks people to look at in a ready plan is there."""

from dataclasses import replace
from pathlib import Path

import pytest

from facilitator.domain.plan.plan import PeopleRange, Plan
from facilitator.room.pages.picture import StepPage
from tests.helpers.files import ready_plans
from tests.helpers.sessions import a_session


@pytest.mark.parametrize("plan", ready_plans(), ids=lambda plan: str(plan.id))
def test_no_page_of_a_ready_plan_asks_to_look_at_what_is_not_there(
    tmp_path: Path, plan: Plan
) -> None:
    session = a_session(tmp_path, replace(plan, people=PeopleRange(1, 12, 99)))
    session.board.toggle_curtain()
    for step in plan.steps:
        session.steps.jump(step.id)
        content = session.picture().content
        if isinstance(content, StepPage):
            words = f"{content.question.first} {content.hint.first}"
            assert "shape" not in words, "there is none on the board"
