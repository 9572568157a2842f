"""Scrolling areas with a widget whose height depends on its width."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from facilitator.ui.widgets.scrolling import CalmScroll, PageScroll, Scroll

HIGH, LOW, FULL = 320, 80, 295


def height_for(width: int) -> int:
    """Return a height over the area's at full width, and under it beside a bar."""
    return HIGH if width > FULL else LOW


LowerWhereNarrow = type(
    "LowerWhereNarrow",
    (QWidget,),
    {
        "hasHeightForWidth": lambda _self: True,
        "heightForWidth": lambda _self, width: height_for(width),
        "minimumSizeHint": lambda self: QSize(100, height_for(self.width())),
        "sizeHint": lambda self: QSize(100, height_for(self.width())),
    },
)


@pytest.mark.parametrize("build", [Scroll, PageScroll])
def test_what_is_lower_with_a_bar_beside_it_does_not_bring_the_program_down(
    qtbot: QtBot, build: Callable[[QWidget], CalmScroll]
) -> None:
    inside = LowerWhereNarrow()
    policy = inside.sizePolicy()
    policy.setHeightForWidth(True)
    inside.setSizePolicy(policy)
    area = build(inside)
    qtbot.addWidget(area)
    area.show()
    for width in (280, 300, 310, 300):
        area.resize(width, 200)
        assert inside.height() >= LOW
