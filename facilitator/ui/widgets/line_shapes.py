"""The shapes that name lines for people who do not read: things, drawn full, some in a ring."""

from collections.abc import Callable
from functools import cache, reduce
from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF, QTransform

from facilitator.room.marks import LineShape, Thing

LARGE = 1000.0  # the square in which things are drawn: Qt cuts small shapes roughly
RINGED, RING = 0.62, 0.075  # of a ring's width: the thing in it, and the ring's line
FILLED = 0.62  # of an area by the shapes in it

Point = tuple[float, float]


def paint_shape(painter: QPainter, area: QRectF, shape: LineShape, ink: QColor) -> None:
    """Draw a shape in a square area."""
    size = area.width() * (RINGED if shape.ringed else 1)
    edge = (area.width() - size) / 2
    place = QTransform.fromTranslate(area.x() + edge, area.y() + edge).scale(size, size)
    painter.fillPath(place.map(thing_path(shape.thing)), ink)
    if shape.ringed:
        line = area.width() * RING
        painter.setPen(QPen(ink, line))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(area.adjusted(line / 2, line / 2, -line / 2, -line / 2))


def paint_shapes(
    painter: QPainter, area: QRectF, shapes: tuple[LineShape, ...], ink: QColor
) -> None:
    """Draw shapes side by side in the middle of an area, as large as they fit."""
    pitch = area.width() / len(shapes)
    size = min(pitch, area.height()) * FILLED
    for place, shape in enumerate(shapes):
        middle = area.x() + (place + 0.5) * pitch
        top = area.center().y() - size / 2
        paint_shape(painter, QRectF(middle - size / 2, top, size, size), shape, ink)


@cache
def thing_path(thing: Thing) -> QPainterPath:
    """Return a thing in a square of one unit."""
    return QTransform.fromScale(1 / LARGE, 1 / LARGE).map(_PATHS[thing]())


def _at(x: float, y: float) -> QPointF:
    return QPointF(x * LARGE, y * LARGE)


def _polygon(*points: Point) -> QPainterPath:
    path = QPainterPath()
    path.addPolygon(QPolygonF([_at(x, y) for x, y in points]))
    path.closeSubpath()
    return path


def _oval(x: float, y: float, across: float, down: float) -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(_at(x, y), across * LARGE, down * LARGE)
    return path


def _round(x: float, y: float, radius: float) -> QPainterPath:
    return _oval(x, y, radius, radius)


def _box(x: float, y: float, right: float, bottom: float, corner: float = 0.0) -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(QRectF(_at(x, y), _at(right, bottom)), corner * LARGE, corner * LARGE)
    return path


def _curved(start: Point, *curves: tuple[Point, Point, Point]) -> QPainterPath:
    path = QPainterPath(_at(*start))
    for first, second, end in curves:
        path.cubicTo(_at(*first), _at(*second), _at(*end))
    path.closeSubpath()
    return path


def _all(*paths: QPainterPath) -> QPainterPath:
    return reduce(lambda path, other: path.united(other), paths)


def _heart() -> QPainterPath:
    return _curved(
        (0.5, 0.96),
        ((0.2, 0.74), (0.0, 0.56), (0.0, 0.33)),
        ((0.0, 0.02), (0.38, -0.04), (0.5, 0.24)),
        ((0.62, -0.04), (1.0, 0.02), (1.0, 0.33)),
        ((1.0, 0.56), (0.8, 0.74), (0.5, 0.96)),
    )


def _house() -> QPainterPath:
    roof = _polygon((0.5, 0.02), (1.0, 0.48), (0.86, 0.48), (0.86, 0.96), (0.14, 0.96))
    wall = _polygon((0.5, 0.02), (0.86, 0.96), (0.14, 0.96), (0.14, 0.48), (0.0, 0.48))
    return _all(roof, wall).subtracted(_box(0.4, 0.58, 0.6, 0.97))


def _tree() -> QPainterPath:
    tiers = ((0.0, 0.3), (0.2, 0.38), (0.4, 0.46))
    leaves = (
        _polygon((0.5, top), (0.5 + half, top + 0.4), (0.5 - half, top + 0.4))
        for top, half in tiers
    )
    return _all(*leaves, _box(0.42, 0.78, 0.58, 1.0))


