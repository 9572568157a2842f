"""Choosing in the corner: by keys, arrows, a click or a screen reader; passing is one choice."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from facilitator.domain.text.language import ENGLISH, WELSH
from facilitator.room.checks import checks
from facilitator.room.say import say
from facilitator.room.sentence_keys import Key
from facilitator.ui.corner.answers import NOT_CHOSEN, NOT_SHOWN
from facilitator.ui.corner.window import CornerWindow
from tests.helpers.answers import (
    Counter,
    a_check_picture,
    a_corner_of_check,
    answers,
    wait_for_end,
)
from tests.helpers.clock import FakeClock
from tests.helpers.corner import go_by, image
from tests.helpers.finding import texts_on
from tests.helpers.keys import keyboard, press

ENTER, CONTROL = Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
BOTH = (WELSH, ENGLISH)


@pytest.fixture
def window(qtbot: QtBot) -> CornerWindow:
    return a_corner_of_check(qtbot)


def test_each_key_chooses_its_position_from_wherever_the_keyboard_is(
    window: CornerWindow,
) -> None:
    answer_list, chosen = answers(window), []
    for key in "543210n":
        QTest.keyClicks(keyboard(), key)
        chosen.append(answer_list.answer)
        press(Qt.Key.Key_Tab)
    assert chosen == [0, 1, 2, 3, 4, 5, NOT_SHOWN]


def test_arrows_begin_at_the_nearer_end_and_stop_at_both(window: CornerWindow) -> None:
    answer_list = answers(window)
    assert answer_list.answer == NOT_CHOSEN
    press(Qt.Key.Key_Down)
    assert answer_list.answer == 0
    press(Qt.Key.Key_Up)
    assert answer_list.answer == 0
    for _press in range(8):
        press(Qt.Key.Key_Down)
    assert answer_list.answer == NOT_SHOWN
    press(Qt.Key.Key_Home)
    assert answer_list.answer == 0


def test_space_only_repeats_a_choice_that_was_made(window: CornerWindow) -> None:
    pristine, answer_list = image(window), answers(window)
    press(Qt.Key.Key_Space)
    assert answer_list.answer == NOT_CHOSEN
    assert image(window) == pristine
    QTest.keyClicks(keyboard(), "3")
    press(Qt.Key.Key_Space)
    assert answer_list.answer == 2
    QTest.keyClicks(keyboard(), "n")
    press(Qt.Key.Key_Space)
    assert answer_list.answer == NOT_SHOWN


def test_two_spaces_on_the_closing_screen_are_no_covered_yes(
    window: CornerWindow, qtbot: QtBot
) -> None:
    counter = Counter(window)
    QTest.keyClicks(keyboard(), "1")
    press(ENTER)
    wait_for_end(qtbot, window)
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Space)
    assert answers(window).answer == NOT_CHOSEN
    press(ENTER)
    assert counter.answers == [4]
    assert say(ENGLISH, Key.CORNER_CHOOSE_FIRST) in texts_on(window)


def test_a_key_that_two_answers_have_chooses_neither(qtbot: QtBot) -> None:
    picture = a_check_picture()
    no, yes = picture.positions[-1], picture.positions[0]
    alike = (replace(yes, key="y"), replace(no, key="N"), replace(no, key="Y"))
    window = a_corner_of_check(qtbot, replace(picture, positions=alike))
    for key in "nNyY":
        assert not answers(window).choose_by_key(key)
        assert answers(window).answer == NOT_CHOSEN


def test_a_click_chooses_and_dragging_does_not(window: CornerWindow) -> None:
    answer_list = answers(window)
    places = [answer_list.visualItemRect(answer_list.item(n)).center() for n in (1, 4)]
    QTest.mousePress(answer_list.viewport(), Qt.MouseButton.LeftButton, pos=places[0])
    QTest.mouseMove(answer_list.viewport(), places[1])
    QTest.mouseRelease(answer_list.viewport(), Qt.MouseButton.LeftButton, pos=places[1])
    assert answer_list.answer == 1
    QTest.mouseClick(answer_list.viewport(), Qt.MouseButton.RightButton, pos=places[1])
    QTest.mouseClick(answer_list.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(3, 10_000))
    assert answer_list.answer == 1


def test_done_with_nothing_chosen_asks_for_a_choice_and_hands_nothing_in(
    window: CornerWindow, qtbot: QtBot
) -> None:
    counter = Counter(window)
    press(ENTER)
    press(ENTER, CONTROL)
    assert say(ENGLISH, Key.CORNER_CHOOSE_FIRST) in texts_on(window)
    assert not counter.answers
    QTest.keyClicks(keyboard(), "n")
    assert say(ENGLISH, Key.CORNER_CHOOSE_FIRST) not in texts_on(window)
    press(ENTER)
    wait_for_end(qtbot, window)
    assert counter.answers == [NOT_SHOWN]


def test_done_works_by_its_button_and_by_both_keys(window: CornerWindow, qtbot: QtBot) -> None:
    counter = Counter(window)
    for by_button, held in ((False, CONTROL), (True, Qt.KeyboardModifier.NoModifier)):
        QTest.keyClicks(keyboard(), "3")
        if by_button:
            (done,) = [b for b in window.findChildren(QPushButton, "done") if b.isVisible()]
            done.setFocus()
        press(ENTER, held)
        wait_for_end(qtbot, window)
        press(Qt.Key.Key_A)
    assert counter.answers == [2, 2]


def test_an_answer_that_cannot_be_kept_stays_covered_and_ready(
    window: CornerWindow,
) -> None:
    window.answer_given.connect(lambda _answer: window.show_turn_not_saved())
    QTest.keyClicks(keyboard(), "1")
    press(Qt.Key.Key_F2)
    press(ENTER)
    answer_list = answers(window)
    assert answer_list.is_covered
    assert answer_list.answer == 4
    QTest.keyClicks(keyboard(), "2")
    assert answer_list.answer == 3


def test_the_four_keys_lead_out_and_a_clicker_does_nothing(window: CornerWindow) -> None:
    QTest.keyClicks(keyboard(), "4")
    asked = [
        QSignalSpy(signal)
        for signal in (
            window.care_asked,
            window.agreement_asked,
            window.curtain_asked,
            window.promise_asked,
        )
    ]
    for key in (Qt.Key.Key_F6, Qt.Key.Key_F7, Qt.Key.Key_F8, Qt.Key.Key_F9):
        press(key)
    assert [spy.count() for spy in asked] == [1, 1, 1, 1]
    before = image(window)
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_F5):
        press(key)
    assert image(window) == before
    assert answers(window).answer == 1


def test_a_choice_that_somebody_left_is_wiped_to_the_pristine_pixels(
    window: CornerWindow, clock: FakeClock
) -> None:
    pristine = image(window)
    QTest.keyClicks(keyboard(), "0")
    press(Qt.Key.Key_F2)
    used = answers(window)
    go_by(window, clock, 119)
    assert say(ENGLISH, Key.CORNER_STILL_CHOOSING) in texts_on(window)
    go_by(window, clock, 4)
    assert answers(window) is not used
    assert answers(window).answer == NOT_CHOSEN
    assert image(window) == pristine


def test_a_screen_reader_meets_every_answer_and_which_is_chosen(window: CornerWindow) -> None:
    answer_list = answers(window)
    interface = QAccessible.queryAccessibleInterface(answer_list)
    assert interface.text(QAccessible.Text.Name) == "Your answer"
    rows = [interface.child(n) for n in range(answer_list.count())]
    names = [row.text(QAccessible.Text.Name) for row in rows]
    assert names[0] == "fully with it (5)"
    assert names[-1] == "Rather not show (N)"
    QTest.keyClicks(keyboard(), "3")
    assert [row.state().selected for row in rows] == [n == 2 for n in range(7)]


def test_a_screen_reader_says_that_the_cover_is_for_eyes(window: CornerWindow) -> None:
    assert answers(window).is_covered
    spoken = answers(window).accessibleDescription()
    assert say(ENGLISH, Key.CORNER_CHOICE_READER) in spoken
    assert say(ENGLISH, Key.CORNER_HEADPHONES) in spoken


def test_holding_esc_offers_the_check_and_the_console_but_no_cards(
    window: CornerWindow, qtbot: QtBot
) -> None:
    QTest.keyPress(keyboard(), Qt.Key.Key_Escape)

    def offered() -> list[str]:
        return [b.text() for b in window.findChildren(QPushButton, "choice") if b.isVisible()]

    qtbot.waitUntil(lambda: bool(offered()))
    QTest.keyRelease(keyboard(), Qt.Key.Key_Escape)
    assert offered() == ["Back to the check", "To the console"]


@pytest.mark.parametrize("languages", [(ENGLISH,), BOTH])
@pytest.mark.parametrize("size", [(1280, 720), (1024, 768), (1920, 1080)])
@pytest.mark.parametrize("check", checks(), ids=lambda check: str(check.id))
def test_every_answer_stands_whole_beside_done(
    qtbot: QtBot, languages: tuple[str, ...], size: tuple[int, int], check: object
) -> None:
    kind = next(candidate for candidate in checks() if candidate is check)
    spoken = (ENGLISH,) if len(languages) == 1 else BOTH
    window = a_corner_of_check(qtbot, a_check_picture(spoken, kind))
    window.resize(*size)
    qtbot.waitUntil(lambda: window.width() == size[0])
    answer_list = answers(window)
    last = answer_list.visualItemRect(answer_list.item(answer_list.count() - 1))
    assert last.bottom() < answer_list.viewport().height()
    (done,) = [widget for widget in window.findChildren(QWidget, "done") if widget.isVisible()]
    assert done.mapTo(window, done.rect().bottomRight()).y() < window.height()
    QTest.keyClicks(keyboard(), "1")
    assert not answer_list.verticalScrollBar().value()
