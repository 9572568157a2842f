"""Draws a sheet with a Qt painter in board units."""

from math import ceil
from typing import assert_never

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF, QTextLayout

from facilitator.room.layout.sheet import (
    SHAPE_PITCH,
    Align,
    Area,
    BadgeItem,
    BandItem,
    BoxItem,
    DotsItem,
    HillsItem,
    Item,
    RingItem,
    RuleItem,
    Sheet,
    Sign,
    SignItem,
    TextItem,
    TickItem,
    Tint,
    Tone,
)
from facilitator.ui.scene.filled_signs import FILLED, paint_filled
from facilitator.ui.scene.ruler import reads_from_the_right, single_line
from facilitator.ui.widgets.fonts import font
from facilitator.ui.widgets.hill_colours import HILLS
from facilitator.ui.widgets.line_shapes import paint_shape
from facilitator.ui.widgets.symbols import paint_badge
from facilitator.ui.widgets.theme import TINTS, Palette

CORNER, OUTLINE = 18.0, 4.0  # of a card, board units
ASCENT, DESCENT = 0.95, 0.29  # of our typeface, per unit of size
THICK, THIN = 0.095, 0.018  # of a ring, in parts of its width
SMALL_THICK, SMALL_THIN = 0.17, 0.04  # of a small one
ROUND = 0.12, 0.12, -0.12, -0.12  # inside its area, in parts of its width
ARROW = ((0.07, 0.5), (0.93, 0.5)), ((0.58, 0.15), (0.93, 0.5), (0.58, 0.85))
CUP = (
    ((0.07, 0.25), (0.7, 0.25), (0.64, 0.8), (0.5, 0.9), (0.27, 0.9), (0.13, 0.8), (0.07, 0.25)),
    ((0.7, 0.35), (0.93, 0.4), (0.91, 0.62), (0.68, 0.66)),
)
TICK = (((0.07, 0.55), (0.36, 0.84), (0.93, 0.16)),)
PLUS = ((0.14, 0.5), (0.86, 0.5)), ((0.5, 0.14), (0.5, 0.86))
STROKES = {
    Sign.NOW: ARROW,
    Sign.NEXT: ARROW,
    Sign.BREAK: CUP,
    Sign.DONE: TICK,
    Sign.MORE: PLUS,
}
ON_ROUND = {  # on a full round
    Sign.IN: ((0.32, 0.51), (0.45, 0.64), (0.69, 0.38)),
    Sign.OUT: ((0.31, 0.5), (0.69, 0.5)),
}
DOT = 0.1, 0.1, -0.1, -0.1  # inside its area, in parts of its width
REACH = 30.0  # board units around an item
TURN = 360 * 16  # Qt's sixteenths of a degree
LARGE = 64.0  # pixels: Qt draws larger letters as outlines
JOINING = "\u0300"  # from here on letters may join, or carry marks of their own
PUNCTUATION = range(0x2010, 0x2028)  # dashes, quotation marks, dots


