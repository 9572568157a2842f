"""What a page is put together from: paragraphs, rows of note cards, facts, places to write on.

A block knows its height and draws itself below a point. One that can run over to the next page
parts itself.
"""

from dataclasses import dataclass, replace
from typing import Protocol

from facilitator.record.drawing import Box, Page, fill_of, path_of, stroke_of
from facilitator.record.lines import SetText
from facilitator.record.styles import ACCENT, INK, RULE, TEXT_WIDTH, WHITE
from facilitator.record.tags import Tag

FEWEST_LINES = 2  # of a paragraph left alone on a page
BETWEEN = 10.0  # note cards
NOTE_PADDING = 11.0


class Block(Protocol):
    """A piece of the story. Lengths in points."""

    @property
    def gap(self) -> float:
        """The free space above, unless the block stands first on its page."""
        ...

    @property
    def keep(self) -> bool:
        """Whether it must stay on the page of the next block."""
        ...

    @property
    def height(self) -> float:
        """How high it stands."""
        ...

    def draw(self, page: Page, left: float, top: float) -> None:
        """Draw it on the page."""
        ...

    def parted(self, room: float, /) -> "tuple[Block, Block] | None":
        """Return what fits into ``room``, and the rest; ``None`` when it does not part there."""
        ...


class Whole:
    """A block that never runs over to the next page."""

    __slots__ = ()

    def parted(self, _room: float) -> tuple[Block, Block] | None:
        """Return ``None``: it stays whole whatever the room."""
        return None


@dataclass(frozen=True, slots=True)
class Card:
    """The ground behind a text."""

    ground: str
    outline: str
    padding: float = 12.0


@dataclass(frozen=True, slots=True)
class Label:
    """What stands at the left of a text: a numeral that is read, a dot or box that is not."""

    numeral: SetText | None = None
    tag: Tag | None = None
    box: bool = False


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A text with its element, its label and its ground."""

    what: SetText
    tag: Tag
    gap: float = 0.0
    keep: bool = False
    indent: float = 0.0
    label: Label | None = None
    card: Card | None = None
    bookmark: str = ""

    @property
    def height(self) -> float:
        """How high it stands."""
        return self.what.height + 2 * self._padding

    @property
    def _padding(self) -> float:
        return self.card.padding if self.card else 0.0

    def draw(self, page: Page, left: float, top: float) -> None:
        """Draw ground, label and text."""
        if self.card:
            box = Box(left, top, TEXT_WIDTH, self.height, corner=7)
            page.fill(box, self.card.ground, self.card.outline)
        inner = top - self._padding
        if self.label:
            self._draw_label(page, self.label, left + self._padding, inner)
        page.text(self.what, left + self._padding + self.indent, inner, self.tag)

    def _draw_label(self, page: Page, label: Label, left: float, top: float) -> None:
        middle = top - self.what.style.leading / 2
        if label.numeral:
            page.text(label.numeral, left, top, label.tag)
        elif label.box:
            box = Box(left + 0.75, middle + 7.5, 15, 15, corner=3)
            page.decorate(fill_of(WHITE), stroke_of(INK), "1.25 w", path_of(box), "B")
        else:
            page.fill(Box(left + 2, middle + 2.5, 5, 5, corner=2.5), ACCENT)

    def parted(self, room: float) -> tuple[Block, Block] | None:
        """Return the lines that fit, and the rest, never fewer than two of either."""
        lines = int((room - 2 * self._padding + 0.01) // self.what.style.leading)
        lines = min(lines, len(self.what.lines) - FEWEST_LINES)
        if lines < FEWEST_LINES:
            return None
        first, rest = self.what.parted(lines)
        return (
            replace(self, what=first, keep=False),
            replace(self, what=rest, gap=0.0, label=None, bookmark=""),
        )


@dataclass(frozen=True, slots=True)
class Panel(Whole):
    """Short paragraphs on one ground."""

    paragraphs: tuple[TextBlock, ...]
    card: Card
    gap: float
    keep: bool = False

    @property
    def height(self) -> float:
        """All paragraphs with the space between them, and the ground's margins."""
        between = sum(one.gap for one in self.paragraphs[1:])
        return sum(one.height for one in self.paragraphs) + between + 2 * self.card.padding

    def draw(self, page: Page, left: float, top: float) -> None:
        """Draw the ground, then the paragraphs."""
        box = Box(left, top, TEXT_WIDTH, self.height, corner=7)
        page.fill(box, self.card.ground, self.card.outline)
        below = top - self.card.padding
        for one in self.paragraphs:
            one.draw(page, left + self.card.padding, below)
            below -= one.height + self.paragraphs[-1].gap


@dataclass(frozen=True, slots=True)
class CardRow(Whole):
    """Note cards side by side, all of one size and one tint."""

    texts: tuple[tuple[SetText, Tag], ...]
    width: float
    ground: str
    gap: float = BETWEEN
    keep: bool = False

    @property
    def height(self) -> float:
        """The longest text's, with its margins."""
        return max(what.height for what, _ in self.texts) + 2 * NOTE_PADDING

    def draw(self, page: Page, left: float, top: float) -> None:
        """Draw the cards, then the texts on them."""
        for place in range(len(self.texts)):
            start = left + place * (self.width + BETWEEN)
            page.fill(Box(start, top, self.width, self.height, corner=6), self.ground, INK)
        for place, (what, tag) in enumerate(self.texts):
            start = left + place * (self.width + BETWEEN)
            page.text(what, start + NOTE_PADDING, top - NOTE_PADDING, tag)


@dataclass(frozen=True, slots=True)
class FactRow(Whole):
    """Labels at the left, what they name at the right."""

    labels: tuple[tuple[SetText, Tag], ...]
    values: tuple[tuple[SetText, Tag], ...]
    gap: float
    ruled: bool
    keep: bool = False

    @property
    def height(self) -> float:
        """The higher side's."""
        return max(sum(one.height for one, _ in side) for side in (self.labels, self.values))

    def draw(self, page: Page, left: float, top: float) -> None:
        """Draw both sides, and a rule above where one is wanted."""
        if self.ruled:
            page.rule(left, left + TEXT_WIDTH, top + self.gap / 2, RULE, 0.75)
        width = max(one.width for one, _ in self.values)
        for start, side in ((left, self.labels), (left + TEXT_WIDTH - width, self.values)):
            height = top
            for what, tag in side:
                page.text(what, start, height, tag)
                height -= what.height


@dataclass(frozen=True, slots=True)
class WriteOnRow(Whole):
    """Lines to write on by hand, each under its name; on paper only, so it is not read out."""

    names: tuple[tuple[SetText, ...], ...]
    indent: float
    gap: float = 6.0
    keep: bool = False

    @property
    def height(self) -> float:
        """The names' and the room for a hand."""
        return max(sum(one.height for one in name) for name in self.names) + 8

    def draw(self, page: Page, left: float, top: float) -> None:
        """Draw the names and the lines beside them."""
        width = (TEXT_WIDTH - self.indent) / len(self.names)
        foot = top - self.height + 8
        for place, name in enumerate(self.names):
            start, height = left + self.indent + place * width, top
            for one in name:
                page.text(one, start, height, None)
                height -= one.height
            widest = max(line.width for one in name for line in one.lines)
            page.rule(start + widest + 8, start + width - 14, foot + 3, INK, 0.75)
