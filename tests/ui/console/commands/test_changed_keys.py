"""Keys that the facilitator changes: on the keys page, by keyboard alone, shown everywhere."""

import re

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from facilitator.domain.ids import LineId
from facilitator.live.session.session import LiveSession
from facilitator.ui.console.agreement.panel import AgreementPanel
from facilitator.ui.console.commands.button import CommandButton
from facilitator.ui.console.commands.key_acts import KeyMap, is_fixed, key_map_of
from facilitator.ui.console.commands.keys_page import KeysPage, keys_in_words
from facilitator.ui.console.commands.menu import CappedAction
from facilitator.ui.console.commands.search_panel import search_commands
from facilitator.ui.console.commands.table import COMMANDS, LINE_TABLE, TABLE, Act, Asked, LineAct
from facilitator.ui.console.middle import Tab
from facilitator.ui.console.window import ConsoleWindow
from facilitator.ui.widgets.caps import Cap
from scripts.texts import all_texts
from tests.helpers.keys import press
from tests.helpers.layouts import typed

Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ALT, NOTHING_HELD = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.NoModifier


def asked(console: ConsoleWindow, act: Asked) -> KeysPage:
    """Ask for another key of a command, by the search."""
    press(Key.Key_K, CTRL, on=console)
    QTest.keyClicks(console.search.field, "change key")
    press(Key.Key_Return, on=console)
    page = console.keys
    assert page.list.hasFocus()
    page.list.choose(act)
    press(Key.Key_Return, on=console)
    assert page.ask.hasFocus()
    return page


def test_a_command_runs_by_the_key_that_it_was_given_and_no_more_by_the_old(
    console: ConsoleWindow, session: LiveSession
) -> None:
    asked(console, Act.TOGGLE_TIME)
    press("G", on=console)
    press(Key.Key_Escape, on=console)
    console.desk.middle.setFocus()
    before = session.desk().clock.state
    press(Key.Key_Space, on=console)
    assert session.desk().clock.state is before
    press("g", on=console)
    assert session.desk().clock.state is not before


def test_button_menu_page_and_search_show_the_key_that_was_given(console: ConsoleWindow) -> None:
    asked(console, Act.BACK)
    press("G", on=console)
    press(Key.Key_Escape, on=console)
    assert console.desk.middle.now.buttons.back.own_cap == "G"
    assert "(G)" in console.desk.middle.now.buttons.back.accessibleName()
    lines = console.desk.middle.now.menu().findChildren(CappedAction)
    assert "G" in [line.cap for line in lines]
    keys = key_map_of(console)
    assert ("G or PgUp", COMMANDS[Act.BACK].page_words()) in keys_in_words(keys)
    assert search_commands("g pgup", keys)[0].id is Act.BACK


def test_a_key_that_is_taken_is_swapped_only_by_a_yes(console: ConsoleWindow) -> None:
    page = asked(console, Act.CORNER)
    press("h", on=console)
    assert "All opened lines read aloud" in page.ask.words.text()
    press(Key.Key_Escape, on=console)
    assert key_map_of(console).chosen == {}
    assert page.list.hasFocus()
    press(Key.Key_Return, on=console)
    press("h", on=console)
    assert page.ask.swap_button.hasFocus()
    press(Key.Key_Return, on=console)
    keys = key_map_of(console)
    assert (keys.cap_of(Act.CORNER), keys.cap_of(Act.HEARD)) == ("H", "O")


@pytest.mark.parametrize("key", [Key.Key_PageDown, Key.Key_PageUp, Key.Key_B, Key.Key_Period])
def test_the_keys_of_a_clicker_stay(console: ConsoleWindow, key: Qt.Key) -> None:
    page = asked(console, Act.CORNER)
    press(key, on=console)
    assert "always stays with" in page.ask.words.text()
    assert page.ask.hasFocus()
    assert key_map_of(console).chosen == {}


@pytest.mark.parametrize("key", [Key.Key_F6, Key.Key_F7, Key.Key_F8, Key.Key_F9])
@pytest.mark.parametrize("offers_swap", [False, True])
def test_a_key_of_the_promise_closes_the_question_and_does_its_work(
    console: ConsoleWindow, session: LiveSession, key: Qt.Key, offers_swap: bool
) -> None:
    page = asked(console, Act.CORNER)
    if offers_swap:
        press("h", on=console)
        assert page.ask.swap_button.hasFocus()
    before = session.workshop.board
    press(key, on=console)
    assert session.workshop.board != before
    assert page.ask.isHidden()
    assert page.list.hasFocus()
    assert key_map_of(console).chosen == {}


