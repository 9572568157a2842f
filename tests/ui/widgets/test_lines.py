"""The list of lines: by keyboard, mouse and screen reader, however many there are."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from facilitator.room.spec import Theme
from facilitator.ui.console.style import console_style
from facilitator.ui.widgets.fonts import load_fonts
from facilitator.ui.widgets.icons import Icon
from facilitator.ui.widgets.line_items import LineAction, LineItem
from facilitator.ui.widgets.line_paint import ROW, Look
from facilitator.ui.widgets.lines import LineList
from facilitator.ui.widgets.theme import palette_of
from tests.helpers.keys import press
from tests.helpers.lines import act, click, texts_of, tick

MANY = 200
ACTIONS = (
    LineAction("edit", "Correct", Icon.PENCIL, "F2", by_enter=True),
    LineAction("out", "Take out", Icon.TRASH, Qt.Key.Key_Delete),
)
LONG = "somebody asks me before the meeting and not only in the middle of it, when everyone looks"
OTHERS = (
    "ŵ ŷ: mae’n haws i mi ddweud fy marn pan fydd rhywun yn gofyn yn gyntaf, cyn y cyfarfod",
    "يسألني أحد قبل الاجتماع وليس في منتصفه فقط عندما ينظر الجميع إلينا وننتظر",
    "👩‍👩‍👧‍👦 " * 30,
    "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch" * 3,
)


def items(count: int, *, ticked: bool | None = None) -> tuple[LineItem, ...]:
    return tuple(
        LineItem(f"id{n}", f"{n} {LONG if n % 3 else 'short'}", "ABC"[n % 3], ticked=ticked)
        for n in range(count)
    )


class Holder(QWidget):
    """A window that writes down the keys that come to it."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        QVBoxLayout(self).addWidget(inside)
        self.keys: list[int] = []

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.keys.append(event.key())


HELD: list[Holder] = []


@pytest.fixture(autouse=True)
def _drop_windows() -> Iterator[None]:
    yield
    HELD.clear()


def shown(qtbot: QtBot, lines: LineList, size: tuple[int, int] = (690, 400)) -> LineList:
    """Show a list in a window of its own, and give it the keyboard."""
    load_fonts()
    window = Holder(lines)
    HELD.append(window)
    qtbot.addWidget(window)
    window.setStyleSheet(console_style(palette_of(Theme.WARM), 100))
    window.resize(*size)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    lines.setFocus()
    qtbot.waitUntil(lines.hasFocus)
    return lines


def test_every_line_can_be_reached_by_keys_and_is_in_sight_once_it_is_chosen(
    qtbot: QtBot,
) -> None:
    lines = shown(qtbot, LineList("Lines", ACTIONS))
    lines.show_items(items(MANY))
    met = []
    for _line in range(MANY):
        chosen = lines.chosen
        assert chosen is not None
        met.append(chosen.id)
        row = lines.row_of(lines.currentIndex().row())
        assert lines.viewport().rect().contains(row)
        press(Qt.Key.Key_Down)
    assert met == [f"id{n}" for n in range(MANY)]


def test_a_screen_reader_has_every_line_with_its_letter_state_and_box(qtbot: QtBot) -> None:
    lines = shown(qtbot, LineList("Lines", ACTIONS))
    lines.show_items(
        (*items(MANY - 1), LineItem("last", "words", "C", state="left out", ticked=False))
    )
    reader = QAccessible.queryAccessibleInterface(lines)
    assert reader.childCount() == MANY
    assert reader.child(1).text(QAccessible.Text.Name) == f"B. 1 {LONG}"
    last = reader.child(MANY - 1)
    assert last.text(QAccessible.Text.Name) == "C. words. left out"
    assert last.state().checkable
    assert not last.state().checked
    assert not reader.child(0).state().checkable


def test_its_buttons_act_on_the_chosen_line_and_name_it(qtbot: QtBot) -> None:
    lines = shown(qtbot, LineList("Lines", ACTIONS))
    lines.show_items(items(9))
    acted: list[tuple[str, object]] = []
    lines.acted.connect(lambda action, line: acted.append((action, line)))
    act(lines, 3, "out")
    assert lines.buttons["out"].accessibleName() == "Take out: A 3 short (Del)"
    press(Qt.Key.Key_Down)
    for key in (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Delete):
        press(key)
    assert acted == [("out", "id3"), ("edit", "id4"), ("edit", "id4"), ("out", "id4")]


def test_the_buttons_are_beside_the_chosen_line_and_cover_none_of_its_words(qtbot: QtBot) -> None:
    for width in (400, 690, 1200):
        lines = shown(qtbot, LineList("Lines", ACTIONS), (width, 400))
        lines.show_items(items(9))
        lines.choose(4)
        QApplication.processEvents()
        row, button = lines.row_of(4), lines.buttons["edit"]
        assert button.isVisible()
        left = button.mapTo(lines.viewport(), button.rect().topLeft())
        assert row.contains(left)
        assert left.x() >= lines.words_of(4).right()
        assert button.height() >= ROW


