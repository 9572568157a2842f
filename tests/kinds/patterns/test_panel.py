"""Sorting on the console with real widgets: by keyboard alone, by mouse alone, and by ear."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from facilitator.kinds.patterns.panel.columns import Column
from facilitator.kinds.patterns.panel.outline import Outline
from facilitator.kinds.patterns.panel.panel import PatternsPanel
from facilitator.live.session.session import LiveSession
from tests.helpers.consoles import shown_console
from tests.helpers.keys import press
from tests.kinds.patterns.sorting import (
    ASKED,
    LATER,
    WAITING,
    A,
    B,
    C,
    D,
    outline,
    put,
    put_in,
    sorting,
    view,
)

NAMES = ("Waiting", "Being asked", "Time", "A way in", "It counts", "Somebody listens")
Key = Qt.Key


@pytest.fixture
def session(tmp_path: Path) -> Iterator[LiveSession]:
    session = sorting(tmp_path)
    yield session
    session.close()


@pytest.fixture
def panel(qtbot: QtBot, session: LiveSession) -> PatternsPanel:
    return panel_in(shown_console(qtbot, session, (1280, 800)))


def panel_in(console: QWidget) -> PatternsPanel:
    (panel,) = console.findChildren(PatternsPanel)
    return panel


def type_(text: str) -> None:
    """Type a text, key by key, where the keyboard is."""
    for letter in text:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClicks(focus, letter)


def go_to_outline(panel: PatternsPanel) -> None:
    """Go to the outline by Tab alone, and to its first line."""
    for _time in range(60):
        if panel.outline.hasFocus():
            break
        press(Key.Key_Tab)
    assert panel.outline.hasFocus()
    press(Key.Key_Home)
    press(Key.Key_Down)


def groups(session: LiveSession) -> dict[str, int]:
    """Return how many lines are in each group."""
    return {name: len(letters) for name, letters in marks(session)}


def marks(session: LiveSession) -> list[tuple[str, list[str]]]:
    return [(g.name, [line.mark for line in g.lines]) for g in view(session).groups]


def test_forty_lines_are_sorted_into_six_patterns_by_keyboard_alone(
    qtbot: QtBot, tmp_path: Path
) -> None:
    session = sorting(tmp_path, lines=40)
    panel = panel_in(shown_console(qtbot, session, (1280, 800)))
    go_to_outline(panel)
    for name in NAMES:
        press(Key.Key_N, Qt.KeyboardModifier.ControlModifier)
        type_(name)
        press(Key.Key_Return)
        assert panel.outline.hasFocus()
    assert groups(session) == {"": 34, **dict.fromkeys(NAMES, 1)}
    for place in range(32):
        press(Key(Key.Key_1 + place % 6))
    assert groups(session)[""] == 2
    assert sum(groups(session).values()) == 40
    session.close()


def test_a_line_is_moved_by_one_digit_and_the_next_one_is_chosen(
    session: LiveSession, panel: PatternsPanel
) -> None:
    put(session, "Waiting")
    put(session, "Being asked")
    go_to_outline(panel)
    press(Key.Key_2)
    assert outline(session) == [("", "BCDEF"), ("Waiting", ""), ("Being asked", "A")]
    press(Key.Key_1)
    assert outline(session) == [("", "CDEF"), ("Waiting", "B"), ("Being asked", "A")]


def test_a_line_is_moved_by_the_first_letter_of_a_name_and_enter(
    session: LiveSession, panel: PatternsPanel
) -> None:
    put(session, "Waiting")
    put(session, "Being asked")
    go_to_outline(panel)
    type_("b")
    assert panel.entry.field.hasFocus()
    press(Key.Key_Return)
    assert outline(session)[2] == ("Being asked", "A")
    assert panel.outline.hasFocus()
    type_("w")
    press(Key.Key_Escape)
    assert panel.outline.hasFocus()
    assert outline(session)[1] == ("Waiting", "")
    press(Key.Key_Return)
    press(Key.Key_Down)
    press(Key.Key_Return)
    assert outline(session)[2] == ("Being asked", "AB")


def test_a_name_that_no_pattern_has_is_a_new_pattern(
    session: LiveSession, panel: PatternsPanel
) -> None:
    go_to_outline(panel)
    type_("time to think")
    assert "a new pattern" in panel.entry.hint.text()
    press(Key.Key_Return)
    assert outline(session) == [("", "BCDEF"), ("time to think", "A")]
    assert panel.entry.field.text() == ""


def test_several_lines_are_chosen_by_shift_and_split_into_a_new_pattern(
    session: LiveSession, panel: PatternsPanel
) -> None:
    put(session, "Waiting", A, B, C, D)
    go_to_outline(panel)
    for _line in range(4):
        press(Key.Key_Down)
    press(Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    press(Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert "B, C" in panel.entry.title.text()
    type_("Being asked")
    press(Key.Key_Return)
    assert outline(session) == [("", "EF"), ("Waiting", "AD"), ("Being asked", "BC")]


def test_also_alone_undo_redo_rename_merge_move_and_remove_have_keys(
    session: LiveSession, panel: PatternsPanel
) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    put(session, "Waiting", A, B)
    put(session, "Being asked", C)
    go_to_outline(panel)
    for _line in range(4):
        press(Key.Key_Down)
    press(Key.Key_2, control)
    assert outline(session)[1:] == [("Waiting", "AB"), ("Being asked", "CA")]
    press(Key.Key_0)
    assert outline(session)[1:] == [("Waiting", "B"), ("Being asked", "CA")]
    press(Key.Key_Z, control)
    press(Key.Key_Z, control)
    assert outline(session)[1:] == [("Waiting", "AB"), ("Being asked", "C")]
    press(Key.Key_Y, control)
    press(Key.Key_Home)
    for _line in range(4):
        press(Key.Key_Down)
    press(Key.Key_F2)
    press(Key.Key_A, control)
    type_("Time")
    press(Key.Key_Return)
    assert outline(session)[1] == ("Time", "AB")
    press(Key.Key_Down, control)
    assert outline(session)[1:] == [("Being asked", "CA"), ("Time", "AB")]
    press(Key.Key_M, control)
    press(Key.Key_Return)
    assert outline(session)[1:] == [("Being asked", "CAB")]
    press(Key.Key_Home)
    for _line in range(4):
        press(Key.Key_Down)
    press(Key.Key_Delete)
    assert outline(session) == [("", "ABCDEF")]


def test_no_key_of_the_outline_is_a_command_of_the_console(
    session: LiveSession, panel: PatternsPanel
) -> None:
    go_to_outline(panel)
    before = session.desk().now
    for key in (Key.Key_2, Key.Key_5):  # minutes more, elsewhere
        press(key)
    assert session.desk().now == before
    assert not session.workshop.board.curtain
    type_("b")
    assert not session.workshop.board.curtain


def test_forty_lines_are_sorted_into_six_patterns_by_mouse_alone(
    qtbot: QtBot, tmp_path: Path
) -> None:
    session = sorting(tmp_path, lines=40)
    panel = panel_in(shown_console(qtbot, session, (1280, 800)))
    for name in NAMES:
        put(session, name)
    press_mouse(panel.turn_button)
    for place in range(40):
        name = NAMES[place % 6]
        alone = column(panel, "On their own")
        click_line(alone, 0)
        show(panel, name)
        press_mouse(column(panel, name).button)
    assert groups(session) == {"": 0, **dict(zip(NAMES, (7, 7, 7, 7, 6, 6), strict=True))}
    session.close()


def test_by_mouse_a_line_is_in_two_patterns_and_comes_out_again(
    session: LiveSession, panel: PatternsPanel
) -> None:
    put(session, "Waiting", A)
    put(session, "Being asked", B)
    press_mouse(panel.turn_button)
    click_line(column(panel, "Waiting"), 0)
    press_mouse(panel.columns.also_tick)
    press_mouse(column(panel, "Being asked").button)
    assert outline(session)[1:] == [("Waiting", "A"), ("Being asked", "BA")]
    click_line(column(panel, "Being asked"), 0)
    press_mouse(column(panel, "On their own").button)
    assert outline(session)[1:] == [("Waiting", "A"), ("Being asked", "A")]
    press_mouse(column(panel, "Waiting").button)
    assert outline(session)[1:] == [("Waiting", "A"), ("Being asked", "A")], "nothing was chosen"


def press_mouse(control: QWidget) -> None:
    assert control.isVisible()
    QTest.mouseClick(control, Qt.MouseButton.LeftButton, pos=control.rect().center())


def column(panel: PatternsPanel, name: str) -> Column:
    columns = (each for each in panel.columns.columns if each.isVisible())
    return next(each for each in columns if each.lines.accessibleName() == name)


def show(panel: PatternsPanel, name: str) -> None:
    """Turn to the columns with a pattern."""
    while panel.columns.before_button.isVisible() and panel.columns.before_button.isEnabled():
        press_mouse(panel.columns.before_button)
    while all(each.lines.accessibleName() != name for each in panel.columns.columns):
        press_mouse(panel.columns.next_button)


def click_line(of: Column, place: int) -> None:
    QApplication.processEvents()
    at = of.lines.row_of(place).center()
    QTest.mouseClick(of.lines.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_a_screen_reader_hears_each_line_with_its_letter_its_pattern_and_its_place(
    session: LiveSession, panel: PatternsPanel
) -> None:
    put(session, "Waiting", A, C)
    put(session, "Being asked", C)
    put_in(session, ASKED, A, also=True)
    tree = QAccessible.queryAccessibleInterface(panel.outline)
    names = [tree.child(n).text(QAccessible.Text.Name) for n in range(tree.childCount())]
    assert any(name.startswith("A, in Waiting, 1 of 2.") for name in names)
    assert any(name.startswith("C, in Being asked, 1 of 2.") for name in names)
    assert any(name.startswith("B, on its own, 1 of 4.") for name in names)
    assert any(name == "Pattern 1. Waiting. 2 lines" for name in names)
    assert sum("Also in: " in name for name in names) == 4


@pytest.mark.parametrize("size", [(1093, 580), (1280, 800), (1440, 900), (1920, 1080)])
def test_five_rows_at_least_are_in_sight_in_every_window(
    qtbot: QtBot, session: LiveSession, size: tuple[int, int]
) -> None:
    panel = panel_in(shown_console(qtbot, session, size))
    put(session, "Waiting", A)
    QApplication.processEvents()
    assert panel.outline.viewport().height() >= 5 * 44
    assert panel.columns.isVisible() == (size == (1920, 1080))


def test_another_step_begins_without_names_or_lines(
    session: LiveSession, panel: PatternsPanel
) -> None:
    put(session, "Waiting", A)
    go_to_outline(panel)
    type_("x")
    session.steps.jump(session.workshop.agenda.runs[0].step.id)
    assert panel.outline.items == ()
    assert panel.entry.field.text() == ""
    assert not panel.entry.is_open
    assert not any(each.lines.items for each in panel.columns.columns)
    session.steps.jump(LATER.id)
    assert WAITING in [group.key for group in view(session).groups]
    assert panel.outline.items


def test_the_board_is_shown_by_buttons_and_the_panel_says_when_it_is_behind(
    session: LiveSession, panel: PatternsPanel
) -> None:
    put(session, "Waiting", A)
    assert panel.advice.isHidden()
    press_mouse(panel.show_button)
    assert panel.advice.isHidden()
    put_in(session, WAITING, B)
    assert "as they were" in panel.advice.text()
    press_mouse(panel.show_button)
    assert panel.advice.isHidden()


def entries(panel: PatternsPanel) -> dict[str, QAction]:
    """Return the entries of the panel's menu by their words."""
    acts = panel.menu().actions()
    return {act.text().partition("\t")[0]: act for act in acts if act.text()}


def test_the_menu_shows_every_act_with_its_key_and_offers_those_that_fit(
    session: LiveSession, panel: PatternsPanel
) -> None:
    put(session, "Waiting", A, B)
    go_to_outline(panel)
    assert not entries(panel)["Remove the pattern"].isEnabled()
    assert not entries(panel)["Redo"].isEnabled()
    assert entries(panel)["Put it in another pattern, too"].isEnabled()
    panel.outline.choose(6)
    acts = entries(panel)
    assert acts["Rename the pattern"].text().endswith("F2")
    assert acts["Remove the pattern"].isEnabled()
    acts["Show this pattern on the board"].trigger()
    assert "Waiting" in session.pages.sheet(session.picture()).text
    entries(panel)["Show the lines on the board"].trigger()
    assert "Waiting" not in session.pages.sheet(session.picture()).text


def test_the_panel_holds_an_outline(panel: PatternsPanel) -> None:
    assert isinstance(panel.outline, Outline)
