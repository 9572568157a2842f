"""The search of the commands: Ctrl K, a few letters, Enter; Esc and the focus."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from facilitator.live.session.session import LiveSession
from facilitator.ui.console.commands.search_panel import NOT_FOUND, SearchPanel, search_commands
from facilitator.ui.console.commands.table import TABLE, Act
from facilitator.ui.console.window import ConsoleWindow
from tests.helpers.layouts import typed

CTRL = Qt.KeyboardModifier.ControlModifier
Key = Qt.Key


def opened(console: ConsoleWindow, focus: QWidget) -> SearchPanel:
    """Open the search by its key, from where the focus is."""
    focus.setFocus()
    QTest.keyClick(focus, Key.Key_K, CTRL)
    assert console.search.isVisible()
    assert console.search.field.hasFocus()
    return console.search


def matches(query: str) -> list[Act]:
    return [command.id for command in search_commands(query)]


@pytest.mark.parametrize("query", ["two min", "min two", "MINU TWÓ", "nutes wo", "2 minutes"])
def test_letters_of_words_find_a_command_in_any_order(query: str) -> None:
    assert matches(query)[0] is Act.TWO_MORE


def test_a_command_is_found_by_its_key_and_by_what_its_button_says() -> None:
    assert matches("f8") == [Act.CURTAIN]
    assert Act.QUIET in matches("just talk")


def test_nothing_typed_lists_every_command_but_the_search_and_esc() -> None:
    assert matches("") == [command.id for command in TABLE if command.id not in NOT_FOUND]


def test_every_command_is_the_first_that_its_own_words_find() -> None:
    for command in TABLE:
        if command.id not in NOT_FOUND:
            assert matches(command.words())[0] is command.id


def test_enter_runs_the_chosen_command_and_the_focus_returns(
    console: ConsoleWindow, session: LiveSession, qtbot: QtBot
) -> None:
    steps = console.desk.agenda.list
    search = opened(console, steps)
    qtbot.keyClicks(search.field, "five")
    assert search.matches[0].id is Act.FIVE_MORE
    qtbot.keyClick(search.field, Key.Key_Return)
    assert session.desk().clock.face == "8:00"
    assert not search.isVisible()
    assert steps.hasFocus()


def test_the_arrows_and_tab_choose_and_stop_at_both_ends(
    console: ConsoleWindow, session: LiveSession, qtbot: QtBot
) -> None:
    search = opened(console, console.desk.middle)
    qtbot.keyClick(search.field, Key.Key_Up)
    assert search.list.currentIndex().row() == 0
    for key, row in ((Key.Key_Down, 1), (Key.Key_Tab, 2), (Key.Key_Backtab, 1)):
        qtbot.keyClick(search.field, key)
        assert search.list.currentIndex().row() == row
    for _step in range(len(TABLE)):
        qtbot.keyClick(search.field, Key.Key_Down)
    assert search.list.currentIndex().row() == len(search.matches) - 1
    assert session.desk().clock.face == "3:00"


def test_esc_closes_the_search_before_a_notice_and_runs_nothing(
    console: ConsoleWindow, session: LiveSession, qtbot: QtBot
) -> None:
    console.show_notice("The disk is full.")
    steps = console.desk.agenda.list
    search = opened(console, steps)
    before = session.workshop
    qtbot.keyClicks(search.field, "next")
    qtbot.keyClick(search.field, Key.Key_Escape)
    assert not search.isVisible()
    assert steps.hasFocus()
    assert console.desk.middle.notice.text == "The disk is full."
    assert session.workshop is before


def test_a_refusal_is_a_notice_as_for_every_command(console: ConsoleWindow, qtbot: QtBot) -> None:
    search = opened(console, console.desk.middle)
    qtbot.keyClicks(search.field, "typing corner")
    qtbot.keyClick(search.field, Key.Key_Enter)
    assert "Writing is not open." in console.desk.middle.notice.text


def test_a_tab_that_only_a_narrow_window_has_says_so(console: ConsoleWindow, qtbot: QtBot) -> None:
    search = opened(console, console.desk.middle)
    qtbot.keyClicks(search.field, "turn steps")
    qtbot.keyClick(search.field, Key.Key_Return)
    assert "beside the middle" in console.desk.middle.notice.text


def test_what_is_half_typed_in_a_field_stays(console: ConsoleWindow, qtbot: QtBot) -> None:
    note = console.desk.middle.note.field
    note.setFocus()
    qtbot.keyClicks(note, "Ask about Tuesday")
    note.setCursorPosition(3)
    search = opened(console, note)
    qtbot.keyClick(search.field, Key.Key_Escape)
    assert note.hasFocus()
    assert note.text() == "Ask about Tuesday"


def test_it_closes_when_what_had_the_focus_is_gone(console: ConsoleWindow, qtbot: QtBot) -> None:
    field = QLineEdit(console.desk.middle)
    field.show()
    search = opened(console, field)
    delete(field)
    qtbot.keyClick(search.field, Key.Key_Escape)
    assert not search.isVisible()
    assert console.focusWidget() is not search.field


def test_letters_in_the_search_are_no_keys(
    console: ConsoleWindow, session: LiveSession, qtbot: QtBot
) -> None:
    search = opened(console, console.desk.agenda.list)
    before = session.workshop
    qtbot.keyClicks(search.field, "b o 2 + ?")
    assert session.workshop is before
    assert search.isVisible()


def test_nothing_that_fits_is_said_and_enter_does_nothing(
    console: ConsoleWindow, session: LiveSession, qtbot: QtBot
) -> None:
    search = opened(console, console.desk.middle)
    before = session.workshop
    qtbot.keyClicks(search.field, "zzz")
    assert search.none.isVisible()
    qtbot.keyClick(search.field, Key.Key_Return)
    assert search.isVisible()
    assert session.workshop is before


def test_it_closes_when_the_focus_goes_elsewhere(console: ConsoleWindow) -> None:
    search = opened(console, console.desk.middle)
    console.desk.agenda.list.setFocus()
    assert not search.isVisible()
    assert console.desk.agenda.list.hasFocus()


def test_while_somebody_writes_at_this_laptop_nothing_opens(console: ConsoleWindow) -> None:
    console.show_cover(covered=True)
    QTest.keyClick(console, Key.Key_K, CTRL)
    assert not console.search.isVisible()


def test_the_key_on_the_boards_window_opens_it_on_the_console(console: ConsoleWindow) -> None:
    assert console.handle_board_key(typed("k", "k", CTRL))
    assert console.search.isVisible()
    assert console.search.window() is console


@pytest.mark.parametrize(("width", "height", "scale"), [(1280, 800, 100), (640, 480, 160)])
def test_it_has_its_place_inside_the_window(
    console: ConsoleWindow, width: int, height: int, scale: int
) -> None:
    console.resize(width, height)
    console.set_text_scale(scale)
    search = opened(console, console.desk.middle)
    QApplication.processEvents()
    assert console.desk.rect().contains(search.geometry())
    assert search.list.height() > 2 * search.field.height()


def test_field_list_and_panel_have_names(console: ConsoleWindow) -> None:
    search = console.search
    assert all(part.accessibleName() for part in (search, search.field, search.list))
