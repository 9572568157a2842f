"""The console builds a part when it is first shown, and the part then shows the present desk."""

import gc
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from facilitator.live.session.session import LiveSession
from facilitator.ui.console.agenda.add_step import AddStepForm
from facilitator.ui.console.agreement.panel import AgreementPanel
from facilitator.ui.console.commands.keys_page import KeysPage
from facilitator.ui.console.commands.search_panel import SearchPanel
from facilitator.ui.console.commands.table import Act
from facilitator.ui.console.drawer import Drawer
from facilitator.ui.console.gathering.panel import GatheringPanel
from facilitator.ui.console.middle import Tab
from facilitator.ui.console.record.panel import RecordPanel
from facilitator.ui.console.said.panel import SaidPanel
from facilitator.ui.console.window import ConsoleWindow
from tests.helpers.clock import FakeClock
from tests.helpers.lines import act, texts_of
from tests.helpers.sessions import GATHER, SAID, a_session

Open = Callable[[ConsoleWindow], object]
PARTS: tuple[tuple[type[QWidget], Open], ...] = (
    (KeysPage, lambda console: console.do(Act.KEYS)),
    (SearchPanel, lambda console: console.do(Act.SEARCH)),
    (Drawer, lambda console: console.do(Act.FINISH)),
    (GatheringPanel, lambda console: console.desk.middle.turn_to(Tab.LINES)),
    (RecordPanel, lambda console: console.desk.middle.turn_to(Tab.RECORD)),
    (AgreementPanel, lambda console: console.desk.middle.turn_to(Tab.AGREEMENT)),
    (SaidPanel, lambda console: console.session.steps.jump(SAID.id)),
    (AddStepForm, lambda console: console.desk.agenda.add_button.click()),
)


@pytest.fixture
def session(tmp_path: Path, clock: FakeClock) -> Iterator[LiveSession]:
    with closing(a_session(tmp_path, clock=clock)) as session:
        yield session


@pytest.mark.parametrize(("kind", "show"), PARTS)
def test_a_part_is_built_when_it_is_first_shown(
    kind: type[QWidget], show: Open, console: ConsoleWindow
) -> None:
    assert console.findChildren(kind) == []
    show(console)
    (part,) = console.findChildren(kind)
    assert part.isVisible()


def test_the_drawer_that_opens_is_the_only_one_that_is_built(console: ConsoleWindow) -> None:
    console.do(Act.CUE)
    assert console.findChildren(Drawer) == [console.desk.middle.drawers.cue]


def test_only_the_page_of_the_gatherings_state_is_built(
    console: ConsoleWindow, session: LiveSession
) -> None:
    session.steps.jump(GATHER.id)
    gathering = console.desk.middle.gathering
    lazies = (
        gathering.lazy_waiting,
        gathering.lazy_writing,
        gathering.lazy_closed,
        gathering.lazy_opened,
    )
    assert [lazy.is_built for lazy in lazies] == [True, False, False, False]
    session.writing.open(GATHER.id, promise_said=True)
    assert [lazy.is_built for lazy in lazies] == [True, True, False, False]


def test_a_record_that_is_first_shown_late_has_every_line(
    console: ConsoleWindow, session: LiveSession
) -> None:
    session.steps.jump(SAID.id)
    session.said.add("We got through winter")
    session.setup.set_people(9)
    assert not console.desk.middle.lazy_record.is_built
    console.desk.middle.turn_to(Tab.RECORD)
    record = console.desk.middle.record
    assert texts_of(record.lines) == ["We got through winter"]
    act(record.lines, 0, "out")
    record.ask.buttons["out"].click()
    assert session.workshop.said == ()


def test_tab_goes_through_a_part_that_was_built_late_and_then_to_what_is_beside_it(
    console: ConsoleWindow, session: LiveSession, qtbot: QtBot
) -> None:
    session.steps.jump(GATHER.id)
    desk = console.desk
    start = desk.middle.now.buttons.less
    start.setFocus()
    reached: list[QWidget | None] = []
    while start not in reached:
        qtbot.keyClick(console.focusWidget(), Qt.Key.Key_Tab)
        reached.append(console.focusWidget())
    waiting = desk.middle.gathering.waiting
    order = (waiting.promise_button, waiting.said_tick, desk.header.curtain_button)
    places = [reached.index(widget) for widget in order]
    assert places == sorted(places)


def test_nothing_that_is_shown_goes_with_what_python_collects(
    console: ConsoleWindow, session: LiveSession
) -> None:
    session.steps.jump(GATHER.id)
    agenda = console.desk.agenda
    agenda.add_button.click()
    parts: list[QWidget] = [agenda.add_form.minutes, console.desk.middle.gathering.waiting.promise]
    session.writing.open(GATHER.id, promise_said=True)
    parts.append(console.desk.middle.gathering.writing.progress)
    QApplication.processEvents()
    gc.collect()
    assert all(map(isValid, parts))
