"""What stands on a sheet beside its rows: head, foot, number and ring."""

from dataclasses import dataclass, replace
from itertools import chain

from facilitator.domain.language import Language, Words
from facilitator.domain.step import TimeLook
from facilitator.room.flow import THIN, Cell, Frame, height_of, texts
from facilitator.room.keys import Key
from facilitator.room.parts import LETTER_ROOM, Parts, tick_area
from facilitator.room.picture import WITH_MINUTES, WITH_RING, Left, TimeShown
from facilitator.room.say import say, say_in
from facilitator.room.setting import BODY, EDGE, SIDE, Setting
from facilitator.room.sheet import (
    BOLD,
    Align,
    Area,
    Item,
    RingItem,
    Role,
    RuleItem,
    TextItem,
    TickItem,
    Tone,
)

RING = 4.25  # across, in parts of the least size
RING_INSIDE = 1.2  # free beside the minutes, likewise
MOST_OF_BODY = 0.6  # what a ring may take of the height of the body
MOST_PINNED = 2  # lines of text at the foot; a longer one has no place there
LEFT_IN_WORDS = {
    Left.MOST: Key.TIME_MOST,
    Left.HALF: Key.TIME_HALF,
    Left.LITTLE: Key.TIME_LITTLE,
}
BROAD = 88, 888  # minutes as broad as any, so that a page keeps its shape while time goes by


@dataclass(frozen=True, slots=True)
class Band:
    """A head or a foot at its place, and how high it is with the space around it."""

    items: tuple[Item, ...] = ()
    height: float = 0


def head_band(parts: Parts, setting: Setting, *, numbered: bool) -> Band:
    """Return the head at the top of a sheet, clear of the sheet's number."""
    number = setting.style(Role.PAGE)
    aside = setting.width(_number(setting, 88, 88), number) + setting.gap if numbered else 0
    least = setting.line_height(number) if numbered else 0
    cells: list[Cell] = []
    if parts.head and parts.head_style:
        columns = setting.columns(BODY)
        for language, x, width in columns:
            room = width - (aside if language == columns[-1][0] else 0)
            text = setting.text_in(parts.head, language)
            cells.append(setting.cell(text, (x, room), parts.head_style))
    height = max((least, *(height_of(cell) for cell in cells)))
    items = tuple(chain.from_iterable(texts(cell, EDGE) for cell in cells if cell))
    gap = 0.1 if parts.head_style and parts.head_style.role is Role.LABEL else 0.35
    return Band(items, height + setting.least * gap if height else 0)


def number_item(setting: Setting, place: int, count: int, head: Band) -> TextItem:
    """Return "1 of 3", at the top right, on the last line of a head of one line."""
    style = replace(setting.style(Role.PAGE), align=Align.END)
    text = _number(setting, place + 1, count)
    line = setting.line_height(style)
    heads = [item for item in head.items if isinstance(item, TextItem)]
    top = max((item.line_height for item in heads), default=line) - line
    width = setting.width(text, style)
    return TextItem((text,), Area(SIDE + BODY - width, EDGE + top, width, line), line, style)


def _number(setting: Setting, place: int, count: int) -> str:
    if len(setting.languages) > 1:
        return f"{place}/{count}"  # the same in every language
    return say(setting.languages[0], Key.PAGE_OF, page=place, pages=count)


def foot_band(parts: Parts, setting: Setting, *, timed: bool) -> Band:
    """Return the foot of a sheet; ``timed`` puts the minutes left at its right.

    Where nothing else is to be said, a line of the agreement stands in it. It is as high as what
    may come to stand there asks, so that the rest of the page stays where it is.
    """
    others = (replace(parts, foot=words) for words in parts.foot_room)
    unsaid = (replace(parts, foot=Words()),) if parts.pin and parts.foot_room else ()
    heights = [_foot_now(one, setting, timed=timed).height for one in (*others, *unsaid)]
    band = _foot_now(parts, setting, timed=timed)
    return replace(band, height=max((band.height, *heights)))


