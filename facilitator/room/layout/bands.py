"""The parts of a sheet other than its rows: head, foot, number and ring."""

from collections.abc import Hashable
from dataclasses import dataclass, replace
from itertools import chain

from facilitator.domain.plan.step import TimeLook
from facilitator.domain.text.language import Language, Words
from facilitator.room.layout.flow import THIN, Cell, Frame, height_of, texts
from facilitator.room.layout.page_parts import LETTER_ROOM, PageParts, tick_area
from facilitator.room.layout.setting import BODY, EDGE, SIDE, Setting
from facilitator.room.layout.sheet import (
    BOLD,
    Align,
    Area,
    Item,
    RingItem,
    Role,
    RuleItem,
    Style,
    TextItem,
    TickItem,
    Tone,
)
from facilitator.room.pages.picture import WITH_MINUTES, WITH_RING, Left, TimeShown
from facilitator.room.say import say, say_in
from facilitator.room.sentence_keys import Key

RING = 4.25  # across, in parts of the least size
RING_INSIDE = 1.2  # free beside the minutes, also in parts of the least size
MOST_OF_BODY = 0.6  # the share of the body's height that a ring may take
MOST_OF_FOOT = 0.6  # of a column: a broader time or end goes under the words
MOST_PINNED = 2  # lines of text at the foot; a longer text does not go there
LEFT_IN_WORDS = {
    Left.MOST: Key.TIME_MOST,
    Left.HALF: Key.TIME_HALF,
    Left.LITTLE: Key.TIME_LITTLE,
}
BROAD = 88, 888  # the broadest minutes, so that a page keeps its shape while time goes by


@dataclass(frozen=True, slots=True)
class Band:
    """A placed head or foot, and its height with the space around it."""

    items: tuple[Item, ...] = ()
    height: float = 0


def head_band(parts: PageParts, setting: Setting, *, numbered: bool) -> Band:
    """Return the head at the top of a sheet, clear of the sheet's number."""
    key = "head", setting.key, parts.head, parts.head_style, numbered
    return setting.memo.of(key, lambda: _head(parts, setting, numbered=numbered))


def _head(parts: PageParts, setting: Setting, *, numbered: bool) -> Band:
    number = setting.style(Role.PAGE)
    aside = (
        setting.width(setting.broad(_number(setting, 88, 88)), number) + setting.gap
        if numbered
        else 0
    )
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


@dataclass(frozen=True, slots=True)
class _Slots:
    """The foot's two slots: words at the left, a time or an end to their right or under them.

    They fit the highest text that may appear there, so that words can change without moving.
    """

    left: float = 0  # height
    right: float = 0  # height
    width: float = 0  # of the right slot; 0 where it is under the other, with the same width
    between: float = 0  # free beside it
    timed: bool = False  # the right one is for the time
    short: bool = False  # its minutes are abbreviated

    def left_of(self, whole: float) -> float:
        """Return the width of the left slot in a column, or in all of them."""
        return whole - self.width - self.between

    def end_at(self, x: float, width: float) -> tuple[float, float]:
        """Return the left edge and the width of the right slot in a column."""
        return (x + width - self.width, self.width) if self.width else (x, width)

    @property
    def height(self) -> float:
        """The height of both."""
        return max(self.left, self.right) if self.width else self.left + self.right


def foot_band(parts: PageParts, setting: Setting, *, timed: bool, drawn: bool = True) -> Band:
    """Return the foot of a sheet; ``timed`` reserves a slot for the minutes left, at its right.

    Without other words it shows a line of the agreement. Its rule, rows and height do not depend
    on the words, and are the same on every sheet. The minutes are ``drawn`` on a sheet without a
    ring.
    """
    now = parts.foot, parts.end, parts.time
    key = "foot", setting.key, timed, drawn, now, _room_of(parts)
    return setting.memo.of(key, lambda: _foot(parts, setting, timed=timed, drawn=drawn))


