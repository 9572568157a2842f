"""The board before the start: the welcome, then what happens today, then the first step."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from facilitator.domain.time.round import RoundState
from facilitator.domain.workshop import Showing
from facilitator.live.session.events import Event, RoomChanged
from facilitator.live.session.session import LiveSession
from facilitator.live.views.desk_view import NextIs
from facilitator.room.pages.picture import CalmPage, Scene, ScenePage, StepPage, TodayPage
from tests.helpers.clock import FakeClock
from tests.helpers.sessions import MINUTE, SAID, TALK, a_session, reopened


@pytest.fixture
def session(tmp_path: Path, clock: FakeClock) -> Iterator[LiveSession]:
    session = a_session(tmp_path, clock=clock)
    session.board.welcome()
    session.board.toggle_curtain()
    yield session
    session.close()


def showing(session: LiveSession) -> Showing:
    return session.workshop.board.showing


def is_welcome(session: LiveSession) -> bool:
    content = session.picture().content
    return isinstance(content, ScenePage) and content.scene is Scene.WELCOME


def test_next_offers_what_happens_today_and_then_the_first_step(session: LiveSession) -> None:
    assert is_welcome(session)
    assert session.desk().now.next.to is NextIs.TODAY
    ahead = session.desk().board.next
    session.steps.next()
    assert isinstance(session.picture().content, TodayPage)
    assert ahead == session.picture()
    assert session.page_count() == 1
    assert session.desk().now.next.label == "Next: What made it hard?"
    while showing(session) is Showing.TODAY:
        session.steps.next()
    assert isinstance(session.picture().content, StepPage)
    assert session.workshop.agenda.place == 0
    assert session.workshop.agenda.now.round.state is RoundState.READY


@pytest.mark.parametrize("over", ["nothing", "agreement", "care", "today"])
def test_starting_the_time_takes_the_welcome_away_also_under_another_page(
    over: str, session: LiveSession
) -> None:
    if over != "nothing":
        getattr(session.board, over)()
    session.time.start()
    if over != "nothing":
        assert not is_welcome(session), "the page over it stays"
        getattr(session.board, over)()
    assert showing(session) is Showing.STEP


def test_a_page_over_the_welcome_gives_it_back(session: LiveSession) -> None:
    for bring in (session.board.today, session.board.agreement, session.board.care):
        bring()
        assert not is_welcome(session)
        bring()
        assert is_welcome(session)


def test_the_curtain_is_one_key_away_and_gives_the_welcome_back(session: LiveSession) -> None:
    session.board.toggle_curtain()
    assert isinstance(session.picture().content, CalmPage)
    session.board.toggle_curtain()
    assert is_welcome(session)


def test_the_welcome_comes_back_when_the_workshop_is_opened_again(
    session: LiveSession, tmp_path: Path, clock: FakeClock
) -> None:
    session.board.welcome_group()
    session.close()
    again = reopened(tmp_path, clock)
    assert showing(again) is Showing.WELCOME_GROUP
    again.close()


def test_the_name_of_the_group_comes_and_goes_on_the_welcome(session: LiveSession) -> None:
    session.board.welcome_group()
    assert showing(session) is Showing.WELCOME_GROUP
    session.board.welcome_group()
    assert showing(session) is Showing.WELCOME
    session.board.welcome()
    assert showing(session) is Showing.STEP


@pytest.mark.parametrize("beneath", ["step", "said lines", "care"])
def test_what_happens_today_comes_at_any_time_and_goes_like_the_agreement(
    beneath: str, session: LiveSession
) -> None:
    session.board.step()
    session.steps.jump(SAID.id)
    session.time.start()
    if beneath == "said lines":
        session.said.add("One voice at a time")
    if beneath == "care":
        session.board.care()
    before = session.picture()
    session.board.today()
    assert isinstance(session.picture().content, TodayPage)
    session.board.today()
    assert session.picture() == before
    session.board.today()
    for _page in range(session.page_count()):
        session.steps.next()
    assert showing(session) is (Showing.CARE if beneath == "care" else Showing.STEP)


def test_another_step_takes_it_away(session: LiveSession) -> None:
    session.board.today()
    session.steps.jump(TALK.id)
    session.steps.jump(SAID.id)
    assert showing(session) is Showing.STEP


def test_it_opens_at_the_page_with_the_part_that_is_now(session: LiveSession) -> None:
    for place in range(12):
        session.steps.add(f"Part {place}", 5 * MINUTE)
    last, published = session.workshop.agenda.runs[12], list[Event]()
    for run in session.workshop.agenda.runs[1:13]:
        session.steps.jump(run.step.id)
    session.subscribe(published.append)
    session.board.today()
    assert len([event for event in published if isinstance(event, RoomChanged)]) == 1
    sheet = session.pages.sheet(session.picture())
    assert session.picture().page > 0
    assert last.step.title.first in sheet.text
    assert "Now" in sheet.text.split("\n")


def test_times_change_by_themselves_only_when_a_step_runs_over(
    session: LiveSession, clock: FakeClock
) -> None:
    session.time.start()
    session.board.today()
    before = session.picture()
    clock.advance(minutes=2)
    session.tick()
    assert session.picture() == before


def test_the_console_says_aloud_what_each_page_says(session: LiveSession) -> None:
    assert session.desk().now.say.startswith("Welcome")
    session.board.today()
    assert "what happens today" in session.desk().now.say
