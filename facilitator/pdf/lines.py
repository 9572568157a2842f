"""Breaks texts into lines of a width, with each word's place on its line."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from facilitator.domain.text.contacts import spans
from facilitator.domain.text.text import graphemes
from facilitator.pdf.direction import in_visual_order, levels, runs_right_to_left
from facilitator.pdf.fonts import TypeStyle
from facilitator.pdf.shaping import FontStack, Word, clean, font_stack

_TOKENS = re.compile(r" +|[^ ]+")


class PlacedWord(NamedTuple):
    """A word at its distance from the start of the line, in thousandths of the type size.

    ``spaced``: a space follows it in reading order.
    """

    word: Word
    left: float
    spaced: bool


class Line(NamedTuple):
    """The words of a line in reading order, and the line's width in points."""

    words: tuple[PlacedWord, ...]
    width: float


class PlainLine(NamedTuple):
    """A line of words that follow one another from left to right with a space between.

    It has the words as they are written: most lines are like this, and need no more.
    ``spaced``: a space follows the last word, too.
    """

    tokens: Sequence[str]
    width: float
    spaced: bool
    stack: FontStack

    @property
    def words(self) -> tuple[PlacedWord, ...]:
        """The words in reading order, each at its place."""
        words: list[PlacedWord] = []
        left = 0.0
        for number, token in enumerate(self.tokens, start=1):
            word = self.stack.word(token)
            words.append(PlacedWord(word, left, self.spaced or number < len(self.tokens)))
            left += word.width + self.stack.space
        return tuple(words)


@dataclass(frozen=True, slots=True)
class SetText:
    """A text in lines; with ``rtl`` it is set against the right edge of ``width`` points."""

    text: str
    style: TypeStyle
    lines: tuple[Line | PlainLine, ...]
    width: float
    rtl: bool = False

    @property
    def height(self) -> float:
        """The height of all lines in points."""
        return len(self.lines) * self.style.leading

    def split(self, count: int) -> tuple["SetText", "SetText"]:
        """Return the first ``count`` lines, and the rest."""
        return replace(self, lines=self.lines[:count]), replace(self, lines=self.lines[count:])


def set_text(text: str, style: TypeStyle, width: float) -> SetText:
    """Break a text into lines of ``width`` points; words too long for a line are broken."""
    return set_clean_text(clean(text), style, width)


def set_clean_text(text: str, style: TypeStyle, width: float) -> SetText:
    """Break a text into lines that ``clean`` has already tidied."""
    stack = font_stack(style.weight)
    limit = width * 1000 / style.size
    plain = _plain_lines(stack, text, limit, style.size)
    if plain is not None:
        return SetText(text, style, plain, width)
    base, of_characters = levels(text)
    parts = list(_parts(stack, text, of_characters, limit))
    lines = tuple(_line(stack, line, style.size) for line in _filled(stack, parts, limit))
    return SetText(text, style, lines, width, rtl=base == 1)


def _plain_lines(
    stack: FontStack, text: str, limit: float, size: float
) -> tuple[PlainLine, ...] | None:
    """Return the lines of a text that runs from left to right and can break at any space.

    ``None`` for any other: one from right to left, or with a word that is wider than a line, or
    with a telephone number or mail address.
    """
    if runs_right_to_left(text) or spans(text):
        return None
    lines: list[PlainLine] = []
    line: list[str] = []
    widths, space = stack.widths, stack.space
    used = -space
    for token in text.split(" ") if text else ():
        width = widths[token]
        if used + space + width > limit:
            if width > limit:
                return None
            lines.append(PlainLine(line, used * size / 1000, spaced=True, stack=stack))
            line, used = [], -space
        line.append(token)
        used += space + width
    if line:
        lines.append(PlainLine(line, used * size / 1000, spaced=False, stack=stack))
    return tuple(lines)