def paint_sheet(
    painter: QPainter, sheet: Sheet, palette: Palette, within: QRectF | None = None
) -> None:
    """Draw every item of a sheet that is ``within`` an area; the caller fills the background."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    for item in sheet.items:
        if within is None or extent(item.area).intersects(within):
            _paint(painter, item, palette)


def extent(area: Area) -> QRectF:
    """Compute the area that an item can paint: some letters extend beyond their lines."""
    return _rect(area).adjusted(-REACH, -REACH, REACH, REACH)


def _paint(painter: QPainter, item: Item, palette: Palette) -> None:
    match item:
        case TextItem():
            _text(painter, item, palette)
        case RuleItem():
            painter.fillRect(_rect(item.area), QColor(palette.rule))
        case BoxItem() | BandItem():
            _ground(painter, item, palette)
        case RingItem():
            _ring(painter, item, palette)
        case TickItem() | SignItem() | BadgeItem():
            _mark(painter, item, palette)
        case HillsItem():
            _hills(painter, item, palette)
        case DotsItem():
            _dots(painter, item, palette)
        case _:
            assert_never(item)


def _ground(painter: QPainter, item: BoxItem | BandItem, palette: Palette) -> None:
    """Draw a card with its outline, or the quiet ground behind a row."""
    inside = _rect(item.area)
    if isinstance(item, BoxItem):
        colour = palette.text if item.side else palette.on_tint
        painter.setPen(QPen(QColor(colour), OUTLINE))
        painter.setBrush(QColor(palette.panel if item.side else TINTS[item.tint].ground))
        inside = inside.adjusted(2, 2, -2, -2)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(palette.selected))
    painter.drawRoundedRect(inside, CORNER, CORNER)
    if isinstance(item, BoxItem) and item.side:
        _side(painter, inside, item)


def _side(painter: QPainter, card: QRectF, item: BoxItem) -> None:
    """Draw the tinted side of a card, with the outline of the card around it."""
    side = QRectF(card.x(), card.y(), item.side, card.height())
    painter.save()
    painter.setBrush(QColor(TINTS[item.tint].ground))
    painter.setClipRect(
        side.adjusted(-OUTLINE, -OUTLINE, 0, OUTLINE), Qt.ClipOperation.IntersectClip
    )
    painter.drawRoundedRect(side.adjusted(0, 0, 2 * CORNER, 0), CORNER, CORNER)
    painter.restore()
    painter.drawLine(side.topRight(), side.bottomRight())


def _rect(area: Area) -> QRectF:
    return QRectF(area.x, area.y, area.width, area.height)


def _colour(tone: Tone, palette: Palette) -> QColor:
    match tone:
        case Tone.TEXT:
            return QColor(palette.text)
        case Tone.MUTED:
            return QColor(palette.muted)
        case Tone.ACCENT:
            return QColor(palette.accent)
        case Tone.ON_TINT:
            return QColor(palette.on_tint)


def _text(painter: QPainter, item: TextItem, palette: Palette) -> None:
    style, area = item.style, item.area
    if item.shapes:
        _shapes(painter, item, palette)
        return
    face = font(ceil(style.size), style.weight)
    from_right = reads_from_the_right(" ".join(item.lines))
    painter.setPen(_colour(style.tone, palette))
    baseline = area.y + (item.line_height - style.size * (ASCENT + DESCENT)) / 2
    baseline += style.size * ASCENT
    for place, text in enumerate(item.lines):
        layout, line = single_line(text, face, right_to_left=from_right)
        free = area.width - line.naturalTextWidth()
        x = area.x + _share(style.align, from_right=from_right) * free - line.position().x()
        left = line.naturalTextRect().x()
        y = baseline + place * item.line_height - line.ascent()
        _draw(painter, layout, QPointF(x - left, y), style.size)


def _shapes(painter: QPainter, item: TextItem, palette: Palette) -> None:
    """Draw shapes side by side, in the middle of the height of a line."""
    size, ink = item.style.size, _colour(item.style.tone, palette)
    y = item.area.y + (item.line_height - size) / 2
    for place, shape in enumerate(item.shapes):
        x = item.area.x + place * size * SHAPE_PITCH
        paint_shape(painter, QRectF(x, y, size, size), shape, ink)


def _draw(painter: QPainter, layout: QTextLayout, at: QPointF, size: float) -> None:
    """Draw one line of text. Each large letter by itself: the same pixels in a fifth of the time.

    Qt fills the outlines of a whole line at once, and that takes longer than filling each.
    """
    scale = abs(painter.deviceTransform().determinant()) ** 0.5
    if size * scale <= LARGE or not all(map(_is_unjoined, layout.text())):
        layout.draw(painter, at)
        return
    for run in layout.glyphRuns():
        for glyph, place in zip(run.glyphIndexes(), run.positions(), strict=True):
            run.setGlyphIndexes([glyph])
            run.setPositions([place])
            painter.drawGlyphRun(at, run)


def _is_unjoined(letter: str) -> bool:
    return letter < JOINING or ord(letter) in PUNCTUATION


def _share(align: Align, *, from_right: bool) -> float:
    """Return the share of the free width that is left of the text."""
    if align is Align.CENTRE:
        return 0.5
    return 1.0 if (align is Align.END) != from_right else 0.0


def _ring(painter: QPainter, item: RingItem, palette: Palette) -> None:
    parts = (SMALL_THICK, SMALL_THIN) if item.small else (THICK, THIN)
    thick, thin = (part * item.area.width for part in parts)
    inside = _rect(item.area).adjusted(thick / 2, thick / 2, -thick / 2, -thick / 2)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(palette.faint), thin))
    painter.drawEllipse(inside)
    if not item.twelfths:
        return
    pen = QPen(QColor(palette.accent), thick)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.drawArc(inside, TURN // 4, -TURN * item.twelfths // 12)


def _mark(painter: QPainter, item: TickItem | SignItem | BadgeItem, palette: Palette) -> None:
    if isinstance(item, SignItem):
        _sign(painter, item, palette)
    elif isinstance(item, BadgeItem):
        ink, text = QColor(palette.on_tint), QColor(palette.text)
        paint_badge(painter, _rect(item.area), item.badge, ink, text)
    else:
        _tick(painter, item, palette)


def _dots(painter: QPainter, item: DotsItem, palette: Palette) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_on_card(palette) if item.on_tint else QColor(palette.accent))
    for area in item.dots:
        painter.drawEllipse(_rect(area))


def _on_card(palette: Palette) -> QColor:
    """Return the colour of marks on a card, which is light in every theme."""
    return QColor(palette.on_tint if palette.is_dark else palette.accent)


def _tick(painter: QPainter, item: TickItem, palette: Palette) -> None:
    area = item.area
    pen = QPen(QColor(palette.accent), area.width * 0.13)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    for strokes in TICK:
        line = [QPointF(area.x + x * area.width, area.y + y * area.height) for x, y in strokes]
        painter.drawPolyline(QPolygonF(line))


def _hills(painter: QPainter, item: HillsItem, palette: Palette) -> None:
    """Draw the sun and each hill, the farthest first, as far as the board reaches."""
    colours = HILLS[palette.theme]
    painter.save()
    painter.setClipRect(
        _rect(item.area).adjusted(0, -OUTLINE, 0, 0), Qt.ClipOperation.IntersectClip
    )
    painter.setPen(QPen(QColor(colours.line), OUTLINE))
    for shape in item.shapes:
        path = QPainterPath(QPointF(*shape.start))
        for first, second, end in shape.curves:
            path.cubicTo(QPointF(*first), QPointF(*second), QPointF(*end))
        painter.setBrush(QColor(colours.of(shape.tint) or palette.ground))
        painter.drawPath(path)
    painter.restore()


def _sign(painter: QPainter, item: SignItem, palette: Palette) -> None:
    """Draw a full round for now, an arrow for next, a cup for the break, a tick, or a dot."""
    area, colour = item.area, QColor(palette.accent)
    if item.sign in ON_ROUND:
        _round_sign(painter, item, palette)
        return
    if item.sign in FILLED:
        paint_filled(painter, item, palette)
        return
    if item.sign in (Sign.DONE, Sign.COMING):
        colour = QColor(palette.muted)
    if item.sign is Sign.MORE:
        colour = _on_card(palette)
    if item.badge:
        colour = _badge(painter, item, palette)
        area = _inside(area, 0.26 if item.sign is Sign.BREAK else 0.24)
    elif item.sign in (Sign.NOW, Sign.COMING):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        part = DOT if item.sign is Sign.COMING else ROUND
        painter.drawEllipse(_rect(area).adjusted(*(side * area.width for side in part)))
        return
    pen = QPen(colour, area.width * 0.13)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for strokes in STROKES[item.sign]:
        line = [QPointF(area.x + x * area.width, area.y + y * area.height) for x, y in strokes]
        painter.drawPolyline(QPolygonF(line))


def _round_sign(painter: QPainter, item: SignItem, palette: Palette) -> None:
    """Draw a tick or a line on a full round: a line goes in the record, or is left out."""
    area = item.area
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(palette.accent if item.sign is Sign.IN else palette.muted))
    painter.drawEllipse(_rect(area))
    pen = QPen(QColor(palette.ground), area.width * 0.09)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    strokes = ON_ROUND[item.sign]
    points = [QPointF(area.x + x * area.width, area.y + y * area.height) for x, y in strokes]
    painter.drawPolyline(QPolygonF(points))


def _badge(painter: QPainter, item: SignItem, palette: Palette) -> QColor:
    """Draw the round ground of a sign; return the colour of the sign on it."""
    is_break = item.sign is Sign.BREAK
    edge = QPen(QColor(palette.on_tint), OUTLINE * 0.75) if is_break else QPen(Qt.PenStyle.NoPen)
    painter.setPen(edge)
    painter.setBrush(QColor(TINTS[Tint.APRICOT].ground if is_break else palette.accent))
    painter.drawEllipse(_rect(item.area).adjusted(2, 2, -2, -2))
    return QColor(palette.on_tint if is_break else palette.on_accent)


def _inside(area: Area, share: float) -> Area:
    """Return the middle of an area, without this share of it at each side."""
    edge = share * area.width
    size = area.width - 2 * edge
    return Area(area.x + edge, area.y + edge, size, size)
