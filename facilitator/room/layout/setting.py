"""The columns, sizes and ruler of every page of the board."""

from dataclasses import dataclass, field, replace

from facilitator.domain.text.language import Language, Words, in_order
from facilitator.room.layout.flow import Cell, Line, Maker, Row
from facilitator.room.layout.memo import Memo
from facilitator.room.layout.ruler import Ruler
from facilitator.room.layout.sheet import BOLD, MEDIUM, Role, Style, Tone
from facilitator.room.pages.picture import WIDTH, Spec

SIDE, EDGE = 96.0, 72.0  # margins, board units
GUTTER = 96.0  # between two languages
BODY = WIDTH - 2 * SIDE
GRID = 8.0  # board units
ROW = 1.1  # the height of a row of head or foot, in parts of the least size
APART = 1 / 3  # between head, body, rule and foot, in the same unit
MOST_APART = 1 / 45  # of the height


def on_grid(length: float) -> float:
    """Return the nearest length on the grid, at least one step of it."""
    return GRID * max(1, round(length / GRID))


def _broadest_digit(ruler: Ruler) -> str:
    return max("0123456789", key=lambda digit: ruler.width(digit, 100, MEDIUM))


@dataclass(frozen=True, slots=True)
class Density:
    """The spacing of a page, in parts of the least text size."""

    question: float
    pad: float
    gap: float = 0.3
    text: float = 1.0  # the size of lines and hints
    leading: float = 1.0  # of the ruler's line height
    heading_leading: float = 0.93  # large bold lines are closer
    level: bool = False  # the same text is level in both languages, not right under the one before


ROOMY = Density(question=1.5, pad=0.34)
MIDDLE = Density(1.4, pad=0.26, gap=0.25, leading=0.97)
TIGHT = Density(1.3, pad=0.16, gap=0.2, leading=0.95, heading_leading=0.89)
CLOSE = Density(1.3, pad=0.1, gap=0.1, leading=0.9, heading_leading=0.89)
LARGE, LARGER, LARGEST = (replace(ROOMY, text=text) for text in (1.15, 1.3, 1.5))


