"""Lays out the content of a page on sheets of the board. Draws nothing and imports no painter."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, fields, replace
from functools import partial
from itertools import chain, pairwise
from typing import Self

from facilitator.domain.text.language import Language, Words
from facilitator.room.layout.bands import Band, head_band, ring_hole, ring_items
from facilitator.room.layout.cards import (
    Cards,
    card_sheets,
    drawn,
    fits_alone,
    large_card,
    overview_sheets,
)
from facilitator.room.layout.flow import THIN, Frame, Maker, NoRoomError, Placed, Row, flow
from facilitator.room.layout.foot import (
    FootSlots,
    foot_band,
    foot_height,
    foot_slots,
    page_number,
)
from facilitator.room.layout.page_parts import PageParts, parts_of, ruled
from facilitator.room.layout.ruler import Ruler
from facilitator.room.layout.scene_page import scene_items
from facilitator.room.layout.setting import (
    BODY,
    CLOSE,
    EDGE,
    GUTTER,
    LARGE,
    LARGER,
    LARGEST,
    MIDDLE,
    ROOMY,
    SIDE,
    TIGHT,
    Density,
    Setting,
)
from facilitator.room.layout.sheet import Area, Item, Role, RuleItem, Sheet, TextItem, Tint
from facilitator.room.layout.strip_band import strip_band, strip_rows
from facilitator.room.pages.picture import (
    AskPage,
    CalmPage,
    Content,
    GatherPage,
    HandsPage,
    ListPage,
    MessagePage,
    NameRow,
    NamesPage,
    NotesPage,
    PairPage,
    ScenePage,
    SectionsPage,
    ShapePage,
    ShapesPage,
    Spec,
    StepCard,
    StepPage,
    StepsPage,
    Strip,
    TodayPage,
)

MOST_OF_PAGE = 0.3  # the share that head or foot may take before it flows with the rows
LEAST_BODY = 2.4  # the height that a foot leaves for the rest, in parts of the least size
LEAST_LINE = 2.0  # the height that the time leaves for the rest
PINNED_BODY = 4.0  # the height that a line of the agreement at the foot leaves for the rest
MOST_OF_BOARD = 0.4  # the share of each sheet that the strip may take
CALM = 0.38  # of the free space: above a few calm words
FEW = 8  # lines: more never fit on one sheet in larger text
MANY_LINES = 16  # more never fit on one sheet
FEW_PAGES, MANY = 9, 99  # of one digit, of two

Items = tuple[Item, ...]


def lay_out(
    content: Content,
    languages: tuple[Language, ...],
    spec: Spec,
    ruler: Ruler,
    strip: Strip | None = None,
) -> tuple[Sheet, ...]:
    """Return the sheets of a page: at least one, with no text under the least size.

    Uses wide spacing if that needs no more sheets and breaks no text, else tighter spacing. Shows a
    line of the agreement at the foot only where that needs no more sheets either. Shows the strip
    under every sheet; without the present step where it would take too much of each, since the
    page has that anyway; or after the rest of the page where that is still too much.

    Raises:
        ValueError: the least size is so large that no line fits on a sheet.

    """
    laid = Laid.of(content, languages, Setting(languages, spec, ruler), strip)
    return tuple(laid.sheet(place) for place in range(laid.count))


class _OneSheet:
    """A page whose items all have their places on one sheet."""

    count = 1

    def __init__(self, height: int, items: Items = ()) -> None:
        self._sheet = Sheet(height, items)

    def sheet(self, _place: int) -> Sheet:
        """Return the sheet."""
        return self._sheet


class Laid:
    """A page with everything at its place. Builds a sheet when it is needed, and caches it."""

    def __init__(
        self, page: "_Page | _OneSheet | _Sections", height: int, under: Items = ()
    ) -> None:
        self._page, self._height, self._under = page, height, under
        self.count = page.count
        self._sheets: dict[int, Sheet] = {}

    @classmethod
    def of(
        cls,
        content: Content,
        languages: tuple[Language, ...],
        setting: Setting,
        strip: Strip | None = None,
    ) -> Self:
        """Lay out a page as ``lay_out`` does, reusing what is in the setting's memo."""
        height = setting.spec.height
        if isinstance(content, CalmPage):
            return cls(_OneSheet(height), height)
        spoken = replace(setting, languages=_spoken(content, languages))
        if strip is None:
            return cls(_unbound(content, spoken), height)
        for variant in (strip, replace(strip, now=Words())):
            band = strip_band(variant, replace(setting, density=TIGHT))
            if band.height <= spoken.usable * MOST_OF_BOARD:
                with suppress(ValueError):
                    page = _unbound(content, replace(spoken, reserved=band.height))
                    return cls(page, height, band.items)
        if isinstance(content, SectionsPage):
            return cls(_Sections.of(content, setting, strip), height)
        return cls(_pinned(content, setting, strip), height)

    def first_of(self, section: int) -> int:
        """Return the first sheet of a section; of any other page the first of all."""
        return self._page.first_of(section) if isinstance(self._page, _Sections) else 0

    def sheet(self, place: int) -> Sheet:
        """Return a sheet; past the end, the last one."""
        place = min(max(place, 0), self.count - 1)
        if place not in self._sheets:
            sheet = self._page.sheet(place)
            self._sheets[place] = replace(sheet, items=(*sheet.items, *self._under))
        return self._sheets[place]


