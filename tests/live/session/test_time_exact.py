"""Time is exact: whatever is done with it, in any order, for hours on end."""

from datetime import timedelta
from math import ceil
from pathlib import Path

import pytest

from facilitator.domain.agenda.agenda import StepRun
from facilitator.domain.time.clock import Moment
from facilitator.domain.time.round import RoundState
from facilitator.live.session.session import LiveSession
from facilitator.room.pages.picture import TWELFTHS, StepPage
from tests.helpers.attacks import count
from tests.helpers.clock import FakeClock
from tests.helpers.sessions import PLAN, a_session, reopened
from tests.helpers.time_acts import TimeActs

ACTS = count(small=400, full=1000)
MINUTE = timedelta(minutes=1)


def check_sum(acts: TimeActs) -> None:
    """Compare every round with the sum of its intervals."""
    now = acts.clock.moment()
    for run in acts.session.workshop.agenda.runs:
        for segment, round_of_part in enumerate(run.rounds):
            place = (run.step.id, segment)
            assert round_of_part.used(now) == acts.used[place]
            assert round_of_part.spent(now) == acts.spent[place]
            assert round_of_part.used_before >= timedelta()
            assert (round_of_part.since is not None) == (round_of_part.state is RoundState.RUNNING)


def check_room(session: LiveSession, run: StepRun, now: Moment) -> None:
    """Compare what the room sees with the present round."""
    content = session.picture().content
    if isinstance(content, StepPage) and content.time is not None:
        left = max(run.round.left(now), timedelta())
        assert content.time.minutes == ceil(left / MINUTE)
        assert 0 <= content.time.twelfths <= TWELFTHS


@pytest.mark.parametrize("seed", range(count(small=6, full=60)))
def test_time_used_is_the_sum_of_its_intervals(seed: int, tmp_path: Path) -> None:
    acts = TimeActs(tmp_path, seed)
    running = 0
    for _n in range(ACTS):
        acts.act()
        check_sum(acts)
        run, now = acts.session.workshop.agenda.now, acts.clock.moment()
        assert (run.round.state is RoundState.RUNNING) == acts.running
        check_room(acts.session, run, now)
        running += acts.running
    acts.session.close()
    assert ACTS / 10 < running < ACTS * 9 / 10, (
        "the acts leave time neither always running nor never"
    )


def test_eight_hours_in_looks_of_a_fifth_of_a_second_lose_nothing(tmp_path: Path) -> None:
    clock = FakeClock()
    session = a_session(tmp_path, clock=clock)
    session.time.start()
    looks = 8 * 60 * 60 * 5 // 10
    for _look in range(looks):
        clock.advance(milliseconds=2_000.1)
        session.time.tick()
    time_round = session.workshop.agenda.now.round
    assert time_round.used(clock.moment()) == looks * timedelta(milliseconds=2_000.1)
    session.close()


def test_time_added_past_zero_counts_from_now(tmp_path: Path, clock: FakeClock) -> None:
    session = a_session(tmp_path, clock=clock)
    session.time.start()
    clock.advance(minutes=7)
    assert session.desk().clock.face == "+4:00"
    session.time.add(MINUTE)
    assert session.desk().clock.face == "1:00"
    session.time.add(-5 * MINUTE)
    assert session.desk().clock.face == "0:00"
    session.close()


def test_a_restarted_part_has_its_whole_time_and_its_used_time_stays_spent(
    tmp_path: Path, clock: FakeClock
) -> None:
    session = a_session(tmp_path, clock=clock)
    session.time.start()
    clock.advance(minutes=2)
    session.time.restart()
    assert session.desk().clock.face == "3:00"
    assert session.desk().clock.state is RoundState.RUNNING
    clock.advance(minutes=1)
    session.time.hold()
    session.time.restart()
    assert session.desk().clock.state is RoundState.READY
    assert session.workshop.agenda.now.spent(clock.moment()) == 3 * MINUTE
    session.close()
    again = reopened(tmp_path, clock)
    assert again.workshop.agenda.now.spent(clock.moment()) == 3 * MINUTE
    again.close()


def test_back_goes_to_the_part_before_and_next_takes_the_other_up_again(
    tmp_path: Path, clock: FakeClock
) -> None:
    session = a_session(tmp_path, clock=clock)
    session.time.start()
    clock.advance(minutes=3)
    session.steps.next()
    clock.advance(minutes=1)
    session.steps.back()
    assert session.workshop.agenda.now.segment == 0
    assert session.desk().clock.face == "0:00"
    session.steps.next()
    assert session.desk().clock.face == "2:00"
    assert session.desk().clock.state is RoundState.RUNNING
    session.close()


def test_lost_time_is_given_back_only_where_it_was_lost(tmp_path: Path, clock: FakeClock) -> None:
    session = a_session(tmp_path, clock=clock)
    session.time.start()
    session.tick()
    clock.advance(minutes=2)
    session.tick()
    session.steps.jump(PLAN.steps[1].id)
    assert session.desk().clock.lost == ""
    session.steps.back()
    assert session.desk().clock.lost == "The laptop was away for 2 minutes. Time went on."
    session.time.give_back()
    assert session.desk().clock.face == "3:00"
    session.close()


@pytest.mark.parametrize(("minutes", "way"), [(-60, "back by 60"), (7, "forward by 7")])
def test_a_clock_that_jumped_is_said_and_changes_no_time(
    minutes: int, way: str, tmp_path: Path, clock: FakeClock
) -> None:
    session = a_session(tmp_path, clock=clock)
    session.time.start()
    clock.advance(minutes=1)
    session.tick()
    clock.jump(minutes=minutes)
    session.tick()
    assert session.desk().clock.face == "2:00"
    assert session.desk().clock.lost == ""
    assert way in session.desk().clock.clock_word
    for _look in range(19):
        clock.advance(seconds=10)
        session.tick()
    assert session.desk().clock.clock_word == ""
    session.close()


def test_a_clock_set_back_before_the_laptop_came_up_again_is_said_and_not_guessed(
    tmp_path: Path, clock: FakeClock
) -> None:
    session = a_session(tmp_path, clock=clock)
    session.time.start()
    clock.advance(minutes=1)
    session.close()
    clock.restart(minutes=-30)
    again = reopened(tmp_path, clock)
    again.time.resumed()
    assert again.desk().clock.face == "2:00"
    assert again.desk().clock.lost == ""
    assert "nobody knows how long" in again.desk().clock.clock_word
    clock.advance(seconds=30)
    assert again.desk().clock.face == "1:30"
    again.close()


def test_time_goes_on_where_a_wall_clock_set_back_looks_like_a_new_boot(
    tmp_path: Path, clock: FakeClock
) -> None:
    """Where a system does not name its boots, a clock set back begins another."""
    session = a_session(tmp_path, clock=clock)
    session.time.start()
    clock.advance(seconds=10)
    session.tick()
    clock.restart(hours=-1)
    session.tick()
    clock.advance(seconds=10)
    session.tick()
    assert session.desk().clock.face == "2:40"
    assert "set back by 60" in session.desk().clock.clock_word
    session.close()
