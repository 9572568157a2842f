"""The dots beside the words of a card: in one row, in two, or as a number where they are many."""

from dataclasses import dataclass
from math import ceil

from facilitator.domain.text.language import in_order
from facilitator.room.layout.setting import BODY, Setting
from facilitator.room.layout.sheet import (
    BOLD,
    Area,
    DotsItem,
    Item,
    Role,
    Sign,
    SignItem,
    Style,
    TextItem,
    Tone,
)
from facilitator.room.pages.picture import DotsBeside, Note

LOOKS = ((1, 0.6), (2, 0.42))  # rows, and a dot in parts of the text
MOST_ACROSS = 8  # dots beside one another
MOST_WIDTH = 0.25  # of a card
OF_NUMBER = 0.5  # the dot beside a number, in the same unit
BETWEEN = 0.25  # from one dot to the next, of a dot
BEFORE = 0.6  # from the words to the dots, in parts of the text
PLUS = 0.55  # the sign for “or more”, in the same unit


@dataclass(frozen=True, slots=True)
class DotsRoom:
    """The room for the dots of a page, the same on every card."""

    across: int  # dots beside one another; 0: one dot and a number
    size: float  # of a dot, board units
    width: float  # of dots and sign, without the space before
    before: float
    plus: float  # of the sign for “or more”; 0 where no line has it

    @property
    def whole(self) -> float:
        """The width that the words lose."""
        return self.before + self.width

    @property
    def pitch(self) -> float:
        """From one dot to the next."""
        return self.size * (1 + BETWEEN)

    def items(self, dots: DotsBeside, at: tuple[float, float], setting: Setting) -> list[Item]:
        """Return the dots of a card; ``at`` is the right edge, and the middle of its height."""
        right, middle = at
        left = right - self.width
        languages = in_order(setting.languages)[:2]
        words = (setting.text_in(dots.words, language) for language in languages)
        spoken = ", ".join(filter(None, words))
        if self.across or not dots.count:
            items = self._rows(dots.count, (left, middle), spoken)
            end = left + min(dots.count, self.across) * self.pitch
        else:
            items, end = self._number(dots.count, (left, middle), spoken, setting)
        if dots.or_more:
            sign = Area(end, middle - self.plus / 2, self.plus, self.plus)
            items.append(SignItem(sign, Sign.MORE))
        return items

    def _rows(self, count: int, at: tuple[float, float], spoken: str) -> list[Item]:
        """Return full rows of dots, and the rest under them; the first item is heard."""
        left, middle = at
        across = max(1, self.across)
        counts = [min(across, count - done) for done in range(0, count, across)] or [0]
        top = middle - (len(counts) * self.pitch - self.size * BETWEEN) / 2
        return [
            self._dots(each, (left, top + row * self.pitch), "" if row else spoken)
            for row, each in enumerate(counts)
        ]

    def _dots(self, count: int, at: tuple[float, float], spoken: str) -> Item:
        left, top = at
        area = Area(left, top, max(1, self.across) * self.pitch, self.pitch)
        across = max(1, count)
        return DotsItem(area, count, across, self.size, spoken, BETWEEN, on_tint=True)

    def _number(
        self, count: int, at: tuple[float, float], spoken: str, setting: Setting
    ) -> tuple[list[Item], float]:
        """Return one dot and the number after it, and where that ends."""
        left, middle = at
        style = _number_style(setting)
        height, wide = setting.line_height(style), setting.width(str(count), style)
        start = left + self.pitch + self.size * BETWEEN
        area = Area(start, middle - height / 2, wide, height)
        number = TextItem((str(count),), area, height, style)
        dot = self._dots(1, (left, middle - self.size / 2), spoken)
        return [dot, number], start + wide


def dots_room(notes: tuple[Note, ...], setting: Setting, row: float) -> DotsRoom | None:
    """Return the room for the dots of all notes of a page; ``None`` where none has any.

    ``row`` is the height of a card with one row of words.
    """
    beside = [note.dots for note in notes if note.dots is not None]
    if not beside:
        return None
    most, text = max(dots.count for dots in beside), setting.text
    plus = text * PLUS if any(dots.or_more for dots in beside) else 0.0
    for rows, part in LOOKS:
        size, across = text * part, max(1, ceil(most / rows))
        pitch = size * (1 + BETWEEN)
        fits = across * pitch <= BODY * MOST_WIDTH and rows * pitch - size * BETWEEN <= row
        if across <= MOST_ACROSS and fits:
            return DotsRoom(across, size, across * pitch + plus, text * BEFORE, plus)
    style, size = _number_style(setting), text * OF_NUMBER
    number = setting.width(setting.broad(str(most)), style)
    width = size * (1 + 2 * BETWEEN) + number + plus
    return DotsRoom(0, size, width, text * BEFORE, plus)


def _number_style(setting: Setting) -> Style:
    return Style(setting.text, BOLD, Tone.ON_TINT, Role.MARK)