def _unbound(content: Content, setting: Setting) -> "_Page | _OneSheet | _Sections":
    """Return the page without a strip among its rows."""
    if isinstance(content, SectionsPage):
        return _Sections.of(content, setting)
    if isinstance(content, ScenePage):
        items = scene_items(content, setting)
        if items is not None:
            return _OneSheet(setting.spec.height, items)
    return _pinned(content, setting)


def _pinned(content: Content, setting: Setting, strip: Strip | None = None) -> "_Page":
    """Return the page with a line of the agreement at the foot where that needs no more sheets.

    A check on several sheets has its whole legend on the last, and all the rest before it.
    """
    if isinstance(content, HandsPage):
        page = _best(replace(content, headed=True), setting, strip)
        page = page if page.count == 1 else _best(content, setting, strip)
    else:
        page = _best(content, setting, strip)
    if page.count == 1:
        return page
    match content:
        case ListPage(foot_yields=True):
            without = _best(replace(content, foot=Words()), setting, strip)
            return without if without.count < page.count else page
        case ListPage() if content.fixed:
            once = _best(replace(content, head_once=True), setting, strip)
            return once if once.count < page.count else page
        case HandsPage() if content.legend:
            return _with_legend(content, setting, strip)
        case StepPage() if content.pin:
            without = _best(replace(content, pin=""), setting, strip)
            return without if without.count < page.count else page
    return page


def _with_legend(content: HandsPage, setting: Setting, strip: Strip | None) -> "_Page":
    """Return a check with a tighter legend if that fits one sheet; else with it on the last."""
    together = _best(replace(content, close=True), setting, strip)
    if together.count == 1:
        return together
    alone = len(setting.languages) == 1  # then a label next to a sheet's number needs no space
    tries = (replace(content, apart=True, headed=headed) for headed in (alone, not alone))
    return min((_best(page, setting, strip) for page in tries), key=lambda page: page.count)


def _best(content: Content, setting: Setting, strip: Strip | None) -> "_Page":
    """Return the widest spaced page among those with the fewest sheets and no broken word."""
    words = frozenset(_words(_heading_of(content)))
    tries: list[tuple[int, int, int, _Page]] = []
    two = len(setting.languages) > 1  # else a density and its level variant are the same
    densities = _densities_of(content)
    for density in (*densities, *(replace(each, level=True) for each in densities if two)):
        single = density.text > 1 or (two and not density.level)  # worth it on one sheet only
        page = _set(content, replace(setting, density=density), strip, single=single)
        if page is None:
            continue
        torn = page.torn(words)
        if page.count == 1 and not torn:
            return page
        tries.append((page.count, torn, page.broken, page))
    if not tries:
        raise ValueError("the least text size leaves no room for a line")
    return min(tries, key=lambda each: each[:3])[3]


