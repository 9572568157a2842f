"""Rows of *What happens today*: a time, a sign, a part of the day, and a word for its state."""

from dataclasses import replace
from functools import partial

from facilitator.domain.text.language import Words
from facilitator.room.layout.flow import Cell, Maker, Row
from facilitator.room.layout.setting import EDGE, SIDE, Setting
from facilitator.room.layout.sheet import (
    BOLD,
    MEDIUM,
    Align,
    Area,
    BandItem,
    Role,
    Sign,
    SignItem,
    Style,
    Tone,
)
from facilitator.room.pages.picture import DayPart, PartMark, TodayPage
from facilitator.room.say import say, say_in
from facilitator.room.sentence_keys import Key

PARTS = 7  # on a page at most
ROUNDING = 0.5  # board units
SIGN_GAP, TITLE_GAP = 0.5, 0.62  # before a sign, and after it
BADGE, PLAIN = 0.98, 0.5  # across, in parts of the least size
OUT = 32.0  # the ground of the part that is now reaches out of the margins, board units
SIGNS = {PartMark.DONE: Sign.DONE, PartMark.NOW: Sign.NOW, PartMark.COMING: Sign.COMING}


def today_rows(page: TodayPage, setting: Setting) -> tuple[Maker, ...]:
    """Return a maker of each part's row."""
    return tuple(partial(_part, setting, part) for part in page.parts)


def _part(setting: Setting, part: DayPart, width: float) -> Row:
    clock = Style(setting.least, tone=Tone.MUTED)
    time_width = setting.width(setting.broad(part.time), replace(clock, weight=BOLD))
    sign_x = SIDE + time_width + setting.least * SIGN_GAP
    x = sign_x + setting.least * (BADGE + TITLE_GAP)
    style = _style(setting.least, part)
    time = replace(clock, weight=style.weight, tone=Tone.TEXT if _is_now(part) else Tone.MUTED)
    cells: list[Cell] = [setting.cell(part.time, (SIDE, time_width), time)]
    cells += _titles(setting, part, style, (x, SIDE + width - x))
    line = setting.line_height(style)
    least = _body(setting) / PARTS
    pad = max(0.0, (least - line) / 2)
    row = Row(tuple(cell for cell in cells if cell), pad=pad)
    sign = _sign(setting, part, sign_x, row.pad + line / 2)
    band = BandItem(Area(SIDE - OUT, 0, width + 2 * OUT, row.height))
    return replace(row, marks=(band, sign) if _is_now(part) else (sign,))


def _body(setting: Setting) -> float:
    """Return the height between head and foot, each of one row."""
    rows = 2 * setting.row_height + 3 * setting.apart
    return setting.usable - EDGE - rows - ROUNDING


def _titles(setting: Setting, part: DayPart, style: Style, at: tuple[float, float]) -> list[Cell]:
    """Return the title, and the word for its state: at the right, or before it in each language."""
    x, width = at
    key = _key(part)
    if len(setting.languages) > 1 and len(part.title.texts) > 1:
        title = part.title if key is None else _called(key, part.title)
        return [
            setting.cell(setting.text_in(title, language), (x + left - SIDE, each), style)
            for language, left, each in setting.columns(width)
        ]
    words = say_in(setting.languages, key).texts if key is not None else ()
    word = " / ".join(text for _language, text in words)
    end = replace(style, align=Align.END, role=Role.LABEL)
    end = end if _is_now(part) else replace(end, tone=Tone.MUTED)
    room = setting.width(word, end) if word else 0.0
    free = width - room - (setting.gap if word else 0.0)
    return [
        setting.cell(part.title.first, (x, free), style),
        setting.cell(word, (x + width - room, room), end),
    ]


def _called(key: Key, title: Words) -> Words:
    """Return a title after the word for its state, in each language."""
    return Words(
        tuple(
            (language, say(language, Key.TODAY_PART, state=say(language, key), part=text))
            for language, text in title.texts
        )
    )


def _style(size: float, part: DayPart) -> Style:
    if _is_now(part):
        return Style(size, BOLD, role=Role.LINE)
    tone = Tone.MUTED if part.mark is PartMark.DONE else Tone.TEXT
    return Style(size, MEDIUM, tone, Role.LINE)


def _is_now(part: DayPart) -> bool:
    return part.mark is PartMark.NOW


def _key(part: DayPart) -> Key | None:
    """Return the word for a part's state: now, or a break that is still to come."""
    if _is_now(part):
        return Key.TODAY_NOW
    is_ahead = part.mark is PartMark.COMING
    return Key.BREAK_TITLE if part.is_break and is_ahead else None


def _sign(setting: Setting, part: DayPart, x: float, middle: float) -> SignItem:
    """Return the sign of a part: a badge for now and for a break, else a tick or a dot."""
    is_break = part.is_break and part.mark is PartMark.COMING
    badge = _is_now(part) or is_break
    across = setting.least * (BADGE if badge else PLAIN)
    left = x + (setting.least * BADGE - across) / 2
    sign = Sign.BREAK if is_break else SIGNS[part.mark]
    return SignItem(Area(left, middle - across / 2, across, across), sign, badge=badge)
