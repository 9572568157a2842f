"""Small steps on cards: a sign at the left, then the words, who looks after them, and by when."""

from dataclasses import dataclass, replace
from itertools import chain
from typing import Self
from unicodedata import bidirectional

from facilitator.domain.text.language import Words, in_order
from facilitator.room.layout.flow import Cell, Row, height_of
from facilitator.room.layout.setting import SIDE, Setting
from facilitator.room.layout.sheet import (
    BOLD,
    MEDIUM,
    Align,
    Area,
    Role,
    Sign,
    SignItem,
    Style,
    Tint,
    Tone,
)
from facilitator.room.pages.picture import StepCard

BESIDE = 2.2  # the tinted side of a card, in parts of the least size
SIGN, DETAIL = 1.1, 0.62  # a sign in it, and before who and when, in the same unit
INSIDE = 0.6  # from the side to the words, also
AFTER = 0.7  # from the left edge of a detail's sign to its words, beyond the sign, also
LEAST_PAD = 0.2  # over and under the words of a card, also
FEW = 3  # lines of the words of a step
BETWEEN = 0.26  # from a card to the next, also


def step_row(card: StepCard, setting: Setting, width: float) -> Row:
    """Return a small step on its card; by when is beside who, or under it where that is broad."""
    size = setting.text
    left = SIDE + size * (BESIDE + INSIDE)
    room = SIDE + width - left - size * INSIDE
    words = setting.cell(card.text, (left, room), Style(size, BOLD, role=Role.LINE))
    pad = max(setting.pad, size * LEAST_PAD)
    who, by = _details(card, setting, (left, room), apart=len(words) > FEW)
    top = height_of(words)
    under = by is not None and by.x == left
    by_top = top + (height_of(who.cell) if under and who is not None else 0.0)
    signs = [
        each.placed(pad + y, setting) for each, y in ((who, top), (by, by_top)) if each is not None
    ]
    who_cell, by_cell = (() if each is None else each.cell for each in (who, by))
    first = (*words, *who_cell, *by_cell) if under else (*words, *who_cell)
    beside = () if under or not by_cell else (replace(by_cell[0], gap=top), *by_cell[1:])
    row = Row(
        tuple(cell for cell in (first, beside) if cell),
        before=size * BETWEEN,
        pad=pad,
        span=width,
        boxed=True,
        tint=Tint.APRICOT,
        side=size * BESIDE,
    )
    across = size * SIGN
    x, y = SIDE + (size * BESIDE - across) / 2, (row.height - across) / 2
    y = min(y, pad + size)  # on the first of several sheets
    return replace(row, marks=(SignItem(Area(x, y, across, across), Sign.STEPS), *signs))


@dataclass(frozen=True, slots=True)
class _Detail:
    """Who looks after a step, or by when, after its sign."""

    sign: Sign
    x: float
    cell: Cell
    is_broken: bool  # on more lines than it has languages

    @classmethod
    def of(cls, sign: Sign, words: Words, setting: Setting, at: tuple[float, float]) -> Self | None:
        """Return a detail in each language that has words for it; nothing without words."""
        if not words:
            return None
        x, width = at
        indent = setting.text * (DETAIL + AFTER)
        style = Style(setting.text, tone=Tone.MUTED, role=Role.TEXT)
        if _reads_from_the_right(words):
            style = replace(style, align=Align.END)  # it stays beside its sign
        languages = in_order(setting.languages)
        texts = [words.first] if len(words.texts) == 1 else [*map(words.in_, languages)]
        cells = [setting.cell(text, (x + indent, width - indent), style) for text in texts]
        return cls(sign, x, tuple(chain(*cells)), any(len(cell) > 1 for cell in cells))

    def placed(self, y: float, setting: Setting) -> SignItem:
        """Return its sign, in the middle of its first line."""
        size, line = setting.text * DETAIL, self.cell[0].height
        return SignItem(Area(self.x, y + (line - size) / 2, size, size), self.sign)


def _details(
    card: StepCard, setting: Setting, at: tuple[float, float], *, apart: bool
) -> tuple[_Detail | None, _Detail | None]:
    """Return who looks after a step, and by when: beside each other, else under each other.

    Under a text that may go on to another sheet they are ``apart``.
    """
    left, room = at
    half = room / 2
    person = Sign.PEOPLE if card.everyone else Sign.PERSON

    def laid(width: float, at_by: float) -> tuple[_Detail | None, _Detail | None]:
        return (
            _Detail.of(person, card.who, setting, (left, width)),
            _Detail.of(Sign.DAY, card.by, setting, (at_by, left + room - at_by)),
        )

    beside = laid(half - setting.text * INSIDE, left + half)
    both = [each for each in beside if each is not None]
    if apart or len(both) < 2 or any(each.is_broken for each in both):
        return laid(room, left)
    return beside


def _reads_from_the_right(words: Words) -> bool:
    return any(bidirectional(letter) in ("R", "AL") for letter in words.first)


def idea_row(text: str, setting: Setting, width: float) -> Row:
    """Return an idea for later, with a thin line above."""
    cell = setting.cell(text, (SIDE, width), Style(setting.text, MEDIUM, role=Role.LINE))
    return Row((cell,), before=setting.gap, pad=setting.pad, ruled=True, span=width)
