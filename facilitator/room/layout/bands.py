"""The head of a sheet, in fixed rows at its top, and the ring in the corner of its body."""

from dataclasses import dataclass, replace

from facilitator.domain.plan.step import TimeLook
from facilitator.domain.text.language import Words
from facilitator.room.layout.flow import Frame
from facilitator.room.layout.page_parts import PageParts
from facilitator.room.layout.setting import BODY, EDGE, SIDE, Setting
from facilitator.room.layout.sheet import (
    Align,
    Area,
    BadgeItem,
    Item,
    RingItem,
    Role,
    Style,
    TextItem,
)
from facilitator.room.layout.time_words import broad_time, minutes_short
from facilitator.room.pages.picture import WITH_RING, TimeShown

LARGE_HEAD = 1.2  # of a heading that fits on one row, in parts of the least size
AFTER_BADGE = 0.4  # from a badge to the head, in parts of the least size
RING = 4.25  # across, in parts of the least size
RING_INSIDE = 1.2  # free beside the minutes, also in parts of the least size
MOST_OF_BODY = 0.6  # the share of the body's height that a ring may take


@dataclass(frozen=True, slots=True)
class Band:
    """A placed head or foot, and its height with the space between it and the body."""

    items: tuple[Item, ...] = ()
    height: float = 0


Broken = list[tuple[tuple[str, ...], float, float]]  # lines, left edge, width


def head_band(parts: PageParts, setting: Setting) -> Band:
    """Return the head: one row where its words fit, the same on every sheet of a page."""
    key = "head", setting.frame_key, parts.head, parts.head_style, parts.badge
    return setting.memo.of(key, lambda: _head_with_badge(parts, setting))


def _head_with_badge(parts: PageParts, setting: Setting) -> Band:
    """Return the head, after its badge if it has one."""
    if parts.badge is None:
        return _head(parts.head, parts.head_style, setting)
    across = setting.row_height
    indent = across + setting.least * AFTER_BADGE
    badge = BadgeItem(Area(SIDE, EDGE, across, across), parts.badge)
    band = _head(parts.head, parts.head_style, setting, indent)
    return Band((badge, *band.items), max(band.height, across + setting.apart))


def _head(words: Words, style: Style | None, setting: Setting, indent: float = 0) -> Band:
    if not words or style is None:
        return Band()
    if style.role is Role.HEADING:
        large = replace(style, size=setting.least * LARGE_HEAD)
        broken = _in_columns(words, large, setting, indent)
        if len(broken) == 1 and len(broken[0][0]) == 1:
            return _head_of(broken, large, setting)
    tries = _in_columns(words, style, setting, indent), _across(words, style, setting, indent)
    return _head_of(min(tries, key=_rows_of), style, setting)


def _in_columns(words: Words, style: Style, setting: Setting, indent: float) -> Broken:
    """Return the lines of each language in its column; a badge is in the first one."""
    places = (
        (language, x + (indent if x == SIDE else 0), width - (indent if x == SIDE else 0))
        for language, x, width in setting.columns(BODY)
    )
    return [
        (setting.ruler.lines(text, width, style.size, style.weight), x, width)
        for language, x, width in places
        if (text := _squeezed(setting.text_in(words, language)))
    ]


def _across(words: Words, style: Style, setting: Setting, indent: float) -> Broken:
    """Return the lines of each language under the other, across the board."""
    x, width = SIDE + indent, BODY - indent
    texts = [setting.text_in(words, language) for language, _x, _each in setting.columns(BODY)]
    return [
        (setting.ruler.lines(text, width, style.size, style.weight), x, width)
        for text in map(_squeezed, texts)
        if text
    ]


def _squeezed(text: str) -> str:
    return " ".join(text.split())


def _rows_of(broken: Broken) -> int:
    counts = [len(lines) for lines, _x, _width in broken]
    is_across = len({x for _lines, x, _width in broken}) < len(broken)
    return sum(counts) if is_across else max(counts, default=0)


def _head_of(broken: Broken, style: Style, setting: Setting) -> Band:
    row, rows = setting.row_height, _rows_of(broken)
    is_across = len({x for _lines, x, _width in broken}) < len(broken)
    items: list[Item] = []
    y = EDGE
    for lines, x, width in broken:
        items.append(TextItem(lines, Area(x, y, width, len(lines) * row), row, style))
        y += len(lines) * row if is_across else 0
    return Band(tuple(items), rows * row + setting.apart if rows else 0)


def ring_hole(parts: PageParts, setting: Setting, frame: Frame) -> Area | None:
    """Return the area of the ring, or ``None`` where the minutes are in the foot."""
    if parts.time is None or len(setting.languages) > 1 or parts.time.look not in WITH_RING:
        return None
    across = _ring_width(setting, parts.time)
    if across > frame.height * MOST_OF_BODY or across > frame.width * 0.4:
        return None
    gap = setting.least * 0.6
    top = frame.bottom - across
    return Area(frame.left + frame.width - across - gap, top - gap, across + gap, across + gap)


def _ring_width(setting: Setting, time: TimeShown) -> float:
    broad = setting.broad(minutes_short(setting.languages[0], broad_time(time)))
    words = setting.width(broad, setting.style(Role.TIME))
    return max(RING * setting.least, words + RING_INSIDE * setting.least)


def ring_items(parts: PageParts, setting: Setting, hole: Area | None) -> tuple[Item, ...]:
    """Return the ring with its minutes; an empty ring once the time is over."""
    if parts.time is None or hole is None:
        return ()
    across = _ring_width(setting, parts.time)
    area = Area(hole.right - across, hole.bottom - across, across, across)
    ring = RingItem(area, parts.time.twelfths)
    if parts.time.is_over or parts.time.look is TimeLook.RING:
        return (ring,)
    style = replace(setting.style(Role.TIME), align=Align.CENTRE)
    line = setting.line_height(style)
    text = minutes_short(setting.languages[0], parts.time)
    middle = area.y + (across - line) / 2
    inside = Area(area.x + setting.least / 2, middle, across - setting.least, line)
    return (ring, TextItem((text,), inside, line, style))
