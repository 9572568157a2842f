"""Focus is seen on every control, in every theme: measured in the pixels that it changes."""

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QTabBar,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from facilitator.room.pages.picture import Theme
from facilitator.ui.console.style import console_style
from facilitator.ui.home.style import home_style
from facilitator.ui.widgets.buttons import Button, CardButton, main_button, quiet_button
from facilitator.ui.widgets.fonts import load_fonts
from facilitator.ui.widgets.theme import contrast, palette_of

LEAST_CONTRAST = 3  # between a pixel with focus and the same without (WCAG 2.4.13)
LEAST_THICK = 2  # pixels of that all around


def with_card(kind: str, inside: QWidget) -> QWidget:
    """Return a control on a card of a kind."""
    card = QFrame()
    card.setProperty("card", kind)
    QVBoxLayout(card).addWidget(inside)
    return card


def home_controls() -> dict[str, QWidget]:
    """Return one of every control of Home."""
    card = CardButton("A plan")
    QVBoxLayout(card).addWidget(QWidget())
    card.setMinimumHeight(80)
    return {
        "main": main_button("Try it"),
        "plain": Button("Open its folder"),
        "quiet": quiet_button("Settings"),
        "card": card,
        "box": QCheckBox("Larger text"),
        "choice": QRadioButton("No"),
    }


def console_controls() -> dict[str, QWidget]:
    """Return one of every control of the console."""
    chip = QPushButton("On plan · ends 11:30")
    chip.setProperty("chip", "plain")
    behind = QPushButton("4 min behind")
    behind.setProperty("chip", "butter")
    tabs = QTabBar()
    tabs.addTab("Now")
    return {
        "main": main_button("Next", key="→"),
        "plain": Button("Hold", key="Space"),
        "quiet": quiet_button("More"),
        "chip": chip,
        "behind": behind,
        "field": QLineEdit(),
        "text": QPlainTextEdit(),
        "number": QSpinBox(),
        "list": QComboBox(),
        "box": QCheckBox("Said it"),
    }


CONTROLS = {"home": home_controls, "console": console_controls}


def seen_change(at_rest: QImage, focused: QImage) -> int:
    """Return how many pixels changed enough to be seen."""
    places = ((x, y) for x in range(at_rest.width()) for y in range(at_rest.height()))
    pairs = {}
    seen = 0
    for x, y in places:
        pair = at_rest.pixelColor(x, y).name(), focused.pixelColor(x, y).name()
        if pair not in pairs:
            pairs[pair] = contrast(*pair) >= LEAST_CONTRAST
        seen += pairs[pair]
    return seen


@pytest.mark.parametrize("theme", list(Theme))
@pytest.mark.parametrize("ground", ["ground", "panel", "butter", "soft", "selected"])
@pytest.mark.parametrize("where", list(CONTROLS))
def test_focus_changes_two_pixels_all_around_by_three_to_one(
    where: str, ground: str, theme: Theme, qtbot: QtBot
) -> None:
    load_fonts()
    window = QWidget()
    window.setProperty("window", "true")
    qtbot.addWidget(window)
    palette = palette_of(theme)
    style = home_style(palette, 16) if where == "home" else console_style(palette, 100)
    window.setStyleSheet(style + f"\nQWidget[window='true'] {{ background: {palette.ground}; }}")
    column = QVBoxLayout(window)
    elsewhere = QPushButton("Something else")
    column.addWidget(elsewhere)
    controls = CONTROLS[where]()
    faint = {}
    for control in controls.values():
        column.addWidget(control if ground == "ground" else with_card(ground, control))
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    for name, control in controls.items():
        elsewhere.setFocus()
        qtbot.waitUntil(elsewhere.hasFocus)
        area = QRect(control.mapTo(window, QPoint()), control.size())
        at_rest = window.grab(area).toImage()
        control.setFocus()
        qtbot.waitUntil(control.hasFocus)
        around = 2 * (control.width() + control.height()) * LEAST_THICK
        share = seen_change(at_rest, window.grab(area).toImage()) / around
        if share < 0.85:  # corners are round
            faint[name] = round(share, 2)
    assert not faint
