"""Buttons: what is written on one can be read, whatever it turns into while it is shown."""

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from facilitator.ui.console.style import LEAST_SCALE, console_style
from facilitator.ui.widgets.buttons import Button, fill, main_button
from facilitator.ui.widgets.icons import Icon
from facilitator.ui.widgets.theme import PALETTES, Palette


def colours(button: Button) -> set[str]:
    """Return the colours of all words on a button."""
    labels = (part for part in button.findChildren(QLabel) if part.text())
    return {label.palette().color(QPalette.ColorRole.WindowText).name() for label in labels}


@pytest.mark.parametrize("palette", PALETTES.values(), ids=[str(theme) for theme in PALETTES])
def test_a_button_that_becomes_the_main_one_has_the_words_of_one(
    qtbot: QtBot, palette: Palette
) -> None:
    window = QWidget()
    window.setStyleSheet(console_style(palette, LEAST_SCALE))
    column = QVBoxLayout(window)
    plain, changing = Button("Next", Icon.ARROW_RIGHT, "N"), Button("Next", Icon.ARROW_RIGHT, "N")
    always = main_button("Next", Icon.ARROW_RIGHT, "N")
    for button in (plain, changing, always):
        column.addWidget(button)
    qtbot.addWidget(window)
    window.show()
    fill(changing, filled=True)
    assert colours(changing) == colours(always)
    assert colours(changing) != colours(plain)
    fill(changing, filled=False)
    assert colours(changing) == colours(plain)
    assert all(QColor(colour).isValid() for colour in colours(changing))
