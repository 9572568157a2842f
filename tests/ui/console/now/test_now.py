"""The present step on the console: its buttons, what Next says, and what is under More."""

from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from facilitator.domain.ids import StepId
from facilitator.live.session.session import LiveSession
from facilitator.ui.console.middle import Tab
from facilitator.ui.console.window import ConsoleWindow
from facilitator.ui.live_signals import LiveSignals
from facilitator.ui.widgets.buttons import Button
from tests.helpers.clock import FakeClock
from tests.helpers.files import ready_plans
from tests.helpers.sessions import GATHER, SAID, a_session

SMALL = (1093, 580)
SIZES = [SMALL, (1280, 720), (1280, 800), (1920, 1080)]
MORE = {
    "Back\t←",
    "End this part",
    "Begin this part anew",
    "Blank the board while we talk, or show it again",
    "A minute more\t+",
    "A minute less\t−",
    "Finish on time?\tF",
    "Ask the group about its time",
    "What the room sees and hears of the time",
    "Turns by seat",
    "Extra timer",
    "Our agreement\tF7",
    "What is kept\tF9",
    "What goes in the record",
    "A line for the back row",
    "Board full screen, or back\tF5",
    "Support, and who gets the record",
    "Keys\t?",
    "Stop and carry on later",
}

OFFSCREEN = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)")


@pytest.fixture
def session(tmp_path: Path, clock: FakeClock) -> LiveSession:
    return a_session(tmp_path, clock=clock)


@pytest.fixture(autouse=True)
def closed(session: LiveSession, console: ConsoleWindow) -> object:
    yield
    console.close()
    session.close()


def settle() -> None:
    for _round in range(6):  # layouts within layouts settle one after another
        QApplication.processEvents()


def last_part(session: LiveSession) -> None:
    """Go to the last part of the first step."""
    for _part in range(2):
        session.steps.next()


def test_next_says_what_a_second_press_does_and_which_key(
    console: ConsoleWindow, qtbot: QtBot, session: LiveSession
) -> None:
    now = console.desk.middle.now
    last_part(session)
    assert now.once_more.isHidden()
    qtbot.keyClick(console.desk.middle, Qt.Key.Key_Right)
    question = "Go on to: Celebrate? Press → or Page Down once more. To stay, press ←."
    assert now.once_more.isVisible()
    assert now.once_more.words.text() == now.once_more.accessibleName() == question
    qtbot.keyClick(console.desk.middle, Qt.Key.Key_Left)
    assert now.once_more.isHidden()
    assert session.workshop.agenda.now.step.id == "talk"
    for _press in range(2):
        qtbot.keyClick(console.desk.middle, Qt.Key.Key_PageDown)
    assert session.workshop.agenda.now.step.id == "said"
    assert now.once_more.isHidden()


@pytest.mark.parametrize("size", SIZES)
def test_the_button_next_stays_where_it_is_while_it_asks(
    console: ConsoleWindow, session: LiveSession, size: tuple[int, int]
) -> None:
    console.resize(*size)
    last_part(session)
    settle()
    button = console.desk.middle.now.buttons.next
    before = button.mapTo(console, QPoint())
    session.steps.next()
    settle()
    assert button.mapTo(console, QPoint()) == before


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("tab", [Tab.NOW, Tab.LINES, Tab.RECORD])
@pytest.mark.parametrize("scale", [100, 160])
def test_the_buttons_of_the_step_take_two_rows_at_most_and_none_is_cut(
    console: ConsoleWindow, session: LiveSession, size: tuple[int, int], tab: Tab, scale: int
) -> None:
    console.resize(*size)
    console.set_text_scale(scale)
    last_part(session)
    console.desk.middle.turn_to(tab)
    settle()
    buttons = [b for b in console.desk.middle.now.findChildren(Button) if b.isVisible()]
    assert len({b.y() for b in buttons}) <= 2
    assert [b.words for b in buttons if b.width() < b.sizeHint().width()] == []


