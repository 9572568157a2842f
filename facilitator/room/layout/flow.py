"""Rows of text that run on from sheet to sheet and never past the end of one."""

from bisect import bisect_left
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field, replace
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple

from facilitator.room.layout.memo import Memo
from facilitator.room.layout.sheet import (
    Area,
    BadgeItem,
    BandItem,
    BoxItem,
    DotsItem,
    Item,
    Role,
    RuleItem,
    Sign,
    SignItem,
    Style,
    TextItem,
    TickItem,
    Tint,
)
from facilitator.room.marks import LineShape

THIN = 4.0  # a rule's thickness, board units
TAKEN = 2  # lines that a row moves along to its sheet


class NoRoomError(Exception):
    """Not one line fits on an empty sheet."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a text; ``gap`` is the space above it."""

    text: str
    style: Style
    x: float
    width: float
    height: float
    gap: float = 0
    opens: bool = False  # begins a separate text
    shapes: tuple[LineShape, ...] = ()  # drawn in place of the text


Cell = tuple[Line, ...]


def height_of(cell: Cell) -> float:
    """Return the height of the lines of a cell."""
    return sum(line.gap + line.height for line in cell)


def blanked(cell: Cell, other_cell: Cell) -> Cell:
    """Return a cell with empty lines added, up to the height of another."""
    return (*cell, *(replace(line, text="", opens=True) for line in other_cell[len(cell) :]))


@dataclass(frozen=True, slots=True)
class Row:
    """Cells side by side, which may run on to the next sheet between two lines."""

    cells: tuple[Cell, ...]
    before: float = 0  # free above it, but not at the top of a sheet
    pad: float = 0  # free inside, above and below
    ruled: bool = False  # a thin line above
    tick: Area | None = None  # from the row's own top
    sign: Sign | None = None  # in the place of the tick
    marks: tuple[
        BandItem | SignItem | RuleItem | DotsItem | BadgeItem, ...
    ] = ()  # also from there, under the texts, from above
    in_columns: bool = False  # one cell a language
    span: float = 0  # of the thin line, or of the box
    boxed: bool = False  # on its own background
    tint: Tint = Tint.BUTTER  # of that, or of its ``side``
    side: float = 0
    goes_on: bool = (
        False  # continues from the sheet before, or is a part of a row that should stay whole
    )
    leads: bool = False  # stays on the sheet of the next row
    repeats: bool = False  # is at the top of each sheet on which the rows after it go on
    again: bool = False  # such a row on a later sheet
    ends: bool = False  # no row is repeated over it
    trails: bool = False  # moves the last lines above it along, so that it is not alone on a sheet
    begins: bool = False  # on a sheet of its own with the rows after it
    least: float = 0  # its height at least, without the pads
    height: float = field(init=False, compare=False)  # without ``before``
    has_heading: bool = field(init=False, compare=False)

    def __post_init__(self) -> None:
        """Cache the values that every placement of the row needs."""
        tallest = max((height_of(cell) for cell in self.cells), default=0)
        tallest = max(tallest, self.least)
        object.__setattr__(self, "height", tallest + 2 * self.pad)
        heads = (line.style.role is Role.HEADING for cell in self.cells for line in cell)
        object.__setattr__(self, "has_heading", any(heads))

    def as_high(self, other: "Row") -> "Row":
        """Return the row with at least as many lines as another, filled with empty lines."""
        cells = tuple(
            blanked(cell, more) for cell, more in zip(self.cells, other.cells, strict=True)
        )
        return replace(self, cells=cells)

    def split(self, room: float) -> tuple["Row", "Row"] | None:
        """Return the part that fits into ``room`` and the rest, or ``None`` if no line fits."""
        parts = [_split(cell, room - 2 * self.pad) for cell in self.cells]
        if not any(head for head, _ in parts):
            return None
        head = replace(self, cells=tuple(head for head, _ in parts))
        taken = head.height - 2 * self.pad
        is_below = [
            isinstance(mark, SignItem) and mark.area.y >= taken + self.pad for mark in self.marks
        ]
        marks = zip(self.marks, is_below, strict=True)
        head = replace(head, marks=tuple(mark for mark, goes_on in marks if not goes_on))
        rest = replace(
            self,
            cells=tuple(rest for _, rest in parts),
            tick=None,
            marks=tuple(
                replace(mark, area=replace(mark.area, y=mark.area.y - taken))
                for mark, goes_on in zip(self.marks, is_below, strict=True)
                if goes_on
            ),
            ruled=False,
            goes_on=True,
            begins=False,
            least=0,
        )
        return head, rest

    def items(self, y: float, left: float) -> list[Item]:
        """Return the items to draw for the row at ``y``."""
        drawn: list[Item] = []
        if self.boxed:
            area = Area(left, y, self.span, self.height)
            drawn.append(BoxItem(area, self.tint, self.side))
        if self.ruled:
            drawn.append(RuleItem(Area(left, y, self.span, THIN)))
        if self.tick is not None:
            tick = self.tick
            at = replace(tick, y=y + self.pad + tick.y)
            drawn.append(TickItem(at) if self.sign is None else SignItem(at, self.sign))
        for mark in self.marks:
            high = min(mark.area.height, self.height)  # of a ground whose row goes on
            drawn.append(replace(mark, area=replace(mark.area, y=y + mark.area.y, height=high)))
        for cell in self.cells:
            drawn += (text for text in texts(cell, y + self.pad) if any(text.lines))
        return drawn


