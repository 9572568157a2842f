"""The corner's controls are drawn in every state, in every theme, and none moves."""

from dataclasses import replace
from itertools import combinations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from facilitator.domain.text.language import ENGLISH, Language
from facilitator.room.pages.picture import Theme
from facilitator.ui.corner.entry_page import EntryPage
from facilitator.ui.corner.window import CornerWindow
from tests.helpers.controls import STATES, put_in, text_contrast
from tests.helpers.corner import BOTH, a_corner, a_corner_picture, field, write


def controls_of(window: CornerWindow) -> dict[str, QWidget]:
    """Return the controls of the page for writing, each of which says something."""
    (page,) = (page for page in window.findChildren(EntryPage) if page.isVisible())
    more = page.promise.more
    controls = (page.switch, page.tick, page.another, page.done_button, more)
    return {control.objectName(): control for control in controls}


def seen(window: CornerWindow, qtbot: QtBot, control: QWidget, state: str) -> QImage:
    """Return how a control looks in a state, while the field has the keyboard otherwise."""
    put_in(control, state)
    focused = control if state == "focus" else controls_of(window)["cover"]
    if state != "focus" and focused is control:
        focused = controls_of(window)["more"]
    focused.setFocus()
    qtbot.waitUntil(focused.hasFocus)
    area = QRect(control.mapTo(window, control.rect().topLeft()), control.size())
    return window.grab(area).toImage()


@pytest.mark.parametrize("languages", [(ENGLISH,), BOTH])
@pytest.mark.parametrize("theme", list(Theme))
def test_each_state_is_drawn_is_read_and_moves_nothing(
    qtbot: QtBot, theme: Theme, languages: tuple[Language, ...]
) -> None:
    window = a_corner(qtbot, replace(a_corner_picture(languages, 2), theme=theme))
    write("a line")
    controls = controls_of(window)
    places = {name: control.geometry() for name, control in controls.items()}
    alike, faint, moved = [], {}, set()
    for name, control in controls.items():
        looks = {}
        for state in STATES:
            look = looks[state] = seen(window, qtbot, control, state)
            if (ratio := text_contrast(look)) < 4.5:
                faint[name, state] = round(ratio, 2)
            moved |= {n for n, other in controls.items() if other.geometry() != places[n]}
        put_in(control, "rest")
        alike += [(name, a, b) for a, b in combinations(STATES, 2) if looks[a] == looks[b]]
    assert (alike, faint, moved) == ([], {}, set())


@pytest.mark.parametrize("theme", list(Theme))
def test_the_field_has_a_ring_only_while_it_has_the_keyboard(qtbot: QtBot, theme: Theme) -> None:
    window = a_corner(qtbot, replace(a_corner_picture(), theme=theme))
    words = field(window)
    inside = words.viewport().geometry()
    ringed = words.grab().toImage()
    controls_of(window)["more"].setFocus()
    qtbot.waitUntil(lambda: not words.hasFocus())
    assert words.viewport().geometry() == inside
    at_rest, half = words.grab().toImage(), words.height() // 2
    ring = {ringed.pixelColor(x, half).name() for x in range(3)}
    assert len(ring) == 1
    assert ring != {at_rest.pixelColor(1, half).name()}
