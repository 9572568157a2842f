"""The blocks of a page as flowables of reportlab, which places them in a frame.

Lengths are in points. A flowable adds its tags to the tree when it is created, not when drawn,
so that neither page breaks nor the order of drawing change the order of reading.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from reportlab.pdfgen.pathobject import PDFPathObject
from reportlab.platypus.flowables import Flowable

from facilitator.pdf.canvas import TaggedCanvas
from facilitator.pdf.direction import runs_right_to_left
from facilitator.pdf.fonts import TypeStyle
from facilitator.pdf.lines import SetText, set_clean_text
from facilitator.pdf.shaping import clean
from facilitator.pdf.tags import Tag

FEWEST_LINES = 2  # of a paragraph left alone on a page
HAIRLINE = 0.75
WITHIN_CARD = 3.0  # between the texts of a card


@dataclass(frozen=True, slots=True)
class Ground:
    """The ground behind a text: its colours, its margin and its rounded corners."""

    colour: str
    outline: str
    padding: float = 12.0
    corner: float = 7.0


class TaggedText:
    """A text and its tag, laid out for a given width."""

    def __init__(self, text: str, style: TypeStyle, tag: Tag | None) -> None:
        self.text, self.style = clean(text), style
        self.tag = tag
        if tag is not None and runs_right_to_left(self.text):
            self.tag = tag.reading(self.text)
        self._laid: SetText | None = None

    def at(self, width: float) -> SetText:
        """Lay out the text for a width."""
        if self._laid is None or self._laid.width != width:
            self._laid = set_clean_text(self.text, self.style, width)
        return self._laid


class Block(Flowable):
    """A flowable with a space above it, which may stay with the next."""

    canv: TaggedCanvas

    def __init__(self, gap: float, *, keep: bool = False) -> None:
        super().__init__()
        self.spaceBefore = gap
        self.keepWithNext = keep

    def draw_ground(self, ground: Ground, width: float, height: float) -> None:
        """Draw a ground from the flowable's lower left corner."""
        with self.canv.artifact():
            self.canv.fill_with(ground.colour)
            self.canv.stroke_with(ground.outline)
            self.canv.setLineWidth(HAIRLINE)
            self.canv.roundRect(0, 0, width, height, ground.corner, stroke=1, fill=1)

    def draw_rule(self, left: float, right: float, height: float, colour: str) -> None:
        """Draw a horizontal line."""
        with self.canv.artifact():
            self.canv.stroke_with(colour)
            self.canv.setLineWidth(HAIRLINE)
            self.canv.line(left, height, right, height)


@dataclass(frozen=True, slots=True)
class Numeral:
    """A numeral at the left of a text, which is read."""

    text: TaggedText


@dataclass(frozen=True, slots=True)
class Bullet:
    """A dot at the left of a text, or a box to tick; neither is read."""

    colour: str
    box: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """The space above a paragraph and at its left; ``keep`` keeps it with what follows."""

    gap: float = 0.0
    keep: bool = False
    indent: float = 0.0


