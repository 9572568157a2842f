"""A plan of one’s own from a ready one, from Home to Home: by keys alone, and by mouse alone."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from facilitator.app.data_folder import DataFolder
from facilitator.app.program import Program
from facilitator.kinds.registry import PLAN_FILES, READY_PLANS
from facilitator.live.planning.own_plans import OwnPlans
from facilitator.store.library.own_plans import OwnPlanRow, own_plans
from facilitator.ui.home.before_page import BeforeYouStartPage
from facilitator.ui.home.own_plans import OwnPlanLine
from facilitator.ui.home.print_page import PrintPage
from facilitator.ui.planner.window import PlannerWindow
from tests.helpers.clock import FakeClock
from tests.helpers.finding import button, texts_on
from tests.helpers.keys import keyboard, press, type_text

READY = READY_PLANS.all()[0]  # ninety minutes
ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
MINUTE = timedelta(minutes=1)
MOST_TABS = 60
OFFSCREEN = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)")


def tab_to(target: QWidget) -> None:
    """Press Tab until a control has the keyboard."""
    for _ in range(MOST_TABS):
        if keyboard() is target:
            return
        press(Qt.Key.Key_Tab)
    pytest.fail(f"Tab does not reach {target.accessibleName()}")


def click(control: QWidget) -> None:
    """Click a control with the mouse."""
    assert control.isVisible()
    QTest.mouseClick(control, Qt.MouseButton.LeftButton)


def the_planner(program: Program, qtbot: QtBot) -> PlannerWindow:
    """Return the planner once it has the keyboard."""
    planner = program.planner
    assert planner is not None
    planner.activateWindow()
    qtbot.waitUntil(planner.isActiveWindow)
    return planner


def saved(data: DataFolder) -> OwnPlanRow:
    """Return the only plan in the library."""
    (row,) = own_plans(data.library)
    return row


def check_what_was_saved(data: DataFolder) -> None:
    """Check that the copy is reordered and fits, that the ready plan is as it was."""
    row = saved(data)
    plan = PLAN_FILES.from_text(row.text)
    assert plan.title == READY.title
    assert plan.id != READY.id
    assert (row.booked_minutes, row.people) == (80, READY.people.best)
    assert plan.length == 80 * MINUTE
    assert [step.id for step in plan.steps[:2]] == [READY.steps[1].id, READY.steps[0].id]
    assert READY_PLANS.plan(READY.id) == READY
    assert OwnPlans(data.library, PLAN_FILES, FakeClock()).draft(row.id).plan == plan


def test_by_keyboard_alone(program: Program, data: DataFolder, qtbot: QtBot) -> None:
    program.home.activateWindow()
    qtbot.waitUntil(program.home.isActiveWindow)
    card = next(
        control
        for control in program.home.findChildren(QAbstractButton)
        if control.objectName() == f"plan {READY.id}"
    )
    tab_to(card)
    press(Qt.Key.Key_Return)
    page = program.home.page
    assert isinstance(page, BeforeYouStartPage)
    tab_to(page.change_button)
    press(Qt.Key.Key_Return)
    planner = the_planner(program, qtbot)
    press(Qt.Key.Key_Down, ALT)  # the keyboard is in the running order
    tab_to(planner.head.booked)
    press("a", CONTROL)
    type_text("80")
    press(Qt.Key.Key_Return)
    tab_to(planner.head.fit_button)
    press(Qt.Key.Key_Return)
    assert "80 min planned: it adds up" in texts_on(planner)
    press(Qt.Key.Key_Escape)
    assert program.planner is None
    check_what_was_saved(data)
    assert program.home.isVisible()
    (line,) = program.home.findChildren(OwnPlanLine)
    assert line.plan.minutes == 80


def test_by_mouse_alone(program: Program, data: DataFolder, qtbot: QtBot) -> None:
    click(button(program.home, str(READY.title.first)))
    page = program.home.page
    assert isinstance(page, BeforeYouStartPage)
    click(page.change_button)
    planner = the_planner(program, qtbot)
    click(planner.order.later_button)
    for _press in range(2):  # five minutes each
        click(button(planner, "Minutes booked: less"))
    click(planner.head.fit_button)
    click(planner.head.back_button)
    check_what_was_saved(data)


@OFFSCREEN
def test_a_step_is_added_duplicated_and_deleted_by_keys(program: Program, qtbot: QtBot) -> None:
    program.home.new_plan_asked.emit()
    planner = the_planner(program, qtbot)
    press("n", CONTROL)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    press(Qt.Key.Key_Down, on=menu)
    press(Qt.Key.Key_Return, on=menu)
    assert [row.number for row in planner.order.rows.rows] == [1, 2]
    press("d", CONTROL)
    assert len(planner.draft.plan.steps) == 3
    press(Qt.Key.Key_Up, SHIFT)
    press(Qt.Key.Key_Delete)
    assert len(planner.draft.plan.steps) == 1
    press("z", CONTROL)
    assert len(planner.draft.plan.steps) == 3
    press("z", CONTROL | SHIFT)
    assert len(planner.draft.plan.steps) == 1
    planner.leave()


def test_a_plan_saves_by_itself(program: Program, data: DataFolder, qtbot: QtBot) -> None:
    program.home.new_plan_asked.emit()
    planner = the_planner(program, qtbot)
    press(Qt.Key.Key_F2)
    type_text("Arriving")
    qtbot.waitUntil(lambda: "Saved" in texts_on(planner))
    assert PLAN_FILES.from_text(saved(data).text).steps[0].title.first == "Arriving"
    planner.leave()


def test_a_ready_plan_that_is_only_looked_at_leaves_nothing(
    program: Program, data: DataFolder, qtbot: QtBot
) -> None:
    program.home.change_asked.emit(READY.id)
    planner = the_planner(program, qtbot)
    press(Qt.Key.Key_Down)
    planner.leave()
    assert own_plans(data.library) == ()


def test_start_leads_to_the_questions_with_the_plan_as_it_is(
    program: Program, data: DataFolder, qtbot: QtBot
) -> None:
    program.home.change_asked.emit(READY.id)
    planner = the_planner(program, qtbot)
    press("d", CONTROL)
    click(planner.head.start_button)
    page = program.home.page
    assert isinstance(page, BeforeYouStartPage)
    assert page.plan_id == saved(data).id


def test_a_plan_of_mine_is_deleted_after_a_question(
    program: Program, data: DataFolder, qtbot: QtBot
) -> None:
    program.home.change_asked.emit(READY.id)
    the_planner(program, qtbot)
    press("d", CONTROL)
    press(Qt.Key.Key_Escape)
    (line,) = program.home.findChildren(OwnPlanLine)
    click(line.delete_button)
    assert len(own_plans(data.library)) == 1
    click(button(line.question, "Delete for good"))
    assert own_plans(data.library) == ()
    assert program.home.findChildren(OwnPlanLine) == [] or not line.isVisible()


def test_any_plan_can_be_tried_with_made_up_people(
    program: Program, data: DataFolder, qtbot: QtBot
) -> None:
    program.home.change_asked.emit(READY.id)
    planner = the_planner(program, qtbot)
    click(planner.head.try_button)
    assert program.running is not None
    assert program.running.session.workshop.practice
    assert program.running.session.workshop.plan_title == READY.title
    assert own_plans(data.library) == ()


def test_f9_shows_what_is_kept(program: Program, qtbot: QtBot) -> None:
    program.home.change_asked.emit(READY.id)
    the_planner(program, qtbot)
    press(Qt.Key.Key_F9)
    assert "What is kept" in texts_on(program.home)


def test_what_was_just_typed_is_saved_when_the_system_ends_the_program(
    program: Program, data: DataFolder, qtbot: QtBot
) -> None:
    program.home.new_plan_asked.emit()
    planner = the_planner(program, qtbot)
    press(Qt.Key.Key_F2)
    type_text("Arriving")
    program.terminate()
    assert PLAN_FILES.from_text(saved(data).text).steps[0].title.first == "Arriving"
    assert not planner.isVisible()


def test_a_number_that_is_half_typed_is_saved_when_the_system_ends_the_program(
    program: Program, data: DataFolder, qtbot: QtBot
) -> None:
    program.home.change_asked.emit(READY.id)
    planner = the_planner(program, qtbot)
    tab_to(planner.head.booked)
    press("a", CONTROL)
    type_text("80")
    program.terminate()
    assert saved(data).booked_minutes == 80


def test_the_print_pack_is_one_press_away(program: Program, qtbot: QtBot) -> None:
    program.home.change_asked.emit(READY.id)
    planner = the_planner(program, qtbot)
    click(planner.head.print_button)
    assert isinstance(program.home.page, PrintPage)
    assert program.home.page.plan_id not in ("", READY.id)
