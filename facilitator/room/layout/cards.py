"""Places opened lines on cards: one under another in equal slots, as many as a line needs."""

from collections.abc import Hashable
from dataclasses import dataclass, replace
from itertools import chain
from math import ceil, floor
from typing import NamedTuple

from facilitator.room.layout.beside import DotsRoom, dots_room
from facilitator.room.layout.flow import Cell, Frame, NoRoomError, texts
from facilitator.room.layout.marks import broadest, mark_cell
from facilitator.room.layout.page_parts import NoteWords, every_language, words_of
from facilitator.room.layout.setting import GRID, ROW, SIDE, Setting, on_grid
from facilitator.room.layout.sheet import (
    BOLD,
    MEDIUM,
    Area,
    BoxItem,
    Item,
    Role,
    Style,
    Tint,
    Tone,
)
from facilitator.room.pages.picture import Note

BETWEEN = 0.22  # from a card to the next, in parts of the least size
PAD = 1 / 6  # over and under the words of a card, in parts of their size
INSIDE = 0.55  # left and right in a card, in the same unit
LETTER_ROOM = 1.32  # from a letter's left edge to its line, in the same unit
AFTER_LETTER = 0.45  # at least, after a broad letter, in the same unit
LEADING = 0.95  # of the ruler's line height, where a line takes several rows
LARGEST = 3.0  # of a line on a page of its own, in parts of the least size
ALONE_INSIDE = 1.32  # left and right of a line on a page of its own, in parts of the least size
STEP = 0.1  # between two sizes of such a line, in the same unit
LEAST_OVERVIEW = 32.0  # board units: no text of an overview is smaller
COLUMN_GAP = 24.0  # between two columns of an overview, board units
HALF_GRID = 4.0  # board units
ENOUGH = 0.001  # board units: what a sum of fractions may be over


class Division(NamedTuple):
    """How an overview is divided, and the size of its text."""

    columns: int
    rows: int
    size: float  # in parts of the least size


DIVISIONS = Division(2, 6, 0.56), Division(3, 6, 0.523), Division(3, 8, 0.44)
ROOMY_ROWS = 6  # more of them are closer


@dataclass(frozen=True, slots=True)
class Card:
    """A note's letter and its lines, at their places from the card's own top."""

    letter: Cell
    lines: Cell


@dataclass(frozen=True, slots=True)
class PlacedCard:
    """A card at its place, with its words in the middle of its height.

    Its letter is on the first line of the words, or ``centred`` beside them.
    """

    card: Card
    area: Area
    centred: bool = False
    beside: tuple[Item, ...] = ()  # its dots

    def items(self, tint: Tint) -> list[Item]:
        """Return the items to draw."""
        high = sum(line.height for line in self.card.lines or self.card.letter)
        y = self.area.y + (self.area.height - high) / 2
        tall = sum(line.height for line in self.card.letter) if self.centred else high
        letter = self.area.y + (self.area.height - tall) / 2
        words = *texts(self.card.letter, letter), *texts(self.card.lines, y)
        return [BoxItem(self.area, tint), *words, *self.beside]


Cards = tuple[PlacedCard, ...]


@dataclass(frozen=True, slots=True)
class _Filled:
    """A full sheet of whole notes, and the words that decided it."""

    words: tuple[NoteWords, ...]  # of its notes, and of the next note, which had no room
    cards: Cards


def card_sheets(
    notes: tuple[Note, ...], setting: Setting, frame: Frame, most: int | None = None
) -> tuple[Cards, ...]:
    """Return the cards of each sheet, in order.

    With ``most`` it stops once there are more sheets than that.
    """
    return _Table(notes, setting, frame).dealt(most)


