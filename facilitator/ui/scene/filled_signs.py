"""The signs of small steps: shoe prints, a person, people, and a day. Each fills its outline."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QTransform

from facilitator.room.layout.sheet import Sign, SignItem
from facilitator.ui.widgets.theme import Palette

TURN = 8  # degrees of a shoe


def paint_filled(painter: QPainter, item: SignItem, palette: Palette) -> None:
    """Draw a sign in the square of its area."""
    area = item.area
    painter.save()
    painter.translate(area.x, area.y)
    painter.scale(area.width, area.height)
    painter.setPen(Qt.PenStyle.NoPen)
    on_tint = item.sign is Sign.STEPS
    painter.setBrush(QColor(palette.on_tint if on_tint else palette.accent))
    painter.drawPath(FILLED[item.sign]())
    painter.restore()


def _shoes() -> QPainterPath:
    """Return two shoe prints, the right one a step behind."""
    left = QTransform().translate(0.28, 0.4).rotate(-TURN)
    right = QTransform().translate(0.72, 0.6).rotate(TURN)
    path = left.map(_shoe())
    path.addPath(right.map(_shoe()))
    return path


def _shoe() -> QPainterPath:
    sole, heel = QPainterPath(QPointF(-0.1, 0.14)), QPainterPath()
    sole.cubicTo(QPointF(-0.26, -0.16), QPointF(-0.16, -0.4), QPointF(0, -0.4))
    sole.cubicTo(QPointF(0.16, -0.4), QPointF(0.26, -0.16), QPointF(0.1, 0.14))
    sole.closeSubpath()
    heel.addRoundedRect(QRectF(-0.1, 0.2, 0.2, 0.18), 0.08, 0.08)
    sole.addPath(heel)
    return sole


def _figure(x: float, head: float, size: float) -> QPainterPath:
    """Return head and shoulders, in the middle at ``x``; ``size`` is 1 for a whole figure."""
    path = QPainterPath()
    path.addEllipse(QPointF(x, head), 0.23 * size, 0.23 * size)
    top = head + 0.3 * size
    body = QPainterPath(QPointF(x - 0.4 * size, top + 0.44 * size))
    body.cubicTo(QPointF(x - 0.4 * size, top), QPointF(x - 0.2 * size, top), QPointF(x, top))
    body.cubicTo(
        QPointF(x + 0.2 * size, top),
        QPointF(x + 0.4 * size, top),
        QPointF(x + 0.4 * size, top + 0.44 * size),
    )
    body.closeSubpath()
    path.addPath(body)
    return path


def _person() -> QPainterPath:
    return _figure(0.45, 0.25, 1.0)


def _people() -> QPainterPath:
    path = _figure(0.5, 0.4, 0.72)
    for x in (0.17, 0.83):
        path.addPath(_figure(x, 0.2, 0.46))
    return path


def _day() -> QPainterPath:
    """Return a calendar's leaf with two rings."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for x in (0.2, 0.62):
        path.addRoundedRect(QRectF(x, 0.02, 0.12, 0.24), 0.05, 0.05)
    path.addRoundedRect(QRectF(0.02, 0.12, 0.9, 0.2), 0.08, 0.08)
    path.addRect(QRectF(0.02, 0.22, 0.9, 0.1))
    path.addRoundedRect(QRectF(0.02, 0.38, 0.9, 0.6), 0.08, 0.08)
    path.addRect(QRectF(0.02, 0.38, 0.9, 0.2))
    return path


FILLED: Mapping[Sign, Callable[[], QPainterPath]] = MappingProxyType(
    {Sign.STEPS: _shoes, Sign.PERSON: _person, Sign.PEOPLE: _people, Sign.DAY: _day}
)
