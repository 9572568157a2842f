"""The quiet picture on the cover, a sun behind hills, and the strip along other pages."""

from typing import NamedTuple

from reportlab.pdfgen.pathobject import PDFPathObject

from facilitator.pdf.canvas import TaggedCanvas
from facilitator.record.styles import APRICOT, BUTTER, INK, SKY, STONE, TINTS, WARM, WHITE

STRIP = 8.0  # high
_LINE = 1.25
_ROUND_JOIN = 1
# Each hill's ridge: its start, two handles and its end, twice, as fractions of width and height.
_RIDGES = (
    (
        SKY,
        ((0, 0.46), (0.12, 0.66), (0.22, 0.7), (0.36, 0.52), (0.5, 0.34), (0.74, 0.72), (1, 0.5)),
    ),
    (
        STONE,
        ((0, 0.3), (0.16, 0.26), (0.34, 0.36), (0.5, 0.44), (0.7, 0.54), (0.84, 0.5), (1, 0.32)),
    ),
    (
        APRICOT,
        ((0, 0.34), (0.14, 0.4), (0.3, 0.3), (0.46, 0.2), (0.62, 0.1), (0.82, 0.24), (1, 0.2)),
    ),
    (
        WHITE,
        ((0, 0.06), (0.2, 0.16), (0.36, 0.14), (0.5, 0.08), (0.64, 0.02), (0.84, 0.03), (1, 0.1)),
    ),
)
_SUN = (0.7, 0.66, 0.15)  # across, up, and how far it reaches, as a fraction of the height


class Box(NamedTuple):
    """A rectangle in points from the lower left corner of the page."""

    left: float
    foot: float
    width: float
    height: float


def draw_ornament(canvas: TaggedCanvas, frame: Box) -> None:
    """Draw the picture into the frame; decoration, not read out."""
    with canvas.artifact():
        canvas.saveState()
        edge = canvas.beginPath()
        edge.rect(*frame)
        canvas.clipPath(edge, stroke=0, fill=0)
        canvas.fill_with(WARM)
        canvas.rect(*frame, stroke=0, fill=1)
        canvas.stroke_with(INK)
        canvas.setLineWidth(_LINE)
        canvas.setLineJoin(_ROUND_JOIN)
        canvas.fill_with(BUTTER)
        across, up, reach = _SUN
        left, top = frame.left + across * frame.width, frame.foot + up * frame.height
        canvas.circle(left, top, reach * frame.height, stroke=1, fill=1)
        for tint, ridge in _RIDGES:
            canvas.fill_with(tint)
            canvas.drawPath(_hill(canvas.beginPath(), frame, ridge), stroke=1, fill=1)
        canvas.restoreState()


def draw_strip(canvas: TaggedCanvas, width: float, height: float) -> None:
    """Draw a strip of the tints along the top of a page of that size; decoration as well."""
    part, foot = width / len(TINTS), height - STRIP
    with canvas.artifact():
        for place, tint in enumerate(TINTS):
            canvas.fill_with(tint)
            canvas.rect(place * part, foot, part + 0.5, STRIP, stroke=0, fill=1)
        canvas.stroke_with(INK)
        canvas.setLineWidth(0.75)
        canvas.line(0, foot, width, foot)


def _hill(path: PDFPathObject, frame: Box, ridge: tuple[tuple[float, float], ...]) -> PDFPathObject:
    """Return a path along a ridge and back below the frame."""
    points = [(frame.left + x * frame.width, frame.foot + y * frame.height) for x, y in ridge]
    left, right, below = frame.left - 4, frame.left + frame.width + 4, frame.foot - 4
    path.moveTo(left, below)
    path.lineTo(left, points[0][1])
    path.lineTo(*points[0])
    path.curveTo(*points[1], *points[2], *points[3])
    path.curveTo(*points[4], *points[5], *points[6])
    path.lineTo(right, points[-1][1])
    path.lineTo(right, below)
    path.close()
    return path
