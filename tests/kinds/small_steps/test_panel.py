"""The panel of small steps: all of it by keyboard, and nothing stays half entered."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QLineEdit
from pytestqt.qtbot import QtBot

from facilitator.domain.ids import StepId
from facilitator.domain.text.language import WELSH
from facilitator.kinds.small_steps.panel.panel import SmallStepsPanel
from facilitator.kinds.small_steps.state import Stage
from facilitator.live.session.session import LiveSession
from facilitator.ui.console.middle import Tab
from facilitator.ui.console.window import ConsoleWindow
from tests.helpers.consoles import shown_console
from tests.helpers.keys import press, type_text
from tests.helpers.sessions import CHOICE, PLAN, TALK, a_session
from tests.kinds.small_steps.test_session import (
    AWAY,
    MINUTE,
    QUESTIONS,
    TRY,
    called,
    offer,
    small_steps,
    texts,
)

LATER = replace(TRY, id=StepId("later"))
Key = Qt.Key


@pytest.fixture
def session(tmp_path: Path) -> Iterator[LiveSession]:
    session = a_session(tmp_path, plan=replace(PLAN, steps=(TALK, TRY, LATER, CHOICE)))
    session.board.step()
    session.board.toggle_curtain()
    session.steps.jump(TRY.id)
    yield session
    session.close()


def panel_of(console: ConsoleWindow) -> SmallStepsPanel:
    (panel,) = console.findChildren(SmallStepsPanel)
    return panel


def tab(console: ConsoleWindow) -> Tab:
    return console.desk.middle.tab


def test_offers_are_typed_one_after_another(console: ConsoleWindow, session: LiveSession) -> None:
    console.desk.middle.take_keys()
    for text in (QUESTIONS, MINUTE):
        type_text(text)
        press(Key.Key_Return)
    assert texts(session) == [QUESTIONS, MINUTE]
    assert panel_of(console).add_field.text() == ""


def test_a_pasted_list_becomes_as_many_steps(console: ConsoleWindow, session: LiveSession) -> None:
    console.desk.middle.take_keys()
    QGuiApplication.clipboard().setText(f"{QUESTIONS}\n{MINUTE}\n")
    panel_of(console).add_field.paste()
    press(Key.Key_Return)
    assert texts(session) == [QUESTIONS, MINUTE]


def test_who_and_when_are_entered_by_keyboard_alone(
    console: ConsoleWindow, session: LiveSession
) -> None:
    offer(session)
    panel = panel_of(console)
    panel.list.setFocus()
    press(Key.Key_Home)
    press(Key.Key_Return)
    type_text("Tom and Priya")
    panel.step_form.by.edit.setFocus()
    type_text("1.2.")
    press(Key.Key_Return)
    step = called(session, QUESTIONS)
    assert (step.who, step.by) == ("Tom and Priya", "")
    today = session.desk().own
    assert today is not None
    assert step.by_day is not None
    assert (step.by_day.day, step.by_day.month) == (1, 2)
    assert step.by_day >= today.today
    assert panel.list.hasFocus()
    notes = panel.list.items[0].notes
    assert "Tom and Priya" in notes[0]


def test_words_that_are_no_day_stay_as_they_were_said(
    console: ConsoleWindow, session: LiveSession
) -> None:
    offer(session)
    panel = panel_of(console)
    panel.list.choose(0)
    panel.list.buttons["change"].click()
    panel.step_form.by.edit.setText("from next week")
    panel.step_form.everyone.click()
    panel.step_form.keep_button.click()
    step = called(session, QUESTIONS)
    assert (step.by, step.by_day, step.everyone, step.who) == ("from next week", None, True, "")


def test_escape_leaves_a_step_as_it_was(console: ConsoleWindow, session: LiveSession) -> None:
    offer(session)
    panel = panel_of(console)
    before = small_steps(session)
    panel.list.setFocus()
    press(Key.Key_Home)
    press(Key.Key_F2)
    type_text("Sam")
    press(Key.Key_Escape)
    assert small_steps(session) == before
    assert panel.pages.page is panel.list_page


def test_keys_order_park_check_and_undo(console: ConsoleWindow, session: LiveSession) -> None:
    offer(session)
    panel = panel_of(console)
    panel.list.setFocus()
    press(Key.Key_Home)
    press(Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert texts(session) == [MINUTE, QUESTIONS, AWAY]
    press("p")
    assert called(session, QUESTIONS).stage is Stage.PARKED
    press(Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert called(session, QUESTIONS).stage is Stage.OFFERED
    press("c")
    checking = session.workshop.agreement.checking
    assert checking is not None
    assert checking.own == (called(session, QUESTIONS).id,)
    assert tab(console) is Tab.AGREEMENT
    assert console.desk.middle.agreement.check.hasFocus()
    press(Key.Key_Escape)
    assert tab(console) is Tab.NOW


def choose_in_menu(console: ConsoleWindow, words: str) -> None:
    acts = panel_of(console).menu().actions()
    next(act for act in acts if words in act.text()).trigger()


def test_what_was_let_go_is_taken_up_again(console: ConsoleWindow, session: LiveSession) -> None:
    offer(session)
    panel_of(console).list.choose(0)
    choose_in_menu(console, "Let it go")
    assert called(session, QUESTIONS).stage is Stage.LET_GO
    choose_in_menu(console, "Take it up again")
    assert called(session, QUESTIONS).stage is Stage.OFFERED


def test_a_step_is_taken_out_after_a_question(console: ConsoleWindow, session: LiveSession) -> None:
    offer(session)
    panel = panel_of(console)
    panel.list.setFocus()
    press(Key.Key_Home)
    press(Key.Key_Delete)
    assert texts(session) == [QUESTIONS, MINUTE, AWAY]
    panel.ask.first_button.click()
    assert texts(session) == [MINUTE, AWAY]


def test_all_steps_of_the_board_are_checked_with_one_press(
    console: ConsoleWindow, session: LiveSession
) -> None:
    _questions, _minute, away = offer(session)
    panel = panel_of(console)
    panel.list.choose(2)
    panel.list.buttons["park"].click()
    panel.all_button.click()
    checking = session.workshop.agreement.checking
    assert checking is not None
    assert away.id not in checking.own
    assert len(checking.own) == 2


def test_the_day_to_look_again_is_chosen_or_type_text(
    console: ConsoleWindow, session: LiveSession
) -> None:
    offer(session)
    panel = panel_of(console)
    panel.again_button.click()
    panel.again_form.day.week_button.click()
    panel.again_form.keep_button.click()
    own = session.desk().own
    assert own is not None
    look_again = small_steps(session).look_again
    assert look_again is not None
    assert (look_again - own.today).days == 7
    panel.again_button.click()
    panel.again_form.day.edit.setText("some day")
    panel.again_form.keep_button.click()
    assert panel.pages.page is panel.again_form, "it is no day"
    panel.again_form.day.edit.setText("")
    panel.again_form.keep_button.click()
    assert small_steps(session).look_again is None


def test_if_and_then_are_put_together_in_the_field_for_people_to_say_yes(
    console: ConsoleWindow, session: LiveSession
) -> None:
    panel = panel_of(console)
    choose_in_menu(console, "if, then")
    panel.if_then.when.setText("a meeting begins")
    panel.if_then.then.setText("ask for a quiet minute")
    panel.if_then.keep_button.click()
    assert panel.add_field.text() == "When a meeting begins, I will ask for a quiet minute."
    assert session.workshop.state_of(TRY.id) is None, "nothing is offered yet"


def test_the_help_with_words_speaks_the_language_of_the_workshop(
    qtbot: QtBot, tmp_path: Path
) -> None:
    plan = replace(PLAN, steps=(TALK, TRY, CHOICE), languages=(WELSH,))
    session = a_session(tmp_path, plan=plan)
    session.steps.jump(TRY.id)
    form = panel_of(shown_console(qtbot, session)).if_then
    form.when.setText("fydd cyfarfod yn dechrau")
    form.then.setText("gofyn am funud dawel")
    assert form.text.text() == "Pan fydd cyfarfod yn dechrau, byddaf yn gofyn am funud dawel."
    session.close()


def test_a_step_of_another_step_is_in_no_field(
    console: ConsoleWindow, session: LiveSession
) -> None:
    offer(session)
    panel = panel_of(console)
    panel.add_field.setText("Half a")
    panel.list.choose(0)
    panel.list.buttons["change"].click()
    panel.step_form.who.setText("Tom")
    session.steps.jump(LATER.id)
    fields = [edit.text() for edit in panel.findChildren(QLineEdit)]
    assert not any(fields)
    assert panel.list.items == ()


def test_a_form_about_a_step_that_is_gone_closes(
    console: ConsoleWindow, session: LiveSession
) -> None:
    questions, *_others = offer(session)
    panel = panel_of(console)
    panel.list.choose(0)
    panel.list.buttons["change"].click()
    row = next(row for row in session.desk().record.rows if row.text == QUESTIONS)
    session.choice.take_out(row)
    assert panel.pages.page is panel.list_page
    assert panel.step_form.words.text() == ""
    assert questions.id


def test_a_sentence_says_where_a_name_goes(console: ConsoleWindow, session: LiveSession) -> None:
    offer(session)
    panel = panel_of(console)
    panel.list.choose(0)
    panel.list.buttons["change"].click()
    assert panel.step_form.where.isVisible()
    assert "on the board and in the record" in panel.step_form.where.text()


def test_every_control_has_a_name(console: ConsoleWindow, session: LiveSession) -> None:
    offer(session)
    panel = panel_of(console)
    controls = (*panel.findChildren(QAbstractButton), *panel.findChildren(QLineEdit))
    unnamed = [control for control in controls if not control.accessibleName()]
    assert not any(control.isVisible() for control in unnamed)
