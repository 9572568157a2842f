"""Lays out what the room may see on sheets of the board. It draws nothing and knows no painter."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, fields, replace
from functools import partial
from itertools import chain

from facilitator.domain.text.language import Language, Words
from facilitator.room.layout.bands import (
    Band,
    foot_band,
    head_band,
    number_item,
    ring_hole,
    ring_items,
)
from facilitator.room.layout.cards import card_sheets
from facilitator.room.layout.flow import THIN, Frame, Maker, NoRoomError, Placed, Row, flow
from facilitator.room.layout.parts import Parts, parts_of, ruled
from facilitator.room.layout.ruler import Ruler
from facilitator.room.layout.setting import BODY, EDGE, GUTTER, MIDDLE, ROOMY, SIDE, TIGHT, Setting
from facilitator.room.layout.sheet import Area, Item, Role, RuleItem, Sheet, TextItem
from facilitator.room.layout.strip_band import strip_band, strip_rows
from facilitator.room.pages.picture import (
    AskPage,
    CalmPage,
    Content,
    GatherPage,
    HandsPage,
    ListPage,
    MessagePage,
    Note,
    NotesPage,
    Spec,
    StepPage,
    Strip,
)

MOST_OF_PAGE = 0.3  # what head or foot may take before it runs on with the rest
LEAST_BODY = 2.4  # what a foot leaves for the rest, in parts of the least size
LEAST_LINE = 2.0  # what the time leaves for the rest, likewise
PINNED_BODY = 4.0  # what a line of the agreement at the foot leaves for the rest, likewise
MOST_OF_BOARD = 0.4  # what the strip may take of each sheet
CALM = 0.3  # of the free space: above a few calm words

DENSITIES = ROOMY, MIDDLE, TIGHT

Items = tuple[Item, ...]


def lay_out(
    content: Content,
    languages: tuple[Language, ...],
    spec: Spec,
    ruler: Ruler,
    strip: Strip | None = None,
) -> tuple[Sheet, ...]:
    """Return the sheets of a page: at least one, and nothing on them under the least size.

    Set roomily if that costs no further sheet and breaks no text, else more tightly. A line of the
    agreement stands at the foot only where that costs no further sheet either. The strip stands
    under every sheet; without what is now where it would take too much of each, since the page
    says that itself; or after the rest of the page where that is too much as well.

    Raises:
        ValueError: the least size is so large that no line fits on a sheet.

    """
    if isinstance(content, CalmPage):
        return (Sheet(spec.height),)
    setting = Setting(_spoken(content, languages), spec, ruler)
    if strip is None:
        return _pinned(content, setting)
    for shown in (strip, replace(strip, now=Words())):
        band = strip_band(shown, Setting(languages, spec, ruler, TIGHT))
        if band.height <= setting.usable * MOST_OF_BOARD:
            with suppress(ValueError):
                sheets = _pinned(content, replace(setting, kept=band.height))
                return tuple(replace(one, items=(*one.items, *band.items)) for one in sheets)
    return _pinned(content, Setting(languages, spec, ruler), strip)


def _pinned(content: Content, setting: Setting, strip: Strip | None = None) -> tuple[Sheet, ...]:
    """Return the sheets with a line of the agreement at the foot where that costs no sheet.

    A check of more than one sheet has its legend whole on the last, and before it all the rest.
    """
    sheets = _best(content, setting, strip)
    if isinstance(content, ListPage) and content.foot_yields and len(sheets) > 1:
        without = _best(replace(content, foot=Words()), setting, strip)
        return without if len(without) < len(sheets) else sheets
    if isinstance(content, ListPage) and content.fixed and len(sheets) > 1:
        return min(sheets, _best(replace(content, head_once=True), setting, strip), key=len)
    if isinstance(content, HandsPage) and content.legend and len(sheets) > 1:
        together = _best(replace(content, close=True), setting, strip)
        if len(together) == 1:
            return together
        one = len(setting.languages) == 1  # then a label costs nothing beside a sheet's number
        tries = (replace(content, apart=True, headed=headed) for headed in (one, not one))
        return min((_best(page, setting, strip) for page in tries), key=len)
    if isinstance(content, StepPage) and content.pin and len(sheets) > 1:
        without = _best(replace(content, pin=""), setting, strip)
        return without if len(without) < len(sheets) else sheets
    return sheets


def _best(content: Content, setting: Setting, strip: Strip | None) -> tuple[Sheet, ...]:
    """Return the sheets that are set most roomily, of those that are fewest and break no word."""
    words = frozenset(_words(_heading_of(content)))
    tries: list[tuple[int, int, int, tuple[Sheet, ...]]] = []
    for density in (*DENSITIES, *(replace(one, level=True) for one in DENSITIES)):
        sheets, broken = _set(content, replace(setting, density=density), strip)
        torn = sum(_torn(sheet, words) for sheet in sheets)
        if len(sheets) == 1 and not torn:
            return sheets
        if sheets and (density.level or len(sheets) == 1):
            tries.append((len(sheets), torn, broken, sheets))
    if not tries:
        raise ValueError("the least text size leaves no room for a line")
    return min(tries, key=lambda one: one[:3])[3]


def _torn(sheet: Sheet, words: frozenset[str]) -> int:
    """Return how many pieces of broken words stand large on a sheet."""
    large = (i for i in sheet.items if isinstance(i, TextItem) and i.style.role is Role.HEADING)
    pieces = chain.from_iterable(line.split() for item in large for line in item.lines)
    return sum(piece not in words for piece in pieces)


def _heading_of(content: Content) -> Words:
    """Return what stands large on a page."""
    match content:
        case StepPage() | GatherPage() | AskPage():
            return content.question
        case MessagePage():
            return content.title
        case NotesPage() | ListPage():
            return content.heading
        case CalmPage() | HandsPage():
            return Words()


def _words(words: Words) -> Iterator[str]:
    """Yield every word of a text, in each of its languages."""
    for _language, text in words.texts:
        yield from text.split()


def _set(content: Content, setting: Setting, strip: Strip | None) -> tuple[tuple[Sheet, ...], int]:
    """Return the sheets, and how many rows run on; no sheets where there is no room for a line."""
    parts = parts_of(content, setting)
    if strip is not None:
        parts = replace(parts, rows=(*parts.rows, *strip_rows(strip, setting)))
    page = _Page(parts, setting)
    try:
        return page.sheets(), page.broken
    except NoRoomError:
        return (), 0


def sheet_count(
    content: Content,
    languages: tuple[Language, ...],
    spec: Spec,
    ruler: Ruler,
    strip: Strip | None = None,
) -> int:
    """Return how many sheets a page takes."""
    return len(lay_out(content, languages, spec, ruler, strip))


def _spoken(content: Content, languages: tuple[Language, ...]) -> tuple[Language, ...]:
    """Return the languages that the page has words in; two columns only where both have."""
    values = chain.from_iterable(_flat(getattr(content, one.name)) for one in fields(content))
    there = {language for words in values for language, _ in words.texts}
    return tuple(one for one in languages if one in there) or languages[:1]


def _flat(value: object) -> tuple[Words, ...]:
    if isinstance(value, Words):
        return (value,)
    if isinstance(value, tuple):
        return tuple(chain.from_iterable(_flat(one) for one in value))
    return ()


@dataclass(frozen=True, slots=True)
class _Body:
    """What stands on a sheet between head and foot, and where its first line has its place."""

    items: Items = ()
    top: float = EDGE


class _Page:
    """The parts of a page on their way to sheets."""

    def __init__(self, parts: Parts, setting: Setting) -> None:
        self._set = setting
        self.broken = 0  # rows that run on to another sheet, when laid out last
        self._opening: list[Maker] = []  # a head that runs with the rows
        self._rows = list(parts.rows)
        self._feet: dict[tuple[bool, bool], Band] = {}
        self._parts = self._loosened(parts)

    def sheets(self) -> tuple[Sheet, ...]:
        """Return the finished sheets; only where there are several do they carry numbers."""
        alone = self._laid(several=False)
        return alone if len(alone) == 1 else self._laid(several=True)

    def _loosened(self, parts: Parts) -> Parts:
        """Let a head or foot that takes too much of the page run with the rows."""
        most = self._set.usable * MOST_OF_PAGE
        if parts.head_style and (
            parts.head_once or head_band(parts, self._set, numbered=True).height > most
        ):
            self._opening.append(self._set.maker((parts.head, parts.head_style)))
            parts = replace(parts, head=Words())
        head, foot = (
            head_band(parts, self._set, numbered=True),
            foot_band(parts, self._set, timed=True),
        )
        left = self._set.usable - EDGE - head.height - foot.height
        if parts.pin and left < self._set.least * PINNED_BODY:
            return self._loosened(replace(parts, pin=""))
        is_there = bool(parts.foot or parts.foot_room)
        if is_there and (foot.height > most or left < self._set.least * LEAST_BODY):
            self._rows.append(partial(self._last, parts))
            parts = replace(parts, foot=Words(), foot_room=(), end=Words(), end_room=())
            foot = foot_band(parts, self._set, timed=True)
        if self._set.usable - EDGE - head.height - foot.height < self._set.least * LEAST_LINE:
            parts = replace(parts, time=None, time_room=None)  # a line comes before its time
        return parts

    def _last(self, parts: Parts, width: float) -> Row:
        """Return the foot as the last row, as high as what may come to stand there."""
        said = self._as_high(width, parts.foot, parts.foot_room)
        ends = self._as_high(width, parts.end, parts.end_room)
        cells = tuple((*one, *end) for one, end in zip(said.cells, ends.cells, strict=True))
        row = ruled(replace(said, cells=cells), self._set, width)
        return replace(row, trails=bool(parts.foot_room))

    def _as_high(self, width: float, words: Words, room: tuple[Words, ...]) -> Row:
        """Return a row of words, as high as anything that may come to stand in their place."""
        style = self._set.style(Role.FOOT)
        texts = (words, *(self._set.broad_words(one) for one in (words, *room)))
        row, *others = (self._set.row(width, (one, style), close=True) for one in texts)
        for other in others:
            row = row.as_high(other)
        return row

    def _laid(self, *, several: bool) -> tuple[Sheet, ...]:
        head = head_band(self._parts, self._set, numbered=several)
        first, later = self._frames(head, several=several)
        bodies: list[_Body] = []
        self.broken = 0
        if self._parts.notes:
            bodies += self._row_sheets(self._opening, later, later)
            for notes in self._heaps():
                sheets = card_sheets(notes, self._set, later)
                bodies += (_Body(items, later.top) for items in sheets)
            bodies += self._row_sheets(self._rows, later, later)
        else:
            bodies += self._row_sheets([*self._opening, *self._rows], first, later) or [_Body()]
        return tuple(
            self._sheet(body, head, first.hole, (place, len(bodies)))
            for place, body in enumerate(bodies)
        )

    def _heaps(self) -> list[tuple[Note, ...]]:
        """Return the notes that may share a sheet."""
        notes = self._parts.notes
        return [(note,) for note in notes] if self._parts.alone else [notes]

    def _sheet(self, body: _Body, head: Band, hole: Area | None, at: tuple[int, int]) -> Sheet:
        place, count = at
        timed = hole is None or count > 1  # the same slots on every sheet
        hole = hole if place == 0 else None
        foot = self._foot(timed=timed, drawn=hole is None)
        number = (number_item(self._set, place, count, head),) if count > 1 else ()
        ring = ring_items(self._parts, self._set, hole)
        between = self._between(head, body, self._set.usable - foot.height)
        items = (*head.items, *number, *between, *body.items, *ring, *foot.items)
        return Sheet(self._set.spec.height, items)

    def _frames(self, head: Band, *, several: bool) -> tuple[Frame, Frame]:
        """Return where rows may stand on the first sheet, and on the others.

        A sheet that is alone and has a ring needs no slot for the minutes at its foot.
        """
        later = self._frame(head, timed=True)
        free = later if several else self._frame(head, timed=False)
        hole = None if self._parts.notes else ring_hole(self._parts, self._set, free)
        return (replace(free, hole=hole) if hole else later), later

    def _frame(self, head: Band, *, timed: bool) -> Frame:
        foot = self._foot(timed=timed)
        return Frame(EDGE + head.height, self._set.usable - foot.height, SIDE, BODY)

    def _foot(self, *, timed: bool, drawn: bool = True) -> Band:
        """Return the foot, laid out once for all sheets."""
        key = timed, drawn
        if key not in self._feet:
            self._feet[key] = foot_band(self._parts, self._set, timed=timed, drawn=drawn)
        return self._feet[key]

    def _row_sheets(self, rows: list[Maker], first: Frame, later: Frame) -> list[_Body]:
        if not rows:
            return []
        placed = flow(rows, first, later)
        self.broken += sum(one.row.goes_on for sheet in placed for one in sheet)
        if self._parts.calm and len(placed) == 1:
            placed = (_lowered(placed[0], first),)
        return [_body_of(sheet) for sheet in placed]

    def _between(self, head: Band, body: _Body, bottom: float) -> Items:
        """Return the upright line between two languages, down to the first text across both."""
        columns = self._set.columns(BODY)
        if len(columns) < 2:
            return ()
        middle = columns[1][1] - GUTTER / 2
        areas = [one.area for one in (*head.items, *body.items) if not isinstance(one, RuleItem)]
        top = EDGE if head.items else body.top
        across = [area.y for area in areas if area.x < middle < area.right]
        end = min((y - self._set.pad for y in across), default=bottom)
        return (RuleItem(Area(middle - THIN / 2, top, THIN, end - top)),) if end > top else ()


def _lowered(rows: tuple[Placed, ...], frame: Frame) -> tuple[Placed, ...]:
    """Return a few calm words lower on the page."""
    free = frame.bottom - max((one.bottom for one in rows), default=frame.bottom)
    return tuple(replace(one, y=one.y + free * CALM) for one in rows)


def _body_of(rows: tuple[Placed, ...]) -> _Body:
    items = chain.from_iterable(one.row.items(one.y, SIDE) for one in rows)
    first = rows[0]
    return _Body(tuple(items), first.y + first.row.pad)