def overview_sheets(notes: tuple[Note, ...], setting: Setting, frame: Frame) -> tuple[Cards, ...]:
    """Return as many cards on a sheet as can be read from close by, lettered down the columns.

    The text is as large as one sheet allows; more than 24 lines take several.
    """
    sheets: tuple[Cards, ...] = ()
    for division in DIVISIONS:
        shape = _small_shape(division, setting, notes, frame)
        if shape is not None:
            sheets = _Table(notes, setting, frame, shape).dealt(None)
            if len(sheets) == 1:
                break
    return sheets or card_sheets(notes, setting, frame)


def drawn(cards: Cards, tint: Tint) -> tuple[Item, ...]:
    """Return the items to draw for the cards of a sheet."""
    return tuple(chain.from_iterable(card.items(tint) for card in cards))


@dataclass(frozen=True, slots=True)
class _Shape:
    """The sizes of the cards of a page."""

    size: float  # of the text
    row: float  # the least height of one row of it
    pad: float
    inside: float
    indent: float  # from the letter to the line
    slots: int  # in a column
    pitch: float  # from one slot to the next
    between: float
    columns: int = 1
    width: float = 0  # of a card
    dots: DotsRoom | None = None  # at its right

    def slots_of(self, rows: int) -> int:
        """Return how many slots so many rows of text need."""
        return max(1, ceil((rows * self.row + 2 * self.pad + self.between) / self.pitch - ENOUGH))

    def height_of(self, slots: int) -> float:
        """Return the height of a card of so many slots."""
        return slots * self.pitch - self.between

    @property
    def most_rows(self) -> int:
        """The rows of text that fit on a sheet."""
        room = self.height_of(self.slots) - 2 * self.pad
        return floor(room / self.row + ENOUGH)


def _shape_of(setting: Setting, notes: tuple[Note, ...], frame: Frame) -> _Shape:
    size = setting.text
    row = setting.row_height if size == setting.least else size * ROW
    pad, between = HALF_GRID * round(size * PAD / HALF_GRID), on_grid(setting.least * BETWEEN)
    if row > frame.height + ENOUGH:
        raise NoRoomError
    pad = max(0.0, min(pad, (frame.height - row) / 2))
    slots = max(1, floor((frame.height + between) / (row + 2 * pad + between) + ENOUGH))
    pitch = (frame.height + between) / slots
    indent = _indent(setting, notes, size)
    inside, dots = size * INSIDE, dots_room(notes, setting, row)
    return _Shape(
        size, row, pad, inside, indent, slots, pitch, between, width=frame.width, dots=dots
    )


def _small_shape(
    division: Division, setting: Setting, notes: tuple[Note, ...], frame: Frame
) -> _Shape | None:
    """Return the sizes of an overview; ``None`` where a row of it has no room."""
    size = max(LEAST_OVERVIEW, setting.least * division.size)
    row, columns = size * ROW, division.columns
    between = on_grid(setting.least * (BETWEEN if division.rows <= ROOMY_ROWS else BETWEEN / 2))
    fitting = (floor((frame.height + between) / (n * row + between) + ENOUGH) for n in (2, 1))
    slots = min(division.rows, next((slots for slots in fitting if slots), 0))
    if not slots:
        return None
    pitch = (frame.height + between) / slots
    pad = min(size * PAD, max(0.0, (pitch - between - 2 * row) / 2))
    width = (frame.width - (columns - 1) * COLUMN_GAP) / columns
    indent = _indent(setting, notes, size)
    return _Shape(
        size, row, pad, size * INSIDE, indent, slots, pitch, between, columns=columns, width=width
    )


def _indent(setting: Setting, notes: tuple[Note, ...], size: float) -> float:
    """Return the room for the broadest letter, the same on every card."""
    style = Style(size, BOLD, Tone.ON_TINT, Role.LETTER)
    broad = broadest(setting, {note.letter for note in notes}, style)
    return max(size * LETTER_ROOM, broad + size * AFTER_LETTER) if broad else 0.0


