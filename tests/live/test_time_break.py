"""When a break is over: the room is told once, and it stays until time is added or taken."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from facilitator.domain.ids import StepId
from facilitator.domain.language import Words
from facilitator.domain.step import Step, StepKind
from facilitator.live.pace import time_of_day
from facilitator.live.session import LiveSession
from facilitator.room.picture import MessagePage, RoomPicture
from tests.helpers.clock import FakeClock
from tests.helpers.sessions import MINUTE, PLAN, SAID, TALK, a_session, reopened

BREAK = StepId("break")
STEPS = (SAID, Step(BREAK, StepKind.BREAK, Words.of("Tea"), 5 * MINUTE), TALK)


@pytest.fixture
def session(tmp_path: Path, clock: FakeClock) -> LiveSession:
    made = a_session(tmp_path, plan=replace(PLAN, steps=STEPS), clock=clock)
    made.board.toggle_curtain()
    return made


def told(picture: RoomPicture | None) -> str:
    """Return what the page of a break says about its end."""
    assert picture is not None
    assert isinstance(picture.content, MessagePage)
    return picture.content.text.first


def back_in(clock: FakeClock, minutes: int) -> str:
    return f"Back at {time_of_day(clock.moment().wall + minutes * MINUTE)}"


def begin(session: LiveSession) -> None:
    session.steps.jump(BREAK)
    session.time.start()


def test_the_console_sees_ahead_when_a_break_would_be_over(
    session: LiveSession, clock: FakeClock
) -> None:
    session.time.start()
    clock.advance(minutes=2)
    assert told(session.desk().board.next) == back_in(clock, 4 + 5)


def test_the_room_is_told_once_the_time_of_a_break_runs(
    session: LiveSession, clock: FakeClock
) -> None:
    session.steps.jump(BREAK)
    assert told(session.picture()) == ""
    clock.advance(minutes=3)
    assert told(session.picture()) == ""
    session.time.start()
    assert told(session.picture()) == back_in(clock, 5)


@pytest.mark.parametrize("act", ["held", "over", "ended", "care", "crashed", "left"])
def test_what_the_room_was_told_stays(
    act: str, session: LiveSession, clock: FakeClock, tmp_path: Path
) -> None:
    begin(session)
    before = session.picture()
    clock.advance(minutes=1)
    match act:
        case "held":
            session.time.hold()
            clock.advance(minutes=3)
            assert session.picture() == before
            session.time.start()
        case "over":
            clock.advance(minutes=9)
        case "ended":
            session.time.end()
            clock.advance(minutes=3)
        case "care":
            session.board.care()
            clock.advance(minutes=3)
            session.board.care()
        case "crashed":
            session.close()
            session = reopened(tmp_path, clock)
            session.time.resumed()
        case "left":
            session.steps.jump(StepId("talk"))
            session.steps.back()
    assert session.picture() == before
    session.close()


def test_added_and_taken_time_is_told(session: LiveSession, clock: FakeClock) -> None:
    begin(session)
    clock.advance(minutes=1)
    session.time.add(2 * MINUTE)
    assert told(session.picture()) == back_in(clock, 6)
    session.time.add(-MINUTE)
    assert told(session.picture()) == back_in(clock, 5)
    session.time.hold()
    clock.advance(minutes=2)
    session.time.add(MINUTE)
    assert told(session.picture()) == back_in(clock, 6)


def test_time_taken_from_a_break_that_is_over_changes_nothing(
    session: LiveSession, clock: FakeClock
) -> None:
    begin(session)
    before = session.picture()
    clock.advance(minutes=7)
    session.time.add(-MINUTE)
    assert session.picture() == before


def test_a_time_that_has_passed_is_not_told_again_when_a_held_break_goes_on(
    session: LiveSession, clock: FakeClock
) -> None:
    begin(session)
    clock.advance(minutes=1)
    session.time.hold()
    clock.advance(minutes=30)
    session.time.start()
    assert told(session.picture()) == back_in(clock, 4)


def test_a_break_begun_anew_is_told_anew(session: LiveSession, clock: FakeClock) -> None:
    begin(session)
    clock.advance(minutes=2)
    session.time.restart()
    assert told(session.picture()) == back_in(clock, 5)
    session.time.hold()
    session.time.restart()
    assert told(session.picture()) == ""


def test_what_went_by_unseen_and_is_given_back_is_told(
    session: LiveSession, clock: FakeClock
) -> None:
    begin(session)
    session.tick()
    clock.advance(minutes=2)
    session.tick()
    session.time.give_back()
    assert told(session.picture()) == back_in(clock, 5)


def test_a_break_come_back_to_much_later_does_not_tell_an_old_time(
    session: LiveSession, clock: FakeClock
) -> None:
    begin(session)
    clock.advance(minutes=1)
    session.steps.jump(StepId("talk"))
    clock.advance(minutes=20)
    session.steps.back()
    assert told(session.picture()) == ""
    session.time.start()
    assert told(session.picture()) == back_in(clock, 4)
    assert session.desk().clock.face == f"{timedelta(minutes=4)}"[2:].lstrip("0")


def test_behind_the_curtain_the_console_sees_what_lifting_it_shows(
    session: LiveSession,
) -> None:
    begin(session)
    for bring in (session.board.step, session.board.agreement, session.board.care):
        bring()
        session.board.toggle_curtain()
        ahead = session.desk().board.next
        session.board.toggle_curtain()
        assert ahead == session.picture()


def test_the_console_sees_a_step_gone_back_from_as_it_is_come_to(
    session: LiveSession, clock: FakeClock
) -> None:
    session.steps.jump(BREAK)
    session.steps.jump(StepId("talk"))
    session.time.start()
    clock.advance(minutes=2, seconds=30)
    session.steps.back()
    ahead = session.desk().board.next
    session.steps.next()
    session.steps.next()
    assert session.workshop.agenda.now.step.id == "talk"
    assert session.picture() == ahead
