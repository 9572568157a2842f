"""Patterns as the group puts them: their names, their lines by letters, and undo without end.

A line that is in no pattern is on its own; it is nowhere here. Undo holds keys and letters only:
the name of a pattern is here once, by its key, as long as the pattern can come back
(``docs/decisions/0038-undo-of-patterns-holds-no-words.md``).
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from itertools import chain
from typing import Self, TypeVar

from facilitator.domain.limits import UnsoundError
from facilitator.domain.plan.step import Step, StepOptions
from facilitator.domain.step_state import StepState
from facilitator.domain.text.language import Words
from facilitator.domain.text.text import LONGEST_GRAPHEME, fits_on_a_line, shows_something
from facilitator.domain.workshop import Workshop
from facilitator.errors import NotAllowedNowError
from facilitator.kinds.patterns.arrangement import (
    MOST_PATTERNS,
    Arrangement,
    Move,
    Pattern,
    added,
    check_arrangement,
    keys_of,
    move_between,
    moves_between,
    place_of,
    shifted,
    without,
)
from facilitator.wording import _

MOST_NAME = 60  # characters
MOST_EDITS, MOST_NAMES = 6000, 200  # older moves are forgotten: a file has room for so many


@dataclass(frozen=True, slots=True)
class PatternsOptions(StepOptions):
    """The patterns that a plan gives beforehand."""

    columns: tuple[Words, ...] = ()

    def check(self) -> None:
        """Raise ``UnsoundError`` for too many of them."""
        if len(self.columns) > MOST_PATTERNS:
            raise UnsoundError("the columns of a step")


@dataclass(frozen=True, slots=True)
class Name:
    """What a pattern is called, and which of the twelve symbols it has."""

    key: int
    words: Words
    symbol: int


@dataclass(frozen=True, slots=True)
class Spot:
    """A line where it is: in a pattern, or on its own."""

    line: int
    key: int | None = None


@dataclass(frozen=True, slots=True)
class Patterns(StepState):
    """The patterns of one step, and the moves that led to them.

    ``on_board`` is what the room saw last: sorting changes nothing on the board until it is shown.
    """

    patterns: Arrangement = ()
    names: tuple[Name, ...] = ()  # of every pattern that is here, or can come back
    next_key: int = 0  # no key is used twice
    done: tuple[Move, ...] = ()
    undone: tuple[Move, ...] = ()  # the last is redone first
    on_board: Arrangement | None = None

    def check(self) -> None:
        """Raise ``UnsoundError`` for patterns that no moves lead to."""
        past, future = self._replayed(self.done, back=True), self._replayed(self.undone)
        used: set[int] = set()
        for patterns in (*past, self.patterns, *future, self.on_board or ()):
            check_arrangement(patterns)
            used.update(keys_of(patterns))
            self._check_symbols(patterns)
        if sum(len(move.edits) for move in self.done + self.undone) > MOST_EDITS:
            raise UnsoundError("the moves of patterns")
        keys = [name.key for name in self.names]
        if set(keys) != used or len(keys) > min(len(used), MOST_NAMES):
            raise UnsoundError("the names of patterns")
        if min(keys, default=0) < 0 or max(keys, default=-1) >= self.next_key:
            raise UnsoundError("the keys of patterns")
        for name in self.names:
            _check_name(name)

    def _check_symbols(self, patterns: Arrangement) -> None:
        symbol_by_key = {name.key: name.symbol for name in self.names}
        symbols = {symbol_by_key.get(pattern.key) for pattern in patterns}
        if len(symbols) < len(patterns) or None in symbols:
            raise UnsoundError("the symbols of patterns")

    def without_letters(self, gone: frozenset[int], /) -> Self:
        """Return the patterns as if these lines had never been in any, nor in any move."""
        return self._without(lambda patterns: without(patterns, gone))

    def without_line(self, line: str, /) -> Self:
        """Return the state as if the pattern with this id in the record had never been there."""
        gone = [name.key for name in self.names if record_id(name.key) == line]
        if not gone:
            return self
        return self._without(
            lambda patterns: tuple(pattern for pattern in patterns if pattern.key not in gone)
        )

    def _without(self, strip: Callable[[Arrangement], Arrangement]) -> Self:
        """Return the state with each arrangement, also of every move, without something."""
        past = tuple(map(strip, self._replayed(self.done, back=True)))
        future = tuple(map(strip, self._replayed(self.undone)))
        patterns = strip(self.patterns)
        stripped = replace(
            self,
            patterns=patterns,
            done=moves_between((*reversed(past), patterns)),
            undone=tuple(reversed(moves_between((patterns, *future)))),
            on_board=None if self.on_board is None else strip(self.on_board),
        )
        return _settled(stripped)

    def name_of(self, key: int) -> Name:
        """Return the name of a pattern. Raises ``NotAllowedNowError`` if it is not there."""
        for name in self.names:
            if name.key == key:
                return name
        raise _gone()

    def lines_of(self, key: int) -> tuple[int, ...]:
        """Return the letters in a pattern. Raises ``NotAllowedNowError`` if it is not there."""
        return self.patterns[self._place_of(key)].lines

    def put(self, spots: Iterable[Spot], key: int) -> Self:
        """Move lines from where they are to the end of a pattern."""
        self._place_of(key)
        moving = tuple(spot for spot in spots if spot.key != key)
        return _moved(self, added(_taken(self.patterns, moving), key, _lines(moving)))

    def put_also(self, spots: Iterable[Spot], key: int) -> Self:
        """Put lines at the end of a pattern, and leave them where they are, too."""
        self._place_of(key)
        return _moved(self, added(self.patterns, key, _lines(spots)))

    def taken_out(self, spots: Iterable[Spot]) -> Self:
        """Take lines out of their patterns."""
        return _moved(self, _taken(self.patterns, tuple(spots)))

    def with_new(self, name: Words, spots: Iterable[Spot] = (), *, stay: bool = False) -> Self:
        """Add a pattern, and move lines into it, as to split one; or leave them there, too."""
        if len(self.patterns) == MOST_PATTERNS:
            raise NotAllowedNowError(
                _("There are {most} patterns already.").format(most=MOST_PATTERNS),
                _("Put two together first."),
            )
        moving, key = tuple(spots), self.next_key
        named = replace(
            self,
            names=(*self.names, Name(key, name, self._free_symbol())),
            next_key=key + 1,
        )
        left = self.patterns if stay else _taken(self.patterns, moving)
        patterns = (*left, Pattern(key, _lines(moving)))
        return _moved(named, patterns)

    def merged(self, key: int, into: int) -> Self:
        """Move all lines of a pattern into another, and remove it."""
        lines = self.lines_of(key)
        self._place_of(into)
        if key == into:
            return self
        others = tuple(pattern for pattern in self.patterns if pattern.key != key)
        return _moved(self, added(others, into, lines))

    def without_pattern(self, key: int) -> Self:
        """Remove a pattern; its lines are on their own, unless they are in another one."""
        self._place_of(key)
        return _moved(self, tuple(pattern for pattern in self.patterns if pattern.key != key))

    def shifted(self, key: int, by: int) -> Self:
        """Move a pattern along, as far as there are others."""
        return _moved(self, shifted(self.patterns, self._place_of(key), by))

    def line_shifted(self, spot: Spot, by: int) -> Self:
        """Move a line along in its pattern."""
        if spot.key is None:
            return self
        at = self._place_of(spot.key)
        lines = self.patterns[at].lines
        if spot.line not in lines:
            raise _gone_line()
        moved = shifted(lines, lines.index(spot.line), by)
        return _moved(
            self, (*self.patterns[:at], Pattern(spot.key, moved), *self.patterns[at + 1 :])
        )

    def renamed(self, key: int, words: Words) -> Self:
        """Give a pattern another name. The earlier one is gone: undo holds no texts."""
        self._place_of(key)
        return replace(
            self,
            names=tuple(
                replace(name, words=words) if name.key == key else name for name in self.names
            ),
        )

    def with_undone(self) -> Self:
        """Take the last move back."""
        if not self.done:
            raise NotAllowedNowError(_("There is nothing to take back."))
        move = self.done[-1]
        return replace(
            self,
            patterns=move.back.of(self.patterns),
            done=self.done[:-1],
            undone=(*self.undone, move),
        )

    def with_redone(self) -> Self:
        """Do the move again that was taken back last."""
        if not self.undone:
            raise NotAllowedNowError(_("There is nothing to do again."))
        move = self.undone[-1]
        return replace(
            self,
            patterns=move.of(self.patterns),
            done=(*self.done, move),
            undone=self.undone[:-1],
        )

    def with_shown(self) -> Self:
        """Show the patterns as they are now."""
        return _settled(replace(self, on_board=self.patterns))

    def with_nothing_shown(self) -> Self:
        """Take the patterns off the board."""
        return _settled(replace(self, on_board=None))

    def _replayed(self, moves: tuple[Move, ...], *, back: bool = False) -> tuple[Arrangement, ...]:
        """Return the arrangements that the moves lead to, the nearest first."""
        patterns, replayed = self.patterns, []
        for move in reversed(moves):
            patterns = (move.back if back else move).of(patterns)
            replayed.append(patterns)
        return tuple(replayed)

    def _free_symbol(self) -> int:
        """Return a symbol that no pattern has, of those that are here."""
        used = {self.name_of(pattern.key).symbol for pattern in self.patterns}
        return next(symbol for symbol in range(MOST_PATTERNS) if symbol not in used)

    def _place_of(self, key: int) -> int:
        if key not in keys_of(self.patterns):
            raise _gone()
        return place_of(self.patterns, key)


def record_id(key: int) -> str:
    """Return the id of a pattern's name among the lines of the record."""
    return f"pattern {key}"