def _densities_of(content: Content) -> tuple[Density, ...]:
    """Return the densities to try, the one with the largest text first."""
    lines = _count_lines(content)
    larger: tuple[Density, ...] = (LARGER, LARGE) if lines <= FEW else ()
    match content:
        case NotesPage():
            if content.alone or content.overview:
                return (ROOMY,)
            return (*((LARGEST,) if larger else ()), *larger, ROOMY)
        case ListPage() | HandsPage() | TodayPage() | NamesPage():
            larger = larger if isinstance(content, ListPage | NamesPage) else ()
            return (CLOSE,) if lines > MANY_LINES else (*larger, ROOMY, MIDDLE, TIGHT, CLOSE)
        case ScenePage():
            return (TIGHT,)  # one density for all the titles that may replace one another
        case StepPage() if lines > FEW:
            return (TIGHT,) if lines > MANY_LINES else (ROOMY, MIDDLE, TIGHT)
    return LARGE, ROOMY, MIDDLE, TIGHT


def _count_lines(content: Content) -> int:
    match content:
        case StepPage():
            return len(content.said)
        case NotesPage():
            return len(content.notes)
        case NamesPage():
            return len(content.names)
        case ListPage():
            return len(content.lines) + len(content.proposed) + len(content.fixed)
    return 0


def _torn(lines: Iterable[str], words: frozenset[str]) -> int:
    """Return the number of pieces of broken words in lines."""
    return sum(piece not in words for line in lines for piece in line.split())


def _heading_of(content: Content) -> Words:
    """Return the large texts of a page."""
    match content:
        case StepPage() | GatherPage() | AskPage():
            return content.question
        case MessagePage() | ScenePage():
            return content.title
        case NotesPage() | ListPage() | TodayPage() | StepsPage() | NamesPage():
            return content.heading
        case CalmPage() | HandsPage() | ShapesPage() | SectionsPage():
            return Words()


def _words(words: Words) -> Iterator[str]:
    """Yield every word of a text, in each of its languages."""
    for _language, text in words.texts:
        yield from text.split()


def _set(
    content: Content, setting: Setting, strip: Strip | None, *, single: bool
) -> "_Page | None":
    """Return the page with everything at its place; ``None`` without room for a line.

    ``None`` also for more than a ``single`` sheet.
    """
    parts = parts_of(content, setting)
    if strip is not None:
        parts = replace(parts, rows=(*parts.rows, *strip_rows(strip, setting)))
    try:
        return _Page(parts, setting, single=single)
    except NoRoomError:
        return None


def _spoken(content: Content, languages: tuple[Language, ...]) -> tuple[Language, ...]:
    """Return the languages that have words on the page; two columns only where both have."""
    if isinstance(content, SectionsPage):
        return languages
    values = chain.from_iterable(_flat(getattr(content, field.name)) for field in fields(content))
    with_words = {language for words in values for language, _ in words.texts}
    return tuple(language for language in languages if language in with_words) or languages[:1]


def _flat(value: object) -> tuple[Words, ...]:
    if isinstance(value, Words):
        return (value,)
    if isinstance(value, ShapePage | PairPage | StepCard | NameRow):
        return _flat(tuple(getattr(value, field.name) for field in fields(value)))
    if isinstance(value, tuple):
        return tuple(chain.from_iterable(_flat(entry) for entry in value))
    return ()