def _foot_now(parts: Parts, setting: Setting, *, timed: bool) -> Band:
    foot = _foot_alone(parts, setting, timed=timed)
    pin = _pin(parts, setting) if parts.pin and not parts.foot else []
    return _with_pin(pin, foot, setting) if pin else foot


def _with_pin(pin: list[Item], foot: Band, setting: Setting) -> Band:
    """Return the foot with a line of the agreement in it, above what stands there already."""
    tall = max(item.area.bottom for item in pin) + (setting.pad if foot.items else 0)
    gap = setting.least * setting.density.foot
    height = (foot.height or 2 * gap + THIN) + tall
    top = setting.usable - height
    rule = RuleItem(Area(SIDE, top + gap, BODY, THIN))
    down = top + 2 * gap + THIN
    lowered = [replace(item, area=replace(item.area, y=item.area.y + down)) for item in pin]
    return Band((rule, *lowered, *foot.items[1:]), height)


def _pin(parts: Parts, setting: Setting) -> list[Item]:
    """Return a line of the agreement from the top, under its name; longer ones under a tick."""
    style = setting.style(Role.FOOT)
    if len(setting.languages) == 1:
        name = replace(style, weight=BOLD, tone=Tone.ACCENT)
        label = setting.text_in(parts.pin_label, setting.languages[0])
        room = setting.width(label, name)
        at = room + setting.least * 0.45
        if at + setting.width(parts.pin, style) <= BODY:
            cells = (
                setting.cell(label, (SIDE, room), name),
                setting.cell(parts.pin, (SIDE + at, BODY - at), style),
            )
            return [item for cell in cells for item in texts(cell, 0)]
    at = setting.least * LETTER_ROOM
    lines = setting.cell(parts.pin, (SIDE + at, BODY - at), style)
    if len(lines) > MOST_PINNED:
        return []
    tick = tick_area(setting, style)
    return [TickItem(tick), *texts(lines, 0)]


def _foot_alone(parts: Parts, setting: Setting, *, timed: bool) -> Band:
    columns = setting.columns(BODY)
    stacks = [
        _foot_stack(setting, parts, language, (x, width), timed=timed)
        for language, x, width in columns
    ]
    tall = max((_stack_height(stack) for stack in stacks), default=0)
    if not tall:
        return Band()
    gap = setting.least * setting.density.foot
    top = setting.usable - tall
    items: list[Item] = [RuleItem(Area(SIDE, top - gap - THIN, BODY, THIN))]
    for stack in stacks:
        y = top
        for side_by_side in stack:
            for cell in side_by_side:
                items += (item for item in texts(cell, y) if any(item.lines))
            y += max(height_of(cell) for cell in side_by_side)
    return Band(tuple(items), tall + 2 * gap + THIN)


Stack = list[tuple[Cell, ...]]  # of cells that stand side by side


def _stack_height(stack: Stack) -> float:
    return sum(max(height_of(cell) for cell in cells) for cells in stack)


def _foot_stack(
    setting: Setting, parts: Parts, language: Language, at: tuple[float, float], *, timed: bool
) -> Stack:
    """Return the foot in one language: beside one another if it fits, else in two rows."""
    style = replace(setting.style(Role.FOOT), tone=parts.foot_tone)
    end = replace(setting.style(Role.LABEL), align=Align.END, role=Role.FOOT)
    text = setting.text_in(parts.foot, language)
    if parts.time is not None and timed:
        right = setting.text_in(minutes_words(setting, parts.time), language)
        broad = _broadest(setting, parts.time, language)
    else:
        right = broad = setting.text_in(parts.end, language)
    used = setting.width(text, style) + setting.width(broad, end) + setting.least
    if text and broad and used <= at[1]:
        room = setting.width(broad, end)
        left = setting.cell(text, (at[0], setting.width(text, style)), style)
        after = setting.cell(right, (at[0] + at[1] - room, room), end)
        return [tuple(cell for cell in (left, after) if cell)]
    alone = end if len(setting.languages) == 1 else replace(end, align=Align.START)
    kept = _as_high(setting.cell(right, at, alone), setting.cell(broad, at, alone))
    return [(cell,) for cell in (setting.cell(text, at, style), kept) if cell]


