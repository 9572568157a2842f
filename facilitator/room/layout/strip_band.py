"""Places the strip of now, next and break under everything else, each language apart."""

from dataclasses import dataclass, replace
from itertools import chain

from facilitator.domain.text.language import Language, Words
from facilitator.room.layout.bands import Band
from facilitator.room.layout.flow import THIN, Cell, Maker, blanked, height_of, texts
from facilitator.room.layout.page_parts import ruled
from facilitator.room.layout.setting import BODY, SIDE, Setting
from facilitator.room.layout.sheet import Area, Item, Role, RuleItem, Sign, SignItem, Style, Tone
from facilitator.room.pages.picture import Strip

AROUND = 0.2  # above and below its rule, in parts of the least size
SIGN = 0.62  # across, in parts of the least size
SIGN_ROOM = 0.9  # from a sign to its words, in the same unit
BESIDE = 0.8  # between two of them side by side, in the same unit


@dataclass(frozen=True, slots=True)
class _Part:
    """One sign with its words at its place, from the strip's own top."""

    sign: Sign
    cell: Cell
    y: float


def strip_band(strip: Strip, setting: Setting) -> Band:
    """Return the strip at the foot of a sheet, as high as its words need."""
    stacks = [
        _stack(strip, setting, language, (x, width)) for language, x, width in setting.columns(BODY)
    ]
    ends = (part.y + height_of(part.cell) for part in chain.from_iterable(stacks))
    tall = max(ends, default=0.0)
    if not tall:
        return Band()
    gap = setting.least * AROUND
    height = tall + 2 * gap + THIN
    rule = RuleItem(Area(SIDE, setting.usable - height + gap, BODY, THIN))
    top = setting.usable - tall
    items = chain.from_iterable(_items(part, setting, top) for part in chain.from_iterable(stacks))
    return Band((rule, *items), height)


def strip_rows(strip: Strip, setting: Setting) -> tuple[Maker, ...]:
    """Return the strip as the last row of the page, for a strip that is too high for each sheet."""
    words = [(text, _style(setting, sign)) for sign, text in _texts(strip)]
    return (lambda width: ruled(setting.row(width, *words, close=True), setting, width),)


def _texts(strip: Strip) -> list[tuple[Sign, Words]]:
    every = ((Sign.NOW, strip.now), (Sign.NEXT, strip.following), (Sign.BREAK, strip.pause))
    return [(sign, words) for sign, words in every if words]


def _style(setting: Setting, sign: Sign) -> Style:
    tone = Tone.TEXT if sign is Sign.NOW else Tone.MUTED
    return replace(setting.style(Role.FOOT), tone=tone)


def _stack(
    strip: Strip, setting: Setting, language: Language, at: tuple[float, float]
) -> list[_Part]:
    """Return the parts in one language, side by side as far as they fit, else in more rows."""
    aside, apart = setting.least * SIGN_ROOM, setting.least * BESIDE
    left, right = at[0], at[0] + at[1]
    x, y, tall = left, 0.0, 0.0
    parts: list[_Part] = []
    for sign, words in _texts(strip):
        style, text = _style(setting, sign), setting.text_in(words, language)
        broad = setting.broad(text) if sign is Sign.BREAK else text  # its time may change
        wide = aside + setting.width(broad, style)
        if parts and x + wide > right:
            x, y, tall = left, y + tall, 0.0
        room = min(wide, right - x) - aside
        at = x + aside, room
        cell = blanked(setting.cell(text, at, style), setting.cell(broad, at, style))
        part = _Part(sign, cell, y)
        parts.append(part)
        x, tall = x + wide + apart, max(tall, height_of(part.cell))
    return [part for part in parts if part.cell]


def _items(part: _Part, setting: Setting, top: float) -> list[Item]:
    line, across = part.cell[0], setting.least * SIGN
    x = line.x - setting.least * SIGN_ROOM
    y = top + part.y + (line.height - across) / 2
    sign = SignItem(Area(x, y, across, across), part.sign)
    return [sign, *(item for item in texts(part.cell, top + part.y) if any(item.lines))]
