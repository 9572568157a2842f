"""What is written on a button works, wherever the focus is apart from a field (record 0018)."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from facilitator.domain.agreement.checks import HandsWay
from facilitator.domain.contribution import Turn
from facilitator.live.session.session import LiveSession
from facilitator.ui.console.commands.key_acts import TABLE_KEYS
from facilitator.ui.console.commands.menu import CappedAction
from facilitator.ui.console.middle import Tab
from facilitator.ui.console.window import ConsoleWindow
from facilitator.ui.home.window import HomeWindow
from facilitator.ui.live_signals import LiveSignals
from facilitator.ui.widgets.buttons import Button, RingButton
from facilitator.ui.widgets.caps import Cap, signs
from facilitator.ui.widgets.questions import QuestionCard
from tests.helpers.agreements import FIST, THUMBS, an_agreeing_session, suggested
from tests.helpers.clock import FakeClock
from tests.helpers.homes import a_home, a_row
from tests.helpers.sessions import GATHER, OPEN, SAID, SETUP, a_session

Key = Qt.Key
CLICKED = "2clicked(bool)"  # as Qt writes the signal
Scene = Callable[["Stage"], None]
OFFSCREEN = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)")


@dataclass(frozen=True)
class Stage:
    """The console, and the session that it is bound to."""

    console: ConsoleWindow
    session: LiveSession


def nothing(at: Stage) -> None:
    assert at.console.isVisible()


def now(at: Stage) -> None:
    at.session.steps.next()


def notice(at: Stage) -> None:
    at.console.show_notice("The disk is full.")


def finishing(at: Stage) -> None:
    at.console.desk.header.finish_asked.emit()


def with_a_said_line(at: Stage) -> None:
    at.session.steps.jump(SAID.id)
    at.session.said.add("We got through winter")


def taking_out(at: Stage) -> None:
    with_a_said_line(at)
    at.console.desk.middle.said_panel.list.buttons["out"].click()


def waiting(at: Stage) -> None:
    at.session.steps.jump(GATHER.id)


def writing(at: Stage) -> None:
    waiting(at)
    at.session.writing.open(GATHER.id, promise_said=True)


def reading(at: Stage) -> None:
    writing(at)
    for n in range(6):
        at.session.writing.give_turn(Turn((f"line {n}",)))
    at.session.writing.close(GATHER.id)
    at.console.set_seen_by_room(seen=False)


def setting_aside(at: Stage) -> None:
    reading(at)
    at.console.desk.middle.gathering.closed.aside_button.click()


def opened(at: Stage) -> None:
    reading(at)
    at.session.steps.jump(OPEN.id)
    at.session.writing.open_together(GATHER.id)
    while at.session.workshop.board.page < at.session.page_count() - 1:
        at.session.steps.next()


def record(at: Stage) -> None:
    opened(at)
    at.console.desk.middle.turn_to(Tab.RECORD)


SCENES = (
    now,
    notice,
    finishing,
    with_a_said_line,
    taking_out,
    waiting,
    writing,
    reading,
    opened,
    record,
)


def lines(at: Stage) -> None:
    suggested(at.session, "One voice", "Plain words")
    at.console.desk.middle.take_up(Tab.AGREEMENT)


def form(at: Stage) -> None:
    lines(at)
    at.console.desk.middle.agreement.acts.do("park")


def kinds_of_check(at: Stage) -> None:
    lines(at)
    at.console.desk.middle.agreement.acts.do("check")


def hands(at: Stage) -> None:
    (line,) = suggested(at.session, "One voice")
    at.session.holding.begin((line,), THUMBS, HandsWay.HANDS)


def at_the_corner(at: Stage) -> None:
    (line,) = suggested(at.session, "One voice")
    at.session.holding.begin((line,), FIST, HandsWay.CORNER)


CAPPED = (
    now,
    notice,
    finishing,
    with_a_said_line,
    taking_out,
    writing,
    reading,
    setting_aside,
    opened,
)
AGREEING = (lines, form, kinds_of_check, hands, at_the_corner)


@contextmanager
def a_console(qtbot: QtBot, folder: Path, scene: Scene) -> Iterator[ConsoleWindow]:
    """Open the console at 1440 × 900 and play it to a scene."""
    agreeing = scene in AGREEING
    setup = replace(SETUP, people=8)
    session = an_agreeing_session(folder, setup) if agreeing else a_session(folder)
    console = ConsoleWindow(session, LiveSignals(session))
    qtbot.addWidget(console)
    console.resize(1440, 900)
    console.show()
    console.activateWindow()
    session.board.toggle_curtain()
    QApplication.processEvents()
    scene(Stage(console, session))
    QApplication.processEvents()
    try:
        yield console
    finally:
        console.close()
        session.close()


def capped(console: ConsoleWindow) -> list[Button]:
    """Return the buttons that can be pressed and show a key."""
    return [
        button
        for button in console.findChildren(Button)
        if button.isVisible() and button.isEnabled() and button.cap
    ]


def press_cap(focus: QWidget, cap: Cap) -> None:
    """Press the key that a cap shows, where the focus is."""
    held, name = Qt.KeyboardModifier.NoModifier, cap
    if isinstance(cap, str):
        name = signs().get(cap, cap)
    if isinstance(name, str) and name.startswith("Ctrl+"):
        QTest.keyClick(focus, Key(ord(name[-1])), Qt.KeyboardModifier.ControlModifier)
    elif isinstance(name, str):
        if name.startswith("⇧"):
            held, name = Qt.KeyboardModifier.ShiftModifier, name[1:]
        QTest.keyClicks(focus, name.replace("−", "-"), held)
    else:
        QTest.keyClick(focus, name)


def is_always(cap: Cap) -> bool:
    """Return whether the cap is a key that works from everywhere, also from fields."""
    name = cap if isinstance(cap, Qt.Key) else getattr(Key, f"Key_{cap}", None)
    return name in TABLE_KEYS.always


@pytest.mark.parametrize("scene", [*CAPPED, *AGREEING])
def test_the_key_on_each_button_presses_it_wherever_the_focus_is(
    qtbot: QtBot, tmp_path: Path, scene: Scene
) -> None:
    with a_console(qtbot, tmp_path, scene) as console:
        by_shortcut = console.desk.middle.notice.close_button
        buttons = [
            control
            for control in capped(console)
            if control is not by_shortcut and not is_always(control.cap)
        ]
        assert buttons
        pressed: list[Cap] = []
        for button in buttons:
            button.clicked.disconnect()
            button.clicked.connect(lambda _on=False, button=button: pressed.append(button.cap))
        console.desk.middle.now.buttons.menu.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        held = (console.desk.middle, console.desk.agenda.list, console.desk.agenda.add_button)
        for button in buttons:
            for focus in held:
                if button.cap == Key.Key_Return or (
                    button.cap == Key.Key_Space and isinstance(focus, QAbstractButton)
                ):
                    continue
                focus.setFocus()
                pressed.clear()
                press_cap(focus, button.cap)
                assert pressed == [button.cap], f"{button.words}: {button.cap}"


@pytest.mark.parametrize("scene", SCENES)
def test_enter_and_keypad_enter_press_each_button_that_has_the_focus(
    qtbot: QtBot, tmp_path: Path, scene: Scene
) -> None:
    with a_console(qtbot, tmp_path, scene) as console:
        buttons = [
            button
            for button in console.findChildren(QAbstractButton)
            if button.isVisible() and button.isEnabled() and not isinstance(button, QRadioButton)
            if button.focusPolicy() is not Qt.FocusPolicy.NoFocus
        ]
        assert len(buttons) > 5
        for button in buttons:
            pressed: list[QWidget] = []
            if button.receivers(CLICKED):  # else it does something when it is toggled
                button.clicked.disconnect()
            button.clicked.connect(partial(pressed.append, button))
            button.setFocus()
            for key in (Key.Key_Return, Key.Key_Enter):
                qtbot.keyClick(button, key)
            assert len(pressed) == 2, button.accessibleName()
            hold(button)
            assert len(pressed) == 2, "an Enter that is held presses nothing"


def test_enter_presses_each_button_of_home(qtbot: QtBot, clock: FakeClock) -> None:
    home = HomeWindow(clock)
    qtbot.addWidget(home)
    home.show_home(a_home(a_row()))
    home.show()
    buttons = [
        button
        for button in home.findChildren(RingButton)
        if button.isVisible() and button.isEnabled()
    ]
    assert len(buttons) > 8
    for button in buttons:
        pressed: list[QWidget] = []
        button.clicked.disconnect()
        button.clicked.connect(partial(pressed.append, button))
        for key in (Key.Key_Return, Key.Key_Enter):
            qtbot.keyClick(button, key)
        assert len(pressed) == 2, button.accessibleName()


def hold(widget: QWidget) -> None:
    """Let Enter, held down, repeat by itself."""
    none = Qt.KeyboardModifier.NoModifier
    event = QKeyEvent(QEvent.Type.KeyPress, Key.Key_Return, none, "\r", autorep=True)
    QApplication.sendEvent(widget, event)


def test_the_arrow_on_next_works_while_the_list_of_steps_has_the_focus(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with a_console(qtbot, tmp_path, nothing) as console:
        desk = console.desk
        desk.agenda.list.setFocus()
        words = desk.middle.now.title.text()
        before = desk.middle.now.segment.text()
        qtbot.keyClick(desk.agenda.list, Key.Key_Right)
        assert desk.middle.now.segment.text() != before
        qtbot.keyClick(desk.agenda.list, Key.Key_Left)
        assert (desk.middle.now.title.text(), desk.middle.now.segment.text()) == (words, before)
        qtbot.keyClick(desk.agenda.list, Key.Key_Down)
        assert desk.agenda.list.currentRow() == 1
        qtbot.keyClick(desk.agenda.list, "?")
        assert console.keys.isVisible()


def test_in_a_question_the_arrows_go_from_answer_to_answer(qtbot: QtBot, tmp_path: Path) -> None:
    with a_console(qtbot, tmp_path, taking_out) as console:
        ask: QuestionCard = console.desk.middle.said_panel.ask
        title = console.desk.middle.now.title.text()
        assert ask.leave_button.hasFocus()
        qtbot.keyClick(ask.leave_button, Key.Key_Left)
        (answer,) = ask.buttons.values()
        assert answer.hasFocus()
        assert console.desk.middle.now.title.text() == title


def test_enter_is_no_answer_where_people_may_still_be_on_their_way(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with a_console(qtbot, tmp_path, at_the_corner) as console:
        ask = console.desk.middle.agreement.check.ask
        qtbot.keyClick(console.desk.middle.agreement.check, Key.Key_Escape)
        assert ask.isVisible()
        for button in (ask.leave_button, *ask.buttons.values()):
            button.setFocus()
            qtbot.keyClick(button, Key.Key_Return)
        assert ask.isVisible()


@OFFSCREEN
def test_a_key_that_more_shows_works_while_it_is_open(qtbot: QtBot, tmp_path: Path) -> None:
    with a_console(qtbot, tmp_path, nothing) as console:
        now_panel = console.desk.middle.now
        caps = [act.cap for act in now_panel.menu().findChildren(CappedAction) if act.cap]
        assert {"+", "−", "2", "5", "F", "?"} <= set(caps)
        for cap in caps:
            if cap in signs() or is_always(cap):
                continue  # the arrows open and close what is beneath
            menu = now_panel.menu()
            asked: list[Cap] = []
            for act in menu.findChildren(CappedAction):
                act.triggered.disconnect()
                act.triggered.connect(partial(asked.append, act.cap))
            menu.popup(console.mapToGlobal(console.rect().center()))
            press_cap(menu, cap)
            assert asked == [cap]
            assert not menu.isVisible()


@OFFSCREEN
def test_a_key_of_more_works_beneath_it_as_well(qtbot: QtBot, tmp_path: Path) -> None:
    with a_console(qtbot, tmp_path, nothing) as console:
        menu = console.desk.middle.now.menu()
        beneath = menu.findChildren(QMenu)[0]
        menu.popup(console.mapToGlobal(console.rect().center()))
        beneath.popup(console.mapToGlobal(console.rect().center()))
        press_cap(beneath, "?")
        assert console.keys.isVisible()


def test_space_holds_the_time_while_a_list_has_the_focus(qtbot: QtBot, tmp_path: Path) -> None:
    with a_console(qtbot, tmp_path, nothing) as console:
        console.desk.agenda.list.setFocus()
        qtbot.keyClick(console.desk.agenda.list, Key.Key_Space)
        assert console.desk.middle.now.buttons.toggle.words == "Hold"
