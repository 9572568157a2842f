"""Large letters are drawn one by one, and look as if Qt had drawn the whole line at once."""

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter

from facilitator.room.layout.sheet import Align, Area, Sheet, Style, TextItem
from facilitator.room.spec import Theme
from facilitator.ui.scene.paint import ASCENT, DESCENT, paint_sheet
from facilitator.ui.scene.ruler import QtRuler, reads_from_the_right, single_line
from facilitator.ui.widgets.fonts import font
from facilitator.ui.widgets.theme import palette_of

WIDTH, HEIGHT, SIZE, LINE = 1600, 220, 96.0, 120.0
TEXTS = (
    "Wedi’r AVATAR, “To fly” – ŵyr ŷd…",
    "e\u0301le\u0300ve",
    "السلام عليكم",
    "हिन्दी क्षेत्र",
    "日本語の文字",
    "🙂 a cup of tea ☕",
)


def blank() -> QImage:
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    return image


def drawn_by_us(text: str, scale: float) -> QImage:
    area = Area(20.3, 30.7, WIDTH - 40.0, LINE)
    item = TextItem((text,), area, LINE, Style(SIZE, 500, align=Align.START))
    image = blank()
    painter = QPainter(image)
    painter.scale(scale, scale)
    paint_sheet(painter, Sheet(HEIGHT, (item,)), palette_of(Theme.WARM))
    painter.end()
    return image


def drawn_by_qt(text: str, scale: float) -> QImage:
    image = blank()
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(scale, scale)
    painter.setPen(QColor(palette_of(Theme.WARM).text))
    from_right = reads_from_the_right(text)
    layout, line = single_line(text, font(SIZE, 500), right_to_left=from_right)
    free = WIDTH - 40.0 - line.naturalTextWidth() if from_right else 0.0
    x = 20.3 + free - line.position().x() - line.naturalTextRect().x()
    baseline = 30.7 + (LINE - SIZE * (ASCENT + DESCENT)) / 2 + SIZE * ASCENT
    layout.draw(painter, QPointF(x, baseline - line.ascent()))
    painter.end()
    return image


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("scale", [1.0, 0.8, 0.3])
def test_large_letters_have_the_pixels_of_the_whole_line(
    qapp: object, text: str, scale: float
) -> None:
    assert qapp
    QtRuler()  # loads the typefaces
    image = drawn_by_us(text, scale)
    assert image != blank()
    assert image == drawn_by_qt(text, scale)