def test_a_box_is_ticked_by_mouse_space_and_enter_and_changes_only_from_outside(
    qtbot: QtBot,
) -> None:
    lines = shown(qtbot, LineList("Lines"))
    lines.show_items(items(5, ticked=True))
    ticked: list[object] = []
    lines.ticked.connect(ticked.append)
    tick(lines, 2)
    click(lines, 3)
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Return)
    assert ticked == ["id2", "id3", "id3"]
    assert all(item.ticked for item in lines.items)


def test_the_chosen_line_stays_chosen_and_else_the_one_at_its_place(qtbot: QtBot) -> None:
    lines = shown(qtbot, LineList("Lines", ACTIONS))
    given = items(6)
    lines.show_items(given)
    lines.choose(2)
    lines.show_items(given[::-1])
    assert lines.chosen == given[2]
    lines.show_items((given[5], given[4], given[3], given[1], given[0]))
    assert lines.chosen == given[1]
    lines.show_items(given[:1])
    assert lines.chosen == given[0]
    lines.show_items(())
    assert lines.chosen is None
    assert not lines.buttons["out"].isVisible()


@pytest.mark.parametrize("look", Look)
def test_no_list_is_higher_than_its_lines_and_no_words_are_cut(qtbot: QtBot, look: Look) -> None:
    texts = ("short", LONG, *OTHERS)
    given = tuple(LineItem(n, text, notes=(LONG,)) for n, text in enumerate(texts))
    for width in (300, 500, 690, 1100):
        lines = shown(qtbot, LineList("Lines", look=look), (width, 3000))
        lines.show_items(given)
        QApplication.processEvents()
        bottom = lines.row_of(len(given) - 1).bottom()
        assert lines.viewport().height() <= bottom + ROW
        for place in range(len(given)):
            assert lines.row_of(place).contains(lines.words_of(place))


def test_words_that_get_less_room_beside_a_state_are_measured_again(qtbot: QtBot) -> None:
    lines = shown(qtbot, LineList("Lines", ACTIONS), (560, 400))
    for n in range(30, 60):
        item = LineItem(1, "words " * (n // 6) + "x" * (n % 6))
        for state in ("", "a state that is rather long"):
            lines.show_items((item, LineItem(2, "other", state=state)))
            QApplication.processEvents()
            assert lines.row_of(0).contains(lines.words_of(0))


def test_where_words_and_a_state_have_too_little_room_side_by_side_the_state_is_below(
    qtbot: QtBot,
) -> None:
    lines = shown(qtbot, LineList("Lines", ACTIONS), (450, 400))
    lines.show_items((LineItem(1, "words"),))
    QApplication.processEvents()
    before = lines.words_of(0)
    lines.show_items((LineItem(1, "words", state="a state that is rather long"),))
    QApplication.processEvents()
    words = lines.words_of(0)
    assert words.width() == before.width()
    assert words.height() > before.height()
    assert lines.row_of(0).contains(words)


def test_what_a_change_leaves_alone_is_not_measured_again_and_nothing_of_a_gone_line_stays(
    qtbot: QtBot,
) -> None:
    lines = shown(qtbot, LineList("Lines", ACTIONS))
    lines.show_items(items(6))
    lines.show_items(items(5))
    held = repr((vars(lines), vars(lines.itemDelegate()), [item.text for item in lines.items]))
    assert "id5" not in held
    assert texts_of(lines) == [item.text for item in items(5)]
    lines.show_items((LineItem("id1", "reworded"), *items(5)[2:]))
    assert f"1 {LONG}" not in repr(vars(lines.itemDelegate()))
    lines.show_items(())
    assert LONG not in repr(vars(lines.itemDelegate()))
    assert all(LONG not in button.accessibleName() for button in lines.buttons.values())


def test_a_line_chosen_before_the_list_has_its_size_is_in_sight_in_the_end(
    qtbot: QtBot,
) -> None:
    lines = LineList("Lines", ACTIONS)
    lines.show_items(items(MANY))
    lines.choose(MANY - 1)
    shown(qtbot, lines)
    for size in ((600, 500), (500, 300), (800, 400)):
        HELD[-1].resize(*size)
        QApplication.processEvents()
        assert lines.viewport().rect().contains(lines.row_of(MANY - 1))


def test_the_keys_of_the_window_are_left_to_it(qtbot: QtBot) -> None:
    lines = shown(qtbot, LineList("Lines", ACTIONS))
    lines.show_items(items(6))
    keys = [Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Space, Qt.Key.Key_B, Qt.Key.Key_Escape]
    for key in keys:
        press(key)
    assert HELD[-1].keys == keys