def _room_of(parts: PageParts) -> tuple[Hashable, ...]:
    """Return the texts that a foot reserves room for, and the line of the agreement in it."""
    pinned = parts.pin_label, parts.pin
    return parts.foot_room, parts.foot_tone, parts.end_room, parts.time_room, pinned


def _foot(parts: PageParts, setting: Setting, *, timed: bool, drawn: bool) -> Band:
    slots = _slots(parts, setting, timed=timed)
    if not slots.height:
        return Band()
    gap = setting.least * setting.density.foot
    top = setting.usable - slots.height
    items: list[Item] = [RuleItem(Area(SIDE, top - gap - THIN, BODY, THIN))]
    if parts.pin and not parts.foot:
        items += (_moved(item, top) for item in _pin(parts, setting, slots.left_of(BODY)))
    end_top = top if slots.width else top + slots.left
    for language, x, width in setting.columns(BODY):
        text = setting.text_in(parts.foot, language)
        items += texts(setting.cell(text, (x, slots.left_of(width)), _said(parts, setting)), top)
        end = _end_now(parts, setting, language, slots) if drawn or not timed else ""
        items += texts(setting.cell(end, slots.end_at(x, width), _end(setting, slots)), end_top)
    return Band(tuple(items), slots.height + 2 * gap + THIN)


def _slots(parts: PageParts, setting: Setting, *, timed: bool) -> _Slots:
    """Return the lowest slots; of equal ones, those side by side with minutes written out."""
    slot = _broad(parts.slot) if timed and parts.slot else None
    words = parts.foot, None if slot else parts.end, slot
    key = "slots", setting.key, timed, words, _room_of(parts)[:3], parts.pin_label, parts.pin
    return setting.memo.of(key, lambda: _lowest(parts, setting, timed=timed))


def _lowest(parts: PageParts, setting: Setting, *, timed: bool) -> _Slots:
    slot = parts.slot if timed else None
    tries: list[_Slots] = []
    for short in (False, True) if slot and slot.look in WITH_MINUTES else (False,):
        under = _Slots(timed=slot is not None, short=short)
        style = _end(setting, under)
        broad = [
            setting.width(setting.broad(text), style)
            for language, _x, _width in setting.columns(BODY)
            for text in _ends(parts, setting, language, under)
        ]
        width = max(broad, default=0)
        narrowest = min(width for _language, _x, width in setting.columns(BODY))
        over_columns = bool(parts.pin) and len(setting.languages) > 1
        if 0 < width <= narrowest * MOST_OF_FOOT and not over_columns:
            beside = replace(under, width=width, between=setting.least)
            tries.append(_measured(parts, setting, beside))
        tries.append(_measured(parts, setting, under))
    return min(tries, key=lambda slots: slots.height)


def _measured(parts: PageParts, setting: Setting, slots: _Slots) -> _Slots:
    """Return the slots with the height of the highest text that may appear there."""
    left, right = [0.0], [0.0]
    for language, x, width in setting.columns(BODY):
        at, end_at = (x, slots.left_of(width)), slots.end_at(x, width)
        for words in (parts.foot, *parts.foot_room):
            text = setting.broad(setting.text_in(words, language))
            left.append(height_of(setting.cell(text, at, _said(parts, setting))))
        ends = (setting.broad(text) for text in _ends(parts, setting, language, slots))
        right += (height_of(setting.cell(text, end_at, _end(setting, slots))) for text in ends)
    pin = _pin(parts, setting, slots.left_of(BODY)) if parts.pin else []
    left += (item.area.bottom for item in pin)
    return replace(slots, left=max(left), right=max(right))


def _said(parts: PageParts, setting: Setting) -> Style:
    return replace(setting.style(Role.FOOT), tone=parts.foot_tone)


def _end(setting: Setting, slots: _Slots) -> Style:
    align = Align.END if slots.width or len(setting.languages) == 1 else Align.START
    return replace(setting.style(Role.LABEL), align=align, role=Role.FOOT)