@dataclass(frozen=True, slots=True)
class _Body:
    """The content of a sheet between head and foot, and the place of its first line."""

    rows: tuple[Placed, ...] = ()
    cards: Cards = ()
    make: Callable[[], Cards] | None = None  # of cards that are sized when they are drawn
    top: float = EDGE

    def items(self, tint: Tint) -> Items:
        """Return the items to draw; cards have a tint."""
        rows = chain.from_iterable(placed.row.items(placed.y, SIDE) for placed in self.rows)
        return (*rows, *drawn(self.make() if self.make else self.cards, tint))

    @property
    def large(self) -> Iterator[str]:
        """The lines of its headings."""
        rows = (placed.row for placed in self.rows if placed.row.has_heading)
        for cell in chain.from_iterable(row.cells for row in rows):
            yield from (line.text for line in cell if line.style.role is Role.HEADING)


class _Page:
    """The placed parts of a page on its sheets; builds the items of a sheet when needed.

    Raises ``NoRoomError`` where there is no room for a line, or for all on a ``single`` sheet.
    """

    def __init__(self, parts: PageParts, setting: Setting, *, single: bool) -> None:
        self._set = setting
        self.broken = 0  # rows that continue on another sheet
        self._opening: list[Maker] = []  # a head that flows with the rows
        self._rows = list(parts.rows)
        self._parts = self._loosened(parts)
        self._head = head_band(self._parts, setting)
        tries = self._tries()
        if single and tries[0] > self._set.pages:
            raise NoRoomError
        self._bodies, self._hole = self._laid(pages=tries[0])
        if single and len(self._bodies) > 1:
            raise NoRoomError
        for before, pages in pairwise(tries):
            if len(self._bodies) > before:
                self._bodies, self._hole = self._laid(pages=pages)

    def _tries(self) -> tuple[int, ...]:
        """Return the numbers of pages to reserve room for, without those that are too few."""
        tries = self._usual_tries()
        return tuple(pages for pages in tries if pages >= self._set.pages) or tries[-1:]

    def _usual_tries(self) -> tuple[int, ...]:
        rows = len(self._rows)
        if rows > MANY_LINES * FEW_PAGES:
            return (MANY,)
        return (FEW_PAGES, MANY) if rows > MANY_LINES else (1, FEW_PAGES, MANY)

    @property
    def count(self) -> int:
        """The number of sheets."""
        return len(self._bodies)

    def torn(self, words: frozenset[str]) -> int:
        """Return the number of pieces of broken words in large texts."""
        heads = (item for item in self._head.items if isinstance(item, TextItem))
        large = (line for item in heads if item.style.role is Role.HEADING for line in item.lines)
        over = _torn(large, words) * self.count
        return over + sum(_torn(body.large, words) for body in self._bodies)

    def _loosened(self, parts: PageParts) -> PageParts:
        """Move a head or foot that takes too much of the page into the rows."""
        most = self._set.usable * MOST_OF_PAGE
        if parts.head_style and (parts.head_once or head_band(parts, self._set).height > most):
            self._opening.append(self._set.maker((parts.head, parts.head_style)))
            parts = replace(parts, head=Words())
        head, foot = head_band(parts, self._set).height, self._foot_height(parts)
        left = self._set.usable - EDGE - head - foot
        if parts.pin and left < self._set.least * PINNED_BODY:
            return self._loosened(replace(parts, pin=""))
        is_there = bool(parts.foot or parts.foot_room)
        if is_there and (foot > most or left < self._set.least * LEAST_BODY):
            self._rows.append(partial(self._last, parts))
            parts = replace(parts, foot=Words(), foot_room=(), end=Words(), end_room=())
            foot = self._foot_height(parts)
        if self._set.usable - EDGE - head - foot < self._set.least * LEAST_LINE:
            parts = replace(parts, time=None, time_room=None)  # a line has priority over its time
        return parts

    def _foot_height(self, parts: PageParts) -> float:
        """Return the height of the foot of several sheets with a time."""
        slots = foot_slots(parts, self._set, timed=True, pages=MANY)
        return foot_height(self._set, slots)

    def _last(self, parts: PageParts, width: float) -> Row:
        """Return the foot as the last row, as high as the highest text that may appear there."""
        texts = parts.foot, parts.foot_room, parts.end, parts.end_room
        key = "last", self._set.key, width, texts
        return self._set.memo.of(key, lambda: self._last_row(parts, width))

    def _last_row(self, parts: PageParts, width: float) -> Row:
        words = self._as_high(width, parts.foot, parts.foot_room)
        ends = self._as_high(width, parts.end, parts.end_room)
        cells = tuple((*cell, *end) for cell, end in zip(words.cells, ends.cells, strict=True))
        row = ruled(replace(words, cells=cells), self._set, width)
        return replace(row, trails=bool(parts.foot_room), ends=True)

    def _as_high(self, width: float, words: Words, room: tuple[Words, ...]) -> Row:
        """Return a row of words, with the height of the highest text that may replace them."""
        style = self._set.style(Role.FOOT)
        texts = (words, *(self._set.broad_words(text) for text in (words, *room)))
        row, *other_rows = (self._set.row(width, (text, style), close=True) for text in texts)
        for other_row in other_rows:
            row = row.as_high(other_row)
        return row

    def _laid(self, *, pages: int) -> tuple[list[_Body], Area | None]:
        """Return the body of each sheet, and the place of the ring.

        A layout for one sheet stops at the second one; then all is laid out for several.
        """
        first, later = self._frames(pages)
        most = None if pages > 1 else 1
        self.broken = 0
        if not self._parts.notes:
            rows = [*self._opening, *self._rows]
            return self._row_sheets(rows, first, later, most) or [_Body()], first.hole
        bodies = self._row_sheets(self._opening, later, later, most)
        bodies += self._card_bodies(later, most)
        bodies += self._row_sheets(self._rows, later, later, most)
        return bodies, first.hole

    def _card_bodies(self, frame: Frame, most: int | None) -> list[_Body]:
        """Return the sheets of the notes; each alone, or as many as fit."""
        notes = self._parts.notes
        if self._parts.overview:
            sheets = overview_sheets(notes, self._set, frame)
            return [_Body(cards=cards, top=frame.top) for cards in sheets]
        if not self._parts.alone:
            sheets = card_sheets(notes, self._set, frame, most)
            return [_Body(cards=cards, top=frame.top) for cards in sheets]
        bodies: list[_Body] = []
        for note in notes:
            if most is not None and len(bodies) > most:
                break
            if fits_alone(note, self._set, frame):
                make = partial(large_card, note, self._set, frame)
                bodies.append(_Body(make=make, top=frame.top))
                continue
            sheets = card_sheets((note,), self._set, frame)
            bodies += (_Body(cards=cards, top=frame.top) for cards in sheets)
        return bodies

    def sheet(self, place: int, among: tuple[int, int] | None = None) -> Sheet:
        """Return a finished sheet, with its number where there are several.

        ``among`` is its place, and how many there are, with those of other pages.
        """
        at, count = among or (place, self.count)
        head, hole, body = self._head, self._hole, self._bodies[place]
        timed = hole is None
        number = page_number(self._set, at + 1, count) if count > 1 else ""
        slots = self._slots(timed=timed, pages=count)
        foot = foot_band(self._parts, self._set, slots, number, timed=timed, drawn=hole is None)
        ring = ring_items(self._parts, self._set, hole)
        middle = body.items(self._parts.tint)
        between = self._between(head, (body.top, middle), self._set.usable - foot.height)
        items = (*head.items, *between, *middle, *ring, *foot.items)
        return Sheet(self._set.spec.height, items)

    def _frames(self, pages: int) -> tuple[Frame, Frame]:
        """Return the areas for rows on the first sheet, and on the others.

        A single sheet has the ring in its body, and needs no slot for the minutes at its foot.
        """
        later = self._frame(timed=True, pages=pages)
        if pages > 1 or self._parts.notes or not self._parts.has_ring:
            return later, later
        free = self._frame(timed=False, pages=1)
        hole = ring_hole(self._parts, self._set, free)
        return (replace(free, hole=hole) if hole else later), later

    def _frame(self, *, timed: bool, pages: int) -> Frame:
        foot = foot_height(self._set, self._slots(timed=timed, pages=pages))
        return Frame(EDGE + self._head.height, self._set.usable - foot, SIDE, BODY)

    def _slots(self, *, timed: bool, pages: int) -> FootSlots:
        return foot_slots(self._parts, self._set, timed=timed, pages=pages)

    def _row_sheets(
        self, rows: list[Maker], first: Frame, later: Frame, most: int | None
    ) -> list[_Body]:
        if not rows:
            return []
        placed = flow(rows, first, later, most, self._set.memo)
        self.broken += sum(row_place.row.goes_on for sheet in placed for row_place in sheet)
        if self._parts.calm and len(placed) == 1:
            placed = (_lowered(placed[0], first),)
        return [_body_of(sheet) for sheet in placed]

    def _between(self, head: Band, body: tuple[float, Items], bottom: float) -> Items:
        """Return the vertical line between two languages, down to the first text across both."""
        columns = self._set.columns(BODY)
        if len(columns) < 2:
            return ()
        middle = columns[1][1] - GUTTER / 2
        first, items = body
        heads, areas = _areas(head.items), _areas(items)
        is_split = bool(heads) and not any(area.x < middle < area.right for area in heads)
        top = EDGE if is_split else first
        if self._parts.notes:  # cards are across the board
            bottom = EDGE + head.height - self._set.apart if is_split else top
        across = [area.y for area in areas if area.x < middle < area.right]
        end = min((y - self._set.pad for y in across), default=bottom)
        end = min(end, first - self._set.apart) if across and end <= first else end
        return (RuleItem(Area(middle - THIN / 2, top, THIN, end - top)),) if end > top else ()


