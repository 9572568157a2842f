"""Pause for care restores everything exactly, in memory and in the file."""

from dataclasses import replace
from pathlib import Path

import pytest

from facilitator.domain.contribution import Turn
from facilitator.domain.ids import StepId
from facilitator.domain.time.round import RoundState
from facilitator.domain.workshop import Showing
from facilitator.errors import NotAllowedNowError
from facilitator.live.session.session import LiveSession
from tests.helpers.clock import FakeClock
from tests.helpers.files import open_workshop, read_whole
from tests.helpers.sessions import reopened


@pytest.fixture
def session(session: LiveSession) -> LiveSession:
    session.board.toggle_curtain()
    return session


def prepare(session: LiveSession, clock: FakeClock, where: str) -> None:
    """Bring the session to one of the states in which somebody may press F6."""
    match where:
        case "running":
            session.time.start()
            clock.advance(seconds=70)
        case "held":
            session.time.start()
            clock.advance(seconds=70)
            session.time.hold()
        case "over":
            session.time.start()
            clock.advance(minutes=9)
        case "agreement":
            session.board.agreement()
        case "asked":
            session.finishing.ask()
        case "behind the curtain":
            session.board.toggle_curtain()
        case "quiet":
            session.board.toggle_quiet()


STATES = ("ready", "running", "held", "over", "agreement", "asked", "behind the curtain", "quiet")


@pytest.mark.parametrize("where", STATES)
def test_going_on_restores_everything(where: str, session: LiveSession, clock: FakeClock) -> None:
    prepare(session, clock, where)
    session.time.leave()
    before, picture, face = session.workshop, session.picture(), session.desk().clock
    session.board.care()
    clock.advance(minutes=20)
    session.board.care()
    session.time.leave()
    after = session.workshop
    assert after.board == before.board
    assert session.picture() == picture
    assert session.desk().clock == face
    now = clock.moment()
    for old, new in zip(before.agenda.runs, after.agenda.runs, strict=True):
        assert old.step == new.step
        assert (old.segment, old.standing) == (new.segment, new.standing)
        for held, other in zip(old.rounds, new.rounds, strict=True):
            assert (held.length, held.state, held.earlier) == (
                other.length,
                other.state,
                other.earlier,
            )
            assert held.used_before == other.used(now)
    assert (after.said, after.gatherings, after.setup) == (
        before.said,
        before.gatherings,
        before.setup,
    )


def test_a_pause_goes_on_after_a_crash_as_before_it(
    session: LiveSession, clock: FakeClock, tmp_path: Path
) -> None:
    session.steps.jump(StepId("said"))
    session.time.start()
    clock.advance(minutes=1)
    session.board.agreement()
    before = session.workshop.board
    session.board.care()
    caring = session.workshop
    session.close()
    clock.advance(minutes=30)
    again = reopened(tmp_path, clock)
    again.time.resumed()
    assert replace(again.workshop, held_since=caring.held_since) == caring
    assert again.desk().clock.lost == ""
    again.board.care()
    assert again.workshop.board == before
    assert again.desk().clock.state is RoundState.RUNNING
    assert again.desk().clock.face == "5:00"
    again.close()
    db = open_workshop(tmp_path / "w.workshop")
    assert read_whole(db) == again.workshop
    db.close()


def test_a_clicker_does_not_end_a_pause_for_care(session: LiveSession) -> None:
    session.time.start()
    session.board.care()
    for press in (session.steps.next, session.steps.back):
        with pytest.raises(NotAllowedNowError):
            press()
    assert session.workshop.board.showing is Showing.CARE
    assert session.desk().clock.state is RoundState.HELD


def test_a_page_brought_in_a_pause_goes_back_to_the_pause(session: LiveSession) -> None:
    session.time.start()
    before = session.workshop.board
    session.board.care()
    caring = session.picture()
    session.board.agreement()
    session.board.agreement()
    assert session.picture() == caring
    session.board.agreement()
    session.board.care()
    assert session.picture() == caring
    session.board.care()
    assert session.workshop.board == before
    assert session.desk().clock.state is RoundState.RUNNING


def test_the_page_is_the_same_whatever_happened(session: LiveSession, clock: FakeClock) -> None:
    pages = set()
    for where in ("running", "agreement", "asked"):
        prepare(session, clock, where)
        session.board.care()
        pages.add(session.picture().content)
        session.board.care()
    assert len(pages) == 1


@pytest.mark.parametrize("brings", ["agreement", "check", "asked"])
@pytest.mark.parametrize("press", ["next", "back"])
def test_a_clicker_takes_away_only_the_page_over_a_pause(
    brings: str, press: str, session: LiveSession
) -> None:
    session.time.start()
    before = session.workshop.board
    session.board.care()
    caring = session.picture()
    bring = {
        "agreement": session.board.agreement,
        "check": session.board.check,
        "asked": session.finishing.ask,
    }[brings]
    bring()
    assert session.desk().now.next.label == "Back to the pause for care"
    getattr(session.steps, press)()
    assert session.picture() == caring
    assert session.desk().now.next.label == "End pause for care (F6)"
    with pytest.raises(NotAllowedNowError):
        getattr(session.steps, press)()
    session.board.care()
    assert session.workshop.board == before
    assert session.desk().clock.state is RoundState.RUNNING


def test_opened_lines_over_a_pause_go_back_to_it(session: LiveSession) -> None:
    gather = StepId("gather")
    session.steps.jump(gather)
    session.writing.open(gather, promise_said=True)
    for n in range(6):
        session.writing.give_turn(Turn((f"line {n}",)))
    session.writing.close(gather)
    session.writing.open_together(gather)
    session.time.start()
    before = session.workshop.board
    session.board.care()
    session.board.lines(gather)
    session.board.lines(gather)
    assert session.workshop.board.showing is Showing.CARE
    session.board.lines(gather)
    session.board.agreement()
    session.steps.next()
    session.board.care()
    assert session.workshop.board == before
    assert session.desk().clock.state is RoundState.RUNNING
