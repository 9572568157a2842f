"""The console's frame: Next stays in its place, what to say is whole, nothing scrolls twice."""

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QWidget,
)
from pytestqt.qtbot import QtBot

from facilitator.domain.contribution import Turn
from facilitator.domain.ids import PlanId, StepId
from facilitator.domain.plan.step import StepKind
from facilitator.kinds.registry import PANELS
from facilitator.live.session.session import LiveSession
from facilitator.live.session.step_changes import StepTexts
from facilitator.ui.console.commands.table import Act
from facilitator.ui.console.middle import Tab
from facilitator.ui.console.window import ConsoleWindow
from facilitator.ui.live_signals import LiveSignals
from tests.helpers.clock import FakeClock
from tests.helpers.files import ready_plan
from tests.helpers.sessions import SETUP, a_session

SIZES = [(1024, 768), (1093, 580), (1280, 800), (1366, 768), (1440, 900), (1920, 1080)]
LEAST, THREE_LINES = 44, 80  # pixels


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def session(tmp_path: Path, clock: FakeClock) -> Iterator[LiveSession]:
    plan = ready_plan(PlanId("pscc-180"))  # the ready plan with most kinds of step
    with closing(a_session(tmp_path, plan=plan, setup=SETUP, clock=clock)) as session:
        session.board.toggle_curtain()
        yield session


@pytest.fixture
def console(qtbot: QtBot, session: LiveSession) -> ConsoleWindow:
    window = ConsoleWindow(session, LiveSignals(session), panels=PANELS)
    qtbot.addWidget(window)
    window.show()
    return window


def settle() -> None:
    for _round in range(6):  # layouts within layouts settle one after another
        QApplication.processEvents()


def step_of(session: LiveSession, kind: StepKind) -> StepId:
    return next(run.step.id for run in session.workshop.agenda.runs if run.step.kind is kind)


def moments(console: ConsoleWindow, session: LiveSession, clock: FakeClock) -> Iterator[str]:
    """Go through every step and state, and name each."""
    time, writing = session.time, session.writing
    gather = step_of(session, StepKind.GATHER)

    def wait() -> None:
        clock.advance(minutes=9)
        session.tick()

    def write() -> None:
        for n in range(12):
            writing.give_turn(Turn((f"line {n}",), True))

    for run in session.workshop.agenda.runs:
        session.steps.jump(run.step.id)
        yield f"{run.step.id}, before its time"
    session.steps.jump(session.workshop.agenda.runs[0].step.id)
    later: tuple[tuple[str, Callable[[], object]], ...] = (
        ("running", time.start),
        ("held", time.hold),
        ("going on", time.start),
        ("away and over", wait),
        ("no time left", time.end),
        ("asked", session.steps.next),
        ("a notice", lambda: console.show_notice("Writing is not open. Open it first.")),
        ("finish on time", lambda: console.do(Act.FINISH)),
        ("curtain", session.board.toggle_curtain),
        ("care", session.board.care),
        ("step again", session.board.care),
        ("gather", lambda: session.steps.jump(gather)),
        ("writing", lambda: writing.open(gather, promise_said=True)),
        ("written", write),
        ("reading", lambda: writing.close(gather)),
        ("opened", lambda: writing.open_together(gather, warned=True)),
        ("page", session.steps.next),
        ("agreement", lambda: session.steps.jump(step_of(session, StepKind.AGREEMENT))),
        ("lines", lambda: session.agreements.suggest_all(("One voice", "Pass", "Stay"))),
        ("check", lambda: session.steps.jump(step_of(session, StepKind.CONSENT_CHECK))),
    )
    for name, act in later:
        act()
        yield name
    for tab in (Tab.NOW, Tab.LINES, Tab.RECORD, Tab.AGREEMENT):
        console.desk.middle.turn_to(tab)
        yield f"tab {tab.name}"


