"""The strip at the foot of the board: now, next and the break."""

from dataclasses import replace
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from facilitator.domain.plan.step import StepKind
from facilitator.domain.text.language import ENGLISH
from facilitator.domain.workshop import Showing
from facilitator.live.session.session import LiveSession
from facilitator.room.pages.picture import Strip
from tests.helpers.clock import FakeClock
from tests.helpers.files import ready_plans
from tests.helpers.sessions import a_session, reopened

PSCC_90 = next(plan for plan in ready_plans() if plan.id == "pscc-90")


@pytest.fixture
def session(tmp_path: Path, clock: FakeClock) -> LiveSession:
    session = a_session(tmp_path, plan=PSCC_90, clock=clock)
    session.board.toggle_curtain()
    session.board.show_strip(on=True)
    return session


def strip_of(session: LiveSession) -> Strip:
    strip = session.picture().strip
    assert strip is not None
    return strip


def words(session: LiveSession) -> tuple[str, ...]:
    strip = strip_of(session)
    return tuple(part.in_(ENGLISH) for part in (strip.now, strip.following, strip.pause) if part)


def test_it_is_off_until_it_is_switched_on(session: LiveSession) -> None:
    session.board.show_strip(on=False)
    assert session.picture().strip is None
    assert not session.desk().board.strip


def test_it_says_what_is_now_and_next_and_when_the_break_is(
    session: LiveSession, clock: FakeClock
) -> None:
    runs = session.workshop.agenda.runs
    place = next(
        n for n, run in enumerate(runs) if run.step.with_break or run.step.kind is StepKind.BREAK
    )
    before = sum((run.length for run in runs[:place]), timedelta())
    at = clock.moment().wall.astimezone() + before
    now, following, pause = words(session)
    assert now == f"Now: {runs[0].step.title.in_(ENGLISH)}"
    assert following == f"Next: {runs[1].step.title.in_(ENGLISH)}"
    assert pause == f"Break at {at:%H:%M}"


def test_after_the_last_break_none_is_named_and_the_last_step_says_that_it_is_last(
    session: LiveSession,
) -> None:
    last = session.workshop.agenda.runs[-1].step
    session.steps.jump(last.id)
    assert words(session) == (f"Now: {last.title.in_(ENGLISH)}", "This is the last step")


def break_is_at(session: LiveSession) -> str:
    """Return the time that the strip says, which stands in an empty place without a break."""
    return strip_of(session).pause.in_(ENGLISH).removeprefix("Break at ")


def true_break(session: LiveSession, clock: FakeClock) -> datetime:
    """Return when the break begins if all before it takes its time, worked out beside it."""
    now, agenda = clock.moment(), session.workshop.agenda
    at = now.wall + max(agenda.now.round.left(now), timedelta())
    for run in agenda.ahead:
        if run.step.with_break or run.step.kind is StepKind.BREAK:
            break
        at += run.length
    return at.astimezone()


def test_nothing_on_it_changes_while_a_step_runs_its_time(
    session: LiveSession, clock: FakeClock
) -> None:
    session.time.start()
    before = strip_of(session)
    while session.workshop.agenda.now.round.left(clock.moment()) > timedelta():
        clock.advance(seconds=1)
        session.tick()
        assert strip_of(session) == before


@pytest.mark.parametrize("held", [True, False])
def test_the_time_of_a_late_break_is_announced_again_seldom_and_in_fives(
    session: LiveSession, clock: FakeClock, *, held: bool
) -> None:
    session.time.start()
    clock.advance(minutes=5)
    if held:
        session.time.hold()
    before, told, changes = strip_of(session), break_is_at(session), []
    for second in range(60 * 40):
        clock.advance(seconds=1)
        session.tick()
        strip, clock_time = strip_of(session), break_is_at(session)
        assert replace(strip, pause=before.pause) == before, "only the time of the break moves"
        true = true_break(session, clock)
        at = datetime.strptime(clock_time, "%H:%M").replace(tzinfo=true.tzinfo)
        at = at.replace(year=true.year, month=true.month, day=true.day)
        assert true - at < timedelta(minutes=2), "it is never promised for too early"
        if clock_time != told:
            assert int(clock_time[-2:]) % 5 == 0
            changes.append(second)
            told = clock_time
    assert 7 <= len(changes) <= 9
    between = [later - earlier for earlier, later in pairwise(changes)]
    assert min(between) >= 4 * 60


def test_a_short_hold_moves_nothing(session: LiveSession, clock: FakeClock) -> None:
    session.time.start()
    before = strip_of(session)
    session.time.hold()
    clock.advance(seconds=45)
    session.tick()
    session.time.start()
    assert strip_of(session) == before


def test_its_time_moves_when_the_facilitator_gives_a_step_more(
    session: LiveSession,
) -> None:
    before = strip_of(session)
    session.time.add(timedelta(minutes=5))
    after = strip_of(session)
    assert after.pause != before.pause
    assert replace(after, pause=before.pause) == before


def test_the_next_step_says_again_when_the_break_is(session: LiveSession, clock: FakeClock) -> None:
    session.time.start()
    before = strip_of(session).pause
    clock.advance(minutes=2)
    session.tick()
    assert strip_of(session).pause == before
    following = session.workshop.agenda.next
    assert following is not None
    session.steps.jump(following.step.id)
    assert strip_of(session).pause != before


def test_it_is_under_every_page_but_curtain_quiet_and_care(session: LiveSession) -> None:
    board = session.board
    for page in (board.promise, board.agreement, board.record, board.late):
        page()
        assert session.picture().strip is not None
    board.step()
    board.toggle_quiet()
    assert session.picture().strip is None
    board.toggle_quiet()
    board.care()
    assert session.workshop.board.showing is Showing.CARE
    assert session.picture().strip is None
    board.care()
    board.toggle_curtain()
    assert session.picture().strip is None


def test_it_is_kept_with_the_workshop(
    session: LiveSession, tmp_path: Path, clock: FakeClock
) -> None:
    before = strip_of(session)
    session.close()
    again = reopened(tmp_path, clock)
    assert strip_of(again) == before
    again.close()
