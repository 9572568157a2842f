"""The foot of a sheet: a sentence at the left, page number and minutes in slots at its right.

The slots are as wide and as high as the broadest and the highest text that may appear in them, so
that words change without moving anything.
"""

from collections.abc import Hashable
from dataclasses import dataclass, replace
from itertools import chain

from facilitator.domain.plan.step import TimeLook
from facilitator.domain.text.language import Language, Words
from facilitator.room.layout.bands import Band
from facilitator.room.layout.flow import THIN
from facilitator.room.layout.page_parts import LETTER_ROOM, PageParts, tick_area
from facilitator.room.layout.setting import BODY, SIDE, Setting
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
from facilitator.room.layout.time_words import texts_in_slot, time_text
from facilitator.room.pages.picture import WITH_RING
from facilitator.room.say import say
from facilitator.room.sentence_keys import Key

SMALL_RING = 0.78  # across, in parts of a row
AFTER_RING = 0.36  # from the ring to its minutes, in parts of the least size
MOST_OF_FOOT = 0.55  # of the board: a broader text at the right goes under the sentence
MOST_PINNED = 2  # rows of text at the foot; a longer line of the agreement does not go there
BETWEEN_LANGUAGES = " · "  # of minutes on one row


@dataclass(frozen=True, slots=True)
class FootSlots:
    """The places in a foot, the same on every sheet of a page and at every moment."""

    rows: int = 0
    sentence: float = BODY  # its width on the last rows
    upper: float = BODY  # its width in a language that is not on the last row
    number: float = 0  # the width of the page number
    number_right: float = SIDE + BODY  # its right edge
    end: float = 0  # the width of what is at the right: the minutes, or when a break ends
    ring: float = 0  # the width of the small ring before it
    beside: bool = True  # the end is at the right of the sentence, else in rows under it
    joined: bool = False  # the end has both languages on one row

    @property
    def end_left(self) -> float:
        """The left edge of the end."""
        return SIDE + BODY - self.end if self.beside else SIDE


def foot_slots(parts: PageParts, setting: Setting, *, timed: bool, pages: int) -> FootSlots:
    """Return the slots of a foot; ``timed`` gives one to the minutes, several pages to the number.

    No rows: nothing can ever appear at the foot.
    """
    digits = len(str(pages)) if pages > 1 else 0
    key = "foot", setting.frame_key, timed, digits, _room_of(parts, timed=timed)
    return setting.memo.of(key, lambda: _slots(parts, setting, timed=timed, digits=digits))


def _room_of(parts: PageParts, *, timed: bool) -> tuple[Hashable, ...]:
    """Return all that the slots depend on: of a time its shape alone."""
    slot = parts.slot
    shape = (slot.look, slot.digits, len(str(slot.minutes))) if timed and slot else None
    words = parts.foot, parts.foot_room, parts.end, parts.end_room
    return (shape, words, parts.pin_label, parts.pin)


def _slots(parts: PageParts, setting: Setting, *, timed: bool, digits: int) -> FootSlots:
    """Return the slots, with the minutes of two languages on one row where nothing else has two."""
    slot = _end_slot(parts, setting, timed=timed)
    apart = _filled(parts, setting, slot, digits, timed=timed)
    if apart.rows < 2 or not apart.beside or len(setting.languages) < 2:
        return apart
    slot = _end_slot(parts, setting, timed=timed, joined=True)
    together = _filled(parts, setting, slot, digits, timed=timed)
    return together if together.beside and together.rows < apart.rows else apart


def _filled(
    parts: PageParts, setting: Setting, slots: FootSlots, digits: int, *, timed: bool
) -> FootSlots:
    """Return slots with the widths of sentence and number, and with as many rows as they need."""
    used = slots.end + setting.least if slots.end and slots.beside else 0.0
    before = 0.0
    if digits:
        style, most = setting.style(Role.PAGE), int("8" * digits)
        width = setting.width(setting.broad(page_number(setting, most, most)), style)
        slots = replace(slots, number=width, number_right=SIDE + BODY - used)
        before = width + setting.least
    slots = replace(slots, sentence=BODY - used - before, upper=BODY - used)
    sentence = max(
        len(_pin_lines(parts, setting, slots)),
        *(_height_of(words, setting, slots) for words in (parts.foot, *parts.foot_room)),
    )
    ends = [len(texts) for texts in _ends(parts, setting, timed=timed) if any(texts)]
    end = 1 if slots.joined else max(ends, default=0)
    rows = max(sentence, end) if slots.beside else sentence + end
    return replace(slots, rows=max(rows, int(digits > 0), int(slots.ring > 0)))