def _fish() -> QPainterPath:
    tail = _polygon((0.62, 0.5), (1.0, 0.2), (0.92, 0.5), (1.0, 0.8))
    return _all(_oval(0.4, 0.5, 0.4, 0.27), tail).subtracted(_round(0.2, 0.43, 0.055))


def _boat() -> QPainterPath:
    hull = _polygon((0.02, 0.7), (0.98, 0.7), (0.8, 0.96), (0.2, 0.96))
    sail = _polygon((0.54, 0.04), (0.92, 0.62), (0.54, 0.62))
    return _all(hull, sail, _polygon((0.46, 0.18), (0.46, 0.62), (0.14, 0.62)))


def _key() -> QPainterPath:
    bow = _round(0.26, 0.5, 0.26).subtracted(_round(0.26, 0.5, 0.12))
    shaft = _box(0.46, 0.44, 1.0, 0.56)
    return _all(bow, shaft, _box(0.86, 0.5, 0.98, 0.78), _box(0.66, 0.5, 0.78, 0.72))


def _glasses() -> QPainterPath:
    rims = (_round(x, 0.54, 0.23).subtracted(_round(x, 0.54, 0.14)) for x in (0.23, 0.77))
    arms = _polygon((0.0, 0.5), (0.1, 0.2), (0.18, 0.22), (0.08, 0.52))
    other_arm = _polygon((1.0, 0.5), (0.9, 0.2), (0.82, 0.22), (0.92, 0.52))
    return _all(*rims, _box(0.44, 0.46, 0.56, 0.55), arms, other_arm)


def _umbrella() -> QPainterPath:
    top = _oval(0.5, 0.54, 0.5, 0.46).intersected(_box(0.0, 0.0, 1.0, 0.54))
    scallops = (_oval(x, 0.55, 1 / 6, 0.08) for x in (1 / 6, 0.5, 5 / 6))
    top = reduce(lambda path, gap: path.subtracted(gap), scallops, top)
    crook = _round(0.4, 0.86, 0.14).subtracted(_round(0.4, 0.86, 0.06))
    crook = crook.intersected(_box(0.2, 0.86, 0.6, 1.0))
    return _all(top, _box(0.46, 0.4, 0.54, 0.87), crook)


def _cup() -> QPainterPath:
    bowl = _box(0.06, 0.3, 0.72, 0.86, 0.14)
    ear = _round(0.74, 0.54, 0.22).subtracted(_round(0.74, 0.54, 0.11))
    steam = (_box(x, 0.04, x + 0.07, 0.22, 0.03) for x in (0.22, 0.36, 0.5))
    return _all(bowl, ear.subtracted(bowl), *steam)


def _apple() -> QPainterPath:
    fruit = _all(_oval(0.34, 0.62, 0.32, 0.36), _oval(0.66, 0.62, 0.32, 0.36))
    above, below = (
        ((0.52, 0.06), (0.66, 0.0), (0.82, 0.0)),
        ((0.8, 0.16), (0.7, 0.24), (0.52, 0.24)),
    )
    leaf = _curved((0.52, 0.24), above, below)
    return _all(fruit, leaf)


def _flower() -> QPainterPath:
    turns = (place * 2 * pi / 6 for place in range(6))
    petals = (_round(0.5 + 0.29 * sin(turn), 0.5 - 0.29 * cos(turn), 0.2) for turn in turns)
    return _all(*petals, _round(0.5, 0.5, 0.25)).subtracted(_round(0.5, 0.5, 0.13))


def _hat() -> QPainterPath:
    brim = _oval(0.5, 0.76, 0.5, 0.14)
    crown = _curved(
        (0.22, 0.72),
        ((0.22, 0.5), (0.26, 0.2), (0.32, 0.16)),
        ((0.42, 0.1), (0.58, 0.1), (0.68, 0.16)),
        ((0.74, 0.2), (0.78, 0.5), (0.78, 0.72)),
    )
    return _all(brim, crown).subtracted(_box(0.2, 0.54, 0.8, 0.6))


_PATHS: dict[Thing, Callable[[], QPainterPath]] = {
    Thing.HEART: _heart,
    Thing.HOUSE: _house,
    Thing.TREE: _tree,
    Thing.FISH: _fish,
    Thing.BOAT: _boat,
    Thing.KEY: _key,
    Thing.GLASSES: _glasses,
    Thing.UMBRELLA: _umbrella,
    Thing.CUP: _cup,
    Thing.APPLE: _apple,
    Thing.FLOWER: _flower,
    Thing.HAT: _hat,
}