def _split(cell: Cell, room: float) -> tuple[Cell, Cell]:
    used = 0.0
    for place, line in enumerate(cell):
        used += line.gap + line.height
        if used > room:
            head, rest = cell[:place], cell[place:]
            return head, (replace(rest[0], gap=0, opens=True), *rest[1:])
    return cell, ()


def _line_height(row: Row) -> float:
    return max((line.height for cell in row.cells for line in cell), default=0)


def texts(cell: Cell, y: float) -> list[TextItem]:
    """Return the texts of a cell whose first line begins at ``y``."""
    starts = [place for place, line in enumerate(cell) if line.opens or place == 0]
    items: list[TextItem] = []
    for start, end in pairwise((*starts, len(cell))):
        lines = cell[start:end]
        first = lines[0]
        area = Area(first.x, y + first.gap, first.width, height_of(lines) - first.gap)
        words = tuple(line.text for line in lines)
        items.append(TextItem(words, area, first.height, first.style, first.shapes))
        y = area.bottom
    return items


@dataclass(frozen=True, slots=True)
class Frame:
    """The area for the rows of one sheet; the ring is in ``hole``."""

    top: float
    bottom: float
    left: float
    width: float
    hole: Area | None = None

    @property
    def height(self) -> float:
        """The height for rows."""
        return self.bottom - self.top


Maker = Callable[[float], Row]  # builds a row for a width


@dataclass(frozen=True, slots=True)
class Placed:
    """A row at its place."""

    row: Row
    y: float

    @property
    def bottom(self) -> float:
        """Where the row ends."""
        return self.y + self.row.height


@dataclass(slots=True, eq=False)
class KeyedMaker:
    """Makes a row; makers with equal keys make equal rows."""

    key: Hashable
    make: Maker

    def __call__(self, width: float) -> Row:
        """Return the row for a width."""
        return self.make(width)


Sheets = tuple[tuple[Placed, ...], ...]


class _Begun(NamedTuple):
    """A row that began a sheet whole: its place, that of its sheet, and where it was put first.

    A row that is repeated is over it.
    """

    row: int
    sheet: int
    placed: tuple[Placed, ...]
    over: Row | None


@dataclass(frozen=True, slots=True)
class _Flowed:
    """Rows that have their places: their makers' keys, and their sheets."""

    keys: list[Hashable]
    begun: list[_Begun]
    sheets: Sheets
    places: dict[Hashable, int] = field(init=False)  # in ``begun``, by the row's key

    def __post_init__(self) -> None:
        """Index the rows that begin a sheet."""
        places = {self.keys[begun.row]: place for place, begun in enumerate(self.begun)}
        object.__setattr__(self, "places", places)

    def replay(self, keys: list[Hashable], start: _Begun) -> tuple[list[_Begun], Sheets]:
        """Return where the rows after one that begins a sheet begin others, and these sheets.

        It ends before the first row that differs. The last sheet has its first row alone.
        """
        place = self.places.get(keys[start.row])
        if place is None:
            return [], ()
        was = self.begun[place]
        if was.over != start.over:
            return [], ()
        pairs = enumerate(zip(keys[start.row :], self.keys[was.row :], strict=False))
        same = min(len(keys) - start.row, len(self.keys) - was.row)
        same = next((n for n, (new, old) in pairs if new != old), same)
        end = bisect_left(self.begun, was.row + same, key=itemgetter(0))
        passed = self.begun[place + 1 : end]
        if not passed:
            return [], ()
        rows, sheets = start.row - was.row, start.sheet - was.sheet
        begun = [each._replace(row=each.row + rows, sheet=each.sheet + sheets) for each in passed]
        last = passed[-1]
        return begun, (*self.sheets[was.sheet : last.sheet], last.placed)


def flow(
    makers: Iterable[Maker],
    first: Frame,
    later: Frame,
    most: int | None = None,
    memo: Memo | None = None,
) -> Sheets:
    """Return the rows of each sheet; a row that does not fit continues on the next.

    With ``most`` it stops once there are more sheets than that. Rows that had their places before
    get them from ``memo``, from one that begins a sheet to the first that differs.
    """
    course, rows, memo = _Course(first, later), list(makers), memo or Memo()
    keys = [maker.key if isinstance(maker, KeyedMaker) else object() for maker in rows]
    name = "flow", first, later
    before = memo.peek(name)
    begun: list[_Begun] = []
    at = 0
    while at < len(rows) and (most is None or len(course.sheets) <= most):
        count = len(course.sheets)
        course.add(rows[at])
        if len(course.sheets) == count + 1 and course.begins_whole:
            begun.append(_Begun(at, count, tuple(course.sheets[-1]), course.over))
            if isinstance(before, _Flowed):
                passed, sheets = before.replay(keys, begun[-1])
                begun += passed
                course.go_on(sheets, begun[-1].over)
                at = begun[-1].row
        at += 1
    placed = tuple(tuple(sheet) for sheet in course.sheets)
    if at == len(rows):
        memo.put(name, _Flowed(keys, begun, placed))
    return placed


