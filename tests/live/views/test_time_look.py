"""How the board shows time: not at all, words, a ring, minutes, or ring and minutes."""

from datetime import timedelta
from pathlib import Path

import pytest

from facilitator.domain.ids import StepId
from facilitator.domain.plan.step import TimeLook
from facilitator.live.session.session import LiveSession
from facilitator.room.layout.layout import lay_out
from facilitator.room.layout.sheet import RingItem, TextItem
from facilitator.room.pages.picture import Left, StepPage, TimeShown
from tests.helpers.clock import FakeClock
from tests.helpers.rulers import FixedRuler
from tests.helpers.sessions import reopened


@pytest.fixture
def session(session: LiveSession) -> LiveSession:
    session.board.toggle_curtain()
    session.steps.jump(StepId("said"))
    return session


def time_of(session: LiveSession) -> TimeShown | None:
    content = session.picture().content
    assert isinstance(content, StepPage)
    return content.time


def drawn(session: LiveSession) -> tuple[bool, str]:
    """Return whether a ring is on the board, and all words there."""
    picture = session.picture()
    sheet = lay_out(picture.content, picture.languages, picture.spec, FixedRuler())[0]
    rings = any(isinstance(item, RingItem) for item in sheet.items)
    return rings, " ".join(" ".join(i.lines) for i in sheet.items if isinstance(i, TextItem))


def test_the_room_sees_what_was_chosen(session: LiveSession, clock: FakeClock) -> None:
    session.time.start()
    clock.advance(minutes=3)
    seen = {}
    for look in TimeLook:
        session.board.show_time(look)
        ring, words = drawn(session)
        seen[look] = (ring, "3 min" in words, "About half left" in words)
    assert seen == {
        TimeLook.NOTHING: (False, False, False),
        TimeLook.WORDS: (False, False, True),
        TimeLook.RING: (True, False, False),
        TimeLook.MINUTES: (False, True, False),
        TimeLook.RING_AND_MINUTES: (True, True, False),
    }


@pytest.mark.parametrize(("look", "most"), [(TimeLook.WORDS, 4), (TimeLook.MINUTES, 7)])
def test_what_is_not_shown_changes_no_picture(
    look: TimeLook, most: int, session: LiveSession, clock: FakeClock
) -> None:
    session.board.show_time(look)
    session.time.start()
    seen = set()
    for _look in range(60 * 8):
        clock.advance(seconds=1)
        seen.add(time_of(session))
    assert len(seen) == most


def test_words_go_from_most_to_little(session: LiveSession, clock: FakeClock) -> None:
    session.board.show_time(TimeLook.WORDS)
    session.time.start()
    words = []
    for _minute in range(7):
        time = time_of(session)
        assert time is not None
        words.append(time.left)
        clock.advance(minutes=1)
    most, half, little = Left.MOST, Left.HALF, Left.LITTLE
    assert words == [most, most, half, half, little, little, None]


def test_a_step_has_a_look_of_its_own_and_all_is_kept(
    session: LiveSession, clock: FakeClock, tmp_path: Path
) -> None:
    session.board.show_time(TimeLook.MINUTES)
    session.board.show_time_here(TimeLook.NOTHING)
    assert time_of(session) is None
    assert session.desk().board.time_here is TimeLook.NOTHING
    session.steps.jump(StepId("talk"))
    assert session.desk().board.time_here is None
    time = time_of(session)
    assert time is not None
    assert time.look is TimeLook.MINUTES
    board = session.workshop.board
    session.close()
    again = reopened(tmp_path, clock)
    assert again.workshop.board == board
    again.steps.jump(StepId("said"))
    again.board.show_time_here(None)
    assert again.workshop.board.time_of == ()
    again.close()


@pytest.mark.parametrize("look", TimeLook)
def test_no_look_ever_holds_seconds_or_goes_below_nothing(look: TimeLook) -> None:
    length = timedelta(minutes=10)
    seen = {
        TimeShown.of(timedelta(milliseconds=ms), length, look)
        for ms in range(-60_000, 600_001, 100)
    }
    assert len(seen) <= 22
    for time in seen:
        assert time is None or (time.minutes >= 0 and 0 <= time.twelfths <= 12)


def test_the_facilitator_sees_what_each_step_took_also_the_present_one(
    session: LiveSession, clock: FakeClock
) -> None:
    session.time.start()
    clock.advance(minutes=9)
    session.steps.jump(StepId("talk"))
    session.time.start()
    clock.advance(minutes=2)
    session.time.leave()  # as closing does before the record is made
    runs = {run.step.id: run.step for run in session.workshop.agenda.runs}
    said_step, talk = runs[StepId("said")], runs[StepId("talk")]
    minutes = timedelta(minutes=1)
    assert {
        f"{said_step.title.first} – {said_step.length // minutes} min planned, 9 min taken",
        f"{talk.title.first} – {talk.length // minutes} min planned, 2 min taken",
    } < set(session.minutes())
