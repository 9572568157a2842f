"""The agreement on the real console, by keyboard alone."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from facilitator.domain.agreement.line import MAX_LINE, LineState, Parking, When
from facilitator.domain.ids import StepId
from facilitator.domain.text.language import ENGLISH, WELSH
from facilitator.domain.time.round import RoundState
from facilitator.domain.workshop import Showing
from facilitator.live.session.session import LiveSession
from facilitator.live.views.better import better_than
from facilitator.ui.console.agreement.lines import details
from facilitator.ui.console.agreement.panel import AgreementPanel
from facilitator.ui.console.middle import Tab
from facilitator.ui.console.window import ConsoleWindow
from tests.helpers.agreements import agree, agreeing_session, suggested
from tests.helpers.keys import press, type_text

Key = Qt.Key
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
NO_KEY = Qt.KeyboardModifier.NoModifier
TEN = (
    "One voice at a time",
    "Let people finish",
    "It is fine to pass",
    "Learning leaves, names and stories stay",
    "Ask before giving advice",
    "Phones for care and access are welcome",
    "Be respectful",
    "Plain words",
    "Leave and come back",
    "Strong feelings are welcome",
)
SIZES = [(1093, 580), (1280, 800), (1920, 1080)]


session = pytest.fixture(agreeing_session)


@pytest.fixture
def panel(console: ConsoleWindow) -> AgreementPanel:
    return console.desk.middle.agreement


def type_lines(qtbot: QtBot, panel: AgreementPanel, lines: tuple[str, ...]) -> None:
    panel.field.setFocus()
    for line in lines:
        qtbot.keyClicks(panel.field, line)
        press(Key.Key_Return)


def states(session: LiveSession) -> dict[str, LineState]:
    return {line.text: line.state for line in session.workshop.agreement.top_lines}


def test_ten_lines_two_joined_all_checked_one_parked_by_keyboard_alone(
    console: ConsoleWindow, panel: AgreementPanel, session: LiveSession, qtbot: QtBot
) -> None:
    assert console.desk.middle.tab is Tab.AGREEMENT
    type_lines(qtbot, panel, TEN)
    assert list(states(session)) == list(TEN)
    press(Key.Key_Up)
    panel.lines.choose(0)
    press(Key.Key_Down, SHIFT)
    press(Key.Key_J)
    qtbot.keyClicks(panel.form.field, "One voice, and let people finish")
    press(Key.Key_Return)
    assert "One voice, and let people finish" in states(session)
    press(Key.Key_Y)
    press(Key.Key_K, SHIFT)
    press(Key.Key_Return)
    assert panel.check.page_button.isVisible()
    while panel.check.page_button.isVisible():
        press(Key.Key_PageDown)
    for _hand in range(11):
        press(Key.Key_1)
    press(Key.Key_2)
    press(Key.Key_Return)
    assert set(states(session).values()) == {LineState.AGREED}
    press(Key.Key_Return)
    assert panel.lines.hasFocus()
    panel.lines.choose(5)
    press(Key.Key_P)
    qtbot.keyClicks(panel.form.field, "We see how it goes")
    press(Key.Key_Return)
    states_of_lines = list(states(session).values())
    assert states_of_lines.count(LineState.AGREED) == 8
    assert states_of_lines.count(LineState.PARKED) == 1


def test_a_line_is_never_tidied(panel: AgreementPanel, session: LiveSession, qtbot: QtBot) -> None:
    type_lines(qtbot, panel, ("  nO jargon,PLEASE ",))
    assert list(states(session)) == ["nO jargon,PLEASE"]


def test_undo_and_redo_by_their_keys(
    panel: AgreementPanel, session: LiveSession, qtbot: QtBot
) -> None:
    type_lines(qtbot, panel, ("One voice", "Pass"))
    panel.lines.setFocus()
    press(Key.Key_Delete)
    assert states(session)["Pass"] is LineState.LET_GO
    press(Key.Key_Z, CONTROL)
    assert states(session)["Pass"] is LineState.SUGGESTED
    press(Key.Key_Y, CONTROL)
    assert states(session)["Pass"] is LineState.LET_GO


def test_a_line_is_reworded_in_the_field(
    panel: AgreementPanel, session: LiveSession, qtbot: QtBot
) -> None:
    type_lines(qtbot, panel, ("One voise",))
    panel.lines.setFocus()
    press(Key.Key_Return)
    panel.field.selectAll()
    qtbot.keyClicks(panel.field, "One voice")
    press(Key.Key_Return)
    assert list(states(session)) == ["One voice"]


def test_a_line_that_went_comes_back_by_no_key(panel: AgreementPanel, qtbot: QtBot) -> None:
    type_lines(qtbot, panel, ("Tell nobody about Sam", "Pass"))
    assert not panel.field.isUndoAvailable()
    panel.lines.choose(0)
    for act in ("example", "park", "join"):
        panel.lines.selectAll()
        panel.acts.do(act)
        panel.form.field.setText("")
        qtbot.keyClicks(panel.form.field, "About Sam")
        press(Key.Key_Escape)
        assert not panel.form.field.isUndoAvailable()
    panel.field.undo()
    panel.form.field.undo()
    assert "Sam" not in panel.field.text() + panel.form.field.text()


def test_nothing_stays_open_about_a_line_that_one_voice_took_out(
    panel: AgreementPanel, session: LiveSession, qtbot: QtBot
) -> None:
    for act in ("word", "example", "park", "check"):
        type_lines(qtbot, panel, ("Tell nobody about Sam",))
        panel.acts.do(act)
        session.agreements.take_out(session.workshop.agreement.lines[0].id)
        assert panel.form.isHidden()
        assert panel.choice.isHidden()
        fields = (panel.field, panel.form.field, panel.form.title, panel.choice.title)
        assert not any("Sam" in field.text() for field in fields)
        press(Key.Key_Return)
        assert not session.workshop.agreement.lines


def test_a_better_version_is_there_only_when_asked_and_never_on_the_board(
    panel: AgreementPanel, session: LiveSession, qtbot: QtBot
) -> None:
    type_lines(qtbot, panel, ("Be respectful",))
    better = better_than("Be respectful")
    assert better is not None
    assert panel.form.isHidden()
    panel.lines.setFocus()
    press(Key.Key_V)
    assert panel.form.field.text() == better.version
    assert better.version not in repr(session.picture())
    press(Key.Key_Escape)
    assert list(states(session)) == ["Be respectful"]


def test_starter_lines_wait_on_the_console(panel: AgreementPanel, session: LiveSession) -> None:
    (submenu,) = [act.menu() for act in panel.menu().actions() if "Starter" in act.text()]
    assert isinstance(submenu, QMenu)
    acts = submenu.actions()
    assert len(acts) == 10
    first: QAction = acts[0]
    first.trigger()
    assert list(states(session)) == ["One voice at a time"]


def test_in_two_languages_each_has_its_starter_lines_and_welsh_is_marked(
    panel: AgreementPanel, session: LiveSession
) -> None:
    panel.show_agreement(replace(session.desk().agreement, languages=(WELSH, ENGLISH)))
    menus = [act.menu() for act in panel.menu().actions() if "Starter" in act.text()]
    assert all(isinstance(menu, QMenu) for menu in menus)
    firsts = [(menu.title(), menu.actions()[0].text()) for menu in menus if isinstance(menu, QMenu)]
    assert firsts == [
        ("Starter lines in Welsh, not checked by a speaker yet", "Un llais ar y tro"),
        ("Starter lines in English, if the group is stuck", "One voice at a time"),
    ]


def test_a_welsh_line_gets_a_welsh_version_marked_as_not_checked(
    panel: AgreementPanel, session: LiveSession, qtbot: QtBot
) -> None:
    type_lines(qtbot, panel, ("Parchu pawb",))
    panel.show_agreement(replace(session.desk().agreement, languages=(WELSH, ENGLISH)))
    panel.lines.setFocus()
    press(Key.Key_V)
    assert panel.form.field.text() == "Gadewch i bobl orffen. Gofynnwch cyn rhoi cyngor."
    assert "No speaker has checked this wording yet." in panel.form.text.text()


def test_a_low_hand_gets_the_listening_sentence_and_the_line_is_checked_again_alone(
    panel: AgreementPanel, session: LiveSession, qtbot: QtBot
) -> None:
    type_lines(qtbot, panel, ("One voice", "Pass"))
    panel.lines.setFocus()
    press(Key.Key_K)
    press(Key.Key_2)
    for key in (Key.Key_5, Key.Key_5, Key.Key_1, Key.Key_Backspace, Key.Key_0, Key.Key_N):
        press(key)
    press(Key.Key_Return)
    assert "What would need to change for you?" in panel.check.outcome.text()
    checking = session.workshop.agreement.checking
    assert checking is not None
    assert checking.tally.counts == (2, 0, 0, 0, 0, 1)
    assert checking.tally.not_shown == 1
    qtbot.mouseClick(panel.check.again_button, Qt.MouseButton.LeftButton)
    again = session.workshop.agreement.checking
    assert again is not None
    assert not again.closed
    assert again.lines == checking.lines


def test_the_card_asks_to_look_again(
    console: ConsoleWindow, session: LiveSession, qtbot: QtBot
) -> None:
    agree(session, *suggested(session, "One voice"))
    session.steps.jump(session.workshop.agenda.runs[3].step.id)
    card = console.desk.agreement
    assert card.prompt.text().startswith("After the break")
    qtbot.mouseClick(card.looked_button, Qt.MouseButton.LeftButton)
    assert card.prompt.isHidden()


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_nothing_is_cut_off_at_any_size(
    console: ConsoleWindow, panel: AgreementPanel, session: LiveSession, width: int, height: int
) -> None:
    suggested(session, *TEN)
    console.resize(width, height)
    QApplication.processEvents()
    for button in panel.findChildren(QWidget):
        if button.isVisible() and button.parent() is not None and "Button" in type(button).__name__:
            assert button.width() >= button.minimumSizeHint().width()
            place = button.mapTo(console, button.rect().bottomRight())
            assert place.x() < width


def test_one_key_brings_the_keyboard_to_the_field_for_a_line(
    console: ConsoleWindow, panel: AgreementPanel, session: LiveSession
) -> None:
    console.desk.middle.setFocus()
    press(Key.Key_4, Qt.KeyboardModifier.AltModifier)
    type_text("one bus of people")
    press(Key.Key_Return)
    assert list(states(session)) == ["one bus of people"]
    assert panel.field.hasFocus()


def test_a_line_without_a_reason_is_not_parked_and_the_question_stays(
    panel: AgreementPanel, session: LiveSession, qtbot: QtBot
) -> None:
    type_lines(qtbot, panel, ("No phones",))
    press(Key.Key_Up)
    press(Key.Key_P)
    press(Key.Key_Return)
    assert panel.form.isVisible()
    type_text("Some need one")
    press(Key.Key_Tab)
    press(Key.Key_Tab)
    press(Key.Key_Space)
    (line,) = session.workshop.agreement.parked
    assert line.parking == Parking("Some need one", When.AFTER_BREAK)


def test_a_joined_line_says_which_key_takes_the_yes(
    panel: AgreementPanel, session: LiveSession
) -> None:
    session.agreements.join(suggested(session, "Finish", "No cutting in"), "Let people finish")
    (row,) = panel.lines.rows
    assert any(text.startswith("Y when") for text in details(row))
    panel.lines.setFocus()
    press(Key.Key_Y)
    (row,) = panel.lines.rows
    assert not any(text.startswith("Y when") for text in details(row))


def test_the_arrow_keys_go_from_line_to_line_past_what_stands_beneath(
    panel: AgreementPanel, session: LiveSession
) -> None:
    finish, cutting, last = suggested(session, "Finish", "No cutting in", "Pass")
    session.agreements.join((finish, cutting), "Let people finish")
    session.agreements.park(last, Parking("It waits"))
    panel.lines.setFocus()
    panel.lines.choose(0)
    chosen = []
    for key in (Key.Key_Down, Key.Key_Down, Key.Key_Up, Key.Key_End, Key.Key_Home):
        press(key)
        chosen.append([row.text for row in panel.lines.chosen_rows])
    first, second = ["Let people finish"], ["Pass"]
    assert chosen == [second, second, first, second, first]


def test_when_the_step_goes_on_the_keys_go_back_to_the_window_and_press_no_button(
    console: ConsoleWindow, panel: AgreementPanel, session: LiveSession
) -> None:
    agree(session, *suggested(session, "Pass"))
    panel.lines.setFocus()
    session.steps.jump(StepId("talk"))
    assert console.desk.middle.hasFocus()
    press(Key.Key_Space)
    assert session.workshop.agenda.now.round.state is RoundState.RUNNING
    assert session.workshop.board.showing is Showing.STEP


def showing(session: LiveSession) -> Showing:
    return session.workshop.board.showing


def test_the_card_takes_the_agreement_off_the_board_again(
    console: ConsoleWindow, session: LiveSession, qtbot: QtBot
) -> None:
    card = console.desk.agreement
    agree(session, *suggested(session, "Pass"))
    session.steps.jump(StepId("talk"))
    qtbot.mouseClick(card.show_button, Qt.MouseButton.LeftButton)
    assert showing(session) is Showing.AGREEMENT
    assert card.show_button.accessibleName() == "Take it off the board (F7)"
    qtbot.mouseClick(card.show_button, Qt.MouseButton.LeftButton)
    assert showing(session) is Showing.STEP
    assert card.show_button.accessibleName() == "Show it (F7)"


def test_only_an_agreed_line_goes_to_the_foot(
    console: ConsoleWindow, panel: AgreementPanel, session: LiveSession
) -> None:
    first, second, _third = suggested(session, "Pass", "One voice", "Perhaps")
    agree(session, first, second)
    panel.lines.setFocus()
    panel.lines.choose(2)
    press(Key.Key_F)
    assert "Only an agreed line" in console.desk.middle.notice.text
    panel.lines.choose(1)
    press(Key.Key_F)
    foot = session.workshop.agreement.at_foot
    assert foot is not None
    assert foot.text == "One voice"


@pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)")
def test_more_opens_by_its_key(panel: AgreementPanel, session: LiveSession) -> None:
    suggested(session, "Pass")
    panel.lines.setFocus()
    press(Key.Key_M)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.close()


@pytest.mark.parametrize("refused", [Key.Key_J, Key.Key_V])
def test_an_answer_is_about_the_line_that_was_asked_about(
    panel: AgreementPanel, session: LiveSession, qtbot: QtBot, refused: Qt.Key
) -> None:
    type_lines(qtbot, panel, ("One voice", "Pass"))
    panel.lines.setFocus()
    panel.lines.choose(0)
    press(Key.Key_P)
    panel.lines.choose(1)
    panel.lines.setFocus()
    press(refused)  # nothing is asked: one line is not joined, and has no better version
    assert panel.notice.isVisible()
    panel.form.field.setFocus()
    qtbot.keyClicks(panel.form.field, "It waits")
    press(Key.Key_Return)
    assert states(session) == {"One voice": LineState.PARKED, "Pass": LineState.SUGGESTED}


def test_words_that_were_begun_are_back_after_a_line_was_worded(
    panel: AgreementPanel, session: LiveSession, qtbot: QtBot
) -> None:
    type_lines(qtbot, panel, ("One voise",))
    qtbot.keyClicks(panel.field, "It is fine to pa")
    panel.lines.setFocus()
    press(Key.Key_Return)
    panel.field.selectAll()
    qtbot.keyClicks(panel.field, "One voice")
    press(Key.Key_Return)
    assert list(states(session)) == ["One voice"]
    assert panel.field.text() == "It is fine to pa"


def test_a_line_that_is_refused_stays_in_the_field(
    panel: AgreementPanel, session: LiveSession
) -> None:
    panel.field.setMaxLength(MAX_LINE + 1)
    panel.field.setText("a" * (MAX_LINE + 1))
    panel.field.setFocus()
    press(Key.Key_Return)
    assert not states(session)
    assert panel.field.text() == "a" * (MAX_LINE + 1)


def the_line(session: LiveSession) -> tuple[str, str]:
    (line,) = session.workshop.agreement.top_lines
    return line.text, line.example


def test_an_example_that_was_given_while_a_line_was_worded_stays(
    panel: AgreementPanel, session: LiveSession, qtbot: QtBot
) -> None:
    type_lines(qtbot, panel, ("One voise",))
    panel.lines.setFocus()
    press(Key.Key_Return)
    panel.lines.setFocus()
    press(Key.Key_E)
    type_text("We wait")
    press(Key.Key_Return)
    panel.field.setFocus()
    panel.field.selectAll()
    type_text("One voice")
    press(Key.Key_Return)
    assert the_line(session) == ("One voice", "We wait")


def test_a_wording_that_was_kept_while_an_example_was_asked_for_stays(
    panel: AgreementPanel, session: LiveSession, qtbot: QtBot
) -> None:
    type_lines(qtbot, panel, ("One voise",))
    panel.lines.setFocus()
    press(Key.Key_E)
    panel.lines.setFocus()
    press(Key.Key_Return)
    panel.field.selectAll()
    type_text("One voice")
    press(Key.Key_Return)
    panel.form.field.setFocus()
    type_text("We wait")
    press(Key.Key_Return)
    assert the_line(session) == ("One voice", "We wait")


def test_the_field_is_empty_once_a_line_is_there_whatever_spaces_were_typed(
    console: ConsoleWindow, panel: AgreementPanel, session: LiveSession
) -> None:
    console.desk.middle.take_up(Tab.AGREEMENT)
    panel.field.setText("  One  voice ")
    press(Key.Key_Return)
    assert len(session.workshop.agreement.lines) == 1
    assert panel.field.text() == ""


def test_a_refused_line_stays_in_the_field_though_another_has_its_words(
    console: ConsoleWindow, panel: AgreementPanel, session: LiveSession
) -> None:
    suggested(session, "One voice")
    console.desk.middle.take_up(Tab.AGREEMENT)
    panel.suggest_asked.disconnect()  # as when it is refused
    panel.field.setText("One voice")
    press(Key.Key_Return)
    assert panel.field.text() == "One voice"