class _Course:
    """The sheets filled so far, and the place of the next row."""

    def __init__(self, first: Frame, later: Frame) -> None:
        self.sheets: list[list[Placed]] = [[]]
        self.over: Row | None = None  # the row that is repeated on each sheet
        self._frame = first
        self._later = later
        self._y = first.top

    def add(self, maker: Maker) -> None:
        """Add a row to this sheet, else to the next, else to as many as it needs."""
        row = self._fitted(maker)
        if row.repeats or row.ends or row.begins:
            self.over = None
        if row.begins and self.sheets[-1]:
            self._turn()
            row = self._fitted(maker)
        is_over = self._start(row) + row.height > self._frame.bottom and self._has_lines
        if is_over and (row.height <= self._later.height or not self._enough_room(row)):
            self._turn()
            row = self._fitted(maker)
            if row.trails:
                self._take_along(row)
        self._place(row)
        if row.repeats and 2 * row.height <= self._later.height:
            self.over = row

    @property
    def _has_lines(self) -> bool:
        """Whether the last sheet has more than the row that leads to the next."""
        sheet = self.sheets[-1]
        return len(sheet) > 1 or (bool(sheet) and not sheet[0].row.leads)

    @property
    def begins_whole(self) -> bool:
        """Whether the last sheet has one row, which does not run on from the sheet before."""
        own = [placed.row for placed in self.sheets[-1] if not placed.row.again]
        return len(own) == 1 and not own[0].goes_on

    def go_on(self, sheets: Sheets, over: Row | None) -> None:
        """Put these sheets, if any, in the place of the last one; go on after their last row."""
        self.over = over
        self.sheets[-1:] = [list(sheet) for sheet in sheets] or self.sheets[-1:]
        self._y = self.sheets[-1][-1].bottom

    def _start(self, row: Row) -> float:
        """Return where a row would begin; between ruled rows, their pads are the only space."""
        above = self.sheets[-1][-1].row if self.sheets[-1] else None
        closes_up = above is None or (above.ruled and row.ruled)
        return self._y + (0 if closes_up else row.before)

    def _fitted(self, maker: Maker) -> Row:
        """Return the row at full width where it clears the ring, else beside the ring."""
        frame = self._frame
        row = maker(frame.width)
        if frame.hole is not None and self._start(row) + row.height > frame.hole.y:
            return maker(frame.hole.x - frame.left)
        return row

    def _enough_room(self, row: Row) -> bool:
        split = row.split(self._frame.bottom - self._start(row))
        return split is not None and all(len(cell) > 1 for cell in split[0].cells)

    def _place(self, row: Row) -> None:
        y = self._start(row)
        if y + row.height <= self._frame.bottom:
            self._put(row, y)
            return
        split = row.split(self._frame.bottom - y)
        if split is None:
            if not self.sheets[-1]:
                raise NoRoomError
            if all(placed.row.again for placed in self.sheets[-1]):
                self._empty()
            else:
                self._turn()
            self._place(row)
            return
        self._put(split[0], y)
        self._turn()
        self._place(split[1])

    def _put(self, row: Row, y: float) -> None:
        self.sheets[-1].append(Placed(row, y))
        self._y = y + row.height

    def _turn(self) -> None:
        above = self.sheets[-1]
        led = above.pop() if len(above) > 1 and above[-1].row.leads else None
        self.sheets.append([])
        self._frame = self._later
        self._y = self._frame.top
        if led is not None:
            self._put(led.row, self._y)
        elif self.over is not None:
            self._put(replace(self.over, again=True), self._y)

    def _empty(self) -> None:
        """Begin the last sheet again without the row that is repeated."""
        self.sheets[-1].clear()
        self._y = self._frame.top

    def _take_along(self, row: Row) -> None:
        """Begin the new sheet with the last lines of the one before that have room."""
        above, repeated = self.sheets[-2], self._y - self._frame.top
        for count in range(TAKEN, 0, -1):
            last = above[-1]
            split = last.row.split(last.row.height - last.row.pad - count * _line_height(last.row))
            if split is not None and (
                repeated + split[1].height + row.before + row.height <= self._room
            ):
                above[-1] = replace(last, row=split[0])
                self._put(split[1], self._y)
                return
        led = len(above) > 1 and above[-2].row.leads
        moved = above[-2:] if led else above[-1:]
        needed = moved[-1].bottom - moved[0].y + row.before + row.height
        if led or repeated + needed > self._room:
            self._empty()
        left = sum(not placed.row.again for placed in above) - len(moved)
        if left <= 0 or needed > self._room:
            self._empty()  # the row that is repeated has nothing under it
            return
        del above[-len(moved) :]
        down = self._y - moved[0].y
        for placed in moved:
            self._put(placed.row, placed.y + down)

    @property
    def _room(self) -> float:
        return self._later.height
