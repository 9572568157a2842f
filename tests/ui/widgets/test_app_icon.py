"""The icon can be told at any size, on light and on dark desktops."""

from collections import Counter

import pytest
from PIL import Image
from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtSvg import QSvgRenderer

from facilitator.resources import resource
from facilitator.ui.widgets.app_icon import SIZES
from facilitator.ui.widgets.theme import contrast

LOOKS = {  # frame, paper and sun
    "light": ("#00527a", "#fbf6ea", "#d9731a"),
    "dark": ("#9cc8f0", "#16202a", "#f2a766"),
}
EVERY_LOOK = pytest.mark.parametrize("look", list(LOOKS))


@EVERY_LOOK
def test_frame_paper_and_sun_are_told_apart_by_three_to_one(look: str) -> None:
    frame, paper, sun = LOOKS[look]
    assert contrast(frame, paper) >= 4.5
    assert contrast(sun, paper) >= 3
    desktop = "#ffffff" if look == "light" else "#202020"
    assert contrast(frame, desktop) >= 4.5


@EVERY_LOOK
@pytest.mark.parametrize("size", SIZES)
def test_each_size_is_drawn_for_itself_and_has_all_three(size: int, look: str) -> None:
    drawn = QImage(str(resource(f"icons/facilitator-{look}-{size}.png")))
    assert drawn.size() == QSize(size, size)
    places = [(x, y) for x in range(size) for y in range(size)]
    colours = Counter(drawn.pixelColor(x, y).name() for x, y in places)
    frame, paper, sun = (colours[colour] / len(places) for colour in LOOKS[look])
    assert frame >= 0.2
    assert paper >= 0.1
    assert sun >= 0.02
    assert drawn.pixelColor(0, 0).alpha() == 0


@EVERY_LOOK
def test_the_drawing_without_a_size_can_be_read(look: str, qapp: QGuiApplication) -> None:
    assert qapp
    drawing = QSvgRenderer(str(resource(f"icons/facilitator-{look}.svg")))
    assert drawing.isValid()
    assert drawing.defaultSize() == QSize(64, 64)


@pytest.mark.parametrize(("kind", "most"), [("ico", 256), ("icns", 512)])
def test_the_frozen_program_gets_an_icon_in_one_file(kind: str, most: int) -> None:
    with Image.open(resource(f"icons/facilitator.{kind}")) as packed:
        assert max(size[0] for size in packed.info["sizes"]) >= most
