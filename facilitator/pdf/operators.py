"""Set texts as operators of a page: words in reading order, each at its place.

A finished word is cached for the document: shaping and positions are computed once.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from facilitator.pdf.embedding import EmbeddedFonts
from facilitator.pdf.fonts import TypeStyle
from facilitator.pdf.lines import Line, PlacedWord, PlainLine, SetText
from facilitator.pdf.shaping import FontStack, Piece, Word, font_stack
from facilitator.pdf.tags import Tag


class Mark(NamedTuple):
    """Opens marked content that belongs to a tag, with the text to be read where it differs."""

    tag: Tag
    spelled: str


@dataclass(frozen=True, slots=True)
class _FinishedWord:
    """A word as operators of one document.

    ``row`` are its glyphs where it needs the first font alone, without a rise; else it is empty.
    """

    row: str
    operators: str
    readable: bool


class _Rows(dict[str, str]):
    """Each word's glyphs as a row, at one weight; computed at the first access.

    Empty where a word needs more than a row of glyphs of the first font.
    """

    def __init__(self, row_of: Callable[[str], str]) -> None:
        super().__init__()
        self._row_of = row_of

    def __missing__(self, text: str) -> str:
        row = self[text] = self._row_of(text)
        return row


class TextOperators:
    """Writes the texts of one document."""

    def __init__(self, fonts: EmbeddedFonts) -> None:
        self._fonts = fonts
        self._words: dict[tuple[int, float, str, bool], _FinishedWord] = {}
        self._rows: dict[int, _Rows] = {}
        self._spaces: dict[int, str] = {}

    def of(self, text: SetText, left: float, top: float, tag: Tag | None) -> Iterator[str | Mark]:
        """Yield the operators that write a text below ``top``, and a mark where one opens.

        After a mark comes its content; the caller closes it before the next, and at the end.
        With a tag that has its text to be read there is one mark; without a tag there is none.
        """
        style = text.style
        stack = font_stack(style.weight)
        height = (stack.first.ascent - stack.first.descent) * style.size / 1000
        baseline = top - (style.leading - height) / 2 - stack.first.ascent * style.size / 1000
        first = f"/{self._fonts.of(stack.first).name} {style.size:g} Tf"
        whole = tag is None or bool(tag.spelled)
        if tag is not None:
            yield Mark(tag, "")
        yield first
        for line in text.lines:
            start = left + (text.width - line.width if text.rtl else 0)
            row = self._row(line, style) if isinstance(line, PlainLine) else ""
            if row:
                yield f"1 0 0 1 {start:.2f} {baseline:.2f} Tm [{row}] TJ"
            else:
                yield from self._by_word(line, text, start, baseline, None if whole else tag)
                yield first
            baseline -= style.leading

    def _row(self, line: PlainLine, style: TypeStyle) -> str:
        """Return a plain line's glyphs as one row, or nothing where a word needs more."""
        rows = self._rows.get(style.weight)
        if rows is None:
            rows = self._rows[style.weight] = _Rows(partial(self._row_of_word, style))
        words = [rows[token] for token in line.tokens]
        if not all(words):
            return ""
        space = self._space(style.weight)
        row = space.join(words)
        return (row + space if line.spaced else row).replace("><", "")

    def _row_of_word(self, style: TypeStyle, text: str) -> str:
        stack = font_stack(style.weight)
        word = self._finished(stack.word(text), stack, style.weight, style.size)
        return word.row if word.readable else ""

    def _by_word(
        self, line: Line | PlainLine, text: SetText, start: float, baseline: float, tag: Tag | None
    ) -> Iterator[str | Mark]:
        weight, size = text.style.weight, text.style.size
        stack, spelled_before = font_stack(weight), False
        for placed in line.words:
            word = self._finished(placed.word, stack, weight, size)
            spelled = tag is not None and not word.readable
            if tag is not None and (spelled or spelled_before):
                yield Mark(tag, _as_read(placed) if spelled else "")
            yield f"1 0 0 1 {start + placed.left * size / 1000:.2f} {baseline:.2f} Tm"
            yield word.operators
            if placed.spaced:
                yield f"/{self._fonts.of(stack.first).name} {size:g} Tf [{self._space(weight)}] TJ"
            spelled_before = spelled
        if tag is not None and spelled_before:
            yield Mark(tag, "")

    def _space(self, weight: int) -> str:
        if weight not in self._spaces:
            piece = font_stack(weight).word(" ").pieces[0]
            self._fonts.of(piece.face).use(piece)
            self._spaces[weight] = _row_of(piece)
        return self._spaces[weight]

    def _finished(self, word: Word, stack: FontStack, weight: int, size: float) -> _FinishedWord:
        key = (weight, size, word.text, word.rtl)
        if key not in self._words:
            self._words[key] = self._finish(word, stack, size)
        return self._words[key]

    def _finish(self, word: Word, stack: FontStack, size: float) -> _FinishedWord:
        readable = not word.spelled
        for piece in word.pieces:  # each is used, whether or not one before could be read back
            readable = self._fonts.of(piece.face).use(piece) and readable
        alone = word.pieces[0] if len(word.pieces) == 1 else None
        is_plain = alone is not None and alone.face is stack.first
        is_plain = is_plain and not any(glyph.up for piece in word.pieces for glyph in piece.glyphs)
        return _FinishedWord(
            _row_of(alone) if alone is not None and is_plain else "",
            " ".join(part for piece in word.pieces for part in self._piece(piece, size)),
            readable,
        )

    def _piece(self, piece: Piece, size: float) -> Iterator[str]:
        yield f"/{self._fonts.of(piece.face).name} {size:g} Tf"
        row: list[str] = []
        for glyph in piece.glyphs:
            after = piece.face.width_of(glyph.number) - glyph.advance + glyph.right
            glyph_in_row = f"{_moved(-glyph.right)}<{glyph.number:04X}>{_moved(after)}"
            if glyph.up:
                rise = f"{glyph.up * size / 1000:.2f}"
                yield f"[{''.join(row)}] TJ {rise} Ts [{glyph_in_row}] TJ 0 Ts"
                row = []
            else:
                row.append(glyph_in_row)
        yield f"[{''.join(row).replace('><', '')}] TJ"


def _row_of(piece: Piece) -> str:
    return "".join(
        f"{_moved(-glyph.right)}<{glyph.number:04X}>"
        f"{_moved(piece.face.width_of(glyph.number) - glyph.advance + glyph.right)}"
        for glyph in piece.glyphs
    ).replace("><", "")


def _as_read(placed: PlacedWord) -> str:
    return placed.word.text + (" " if placed.spaced else "")


def _moved(by: float) -> str:
    return f" {round(by, 1):g}" if abs(by) > 0.05 else ""
