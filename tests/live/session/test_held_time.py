"""The time that was held is saved with each act, so that a crash loses none of it."""

import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from facilitator.domain.ids import StepId
from facilitator.live.session.session import LiveSession
from tests.helpers.clock import FakeClock
from tests.helpers.sessions import a_session, reopened

MINUTE = timedelta(minutes=1)
FILE = "w.workshop"


@pytest.fixture
def session(tmp_path: Path, clock: FakeClock) -> LiveSession:
    session = a_session(tmp_path, clock=clock)
    session.time.start()
    clock.advance(minutes=2)
    return session


def let_pass(session: LiveSession, clock: FakeClock, seconds: int) -> None:
    for _look in range(seconds):
        clock.advance(seconds=1)
        session.tick()


def crashed(session: LiveSession, folder: Path, clock: FakeClock) -> LiveSession:
    """Return the session as its file gives it back when the program died at this moment."""
    shutil.copy(folder / FILE, folder / "copy")
    session.close()
    shutil.move(folder / "copy", folder / FILE)
    again = reopened(folder, clock)
    again.time.resumed()
    return again


@pytest.mark.parametrize("act", ["hold", "end", "care", "next step"])
def test_a_crash_loses_no_moment_in_which_no_time_ran(
    session: LiveSession, tmp_path: Path, clock: FakeClock, act: str
) -> None:
    acts = {
        "hold": session.time.hold,
        "end": session.time.end,
        "care": session.board.care,
        "next step": lambda: session.steps.jump(StepId("said")),
    }
    acts[act]()
    let_pass(session, clock, 14)
    again = crashed(session, tmp_path, clock)
    assert again.time.held == timedelta(seconds=14)
    let_pass(again, clock, 5)
    assert again.time.held == timedelta(seconds=19)
    again.close()


def test_what_was_held_is_in_the_file_once_time_goes_on(
    session: LiveSession, tmp_path: Path, clock: FakeClock
) -> None:
    session.time.hold()
    let_pass(session, clock, 7)
    session.time.start()
    let_pass(session, clock, 3)
    again = crashed(session, tmp_path, clock)
    assert again.time.held == timedelta(seconds=7)
    again.close()


def test_nothing_is_written_while_time_is_held(
    session: LiveSession, tmp_path: Path, clock: FakeClock
) -> None:
    session.time.hold()
    let_pass(session, clock, 1)
    before = (tmp_path / FILE).read_bytes(), (tmp_path / FILE).stat().st_mtime_ns
    let_pass(session, clock, 120)
    assert before == ((tmp_path / FILE).read_bytes(), (tmp_path / FILE).stat().st_mtime_ns)
    assert session.time.held == timedelta(seconds=121)
    session.close()


def test_while_a_workshop_waits_at_home_it_does_not_grow(
    session: LiveSession, tmp_path: Path, clock: FakeClock
) -> None:
    session.time.hold()
    let_pass(session, clock, 9)
    session.close()
    clock.advance(minutes=30)
    again = reopened(tmp_path, clock)
    again.time.resumed()
    assert again.time.held == timedelta(seconds=9)
    let_pass(again, clock, 2)
    assert again.time.held == timedelta(seconds=11)
    again.close()


def test_a_crash_from_another_day_is_not_counted(
    session: LiveSession, tmp_path: Path, clock: FakeClock
) -> None:
    session.time.hold()
    let_pass(session, clock, 60)
    session.time.start()
    session.time.hold()
    shutil.copy(tmp_path / FILE, tmp_path / "copy")
    session.close()
    shutil.move(tmp_path / "copy", tmp_path / FILE)
    clock.advance(minutes=17 * 60)
    again = reopened(tmp_path, clock)
    again.time.resumed()
    assert again.time.held == MINUTE
    again.close()


def test_a_laptop_that_slept_over_night_is_not_counted(
    session: LiveSession, clock: FakeClock
) -> None:
    session.time.hold()
    let_pass(session, clock, 60)
    clock.advance(minutes=17 * 60)
    session.tick()
    let_pass(session, clock, 60)
    assert session.time.held == 2 * MINUTE
    session.close()


def test_before_the_first_step_nothing_is_held(tmp_path: Path, clock: FakeClock) -> None:
    session = a_session(tmp_path, clock=clock)
    let_pass(session, clock, 60)
    assert session.time.held == timedelta()
    session.close()
