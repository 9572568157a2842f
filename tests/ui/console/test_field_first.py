"""A step that takes lines focuses the field for a line, so that typed letters are no commands."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.live.session.session import LiveSession
from facilitator.ui.console.middle import Tab
from facilitator.ui.console.window import ConsoleWindow
from facilitator.ui.live_signals import LiveSignals
from tests.helpers.agreements import AGREE, agreeing_session, suggested
from tests.helpers.keys import press, type_text
from tests.helpers.sessions import GATHER, SAID, TALK

Key = Qt.Key
WORDS = "people say what 5 they need"

agreeing = pytest.fixture(agreeing_session)


def opened(qtbot: QtBot, session: LiveSession) -> ConsoleWindow:
    """Open a console, and leave the keys where it gives them."""
    window = ConsoleWindow(session, LiveSignals(session))
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    QApplication.processEvents()
    return window


def test_words_typed_as_the_agreement_begins_are_a_line_and_no_commands(
    qtbot: QtBot, agreeing: LiveSession
) -> None:
    suggested(agreeing, "One voice")
    agreeing.steps.jump(TALK.id)
    console = opened(qtbot, agreeing)
    assert console.desk.middle.hasFocus()
    agreeing.steps.jump(AGREE)
    type_text(WORDS)
    press(Key.Key_Return)
    texts = [line.text for line in agreeing.workshop.agreement.top_lines]
    assert texts == ["One voice", WORDS]
    assert not console.desk.middle.agreement.form.isVisible()
    assert console.desk.middle.now.buttons.toggle.words == "Start"


def test_a_console_that_opens_in_the_agreement_takes_a_line(
    qtbot: QtBot, agreeing: LiveSession
) -> None:
    console = opened(qtbot, agreeing)
    assert console.desk.middle.agreement.field.hasFocus()


def test_words_typed_as_a_talk_begins_that_takes_lines_are_a_line(
    qtbot: QtBot, session: LiveSession
) -> None:
    console = opened(qtbot, session)
    console.desk.agenda.list.setFocus()
    session.steps.jump(SAID.id)
    type_text(WORDS)
    assert console.desk.middle.said_panel.field.text() == WORDS
    session.steps.jump(GATHER.id)
    assert console.desk.middle.hasFocus()


def test_the_agreement_that_is_opened_over_another_step_takes_a_line(
    qtbot: QtBot, agreeing: LiveSession
) -> None:
    agreeing.steps.jump(TALK.id)
    console = opened(qtbot, agreeing)
    console.desk.middle.turn_to(Tab.AGREEMENT)
    assert console.desk.middle.agreement.field.hasFocus()


def test_the_note_and_a_question_keep_the_keys_as_such_a_step_begins(
    qtbot: QtBot, session: LiveSession
) -> None:
    console = opened(qtbot, session)
    finish = console.desk.middle.drawers.finish
    console.desk.middle.drawers.toggle(finish)
    held = console.focusWidget()
    assert held is not None
    assert finish.isAncestorOf(held)
    session.steps.jump(SAID.id)
    assert console.focusWidget() is held


def test_what_opens_above_such_a_step_gives_the_keys_back_to_the_field(
    qtbot: QtBot, session: LiveSession
) -> None:
    session.steps.jump(SAID.id)
    console = opened(qtbot, session)
    drawers = console.desk.middle.drawers
    drawers.toggle(drawers.finish)
    drawers.finish.close_drawer()
    assert console.desk.middle.said_panel.field.hasFocus()
    console.show_keys()
    console.keys.close_button.click()
    assert console.desk.middle.said_panel.field.hasFocus()


def test_from_the_empty_field_the_arrows_and_space_are_next_back_and_the_time(
    qtbot: QtBot, agreeing: LiveSession
) -> None:
    console = opened(qtbot, agreeing)
    press(Key.Key_Space)
    assert console.desk.middle.now.buttons.toggle.words == "Hold"
    assert not console.desk.middle.agreement.field.text()
    for _press in range(2):
        press(Key.Key_Right)
    assert agreeing.workshop.agenda.now.step.id == TALK.id
    press(Key.Key_Left)
    assert agreeing.workshop.agenda.now.step.id == AGREE
    assert console.desk.middle.agreement.field.hasFocus()


def test_a_field_with_words_keeps_arrows_and_space_but_not_a_clickers_keys(
    qtbot: QtBot, agreeing: LiveSession
) -> None:
    console = opened(qtbot, agreeing)
    field = console.desk.middle.agreement.field
    type_text("ab")
    press(Key.Key_Left)
    press(Key.Key_Space)
    press(Key.Key_Right)
    assert (field.text(), field.cursorPosition()) == ("a b", 3)
    assert agreeing.workshop.agenda.now.step.id == AGREE
    for _press in range(2):
        press(Key.Key_PageDown)
    assert agreeing.workshop.agenda.now.step.id == TALK.id


def test_a_line_that_is_corrected_keeps_its_keys_while_it_is_empty(
    qtbot: QtBot, agreeing: LiveSession
) -> None:
    suggested(agreeing, "One voice")
    console = opened(qtbot, agreeing)
    press(Key.Key_Down)
    press(Key.Key_Return)
    field = console.desk.middle.agreement.field
    assert field.text() == "One voice"
    field.selectAll()
    press(Key.Key_Delete)
    for _press in range(2):
        press(Key.Key_Right)
    assert agreeing.workshop.agenda.now.step.id == AGREE


def test_esc_in_the_empty_field_lets_letters_be_commands_again(
    qtbot: QtBot, agreeing: LiveSession
) -> None:
    console = opened(qtbot, agreeing)
    press(Key.Key_Escape)
    assert console.desk.middle.hasFocus()


def test_no_field_takes_the_keys_when_the_typing_corner_closes(
    qtbot: QtBot, session: LiveSession
) -> None:
    session.steps.jump(SAID.id)
    console = opened(qtbot, session)
    console.show_cover(covered=True)
    console.show_cover(covered=False)
    assert console.desk.middle.hasFocus()
