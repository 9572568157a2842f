"""A part that is built when it is first shown behaves as if it had always been there."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QSpinBox, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from facilitator.ui.widgets.layouts import Pages
from facilitator.ui.widgets.lazy import Lazy


class Panel(QWidget):
    """A heading, a number and two buttons."""

    def __init__(self) -> None:
        super().__init__()
        self.heading, self.first, self.last = QLabel(), QPushButton("first"), QPushButton("last")
        self.number = QSpinBox()
        column = QVBoxLayout(self)
        for part in (self.heading, self.first, self.number, self.last):
            column.addWidget(part)

    def show_heading(self, text: str) -> None:
        self.heading.setText(f"{self.heading.text()}{text}")

    def show_number(self, *, number: int) -> None:
        self.number.setValue(number)


class Window(QWidget):
    """A button, pages, and a button beneath them."""

    def __init__(self) -> None:
        super().__init__()
        self.above, self.pages, self.below = QPushButton(), Pages(), QPushButton()
        self.pages.add_page(QLabel("Nothing yet"))
        self.lazy = self.pages.add_lazy(Panel)
        column = QVBoxLayout(self)
        for part in (self.above, self.pages, self.below):
            column.addWidget(part)


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    window = Window()
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


@pytest.fixture
def lazy(window: Window) -> Lazy[Panel]:
    return window.lazy


def test_a_page_is_built_when_it_is_first_shown_and_once(window: Window) -> None:
    assert not window.lazy.is_built
    assert window.findChildren(Panel) == []
    window.pages.show_place(1)
    assert window.lazy.is_built
    window.pages.show_place(0)
    window.pages.show_place(1)
    assert window.findChildren(Panel) == [window.lazy.part]
    assert window.lazy.part.isVisible()


def test_a_part_that_is_asked_for_is_built_and_stays_out_of_sight(window: Window) -> None:
    assert not window.lazy.part.isVisible()
    assert window.lazy.part.window() is window


def test_a_part_shows_the_latest_of_what_it_missed(lazy: Lazy[Panel]) -> None:
    lazy.update(Panel.show_heading, "before")
    lazy.update(Panel.show_number, number=3)
    lazy.update(Panel.show_heading, "now")
    assert lazy.part.heading.text() == "now"
    assert lazy.part.number.value() == 3
    lazy.update(Panel.show_heading, "!")
    assert lazy.part.heading.text() == "now!", "nothing is shown twice"


def test_a_part_is_connected_before_it_is_shown_anything(lazy: Lazy[Panel]) -> None:
    values: list[int] = []
    lazy.when_built(lambda panel: panel.number.valueChanged.connect(values.append))
    lazy.update(Panel.show_number, number=7)
    assert values == []
    assert lazy.part.number.value() == 7
    assert values == [7]
    built: list[Panel] = []
    lazy.when_built(built.append)
    assert built == [lazy.part]


def test_tab_reaches_a_part_that_was_built_late_where_it_is_seen(
    window: Window, qtbot: QtBot
) -> None:
    window.pages.show_place(1)
    panel = window.lazy.part
    wanted: list[QWidget] = [panel.first, panel.number, panel.last, window.below, window.above]
    window.above.setFocus()
    for widget in wanted:
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        assert widget.hasFocus()
    for widget in reversed(wanted[:-1]):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Backtab)
        assert widget.hasFocus()
    assert panel.heading.focusPolicy() is Qt.FocusPolicy.NoFocus, "no label takes the focus"
