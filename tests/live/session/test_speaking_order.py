"""Speaking order and the extra timer of a workshop: on the console alone, and never saved."""

from datetime import timedelta
from pathlib import Path

import pytest

from facilitator.domain.ids import StepId
from facilitator.errors import NotAllowedNowError
from facilitator.live.session.session import LiveSession
from tests.helpers.clock import FakeClock

MINUTE = timedelta(minutes=1)


@pytest.fixture
def session(session: LiveSession) -> LiveSession:
    session.board.toggle_curtain()
    session.steps.jump(StepId("said"))
    return session


def test_the_time_for_each_is_worked_out_for_the_console(
    session: LiveSession, clock: FakeClock
) -> None:
    session.time.start()
    session.speaking_order.begin()
    view = session.desk().speaking_order
    assert view is not None
    assert (view.left, view.each_s) == (12, 30)
    assert view.now != view.next
    clock.advance(minutes=3)
    for _turn in range(8):
        session.speaking_order.done()
    view = session.desk().speaking_order
    assert view is not None
    assert (view.left, view.each_s) == (4, 45)


def test_who_passed_is_asked_once_more(session: LiveSession) -> None:
    session.speaking_order.begin()
    first = session.desk().speaking_order
    session.speaking_order.pass_for_now()
    for _turn in range(11):
        session.speaking_order.done()
    again = session.desk().speaking_order
    assert first is not None
    assert again is not None
    assert again.again
    assert again.now == first.now
    session.speaking_order.pass_for_now()
    over = session.desk().speaking_order
    assert over is not None
    assert over.left == 0


def test_a_round_does_not_always_begin_at_the_same_seat(session: LiveSession) -> None:
    begun = set()
    for _round in range(40):
        session.speaking_order.begin()
        view = session.desk().speaking_order
        assert view is not None
        begun.add((view.now, view.next))
    assert len({now for now, _next in begun}) > 6
    assert len(begun) > len({now for now, _next in begun}), "and not always the same way round"


def test_nothing_of_the_turns_is_kept_or_shown_to_the_room(
    session: LiveSession, tmp_path: Path
) -> None:
    before, picture = (tmp_path / "w.workshop").read_bytes(), session.picture()
    session.speaking_order.begin()
    session.speaking_order.pass_for_now()
    session.speaking_order.done()
    session.extra.start(2 * MINUTE)
    assert (tmp_path / "w.workshop").read_bytes() == before
    assert session.picture() == picture
    session.steps.jump(StepId("talk"))
    assert session.desk().speaking_order is None
    session.speaking_order.stop()
    with pytest.raises(NotAllowedNowError):
        session.speaking_order.done()


def test_the_extra_timer_runs_beside_the_step(session: LiveSession, clock: FakeClock) -> None:
    with pytest.raises(NotAllowedNowError):
        session.extra.toggle()
    session.time.start()
    session.extra.start(2 * MINUTE)
    clock.advance(seconds=30)
    session.extra.toggle()
    clock.advance(minutes=2)
    view = session.desk().extra
    assert view is not None
    assert view.face == "1:30"
    assert session.desk().clock.face == "3:30"
    session.time.hold()
    session.extra.toggle()
    clock.advance(minutes=2)
    view = session.desk().extra
    assert view is not None
    assert (view.face, view.over) == ("+0:30", True)
    session.extra.stop()
    assert session.desk().extra is None
    assert session.desk().clock.face == "3:30"
