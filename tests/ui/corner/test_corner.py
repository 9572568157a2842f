"""The typing corner, driven by its keys."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from facilitator.domain.contribution import Turn
from facilitator.domain.text.language import ENGLISH
from facilitator.room.pages.picture import CornerPicture
from facilitator.room.say import say
from facilitator.room.sentence_keys import Key
from facilitator.ui.corner.corner_keys import FirstKey
from facilitator.ui.corner.cover_switch import CoverSwitch
from facilitator.ui.corner.field import Field
from facilitator.ui.corner.pace import Pace
from facilitator.ui.corner.window import CornerWindow
from tests.helpers.corner import (
    BOTH,
    Keeper,
    a_corner,
    a_corner_picture,
    commit,
    field,
    image,
    send_key,
    write,
)
from tests.helpers.finding import texts_on
from tests.helpers.keys import keyboard, press
from tests.helpers.layouts import typed

CARD_KEYS = (
    Key.CORNER_CARDS,
    Key.CORNER_CARDS_HOW,
    Key.CORNER_CARD_KEEP_OUT,
    Key.CORNER_CARD_KEPT,
    Key.CORNER_BACK,
    Key.CORNER_CONSOLE,
)
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(qtbot: QtBot) -> CornerWindow:
    return a_corner(qtbot)


def go_to(name: str) -> None:
    """Press Tab until the control of that name has the keyboard."""
    for _time in range(12):
        press(Qt.Key.Key_Tab)
        if keyboard().objectName() == name:
            return
    raise AssertionError(name)


def test_a_turn_is_taken_with_the_keyboard_alone(qtbot: QtBot, window: CornerWindow) -> None:
    keeper = Keeper(window)
    write("I am  asked ")
    go_to("tick")
    press(Qt.Key.Key_Space)
    go_to("done")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not isinstance(QApplication.focusWidget(), QPushButton))
    assert keeper.turns == [Turn(("I am asked",), in_record=False)]


@pytest.mark.usefixtures("window")
def test_tab_goes_from_the_field_to_cover_tick_and_done() -> None:
    met = []
    for _time in range(3):
        press(Qt.Key.Key_Tab)
        met.append(keyboard().objectName())
    assert met == ["cover", "tick", "done"]


def test_an_empty_field_is_a_pass(qtbot: QtBot, window: CornerWindow) -> None:
    keeper = Keeper(window)
    write("   ")
    press(Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: bool(keeper.turns))
    assert keeper.turns == [Turn()]


def test_the_201st_character_is_refused(window: CornerWindow) -> None:
    write("x" * 203)
    assert field(window).toPlainText() == "x" * 200


@pytest.mark.parametrize("enter", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_parts_two_words_and_hands_nothing_over(window: CornerWindow, enter: Qt.Key) -> None:
    keeper = Keeper(window)
    write("me")
    press(enter)
    write("and")
    assert field(window).line == "me and"
    press(enter, Qt.KeyboardModifier.ShiftModifier)
    assert field(window).toPlainText() == "me and "
    assert not keeper.turns


def test_clicker_keys_do_nothing(window: CornerWindow) -> None:
    write("a")
    before = image(window)
    for key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_F5, Qt.Key.Key_Escape):
        press(key)
    assert image(window) == before


SOON_GONE = Pace(alone=timedelta(milliseconds=20))


@pytest.mark.parametrize("black", [".", "b"])
def test_a_clickers_black_button_types_nothing_before_somebody_has_begun(
    qtbot: QtBot, black: str
) -> None:
    window = a_corner(qtbot, pace=SOON_GONE)
    keeper, before = Keeper(window), image(window)
    (first,) = window.findChildren(FirstKey)
    (held_back,) = first.findChildren(QTimer)
    for _press in range(2):
        with qtbot.waitSignal(held_back.timeout):
            write(black)
            assert image(window) == before
        assert image(window) == before
    write("I am asked")
    assert field(window).toPlainText() == "I am asked"
    assert not keeper.turns


@pytest.mark.parametrize("text", ["because", "...and then", "b", ".b.b", "B", "a b."])
def test_whoever_writes_can_type_a_full_stop_and_a_b_anywhere(
    window: CornerWindow, text: str
) -> None:
    write(text)
    press(Qt.Key.Key_Space)
    assert field(window).toPlainText() == f"{text} "


@pytest.mark.parametrize("by_mouse", [True, False])
def test_a_first_b_is_typed_before_done_is_pressed(
    qtbot: QtBot, window: CornerWindow, by_mouse: bool
) -> None:
    keeper = Keeper(window)
    write("b")
    if by_mouse:
        qtbot.mouseClick(window.findChild(QPushButton, "done"), Qt.MouseButton.LeftButton)
    else:
        press(Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: keeper.turns == [Turn(("b",))])


def test_a_clickers_keys_open_no_page_for_the_next_person(
    qtbot: QtBot, window: CornerWindow
) -> None:
    keeper = Keeper(window)
    press(Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: bool(keeper.turns) and not isinstance(keyboard(), Field))
    for key in (Qt.Key.Key_B, Qt.Key.Key_Period, Qt.Key.Key_F5, Qt.Key.Key_PageDown):
        QTest.keyClick(keyboard(), key)
        assert not isinstance(keyboard(), Field)
    press(Qt.Key.Key_Space)
    assert isinstance(keyboard(), Field)


@pytest.mark.parametrize(
    ("place", "text", "is_held"), [("b", "и", True), (".", ":", True), ("n", "b", False)]
)
def test_a_clickers_black_button_is_known_by_its_place_in_any_layout(
    window: CornerWindow, place: str, text: str, is_held: bool
) -> None:
    QApplication.sendEvent(field(window), typed(place, text))
    assert field(window).toPlainText() == ("" if is_held else text)


@pytest.mark.parametrize(
    ("key", "name"),
    [
        (Qt.Key.Key_F6, "care_asked"),
        (Qt.Key.Key_F7, "agreement_asked"),
        (Qt.Key.Key_F8, "curtain_asked"),
        (Qt.Key.Key_F9, "promise_asked"),
    ],
)
def test_four_keys_lead_out_while_typing(
    qtbot: QtBot, window: CornerWindow, key: Qt.Key, name: str
) -> None:
    with qtbot.waitSignal(getattr(window, name)):
        press(key)


def hold_escape(qtbot: QtBot) -> None:
    """Hold Esc until the three ways are shown."""
    QTest.keyPress(keyboard(), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: keyboard().objectName() == "choice")


def test_a_held_escape_covers_the_words_and_offers_the_way_back(
    qtbot: QtBot, window: CornerWindow
) -> None:
    write("a line")
    press(Qt.Key.Key_F2)
    hold_escape(qtbot)
    press(Qt.Key.Key_Return)
    assert field(window).line == "a line"
    assert field(window).is_covered


def test_an_escape_released_early_does_nothing(qtbot: QtBot) -> None:
    window = a_corner(qtbot, pace=Pace(hold=timedelta(milliseconds=200)))
    write("a")
    before = image(window)
    QTest.keyPress(keyboard(), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: image(window) != before)  # the squares begin to fill
    QTest.keyRelease(keyboard(), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: image(window) == before)


def test_an_escape_that_a_busy_laptop_repeats_is_held_all_the_same(qtbot: QtBot) -> None:
    a_corner(qtbot, pace=Pace(hold=timedelta(milliseconds=80)))
    QTest.keyPress(keyboard(), Qt.Key.Key_Escape)
    for _repeat in range(5):  # X releases and presses again; nothing marks it as a repetition
        QTest.keyRelease(keyboard(), Qt.Key.Key_Escape)
        QTest.keyPress(keyboard(), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: keyboard().objectName() == "choice")
    QTest.keyRelease(keyboard(), Qt.Key.Key_Escape)


def test_the_console_is_asked_for_from_the_held_escape(qtbot: QtBot, window: CornerWindow) -> None:
    hold_escape(qtbot)
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Tab)
    with qtbot.waitSignal(window.console_asked):
        press(Qt.Key.Key_Return)


def test_a_helper_types_cards_one_after_another(qtbot: QtBot, window: CornerWindow) -> None:
    keeper = Keeper(window)
    hold_escape(qtbot)
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Return)
    for card in ("first card", "", "third card"):
        write(card)
        for _time in range(1 if card else 2):
            press(Qt.Key.Key_Return)
    assert keeper.turns == [Turn(("first card",)), Turn(), Turn(("third card",))]
    assert not field(window).toPlainText()


def test_cards_are_covered_until_the_helper_shows_them(qtbot: QtBot, window: CornerWindow) -> None:
    Keeper(window)
    window.show_cards()
    assert field(window).is_covered
    press(Qt.Key.Key_F2)
    write("a card")
    press(Qt.Key.Key_Return)
    assert not field(window).is_covered  # the next card is the same helper's
    hold_escape(qtbot)
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Return)
    assert field(window).is_covered


def test_an_enter_too_many_counts_no_blank_card(window: CornerWindow) -> None:
    """It would bring what is written nearer to being opened, and could not be taken back."""
    keeper = Keeper(window)
    window.show_cards()
    asked = say(ENGLISH, Key.CORNER_CARD_BLANK)
    for card in ("first card", "second card"):
        write(card)
        press(Qt.Key.Key_Return)
        press(Qt.Key.Key_Return)
        assert asked in texts_on(window)
    assert keeper.turns == [Turn(("first card",)), Turn(("second card",))]
    write("t")
    assert asked not in texts_on(window)
    press(Qt.Key.Key_Backspace)
    press(Qt.Key.Key_Return)
    assert len(keeper.turns) == 2
    press(Qt.Key.Key_Return)
    assert keeper.turns[2:] == [Turn()]
    assert asked not in texts_on(window)


ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def click_accents(qtbot: QtBot, window: CornerWindow, times: int = 1) -> None:
    """Click each button for an accent so often."""
    for button in window.findChildren(QPushButton, "accent"):
        for _time in range(times if button.isVisible() else 0):
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("cards", [False, True])
def test_welsh_accents_come_by_button_and_by_key(qtbot: QtBot, *, cards: bool) -> None:
    window = a_corner(qtbot, a_corner_picture(BOTH))
    if cards:
        window.show_cards()
    click_accents(qtbot, window)
    assert field(window).hasFocus()
    press(Qt.Key.Key_W, ALT)
    press(Qt.Key.Key_Y, ALT | SHIFT)
    assert field(window).toPlainText() == "âêîôûŵŷŵŶ"


@pytest.mark.parametrize(
    ("times", "letters"),
    [(1, "âêîôûŵŷ"), (2, "àèìòùẁỳ"), (3, "áéíóúẃý"), (4, "äëïöüẅÿ"), (5, "âêîôûŵŷ")],
)
def test_the_same_button_or_key_again_gives_the_letters_next_accent(
    qtbot: QtBot, times: int, letters: str
) -> None:
    window = a_corner(qtbot, a_corner_picture(BOTH))
    click_accents(qtbot, window, times)
    assert field(window).toPlainText() == letters
    press(Qt.Key.Key_Space)
    for key in "AEIOUWY":
        for _time in range(times):
            press(Qt.Key(ord(key)), ALT | SHIFT)
    assert field(window).toPlainText() == f"{letters} {letters.upper()}"


def test_welsh_words_are_typed_with_their_accents(qtbot: QtBot) -> None:
    window = a_corner(qtbot, a_corner_picture(BOTH))
    for start, key, times, end in (
        ("cop", "I", 4, "au"),
        (" m", "W", 2, "g"),
        (" cas", "A", 3, "u"),
    ):
        write(start)
        for _time in range(times):
            press(Qt.Key(ord(key)), ALT)
        write(end)
    assert field(window).line == "copïau mẁg casáu"


def test_an_accent_is_changed_in_a_full_field_and_behind_an_emoji(qtbot: QtBot) -> None:
    window = a_corner(qtbot, a_corner_picture(BOTH))
    commit(window, "👍" * 199)
    press(Qt.Key.Key_A, ALT)
    press(Qt.Key.Key_A, ALT)
    press(Qt.Key.Key_E, ALT)
    assert field(window).toPlainText() == "👍" * 199 + "à"


OPTION = [
    ("O", "ø"),
    ("E", "\u00b4"),
    ("U", "¨"),
    ("A", "å"),
    ("W", "∑"),
    ("3", "#"),
    (" ", "\u00a0"),
]


@pytest.mark.parametrize("picture", [a_corner_picture(), a_corner_picture(BOTH)])
@pytest.mark.parametrize(("key", "typed"), OPTION)
def test_what_a_macs_keyboard_makes_with_option_is_typed(
    qtbot: QtBot, picture: CornerPicture, key: str, typed: str
) -> None:
    window = a_corner(qtbot, picture)
    write("a")
    send_key(window, typed, Qt.Key(ord(key)), ALT)
    write("b")
    assert field(window).line == f"a{typed}b".replace("\u00a0", " ")


def test_the_page_for_cards_speaks_the_workshops_languages(qtbot: QtBot) -> None:
    window = a_corner(qtbot, a_corner_picture(BOTH))
    keeper = Keeper(window)
    window.show_cards()
    press(Qt.Key.Key_Return)
    assert all(say(language, Key.CORNER_CARD_BLANK) in texts_on(window) for language in BOTH)
    press(Qt.Key.Key_Return)
    widgets = [widget for widget in window.findChildren(QWidget) if widget.isVisible()]
    texts = [widget.text() for widget in widgets if isinstance(widget, (QLabel, QAbstractButton))]
    for key in CARD_KEYS:
        assert all(any(say(language, key) in text for text in texts) for language in BOTH), key
    assert keeper.turns == [Turn()]


@pytest.mark.parametrize("size", [(1024, 768), (1280, 800), (1920, 1080)])
def test_what_the_switch_says_is_whole_on_every_page_covered_or_not(
    qtbot: QtBot, size: tuple[int, int]
) -> None:
    window = a_corner(qtbot, a_corner_picture(BOTH))
    window.resize(*size)
    for show in (window.show_cards, lambda: window.show_corner(a_corner_picture(BOTH))):
        show()
        for _state in range(2):
            QApplication.processEvents()
            switch = next(
                switch for switch in window.findChildren(CoverSwitch) if switch.isVisible()
            )
            lines = switch.text().split("\n")
            needed = max(switch.fontMetrics().horizontalAdvance(line) for line in lines)
            assert switch.width() >= needed + switch.iconSize().width() + 40
            switch.click()


def test_welsh_is_typed_in_a_workshop_without_welsh_by_key_and_by_button(qtbot: QtBot) -> None:
    window = a_corner(qtbot)
    for show in (window.show_cards, lambda: window.show_corner(a_corner_picture())):
        show()
        qtbot.waitUntil(lambda: isinstance(keyboard(), Field))
        press(Qt.Key.Key_W, Qt.KeyboardModifier.AltModifier)
        click_accents(qtbot, window)
        assert field(window).toPlainText() == "ŵâêîôûŵŷ"


def test_an_earlier_line_is_covered_once_another_is_asked_for(qtbot: QtBot) -> None:
    window = a_corner(qtbot, a_corner_picture(notes_a_turn=2))
    keeper = Keeper(window)
    press(Qt.Key.Key_F2)
    write("one")
    first = field(window)
    go_to("another")
    press(Qt.Key.Key_Return)
    write("two")
    assert first.is_covered
    assert not field(window).is_covered
    press(Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: bool(keeper.turns))
    assert keeper.turns == [Turn(("one", "two"))]


def test_every_control_has_a_name(window: CornerWindow) -> None:
    controls = [*window.findChildren(QAbstractButton), *window.findChildren(Field)]
    unnamed = [control.objectName() for control in controls if not control.accessibleName()]
    assert not [name for name in unnamed if name in {"cover", "done", "another", "field", "choice"}]


def test_done_takes_its_least_time(qtbot: QtBot) -> None:
    window = a_corner(qtbot, pace=Pace(timedelta(milliseconds=150), least_turn=timedelta()))
    keeper = Keeper(window)
    press(Qt.Key.Key_Return, CONTROL)
    assert keeper.turns == [Turn()]
    assert isinstance(QApplication.focusWidget(), Field)
    qtbot.waitUntil(lambda: not isinstance(QApplication.focusWidget(), Field))


@pytest.mark.parametrize("size", [(1024, 768), (1280, 800), (1366, 768), (1920, 1080)])
def test_all_of_the_page_fits_the_display(qtbot: QtBot, size: tuple[int, int]) -> None:
    window = a_corner(qtbot, a_corner_picture(BOTH, 3))
    window.resize(*size)
    QApplication.processEvents()
    assert window.size().toTuple() == size
    met = [widget for widget in window.findChildren(QWidget) if widget.isVisible()]
    parts = [
        part for part in met if part.objectName() in {"field", "cover", "tick", "done", "foot"}
    ]
    assert len(parts) == 5
    for part in parts:
        corner = part.mapTo(window, part.rect().bottomRight())
        assert window.rect().contains(corner), part.objectName()
        assert part.width() >= part.minimumSizeHint().width(), part.objectName()
