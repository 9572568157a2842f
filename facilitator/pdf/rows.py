"""Rows of a table, or of what is set like one: texts side by side, each in its column."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from reportlab.platypus.flowables import Flowable

from facilitator.pdf.flowables import FEWEST_LINES, Block, Ground, TaggedText
from facilitator.pdf.lines import SetText
from facilitator.pdf.tags import Tag

BETWEEN = 14.0  # columns
WRITING_LINE = 4.0  # its height
SHORT = 6  # lines; a lower row is never split


@dataclass(frozen=True, slots=True)
class Column:
    """The texts of a column, and its width; one without a width has what others leave."""

    texts: tuple[TaggedText, ...]
    width: float = 0.0


@dataclass(frozen=True, slots=True)
class RowLook:
    """The space above a row, a rule in it or a ground behind the row, and what it stays with."""

    gap: float = 0.0
    keep: bool = False
    rule: str = ""
    ground: Ground | None = None
    bookmark: str = ""
    line: str = ""  # the colour of a line to write on, along the foot of the last column


class _Laid(NamedTuple):
    """A text laid out in a column, with its tag."""

    text: SetText
    tag: Tag | None


class Row(Block):
    """Texts side by side; a high row goes on over the page."""

    def __init__(self, columns: Sequence[Column], look: RowLook) -> None:
        super().__init__(look.gap, keep=look.keep)
        self._columns, self._look = tuple(columns), look
        self._cut: tuple[tuple[_Laid, ...], ...] | None = None  # of a part of a row that was split

    @property
    def _padding(self) -> float:
        return self._look.ground.padding if self._look.ground else 0.0

    def _widths(self, width: float) -> list[float]:
        """Return the width of each column; those without one share what is left."""
        given = sum(column.width for column in self._columns)
        left = width - 2 * self._padding - given - BETWEEN * (len(self._columns) - 1)
        shares = max(1, sum(not column.width for column in self._columns))
        return [column.width or left / shares for column in self._columns]

    def _laid(self, width: float) -> tuple[tuple[_Laid, ...], ...]:
        if self._cut is not None:
            return self._cut
        return tuple(
            tuple(_Laid(text.at(room), text.tag) for text in column.texts)
            for column, room in zip(self._columns, self._widths(width), strict=True)
        )

    def wrap(self, width: float, _height: float, /) -> tuple[float, float]:
        self.width = width
        highest = max(sum(laid.text.height for laid in column) for column in self._laid(width))
        self.height = highest + 2 * self._padding
        return self.width, self.height

    def split(self, width: float, height: float, /) -> list[Flowable]:
        """Split a high row between lines, never leaving fewer than two of them alone."""
        laid = self._laid(width)
        most = max(sum(len(part.text.lines) for part in column) for column in laid)
        if most <= SHORT or self._look.ground is not None:
            return []
        parts = [_parted(column, height) for column in laid]
        above, below = (tuple(side) for side in zip(*parts, strict=True))
        if min(_lines(above), _lines(below)) < FEWEST_LINES:
            return []
        return [self._part(above), self._part(below)]

    def _part(self, cut: tuple[tuple[_Laid, ...], ...]) -> "Row":
        part = Row(self._columns, RowLook(self._look.gap, rule=self._look.rule))
        part._cut = cut
        return part

    def draw(self) -> None:
        look = self._look
        if look.bookmark:
            self.canv.bookmark(look.bookmark, self.height + 8)
        if look.ground:
            self.draw_ground(look.ground, self.width, self.height)
        if look.rule:
            self.draw_rule(0, self.width, self.height + look.gap / 2, look.rule)
        if look.line:
            start = self.width - self._padding - self._widths(self.width)[-1]
            self.draw_rule(start, self.width - self._padding, WRITING_LINE, look.line)
        left = self._padding
        for column, room in zip(self._laid(self.width), self._widths(self.width), strict=True):
            top = self.height - self._padding
            for laid in column:
                self.canv.write(laid.text, left, top, laid.tag)
                top -= laid.text.height
            left += room + BETWEEN


class WritingLine(Block):
    """A line to write on, over the width of the page."""

    def __init__(self, height: float, colour: str) -> None:
        super().__init__(0)
        self._high, self._colour = height, colour

    def wrap(self, width: float, _height: float, /) -> tuple[float, float]:
        self.width, self.height = width, self._high
        return self.width, self.height

    def draw(self) -> None:
        self.draw_rule(0, self.width, WRITING_LINE, self._colour)


def _parted(column: tuple[_Laid, ...], room: float) -> tuple[tuple[_Laid, ...], tuple[_Laid, ...]]:
    """Return the lines of a column that fit into ``room``, and the rest."""
    above: list[_Laid] = []
    below = list(column)
    while below and below[0].text.height <= room:
        room -= below[0].text.height
        above.append(below.pop(0))
    fitting = int(room // below[0].text.style.leading) if below else 0
    if fitting:
        first, rest = below[0].text.split(fitting)
        above.append(below[0]._replace(text=first))
        below[0] = below[0]._replace(text=rest)
    return tuple(above), tuple(below)


def _lines(columns: tuple[tuple[_Laid, ...], ...]) -> int:
    """Return the number of lines of the highest column."""
    return max(sum(len(laid.text.lines) for laid in column) for column in columns)
