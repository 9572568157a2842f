"""Working a list of lines as a person does: choosing one, pressing its buttons and its box."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from facilitator.ui.widgets.lines import LineList


def texts_of(lines: LineList) -> list[str]:
    """Return the words of the lines, in order."""
    return [item.text for item in lines.items]


def act(lines: LineList, place: int, action: str) -> None:
    """Choose a line, and press the button of an action beside it."""
    lines.choose(place)
    lines.buttons[action].click()


def click(lines: LineList, place: int) -> None:
    """Click on the words of a line."""
    lines.choose(place)
    QApplication.processEvents()
    at = lines.row_of(place).center()
    QTest.mouseClick(lines.viewport(), Qt.MouseButton.LeftButton, pos=at)


def tick(lines: LineList, place: int) -> None:
    """Click on the box of a line."""
    lines.choose(place)
    QApplication.processEvents()
    at = lines.box_of(place).center()
    QTest.mouseClick(lines.viewport(), Qt.MouseButton.LeftButton, pos=at)