def test_f5_closes_the_question_and_asks_for_full_screen(
    console: ConsoleWindow, qtbot: QtBot
) -> None:
    page = asked(console, Act.CORNER)
    with qtbot.waitSignal(console.board_full_screen_asked):
        press(Key.Key_F5, on=console)
    assert page.ask.isHidden()


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Delete, Key.Key_F2, Key.Key_Up])
def test_a_key_with_work_of_its_own_is_refused_in_words(
    console: ConsoleWindow, key: Qt.Key
) -> None:
    page = asked(console, Act.CORNER)
    press(key, on=console)
    assert "cannot be given" in page.ask.words.text()
    assert page.ask.accessibleName() == page.ask.words.text()
    assert key_map_of(console).chosen == {}


@pytest.mark.parametrize("letter", ["c", "v", "z", "q"])
def test_what_fields_and_the_system_do_with_ctrl_is_refused(
    console: ConsoleWindow, letter: str
) -> None:
    asked(console, Act.CORNER)
    press(letter, CTRL, on=console)
    assert key_map_of(console).chosen == {}


def test_shift_f10_is_no_key_of_a_command(console: ConsoleWindow) -> None:
    asked(console, Act.CORNER)
    press(Key.Key_F10, SHIFT, on=console)
    assert key_map_of(console).chosen == {}


def test_the_curtain_gets_a_second_key_and_keeps_f8(
    console: ConsoleWindow, session: LiveSession
) -> None:
    asked(console, Act.CURTAIN)
    press(Key.Key_F12, on=console)
    press(Key.Key_Escape, on=console)
    assert console.desk.header.curtain_button.own_cap == Key.Key_F8
    for key in (Key.Key_F12, Key.Key_F8):
        before = session.workshop.board.curtain
        press(key, on=console)
        assert session.workshop.board.curtain is not before


def test_a_chord_works_while_somebody_types_in_a_field(console: ConsoleWindow) -> None:
    asked(console, Act.KEYS)
    press("g", CTRL, on=console)
    press(Key.Key_Escape, on=console)
    console.desk.middle.note.field.setFocus()
    press("g", CTRL, on=console)
    assert console.keys.isVisible()


@pytest.mark.parametrize(("held", "name"), [(CTRL, "Ctrl+G"), (ALT, "Alt+G")])
def test_a_chord_of_a_command_that_repeats_works_everywhere(
    console: ConsoleWindow, session: LiveSession, held: Qt.KeyboardModifier, name: str
) -> None:
    console.use_keys(KeyMap({Act.MORE_TIME: name}))
    field = console.desk.middle.note.field
    for widget in (console.desk.middle, console.desk.agenda.list, field):
        widget.setFocus()
        press(Key.Key_G, held, on=console)
    assert session.desk().clock.face == "6:00"
    assert field.text() == ""
    repeated = QKeyEvent(QEvent.Type.KeyPress, Key.Key_G, held, "g", autorep=True)
    QApplication.sendEvent(console.desk.middle, repeated)
    assert session.desk().clock.face == "7:00"
    assert console.handle_board_key(typed("g", "g", held))
    assert session.desk().clock.face == "8:00"


def test_a_chord_with_alt_works_from_the_boards_window_and_from_a_menu(
    console: ConsoleWindow,
) -> None:
    middle = console.desk.middle
    assert console.handle_board_key(typed("2", "2", ALT))
    tabs = [middle.tab]
    QTest.keyClick(middle.now.menu(), Key.Key_3, ALT)
    tabs.append(middle.tab)
    assert tabs == [Tab.LINES, Tab.RECORD]


def test_a_key_held_down_on_the_boards_window_does_its_work_once(
    console: ConsoleWindow, session: LiveSession
) -> None:
    before = session.workshop.board.curtain
    for repeats in (False, True, True):
        console.handle_board_key(
            QKeyEvent(QEvent.Type.KeyPress, Key.Key_F8, NOTHING_HELD, "", autorep=repeats)
        )
        assert session.workshop.board.curtain is not before


@pytest.mark.parametrize(
    ("cap", "key", "held"),
    [
        (Key.Key_F12, Key.Key_F12, NOTHING_HELD),
        ("Ctrl+G", Key.Key_G, CTRL),
        ("Alt+G", Key.Key_G, ALT),
        ("?", Key.Key_Question, NOTHING_HELD),
    ],
)
def test_the_key_that_opens_the_keys_page_closes_it(
    console: ConsoleWindow, cap: Cap, key: Qt.Key, held: Qt.KeyboardModifier
) -> None:
    console.use_keys(KeyMap({Act.KEYS: cap} if cap != "?" else {}))
    steps = console.desk.agenda.list
    for _time in range(2):
        steps.setFocus()
        press(key, held, on=console)
        assert console.keys.isVisible()
        press(key, held, on=console)
        assert console.desk.isVisible()
        assert steps.hasFocus()


