"""The whole promise is one press away, and what was typed waits for whoever reads it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollArea
from pytestqt.qtbot import QtBot

from facilitator.domain.contribution import Turn
from facilitator.domain.text.language import ENGLISH
from facilitator.room.pages.picture import CornerPicture, Theme
from facilitator.room.promise import promise_in_the_corner, short_promise
from facilitator.room.say import say
from facilitator.room.sentence_keys import Key
from facilitator.ui.corner.promise_area import PromisePage
from facilitator.ui.corner.window import CornerWindow
from facilitator.ui.widgets.labels import IconLabel
from tests.helpers.answers import a_check_picture, a_corner_of_check
from tests.helpers.clock import FakeClock
from tests.helpers.corner import (
    AT_ONCE,
    BOTH,
    Keeper,
    a_corner,
    a_corner_picture,
    field,
    go_by,
    image,
    write,
)
from tests.helpers.keys import keyboard, press
from tests.helpers.workshops import a_workshop

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(qtbot: QtBot) -> CornerWindow:
    return a_corner(qtbot)


def go_to_more() -> None:
    """Go to the button by Tab, and press it by Enter."""
    while keyboard().objectName() != "more":
        press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Return)


def page_of(window: CornerWindow) -> PromisePage:
    """Return the page with the whole promise, which is visible."""
    (page,) = (page for page in window.findChildren(PromisePage) if page.isVisible())
    return page


def texts_on(window: CornerWindow) -> list[str]:
    """Return the texts that are visible."""
    return [label.text() for label in window.findChildren(QLabel) if label.isVisible()]


def test_more_shows_each_sentence_and_enter_leads_back_to_the_typed_words(
    window: CornerWindow,
) -> None:
    write("my words")
    go_to_more()
    sentences = [words.in_(ENGLISH) for words in a_corner_picture().promise]
    assert set(sentences) <= set(texts_on(window))
    assert all(sentence in keyboard().accessibleDescription() for sentence in sentences)
    press(Qt.Key.Key_Return)
    assert field(window).line == "my words"
    assert field(window).is_covered


def test_the_button_leads_back_too_and_words_in_sight_stay_in_sight(
    qtbot: QtBot, window: CornerWindow
) -> None:
    press(Qt.Key.Key_F2)
    write("my words")
    go_to_more()
    qtbot.mouseClick(page_of(window).back, Qt.MouseButton.LeftButton)
    assert field(window).toPlainText() == "my words"
    assert not field(window).is_covered


def test_nothing_is_handed_over_from_the_promise(window: CornerWindow) -> None:
    keeper = Keeper(window)
    write("my words")
    go_to_more()
    press(Qt.Key.Key_F2)
    write("x")
    press(Qt.Key.Key_Return, CONTROL)
    assert not keeper.turns
    assert field(window).line == "my words"
    press(Qt.Key.Key_Return, CONTROL)
    assert keeper.turns == [Turn(("my words",))]


def test_a_held_escape_offers_the_way_out_from_the_promise_too(
    qtbot: QtBot, window: CornerWindow
) -> None:
    write("my words")
    press(Qt.Key.Key_F2)
    go_to_more()
    QTest.keyPress(keyboard(), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: keyboard().objectName() == "choice")
    QTest.keyRelease(keyboard(), Qt.Key.Key_Escape)
    press(Qt.Key.Key_Return)
    assert field(window).is_covered


def test_who_leaves_while_reading_is_asked_on_the_page_and_their_words_are_wiped(
    qtbot: QtBot, clock: FakeClock
) -> None:
    window = a_corner(qtbot)
    write("my words")
    window.idle.look_at(clock.moment().reading)
    go_to_more()
    go_by(window, clock, seconds=100)
    assert say(ENGLISH, Key.CORNER_STILL) in texts_on(window)
    go_by(window, clock, seconds=20)
    assert not field(window).toPlainText()


def test_at_a_check_more_says_what_a_check_promises(qtbot: QtBot) -> None:
    window = a_corner_of_check(qtbot)
    press(Qt.Key.Key_1)
    go_to_more()
    assert {words.in_(ENGLISH) for words in a_check_picture().promise} <= set(texts_on(window))
    assert page_of(window).back.words == say(ENGLISH, Key.CORNER_BACK_TO_CHECK)


@pytest.mark.parametrize("theme", list(Theme))
@pytest.mark.parametrize("size", [(1280, 800), (1024, 768), (1093, 580), (1920, 1080)])
def test_no_sentence_is_cut_and_the_last_can_be_reached(
    qtbot: QtBot, size: tuple[int, int], theme: Theme
) -> None:
    window = CornerWindow(AT_ONCE)
    qtbot.addWidget(window)
    window.resize(*size)
    window.show_corner(a_full_picture(theme))
    window.show()
    (more,) = (b for b in window.findChildren(QPushButton, "more") if b.isVisible())
    more.click()
    QApplication.processEvents()
    page = page_of(window)
    for label in page.findChildren(QLabel, "promise"):
        assert label.height() >= label.heightForWidth(label.width())
    (area,) = page.findChildren(QScrollArea)
    inside = area.widget()
    assert inside is not None
    assert area.viewport().height() + area.verticalScrollBar().maximum() >= inside.height()
    back = QRect(page.back.mapTo(window, QPoint()), page.back.size())
    assert window.rect().contains(back)


def a_full_picture(theme: Theme) -> CornerPicture:
    """Return a late corner in two languages with all that it promises."""
    workshop = replace(a_workshop(), languages=BOTH)
    promise, short = promise_in_the_corner(workshop), short_promise(workshop)
    return replace(a_corner_picture(BOTH), promise=promise, short=short, late=True, theme=theme)


def test_a_card_gives_the_same_quiet_sign_whatever_is_on_it_and_however_many_came(
    qtbot: QtBot,
) -> None:
    window = a_corner(qtbot)
    keeper = Keeper(window)
    window.show_cards()
    before, signs = image(window), []
    for card in ("a card", "another card that says more", "a third"):
        write(card)
        assert say(ENGLISH, Key.CORNER_CARD_KEPT) not in texts_on(window)
        press(Qt.Key.Key_Return)
        assert say(ENGLISH, Key.CORNER_CARD_KEPT) in texts_on(window)
        marks = [mark for mark in window.findChildren(IconLabel) if mark.isVisible()]
        assert len(marks) == 2  # of the cover, and the sign
        signs.append(image(window))
    assert signs[0] == signs[1] == signs[2]
    assert signs[0] != before
    assert len(keeper.turns) == len(signs)
