"""Lists in two languages as they are typed: what is deleted takes its own translation along."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from facilitator.domain.drafting.draft import Draft
from facilitator.domain.drafting.step_acts import RoomList
from facilitator.domain.plan.step import StepKind
from facilitator.domain.text.language import ENGLISH, WELSH, Language
from facilitator.kinds.pulse.state import PulseOptions
from facilitator.ui.planner.window import PlannerWindow
from tests.domain.drafting.test_rows import THREE, pairs
from tests.helpers.planners import a_planner
from tests.helpers.plans import a_bilingual_plan, a_step, both


@pytest.fixture
def planner(qtbot: QtBot) -> PlannerWindow:
    step = replace(
        a_step(StepKind.PULSE),
        title=both("Pwls", "Pulse"),
        question=both("Q", "Q"),
        statements=THREE,
        options=PulseOptions(),
    )
    return a_planner(qtbot, Draft.of(replace(a_bilingual_plan(), steps=(step,))))


def box(planner: PlannerWindow, language: Language) -> QPlainTextEdit:
    return planner.side.step.fields.lists[RoomList.STATEMENTS].boxes[language]


def write(planner: PlannerWindow, language: Language, *typed: str) -> None:
    """Type one text after another into the field of a language."""
    field = box(planner, language)
    field.setFocus()
    for text in typed:
        field.selectAll()
        field.insertPlainText(text)


def statements(planner: PlannerWindow) -> list[str]:
    return pairs(planner.draft.plan.steps[0].statements)


@pytest.mark.parametrize("language", [ENGLISH, WELSH])
def test_a_statement_that_is_deleted_takes_its_translation_along(
    planner: PlannerWindow, language: Language
) -> None:
    write(planner, language, "A\nC" if language == ENGLISH else "a\nc")
    assert statements(planner) == ["aA", "cC"]
    assert [box(planner, each).toPlainText() for each in (WELSH, ENGLISH)] == ["a\nc", "A\nC"]


def test_a_list_that_is_typed_again_keeps_its_translations(
    planner: PlannerWindow, qtbot: QtBot
) -> None:
    field = box(planner, ENGLISH)
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "X")
    for line in "YZ":
        qtbot.keyClick(field, Qt.Key.Key_Return)
        qtbot.keyClicks(field, line)
    assert statements(planner) == ["aX", "bY", "cZ"]
    planner.undo()
    assert statements(planner) == ["aA", "bB", "cC"]


def test_what_went_before_the_keyboard_left_the_field_does_not_come_back(
    planner: PlannerWindow,
) -> None:
    write(planner, ENGLISH, "A\nC")
    planner.order.rows.setFocus()
    write(planner, ENGLISH, "A\nX\nC")
    assert statements(planner) == ["aA", "-X", "cC"]


def test_an_undone_deletion_begins_again(planner: PlannerWindow) -> None:
    write(planner, ENGLISH, "A\nC")
    planner.undo()
    write(planner, ENGLISH, "A\nB\nC\nX")
    assert statements(planner) == ["aA", "bB", "cC", "-X"]


def test_a_translation_that_is_typed_between_stays(planner: PlannerWindow) -> None:
    write(planner, ENGLISH, "A\nC")
    write(planner, WELSH, "a\ny")
    write(planner, ENGLISH, "A\nC\nX")
    assert statements(planner) == ["aA", "yC", "-X"]