class _Table:
    """Fills sheets with cards, one at a time."""

    def __init__(
        self,
        notes: tuple[Note, ...],
        setting: Setting,
        frame: Frame,
        shape: _Shape | None = None,
    ) -> None:
        self._notes = notes
        self._setting = setting
        self._frame = frame
        self._shape = shape or _shape_of(setting, notes, frame)
        self._words = tuple(map(words_of, notes))
        self._at = self._done = 0  # the next note, and how many of its lines are on earlier sheets

    def dealt(self, most: int | None) -> tuple[Cards, ...]:
        """Return the cards of each sheet; stop once there are more sheets than ``most``."""
        sheets: list[Cards] = []
        while self._at < len(self._notes) and (most is None or len(sheets) <= most):
            sheets.append(self._sheet())
        return tuple(sheets)

    def _sheet(self) -> Cards:
        """Return the cards of the next sheet; one with the same notes as before is reused."""
        at, memo = self._at, self._setting.memo
        if self._done:
            return self._filled()
        key = "sheet", self._setting.key, self._frame, self._shape, self._words[at]
        before = memo.peek(key)
        if isinstance(before, _Filled):
            end = at + len(before.words)
            if self._words[at:end] == before.words:
                memo.put(key, before)
                self._at, self._done = end - 1, 0
                return before.cards
        cards = self._filled()
        if not self._done and self._at < len(self._notes):
            memo.put(key, _Filled(self._words[at : self._at + 1], cards))
        return cards

    def _filled(self) -> Cards:
        """Return the cards that fit on the next sheet."""
        shape, used, column = self._shape, 0, 0
        placed: list[PlacedCard] = []
        while self._at < len(self._notes):
            card = self._left_of(self._at)
            slots = shape.slots_of(len(card.lines))
            if used and used + slots > shape.slots:
                used, column = 0, column + 1
            if column == shape.columns or slots > shape.slots:
                break
            placed.append(self._placed(card, (column, used), slots, self._notes[self._at]))
            used += slots
            self._at, self._done = self._at + 1, 0
        return tuple(placed) or (self._part(),)

    def _left_of(self, place: int) -> Card:
        """Return a note's card without the lines that are on earlier sheets."""
        card = card_of(self._setting, self._notes[place], self._shape)
        done = self._done if place == self._at else 0
        return replace(card, lines=card.lines[done:]) if done else card

    def _placed(self, card: Card, at: tuple[int, int], slots: int, note: Note) -> PlacedCard:
        """Return a note's card at its column and its first slot in it."""
        shape, (column, first) = self._shape, at
        right = column * (shape.width + COLUMN_GAP)
        y, high = self._frame.top + first * shape.pitch, shape.height_of(slots)
        rows = max(1, len(card.lines))
        natural = self._setting.ruler.line_height(shape.size) * LEADING
        each = max(shape.row, min(natural, (high - 2 * shape.pad) / rows))
        lines, letter = (
            tuple(replace(line, height=each, x=line.x + right) for line in cell)
            for cell in (card.lines, card.letter)
        )
        area = Area(SIDE + right, y, shape.width, high)
        beside: list[Item] = []
        if shape.dots is not None and note.dots is not None:
            edge = area.right - shape.inside, area.y + high / 2
            beside = shape.dots.items(note.dots, edge, self._setting)
        centred = shape.columns > 1
        return PlacedCard(Card(letter, lines), area, centred, tuple(beside))

    def _part(self) -> PlacedCard:
        """Return the part of a long note that fits on one sheet."""
        card, most = self._left_of(self._at), self._shape.most_rows
        if most < 1:
            raise NoRoomError
        self._done += most
        part = replace(card, lines=card.lines[:most])
        return self._placed(part, (0, 0), self._shape.slots, self._notes[self._at])


def card_of(setting: Setting, note: Note, shape: _Shape) -> Card:
    """Return a note as a card in the first column."""
    sizes = shape.width, shape.size, shape.indent, shape.dots
    key = "card", setting.key, *sizes, *words_of(note)
    return setting.memo.of(key, lambda: _card(setting, note, shape))


