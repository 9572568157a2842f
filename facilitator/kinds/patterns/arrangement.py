"""Which lines are in which pattern, and the edits that lead from one arrangement to another.

Lines are letters, and patterns are keys: no text is here, so none is in a history of edits.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Self, TypeVar

from facilitator.domain.limits import UnsoundError

T = TypeVar("T")

MOST_PATTERNS = 12  # each has a symbol of its own


@dataclass(frozen=True, slots=True)
class Pattern:
    """A pattern by its key, and the letters of its lines in their order."""

    key: int
    lines: tuple[int, ...] = ()


Arrangement = tuple[Pattern, ...]


@dataclass(frozen=True, slots=True)
class Edit:
    """A line comes to a place in a pattern or leaves it; without a line, the empty pattern does."""

    key: int
    place: int
    line: int | None
    comes: bool

    @property
    def back(self) -> Self:
        """The edit that takes this one back."""
        return replace(self, comes=not self.comes)

    def of(self, patterns: Arrangement) -> Arrangement:
        """Return the arrangement after this edit. Raises ``UnsoundError`` where it does not fit."""
        if self.line is None:
            return self._of_pattern(patterns)
        at = place_of(patterns, self.key)
        lines = _edited(patterns[at].lines, self.place, self.line, comes=self.comes)
        return (*patterns[:at], Pattern(self.key, lines), *patterns[at + 1 :])

    def _of_pattern(self, patterns: Arrangement) -> Arrangement:
        empty = Pattern(self.key)
        if self.comes and self.key in keys_of(patterns):
            raise UnsoundError("a pattern that is there twice")
        return _edited(patterns, self.place, empty, comes=self.comes)


@dataclass(frozen=True, slots=True)
class Move:
    """One act of the facilitator, which is undone as a whole."""

    edits: tuple[Edit, ...]

    @property
    def back(self) -> Self:
        """The move that takes this one back."""
        return replace(self, edits=tuple(edit.back for edit in reversed(self.edits)))

    def of(self, patterns: Arrangement) -> Arrangement:
        """Return the arrangement after this move. Raises ``UnsoundError`` where it does not fit."""
        for edit in self.edits:
            patterns = edit.of(patterns)
        return patterns


def keys_of(patterns: Arrangement) -> tuple[int, ...]:
    """Return the keys of patterns in their order."""
    return tuple(pattern.key for pattern in patterns)


def place_of(patterns: Arrangement, key: int) -> int:
    """Return the place of a pattern. Raises ``UnsoundError`` if it is not there."""
    for place, pattern in enumerate(patterns):
        if pattern.key == key:
            return place
    raise UnsoundError("a pattern that is not there")


def without(patterns: Arrangement, gone: frozenset[int]) -> Arrangement:
    """Return the arrangement without some lines."""
    return tuple(
        replace(pattern, lines=tuple(line for line in pattern.lines if line not in gone))
        for pattern in patterns
    )


def added(patterns: Arrangement, key: int, lines: tuple[int, ...]) -> Arrangement:
    """Return the arrangement with lines at the end of a pattern, each once."""
    return tuple(
        Pattern(key, tuple(dict.fromkeys((*each.lines, *lines)))) if each.key == key else each
        for each in patterns
    )


def shifted(things: tuple[T, ...], place: int, by: int) -> tuple[T, ...]:
    """Return things with one moved along, at most to an end."""
    others = (*things[:place], *things[place + 1 :])
    to = min(max(place + by, 0), len(others))
    return (*others[:to], things[place], *others[to:])


def check_arrangement(patterns: Arrangement) -> None:
    """Raise ``UnsoundError`` for an arrangement that no moves lead to."""
    keys = keys_of(patterns)
    if len(keys) > MOST_PATTERNS or len(set(keys)) < len(keys):
        raise UnsoundError("the patterns of a step")
    for pattern in patterns:
        if len(set(pattern.lines)) < len(pattern.lines) or min(pattern.lines, default=0) < 0:
            raise UnsoundError("the lines of a pattern")


def move_between(before: Arrangement, after: Arrangement) -> Move:
    """Return the move from one arrangement to another; without edits where they are equal."""
    course = _Course(before)
    left = keys_of(after)
    for key in keys_of(before):
        if key not in left:
            course.take_out(key)
    for place, key in enumerate(left):
        course.put(key, place)
    for pattern in after:
        course.fill(pattern)
    return Move(tuple(course.edits))


def moves_between(arrangements: tuple[Arrangement, ...]) -> tuple[Move, ...]:
    """Return the moves from each arrangement to the next, without those that change nothing."""
    moves = (move_between(before, after) for before, after in pairwise(arrangements))
    return tuple(move for move in moves if move.edits)


class _Course:
    """An arrangement that changes by edits, and the edits so far."""

    def __init__(self, patterns: Arrangement) -> None:
        self.patterns = patterns
        self.edits: list[Edit] = []

    def take_out(self, key: int) -> None:
        """Take a pattern out, after its lines."""
        self.fill(Pattern(key))
        self._do(Edit(key, place_of(self.patterns, key), None, comes=False))

    def put(self, key: int, place: int) -> None:
        """Put a pattern at a place, if it is not there."""
        keys = keys_of(self.patterns)
        if keys[place : place + 1] == (key,):
            return
        if key in keys:
            self.take_out(key)
        self._do(Edit(key, place, None, comes=True))

    def fill(self, pattern: Pattern) -> None:
        """Give a pattern these lines in this order."""
        wanted = frozenset(pattern.lines)
        self._take_lines(pattern.key, (line for line in self._lines(pattern.key)
                                       if line not in wanted))  # fmt: skip
        for place, line in enumerate(pattern.lines):
            lines = self._lines(pattern.key)
            if lines[place : place + 1] != (line,):
                self._take_lines(pattern.key, (each for each in lines if each == line))
                self._do(Edit(pattern.key, place, line, comes=True))

    def _take_lines(self, key: int, lines: Iterable[int]) -> None:
        for line in reversed(tuple(lines)):
            self._do(Edit(key, self._lines(key).index(line), line, comes=False))

    def _lines(self, key: int) -> tuple[int, ...]:
        return self.patterns[place_of(self.patterns, key)].lines

    def _do(self, edit: Edit) -> None:
        self.patterns = edit.of(self.patterns)
        self.edits.append(edit)


def _edited(things: tuple[T, ...], place: int, thing: T, *, comes: bool) -> tuple[T, ...]:
    """Return things with one more at a place, or without the one at that place."""
    if comes and 0 <= place <= len(things):
        return (*things[:place], thing, *things[place:])
    if not comes and 0 <= place < len(things) and things[place] == thing:
        return (*things[:place], *things[place + 1 :])
    raise UnsoundError("a move of patterns")
