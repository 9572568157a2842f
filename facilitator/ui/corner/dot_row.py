"""Draws one line of the corner: its letter, its words, two buttons, and the dots between them."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from facilitator.room.marks import shapes_of
from facilitator.ui.scene.ruler import reads_from_the_right
from facilitator.ui.widgets.line_shapes import paint_shapes
from facilitator.ui.widgets.style import RING
from facilitator.ui.widgets.theme import Palette

CORNER = 8  # pixels
WRAPPED = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
CENTRED = int(Qt.AlignmentFlag.AlignCenter)
PITCH, COVER = 1.25, 0.5  # of a dot: to the next one, and the height of the cover
STROKE, LONG = 3, 0.34  # of a sign: pixels, and its length in parts of the button


@dataclass(frozen=True, slots=True)
class Sizes:
    """The sizes of a row, in pixels."""

    width: int
    button: int
    dot: int
    pad: int
    gap: int
    cap: int  # of the letter
    most: int  # dots on a line

    @property
    def dots(self) -> int:
        """The width of the dots between the two buttons."""
        return self.most * self.dot * 5 // 4 + 2 * self.pad

    @property
    def words(self) -> int:
        """The width of the words."""
        return self.width - self.cap - self.dots - 2 * self.button - 3 * self.pad


@dataclass(frozen=True, slots=True)
class Places:
    """Where the parts of a row are, in pixels."""

    row: QRect
    letter: QRect
    words: QRect
    less: QRect
    dots: QRect
    more: QRect
    dot: int  # the size of one


@dataclass(frozen=True, slots=True)
class RowPaint:
    """What a row shows; ``dots`` is ``None`` while they are covered."""

    letter: str
    text: str
    dots: int | None
    most: int
    is_present: bool
    palette: Palette

    def paint(self, painter: QPainter, places: Places, face: QFont) -> None:
        """Draw the row."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours, chosen = self.palette, self.is_present
        painter.setPen(QPen(QColor(colours.accent if chosen else colours.rule), self._edge))
        painter.setBrush(QColor(colours.selected if chosen else colours.panel))
        painter.drawRoundedRect(places.row.adjusted(1, 1, -1, -1), CORNER, CORNER)
        self._write(painter, places, face)
        self._draw_button(painter, places.less, is_more=False)
        self._draw_button(painter, places.more, is_more=True)
        if self.dots is None:
            self._draw_cover(painter, places)
        else:
            self._draw_dots(painter, places, self.dots)
        painter.restore()

    @property
    def _edge(self) -> int:
        return RING if self.is_present else 1

    def _write(self, painter: QPainter, places: Places, face: QFont) -> None:
        painter.setPen(QColor(self.palette.text))
        painter.setFont(face)
        from_right = reads_from_the_right(self.text)
        direction = Qt.LayoutDirection
        painter.setLayoutDirection(direction.RightToLeft if from_right else direction.LeftToRight)
        painter.drawText(places.words, WRAPPED, self.text)
        bold = QFont(face)
        bold.setBold(True)
        painter.setFont(bold)
        painter.setPen(QColor(self.palette.accent))
        if shapes := shapes_of(self.letter):
            paint_shapes(painter, QRectF(places.letter), shapes, QColor(self.palette.accent))
        else:
            painter.drawText(places.letter, CENTRED, self.letter)

    def _draw_button(self, painter: QPainter, area: QRect, *, is_more: bool) -> None:
        painter.setPen(QPen(QColor(self.palette.accent), 2))
        painter.setBrush(QColor(self.palette.panel))
        painter.drawRoundedRect(QRectF(area).adjusted(2, 2, -2, -2), CORNER, CORNER)
        pen = QPen(QColor(self.palette.accent), STROKE)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        middle, half = QRectF(area).center(), area.width() * LONG / 2
        painter.drawLine(
            round(middle.x() - half), round(middle.y()), round(middle.x() + half), round(middle.y())
        )
        if is_more:
            painter.drawLine(
                round(middle.x()),
                round(middle.y() - half),
                round(middle.x()),
                round(middle.y() + half),
            )

    def _draw_cover(self, painter: QPainter, places: Places) -> None:
        """Draw one bar over the dots, whatever is under it."""
        area, high = QRectF(places.dots), places.dot * COVER
        bar = QRectF(area.left(), area.center().y() - high / 2, area.width(), high)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.palette.rule))
        painter.drawRoundedRect(bar.adjusted(places.dot / 4, 0, -places.dot / 4, 0), 4, 4)

    def _draw_dots(self, painter: QPainter, places: Places, dots: int) -> None:
        """Draw as many rings as a line can have dots, the placed ones full."""
        size, pitch = places.dot, places.dot * PITCH
        area = QRectF(places.dots)
        left = area.center().x() - (self.most * pitch - (pitch - size)) / 2
        painter.setPen(QPen(QColor(self.palette.accent), 2))
        for place in range(self.most):
            full = place < dots
            painter.setBrush(QColor(self.palette.accent) if full else Qt.BrushStyle.NoBrush)
            dot = QRectF(left + place * pitch, area.center().y() - size / 2, size, size)
            painter.drawEllipse(dot.adjusted(1, 1, -1, -1))
