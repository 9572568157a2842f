"""A part of a talk with a question of its own."""

from dataclasses import replace
from pathlib import Path

from facilitator.domain.plan.step import Segment
from facilitator.domain.text.language import Words
from facilitator.room.pages.picture import StepPage
from tests.helpers.clock import FakeClock
from tests.helpers.plans import MINUTE
from tests.helpers.sessions import PLAN, TALK, a_session, reopened

PARTS = tuple(
    Segment(Words.of(f"Turn {n}"), MINUTE, Words.of(f"What is {n}?") if n % 2 else Words())
    for n in range(40)
)
ROTATING = replace(TALK, segments=PARTS, length=40 * MINUTE)


def test_the_board_shows_the_question_of_each_part_or_that_of_the_step(tmp_path: Path) -> None:
    clock = FakeClock()
    session = a_session(tmp_path, replace(PLAN, steps=(ROTATING,)), clock=clock)
    session.close()
    session = reopened(tmp_path, clock)
    session.board.toggle_curtain()
    session.time.toggle()
    questions = []
    for _part in range(4):
        page = session.picture().content
        assert isinstance(page, StepPage)
        questions.append(page.question.first)
        session.steps.next()
    session.close()
    own = TALK.question.first
    assert questions == [own, "What is 1?", own, "What is 3?"]
