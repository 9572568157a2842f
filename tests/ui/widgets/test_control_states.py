"""Every control is drawn in every state, in every theme, and none moves what it says."""

from itertools import combinations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLayout, QMenu, QPushButton, QSlider, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from facilitator.room.spec import Theme
from facilitator.ui.console.style import console_style
from facilitator.ui.home.style import home_style
from facilitator.ui.widgets.fonts import load_fonts
from facilitator.ui.widgets.theme import Palette, palette_of
from tests.helpers.controls import STATES, buttons, every_control, on_card, put_in, text_contrast

EVERY_THEME = pytest.mark.parametrize("theme", list(Theme))
WORDLESS = ("slider",)
CARDS = ("butter", "soft", "selected")
RECOLOURED = ("tabs", "slider", "quiet")  # whose words or ground change with the focus
NO_PRESS = ("line", "empty", "long", "rich", "number", "tabs", "rows", "list")
TEXT = 28  # pixels: large enough for stems of full colour


def style_of(palette: Palette, text_px: int = TEXT) -> str:
    """Return the style sheets of console and Home together."""
    return (
        console_style(palette, round(100 * text_px / 18))
        + home_style(palette, text_px)
        + f"QWidget[window='true'] {{ background: {palette.ground}; }}"
    )


class Stage:
    """A window with controls; something else has the focus."""

    def __init__(self, qtbot: QtBot, style: str, controls: list[QWidget]) -> None:
        load_fonts()
        self._qtbot, self.window = qtbot, QWidget()
        qtbot.addWidget(self.window)
        self.window.setProperty("window", "true")
        self.window.setStyleSheet(style)
        column = QVBoxLayout(self.window)
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.elsewhere = QPushButton("Something else")
        for control in (self.elsewhere, *controls):
            column.addWidget(control)
        with qtbot.waitExposed(self.window):
            self.window.show()
        self.window.resize(700, column.sizeHint().height())
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)

    def seen(self, control: QWidget, state: str) -> QImage:
        """Return how a control looks in a state."""
        put_in(control, state)
        focused = control if state == "focus" else self.elsewhere
        focused.setFocus()
        self._qtbot.waitUntil(focused.hasFocus)
        area = QRect(control.mapTo(self.window, control.rect().topLeft()), control.size())
        return self.window.grab(area).toImage()


def geometry(control: QWidget) -> tuple[object, ...]:
    """Return what a layout sees of a control, and where its parts are."""
    parts = [] if isinstance(control, QSlider) else control.findChildren(QWidget)
    return control.sizeHint(), control.minimumSizeHint(), *(part.geometry() for part in parts)


@EVERY_THEME
def test_each_state_of_a_control_is_drawn_is_read_and_moves_nothing(
    theme: Theme, qtbot: QtBot
) -> None:
    controls = every_control()
    stage = Stage(qtbot, style_of(palette_of(theme)), list(controls.values()))
    alike, faint, moved = [], {}, []
    for name, control in controls.items():
        at_rest, looks = geometry(control), {}
        for state in STATES:
            look = looks[state] = stage.seen(control, state)
            if geometry(control) != at_rest:
                moved.append((name, state))
            if name not in WORDLESS and (ratio := text_contrast(look)) < 4.5:
                faint[name, state] = round(ratio, 2)
        inside = looks["rest"].rect().adjusted(12, 8, -12, -8)
        if name not in RECOLOURED and looks["focus"].copy(inside) != looks["rest"].copy(inside):
            moved.append((name, "words"))
        states = [state for state in STATES if state != "pressed" or name not in NO_PRESS]
        alike += [(name, a, b) for a, b in combinations(states, 2) if looks[a] == looks[b]]
        put_in(control, "rest")
    assert (alike, faint, moved) == ([], {}, [])


@EVERY_THEME
def test_buttons_are_read_on_each_card_in_each_state(theme: Theme, qtbot: QtBot) -> None:
    controls = {
        (kind, name): b for kind in CARDS for name, b in buttons().items() if name != "card"
    }
    cards: list[QWidget] = [on_card(kind, button) for (kind, _), button in controls.items()]
    stage = Stage(qtbot, style_of(palette_of(theme)), cards)
    faint = {}
    for name, control in controls.items():
        for state in STATES:
            if (ratio := text_contrast(stage.seen(control, state))) < 4.5:
                faint[*name, state] = round(ratio, 2)
        put_in(control, "rest")
    assert not faint


@EVERY_THEME
def test_a_menu_shows_which_row_is_meant_and_which_cannot_be_used(
    theme: Theme, qtbot: QtBot
) -> None:
    load_fonts()
    menu = QMenu()
    qtbot.addWidget(menu)
    menu.setStyleSheet(style_of(palette_of(theme)))
    first, second = menu.addAction("HHH"), menu.addAction("HHH")
    menu.resize(menu.sizeHint())
    looks = [menu.grab(menu.actionGeometry(first)).toImage()]
    menu.setActiveAction(first)
    looks.append(menu.grab(menu.actionGeometry(first)).toImage())
    first.setEnabled(False)
    looks.append(menu.grab(menu.actionGeometry(first)).toImage())
    assert not [pair for pair in combinations(looks, 2) if pair[0] == pair[1]]
    assert all(text_contrast(look) >= 4.5 for look in looks)
    assert menu.actionGeometry(second).height() >= 44
