"""When a break is over the board says so once, until time is added or taken."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from facilitator.domain.ids import StepId
from facilitator.domain.plan.step import Form, Reveal, Step, StepKind
from facilitator.domain.text.language import Words
from facilitator.domain.time.dates import time_of_day
from facilitator.live.session.session import LiveSession
from facilitator.room.pages.picture import GatherPage, RoomPicture, ScenePage, StepPage
from tests.helpers.clock import FakeClock
from tests.helpers.sessions import GATHER, MINUTE, PLAN, SAID, TALK, a_session, reopened

BREAK = StepId("break")
STEPS = (SAID, Step(BREAK, StepKind.BREAK, Words.of("Tea"), 5 * MINUTE), TALK)


@pytest.fixture
def session(tmp_path: Path, clock: FakeClock) -> LiveSession:
    session = a_session(tmp_path, plan=replace(PLAN, steps=STEPS), clock=clock)
    session.board.toggle_curtain()
    return session


def told(picture: RoomPicture | None) -> str:
    """Return what the page of a break says about its end: its largest text, once its time runs."""
    assert picture is not None
    assert isinstance(picture.content, ScenePage)
    title = picture.content.title.first
    return "" if title == "We take a break" else title


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


def test_the_board_says_when_a_break_ends_once_its_time_runs(
    session: LiveSession, clock: FakeClock
) -> None:
    session.steps.jump(BREAK)
    assert told(session.picture()) == ""
    clock.advance(minutes=3)
    assert told(session.picture()) == ""
    session.time.start()
    assert told(session.picture()) == back_in(clock, 5)


@pytest.mark.parametrize("act", ["held", "care", "crashed", "left"])
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


AGAIN = "We begin again now."


@pytest.mark.parametrize("act", ["over", "held", "ended"])
def test_a_break_that_is_over_says_that_we_begin_again(
    act: str, session: LiveSession, clock: FakeClock
) -> None:
    begin(session)
    clock.advance(minutes=4)
    session.tick()
    assert session.desk().now.cue == "We begin again soon."
    if act == "ended":
        session.time.end()
    clock.advance(minutes=1 if act != "ended" else 0)
    if act == "held":
        session.time.hold()
        clock.advance(minutes=3)
    session.tick()
    assert told(session.picture()) == AGAIN
    now = session.desk().now
    assert (now.say, now.cue) == (AGAIN, "")
    session.board.agreement()
    assert session.desk().now.say != AGAIN
    session.board.step()
    session.time.add(2 * MINUTE)
    if act == "over":
        assert told(session.picture()) == back_in(clock, 2)


def test_a_break_in_which_people_write_calls_them_back_too(
    tmp_path: Path, clock: FakeClock
) -> None:
    session = a_session(tmp_path, clock=clock)
    session.board.toggle_curtain()
    session.steps.jump(GATHER.id)
    session.writing.open(GATHER.id, promise_said=True)
    session.time.start()
    clock.advance(minutes=15)
    session.tick()
    page = session.picture().content
    assert isinstance(page, GatherPage)
    assert page.back_at.first == AGAIN
    assert session.desk().now.cue == AGAIN
    assert session.desk().now.say != AGAIN, "those who write are still told how"
    session.close()


ENDINGS = {
    "talk": "When you are ready, finish your sentence.",
    "alone": "When you are ready, come back to the group.",
    "break": AGAIN,
    "slack": "When you are ready, we go on.",
    "check": "When you are ready, we go on.",
    "steps": "When you are ready, finish your sentence.",
    "gather": "When you are ready, finish your line.",
}


@pytest.mark.parametrize("name", ENDINGS)
def test_what_is_said_when_time_is_over_fits_what_people_do(
    name: str, tmp_path: Path, clock: FakeClock
) -> None:
    kinds = {
        "slack": StepKind.SLACK,
        "check": StepKind.CONSENT_CHECK,
        "steps": StepKind.SMALL_STEPS,
        "break": StepKind.BREAK,
    }
    step = replace(
        SAID, id=StepId(f"in-{name}"), kind=kinds.get(name, StepKind.TALK), reveal=Reveal.NONE
    )
    if name == "alone":
        step = replace(step, form=Form.SILENT)
    if name == "gather":
        step = replace(GATHER, with_break=False)
    session = a_session(tmp_path, plan=replace(PLAN, steps=(TALK, step)), clock=clock)
    session.board.toggle_curtain()
    session.steps.jump(step.id)
    if name == "gather":
        session.writing.open(step.id, promise_said=True)
    session.board.step()
    session.time.start()
    clock.advance(minutes=20)
    session.tick()
    now, page = session.desk().now, session.picture().content
    assert ENDINGS[name] in (now.cue, now.say)
    if isinstance(page, StepPage):
        assert page.foot.first == ENDINGS[name]
    session.close()


def test_added_and_taken_time_is_announced(session: LiveSession, clock: FakeClock) -> None:
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
    clock.advance(minutes=7)
    before = session.picture()
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


def test_a_break_that_is_restarted_is_announced_again(
    session: LiveSession, clock: FakeClock
) -> None:
    begin(session)
    clock.advance(minutes=2)
    session.time.restart()
    assert told(session.picture()) == back_in(clock, 5)
    session.time.hold()
    session.time.restart()
    assert told(session.picture()) == ""


def test_time_that_passed_unseen_and_is_given_back_is_announced(
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