@dataclass(frozen=True, slots=True)
class _Part:
    """A stretch of text that runs one way: a word, a part of one, or spaces."""

    text: str
    level: int
    opens: bool  # a line may start here

    @property
    def is_space(self) -> bool:
        return self.text.startswith(" ")

    def width(self, stack: FontStack) -> float:
        if self.is_space:
            return stack.space * len(self.text)
        return stack.word(self.text, rtl=bool(self.level % 2)).width


def _parts(
    stack: FontStack, text: str, of_characters: Sequence[int], limit: float
) -> Iterator[_Part]:
    held = _held(stack, text, of_characters, limit)
    for token in _TOKENS.finditer(text):
        start, end = token.span()
        within = start in held
        for piece in _chopped(stack, token.group(), of_characters[start:end], limit):
            opens, within = not within, False
            for part in _one_way(piece, of_characters[start : start + len(piece)]):
                yield _Part(part[0], part[1], opens)
                opens = False
            start += len(piece)


def _held(
    stack: FontStack, text: str, of_characters: Sequence[int], limit: float
) -> frozenset[int]:
    """Return where no line may start: within phone numbers and mail addresses that fit on one."""
    return frozenset(
        place
        for start, end in spans(text)
        if _width(stack, text[start:end], of_characters[start:end]) <= limit
        for place in range(start + 1, end)
    )


def _chopped(
    stack: FontStack, token: str, of_characters: Sequence[int], limit: float
) -> Iterator[str]:
    """Yield a token whole if it fits on a line, else in pieces that do."""
    if token.startswith(" ") or _width(stack, token, of_characters) <= limit:
        yield token
        return
    piece, start = "", 0
    for grapheme in graphemes(token):
        longer = piece + grapheme
        if piece and _width(stack, longer, of_characters[start : start + len(longer)]) > limit:
            yield piece
            start += len(piece)
            longer = grapheme
        piece = longer
    yield piece


def _width(stack: FontStack, text: str, of_characters: Sequence[int]) -> float:
    parts = _one_way(text, of_characters)
    return sum(stack.word(part, rtl=bool(level % 2)).width for part, level in parts)


def _one_way(piece: str, of_characters: Sequence[int]) -> Iterator[tuple[str, int]]:
    start = 0
    for place in range(1, len(piece) + 1):
        if place == len(piece) or of_characters[place] != of_characters[start]:
            yield piece[start:place], of_characters[start]
            start = place


def _filled(stack: FontStack, parts: Sequence[_Part], limit: float) -> Iterator[list[_Part]]:
    """Yield the parts of each line; spaces stay at the end of the line that they close."""
    line: list[_Part] = []
    used = 0.0
    for unit in _units(parts):
        width = sum(part.width(stack) for part in unit)
        if line and not unit[0].is_space and used + width > limit:
            yield line
            line, used = [], 0.0
        line.extend(unit)
        used += width
    if line:
        yield line


def _units(parts: Sequence[_Part]) -> Iterator[list[_Part]]:
    """Yield parts that stay on one line together."""
    unit: list[_Part] = []
    for part in parts:
        if part.opens and unit:
            yield unit
            unit = []
        unit.append(part)
    if unit:
        yield unit


def _line(stack: FontStack, parts: list[_Part], size: float) -> Line | PlainLine:
    ends_open = parts[-1].is_space
    visible = parts[:-1] if ends_open else parts
    places: dict[int, float] = {}
    left = 0.0
    for place in in_visual_order([part.level for part in visible]):
        places[place] = left
        left += visible[place].width(stack)
    width = left * size / 1000
    if _is_plain(visible):
        tokens = [part.text for part in visible[::2]]
        return PlainLine(tokens, width, ends_open, stack)
    followers = [part.is_space for part in parts[1:]] + [False]
    words = tuple(
        PlacedWord(stack.word(part.text, rtl=bool(part.level % 2)), places[place], followers[place])
        for place, part in enumerate(visible)
        if not part.is_space
    )
    return Line(words, width)


def _is_plain(parts: Sequence[_Part]) -> bool:
    """Return whether words from left to right follow one another with a space between."""
    return all(
        part.level == 0 and part.is_space == bool(place % 2) for place, part in enumerate(parts)
    )