def _as_high(cell: Cell, other: Cell) -> Cell:
    """Return the cell with as many lines as the other, so that the rest keeps its place."""
    blank = tuple(replace(line, text="") for line in other[len(cell) :])
    return (*cell, *blank)


def _broad(time: TimeShown) -> TimeShown:
    return replace(time, minutes=BROAD[0] if time.minutes < 100 else BROAD[1])


def _broadest(setting: Setting, time: TimeShown, language: Language) -> str:
    """Return the longest text that may come to stand where the time stands."""
    if time.look in WITH_MINUTES:
        return setting.text_in(minutes_words(setting, _broad(time)), language)
    texts = [say(language, key) for key in LEFT_IN_WORDS.values()]
    return max(texts, key=lambda text: setting.width(text, setting.style(Role.LABEL)))


def minutes_words(setting: Setting, time: TimeShown) -> Words:
    """Return the minutes left, short where a column is narrow, or words for them.

    Nothing once the time is over.
    """
    if time.is_over:
        return Words()
    if time.left is not None:
        return say_in(setting.languages, LEFT_IN_WORDS[time.left])
    style = setting.style(Role.LABEL)
    broad = say_in(setting.languages, Key.MINUTES_MANY, minutes=_broad(time).minutes)
    narrow = any(
        setting.width(broad.in_(language), style) > width
        for language, _, width in setting.columns(BODY)
    )
    many = Key.MINUTES_SHORT if narrow else Key.MINUTES_MANY
    key = Key.MINUTES_ONE if time.minutes == 1 and not narrow else many
    return say_in(setting.languages, key, minutes=time.minutes)


def ring_hole(parts: Parts, setting: Setting, frame: Frame) -> Area | None:
    """Return the room that the ring takes, or ``None`` where the minutes stand in the foot."""
    if parts.time is None or len(setting.languages) > 1 or parts.time.look not in WITH_RING:
        return None
    across = _across(setting, parts.time)
    if across > frame.height * MOST_OF_BODY or across > frame.width * 0.4:
        return None
    gap = setting.least * 0.6
    top = frame.bottom - across - setting.gap
    return Area(frame.left + frame.width - across - gap, top - gap, across + gap, across + gap)


def _across(setting: Setting, time: TimeShown) -> float:
    broad = _minutes_short(setting, _broad(time).minutes)
    words = setting.width(broad, setting.style(Role.TIME))
    return max(RING * setting.least, words + RING_INSIDE * setting.least)


def ring_items(parts: Parts, setting: Setting, hole: Area | None) -> tuple[Item, ...]:
    """Return the ring with its minutes; an empty ring once the time is over."""
    if parts.time is None or hole is None:
        return ()
    across = _across(setting, parts.time)
    area = Area(hole.right - across, hole.bottom - across, across, across)
    ring = RingItem(area, parts.time.twelfths)
    if parts.time.is_over or parts.time.look is TimeLook.RING:
        return (ring,)
    style = replace(setting.style(Role.TIME), align=Align.CENTRE)
    line = setting.line_height(style)
    text = _minutes_short(setting, parts.time.minutes)
    middle = area.y + (across - line) / 2
    inside = Area(area.x + setting.least / 2, middle, across - setting.least, line)
    return (ring, TextItem((text,), inside, line, style))


def _minutes_short(setting: Setting, minutes: int) -> str:
    return say(setting.languages[0], Key.MINUTES_SHORT, minutes=minutes)