P = TypeVar("P", bound=Patterns)


def _moved(state: P, patterns: Arrangement) -> P:
    """Return the state after a move; what was undone before cannot be redone any more."""
    move = move_between(state.patterns, patterns)
    if not move.edits:
        return state
    return _settled(replace(state, patterns=patterns, done=(*state.done, move), undone=()))


def _settled(state: P) -> P:
    """Return the state without moves and names that the file has no room or need for."""
    state = replace(state, done=_latest(state.done), undone=_latest(state.undone))
    state = _with_needed_names(state)
    while len(state.names) > MOST_NAMES:
        state = replace(state, done=state.done[len(state.done) // 2 + 1 :])
        state = _with_needed_names(state)
    return state


def _with_needed_names(state: P) -> P:
    in_moves = (edit.key for move in state.done + state.undone for edit in move.edits)
    needed = {*keys_of(state.patterns), *keys_of(state.on_board or ()), *in_moves}
    return replace(state, names=tuple(name for name in state.names if name.key in needed))


def patterns_in(workshop: Workshop, step: Step) -> Patterns:
    """Return the patterns of a step; those that the plan gives before anybody has sorted."""
    state = workshop.state_of(step.id)
    return state if isinstance(state, Patterns) else _given(step)


def _given(step: Step) -> Patterns:
    columns = step.options.columns if isinstance(step.options, PatternsOptions) else ()
    return Patterns(
        step.id,
        patterns=tuple(Pattern(key) for key in range(len(columns))),
        names=tuple(Name(key, words, key) for key, words in enumerate(columns)),
        next_key=len(columns),
    )


def _latest(moves: tuple[Move, ...]) -> tuple[Move, ...]:
    """Return the latest moves, as many as the file has room for."""
    edits = 0
    for count, move in enumerate(reversed(moves)):
        edits += len(move.edits)
        if edits > MOST_EDITS // 2:
            return moves[len(moves) - count :]
    return moves


def _lines(spots: Iterable[Spot]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(spot.line for spot in spots))


def _taken(patterns: Arrangement, spots: tuple[Spot, ...]) -> Arrangement:
    """Return the patterns without lines at these spots."""
    pairs = _pairs(patterns)
    if any(spot.key is not None and (spot.key, spot.line) not in pairs for spot in spots):
        raise _gone_line()
    gone = {(spot.key, spot.line) for spot in spots}
    return tuple(
        Pattern(each.key, tuple(line for line in each.lines if (each.key, line) not in gone))
        for each in patterns
    )


def _pairs(patterns: Arrangement) -> set[tuple[int, int]]:
    return set(chain.from_iterable(((p.key, line) for line in p.lines) for p in patterns))


def _check_name(name: Name) -> None:
    texts = [text for _language, text in name.words.texts]
    longest = MOST_NAME * LONGEST_GRAPHEME
    is_readable = all(len(t) <= longest and fits_on_a_line(t) and shows_something(t) for t in texts)
    if not texts or not is_readable or not 0 <= name.symbol < MOST_PATTERNS:
        raise UnsoundError("the name of a pattern")


def _gone() -> NotAllowedNowError:
    return NotAllowedNowError(_("This pattern is not there any more."))


def _gone_line() -> NotAllowedNowError:
    return NotAllowedNowError(_("This line is somewhere else by now."), _("Choose it again."))