class _Sections:
    """Pages one after another; their sheets are numbered together."""

    def __init__(self, pages: tuple[_Page, ...]) -> None:
        self._pages = pages
        self.count = sum(page.count for page in pages)

    @classmethod
    def of(cls, content: SectionsPage, setting: Setting, strip: Strip | None = None) -> Self:
        """Lay out each section, with room for the number of all sheets."""
        notes = sum(map(_count_lines, content.sections))
        for pages in (MANY,) if notes > MANY_LINES * FEW_PAGES else (FEW_PAGES, MANY):
            numbered = replace(setting, pages=pages)
            sections = cls(
                tuple(
                    _pinned(
                        section,
                        replace(numbered, languages=_spoken(section, setting.languages)),
                        strip,
                    )
                    for section in content.sections
                )
            )
            if sections.count <= pages:
                break
        return sections

    def first_of(self, section: int) -> int:
        """Return the first sheet of a section."""
        return sum(page.count for page in self._pages[:section])

    def sheet(self, place: int) -> Sheet:
        """Return a sheet."""
        at = place
        for page in self._pages:
            if at < page.count:
                break
            at -= page.count
        return page.sheet(at, (place, self.count))


def _areas(items: Items) -> list[Area]:
    return [item.area for item in items if not isinstance(item, RuleItem)]


def _lowered(rows: tuple[Placed, ...], frame: Frame) -> tuple[Placed, ...]:
    """Return a few calm words lower on the page."""
    free = frame.bottom - max((row.bottom for row in rows), default=frame.bottom)
    return tuple(replace(row, y=row.y + free * CALM) for row in rows)


def _body_of(rows: tuple[Placed, ...]) -> _Body:
    first = rows[0]
    return _Body(rows, top=first.y + first.row.pad)