def nested(console: ConsoleWindow) -> list[str]:
    """Return the scroll areas that are in sight inside another."""
    inner = []
    for area in console.findChildren(QAbstractScrollArea):
        around = area.parentWidget()
        while area.isVisible() and around is not None:
            if isinstance(around, QAbstractScrollArea):
                inner.append(f"{area} in {around}")
            around = around.parentWidget()
    return inner


def low_controls(console: ConsoleWindow) -> list[str]:
    """Return the frame's controls that are too low; a panel has tests of its own."""
    return [
        button.accessibleName()
        for button in console.findChildren(QAbstractButton)
        if button.isVisible()
        and button.height() < LEAST
        and not button.property("chip")
        and not console.desk.middle.pages.isAncestorOf(button)
    ]


def place_of(widget: QWidget, console: ConsoleWindow) -> tuple[int, int, int, int]:
    place = widget.mapTo(console, QPoint())
    return place.x(), place.y(), widget.width(), widget.height()


@pytest.mark.parametrize("size", SIZES)
def test_in_every_step_and_state_next_stays_in_its_place_and_nothing_scrolls_twice(
    console: ConsoleWindow, session: LiveSession, clock: FakeClock, size: tuple[int, int]
) -> None:
    console.resize(*size)
    middle = console.desk.middle
    settle()
    first = place_of(middle.now.buttons.next, console)
    assert first[2:] == (320, 56)
    corner = middle.mapTo(console, middle.rect().bottomRight())
    assert corner.x() + 1 - (first[0] + first[2]) in (16, 24)
    assert corner.y() + 1 - (first[1] + first[3]) == 16
    for moment in moments(console, session, clock):
        settle()
        assert place_of(middle.now.buttons.next, console) == first, moment
        assert nested(console) == [], moment
        assert low_controls(console) == [], moment


@pytest.mark.parametrize("size", [(640, 480), (1093, 580), (1280, 800)])
def test_once_laid_out_the_console_rests(
    console: ConsoleWindow, session: LiveSession, size: tuple[int, int]
) -> None:
    class Requests(QObject):
        count = 0

        def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
            self.count += event.type() is QEvent.Type.LayoutRequest
            return False

    console.resize(*size)
    session.steps.jump(step_of(session, StepKind.AGREEMENT))
    for _round in range(4):
        settle()
    requests = Requests()
    console.desk.middle.stage.installEventFilter(requests)
    settle()
    assert requests.count == 0


def test_on_the_smallest_window_there_is_room_for_what_to_say(console: ConsoleWindow) -> None:
    console.resize(640, 480)
    for tab in (Tab.STEPS, Tab.BOARD, Tab.NOW):
        console.desk.middle.turn_to(tab)
        settle()
        assert console.desk.middle.say.isVisible() is (tab is Tab.NOW)
    assert console.desk.middle.say.height() >= THREE_LINES


@pytest.mark.parametrize("size", SIZES)
def test_what_to_say_in_the_ready_plans_is_whole_where_no_panel_is_below_it(
    console: ConsoleWindow, session: LiveSession, size: tuple[int, int]
) -> None:
    console.resize(*size)
    say = console.desk.middle.say
    for run in session.workshop.agenda.runs:
        session.steps.jump(run.step.id)
        settle()
        if say.isVisible() and console.desk.middle.pages.isHidden():
            assert say.area.verticalScrollBar().maximum() == 0, run.step.id


LONG = "A rather long title of a step that goes on for as long as a title may, eighty"


@pytest.mark.parametrize("size", SIZES)
def test_a_long_title_is_in_two_lines_and_whole_for_a_screen_reader(
    console: ConsoleWindow, session: LiveSession, size: tuple[int, int]
) -> None:
    console.resize(*size)
    step = session.workshop.agenda.now.step.id
    session.changes.set(step, StepTexts((LONG,), ("",)), None)
    session.time.start()
    settle()
    title = console.desk.middle.now.title
    assert title.accessibleName() == LONG
    assert title.height() >= title.heightForWidth(title.width())
    assert LONG.startswith(title.text().rstrip("…"))
