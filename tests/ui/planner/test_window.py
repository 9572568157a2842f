"""The planner's window, by keys and by mouse."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QPlainTextEdit,
    QTimeEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from facilitator.domain.drafting.draft import Draft
from facilitator.domain.drafting.plan_acts import spoken_in
from facilitator.domain.drafting.settling import settled
from facilitator.domain.drafting.step_acts import RoomText
from facilitator.domain.plan.step import Reveal, StepKind
from facilitator.domain.text.language import ENGLISH, WELSH
from facilitator.errors import PlanFileError
from facilitator.kinds.registry import PLAN_FILES, PLAN_PARTS, READY_PLANS
from facilitator.room.spec import Theme
from facilitator.ui.planner.texts import TextBox
from facilitator.ui.planner.window import PlannerWindow
from facilitator.wording import use_language
from tests.helpers.catalogues import LANGUAGE, longer_words, write_catalogue
from tests.helpers.cut_words import cut_words
from tests.helpers.finding import button, texts_on
from tests.helpers.keys import keyboard, press, type_text
from tests.helpers.planners import a_planner
from tests.helpers.plans import MINUTE, a_plan, a_step

ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
PLAN = READY_PLANS.all()[0]


@pytest.fixture
def planner(qtbot: QtBot) -> PlannerWindow:
    return a_planner(qtbot, Draft.of(PLAN))


def title_box(planner: PlannerWindow) -> TextBox:
    """Return the field of the step's title in the first language."""
    box = planner.side.step.fields.room_texts[RoomText.TITLE].first
    assert box is not None
    return box


def test_it_opens_at_the_first_step_with_the_keyboard_in_the_running_order(
    planner: PlannerWindow,
) -> None:
    assert keyboard() is planner.order.rows
    assert title_box(planner).toPlainText() == PLAN.steps[0].title.first
    assert [row.begins for row in planner.order.rows.rows[:3]] == ["10:00", "10:06", "10:10"]


def test_typing_changes_the_row_and_a_space_at_the_end_stays(planner: PlannerWindow) -> None:
    press(Qt.Key.Key_F2)
    type_text("Coming in ")
    assert title_box(planner).toPlainText() == "Coming in "
    assert planner.order.rows.rows[0].title == "Coming in"
    type_text("late")
    assert planner.order.rows.rows[0].title == "Coming in late"


