"""How the documents look: type in steps from one size, and pages of each paper; in points.

Nothing is smaller than the size that was chosen: a weight or a colour makes the difference.
"""

from dataclasses import dataclass

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate

from facilitator.pdf.canvas import TaggedCanvas
from facilitator.pdf.fonts import BOLD, EXTRA_BOLD, MEDIUM, REGULAR, TypeStyle
from facilitator.record.handouts.pack import Paper, Print
from facilitator.record.ornament import Box, draw_ornament, draw_strip
from facilitator.record.styles import ACCENT, INK, SOFT_INK

PAPERS = {Paper.A4: (595.28, 841.89), Paper.LETTER: (612.0, 792.0)}
SIDE, TOP, BOTTOM = 54.0, 56.0, 44.0
FOOT = 26.0  # below a footer
ABOVE_FOOTER = 14.0
HILLS = 96.0  # along the foot of a page
BLEED = 3.0  # beyond the edges of the sheet
LOOSE = 1.45  # line distance of running text, as a part of its size
TIGHT = 1.22


@dataclass(frozen=True, slots=True)
class Type:
    """The styles of a document, from the size of its running text."""

    size: float
    least: float = 0.0  # no style is smaller

    @property
    def title(self) -> TypeStyle:
        """The title of the document."""
        return self._style(EXTRA_BOLD, 1.75, TIGHT, INK)

    @property
    def heading(self) -> TypeStyle:
        """A heading within it."""
        return self._style(EXTRA_BOLD, 1.25, 1.3, INK)

    @property
    def heading_text(self) -> TypeStyle:
        """A text beside one in the style of a heading."""
        return self._style(MEDIUM, 1.25, 1.3, INK)

    @property
    def question(self) -> TypeStyle:
        """A question that the room is asked."""
        return self._style(BOLD, 1.1, 1.35, INK)

    @property
    def label(self) -> TypeStyle:
        """A small heading above a text or beside it."""
        return self._style(BOLD, 1.0, LOOSE, ACCENT)

    @property
    def body(self) -> TypeStyle:
        """Running text."""
        return self._style(REGULAR, 1.0, LOOSE, INK)

    @property
    def strong(self) -> TypeStyle:
        """Running text with weight."""
        return self._style(BOLD, 1.0, LOOSE, INK)

    @property
    def lead(self) -> TypeStyle:
        """A line under a title."""
        return self._style(MEDIUM, 1.0, LOOSE, INK)

    @property
    def under(self) -> TypeStyle:
        """A sentence under a large word."""
        return self._style(MEDIUM, 1.0, 1.25, INK)

    @property
    def quiet(self) -> TypeStyle:
        """What is read last: a footer, a note."""
        return self._style(REGULAR, 1.0, LOOSE, SOFT_INK)

    @property
    def kicker(self) -> TypeStyle:
        """A title above a large text."""
        return self._style(BOLD, 1.25, 1.3, ACCENT)

    def large(self, times: float) -> TypeStyle:
        """Return the style of a large text: so many times the size of running text."""
        return self._style(EXTRA_BOLD, times, TIGHT, INK)

    def _style(self, weight: int, times: float, leading: float, colour: str) -> TypeStyle:
        size = round(max(self.size * times, self.least), 1)
        return TypeStyle(weight, size, round(size * leading, 1), colour)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of paper, upright or on its side."""

    width: float
    height: float
    foot: float = BOTTOM  # what is kept clear below the text

    @property
    def text_width(self) -> float:
        """The width of the text."""
        return self.width - 2 * SIDE

    @property
    def text_height(self) -> float:
        """The height of the text."""
        return self.height - TOP - self.foot

    @property
    def size(self) -> tuple[float, float]:
        """Width and height."""
        return self.width, self.height

    def plain(self, name: str = "plain") -> PageTemplate:
        """Return a page with a strip of tints along its top."""

        def draw(canvas: Canvas, _document: BaseDocTemplate) -> None:
            if isinstance(canvas, TaggedCanvas):
                draw_strip(canvas, *self.size)

        return PageTemplate(name, [self._frame()], onPage=draw)

    def with_hills(self, name: str = "hills") -> PageTemplate:
        """Return a page with hills along its foot."""

        def draw(canvas: Canvas, _document: BaseDocTemplate) -> None:
            if isinstance(canvas, TaggedCanvas):
                draw_ornament(canvas, Box(-BLEED, -BLEED, self.width + 2 * BLEED, HILLS))

        return PageTemplate(name, [self._frame()], onPage=draw)

    def whole(self, name: str = "whole") -> PageTemplate:
        """Return a page without margins, for what is cut out."""
        return PageTemplate(name, [Frame(0, 0, self.width, self.height, 0, 0, 0, 0)])

    def _frame(self) -> Frame:
        return Frame(SIDE, self.foot, self.text_width, self.text_height, 0, 0, 0, 0)


def with_footer(printing: Print, languages: int) -> Sheet:
    """Return the sheet, higher than wide, with room for a footer in so many languages."""
    return upright(printing, FOOT + languages * Type(printing.size).quiet.leading + ABOVE_FOOTER)


def upright(printing: Print, foot: float = BOTTOM) -> Sheet:
    """Return the sheet, higher than wide."""
    width, height = PAPERS[printing.paper]
    return Sheet(width, height, foot)


def on_its_side(printing: Print, foot: float = BOTTOM) -> Sheet:
    """Return the sheet, wider than high."""
    width, height = PAPERS[printing.paper]
    return Sheet(height, width, foot)