@dataclass(frozen=True, slots=True)
class Setting:
    """The languages, the shape and the ruler of a page."""

    languages: tuple[Language, ...]
    spec: Spec
    ruler: Ruler
    density: Density = ROOMY
    reserved: float = 0  # board units at the foot, reserved for the strip
    pages: int = 1  # with which its sheets are numbered, at least
    memo: Memo = field(default_factory=Memo, compare=False, repr=False)
    key: int = field(init=False, compare=False, repr=False)  # of all that a memo's entry depends on
    frame_key: int = field(init=False, compare=False, repr=False)  # the same in every density
    least: float = field(init=False, compare=False, repr=False)  # no text is smaller
    row_height: float = field(init=False, compare=False, repr=False)  # a row of head or foot
    apart: float = field(init=False, compare=False, repr=False)  # head, body, rule and foot

    def __post_init__(self) -> None:
        """Cache the values that every row needs."""
        frame_key = hash((self.languages, self.spec, self.reserved))
        object.__setattr__(self, "frame_key", frame_key)
        object.__setattr__(self, "key", hash((frame_key, self.density)))
        object.__setattr__(self, "least", self.spec.least)
        object.__setattr__(self, "row_height", on_grid(self.least * ROW))
        apart = min(self.least * APART, self.spec.height * MOST_APART)
        object.__setattr__(self, "apart", on_grid(apart))

    @property
    def text(self) -> float:
        """The size of lines and hints."""
        return self.least * self.density.text

    @property
    def usable(self) -> float:
        """The y of the lower margin; above the captions where the room has them."""
        spec = self.spec
        return (spec.height * 0.8 if spec.captions else spec.height - EDGE) - self.reserved

    @property
    def stacked(self) -> bool:
        """Whether each of two languages runs down its own column."""
        return len(self.languages) > 1 and not self.density.level

    @property
    def gap(self) -> float:
        """The usual space between two texts."""
        return self.least * self.density.gap

    @property
    def pad(self) -> float:
        """The space inside a ruled row, above and below."""
        return self.least * self.density.pad

    def style(self, role: Role) -> Style:
        """Return the default style of a text with this role."""
        match role:
            case Role.HEADING:
                return Style(self.least * self.density.question, BOLD, role=role)
            case Role.LABEL | Role.PAGE:
                return Style(self.least, MEDIUM, Tone.MUTED, role)
            case Role.TEXT:
                return Style(self.text, tone=Tone.MUTED, role=role)
            case Role.LETTER | Role.TIME:
                return Style(self.text if role is Role.LETTER else self.least, BOLD, role=role)
            case Role.LINE | Role.FOOT | Role.MARK:
                return Style(self.text if role is Role.LINE else self.least, MEDIUM, role=role)

    def columns(self, width: float) -> tuple[tuple[Language, float, float], ...]:
        """Return each language with its column's left edge and width, Welsh first."""
        languages = in_order(self.languages)[:2]
        each = (width - GUTTER * (len(languages) - 1)) / len(languages)
        return tuple(
            (language, SIDE + place * (each + GUTTER), each)
            for place, language in enumerate(languages)
        )

    def text_in(self, words: Words, language: Language) -> str:
        """Return the text for a column; empty where only the other column has words."""
        texts = dict(words.texts)
        if language in texts:
            return texts[language]
        languages = [language for language in in_order(self.languages)[:2] if language in texts]
        first = in_order(self.languages)[0]
        return words.first if not languages and language == first else ""

    def cell(self, text: str, at: tuple[float, float], style: Style, gap: float = 0) -> Cell:
        """Return a text broken into lines; ``at`` is its left edge and its width."""
        x, width = at
        text = " ".join(text.split())
        if not text:
            return ()
        lines = self.ruler.lines(text, width, style.size, style.weight)
        height = self.line_height(style)
        return tuple(
            Line(line, style, x, width, height, gap if place == 0 else 0, opens=place == 0)
            for place, line in enumerate(lines)
        )

    def row(
        self, width: float, *parts: tuple[Words, Style], before: float = 0, close: bool = False
    ) -> Row:
        """Return texts under one another, once for each language in columns side by side.

        ``close`` leaves no gap between the texts.
        """
        gap = 0 if close else self.gap
        cells = tuple(
            self._stack(
                tuple((self.text_in(words, language), style) for words, style in parts), at, gap
            )
            for language, *at in self.columns(width)
        )
        return Row(cells, before=before, in_columns=len(cells) > 1)

    def line_height(self, style: Style) -> float:
        """Return the distance from one line of this style to the next."""
        density = self.density
        closer = density.heading_leading if style.role is Role.HEADING else density.leading
        return self.ruler.line_height(style.size) * closer

    def maker(self, *parts: tuple[Words, Style], before: float = 0) -> Maker:
        """Return a maker of such a row."""
        return lambda width: self.row(width, *parts, before=before)

    def broad(self, text: str) -> str:
        """Return a text with the broadest digits, so that its changes do not move it."""
        if not any(character.isdigit() for character in text):
            return text
        digit = _broadest_digit(self.ruler)
        return "".join(digit if character.isdigit() else character for character in text)

    def broad_words(self, words: Words) -> Words:
        """Return words with the broadest digits, in each language."""
        return Words(tuple((language, self.broad(text)) for language, text in words.texts))

    def width(self, text: str, style: Style) -> float:
        """Return the width of a single line, with a margin for rounding."""
        return self.ruler.width(text, style.size, style.weight) + 2

    def _stack(self, texts: tuple[tuple[str, Style], ...], at: list[float], gap: float) -> Cell:
        lines: list[Line] = []
        for text, style in texts:
            lines += self.cell(text, (at[0], at[1]), style, gap if lines else 0)
        return tuple(lines)