def test_in_the_last_step_the_buttons_stand_in_one_row_on_a_small_laptop(
    console: ConsoleWindow, session: LiveSession
) -> None:
    console.resize(*SMALL)
    session.steps.jump(StepId("slack"))
    settle()
    buttons = [b for b in console.desk.middle.now.findChildren(Button) if b.isVisible()]
    assert len({b.y() for b in buttons}) == 1
    assert console.desk.middle.now.buttons.menu.accessibleName() == "More (M)"


def test_next_is_short_where_there_is_little_room_and_spoken_whole(
    console: ConsoleWindow, session: LiveSession
) -> None:
    console.resize(*SMALL)
    last_part(session)
    console.desk.middle.turn_to(Tab.LINES)
    settle()
    button = console.desk.middle.now.buttons.next
    assert button.words in {"Next", "Next: Celebrate"}
    assert button.accessibleName() == "Next: Celebrate (→)"


@OFFSCREEN
@pytest.mark.parametrize("scale", [100, 160])
def test_all_under_more_is_in_sight_on_a_small_laptop(console: ConsoleWindow, scale: int) -> None:
    console.resize(*SMALL)
    console.set_text_scale(scale)
    settle()
    menu = console.desk.middle.now.menu()
    seen: set[str] = set()
    for sheet in (*menu.findChildren(QMenu), menu):  # once closed it goes, with all in it
        sheet.popup(QPoint())
        settle()
        assert sheet.height() <= SMALL[1]
        assert sheet.width() <= SMALL[0]
        inside = QRect(QPoint(), sheet.size())
        actions = [a for a in sheet.actions() if not a.isSeparator()]
        assert all(inside.contains(sheet.actionGeometry(a)) for a in actions)
        seen |= {a.text() for a in actions if a.menu() is None}
        sheet.close()
    assert seen >= MORE


@OFFSCREEN
def test_more_opens_by_its_key_and_offers_its_first_thing(
    console: ConsoleWindow, qtbot: QtBot, session: LiveSession
) -> None:
    session.steps.jump(StepId("said"))
    console.desk.middle.setFocus()
    qtbot.keyClick(console.desk.middle, Qt.Key.Key_M)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert session.workshop.agenda.now.step.id == "talk"


def test_the_keys_of_a_field_that_goes_with_its_step_come_back_to_the_step(
    console: ConsoleWindow, qtbot: QtBot, session: LiveSession
) -> None:
    session.steps.jump(StepId("said"))
    field = console.desk.middle.said_panel.field
    field.setFocus()
    for _press in range(2):
        qtbot.keyClick(field, Qt.Key.Key_PageDown)
    assert session.workshop.agenda.now.step.id == "gather"
    assert console.focusWidget() is console.desk.middle


def test_the_record_leads_once_nothing_is_to_come_and_names_what_is(
    console: ConsoleWindow, qtbot: QtBot, session: LiveSession
) -> None:
    closing = console.desk.middle.record.closing
    console.desk.middle.turn_to(Tab.RECORD)
    session.steps.jump(StepId("open"))
    assert closing.make_button.property("role") == "plain"
    qtbot.mouseClick(closing.make_button, Qt.MouseButton.LeftButton)
    assert "Still to come: What goes in the record." in closing.ask.text.text()
    closing.ask.leave_button.click()
    session.steps.jump(StepId("choice"))
    assert closing.make_button.property("role") == "main", "a breathing space is no step to miss"
    qtbot.mouseClick(closing.make_button, Qt.MouseButton.LeftButton)
    assert "Still to come" not in closing.ask.text.text()
    session.steps.jump(StepId("slack"))
    assert console.desk.middle.now.buttons.next.property("role") == "plain"


