"""Places notes on cards: two columns of one size, or one column where a note needs it."""

from dataclasses import dataclass, replace
from itertools import chain, islice
from math import ceil

from facilitator.room.layout.flow import Frame, NoRoomError, texts
from facilitator.room.layout.page_parts import (
    Card,
    NoteWords,
    card_of,
    card_pad,
    lines_that_fit,
    words_of,
)
from facilitator.room.layout.setting import SIDE, Setting
from facilitator.room.layout.sheet import Area, BoxItem, Item, Role
from facilitator.room.pages.picture import Note

BETWEEN = 36.0  # board units
LEAST_LINES = 2  # a card with a word or two is as high as its neighbours


@dataclass(frozen=True, slots=True)
class PlacedCard:
    """A card at its place."""

    card: Card
    area: Area

    def items(self, pad: float) -> list[Item]:
        """Return the items to draw."""
        y = self.area.y + pad
        return [BoxItem(self.area), *texts(self.card.letter, y), *texts(self.card.lines, y)]


Cards = tuple[PlacedCard, ...]


@dataclass(frozen=True, slots=True)
class _Filled:
    """A full sheet of whole notes, and the words that decided it."""

    words: tuple[NoteWords, ...]  # of its notes, and of the next note, which had no room
    cards: Cards


def card_sheets(
    notes: tuple[Note, ...], setting: Setting, frame: Frame, most: int | None = None
) -> tuple[Cards, ...]:
    """Return the cards of each sheet, in order: in two columns if that takes no more sheets.

    With ``most`` it stops once there are more sheets than that.
    """
    table = _Table(notes, setting, frame)
    in_two = table.dealt(paired=True, most=most)
    if len(in_two) <= table.fewest_in_one:
        return in_two
    in_one = table.dealt(paired=False, most=len(in_two) - 1)
    return in_two if len(in_two) <= len(in_one) else in_one


def drawn(cards: Cards, setting: Setting) -> tuple[Item, ...]:
    """Return the items to draw for the cards of a sheet."""
    pad = card_pad(setting)
    return tuple(chain.from_iterable(card.items(pad) for card in cards))


class _Table:
    """Fills sheets with cards, one at a time."""

    def __init__(self, notes: tuple[Note, ...], setting: Setting, frame: Frame) -> None:
        self._notes = notes
        self._setting = setting
        self._frame = frame
        self._pad = card_pad(setting)
        self._half = (frame.width - BETWEEN) / 2
        least = LEAST_LINES * setting.line_height(setting.style(Role.LINE))
        self._least = least if least + 2 * self._pad <= frame.height else 0
        self._words = tuple(map(words_of, notes))
        self._at = self._done = 0  # the next note, and how many of its lines are on earlier sheets

    @property
    def fewest_in_one(self) -> int:
        """The least number of sheets for one column, with one line for each card."""
        line = self._setting.line_height(self._setting.style(Role.LINE))
        each = line + 2 * self._pad + BETWEEN
        return ceil(len(self._notes) / max(1, int((self._frame.height + BETWEEN) / each)))

    def dealt(self, *, paired: bool, most: int | None) -> tuple[Cards, ...]:
        """Return the cards of each sheet; stop once there are more sheets than ``most``."""
        sheets: list[Cards] = []
        self._at = self._done = 0
        while self._at < len(self._notes) and (most is None or len(sheets) <= most):
            sheets.append(self._sheet(paired=paired))
        return tuple(sheets)

    def _sheet(self, *, paired: bool) -> Cards:
        """Return the cards of the next sheet; one with the same notes as before is reused."""
        at, memo = self._at, self._setting.memo
        if self._done:
            return self._filled(paired=paired)
        key = "sheet", self._setting.key, self._frame, paired, self._words[at]
        before = memo.peek(key)
        if isinstance(before, _Filled):
            end = at + len(before.words)
            if self._words[at:end] == before.words:
                memo.put(key, before)
                self._go_on(end - 1 - at)
                return before.cards
        cards = self._filled(paired=paired)
        if not self._done and self._at < len(self._notes):
            memo.put(key, _Filled(self._words[at : self._at + 1], cards))
        return cards

    def _filled(self, *, paired: bool) -> Cards:
        """Return the cards that fit on the next sheet."""
        pairs, high = self._pairs() if paired else ([], 0.0)
        if pairs:
            self._go_on(len(pairs))
            return self._in_two(pairs, high)
        singles = self._singles()
        if singles:
            self._go_on(len(singles))
            return self._in_one(singles)
        return self._part()

    def _go_on(self, count: int) -> None:
        self._at, self._done = self._at + count, 0

    def _pairs(self) -> tuple[list[Card], float]:
        """Return the cards that fit in two columns of one size, and that size."""
        fitting: list[Card] = []
        high, pads = self._least, 2 * self._pad
        if self._done:
            return fitting, high + pads
        lefts = SIDE, SIDE + (self._half + BETWEEN)
        for place, note in enumerate(islice(self._notes, self._at, None)):
            card = card_of(self._setting, note, lefts[place % 2], self._half)
            taller = max(high, card.height)
            rows = place // 2 + 1
            height = rows * (taller + pads) + (rows - 1) * BETWEEN
            if card.breaks or height > self._frame.height:
                break
            fitting.append(card)
            high = taller
        return fitting, high + pads

    def _singles(self) -> list[Card]:
        """Return the whole cards that fit under one another."""
        fitting: list[Card] = []
        used = 0.0
        for place in range(self._at, len(self._notes)):
            card = self._left_of(place)
            used += card.height + 2 * self._pad + (BETWEEN if fitting else 0)
            if used > self._frame.height:
                break
            fitting.append(card)
        return fitting

    def _left_of(self, place: int) -> Card:
        """Return a note's card without the lines that are on earlier sheets."""
        card = card_of(self._setting, self._notes[place], SIDE, self._frame.width)
        done = self._done if place == self._at else 0
        return replace(card, lines=card.lines[done:]) if done else card

    def _in_two(self, cards: list[Card], high: float) -> Cards:
        placed: list[PlacedCard] = []
        for place, card in enumerate(cards):
            x = SIDE + (place % 2) * (self._half + BETWEEN)
            y = self._frame.top + (place // 2) * (high + BETWEEN)
            placed.append(PlacedCard(card, Area(x, y, self._half, high)))
        return tuple(placed)

    def _in_one(self, cards: list[Card]) -> Cards:
        placed: list[PlacedCard] = []
        y = self._frame.top
        for card in cards:
            area = Area(SIDE, y, self._frame.width, card.height + 2 * self._pad)
            placed.append(PlacedCard(card, area))
            y = area.bottom + BETWEEN
        return tuple(placed)

    def _part(self) -> Cards:
        """Return the part of a long note that fits on one sheet."""
        card = self._left_of(self._at)
        part = tuple(lines_that_fit(card.lines, self._frame.height - 2 * self._pad))
        if not part:
            raise NoRoomError
        self._done += len(part)
        return self._in_one([replace(card, lines=part)])
