"""The real console on a real session, driven by mouse and keys."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from facilitator.domain.contribution import GatheringState, Turn
from facilitator.domain.ids import StepId
from facilitator.domain.time.round import RoundState
from facilitator.domain.workshop import Showing
from facilitator.live.session.session import LiveSession
from facilitator.ui.console.commands.table import Act, Menu, commands_in
from facilitator.ui.console.middle import Tab
from facilitator.ui.console.window import ConsoleWindow
from facilitator.ui.widgets.lines import LineList
from tests.helpers.clock import FakeClock
from tests.helpers.lines import act, texts_of, tick
from tests.helpers.sessions import SETUP

LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier
GATHER = StepId("gather")
LINES = (
    "A quiet minute",
    "Questions the day before",
    "Someone to talk to",
    "Biscuits",
    "Smaller groups",
)
SIZES = [(1093, 580), (1280, 800), (1366, 768), (1440, 900), (1920, 1080)]


def write(session: LiveSession, lines: tuple[str, ...] = LINES) -> None:
    session.steps.jump(GATHER)
    session.writing.open(GATHER, promise_said=True)
    for line in lines:
        session.writing.give_turn(Turn((line,)))


def test_space_starts_holds_and_goes_on(
    console: ConsoleWindow, qtbot: QtBot, session: LiveSession, clock: FakeClock
) -> None:
    middle = console.desk.middle
    qtbot.keyClick(middle, Qt.Key.Key_Space)
    clock.advance(minutes=1)
    qtbot.keyClick(middle, Qt.Key.Key_Space)
    clock.advance(minutes=30)
    session.tick()
    assert middle.now.face.text() == "2:00"
    assert middle.now.buttons.toggle.words == "Resume"


def test_a_click_on_a_button_leaves_space_to_the_clock(
    console: ConsoleWindow, qtbot: QtBot, session: LiveSession
) -> None:
    qtbot.mouseClick(console.desk.middle.now.buttons.more, LEFT)
    qtbot.keyClick(console.focusWidget(), Qt.Key.Key_Space)
    assert session.desk().clock.state is RoundState.RUNNING
    assert session.desk().clock.face == "4:00"


def test_letters_do_nothing_while_a_field_is_typed_in(
    console: ConsoleWindow, qtbot: QtBot, session: LiveSession
) -> None:
    session.steps.jump(StepId("said"))
    field = console.desk.middle.said_panel.field
    field.setFocus()
    down = session.desk().board.curtain
    qtbot.keyClicks(field, "b. o+ ?")
    assert field.text() == "b. o+ ?"
    assert session.desk().board.curtain is down
    assert session.desk().clock.state is RoundState.READY


def test_letters_work_while_a_button_or_a_list_has_the_focus(
    console: ConsoleWindow, qtbot: QtBot, session: LiveSession
) -> None:
    down = session.desk().board.curtain
    for widget in (console.desk.header.care_button, console.desk.agenda.list):
        widget.setFocus()
        for letter in ("b", "+", "?"):
            qtbot.keyClick(widget, letter)
        assert session.desk().board.curtain is not down
        assert console.keys.isVisible()
        qtbot.keyClick(console.keys.close_button, "?")
        qtbot.keyClick(console.desk.middle, ".")


@pytest.mark.parametrize(
    ("key", "showing"),
    [
        (Qt.Key.Key_F6, Showing.CARE),
        (Qt.Key.Key_F7, Showing.AGREEMENT),
        (Qt.Key.Key_F9, Showing.PROMISE),
    ],
)
def test_function_keys_work_while_typing(
    console: ConsoleWindow, qtbot: QtBot, session: LiveSession, key: Qt.Key, showing: Showing
) -> None:
    session.steps.jump(StepId("said"))
    field = console.desk.middle.said_panel.field
    field.setFocus()
    qtbot.keyClick(field, key)
    assert session.desk().board.showing is showing
    qtbot.keyClick(field, key)
    assert session.desk().board.showing is Showing.STEP


def test_t_brings_what_happens_today_and_takes_it_away(
    console: ConsoleWindow, qtbot: QtBot, session: LiveSession
) -> None:
    console.desk.middle.setFocus()
    for showing in (Showing.TODAY, Showing.STEP):
        qtbot.keyClick(console.desk.middle, Qt.Key.Key_T)
        assert session.desk().board.showing is showing
    menu = [command.id for command in commands_in(Menu.BOARD)]
    assert menu[:3] == [Act.WELCOME, Act.WELCOME_GROUP, Act.TODAY]


def test_the_curtain_key_works_in_field_list_and_button(
    console: ConsoleWindow, qtbot: QtBot, session: LiveSession
) -> None:
    header = console.desk.header
    for widget in (console.desk.middle.note.field, console.desk.agenda.list, header.care_button):
        before = session.desk().board.curtain
        widget.setFocus()
        qtbot.keyClick(widget, Qt.Key.Key_F8)
        assert session.desk().board.curtain is not before


def test_a_clicker_goes_on_from_everywhere(console: ConsoleWindow, qtbot: QtBot) -> None:
    field = console.desk.middle.note.field
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_PageDown)
    assert console.desk.middle.now.buttons.next.words == "Together"
    qtbot.keyClick(field, Qt.Key.Key_PageUp)


def test_a_refusal_is_a_calm_line_that_escape_takes_away(
    console: ConsoleWindow, qtbot: QtBot
) -> None:
    middle = console.desk.middle
    qtbot.keyClick(middle, Qt.Key.Key_PageUp)
    assert middle.notice.text == "This is the first step."
    qtbot.keyClick(middle, Qt.Key.Key_Escape)
    assert middle.notice.text == ""


def test_writing_is_opened_and_closed_by_mouse(
    console: ConsoleWindow, qtbot: QtBot, session: LiveSession
) -> None:
    session.setup.set(replace(SETUP, support="", recipients=""))
    session.steps.jump(GATHER)
    waiting = console.desk.middle.gathering.waiting
    assert console.desk.middle.tab is Tab.LINES
    waiting.missing.support.clear()
    waiting.missing.recipients.clear()
    qtbot.keyClicks(waiting.missing.support, "Sam, 01234")
    qtbot.keyClicks(waiting.missing.recipients, "all of us")
    qtbot.mouseClick(waiting.missing.keep_button, LEFT)
    assert session.workshop.setup.support == "Sam, 01234"
    waiting.said_tick.click()
    qtbot.mouseClick(waiting.open_button, LEFT)
    writing = console.desk.middle.gathering.writing
    assert writing.isVisible()
    with qtbot.waitSignal(console.corner_asked):
        qtbot.keyClick(console.desk.middle, Qt.Key.Key_O)
    qtbot.mouseClick(writing.close_button, LEFT)
    assert session.workshop.gathering(GATHER).state is GatheringState.CLOSED


def test_while_people_write_no_widget_holds_a_line_or_a_count(
    console: ConsoleWindow, session: LiveSession
) -> None:
    write(session)
    texts = all_texts(console)
    assert not [line for line in LINES if any(line in text for text in texts)]
    assert "5" not in console.desk.middle.gathering.writing.progress.text()


def test_lines_are_read_set_aside_and_opened_together(
    console: ConsoleWindow, qtbot: QtBot, session: LiveSession
) -> None:
    write(session)
    session.writing.close(GATHER)
    closed = console.desk.middle.gathering.closed
    assert sorted(texts_of(closed.lines)) == sorted(LINES)
    closed.lines.setFocus()
    chosen = closed.chosen
    assert chosen is not None
    qtbot.keyClick(closed.lines, Qt.Key.Key_Delete)
    qtbot.mouseClick(closed.ask.buttons["attacks someone"], LEFT)
    qtbot.mouseClick(closed.after.read_button, LEFT)
    qtbot.mouseClick(closed.verdict.open_button, LEFT)
    assert session.workshop.gathering(GATHER).state is GatheringState.OPENED
    opened = console.desk.middle.gathering.opened
    first = session.workshop.gathering(GATHER).ready[0].id
    assert [item.letter for item in opened.lines.items if item.id == first] == ["A"]
    assert chosen.text not in [line.text for line in session.workshop.gathering(GATHER).ready]


def test_one_voice_takes_a_line_out_of_the_record_after_being_asked(
    console: ConsoleWindow, qtbot: QtBot, session: LiveSession
) -> None:
    write(session)
    session.writing.close(GATHER)
    session.writing.open_together(GATHER)
    session.steps.jump(StepId("choice"))
    record = console.desk.middle.record
    assert console.desk.middle.tab is Tab.RECORD
    tick(record.lines, 0)
    assert not session.desk().record.rows[0].in_record
    gone = session.desk().record.rows[1].text
    act(record.lines, 1, "out")
    assert gone in [row.text for row in session.desk().record.rows]
    qtbot.mouseClick(record.ask.buttons["out"], LEFT)
    assert gone not in [row.text for row in session.desk().record.rows]


def test_what_was_asked_about_a_line_of_the_record_holds_none_of_its_words(
    console: ConsoleWindow, qtbot: QtBot, session: LiveSession
) -> None:
    write(session)
    session.writing.close(GATHER)
    session.writing.open_together(GATHER)
    session.steps.jump(StepId("choice"))
    record, asked = console.desk.middle.record, session.desk().record.rows[0]
    act(record.lines, 0, "out")
    qtbot.keyClick(record.ask.leave_button, Qt.Key.Key_Escape)
    act(record.lines, 0, "out")
    session.choice.take_out(asked)
    assert record.ask.isHidden()
    assert asked.text not in repr(vars(record))
    record.ask.answered.emit("out")
    assert len(session.desk().record.rows) == len(record.lines.items)


def test_ends_that_cannot_be_undone_are_asked_in_the_window(
    console: ConsoleWindow, qtbot: QtBot
) -> None:
    console.desk.middle.turn_to(Tab.RECORD)
    closing = console.desk.middle.record.closing
    deleted: list[bool] = []
    console.delete_asked.connect(lambda: deleted.append(True))
    qtbot.mouseClick(closing.delete_button, LEFT)
    assert deleted == []
    qtbot.mouseClick(closing.ask.leave_button, LEFT)
    assert closing.delete_button.isVisible()
    qtbot.mouseClick(closing.make_button, LEFT)
    with qtbot.waitSignal(console.make_record_asked):
        qtbot.mouseClick(closing.ask.buttons["make"], LEFT)
    assert deleted == []


def test_people_are_changed_in_the_header(
    console: ConsoleWindow, qtbot: QtBot, session: LiveSession
) -> None:
    header = console.desk.header
    qtbot.mouseClick(header.people_chip, LEFT)
    header.people_spin.selectAll()
    qtbot.keyClicks(header.people_spin, "9")
    qtbot.keyClick(header.people_spin, Qt.Key.Key_Return)
    assert session.workshop.setup.people == 9
    assert header.people_chip.text() == "9 people"


def test_a_line_is_said_corrected_and_shown_as_typed(
    console: ConsoleWindow, qtbot: QtBot, session: LiveSession
) -> None:
    session.steps.jump(StepId("said"))
    field = console.desk.middle.said_panel.field
    qtbot.keyClicks(field, "we listn")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.keyClick(field, Qt.Key.Key_F2)
    qtbot.keyClick(field, Qt.Key.Key_Backspace)
    qtbot.keyClicks(field, "en")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert [line.text for line in session.workshop.said] == ["we listen"]
    assert field.text() == ""


def test_the_note_is_kept_and_wiped_from_no_other_place(
    console: ConsoleWindow, qtbot: QtBot, session: LiveSession
) -> None:
    field = console.desk.middle.note.field
    field.setFocus()
    qtbot.keyClicks(field, "Quieter spot by the window")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert session.workshop.note == "Quieter spot by the window"


def test_under_the_cover_nothing_can_be_read(console: ConsoleWindow, session: LiveSession) -> None:
    write(session)
    console.show_cover(covered=True)
    texts = [label.text() for label in console.findChildren(QLabel) if label.isVisible()]
    assert texts == ["The typing corner is open"]


def test_question_mark_shows_the_keys_and_escape_takes_them_away(
    console: ConsoleWindow, qtbot: QtBot
) -> None:
    qtbot.keyClick(console.desk.middle, "?")
    assert console.keys.isVisible()
    qtbot.keyClick(console.keys.close_button, Qt.Key.Key_Escape)
    assert console.desk.isVisible()


def test_keys_typed_on_the_board_act_the_same(console: ConsoleWindow, session: LiveSession) -> None:
    down = session.desk().board.curtain
    key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_B, Qt.KeyboardModifier.NoModifier, "b")
    assert console.handle_board_key(key)
    assert session.desk().board.curtain is not down


def test_text_grows_by_control_plus_to_160_per_cent_and_no_further(
    console: ConsoleWindow, qtbot: QtBot
) -> None:
    before = console.desk.middle.now.title.fontInfo().pixelSize()
    for _time in range(9):
        qtbot.keyClick(console.desk.middle, Qt.Key.Key_Plus, CONTROL)
    assert console.text_scale == 160
    assert console.desk.middle.now.title.fontInfo().pixelSize() > before


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scale", [100, 130, 160])
def test_every_control_fits_the_window(
    console: ConsoleWindow, session: LiveSession, size: tuple[int, int], scale: int
) -> None:
    write(session)
    session.writing.close(GATHER)
    for step in ("talk", "said", "gather", "choice"):
        session.steps.jump(StepId(step))
        console.resize(*size)
        console.set_text_scale(scale)
        for _round in range(6):  # layouts within layouts settle one after another
            QApplication.processEvents()
        assert (console.width(), console.height()) == size
        assert cut_widgets(console) == []


def test_every_control_has_a_name_and_a_target_large_enough(
    console: ConsoleWindow, session: LiveSession
) -> None:
    write(session)
    session.writing.close(GATHER)
    buttons = [button for button in console.findChildren(QAbstractButton) if button.isVisible()]
    nameless = [button for button in buttons if not (button.accessibleName() or button.text())]
    assert nameless == []
    fields = [field for field in console.findChildren(QLineEdit) if field.isVisible()]
    assert [field for field in fields if not field.accessibleName()] == []


def cut_widgets(console: ConsoleWindow) -> list[str]:
    """Return the visible buttons that are narrower than their words or leave their parent."""
    cut = []
    for button in console.findChildren(QAbstractButton):
        if not button.isVisible():
            continue
        left = button.mapTo(console, QPoint(0, 0)).x()
        outside = left < 0 or left + button.width() > console.width()
        if outside or button.width() < button.minimumSizeHint().width():
            cut.append(f"{button.accessibleName() or button.text()}: {left} + {button.width()}")
    return cut


def all_texts(console: QWidget) -> list[str]:
    """Return all that any label or field of the window holds, shown or not."""
    labels = [label.text() for label in console.findChildren(QLabel)]
    listed = [item.spoken for lines in console.findChildren(LineList) for item in lines.items]
    return labels + listed + [field.text() for field in console.findChildren(QLineEdit)]