def test_while_pages_of_the_record_are_to_be_turned_next_leads_and_then_the_record(
    console: ConsoleWindow, session: LiveSession
) -> None:
    session.steps.jump(SAID.id)
    for n in range(40):
        session.said.add(f"line {n}")
    session.steps.jump(StepId("choice"))
    record, following = console.desk.middle.record, console.desk.middle.now.buttons.next
    while session.desk().board.page < session.desk().board.pages - 1:
        roles = record.closing.make_button.property("role"), following.property("role")
        assert roles == ("plain", "main")
        session.steps.next()
    assert record.closing.make_button.property("role") == "main"


def test_a_tab_is_as_high_as_its_words(console: ConsoleWindow) -> None:
    for scale in (100, 160):
        console.set_text_scale(scale)
        settle()
        tabs = console.desk.middle.tabs
        assert tabs.height() >= tabs.tabRect(0).height()


def test_the_present_step_is_in_sight_when_the_console_opens(
    tmp_path: Path, qtbot: QtBot, clock: FakeClock
) -> None:
    folder = tmp_path / "other"
    folder.mkdir()
    plan = next(ready_plan for ready_plan in ready_plans() if ready_plan.id == "pscc-90")
    with closing(a_session(folder, plan=plan, clock=clock)) as session:
        session.steps.jump(StepId("leaving"))
        window = ConsoleWindow(session, LiveSignals(session))
        qtbot.addWidget(window)
        window.show()
        settle()
        window.resize(*SMALL)  # as a small display makes it
        settle()
        steps = window.desk.agenda.list
        place = session.desk().agenda.place
        assert steps.viewport().rect().contains(steps.visualItemRect(steps.item(place)).center())
        window.close()


def test_what_can_be_done_with_a_step_has_a_name(console: ConsoleWindow) -> None:
    console.resize(*SMALL)
    settle()
    agenda = console.desk.agenda
    assert agenda.more_button.words == "Change"
    for button in (agenda.add_button, agenda.more_button):
        assert button.width() >= button.sizeHint().width()


@pytest.mark.parametrize("size", SIZES)
def test_what_is_said_of_lost_time_is_closed_by_its_button(
    console: ConsoleWindow,
    qtbot: QtBot,
    session: LiveSession,
    clock: FakeClock,
    size: tuple[int, int],
) -> None:
    console.resize(*size)
    now = console.desk.middle.now
    session.time.start()
    session.tick()
    clock.advance(minutes=4)
    session.tick()
    settle()
    assert now.lost.isVisible()
    now.dismiss_button.setFocus()
    qtbot.keyClick(now.dismiss_button, Qt.Key.Key_Return)
    assert now.lost.isHidden()


def test_next_out_of_a_step_in_which_nobody_wrote_says_so(
    console: ConsoleWindow, session: LiveSession
) -> None:
    session.steps.jump(GATHER.id)
    while not session.desk().now.next.asked:
        session.steps.next()
    words = console.desk.middle.now.once_more.words.text()
    assert words.startswith("Nobody has written yet. Go on to: ")
    assert "once more" in words
    session.steps.next()
    assert session.workshop.agenda.now.step.id != GATHER.id


def test_next_out_of_a_step_without_writing_says_nothing_of_it(
    console: ConsoleWindow, session: LiveSession
) -> None:
    last_part(session)
    session.steps.next()
    assert "written" not in console.desk.middle.now.once_more.words.text()


@pytest.mark.parametrize("key", [Qt.Key.Key_F9, Qt.Key.Key_F5, Qt.Key.Key_F6])
def test_what_next_asked_is_gone_once_something_else_was_done(
    console: ConsoleWindow, qtbot: QtBot, session: LiveSession, key: Qt.Key
) -> None:
    last_part(session)
    session.steps.next()
    assert console.desk.middle.now.once_more.isVisible()
    for _press in range(2):
        qtbot.keyClick(console.desk.middle, key)
    assert console.desk.middle.now.once_more.isHidden()
    assert session.steps.asked is None
