"""Rows of the names of groups of lines: a badge, a name, and how many lines at the right."""

from dataclasses import replace
from functools import partial
from unicodedata import bidirectional

from facilitator.domain.text.language import in_order
from facilitator.room.layout.flow import THIN, Cell, Maker, Row, height_of
from facilitator.room.layout.setting import SIDE, Setting
from facilitator.room.layout.sheet import (
    BOLD,
    Align,
    Area,
    BadgeItem,
    Role,
    RuleItem,
    Style,
    Tone,
)
from facilitator.room.pages.picture import NameRow, NamesPage

BADGE = 1.08  # across, besides the pad, in parts of the text's size
AFTER_BADGE = 0.55  # also
LEADER = 0.36  # free at both ends of the line to the count, also
LEAST_LEADER = 1.0  # a shorter one is not drawn, also
FROM_RIGHT = ("R", "AL")  # directions of letters
BASELINE = 0.86  # of a line's height: where the line to the count is


def names_rows(page: NamesPage, setting: Setting) -> tuple[Maker, ...]:
    """Return a maker of each name's row."""
    style = replace(_style(setting), weight=Style(0).weight, tone=Tone.MUTED, align=Align.END)
    counts = [_count_of(row, setting) for row in page.names]
    room = max((setting.width(count, style) for count in counts if count), default=0.0)
    return tuple(
        partial(_name, setting, row, (count, room, style))
        for row, count in zip(page.names, counts, strict=True)
    )


def _is_from_right(text: str) -> bool:
    """Return whether a text has letters of a script that is read from the right."""
    return any(bidirectional(letter) in FROM_RIGHT for letter in text)


def _style(setting: Setting) -> Style:
    return Style(setting.text, BOLD, role=Role.LINE)


def _count_of(row: NameRow, setting: Setting) -> str:
    """Return how many lines in words; in two languages the number, which both read."""
    text = row.count.in_(in_order(setting.languages)[0])
    if len(setting.languages) == 1:
        return text
    return "".join(character for character in text if character.isdigit())


def _name(setting: Setting, row: NameRow, counted: tuple[str, float, Style], width: float) -> Row:
    count, room, quiet = counted
    style = _style(setting)
    size = style.size
    badge = size * (BADGE + setting.density.pad)
    left = SIDE + badge + size * AFTER_BADGE
    free = SIDE + width - left - room - (2 * LEADER * size if room else 0)
    name: Cell = ()
    for language in in_order(setting.languages):
        text = setting.text_in(row.name, language)
        name += setting.cell(text, (left, free), style)
    height = max(badge, height_of(name))
    down = (height - height_of(name)) / 2
    name = (replace(name[0], gap=down), *name[1:]) if name else ()
    line = setting.line_height(style)
    at_right = setting.cell(count, (SIDE + width - room, room), quiet, gap=(height - line) / 2)
    badge_item = BadgeItem(Area(SIDE, (height - badge) / 2, badge, badge), row.badge)
    marks: tuple[BadgeItem | RuleItem, ...] = (badge_item,)
    if count and len(name) == 1 and not _is_from_right(name[0].text):
        start = left + setting.width(name[0].text, style) + LEADER * size
        end = SIDE + width - setting.width(count, quiet) - LEADER * size
        if end - start >= LEAST_LEADER * size:
            y = down + line * BASELINE
            marks = (*marks, RuleItem(Area(start, y, end - start, THIN)))
    before = setting.gap * 0.5 + setting.pad * 0.35
    cells = tuple(cell for cell in (name, at_right) if cell)
    return Row(cells, before=before, marks=marks, least=height)
