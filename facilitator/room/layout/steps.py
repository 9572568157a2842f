"""Small steps on cards: a sign at the left, then the words, who looks after them, and by when."""

from dataclasses import replace

from facilitator.domain.text.language import Words, in_order
from facilitator.room.layout.flow import Cell, Row, height_of
from facilitator.room.layout.setting import SIDE, Setting
from facilitator.room.layout.sheet import (
    BOLD,
    MEDIUM,
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
SIGN, DETAIL = 0.86, 0.62  # a sign in it, and before who and when, in the same unit
INSIDE = 0.6  # from the side to the words, also
AFTER = 0.7  # from the left edge of a detail's sign to its words, beyond the sign, also
BETWEEN = 0.26  # from a card to the next, also


def step_row(card: StepCard, setting: Setting, width: float) -> Row:
    """Return a small step on its card."""
    least = setting.text
    left = SIDE + least * (BESIDE + INSIDE)
    room = SIDE + width - left - least * INSIDE
    words = setting.cell(card.text, (left, room), Style(least, BOLD, role=Role.LINE))
    top, half = height_of(words), room / 2
    who_room = half if card.by else room
    at_by = left + half if card.who else left
    who = _detail(card.who, setting, (left, who_room))
    by = _detail(card.by, setting, (at_by, left + room - at_by))
    beside = (replace(by[0], gap=top), *by[1:]) if by else ()
    line = setting.line_height(Style(least))
    pad = max(setting.pad, least * 0.2)
    details = [
        SignItem(Area(x, pad + top + line * (1 - DETAIL) / 2, least * DETAIL, least * DETAIL), sign)
        for x, sign, cell in (
            (left, Sign.PEOPLE if card.everyone else Sign.PERSON, who),
            (at_by, Sign.DAY, by),
        )
        if cell
    ]
    row = Row(
        tuple(cell for cell in ((*words, *who), beside) if cell),
        before=least * BETWEEN,
        pad=pad,
        span=width,
        boxed=True,
        tint=Tint.APRICOT,
        side=least * BESIDE,
    )
    across = least * SIGN
    sign = Area(SIDE + (least * BESIDE - across) / 2, (row.height - across) / 2, across, across)
    return replace(row, marks=(SignItem(sign, Sign.STEPS), *details))


def idea_row(text: str, setting: Setting, width: float) -> Row:
    """Return an idea for later, with a thin line above."""
    cell = setting.cell(text, (SIDE, width), Style(setting.text, MEDIUM, role=Role.LINE))
    return Row((cell,), before=setting.gap, pad=setting.pad, ruled=True, span=width)


def _detail(words: Words, setting: Setting, at: tuple[float, float]) -> Cell:
    """Return who looks after a step, or by when, in each language that has words for it."""
    x, width = at
    indent = setting.text * (DETAIL + AFTER)
    style = Style(setting.text, tone=Tone.MUTED, role=Role.TEXT)
    languages = in_order(setting.languages)
    texts = (
        words.texts
        if len(words.texts) == 1
        else tuple((language, setting.text_in(words, language)) for language in languages)
    )
    cell: Cell = ()
    for _language, text in texts:
        cell += setting.cell(text, (x + indent, width - indent), style)
    return cell
