"""Last time's small steps on the console: a button at the right brings them to the board."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from facilitator.domain.for_next import FromLastTime, LineForNext
from facilitator.domain.ids import WorkshopId
from facilitator.domain.plan.step import StepKind
from facilitator.domain.text.language import Words
from facilitator.domain.workshop import Showing, Workshop
from facilitator.kinds.small_steps.commands import Offer
from facilitator.kinds.small_steps.kept import Kept
from facilitator.kinds.small_steps.panel.panel import SmallStepsPanel
from facilitator.live.session.chance import SeededShuffler
from facilitator.live.session.session import LiveSession
from facilitator.room.pages.picture import CalmPage, StepsPage
from facilitator.store.workshop.file import create_workshop
from facilitator.ui.console.commands.table import Act
from facilitator.ui.console.window import ConsoleWindow
from tests.helpers.clock import FakeClock
from tests.helpers.consoles import shown_console
from tests.helpers.files import live_session
from tests.helpers.rulers import FixedRuler
from tests.helpers.sessions import PLAN, SETUP
from tests.kinds.small_steps.test_session import MINUTE, QUESTIONS, STEPS, TRY

KEPT = Kept(QUESTIONS, Words.of("by 7 December"), date(2026, 12, 7))
PART = FromLastTime(
    "riverside", StepKind.SMALL_STEPS, date(2026, 11, 2), (LineForNext(QUESTIONS, KEPT.content),)
)


def with_last_time(folder: Path, *parts: FromLastTime) -> LiveSession:
    """Return a session of a group with what stayed from its last workshop."""
    plan, setup = replace(PLAN, steps=STEPS), replace(SETUP, group="Riverside")
    workshop = Workshop.of(WorkshopId("w"), plan, setup, practice=False)
    workshop = replace(workshop, last_time=parts)
    db = create_workshop(folder / "w.workshop", workshop)
    session = live_session(db, workshop, FakeClock(), SeededShuffler(1), FixedRuler())
    session.board.toggle_curtain()
    session.steps.jump(TRY.id)
    return session


@pytest.fixture
def session(tmp_path: Path) -> Iterator[LiveSession]:
    session = with_last_time(tmp_path, PART)
    yield session
    session.close()


def test_a_button_brings_them_to_the_board_and_away_again(
    console: ConsoleWindow, session: LiveSession
) -> None:
    button = console.desk.bring_up.buttons[Act.LAST_TIME]
    button.click()
    assert session.workshop.board.showing is Showing.LAST_TIME
    content = session.picture().content
    assert isinstance(content, StepsPage)
    assert [card.text for card in content.steps] == [QUESTIONS]
    button.click()
    assert not isinstance(session.picture().content, StepsPage)


def test_the_panel_says_them_until_somebody_offers_the_first_new_step(
    console: ConsoleWindow, session: LiveSession
) -> None:
    (panel,) = console.findChildren(SmallStepsPanel)
    assert QUESTIONS in panel.last_time.text()
    assert panel.last_time.isVisible()
    session.own.do(TRY.id, Offer((MINUTE,)))
    assert not panel.last_time.isVisible()


def test_without_any_there_is_no_button(qtbot: QtBot, tmp_path: Path) -> None:
    session = with_last_time(tmp_path)
    window = shown_console(qtbot, session)
    assert Act.LAST_TIME not in window.desk.bring_up.buttons
    session.close()


def test_a_board_that_showed_them_before_a_restart_is_calm_without_them(
    tmp_path: Path,
) -> None:
    session = with_last_time(tmp_path, PART)
    session.board.last_time()
    setup = replace(session.workshop.setup, group="Others")
    session.setup.set(setup)
    assert isinstance(session.picture().content, CalmPage), "another group sees nothing of them"
    session.close()


def test_what_no_small_step_left_is_passed_over(tmp_path: Path) -> None:
    session = with_last_time(tmp_path, replace(PART, lines=(LineForNext("a", "{}"),)))
    session.board.last_time()
    assert isinstance(session.picture().content, CalmPage)
    session.close()