def _end_now(parts: PageParts, setting: Setting, language: Language, slots: _Slots) -> str:
    """Return the items in the right slot at this moment."""
    if not slots.timed:
        return setting.text_in(parts.end, language)
    if parts.time is None:
        return ""
    return setting.text_in(minutes_words(setting, parts.time, short=slots.short), language)


def _ends(parts: PageParts, setting: Setting, language: Language, slots: _Slots) -> tuple[str, ...]:
    """Return all texts that may appear in the right slot."""
    if slots.timed and parts.slot is not None:
        return (_broadest(setting, parts.slot, language, short=slots.short),)
    ends = (setting.text_in(words, language) for words in (parts.end, *parts.end_room))
    return tuple(text for text in ends if text)


def _moved(item: Item, down: float) -> Item:
    return replace(item, area=replace(item.area, y=item.area.y + down))


def _pin(parts: PageParts, setting: Setting, width: float) -> list[Item]:
    """Return a line of the agreement, from the top, next to its name; a long one next to a tick."""
    style = setting.style(Role.FOOT)
    if len(setting.languages) == 1:
        name = replace(style, weight=BOLD, tone=Tone.ACCENT)
        label = setting.text_in(parts.pin_label, setting.languages[0])
        room = setting.width(label, name)
        at = room + setting.least * 0.45
        if at + setting.width(parts.pin, style) <= width:
            cells = (
                setting.cell(label, (SIDE, room), name),
                setting.cell(parts.pin, (SIDE + at, width - at), style),
            )
            return [item for cell in cells for item in texts(cell, 0)]
    at = setting.least * LETTER_ROOM
    lines = setting.cell(parts.pin, (SIDE + at, width - at), style)
    if len(lines) > MOST_PINNED:
        return []
    tick = tick_area(setting, style)
    return [TickItem(tick), *texts(lines, 0)]


def _broad(time: TimeShown) -> TimeShown:
    is_long = time.long or time.minutes >= 100
    return replace(time, minutes=BROAD[1] if is_long else BROAD[0])


def _broadest(setting: Setting, time: TimeShown, language: Language, *, short: bool) -> str:
    """Return the broadest text that may appear in the place of the time."""
    if time.look in WITH_MINUTES:
        return setting.text_in(minutes_words(setting, _broad(time), short=short), language)
    texts = [say(language, key) for key in LEFT_IN_WORDS.values()]
    return max(texts, key=lambda text: setting.width(text, setting.style(Role.LABEL)))


def minutes_words(setting: Setting, time: TimeShown, *, short: bool) -> Words:
    """Return the minutes left, or words for them; nothing once the time is over."""
    if time.is_over:
        return Words()
    if time.left is not None:
        return say_in(setting.languages, LEFT_IN_WORDS[time.left])
    if short:
        return say_in(setting.languages, Key.MINUTES_SHORT, minutes=time.minutes)
    key = Key.MINUTES_ONE if time.minutes == 1 else Key.MINUTES_MANY
    return say_in(setting.languages, key, minutes=time.minutes)


def ring_hole(parts: PageParts, setting: Setting, frame: Frame) -> Area | None:
    """Return the area of the ring, or ``None`` where the minutes are in the foot."""
    if parts.time is None or len(setting.languages) > 1 or parts.time.look not in WITH_RING:
        return None
    across = _across(setting, parts.time)
    if across > frame.height * MOST_OF_BODY or across > frame.width * 0.4:
        return None
    gap = setting.least * 0.6
    top = frame.bottom - across - setting.gap
    return Area(frame.left + frame.width - across - gap, top - gap, across + gap, across + gap)


def _across(setting: Setting, time: TimeShown) -> float:
    broad = setting.broad(_minutes_short(setting, _broad(time).minutes))
    words = setting.width(broad, setting.style(Role.TIME))
    return max(RING * setting.least, words + RING_INSIDE * setting.least)


def ring_items(parts: PageParts, setting: Setting, hole: Area | None) -> tuple[Item, ...]:
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