def test_undo_in_a_field_is_that_of_the_plan(planner: PlannerWindow) -> None:
    press(Qt.Key.Key_F2)
    type_text("New")
    press("z", CONTROL)
    assert title_box(planner).toPlainText() == PLAN.steps[0].title.first
    press("z", CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert title_box(planner).toPlainText() == "New"


def test_a_move_that_cannot_be_says_why_and_changes_nothing(planner: PlannerWindow) -> None:
    press(Qt.Key.Key_Up, ALT)
    assert "This step is the first already." in texts_on(planner)
    assert planner.draft.plan == PLAN
    press(Qt.Key.Key_Down, ALT)
    assert "already" not in texts_on(planner)


def test_several_steps_are_chosen_and_moved_together(planner: PlannerWindow) -> None:
    press(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    press(Qt.Key.Key_Down, ALT)
    first = [step.id for step in planner.draft.plan.steps[:3]]
    assert first == [PLAN.steps[2].id, PLAN.steps[0].id, PLAN.steps[1].id]


def test_minutes_shift_every_later_clock_time(planner: PlannerWindow) -> None:
    planner.side.step.fields.minutes.setValue(16)
    assert [row.begins for row in planner.order.rows.rows[:3]] == ["10:00", "10:16", "10:20"]
    assert "100 min planned, 10 over your booking" in texts_on(planner)


def test_a_number_changes_by_its_buttons(planner: PlannerWindow) -> None:
    button(planner, "Time: more").click()
    assert planner.draft.plan.steps[0].length == 7 * MINUTE
    button(planner, "Starts at: less").click()
    assert planner.order.rows.rows[0].begins == "09:55"


def test_a_second_language_has_fields_beside_the_first_and_welsh_comes_first(
    planner: PlannerWindow,
) -> None:
    planner.side.plan.languages_asked.emit((ENGLISH, WELSH))
    boxes = planner.side.step.fields.room_texts[RoomText.TITLE].boxes
    assert list(boxes) == [WELSH, ENGLISH]
    boxes[WELSH].setFocus()
    type_text("Croeso")
    assert planner.draft.plan.steps[0].title.in_(WELSH) == "Croeso"
    assert planner.draft.plan.steps[0].title.in_(ENGLISH) == PLAN.steps[0].title.first


def test_parts_count_once_each_has_its_minutes(qtbot: QtBot) -> None:
    planner = a_planner(qtbot, Draft.of(a_plan(a_step(minutes=8))))
    box = planner.side.step.fields.segments.first
    assert box is not None
    box.setFocus()
    type_text("Alone 3")
    QTest.keyClick(box, Qt.Key.Key_Return)
    type_text("Together")
    assert box.toPlainText() == "Alone 3\nTogether"  # it is still being typed
    type_text(" 4")
    assert [part.name.first for part in planner.draft.plan.steps[0].segments] == [
        "Alone",
        "Together",
    ]
    assert planner.draft.plan.length == 7 * MINUTE


def test_another_kind_has_other_fields(planner: PlannerWindow) -> None:
    fields = planner.side.step.fields
    assert fields.form.box.isVisibleTo(planner)
    fields.kind_asked.emit(StepKind.PULSE.value)
    assert not fields.form.box.isVisibleTo(planner)
    assert fields.floor.isVisibleTo(planner)
    assert planner.draft.plan.steps[0].kind is StepKind.PULSE


def test_the_picture_follows_the_chosen_step(planner: PlannerWindow, qtbot: QtBot) -> None:
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    question = PLAN.steps[2].question.first
    view = planner.side.picture.view
    qtbot.waitUntil(lambda: question in view.accessibleDescription().replace("\n", " "))


def test_what_does_not_add_up_has_a_button_that_helps(qtbot: QtBot) -> None:
    steps = tuple(a_step(minutes=40, name=name) for name in "abc")
    planner = a_planner(qtbot, Draft.of(a_plan(*steps)))
    planner.head.title_button.click()
    button(planner, "Add a break of 10 min").click()
    kinds = [step.kind for step in planner.draft.plan.steps]
    assert StepKind.BREAK in kinds
    press("z", CONTROL)
    assert [step.kind for step in planner.draft.plan.steps] == [StepKind.TALK] * 3


def test_esc_goes_from_a_field_to_the_order_and_then_home(
    planner: PlannerWindow, qtbot: QtBot
) -> None:
    press(Qt.Key.Key_F2)
    press(Qt.Key.Key_Escape)
    assert keyboard() is planner.order.rows
    with qtbot.waitSignal(planner.left):
        press(Qt.Key.Key_Escape)


def test_where_there_is_little_room_the_step_takes_the_place_of_the_order(
    planner: PlannerWindow,
) -> None:
    planner.set_look(Theme.WARM, 32)
    assert not planner.side.isVisible()
    button(planner, "Change").click()
    assert not planner.order.isVisible()
    assert keyboard() is title_box(planner)
    button(planner, "Running order").click()
    assert keyboard() is planner.order.rows


def test_a_kind_has_its_own_fields(qtbot: QtBot) -> None:
    gather = a_step(StepKind.GATHER, name="gather")
    sort = replace(a_step(StepKind.PATTERNS, name="sort"), of=gather.id, reveal=Reveal.BATCH)
    draft = Draft.of(a_plan(gather, settled(sort, (ENGLISH,), PLAN_PARTS)))
    planner = a_planner(qtbot, draft)
    press(Qt.Key.Key_Down)
    box = planner.side.step.own.findChild(TextBox)
    assert box is not None
    box.setFocus()
    type_text("Time")
    QTest.keyClick(box, Qt.Key.Key_Return)
    type_text("Trust")
    assert PLAN_FILES.text_of(planner.draft.plan).count('"Time",\n    "Trust",') == 1
    assert planner.side.step.own.isVisibleTo(planner)
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_Up)
    assert not planner.side.step.own.isVisibleTo(planner)


CONTROLS = (QAbstractButton, QAbstractSpinBox, QComboBox, QPlainTextEdit)


def test_every_control_has_a_name(planner: PlannerWindow) -> None:
    controls: list[QWidget] = [
        control for kind in CONTROLS for control in planner.findChildren(kind)
    ]
    nameless = [
        control
        for control in controls
        if not control.accessibleName()
        and not (isinstance(control, QAbstractButton) and control.text())
    ]
    assert controls
    assert [type(control).__name__ for control in nameless] == []


@pytest.fixture
def longer(tmp_path: Path) -> Iterator[None]:
    write_catalogue(tmp_path / "texts", longer_words)
    use_language(LANGUAGE, tmp_path / "texts")
    yield
    use_language("en", tmp_path)


@pytest.mark.usefixtures("longer")
@pytest.mark.parametrize("size", [(1093, 580), (1280, 800)])
@pytest.mark.parametrize("text_px", [16, 24, 32])
def test_no_word_is_cut_in_a_language_with_longer_words_or_in_large_text(
    qtbot: QtBot, size: tuple[int, int], text_px: int
) -> None:
    both = spoken_in(Draft.of(PLAN), (WELSH, ENGLISH), PLAN_PARTS)
    planner = a_planner(qtbot, both)
    planner.set_look(Theme.WARM, text_px)
    planner.resize(*size)
    qtbot.waitUntil(lambda: cut_words(planner) == [])  # once all of it is laid out
    planner.head.title_button.click()
    qtbot.waitUntil(lambda: cut_words(planner) == [])


def test_a_block_is_added_from_the_menu_and_undone_in_one(planner: PlannerWindow) -> None:
    before = planner.draft
    block = next(
        action for action in planner.order.menu.blocks.actions() if action.text() == "1-2-4-All"
    )
    block.trigger()
    assert [step.id for step in planner.draft.plan.steps][1] == "one-two-four-all"
    assert title_box(planner).toPlainText() == "One, two, four, all"
    press(Qt.Key.Key_Z, CONTROL)
    assert planner.draft == before


def test_a_step_at_a_time_of_day_begins_at_it_and_the_gap_is_named(qtbot: QtBot) -> None:
    lunch = replace(a_step(StepKind.BREAK, 30, "lunch"), at=(12 * 60 + 30) * MINUTE)
    plan = a_plan(a_step(minutes=60, name="first"), lunch, a_step(StepKind.SLACK, 5, "slack"))
    draft = Draft.of(plan).starting((11 * 60) * MINUTE)
    planner = a_planner(qtbot, draft)
    assert [row.begins for row in planner.order.rows.rows] == ["11:00", "12:30", "13:00"]
    assert draft.over == 30 * MINUTE
    press(Qt.Key.Key_Down)
    gap = "30 min to spare before the step at 12:30"
    qtbot.waitUntil(lambda: gap in str(texts_on(planner)))


def full_disk(_draft: Draft) -> None:
    """Save nothing."""
    raise PlanFileError("The disk is full.")


def test_a_plan_that_cannot_be_saved_is_left_at_the_second_press(qtbot: QtBot) -> None:
    planner = a_planner(qtbot, Draft.of(PLAN), full_disk)
    press("d", CONTROL)
    press(Qt.Key.Key_Escape)
    assert planner.isVisible()
    warning = "Not saved. The disk is full. Press again to leave without saving."
    assert planner.notice.isVisible()
    assert planner.notice.text() == warning
    assert keyboard() is planner.order.rows
    press("d", CONTROL)  # another change needs another warning
    press(Qt.Key.Key_Escape)
    assert planner.isVisible()
    press(Qt.Key.Key_Escape)
    assert not planner.isVisible()


def test_a_plan_is_left_at_once_when_there_is_room_again(qtbot: QtBot) -> None:
    full = [True]

    def save(draft: Draft) -> None:
        if full:
            full_disk(draft)

    planner = a_planner(qtbot, Draft.of(PLAN), save)
    press("d", CONTROL)
    press(Qt.Key.Key_Escape)
    assert planner.isVisible()
    full.clear()
    press(Qt.Key.Key_Escape)
    assert not planner.isVisible()


@pytest.mark.parametrize(
    "name", ["People in the group", "Minutes booked", "Starts at", "Fewest people"]
)
def test_saving_leaves_what_is_being_typed_and_undo_does_not(
    planner: PlannerWindow, name: str
) -> None:
    planner.head.title_button.click()  # the fields of the whole plan are there as well
    (box,) = (box for box in planner.findChildren(QAbstractSpinBox) if box.accessibleName() == name)
    planner.order.duplicate_asked.emit()
    before = box.text()
    box.setFocus()
    if isinstance(box, QTimeEdit):
        box.setSelectedSection(QTimeEdit.Section.MinuteSection)
    else:
        box.selectAll()
    type_text("2")
    typed = box.text()
    assert typed != before
    planner.save()
    assert box.text() == typed
    planner.undo()
    assert box.text() == before