def _card(setting: Setting, note: Note, shape: _Shape, *, balanced: bool = False) -> Card:
    x, width = SIDE + shape.inside, shape.width - 2 * shape.inside
    width -= shape.dots.whole if shape.dots is not None else 0
    letter_style = Style(shape.size, BOLD, Tone.ON_TINT, Role.LETTER)
    style = Style(shape.size, MEDIUM, Tone.ON_TINT, Role.LINE)
    quiet = Style(shape.size, tone=Tone.ON_TINT, role=Role.TEXT)
    room = x + shape.indent, width - shape.indent
    lines = setting.cell(note.text, room, style)
    if balanced and len(lines) > 1:
        lines = _balanced(setting, note.text, room, style)
    if setting.density.text > 1 and _is_broken(lines, note.text):
        raise NoRoomError  # a smaller size has room for its longest word
    before = (every_language(setting, words, room, quiet) for words in (note.gone, note.drawing))
    beneath = every_language(setting, note.beneath, room, quiet)
    if setting.density.text > 1 and _is_broken(beneath, note.beneath.first):
        raise NoRoomError
    letter = mark_cell(setting, note.letter, (x, shape.indent or 1.0), letter_style)
    return Card(letter, (*chain(*before), *lines, *beneath))


def _balanced(setting: Setting, text: str, at: tuple[float, float], style: Style) -> Cell:
    """Return a text on as few lines as before, with lines of about one length."""
    x, width = at
    lines = setting.cell(text, at, style)
    least, most = 0.0, width
    while most - least > GRID:
        middle = (least + most) / 2
        cell = setting.cell(text, (x, middle), style)
        fits = len(cell) == len(lines) and not _is_broken(cell, text)
        least, most = (least, middle) if fits else (middle, most)
    cell = setting.cell(text, (x, most), style)
    return tuple(replace(line, width=width) for line in cell)


def _is_broken(lines: Cell, text: str) -> bool:
    """Return whether a word of a text is on two lines."""
    return [word for line in lines for word in line.text.split()] != text.split()


def fits_alone(note: Note, setting: Setting, frame: Frame) -> bool:
    """Return whether a note in the least size fits on a sheet of its own."""
    return _fits_in(note, setting, frame, 0)


def large_card(note: Note, setting: Setting, frame: Frame) -> Cards:
    """Return one note as large as its sheet allows."""
    key: Hashable = "alone", setting.key, frame, *words_of(note)
    return setting.memo.of(key, lambda: _largest(note, setting, frame))


def _largest(note: Note, setting: Setting, frame: Frame) -> Cards:
    low, high = 0, round((LARGEST - 1) / STEP)
    while low < high:
        middle = (low + high + 1) // 2
        if _fits_in(note, setting, frame, middle):
            low = middle
        else:
            high = middle - 1
    return _whole(note, _enlarged(setting, low), frame)


def _enlarged(setting: Setting, step: int) -> Setting:
    return replace(setting, density=replace(setting.density, text=1 + step * STEP))


def _fits_in(note: Note, setting: Setting, frame: Frame, step: int) -> bool:
    try:
        ((card),) = _whole(note, _enlarged(setting, step), frame, balanced=False)
    except NoRoomError:
        return False
    used = sum(line.height for line in card.card.lines or card.card.letter)
    return used <= frame.height - 2 * setting.least * INSIDE


def _whole(note: Note, setting: Setting, frame: Frame, *, balanced: bool = True) -> Cards:
    """Return a note on one card over the whole frame, with lines of about one length."""
    size = setting.text
    inside, indent = setting.least * ALONE_INSIDE, _indent(setting, (note,), size)
    natural = setting.ruler.line_height(size) * LEADING
    shape = _Shape(size, natural, 0.0, inside, indent, 1, frame.height, 0.0, width=frame.width)
    card = _card(setting, note, shape, balanced=balanced)
    lines, letter = (
        tuple(replace(line, height=natural) for line in cell) for cell in (card.lines, card.letter)
    )
    return (PlacedCard(Card(letter, lines), Area(SIDE, frame.top, frame.width, frame.height)),)
