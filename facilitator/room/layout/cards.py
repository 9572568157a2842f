"""Notes on cards: two columns of one size, one column where a note needs it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from facilitator.room.layout.flow import Frame, NoRoomError, texts
from facilitator.room.layout.parts import Card, card_of, card_pad, lines_that_fit
from facilitator.room.layout.setting import SIDE, Setting
from facilitator.room.layout.sheet import Area, BoxItem, Item, Role
from facilitator.room.pages.picture import Note

BETWEEN = 36.0  # board units
LEAST_LINES = 2  # a card for a word or two is as high as its neighbours


@dataclass(frozen=True, slots=True)
class _Rest:
    """A note, and how many of its lines in one column stand on earlier sheets."""

    note: Note
    done: int = 0


def card_sheets(
    notes: tuple[Note, ...], setting: Setting, frame: Frame
) -> tuple[tuple[Item, ...], ...]:
    """Return the cards of each sheet, in their order: in two columns if that takes no more."""
    table = _Table(setting, frame)
    in_two, in_one = (_dealt(notes, table, paired=paired) for paired in (True, False))
    return in_two if len(in_two) <= len(in_one) else in_one


def _dealt(
    notes: tuple[Note, ...], table: "_Table", *, paired: bool
) -> tuple[tuple[Item, ...], ...]:
    sheets: list[tuple[Item, ...]] = []
    waiting = [_Rest(note) for note in notes]
    while waiting:
        items, waiting = table.filled(waiting, paired=paired)
        sheets.append(items)
    return tuple(sheets)


class _Table:
    """Fills sheets with cards, one at a time."""

    def __init__(self, setting: Setting, frame: Frame) -> None:
        self._setting = setting
        self._frame = frame
        self._pad = card_pad(setting)
        self._half = (frame.width - BETWEEN) / 2

    def filled(self, waiting: list[_Rest], *, paired: bool) -> tuple[tuple[Item, ...], list[_Rest]]:
        """Return what is drawn on one sheet and what is left for others."""
        pairs, high = self._pairs(waiting)
        singles = self._singles(waiting)
        if paired and pairs:
            return self._in_two(pairs, high), waiting[len(pairs) :]
        if singles:
            return self._in_one(singles), waiting[len(singles) :]
        return self._part_of(waiting[0], waiting[1:])

    def _pairs(self, waiting: Iterable[_Rest]) -> tuple[list[Card], float]:
        """Return as many cards as fit in two columns of one size, and that size."""
        fitting: list[Card] = []
        high = LEAST_LINES * self._setting.line_height(self._setting.style(Role.LINE))
        if high + 2 * self._pad > self._frame.height:
            high = 0
        for place, rest in enumerate(waiting):
            x = SIDE + (place % 2) * (self._half + BETWEEN)
            card = card_of(self._setting, rest.note, x, self._half)
            taller = max(high, card.height)
            rows = place // 2 + 1
            height = rows * (taller + 2 * self._pad) + (rows - 1) * BETWEEN
            if rest.done or self._breaks_a_word(rest.note) or height > self._frame.height:
                break
            fitting.append(card)
            high = taller
        return fitting, high + 2 * self._pad

    def _breaks_a_word(self, note: Note) -> bool:
        """Return whether a word is too long for half the width: then the note has all of it."""
        card = card_of(self._setting, note, SIDE, self._half)
        style = card.lines[0].style if card.lines else None
        return style is not None and any(
            self._setting.width(word, style) > card.lines[0].width for word in note.text.split()
        )

    def _singles(self, waiting: Iterable[_Rest]) -> list[Card]:
        """Return as many whole cards as fit under one another."""
        fitting: list[Card] = []
        used = 0.0
        for rest in waiting:
            card = self._left_of(rest)
            used += card.height + 2 * self._pad + (BETWEEN if fitting else 0)
            if used > self._frame.height:
                break
            fitting.append(card)
        return fitting

    def _left_of(self, rest: _Rest) -> Card:
        card = card_of(self._setting, rest.note, SIDE, self._frame.width)
        return replace(card, lines=card.lines[rest.done :])

    def _in_two(self, cards: list[Card], high: float) -> tuple[Item, ...]:
        drawn: list[Item] = []
        for place, card in enumerate(cards):
            x = SIDE + (place % 2) * (self._half + BETWEEN)
            y = self._frame.top + (place // 2) * (high + BETWEEN)
            drawn += self._drawn(card, Area(x, y, self._half, high))
        return tuple(drawn)

    def _in_one(self, cards: list[Card]) -> tuple[Item, ...]:
        drawn: list[Item] = []
        y = self._frame.top
        for card in cards:
            area = Area(SIDE, y, self._frame.width, card.height + 2 * self._pad)
            drawn += self._drawn(card, area)
            y = area.bottom + BETWEEN
        return tuple(drawn)

    def _part_of(self, rest: _Rest, others: list[_Rest]) -> tuple[tuple[Item, ...], list[_Rest]]:
        """Return as much of a long note as one sheet holds."""
        card = self._left_of(rest)
        here = tuple(lines_that_fit(card.lines, self._frame.height - 2 * self._pad))
        if not here:
            raise NoRoomError
        left = _Rest(rest.note, rest.done + len(here))
        return self._in_one([replace(card, lines=here)]), [left, *others]

    def _drawn(self, card: Card, area: Area) -> list[Item]:
        y = area.y + self._pad
        return [BoxItem(area), *texts(card.letter, y), *texts(card.lines, y)]