class Paragraph(Block):
    """A text with its tag, perhaps on a ground, with a label at its left, and in the outline."""

    def __init__(
        self,
        text: TaggedText,
        place: Place,
        *,
        label: Numeral | Bullet | None = None,
        ground: Ground | None = None,
        bookmark: str = "",
    ) -> None:
        super().__init__(place.gap, keep=place.keep)
        self._text, self._place, self._label = text, place, label
        self._ground, self._bookmark = ground, bookmark
        self._lines: SetText | None = None  # of a part of a paragraph that was split

    @property
    def _padding(self) -> float:
        return self._ground.padding if self._ground else 0.0

    def _laid(self, width: float) -> SetText:
        if self._lines is not None:
            return self._lines
        return self._text.at(width - self._place.indent - 2 * self._padding)

    def wrap(self, width: float, _height: float, /) -> tuple[float, float]:
        self.width, self.height = width, self._laid(width).height + 2 * self._padding
        return self.width, self.height

    def split(self, width: float, height: float, /) -> list[Flowable]:
        """Split between lines, never leaving fewer than two of them alone."""
        laid = self._laid(width)
        fitting = int((height - 2 * self._padding + 0.01) // laid.style.leading)
        fitting = min(fitting, len(laid.lines) - FEWEST_LINES)
        if fitting < FEWEST_LINES:
            return []
        first, rest = laid.split(fitting)
        above = Paragraph(
            self._text,
            replace(self._place, keep=False),
            label=self._label,
            ground=self._ground,
            bookmark=self._bookmark,
        )
        below = Paragraph(self._text, replace(self._place, gap=0, keep=False), ground=self._ground)
        above._lines, below._lines = first, rest
        return [above, below]

    def draw(self) -> None:
        if self._bookmark:
            self.canv.bookmark(self._bookmark, self.height + 8)
        if self._ground:
            self.draw_ground(self._ground, self.width, self.height)
        top = self.height - self._padding
        laid = self._laid(self.width)
        if isinstance(self._label, Numeral):
            numeral = self._label.text
            self.canv.write(numeral.at(self._place.indent), self._padding, top, numeral.tag)
        elif self._label:
            self._draw_bullet(self._label, top - laid.style.leading / 2)
        self.canv.write(laid, self._padding + self._place.indent, top, self._text.tag)

    def _draw_bullet(self, bullet: Bullet, middle: float) -> None:
        with self.canv.artifact():
            self.canv.fill_with(bullet.colour)
            if bullet.box:
                self.canv.stroke_with(self._text.style.colour)
                self.canv.setLineWidth(1.25)
                self.canv.roundRect(self._padding + 0.75, middle - 7.5, 15, 15, 3, fill=1)
            else:
                self.canv.drawPath(_dot(self._padding + 4.5, middle), stroke=0, fill=1)


@lru_cache(maxsize=256)
def _dot(across: float, middle: float) -> PDFPathObject:
    """Return the outline of a bullet, cached: most lines of a record have the same height."""
    path = PDFPathObject()
    path.circle(across, middle, 2.5)
    return path


class Panel(Block):
    """Short paragraphs on one ground, which stay together where they fit on one page.

    ``page`` is the height of a page: a higher panel runs over to the next.
    """

    def __init__(
        self,
        paragraphs: Sequence[TaggedText],
        ground: Ground,
        *,
        gap: float,
        between: float,
        page: float,
    ) -> None:
        super().__init__(gap)
        self._paragraphs, self._ground = tuple(paragraphs), ground
        self._between, self._page = between, page
        self._lines: tuple[SetText, ...] | None = None  # of a part of a panel that was split

    def _laid(self, width: float) -> tuple[SetText, ...]:
        if self._lines is not None:
            return self._lines
        return tuple(text.at(width - 2 * self._ground.padding) for text in self._paragraphs)

    def wrap(self, width: float, _height: float, /) -> tuple[float, float]:
        laid = self._laid(width)
        between = self._between * (len(laid) - 1)
        self.width = width
        self.height = sum(text.height for text in laid) + between + 2 * self._ground.padding
        return self.width, self.height

    def split(self, width: float, height: float, /) -> list[Flowable]:
        """Split between lines, unless the whole panel fits on a page."""
        if self.wrap(width, height)[1] <= self._page:
            return []
        room = height - 2 * self._ground.padding
        above: list[SetText] = []
        below = list(self._laid(width))
        while below and below[0].height <= room:
            room -= below[0].height + self._between
            above.append(below.pop(0))
        fitting = int(room // below[0].style.leading) if below else 0
        if fitting > 0:
            first, below[0] = below[0].split(fitting)
            above.append(first)
        if not above or not below:
            return []
        rest = self._paragraphs[len(self._paragraphs) - len(below) :]
        return [self._part(self._paragraphs[: len(above)], above), self._part(rest, below)]

    def _part(self, paragraphs: Sequence[TaggedText], lines: Sequence[SetText]) -> "Panel":
        gap = self.spaceBefore
        part = Panel(paragraphs, self._ground, gap=gap, between=self._between, page=self._page)
        part._lines = tuple(lines)
        return part

    def draw(self) -> None:
        self.draw_ground(self._ground, self.width, self.height)
        top = self.height - self._ground.padding
        for text, laid in zip(self._paragraphs, self._laid(self.width), strict=True):
            self.canv.write(laid, self._ground.padding, top, text.tag)
            top -= laid.height + self._between


class CardRow(Block):
    """Cards side by side, all of one size and one tint; ``columns`` of them fill the width.

    A card has one text, or several under one another.
    """

    def __init__(
        self, cards: Sequence[Sequence[TaggedText]], columns: int, ground: Ground, between: float
    ) -> None:
        super().__init__(between)
        self._cards, self._columns = tuple(cards), columns
        self._ground, self._between = ground, between

    def wrap(self, width: float, _height: float, /) -> tuple[float, float]:
        self.width = width
        self._card = (width - self._between * (self._columns - 1)) / self._columns
        highest = max(
            sum(laid.height for laid in card) + WITHIN_CARD * (len(card) - 1)
            for card in self._laid()
        )
        self.height = highest + 2 * self._ground.padding
        return self.width, self.height

    def _laid(self) -> list[list[SetText]]:
        width = self._card - 2 * self._ground.padding
        return [[text.at(width) for text in card] for card in self._cards]

    def draw(self) -> None:
        step = self._card + self._between
        with self.canv.artifact():
            self.canv.fill_with(self._ground.colour)
            self.canv.stroke_with(self._ground.outline)
            self.canv.setLineWidth(HAIRLINE)
            size, corner = (self._card, self.height), self._ground.corner
            cards = _cards(len(self._cards), step, size, corner)
            self.canv.drawPath(cards, stroke=1, fill=1)
        padding = self._ground.padding
        for place, card in enumerate(self._cards):
            top = self.height - padding
            for text in card:
                laid = text.at(self._card - 2 * padding)
                self.canv.write(laid, place * step + padding, top, text.tag)
                top -= laid.height + WITHIN_CARD


@lru_cache(maxsize=256)
def _cards(count: int, step: float, size: tuple[float, float], corner: float) -> PDFPathObject:
    """Return the outline of cards side by side, cached: most rows of a record are equal."""
    path = PDFPathObject()
    for place in range(count):
        path.roundRect(place * step, 0, *size, corner)
    return path


class FactRow(Block):
    """Labels at the left, their values at the right."""

    def __init__(
        self,
        labels: Sequence[TaggedText],
        values: Sequence[TaggedText],
        *,
        label_width: float,
        gap: float,
        rule: str = "",
    ) -> None:
        super().__init__(gap)
        self._labels, self._values = tuple(labels), tuple(values)
        self._label_width, self._rule = label_width, rule

    def _sides(self, width: float) -> tuple[tuple[float, Sequence[TaggedText], float], ...]:
        """Return the left edge, the texts and the width of each side."""
        start = self._label_width + 12
        labels = (0.0, self._labels, self._label_width)
        return labels, (start, self._values, width - start)

    def wrap(self, width: float, _height: float, /) -> tuple[float, float]:
        self.width = width
        self.height = max(
            sum(text.at(room).height for text in texts) for _, texts, room in self._sides(width)
        )
        return self.width, self.height

    def draw(self) -> None:
        if self._rule:
            self.draw_rule(0, self.width, self.height + self.spaceBefore / 2, self._rule)
        for left, texts, room in self._sides(self.width):
            top = self.height
            for text in texts:
                self.canv.write(text.at(room), left, top, text.tag)
                top -= text.at(room).height


class WriteOnRow(Block):
    """Lines to write on by hand, each after its name; on paper only, so it is not read out."""

    def __init__(
        self, names: Sequence[Sequence[str]], style: TypeStyle, *, indent: float, gap: float = 6.0
    ) -> None:
        super().__init__(gap)
        self._names = [[TaggedText(text, style, None) for text in name] for name in names]
        self._indent = indent

    def wrap(self, width: float, _height: float, /) -> tuple[float, float]:
        self.width = width
        self._room = (width - self._indent) / len(self._names)
        heights = [sum(text.at(self._room).height for text in name) for name in self._names]
        self.height = max(heights) + 8
        return self.width, self.height

    def draw(self) -> None:
        for place, name in enumerate(self._names):
            start, top = self._indent + place * self._room, self.height
            laid = [text.at(self._room) for text in name]
            for text in laid:
                self.canv.write(text, start, top, None)
                top -= text.height
            widest = max(line.width for text in laid for line in text.lines)
            ink = name[0].style.colour
            self.draw_rule(start + widest + 8, start + self._room - 14, 11, ink)