def test_the_key_of_the_keys_page_opens_and_closes_it_from_the_boards_window(
    console: ConsoleWindow,
) -> None:
    for is_open in (True, False):
        assert console.handle_board_key(typed("/", "?", SHIFT))
        assert console.keys.isVisible() is is_open


def test_a_key_for_change_a_key_focuses_the_list_of_an_open_page(console: ConsoleWindow) -> None:
    console.use_keys(KeyMap({Act.CHANGE_KEY: Key.Key_F12}))
    press("?", on=console)
    press(Key.Key_F12, on=console)
    assert console.keys.list.hasFocus()


def test_a_letter_is_typed_in_a_field_whatever_it_was_given_to(
    console: ConsoleWindow, session: LiveSession
) -> None:
    console.use_keys(KeyMap({Act.TOGGLE_TIME: "G"}))
    before = session.desk().clock.state
    press(Key.Key_K, CTRL, on=console)
    QTest.keyClicks(console.search.field, "g")
    assert console.search.field.text() == "g"
    assert session.desk().clock.state is before


def test_a_letter_goes_by_the_layout(console: ConsoleWindow, session: LiveSession) -> None:
    asked(console, Act.TOGGLE_TIME)
    QApplication.sendEvent(console.keys.ask, typed("g", "п"))
    assert key_map_of(console).cap_of(Act.TOGGLE_TIME) == "G"
    press(Key.Key_Escape, on=console)
    before = session.desk().clock.state
    QApplication.sendEvent(console.desk.middle, typed("g", "п"))
    assert session.desk().clock.state is not before


def test_one_key_is_reset_and_all_are(console: ConsoleWindow) -> None:
    console.use_keys(KeyMap({Act.CORNER: "G", Act.HEARD: "Ctrl+J", Act.MORE: "Y"}))
    console.show_keys(to_change=True)
    page = console.keys
    page.list.choose(Act.CORNER)
    press(Key.Key_Delete, on=console)
    assert set(key_map_of(console).chosen) == {Act.HEARD, Act.MORE}
    page.reset_all_button.setFocus()
    press(Key.Key_Return, on=console)
    assert set(key_map_of(console).chosen) == {Act.HEARD, Act.MORE}, "it asks first"
    press(Key.Key_Escape, on=console)
    assert set(key_map_of(console).chosen) == {Act.HEARD, Act.MORE}
    page.reset_all_button.click()
    page.reset_ask.buttons["reset"].click()
    assert key_map_of(console).chosen == {}
    assert page.list.hasFocus()


def test_a_reset_gives_swapped_commands_back_their_keys() -> None:
    swapped = KeyMap().with_key(Act.CORNER, "H")
    assert swapped.cap_of(Act.HEARD) == "O"
    assert swapped.without(Act.CORNER).chosen == {}


def test_changed_keys_are_saved_as_they_are_read() -> None:
    keys = KeyMap().with_key(Act.CORNER, "H").with_key(Act.CARE, Key.Key_F12)
    keys = keys.with_key(Act.TOGGLE_TIME, "Ctrl+J").with_key(Act.END, Key.Key_Space)
    assert KeyMap.from_values(keys.values) == (keys, False)


def caps_like(act: Asked) -> list[Cap]:
    """Return all the keys of the table that a command could be given."""
    table = LINE_TABLE if isinstance(act, LineAct) else TABLE
    return [cap for command in table for cap in command.keys if not is_fixed(cap)]


OFFERED = [c.id for c in TABLE if c.is_offered] + [c.id for c in LINE_TABLE]


@pytest.mark.parametrize("act", OFFERED)
def test_every_swap_is_read_back_as_it_was_saved(act: Asked) -> None:
    for cap in caps_like(act):
        keys = KeyMap().with_key(act, cap)
        assert KeyMap.from_values(keys.values) == (keys, False)


@pytest.mark.parametrize("act", OFFERED)
def test_a_swap_there_and_back_leaves_nothing_saved(act: Asked) -> None:
    for cap in caps_like(act):
        owner = KeyMap().owner_of(cap, of_lines=isinstance(act, LineAct))
        assert owner is not None
        assert KeyMap().with_key(act, cap).with_key(owner, cap).values == {}


