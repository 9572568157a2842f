"""Small quiet drawings for the ready plans: the family of the record's hills.

Each is drawn 64 units high, around the middle of its width. Tints are let into the paper.
"""

from collections.abc import Callable, Mapping
from itertools import pairwise
from types import MappingProxyType

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from facilitator.room.spec import Tint
from facilitator.ui.widgets.hill_colours import HILLS
from facilitator.ui.widgets.theme import Palette

HIGH = 64.0  # units
LINE = 1.5  # pixels
ROUND = 11.0  # pixels: inside the card's own corners
SKY, BUTTER, APRICOT, STONE = Tint.SKY, Tint.BUTTER, Tint.APRICOT, Tint.STONE


def draw_scene(painter: QPainter, plan_id: str, area: QRectF, palette: Palette) -> None:
    """Draw a plan's scene into an area with round corners on top, and a rule under it.

    The painter is left as it was: its pen draws the card's words.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipPath(_sheet(area))
    painter.fillRect(area, QColor(palette.ground))
    scale = area.height() / HIGH
    painter.translate(area.left(), area.top())
    painter.scale(scale, scale)
    brush = _Brush(painter, palette, area.width() / scale)
    SCENES.get(plan_id, _hills)(brush)
    painter.restore()
    painter.save()
    painter.setPen(QPen(QColor(palette.rule), 1))
    painter.drawLine(area.bottomLeft(), area.bottomRight())
    painter.restore()


class _Brush:
    """Draws outlined shapes in tints; x runs from the middle of the scene."""

    def __init__(self, painter: QPainter, palette: Palette, width: float) -> None:
        self._painter, self._palette = painter, palette
        self._colours = HILLS[palette.theme]
        self.half = width / 2
        painter.translate(self.half, 0)
        pen = QPen(QColor(self._colours.line), LINE)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setCosmetic(True)
        painter.setPen(pen)

    def fill(self, path: QPainterPath, tint: Tint | None) -> None:
        """Draw a shape; without a tint in the colour of the paper."""
        self._painter.setBrush(QColor(self._colours.of(tint) or self._palette.ground))
        self._painter.drawPath(path)

    def stroke(self, path: QPainterPath) -> None:
        """Draw a line along a path."""
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawPath(path)

    def line(self, *points: tuple[float, float]) -> None:
        """Draw a line from point to point."""
        self._painter.drawPolyline([QPointF(x, y) for x, y in points])

    def circle(self, x: float, y: float, radius: float, tint: Tint) -> None:
        """Draw a circle around a point."""
        path = QPainterPath()
        path.addEllipse(QPointF(x, y), radius, radius)
        self.fill(path, tint)

    def hill(self, tint: Tint, left: float, top: float, right: float) -> None:
        """Draw a hill over the whole width: its heights at the left, the middle, the right."""
        path = QPainterPath(QPointF(-self.half - 4, HIGH + 4))
        path.lineTo(-self.half - 4, left)
        path.cubicTo(-self.half / 2, top, self.half / 2, top, self.half + 4, right)
        path.lineTo(self.half + 4, HIGH + 4)
        path.closeSubpath()
        self.fill(path, tint)


def _sheet(area: QRectF) -> QPainterPath:
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    path.addRoundedRect(area, ROUND, ROUND)
    path.addRect(area.adjusted(0, ROUND, 0, 0))
    return path


def _hills(brush: _Brush) -> None:
    brush.circle(56, 22, 13, BUTTER)
    brush.hill(SKY, 40, 22, 44)
    brush.hill(STONE, 56, 42, 50)


def _conversation(brush: _Brush) -> None:
    brush.hill(APRICOT, 44, 48, 43)
    for x, y, width, height, tint, tail in (
        (-56, 11, 56, 27, SKY, -38),
        (11, 19, 46, 27, BUTTER, 36),
    ):
        body, corner = QPainterPath(), QPainterPath()
        body.addRoundedRect(QRectF(x, y, width, height), 7, 7)
        corner.moveTo(tail, y + height - 2)
        corner.lineTo(tail + (0 if tail < 0 else 11), y + height + 9)
        corner.lineTo(tail + 11, y + height - 2)
        corner.closeSubpath()
        brush.fill(body.united(corner), tint)


def _journey(brush: _Brush) -> None:
    brush.circle(54, 21, 13, BUTTER)
    hill = QPainterPath(QPointF(-brush.half - 4, 70))
    hill.lineTo(-brush.half - 4, 38)
    hill.cubicTo(-brush.half * 0.6, 20, -brush.half * 0.2, 26, 20, 38)
    hill.cubicTo(brush.half * 0.5, 44, brush.half * 0.8, 32, brush.half + 4, 24)
    hill.lineTo(brush.half + 4, 70)
    hill.closeSubpath()
    brush.fill(hill, SKY)
    brush.hill(STONE, 50, 47, 44)
    path = QPainterPath(QPointF(-48, 66))
    path.cubicTo(4, 62, 22, 60, 20, 55)
    path.cubicTo(18, 51, 6, 50, 28, 42)
    path.cubicTo(18, 50, 36, 50, 36, 54)
    path.cubicTo(36, 60, 22, 63, 12, 66)
    brush.fill(path, None)


def _three(brush: _Brush) -> None:
    for x, y, tint in ((-50, 34, SKY), (0, 24, BUTTER), (50, 34, APRICOT)):
        brush.circle(x, y, 13, tint)
    brush.hill(STONE, 46, 37, 46)


def _balance(brush: _Brush) -> None:
    brush.hill(STONE, 57, 47, 57)
    wedge = QPainterPath(QPointF(0, 36))
    for x, y in ((10, 51), (-10, 51)):
        wedge.lineTo(x, y)
    wedge.closeSubpath()
    brush.fill(wedge, BUTTER)
    brush.circle(-44, 23, 12, APRICOT)
    brush.circle(44, 23, 12, SKY)
    brush.line((-60, 36), (60, 36))


def _bridge(brush: _Brush) -> None:
    for side, tint in ((-1, SKY), (1, APRICOT)):
        shore = QPainterPath(QPointF(side * (brush.half + 4), 70))
        shore.lineTo(side * (brush.half + 4), 24)
        shore.cubicTo(side * brush.half * 0.7, 16, side * 56, 26, side * 28, 70)
        shore.closeSubpath()
        brush.fill(shore, tint)
    deck = QPainterPath(QPointF(-54, 34))
    deck.cubicTo(-24, 17, 24, 17, 54, 34)
    deck.lineTo(50, 40)
    deck.cubicTo(22, 26, -22, 26, -50, 40)
    deck.closeSubpath()
    brush.fill(deck, BUTTER)


def _way_round(brush: _Brush) -> None:
    brush.hill(BUTTER, 50, 42, 50)
    boulder = QPainterPath(QPointF(-22, 54))
    boulder.cubicTo(-25, 36, -14, 33, 0, 33)
    boulder.cubicTo(14, 33, 26, 34, 22, 50)
    boulder.cubicTo(20, 56, -16, 56, -22, 54)
    brush.fill(boulder, STONE)
    way = [
        (-brush.half - 4, 60.0),
        (-58.0, 57.0),
        (-44.0, 54.0),
        (-37.0, 40.0),
        (-22.0, 28.0),
        (0.0, 25.0),
        (22.0, 28.0),
        (36.0, 40.0),
        (42.0, 52.0),
        (58.0, 56.0),
        (brush.half + 4, 57.0),
    ]
    path = QPainterPath(QPointF(*way[0]))
    for (x, y), (next_x, next_y) in pairwise(way[1:]):
        path.quadTo(x, y, (x + next_x) / 2, (y + next_y) / 2)
    path.lineTo(*way[-1])
    brush.stroke(path)


def _pulse(brush: _Brush) -> None:
    brush.hill(STONE, 58, 52, 58)
    columns = ((SKY, 2), (APRICOT, 3), (BUTTER, 4), (SKY, 2), (APRICOT, 1))
    for place, (tint, high) in enumerate(columns):
        for level in range(high):
            brush.circle((place - 2) * 24.0, 49.0 - 12 * level, 5.2, tint)


def _trees(brush: _Brush) -> None:
    brush.hill(APRICOT, 54, 40, 52)
    for x, y, radius, foot, tint in ((-12, 23, 16, 49, SKY), (22, 34, 8, 48, BUTTER)):
        brush.line((x, y + radius), (x, foot))
        brush.circle(x, y, radius, tint)


def _look_back(brush: _Brush) -> None:
    """Draw hills that lie behind, with flags along the way."""
    brush.hill(SKY, 34, 26, 30)
    brush.hill(BUTTER, 52, 46, 50)
    for x, top, tint in ((-52, 28.0, STONE), (-14, 33.0, APRICOT), (26, 40.0, STONE)):
        brush.line((x, top), (x, 56))
        flag = QPainterPath(QPointF(x, top))
        for end in ((x + 16, top + 5), (x, top + 10)):
            flag.lineTo(*end)
        flag.closeSubpath()
        brush.fill(flag, tint)


def _two_voices(brush: _Brush) -> None:
    """Draw two circles of the same size that share some ground."""
    brush.hill(BUTTER, 56, 50, 56)
    brush.circle(-15, 29, 21, SKY)
    brush.circle(15, 29, 21, APRICOT)
    shared = QPainterPath(QPointF(0, 14.3))
    shared.cubicTo(8, 22, 8, 36, 0, 43.7)
    shared.cubicTo(-8, 36, -8, 22, 0, 14.3)
    brush.fill(shared, None)


def _table(brush: _Brush) -> None:
    """Draw a round table with nothing on it, and people around it."""
    brush.hill(BUTTER, 58, 54, 58)
    for x, y, tint in (
        (-46, 24, SKY),
        (-24, 14, APRICOT),
        (0, 11, STONE),
        (24, 14, SKY),
        (46, 24, APRICOT),
    ):
        brush.circle(x, y, 7, tint)
    top = QPainterPath()
    top.addEllipse(QPointF(0, 38), 42, 13)
    brush.fill(top, None)


def _morning(brush: _Brush) -> None:
    """Draw a sun that has just come up."""
    brush.circle(0, 36, 15, BUTTER)
    for x, y, far_x, far_y in ((-24, 28, -33, 23), (-13, 15, -18, 7), (13, 15, 18, 7)):
        brush.line((x, y), (far_x, far_y))
    brush.line((24, 28), (33, 23))
    brush.hill(SKY, 46, 42, 48)
    brush.hill(STONE, 56, 54, 52)


SCENES: Mapping[str, Callable[[_Brush], None]] = MappingProxyType(
    {
        "pscc-90": _conversation,
        "pscc-180": _journey,
        "three-q-30": _three,
        "challenge-care-60": _balance,
        "copro-120": _bridge,
        "workarounds-60": _way_round,
        "pulse-75": _pulse,
        "care-90": _trees,
        "retro-60": _look_back,
        "cyfarfod-75": _two_voices,
        "board-60": _table,
        "check-in-20": _morning,
    }
)
