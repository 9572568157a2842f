"""Focus is seen on a main button, and cuts no letter of it."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from facilitator.room.pages.picture import Theme
from facilitator.ui.home.window import USUAL, first_size
from facilitator.ui.widgets.buttons import LINE, RingButton
from facilitator.ui.widgets.fonts import load_fonts
from facilitator.ui.widgets.style import RING, style_sheet
from facilitator.ui.widgets.theme import palette_of


@pytest.mark.parametrize("theme", list(Theme))
def test_the_ring_of_a_main_button_leaves_its_letters_whole(theme: Theme, qtbot: QtBot) -> None:
    load_fonts()
    window = QWidget()
    qtbot.addWidget(window)
    window.setStyleSheet(style_sheet(palette_of(theme)))
    row = QHBoxLayout(window)
    main, other = RingButton("Start the workshop"), RingButton("Something else")
    main.setProperty("role", "main")
    row.addWidget(other)
    row.addWidget(main)
    row.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
    with qtbot.waitExposed(window):
        window.show()
    window.resize(500, 80)
    window.activateWindow()
    other.setFocus()
    qtbot.waitUntil(other.hasFocus)
    at_rest = main.grab().toImage()
    main.setFocus()
    qtbot.waitUntil(main.hasFocus)
    focused = main.grab().toImage()
    inside = main.rect().adjusted(12, 8, -12, -8)
    assert focused.copy(inside) == at_rest.copy(inside)
    row_of_pixels = [focused.pixelColor(x, main.height() // 2).name() for x in range(9)]
    palette = palette_of(theme)
    ring, line = [palette.accent.lower()] * RING, [palette.on_accent.lower()] * round(LINE)
    assert row_of_pixels == ring + line + ring


@pytest.mark.parametrize("available", [QSize(1366, 728), QSize(1093, 580)])
def test_home_opens_no_larger_than_the_display_has_room(available: QSize) -> None:
    size = first_size(available)
    assert size.width() <= available.width()
    assert size.height() < available.height()
    assert first_size(QSize(1920, 1040)) == USUAL
