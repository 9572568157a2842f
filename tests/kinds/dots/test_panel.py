"""The panel for dots on the console: how many, the count by hand, and what leads."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from facilitator.domain.ids import StepId
from facilitator.kinds.dots.counts import Budget
from facilitator.kinds.dots.panel import DotsPanel
from facilitator.kinds.dots.state import Phase
from facilitator.live.session.session import LiveSession
from facilitator.ui.console.window import ConsoleWindow
from facilitator.ui.widgets.line_items import LineItem
from tests.helpers.consoles import leading, shown_console
from tests.helpers.keys import press
from tests.helpers.sessions import CHOICE, GATHER, OPEN, PLAN, a_session
from tests.kinds.dots.test_session import DOTS, FIVE, B, beside, dots, place, view, write

LATER = replace(DOTS, id=StepId("later"))


@pytest.fixture
def session(tmp_path: Path) -> Iterator[LiveSession]:
    steps = (GATHER, OPEN, DOTS, LATER, CHOICE)
    session = a_session(tmp_path, plan=replace(PLAN, steps=steps))
    session.board.toggle_curtain()
    yield session
    session.close()


@pytest.fixture
def console(qtbot: QtBot, session: LiveSession) -> ConsoleWindow:
    write(session)
    session.steps.jump(DOTS.id)
    return shown_console(qtbot, session)


def panel_of(console: ConsoleWindow) -> DotsPanel:
    (panel,) = console.findChildren(DotsPanel)
    return panel


def test_how_many_dots_there_are_is_chosen_in_two_fields(
    console: ConsoleWindow, session: LiveSession
) -> None:
    budget = panel_of(console).budget
    assert (budget.dots.value(), budget.most.value()) == (3, 2)
    budget.dots.setValue(5)
    assert view(session).budget == Budget(5, 2)
    panel_of(console).corner_begin.click()
    assert budget.isHidden()
    assert dots(session).budget == Budget(5, 2)


def test_without_opened_lines_nothing_can_begin(qtbot: QtBot, session: LiveSession) -> None:
    session.steps.jump(DOTS.id)
    panel = panel_of(shown_console(qtbot, session))
    assert panel.corner_begin.isHidden()
    assert panel.hand_begin.isHidden()
    assert "No lines are open" in panel.state.text()


def test_the_numbers_in_the_form_are_what_is_shown(
    console: ConsoleWindow, session: LiveSession
) -> None:
    panel = panel_of(console)
    panel.hand_begin.click()
    assert panel.totals.people.value() == session.workshop.setup.people
    panel.totals.people.setValue(6)
    panel.totals.lines.boxes[B].setValue(12)
    assert dots(session).counted[B].dots == 12
    assert panel.totals.total.text() == "12 dots. People have 18."
    panel.close_button.click()
    panel.show_button.click()
    assert beside(session)["B"] == 12


def test_every_field_of_the_form_is_named_after_its_line(console: ConsoleWindow) -> None:
    panel = panel_of(console)
    panel.hand_begin.click()
    names = [box.accessibleName() for box in panel.totals.lines.boxes.values()]
    assert names[0].startswith("A  ")
    assert len(set(names)) == 6


def test_too_many_dots_keep_counting_open_and_say_so(
    console: ConsoleWindow, session: LiveSession
) -> None:
    panel = panel_of(console)
    panel.hand_begin.click()
    panel.totals.people.setValue(5)
    panel.totals.lines.boxes[B].setValue(99)
    panel.close_button.click()
    assert dots(session).phase is Phase.PLACING
    assert "99 dots are more than 5 people have: 15" in console.desk.middle.notice.text


def test_numbers_of_one_step_are_not_in_the_next(
    console: ConsoleWindow, session: LiveSession
) -> None:
    panel = panel_of(console)
    panel.hand_begin.click()
    panel.totals.lines.boxes[B].setValue(9)
    session.steps.jump(LATER.id)
    assert panel.totals.lines.boxes == {}
    panel.hand_begin.click()
    assert not any(box.value() for box in panel.totals.lines.boxes.values())


def test_dots_are_deleted_only_after_a_question(
    console: ConsoleWindow, session: LiveSession
) -> None:
    place(session, *FIVE)
    panel = panel_of(console)
    panel.close_button.click()
    panel.instead_button.click()
    assert dots(session).turns == 5
    press(Qt.Key.Key_Escape)
    assert panel.ask.isHidden()
    panel.instead_button.click()
    panel.ask.first_button.click()
    assert dots(session).phase is Phase.DROPPED


def test_a_voice_leaves_the_dots_out_of_the_record_by_one_tick(
    console: ConsoleWindow, session: LiveSession
) -> None:
    place(session, *FIVE)
    panel = panel_of(console)
    assert panel.record_tick.isHidden()
    panel.close_button.click()
    panel.show_button.click()
    panel.record_tick.click()
    assert dots(session).out_of_record
    panel.record_tick.click()
    assert not dots(session).out_of_record


def test_next_leads_only_when_the_dots_are_over(
    console: ConsoleWindow, session: LiveSession
) -> None:
    assert not any(name.startswith("Next") for name in leading(console))
    place(session, *FIVE)
    assert len(leading(console)) == 1
    panel_of(console).close_button.click()
    panel_of(console).show_button.click()
    (name,) = leading(console)
    assert name.startswith("Next")


def test_once_shown_the_panel_has_the_lines_to_read_out_with_their_dots(
    console: ConsoleWindow, session: LiveSession
) -> None:
    place(session, *FIVE)
    panel = panel_of(console)
    assert panel.read.items == ()
    panel.close_button.click()
    assert panel.read.items == ()
    panel.show_button.click()
    items: tuple[LineItem, ...] = panel.read.items
    assert [item.state for item in items] == [
        "Dots: 0",
        "Dots: 3",
        "Dots: 1",
        "Dots: 5",
        "Dots: 0",
        "Dots: 1",
    ]
    assert [item.letter for item in items] == list("ABCDEF")
    assert session.desk().now.read_aloud == ()
    session.steps.jump(LATER.id)
    assert panel.read.items == ()
