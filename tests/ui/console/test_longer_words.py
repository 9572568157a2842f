"""No word on the console is cut in a language with longer words, in any step, panel or drawer."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from facilitator.domain.ids import PlanId
from facilitator.domain.plan.step import StepKind
from facilitator.kinds.registry import PANELS
from facilitator.live.session.session import LiveSession
from facilitator.ui.console.commands.table import Act
from facilitator.ui.console.window import ConsoleWindow
from facilitator.ui.live_signals import LiveSignals
from facilitator.wording import use_language
from tests.helpers.catalogues import LANGUAGE, longer_words, write_catalogue
from tests.helpers.clock import FakeClock
from tests.helpers.cut_words import cut_words
from tests.helpers.files import ready_plan
from tests.helpers.sessions import SETUP, a_session
from tests.ui.console.test_frame import moments, settle, step_of

DRAWERS = Act.FINISH, Act.TIME_LOOK, Act.CUE, Act.TURNS, Act.EXTRA, Act.CONTACTS


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def session(tmp_path: Path, clock: FakeClock) -> Iterator[LiveSession]:
    plan = ready_plan(PlanId("pscc-180"))
    with closing(a_session(tmp_path, plan=plan, setup=SETUP, clock=clock)) as session:
        session.board.toggle_curtain()
        yield session


@pytest.fixture
def console(qtbot: QtBot, session: LiveSession, tmp_path: Path) -> Iterator[ConsoleWindow]:
    write_catalogue(tmp_path / "texts", longer_words)
    use_language(LANGUAGE, tmp_path / "texts")
    window = ConsoleWindow(session, LiveSignals(session), panels=PANELS)
    qtbot.addWidget(window)
    window.show()
    yield window
    use_language("en", tmp_path)


@pytest.mark.parametrize("size", [(1093, 580), (1280, 800), (1920, 1080)])
def test_no_word_of_a_step_or_its_panel_is_cut(
    console: ConsoleWindow, session: LiveSession, clock: FakeClock, size: tuple[int, int]
) -> None:
    console.resize(*size)
    for moment in moments(console, session, clock):
        settle()
        assert cut_words(console) == [], moment


@pytest.mark.parametrize("size", [(1093, 580), (1280, 800)])
@pytest.mark.parametrize("act", DRAWERS)
def test_no_word_of_a_drawer_is_cut(
    console: ConsoleWindow, session: LiveSession, size: tuple[int, int], act: Act
) -> None:
    console.resize(*size)
    session.time.start()
    console.do(act)
    settle()
    assert cut_words(console) == []


def test_a_panel_without_room_below_a_drawer_is_back_once_the_drawer_is_closed(
    console: ConsoleWindow, session: LiveSession
) -> None:
    console.resize(1093, 580)
    session.steps.jump(step_of(session, StepKind.GATHER))
    pages = console.desk.middle.pages
    settle()
    assert pages.isVisible()
    console.do(Act.FINISH)
    settle()
    assert not pages.isVisible()
    console.do(Act.FINISH)
    settle()
    assert pages.isVisible()
    console.resize(1440, 900)
    console.do(Act.FINISH)
    settle()
    assert pages.isVisible()