def _end_slot(
    parts: PageParts, setting: Setting, *, timed: bool, joined: bool = False
) -> FootSlots:
    """Return the slot at the right, as wide as the broadest text that may appear there."""
    slot = parts.slot if timed else None
    ring = setting.row_height * SMALL_RING if slot is not None and slot.look in WITH_RING else 0.0
    ends = _ends(parts, setting, timed=timed)
    texts = [_joined(each) for each in ends] if joined else [*chain.from_iterable(ends)]
    style = _end_style(setting)
    words = max((setting.width(setting.broad(text), style) for text in texts if text), default=0.0)
    if slot is not None and slot.look is TimeLook.RING:
        words = 0.0
    after = setting.least * AFTER_RING if ring and words else 0.0
    width = ring + after + words
    if width > BODY * MOST_OF_FOOT:
        return FootSlots(end=BODY, beside=False)
    return FootSlots(end=width, ring=ring, joined=joined)


def _joined(texts: tuple[str, ...]) -> str:
    return BETWEEN_LANGUAGES.join(text for text in texts if text)


def _ends(parts: PageParts, setting: Setting, *, timed: bool) -> list[tuple[str, ...]]:
    """Return every text that may appear at the right, one row for each language."""
    languages = [language for language, _x, _width in setting.columns(BODY)]
    if timed and parts.slot is not None:
        texts = [texts_in_slot(language, parts.slot) for language in languages]
        return list(zip(*texts, strict=True))
    words = (parts.end, *parts.end_room)
    return [tuple(setting.text_in(each, language) for language in languages) for each in words]


def foot_band(
    parts: PageParts,
    setting: Setting,
    slots: FootSlots,
    number: str,
    *,
    timed: bool,
    drawn: bool = True,
) -> Band:
    """Return the foot of a sheet, with its rule if it says anything.

    The minutes are ``drawn`` on a sheet without a ring in its body.
    """
    if not slots.rows:
        return Band()
    top = setting.usable - slots.rows * setting.row_height
    items = [*_sentence(parts, setting, slots, top)]
    if number:
        items.append(_number_item(setting, slots, number))
    if drawn or not timed:
        items += _end_items(parts, setting, slots, timed=timed)
    if items:
        rule = Area(SIDE, top - setting.apart, BODY, THIN)
        items.insert(0, RuleItem(rule, over_foot=True))
    return Band(tuple(items), foot_height(setting, slots))


def foot_height(setting: Setting, slots: FootSlots) -> float:
    """Return the height of a foot with its rule and the space over it."""
    return slots.rows * setting.row_height + 2 * setting.apart if slots.rows else 0.0


def _sentence(parts: PageParts, setting: Setting, slots: FootSlots, top: float) -> list[Item]:
    if parts.pin and not parts.foot:
        return _pin(parts, setting, slots, top)
    row, style = setting.row_height, replace(setting.style(Role.FOOT), tone=parts.foot_tone)
    items: list[Item] = []
    y = top
    for lines, width in _lines_of(parts.foot, setting, slots):
        items.append(TextItem(lines, Area(SIDE, y, width, len(lines) * row), row, style))
        y += len(lines) * row
    return items


def _height_of(words: Words, setting: Setting, slots: FootSlots) -> int:
    wide = setting.broad_words(words)
    return sum(len(lines) for lines, _width in _lines_of(wide, setting, slots))


def _lines_of(
    words: Words, setting: Setting, slots: FootSlots
) -> list[tuple[tuple[str, ...], float]]:
    """Return the lines of a sentence and their width, in each language."""
    key = "sentence", setting.frame_key, words, slots.sentence, slots.upper
    return setting.memo.of(key, lambda: _measured(words, setting, slots))


def _measured(
    words: Words, setting: Setting, slots: FootSlots
) -> list[tuple[tuple[str, ...], float]]:
    style = setting.style(Role.FOOT)
    texts = [setting.text_in(words, language) for language, _x, _width in setting.columns(BODY)]
    texts = [text for text in texts if text.strip()]
    last = len(texts) - 1
    widths = [slots.sentence if place == last else slots.upper for place in range(len(texts))]
    return [
        (_broken(text, setting, style, width), width)
        for text, width in zip(texts, widths, strict=True)
    ]


def _broken(text: str, setting: Setting, style: Style, width: float) -> tuple[str, ...]:
    return setting.ruler.lines(" ".join(text.split()), width, style.size, style.weight)


