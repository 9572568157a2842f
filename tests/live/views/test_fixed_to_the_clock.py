"""A step that is fixed to the clock, on console and board."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from facilitator.domain.plan.step import Step
from facilitator.live.session.session import LiveSession
from facilitator.room.pages.today import today_page
from tests.helpers.clock import FakeClock
from tests.helpers.plans import MINUTE, a_step
from tests.helpers.sessions import PLAN, SETUP, a_session

CLOCK = FakeClock()
LOCAL = CLOCK.moment().wall.astimezone()
AT = timedelta(hours=(LOCAL.hour + 1) % 24, minutes=LOCAL.minute)  # perhaps past midnight
AT_TEXT = f"{(LOCAL.hour + 1) % 24:02}:{LOCAL.minute:02}"
STEPS: tuple[Step, ...] = (
    a_step(minutes=20, name="first"),
    replace(a_step(minutes=40, name="second"), trim_to=37 * MINUTE),
    replace(a_step(minutes=30, name="lunch"), at=AT, with_break=True),
    a_step(minutes=20, name="third"),
)


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def session(clock: FakeClock, tmp_path: Path) -> Iterator[LiveSession]:
    setup = replace(SETUP, starts_at=clock.moment().wall)
    session = a_session(tmp_path, replace(PLAN, steps=STEPS), setup, clock)
    yield session
    session.close()


def test_on_time_nothing_is_said_of_it(session: LiveSession) -> None:
    session.time.toggle()
    assert session.desk().header.pace.startswith("On plan · ends ")


def test_what_is_too_much_before_it_is_said_and_can_be_regained(
    session: LiveSession, clock: FakeClock
) -> None:
    clock.advance(minutes=5)
    session.time.toggle()
    desk = session.desk()
    assert desk.header.pace.startswith(f"5 min too many before {AT_TEXT} · ends ")
    assert desk.header.behind
    assert desk.finish.heading == (
        f"“A step” is at {AT_TEXT}, and 5 minutes too many come before it."
    )
    assert desk.finish.changes == ("Shorten “A step” from 40 to 37 min.",)
    assert desk.finish.verdict == (
        f"That is not enough: 2 minutes too many remain before {AT_TEXT}."
    )
    session.finishing.apply()
    assert session.desk().header.pace.startswith(f"2 min too many before {AT_TEXT}")


def test_time_to_spare_before_it_is_said(session: LiveSession, clock: FakeClock) -> None:
    session.time.toggle()
    clock.advance(minutes=8)
    session.steps.jump(STEPS[1].id)
    session.time.toggle()
    assert session.desk().header.pace.startswith(f"12 min to spare before {AT_TEXT} · ends ")
    assert not session.desk().header.behind


def test_the_room_reads_that_it_is_at_its_time(session: LiveSession, clock: FakeClock) -> None:
    clock.advance(minutes=15)
    session.time.toggle()
    page = today_page(session.workshop, clock.moment())
    assert page.parts[2].time == AT_TEXT
