"""The outline: each pattern with its lines below it, sorted by keys."""

from collections.abc import Iterator
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from facilitator.kinds.patterns.desk import GroupView, LineView, PatternsView
from facilitator.kinds.patterns.state import Spot
from facilitator.ui.widgets.caps import Cap, is_cap_of
from facilitator.ui.widgets.key_presses import chords, is_enter
from facilitator.ui.widgets.line_items import LineItem
from facilitator.ui.widgets.lines import LineList
from facilitator.wording import _, ngettext

DIGITS = "123456789"


class PatternAct(StrEnum):
    """What a key of the outline, or a button, asks for."""

    NEW = "new"
    RENAME = "rename"
    MERGE = "merge"
    UP = "up"
    DOWN = "down"
    REMOVE = "remove"
    OUT = "out"
    ALSO = "also"
    UNDO = "undo"
    REDO = "redo"


KEYS: dict[PatternAct, tuple[Cap, ...]] = {
    PatternAct.NEW: ("Ctrl+N", Qt.Key.Key_Insert),
    PatternAct.RENAME: ("F2",),
    PatternAct.MERGE: ("Ctrl+M",),
    PatternAct.UP: ("Ctrl+Up",),
    PatternAct.DOWN: ("Ctrl+Down",),
    PatternAct.REMOVE: (Qt.Key.Key_Delete,),
    PatternAct.OUT: ("0",),
    PatternAct.ALSO: ("Ctrl+0",),
    PatternAct.UNDO: ("Ctrl+Z",),
    PatternAct.REDO: ("Ctrl+Y", "Ctrl+Shift+Z"),
}


def name_of(group: GroupView) -> str:
    """Return the name of a pattern, or of the lines on their own."""
    return group.name or _("On their own")


def count_of(group: GroupView) -> str:
    """Return how many lines are in a group, in words."""
    count = len(group.lines)
    return ngettext("{count} line", "{count} lines", count).format(count=count)


def line_item(group: GroupView, place: int, line: LineView) -> LineItem:
    """Return a line as a list shows it; screen readers say where it is."""
    where = (
        _("{mark}, in {pattern}, {number} of {count}")
        if group.key is not None
        else _("{mark}, on its own, {number} of {count}")
    )
    also = (_("Also in: {patterns}").format(patterns=", ".join(line.also)),) if line.also else ()
    return LineItem(
        (line.line, group.key),
        line.text,
        letter=line.mark,
        notes=also,
        said_as=where.format(
            mark=line.mark, pattern=group.name, number=place + 1, count=len(group.lines)
        ),
    )


def _items(view: PatternsView) -> Iterator[LineItem]:
    for number, group in enumerate(view.groups):
        name, key = name_of(group), str(number) if number <= len(DIGITS) else ""
        yield LineItem(
            ("group", group.key),
            name,
            state=count_of(group),
            is_strong=True,
            number=key,
            badge=group.badge,
            said_as=_("Pattern {number}").format(number=number) if number else "",
        )
        for place, line in enumerate(group.lines):
            yield line_item(group, place, line)


class PatternLines(LineList):
    """Lines that can be chosen together, and the keys that put them somewhere.

    Signals:
        put_asked: the number of a pattern, and whether the lines stay where they are, too.
        act_asked: an act by its key.
        typed: the first letter of a pattern's name, or nothing for Enter.
    """

    put_asked = Signal(int, bool)
    act_asked = Signal(str)
    typed = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.setSelectionMode(LineList.SelectionMode.ExtendedSelection)

    @property
    def spots(self) -> tuple[Spot, ...]:
        """Where the chosen lines are."""
        return tuple(
            Spot(line, key)
            for line, key in (_parts(item) for item in self.all_chosen)
            if isinstance(line, int)
        )

    @property
    def key(self) -> int | None:
        """The pattern that is chosen, or that of the chosen line."""
        return None if self.chosen is None else _parts(self.chosen)[1]

    @property
    def spot(self) -> Spot | None:
        """Where the chosen line is, unless a name is chosen."""
        if self.chosen is None:
            return None
        line, key = _parts(self.chosen)
        return Spot(line, key) if isinstance(line, int) else None

    def take_own_key(self, event: QKeyEvent) -> bool:
        """Ask for what the keys of patterns do."""
        for place, digit in enumerate(DIGITS, start=1):
            also = is_cap_of(f"Ctrl+{digit}", event)
            if also or is_cap_of(digit, event):
                self.put_asked.emit(place, also)
                return True
        for act, caps in KEYS.items():
            if any(is_cap_of(cap, event) for cap in caps):
                self.act_asked.emit(act)
                return True
        if not (_is_letter(event) or is_enter(event)):
            return False
        if not event.isAutoRepeat():
            self.typed.emit("" if is_enter(event) else event.text())
        return True


class Outline(PatternLines):
    """All groups in one list, each name above its lines."""

    def __init__(self) -> None:
        super().__init__(_("Patterns and their lines"))

    def show_view(self, view: PatternsView) -> None:
        """Show the patterns; the same line stays chosen, or the one at its place."""
        self.show_items(tuple(_items(view)))


def _is_letter(event: QKeyEvent) -> bool:
    return event.text().isalpha() and not event.modifiers() & chords()


def _parts(item: LineItem) -> tuple[object, int | None]:
    match item.id:
        case (line, None):
            return line, None
        case (line, int() as key):
            return line, key
    raise TypeError("not a line of the outline")