def _pin_lines(parts: PageParts, setting: Setting, slots: FootSlots) -> tuple[str, ...]:
    """Return the lines of the agreement's line; nothing where they are too many."""
    if not parts.pin:
        return ()
    style, room = setting.style(Role.FOOT), slots.sentence - _pin_indent(parts, setting, slots)
    lines = _broken(parts.pin, setting, style, room)
    return lines if len(lines) <= MOST_PINNED else ()


def _pin_indent(parts: PageParts, setting: Setting, slots: FootSlots) -> float:
    """Return the room for the name of the agreement where both fit on a row, else for a tick."""
    named = _label_room(parts, setting)
    fits = named + setting.width(parts.pin, setting.style(Role.FOOT)) <= slots.sentence
    alone = len(setting.languages) == 1
    return named if alone and fits else setting.least * LETTER_ROOM


def _label_room(parts: PageParts, setting: Setting) -> float:
    label = setting.text_in(parts.pin_label, setting.languages[0])
    return setting.width(label, _label_style(setting)) + setting.least * 0.45


def _label_style(setting: Setting) -> Style:
    return replace(setting.style(Role.FOOT), weight=BOLD, tone=Tone.ACCENT)


def _pin(parts: PageParts, setting: Setting, slots: FootSlots, top: float) -> list[Item]:
    """Return a line of the agreement next to its name; a long one next to a tick."""
    lines = _pin_lines(parts, setting, slots)
    if not lines:
        return []
    indent, row = _pin_indent(parts, setting, slots), setting.row_height
    width = slots.sentence - indent
    area = Area(SIDE + indent, top, width, len(lines) * row)
    line = TextItem(lines, area, row, setting.style(Role.FOOT))
    if indent == setting.least * LETTER_ROOM:
        tick = tick_area(setting, row)
        return [TickItem(replace(tick, y=tick.y + top)), line]
    label = setting.text_in(parts.pin_label, setting.languages[0])
    name = Area(SIDE, top, indent - setting.least * 0.45, row)
    return [TextItem((label,), name, row, _label_style(setting)), line]


def _number_item(setting: Setting, slots: FootSlots, number: str) -> TextItem:
    """Return "1 of 3" in its slot on the last row."""
    style = replace(setting.style(Role.PAGE), align=Align.END)
    width = max(slots.number, setting.width(number, style))
    row = setting.row_height
    area = Area(slots.number_right - width, setting.usable - row, width, row)
    return TextItem((number,), area, row, style)


def page_number(setting: Setting, place: int, count: int) -> str:
    """Return "1 of 3"; in two languages "1/3", which is the same in every language."""
    if len(setting.languages) > 1:
        return f"{place}/{count}"
    return say(setting.languages[0], Key.PAGE_OF, page=place, pages=count)


def _end_items(parts: PageParts, setting: Setting, slots: FootSlots, *, timed: bool) -> list[Item]:
    """Return what is at the right at this moment, on the last rows: one for each language."""
    languages = [language for language, _x, _width in setting.columns(BODY)]
    has_slot = timed and parts.slot is not None
    texts = [_end_text(parts, setting, language, timed=has_slot) for language in languages]
    texts = [_joined(tuple(texts))] if slots.joined else texts
    texts = [text for text in texts if text]
    row, style = setting.row_height, _end_style(setting)
    if slots.beside:
        style = replace(style, align=Align.END)
    first = setting.usable - len(texts) * row
    left = slots.end_left
    inset = slots.ring + (setting.least * AFTER_RING if slots.ring else 0.0)
    width = slots.end if slots.beside else min(BODY, slots.number_right - slots.number - SIDE)
    items: list[Item] = []
    if slots.ring and has_slot and parts.time is not None:
        y = setting.usable - (_rows_of_time(parts, setting, slots) * row + slots.ring) / 2
        area = Area(left, y, slots.ring, slots.ring)
        items.append(RingItem(area, parts.time.twelfths, small=True))
    for place, text in enumerate(texts):
        area = Area(left + inset, first + place * row, width - inset, row)
        items.append(TextItem((text,), area, row, style))
    return items


def _rows_of_time(parts: PageParts, setting: Setting, slots: FootSlots) -> int:
    """Return how many rows the minutes may take, also while there are none."""
    ends = [] if slots.joined else _ends(parts, setting, timed=True)
    return max(1, *(sum(map(bool, texts)) for texts in ends), 1)


def _end_text(parts: PageParts, setting: Setting, language: Language, *, timed: bool) -> str:
    if timed:
        return time_text(language, parts.time)
    return setting.text_in(parts.end, language)


def _end_style(setting: Setting) -> Style:
    return replace(setting.style(Role.LABEL), role=Role.FOOT)
