"""The pulse's panel on the console: slips are saved as they are counted, and belong to a step."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from facilitator.domain.ids import StepId
from facilitator.kinds.pulse.panel.panel import PulsePanel
from facilitator.kinds.pulse.shape import Answers
from facilitator.kinds.pulse.state import Phase, Pulse
from facilitator.live.session.session import LiveSession
from facilitator.ui.console.window import ConsoleWindow
from tests.helpers.consoles import leading
from tests.helpers.keys import press
from tests.helpers.sessions import CHOICE, PLAN, TALK, a_session
from tests.kinds.pulse.test_session import EIGHT, PULSE, answer, pulse

LATER = replace(PULSE, id=StepId("later"))


@pytest.fixture
def session(tmp_path: Path) -> Iterator[LiveSession]:
    session = a_session(tmp_path, plan=replace(PLAN, steps=(TALK, PULSE, LATER, CHOICE)))
    session.board.step()
    session.steps.jump(PULSE.id)
    yield session
    session.close()


def panel_of(console: ConsoleWindow) -> PulsePanel:
    (panel,) = console.findChildren(PulsePanel)
    return panel


def count(console: ConsoleWindow, *values: int) -> None:
    """Enter how many slips have each label of the statement that is shown."""
    for box, value in zip(panel_of(console).slips.boxes, values, strict=False):
        box.setValue(value)


def in_boxes(console: ConsoleWindow) -> list[int]:
    return [box.value() for box in panel_of(console).slips.boxes]


def test_what_is_in_the_fields_is_what_is_shown(
    console: ConsoleWindow, session: LiveSession
) -> None:
    panel = panel_of(console)
    panel.slips_begin.click()
    count(console, 2, 2, 2, 2, 2)
    panel.slips.next_button.click()
    count(console, 0, 0, 0, 0, 0, 10)
    panel.slips.before_button.click()
    count(console, 0, 0, 2, 4, 4)
    assert pulse(session).answers[0] == Answers((0, 0, 2, 4, 4))
    panel.close_button.click()
    panel.show_button.click()
    assert pulse(session).shapes[0].columns == (0, 0, 2, 4, 4)


def test_counts_that_differ_keep_answering_open_and_say_where(
    console: ConsoleWindow, session: LiveSession
) -> None:
    panel = panel_of(console)
    panel.slips_begin.click()
    count(console, 2, 2, 2, 2, 2)
    panel.close_button.click()
    assert pulse(session).phase is Phase.ANSWERING
    assert "Statement 2 has 0 slips" in console.desk.middle.notice.text


def test_counts_of_one_pulse_are_not_in_the_next(
    console: ConsoleWindow, session: LiveSession
) -> None:
    panel = panel_of(console)
    panel.slips_begin.click()
    count(console, 2, 2, 2, 2, 2)
    session.steps.jump(LATER.id)
    assert not any(in_boxes(console))
    panel.slips_begin.click()
    assert not any(in_boxes(console))
    panel.close_button.click()
    later = session.workshop.state_of(LATER.id)
    assert isinstance(later, Pulse)
    assert later.turns == 0


def test_once_shown_no_field_holds_a_count(console: ConsoleWindow, session: LiveSession) -> None:
    panel = panel_of(console)
    panel.slips_begin.click()
    for _statement in PULSE.statements:
        count(console, 2, 2, 2, 2, 2)
        panel.slips.next_button.click()
    panel.close_button.click()
    panel.show_button.click()
    assert pulse(session).phase is Phase.SHOWN
    assert not any(in_boxes(console))


def test_answers_are_deleted_only_after_a_question(
    console: ConsoleWindow, session: LiveSession
) -> None:
    answer(session, *EIGHT)
    panel = panel_of(console)
    panel.close_button.click()
    panel.instead_button.click()
    assert pulse(session).turns == 8
    press(Qt.Key.Key_Escape)
    assert panel.ask.isHidden()
    panel.instead_button.click()
    panel.ask.first_button.click()
    assert pulse(session).phase is Phase.DROPPED


def test_next_leads_only_when_the_pulse_is_over(
    console: ConsoleWindow, session: LiveSession
) -> None:
    assert not any(name.startswith("Next") for name in leading(console))
    answer(session, *EIGHT)
    assert len(leading(console)) == 1
    panel_of(console).close_button.click()
    panel_of(console).show_button.click()
    (name,) = leading(console)
    assert name.startswith("Next")
