"""Finishing on time through the session: the words, apply, undo, and asking the room."""

import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from facilitator.domain.ids import StepId
from facilitator.domain.workshop import Setup, Showing
from facilitator.errors import NotAllowedNowError
from facilitator.live.session.session import LiveSession
from facilitator.room.pages.picture import AskPage
from tests.helpers.clock import FakeClock
from tests.helpers.files import ready_plans
from tests.helpers.sessions import SETUP, a_session, reopened

PSCC_90 = next(plan for plan in ready_plans() if plan.id == "pscc-90")


@pytest.fixture
def session(tmp_path: Path, clock: FakeClock) -> LiveSession:
    session = a_session(tmp_path, plan=PSCC_90, clock=clock)
    session.board.toggle_curtain()
    return session


def test_a_late_start_counts_at_once(session: LiveSession, clock: FakeClock) -> None:
    assert session.desk().finish.verdict == "Nothing has to change."
    assert not session.desk().finish.can_apply
    clock.advance(minutes=4)
    view = session.desk().finish
    assert "4 minutes later than" in view.heading
    assert view.changes == (
        "Shorten “Arriving” from 7 to 6 min.",
        "Shorten “What do we notice?” from 10 to 7 min.",
    )
    assert view.can_apply


def test_one_command_makes_the_proposal_and_one_takes_it_back(
    session: LiveSession, clock: FakeClock, tmp_path: Path
) -> None:
    clock.advance(minutes=12)
    before = session.workshop
    session.finishing.apply()
    assert session.desk().header.pace.startswith("On plan")
    assert not session.desk().finish.can_apply
    assert session.desk().finish.can_undo
    session.finishing.undo()
    assert session.workshop == before
    assert not session.desk().finish.can_undo
    with pytest.raises(NotAllowedNowError):
        session.finishing.undo()
    session.close()
    again = reopened(tmp_path, clock)
    assert again.workshop == before
    again.close()


def test_it_is_taken_back_after_the_program_was_closed_and_opened_again(
    session: LiveSession, clock: FakeClock, tmp_path: Path
) -> None:
    clock.advance(minutes=12)
    before = session.workshop
    session.finishing.apply()
    session.close()
    again = reopened(tmp_path, clock)
    assert again.desk().finish.can_undo
    again.finishing.undo()
    assert again.workshop == before
    again.close()
    last = reopened(tmp_path, clock)
    assert last.workshop == before
    assert not last.desk().finish.can_undo
    last.close()


def test_it_is_taken_back_after_a_crash_and_where_nothing_is_kept(
    session: LiveSession, clock: FakeClock, tmp_path: Path
) -> None:
    clock.advance(minutes=12)
    before = session.workshop
    session.finishing.apply()
    crashed = tmp_path / "crashed"
    crashed.mkdir()
    shutil.copy(tmp_path / "w.workshop", crashed)
    again = reopened(crashed, clock)
    again.save_elsewhere(tmp_path / "elsewhere.workshop")
    again.finishing.undo()
    assert again.workshop == before
    again.close()


def test_what_was_changed_is_kept(session: LiveSession, clock: FakeClock, tmp_path: Path) -> None:
    clock.advance(minutes=12)
    session.finishing.apply()
    changed = session.workshop
    session.close()
    again = reopened(tmp_path, clock)
    assert again.workshop == changed
    again.close()


def test_it_says_plainly_how_late_when_it_cannot_be_done(
    session: LiveSession, clock: FakeClock
) -> None:
    clock.advance(minutes=25)
    verdict = session.desk().finish.verdict
    assert verdict.startswith("That is not enough: it still ends 10 minutes late, at ")
    session.finishing.apply()
    assert session.desk().finish.verdict.startswith("Nothing later can be shortened: it ends 10")
    with pytest.raises(NotAllowedNowError):
        session.finishing.apply()


def test_a_step_added_on_the_day_makes_it_late(session: LiveSession) -> None:
    session.steps.add("Hear from the kitchen", timedelta(minutes=5))
    assert session.desk().header.pace.startswith("5 min behind")


def test_the_room_is_asked_on_the_board_and_the_number_stays(
    session: LiveSession, clock: FakeClock
) -> None:
    session.steps.jump(StepId("arriving"))
    clock.advance(minutes=13)
    session.finishing.ask()
    content = session.picture().content
    assert isinstance(content, AskPage)
    assert "less than planned" in content.question.first
    assert [way.first for way, _how in content.ways] == [
        "Keep on",
        "Move on to",
        "Go first to one of",
    ]
    clock.advance(minutes=9)
    session.tick()
    assert session.picture().content == content
    session.finishing.ask()
    assert session.workshop.board.showing is Showing.STEP


def test_in_the_last_step_the_room_is_not_asked_to_choose_between_one_thing(
    session: LiveSession,
) -> None:
    assert session.desk().finish.can_ask
    session.steps.jump(session.workshop.agenda.runs[-1].step.id)
    assert not session.desk().finish.can_ask
    with pytest.raises(NotAllowedNowError):
        session.finishing.ask()
    assert session.workshop.board.showing is Showing.STEP


def test_the_room_can_be_asked_when_there_is_time(session: LiveSession) -> None:
    session.finishing.ask()
    content = session.picture().content
    assert isinstance(content, AskPage)
    assert content.question.first == "How shall we use the time we have?"


def test_without_a_planned_start_there_is_no_end_to_keep_to(
    tmp_path: Path, clock: FakeClock
) -> None:
    session = a_session(tmp_path, setup=Setup(people=8), clock=clock)
    clock.advance(hours=1)
    assert not session.desk().finish.can_apply
    assert "Nobody said when" in session.desk().finish.heading
    assert SETUP.starts_at is not None
    session.close()
