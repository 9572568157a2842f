"""Kinds of step that are not built say so, and the board says how to do them on paper."""

from dataclasses import replace
from pathlib import Path

import pytest

from facilitator.domain.ids import StepId
from facilitator.domain.plan.plan import PeopleRange, Plan
from facilitator.domain.plan.step import Reveal, Step, StepKind
from facilitator.domain.text.language import ENGLISH, Words
from facilitator.kinds.papers import PAPERS
from facilitator.kinds.registry import KINDS
from facilitator.live.session.session import LiveSession
from facilitator.room.on_paper import paper_of, papers_of
from facilitator.room.pages.picture import StepPage
from facilitator.room.say import say
from facilitator.room.sentence_keys import RoomKey
from tests.helpers.boards import step_page
from tests.helpers.files import ready_plans
from tests.helpers.papers import ON_PAPER, on_paper_session
from tests.helpers.sessions import GATHER, OPEN, PLAN, SLACK, TALK, a_session

QUESTION = Words.of("How true is it for you?")
ASKED = Step(
    StepId("asked"),
    StepKind.DOTS,
    Words.of("Where are we now?"),
    OPEN.length,
    question=QUESTION,
)


def at_step(folder: Path, *steps: Step) -> LiveSession:
    """Return a session that is at the last of these steps."""
    session = on_paper_session(folder, replace(PLAN, steps=(TALK, *steps, SLACK)))
    session.board.toggle_curtain()
    session.steps.jump(steps[-1].id)
    return session


def test_the_room_reads_a_way_on_paper_and_the_console_says_it_cannot_yet(tmp_path: Path) -> None:
    session = at_step(tmp_path, ASKED)
    part = ON_PAPER[StepKind.DOTS]
    assert step_page(session).hint.in_(ENGLISH) == say(ENGLISH, part.hint)
    now, rows = session.desk().now, session.desk().agenda.rows
    assert now.on_paper == part.way()
    assert [row.on_paper for row in rows] == [False, True, False]


def test_lines_of_a_gathering_are_opened_by_the_program(tmp_path: Path) -> None:
    session = at_step(tmp_path, GATHER, OPEN)
    assert not session.desk().now.on_paper


def test_a_kind_that_captures_needs_no_paper_where_a_helper_types() -> None:
    papers = {StepKind.DOTS: replace(ON_PAPER[StepKind.DOTS], captures=True)}
    assert paper_of(ASKED, papers) is not None
    assert paper_of(replace(ASKED, reveal=Reveal.CAPTURE), papers) is None


def test_a_kind_has_sentences_for_the_room_for_just_as_long_as_it_is_on_paper() -> None:
    used: set[RoomKey] = {part.hint for part in PAPERS.values()}
    sentences = [kind.room.sentences for kind in KINDS if kind.room.sentences is not None]
    assert {key for keys in sentences for key in keys if key.name.startswith("PAPER")} == used


def test_no_ready_plan_has_steps_on_paper() -> None:
    assert not [str(plan.id) for plan in ready_plans() if papers_of(plan, PAPERS)]


@pytest.mark.parametrize("plan", ready_plans(), ids=lambda plan: str(plan.id))
def test_no_page_of_a_ready_plan_asks_to_look_at_what_is_not_there(
    tmp_path: Path, plan: Plan
) -> None:
    session = a_session(tmp_path, replace(plan, people=PeopleRange(1, 12, 99)))
    session.board.toggle_curtain()
    for step in plan.steps:
        session.steps.jump(step.id)
        content = session.picture().content
        if paper_of(step, PAPERS) is not None:
            assert isinstance(content, StepPage)
        if isinstance(content, StepPage):
            words = f"{content.question.first} {content.hint.first}"
            assert "shape" not in words, "there is none on the board"