def test_a_swap_back_leaves_a_second_key_with_the_command_that_has_it_now() -> None:
    keys = KeyMap({Act.LARGER: "H", Act.HEARD: "Ctrl++", Act.END: "Ctrl+="})
    back = keys.with_key(Act.HEARD, "H")
    assert back.keys_of(Act.LARGER) == ("Ctrl++",)
    assert back.keys_of(Act.END) == ("Ctrl+=",)
    assert KeyMap.from_values(back.values) == (back, False)


@pytest.mark.parametrize("letter", ["ß", "µ", "\u0131", "\u017f", "ŉ"])
def test_a_letter_without_a_capital_of_its_own_is_refused(
    console: ConsoleWindow, letter: str
) -> None:
    page = asked(console, Act.CORNER)
    event = QKeyEvent(QEvent.Type.KeyPress, Key.Key_S, NOTHING_HELD, letter)
    QApplication.sendEvent(page.ask, event)
    assert "cannot be given" in page.ask.words.text()
    assert key_map_of(console).chosen == {}


def test_a_letter_with_a_sign_above_it_works(console: ConsoleWindow, session: LiveSession) -> None:
    page = asked(console, Act.TOGGLE_TIME)
    QApplication.sendEvent(page.ask, typed("w", "ŵ"))
    keys = key_map_of(console)
    assert keys.cap_of(Act.TOGGLE_TIME) == "Ŵ"
    assert KeyMap.from_values(keys.values) == (keys, False)
    press(Key.Key_Escape, on=console)
    before = session.desk().clock.state
    QApplication.sendEvent(console.desk.middle, typed("w", "ŵ"))
    assert session.desk().clock.state is not before


@pytest.mark.parametrize("act", [Act.KEYS, Act.CHANGE_KEY, Act.SEARCH, Act.MORE])
@pytest.mark.parametrize(
    ("cap", "key", "held"),
    [
        (Key.Key_F12, Key.Key_F12, Qt.KeyboardModifier.NoModifier),
        ("Ctrl+G", Key.Key_G, CTRL),
        ("Alt+G", Key.Key_G, ALT),
    ],
)
def test_no_key_uncovers_the_console_while_somebody_writes_at_this_laptop(
    console: ConsoleWindow, act: Act, cap: Cap, key: Qt.Key, held: Qt.KeyboardModifier
) -> None:
    console.use_keys(KeyMap({act: cap}))
    console.show_cover(covered=True)
    for pressed in (key, Key.Key_Escape):
        QTest.keyClick(console, pressed, held if pressed is key else NOTHING_HELD)
        assert console.cover.isVisible()
    assert QApplication.activePopupWidget() is None


@pytest.mark.parametrize(("place", "sign"), [("/", "?"), ("m", "m")])
def test_no_key_on_the_boards_window_uncovers_the_console(
    console: ConsoleWindow, place: str, sign: str
) -> None:
    console.show_cover(covered=True)
    assert console.handle_board_key(typed(place, sign))
    assert console.cover.isVisible()
    assert QApplication.activePopupWidget() is None


@pytest.mark.parametrize(
    "values",
    [
        "keys",
        ["O"],
        {"corner": 5},
        {"corner": "F8"},
        {"corner": "Ctrl+C"},
        {"corner": "Return"},
        {"corner": "F99"},
        {"corner": "H"},
        {"no such command": "G"},
        {"leave": "G"},
        {"corner": "\n"},
        {"corner": "g"},
        {"corner": "ẞ"},
        {"corner": "İ"},
        {"corner": "-"},
        {"line: park": "F11"},
        {"line: park": "J"},
        {"next": "O", "back": "O"},
    ],
)
def test_saved_keys_that_cannot_be_used_fall_back_to_the_first(values: object) -> None:
    keys, is_lost = KeyMap.from_values(values)
    assert keys.chosen == {}
    assert is_lost


def test_what_next_asks_once_more_names_the_key_that_was_given(console: ConsoleWindow) -> None:
    console.use_keys(KeyMap({Act.NEXT: "G"}))
    once_more = console.desk.middle.now.once_more
    once_more.show_asked("Go on to: Celebrate")
    assert "Press G or Page Down" in once_more.words.text()


def test_the_keys_page_gives_the_focus_back_to_the_list_that_had_it(
    console: ConsoleWindow,
) -> None:
    steps: QWidget = console.desk.agenda.list
    steps.setFocus()
    press("?", on=console)
    assert console.keys.isVisible()
    press(Key.Key_Escape, on=console)
    assert steps.hasFocus()


