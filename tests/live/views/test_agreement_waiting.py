"""What is pending in the agreement: lines parked, not taken over, or not agreed."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from facilitator.domain.agreement.line import LineState, Parking, When
from facilitator.domain.contribution import Turn
from facilitator.domain.ids import StepId
from facilitator.domain.plan.step import Step, StepKind
from facilitator.live.session.session import LiveSession
from tests.helpers.agreements import (
    AFTER,
    AGREE,
    AGREEING,
    AGREEMENT,
    BREAK,
    agree,
    agreeing_session,
    an_agreeing_session,
    suggested,
)
from tests.helpers.clock import FakeClock
from tests.helpers.sessions import CHOICE, TALK, a_session, reopened

WRITTEN = ("Quiet first", "Pay people", "Ask me", "Biscuits", "Pass")
LAST = StepId("last")
TODAY = date(2026, 11, 23)


session = pytest.fixture(agreeing_session)


def open_written(session: LiveSession) -> None:
    """Let people write lines for the agreement without names, and open them."""
    session.agreements.gather()
    session.writing.open(AGREE, promise_said=True)
    for text in WRITTEN:
        session.writing.give_turn(Turn((text,)))
    session.writing.close(AGREE)
    session.writing.open_together(AGREE)


def test_parked_lines_are_named_when_the_group_meant_to_come_back_to_them(
    session: LiveSession,
) -> None:
    soon, late, far = suggested(session, "No phones", "Start late", "Move the room")
    session.agreements.park(soon, Parking("Care", When.AFTER_BREAK))
    session.agreements.park(late, Parking("Buses", When.BEFORE_CLOSE))
    session.agreements.park(far, Parking("Budget", When.NEXT_TIME))
    due = {}
    for step in ("agree", "talk", "after", "choice"):
        session.steps.jump(StepId(step))
        due[step] = session.desk().agreement.due
    assert due == {
        "agree": (),
        "talk": (),
        "after": ("No phones",),
        "choice": ("No phones", "Start late"),
    }
    session.agreements.answer_prompt()
    assert session.desk().agreement.due == ()


def test_opened_lines_can_be_taken_over_after_their_step(session: LiveSession) -> None:
    open_written(session)
    session.steps.jump(StepId("talk"))
    assert session.desk().agreement.opened == len(WRITTEN)
    session.agreements.take_over_opened()
    assert session.desk().agreement.opened == 0
    assert {line.text for line in session.workshop.agreement.proposed} == set(WRITTEN)


def test_opened_lines_that_wait_are_still_there_after_a_crash(tmp_path: Path) -> None:
    session = an_agreeing_session(tmp_path)
    open_written(session)
    session.steps.jump(StepId("choice"))
    session.close()
    again = reopened(tmp_path, FakeClock())
    again.agreements.take_over_opened()
    assert {line.text for line in again.workshop.agreement.proposed} == set(WRITTEN)
    again.close()


def test_the_record_says_what_of_the_agreement_does_not_go_in(session: LiveSession) -> None:
    open_written(session)
    suggested(session, "One voice")
    assert session.desk().record.missing == (
        "1 line of the agreement is neither agreed nor parked: it does not go in.",
        "5 opened lines were not taken over into the agreement: they do not go in.",
    )
    assert not session.summary(TODAY).agreement
    session.agreements.take_over_opened()
    lines = [line.id for line in session.workshop.agreement.lines]
    agree(session, *lines[1:])
    session.agreements.steer(lines[0], LineState.LET_GO)
    assert session.desk().record.missing == ()
    assert set(session.summary(TODAY).agreement) == set(WRITTEN)


def test_an_agreed_line_that_was_reworded_and_not_checked_again_is_said_to_be_missing(
    session: LiveSession,
) -> None:
    (line,) = suggested(session, "One voice")
    agree(session, line)
    session.agreements.word(line, "One voice at a time")
    assert session.summary(TODAY).agreement == ()
    assert session.desk().record.missing


@pytest.mark.parametrize(
    ("middle", "asked_in"),
    [(StepKind.TALK, "talk"), (StepKind.GATHER, "after"), (StepKind.OPEN, "after")],
)
def test_at_half_time_nobody_is_asked_while_people_write_or_read(
    tmp_path: Path, middle: StepKind, asked_in: str
) -> None:
    long = replace(TALK, kind=middle, length=timedelta(minutes=60), of=None)
    plan = replace(AGREEING, steps=(AGREEMENT, long, AFTER, CHOICE))
    session = a_session(tmp_path, plan=plan)
    agree_to_one(session)
    asked = []
    for step in ("talk", "after", "choice"):
        session.steps.jump(StepId(step))
        if session.desk().agreement.prompt.startswith("Half-time"):
            asked.append(step)
    assert asked == [asked_in]
    session.close()


@pytest.mark.parametrize("middle", [BREAK, replace(TALK, kind=StepKind.GATHER, with_break=True)])
def test_after_a_break_at_half_time_the_room_is_asked_once(tmp_path: Path, middle: Step) -> None:
    long = replace(middle, length=timedelta(minutes=60))
    reading = replace(AFTER, kind=StepKind.OPEN)
    plan = replace(AGREEING, steps=(AGREEMENT, long, reading, replace(AFTER, id=LAST), CHOICE))
    session = a_session(tmp_path, plan=plan)
    agree_to_one(session)
    prompts = []
    for step in (long.id, AFTER.id, LAST):
        session.steps.jump(step)
        prompts.append(session.desk().agreement.prompt[:15])
    assert prompts == ["", "After the break", ""]
    session.close()


def agree_to_one(session: LiveSession) -> None:
    session.board.toggle_curtain()
    agree(session, *suggested(session, "One voice"))
