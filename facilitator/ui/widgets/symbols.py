"""The badges of groups of lines: a symbol on its tint, drawn at any size."""

from collections.abc import Callable
from functools import cache
from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPolygonF,
    QTransform,
)
from PySide6.QtWidgets import QWidget

from facilitator.room.spec import Badge, Symbol
from facilitator.ui.widgets.theme import TINTS, WARM

INSIDE = 0.2  # from the badge's edge to its symbol, in parts of its width
CORNER = 0.17  # also
OUTLINE = 1 / 32  # also
LEAST_OUTLINE = 1.0
LARGE = 1000.0  # the square in which symbols are drawn: Qt cuts small shapes roughly
SIDE = 28  # pixels of a badge beside a name
INK = WARM.on_tint

Point = tuple[float, float]


def paint_badge(
    painter: QPainter, area: QRectF, badge: Badge, ink: QColor, on_paper: QColor
) -> None:
    """Draw a badge in ink on its tint; one without a tint in the colour of text on its ground."""
    line = max(LEAST_OUTLINE, area.width() * OUTLINE)
    if badge.tint is None:
        ink = on_paper
    painter.setPen(QPen(ink, line))
    if badge.tint is None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
    else:
        painter.setBrush(QColor(TINTS[badge.tint].ground))
    inner = area.adjusted(line / 2, line / 2, -line / 2, -line / 2)
    painter.drawRoundedRect(inner, CORNER * area.width(), CORNER * area.width())
    size = area.width() * (1 - 2 * INSIDE)
    place = QTransform.fromTranslate(
        area.x() + area.width() * INSIDE, area.y() + area.height() * INSIDE
    ).scale(size, size)
    painter.fillPath(place.map(symbol_path(badge.symbol)), ink)


class BadgeLabel(QWidget):
    """A badge beside a name. Screen readers have the name alone."""

    def __init__(self) -> None:
        super().__init__()
        self._badge: Badge | None = None
        self.setFixedSize(SIDE, SIDE)

    def show_badge(self, badge: Badge) -> None:
        """Show another badge."""
        if badge != self._badge:
            self._badge = badge
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._badge is not None:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            text = self.palette().color(self.foregroundRole())
            paint_badge(painter, QRectF(self.rect()), self._badge, QColor(INK), text)


@cache
def symbol_path(symbol: Symbol) -> QPainterPath:
    """Return a symbol in a square of one unit."""
    return QTransform.fromScale(1 / LARGE, 1 / LARGE).map(_PATHS[symbol]())


def _at(x: float, y: float) -> QPointF:
    return QPointF(x * LARGE, y * LARGE)


def _around(degrees: float) -> QTransform:
    middle = LARGE / 2
    return QTransform.fromTranslate(middle, middle).rotate(degrees).translate(-middle, -middle)


def _polygon(*points: Point) -> QPainterPath:
    path = QPainterPath()
    path.addPolygon(QPolygonF([_at(x, y) for x, y in points]))
    path.closeSubpath()
    return path


def _round(x: float, y: float, radius: float) -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(_at(x, y), radius * LARGE, radius * LARGE)
    return path


def _disc() -> QPainterPath:
    return _round(0.5, 0.5, 0.5)


def _ring() -> QPainterPath:
    return _round(0.5, 0.5, 0.46).subtracted(_round(0.5, 0.5, 0.3))


def _square() -> QPainterPath:
    return _polygon((0.06, 0.06), (0.94, 0.06), (0.94, 0.94), (0.06, 0.94))


def _triangle() -> QPainterPath:
    return _polygon((0.5, 0.02), (1.0, 0.94), (0.0, 0.94))


def _diamond() -> QPainterPath:
    return _polygon((0.5, 0.0), (0.9, 0.5), (0.5, 1.0), (0.1, 0.5))


def _star() -> QPainterPath:
    tips = (
        (0.5 + radius * sin(turn * pi / 5), 0.54 - radius * cos(turn * pi / 5))
        for turn in range(10)
        for radius in ((0.54, 0.23)[turn % 2],)
    )
    return _polygon(*tips)


def _moon() -> QPainterPath:
    return _round(0.5, 0.5, 0.5).subtracted(_round(0.76, 0.36, 0.42))


def _drop() -> QPainterPath:
    path = QPainterPath(_at(0.5, 0.0))
    path.cubicTo(_at(0.62, 0.22), _at(0.86, 0.42), _at(0.86, 0.66))
    path.cubicTo(_at(0.86, 1.12), _at(0.14, 1.12), _at(0.14, 0.66))
    path.cubicTo(_at(0.14, 0.42), _at(0.38, 0.22), _at(0.5, 0.0))
    return path


def _leaf() -> QPainterPath:
    path = QPainterPath(_at(0.08, 0.92))
    path.cubicTo(_at(-0.1, 0.3), _at(0.35, 0.02), _at(0.98, 0.02))
    path.cubicTo(_at(0.98, 0.65), _at(0.7, 1.1), _at(0.08, 0.92))
    vein = _polygon((0.0, 0.94), (0.62, 0.36), (0.66, 0.41), (0.06, 1.0))
    return path.subtracted(vein)


def _cross() -> QPainterPath:
    third = (0.34, 0.66)
    return _polygon(
        (third[0], 0.02), (third[1], 0.02), (third[1], third[0]), (0.98, third[0]),
        (0.98, third[1]), (third[1], third[1]), (third[1], 0.98), (third[0], 0.98),
        (third[0], third[1]), (0.02, third[1]), (0.02, third[0]), (third[0], third[0]),
    )  # fmt: skip


def _sun() -> QPainterPath:
    path = _round(0.5, 0.5, 0.25)
    ray = _polygon((0.45, 0.0), (0.55, 0.0), (0.55, 0.17), (0.45, 0.17))
    for turn in range(8):
        around = _around(turn * 45)
        path.addPath(around.map(ray))
    return path


def _cloud() -> QPainterPath:
    path = _round(0.26, 0.6, 0.24).united(_round(0.52, 0.42, 0.3)).united(_round(0.78, 0.62, 0.22))
    return path.united(_polygon((0.26, 0.6), (0.78, 0.6), (0.78, 0.84), (0.26, 0.84)))


def _waves() -> QPainterPath:
    path = QPainterPath()
    for y in (0.12, 0.42, 0.72):
        wave = QPainterPath(_at(0.0, y + 0.08))
        wave.cubicTo(_at(0.2, y - 0.12), _at(0.3, y - 0.12), _at(0.5, y + 0.04))
        wave.cubicTo(_at(0.7, y + 0.2), _at(0.8, y + 0.2), _at(1.0, y))
        wave.lineTo(_at(1.0, y + 0.14))
        wave.cubicTo(_at(0.8, y + 0.34), _at(0.7, y + 0.34), _at(0.5, y + 0.18))
        wave.cubicTo(_at(0.3, y + 0.02), _at(0.2, y + 0.02), _at(0.0, y + 0.22))
        wave.closeSubpath()
        path.addPath(wave)
    return path


_PATHS: dict[Symbol, Callable[[], QPainterPath]] = {
    Symbol.DISC: _disc,
    Symbol.SQUARE: _square,
    Symbol.TRIANGLE: _triangle,
    Symbol.DIAMOND: _diamond,
    Symbol.STAR: _star,
    Symbol.MOON: _moon,
    Symbol.DROP: _drop,
    Symbol.LEAF: _leaf,
    Symbol.CROSS: _cross,
    Symbol.SUN: _sun,
    Symbol.CLOUD: _cloud,
    Symbol.WAVES: _waves,
    Symbol.RING: _ring,
}