def test_the_keys_page_closes_when_what_had_the_focus_is_gone(console: ConsoleWindow) -> None:
    field = focused_field(console)
    console.show_keys()
    delete(field)
    press(Key.Key_Escape, on=console)
    assert console.desk.isVisible()
    assert console.desk.middle.isAncestorOf(console.focusWidget())


def focused_field(console: ConsoleWindow) -> QLineEdit:
    """Return a field on the desk that has the focus."""
    field = QLineEdit(console.desk.middle)
    field.show()
    field.setFocus()
    assert field.hasFocus()
    return field


def with_lines(console: ConsoleWindow, session: LiveSession) -> AgreementPanel:
    """Return the agreement's panel with two lines, its list in focus."""
    for line in ("We listen.", "We ask."):
        session.agreements.suggest(line)
    console.desk.middle.take_up(Tab.AGREEMENT)
    panel = console.desk.middle.agreement
    panel.lines.setFocus()
    return panel


def test_a_command_for_the_agreements_lines_gets_another_key_in_its_list(
    console: ConsoleWindow, session: LiveSession
) -> None:
    panel = with_lines(console, session)
    asked(console, LineAct.PARK)
    press("g", on=console)
    press(Key.Key_Escape, on=console)
    panel.lines.setFocus()
    press("p", on=console)
    assert panel.form.isHidden()
    press("g", on=console)
    assert panel.form.isVisible()
    (button,) = [b for b in panel.findChildren(CommandButton) if b.act is LineAct.PARK]
    assert button.own_cap == "G"


def test_keys_of_the_list_are_swapped_among_themselves(
    console: ConsoleWindow, session: LiveSession
) -> None:
    with_lines(console, session)
    page = asked(console, LineAct.PARK)
    press("j", on=console)
    assert "Join the chosen lines" in page.ask.words.text()
    press(Key.Key_Return, on=console)
    keys = key_map_of(console)
    assert (keys.cap_of(LineAct.PARK), keys.cap_of(LineAct.JOIN)) == ("J", "P")
    assert KeyMap.from_values(keys.values) == (keys, False)


def test_the_list_and_the_console_may_have_one_key_each(console: ConsoleWindow) -> None:
    asked(console, LineAct.PARK)
    press("o", on=console)
    keys = key_map_of(console)
    assert (keys.cap_of(LineAct.PARK), keys.cap_of(Act.CORNER)) == ("O", "O")


@pytest.mark.parametrize("key", [Key.Key_F11, Key.Key_Space, Key.Key_Return, Key.Key_Right])
def test_the_list_takes_letters_and_figures_alone(console: ConsoleWindow, key: Qt.Key) -> None:
    page = asked(console, LineAct.PARK)
    press(key, on=console)
    assert "cannot be given" in page.ask.words.text()
    assert key_map_of(console).chosen == {}


def test_what_stands_beneath_a_joined_line_names_the_key_that_was_given(
    console: ConsoleWindow, session: LiveSession
) -> None:
    panel = with_lines(console, session)
    ids = [row.id for row in panel.lines.rows]
    session.agreements.join(tuple(LineId(line) for line in ids), "We listen and ask.")
    console.use_keys(KeyMap({LineAct.CONFIRM: "G"}))
    (joined,) = panel.lines.items
    assert any(note.startswith("G when") for note in joined.notes)


def test_why_the_minutes_of_a_step_stay_names_the_keys_that_were_given(
    console: ConsoleWindow, session: LiveSession
) -> None:
    console.use_keys(KeyMap({Act.MORE_TIME: "G"}))
    session.time.start()
    agenda = console.desk.agenda
    agenda.list.setFocus()
    press(Key.Key_Return, Qt.KeyboardModifier.AltModifier, on=console)
    assert "use G and −" in agenda.change_form.minutes.toolTip()


NAMES_A_KEY = re.compile(r"\(Alt \d\)|\b(?:[Pp]ress|use) (?:→|←|\+|−|\?|[A-Z])(?!\w)|^[A-Z] when ")


def test_no_text_names_a_key_that_can_be_changed() -> None:
    parts = [part for text in all_texts() for part in text.parts if part]
    assert not [part for part in parts if NAMES_A_KEY.search(part)]


@pytest.mark.parametrize(
    "text",
    ["Go to the record (Alt 3).", "use + and −", "To stay, press ←.", "Y when they say yes."],
)
def test_a_text_that_names_such_a_key_is_noticed(text: str) -> None:
    assert NAMES_A_KEY.search(text)
