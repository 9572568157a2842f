"""Steps that the program cannot do yet, on Home, before the start, and on the console."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from facilitator.domain.ids import PlanId, StepId
from facilitator.domain.plan.step import StepKind
from facilitator.domain.plan.summary import PlanSummary
from facilitator.room.on_paper import line_of, papers_of
from facilitator.store.plans.summaries import ready_summaries
from facilitator.ui.console.agenda.row import title_of
from facilitator.ui.console.middle import Tab
from facilitator.ui.console.window import ConsoleWindow
from facilitator.ui.home.home_view import HomeView
from facilitator.ui.home.window import HomeWindow
from facilitator.ui.live_signals import LiveSignals
from facilitator.ui.widgets.buttons import CardButton
from tests.helpers.clock import FakeClock
from tests.helpers.files import ready_plan
from tests.helpers.finding import texts_on
from tests.helpers.papers import ON_PAPER, on_paper_session

READY = ready_plan(PlanId("care-90"))
CARE = replace(  # with a step that is not built
    READY,
    steps=tuple(
        replace(step, kind=StepKind.DOTS, options=None) if step.id == "place" else step
        for step in READY.steps
    ),
)


@pytest.fixture
def home(qtbot: QtBot, clock: FakeClock) -> HomeWindow:
    window = HomeWindow(clock)
    qtbot.addWidget(window)
    summary = PlanSummary.of(CARE, (StepKind.DOTS.value,))
    others = (each for each in ready_summaries() if each.plan_id != CARE.id)
    window.show_home(HomeView((*others, summary)))
    window.show()
    return window


def test_a_card_says_that_part_of_its_plan_is_on_paper(home: HomeWindow) -> None:
    names = [card.accessibleName() for card in home.findChildren(CardButton)]
    (care,) = (name for name in names if name.startswith("Ethics of care."))
    assert "partly on paper" in care
    assert sum("partly on paper" in name for name in names) == 1


def test_before_the_start_each_step_on_paper_is_named_with_its_way(home: HomeWindow) -> None:
    home.show_before(CARE, (), tuple(line_of(*paper) for paper in papers_of(CARE, ON_PAPER)))
    read = texts_on(home)
    for step, paper in papers_of(CARE, ON_PAPER):
        assert f"“{step.title.first}” is done on paper for now. {paper.way}" in read
    home.show_before(ready_plan(PlanId("three-q-30")), ())
    assert "on paper" not in texts_on(home)


def test_the_console_says_it_in_the_list_and_when_the_step_is_reached(
    tmp_path: Path, clock: FakeClock, qtbot: QtBot
) -> None:
    session = on_paper_session(tmp_path, CARE, clock)
    with closing(session):
        console = ConsoleWindow(session, LiveSignals(session))
        qtbot.addWidget(console)
        console.resize(1280, 800)
        console.show()
        rows = session.desk().agenda.rows
        assert [title_of(row) for row in rows if row.on_paper] == [
            "Place them\n(on paper)",
        ]
        assert "cannot do this step yet" not in texts_on(console)
        session.steps.jump(StepId("place"))
        assert "The program cannot do this step yet. " in texts_on(console)
        assert console.desk.middle.tab is Tab.NOW
        spoken = console.desk.middle.say.area.accessibleDescription()
        assert "The program cannot do this step yet. " in spoken
        console.close()
