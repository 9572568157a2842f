"""What the facilitator can do while the group sorts its lines."""

from dataclasses import dataclass

from facilitator.domain.contribution import Shuffler
from facilitator.domain.ids import StepId
from facilitator.domain.text.language import Words, in_order
from facilitator.domain.text.text import checked_line
from facilitator.domain.workshop import Workshop
from facilitator.errors import NotAllowedNowError
from facilitator.kinds.patterns.lines import Lines, opened_lines
from facilitator.kinds.patterns.room import section_of
from facilitator.kinds.patterns.state import MOST_NAME, Patterns, Spot, patterns_in
from facilitator.live.kinds import CommandPart
from facilitator.wording import _


@dataclass(frozen=True, slots=True)
class Put:
    """Move lines from where they are into a pattern; ``also`` leaves them there, too."""

    spots: tuple[Spot, ...]
    key: int
    also: bool = False


@dataclass(frozen=True, slots=True)
class TakeOut:
    """Take lines out of their patterns."""

    spots: tuple[Spot, ...]


@dataclass(frozen=True, slots=True)
class NewPattern:
    """Add a pattern, with lines that leave where they are, or with ``stay`` are there, too."""

    name: str
    spots: tuple[Spot, ...] = ()
    stay: bool = False


@dataclass(frozen=True, slots=True)
class Rename:
    """Give a pattern another name."""

    key: int
    name: str


@dataclass(frozen=True, slots=True)
class Merge:
    """Move all lines of a pattern into another, and remove it."""

    key: int
    into: int


@dataclass(frozen=True, slots=True)
class Remove:
    """Remove a pattern; its lines are on their own."""

    key: int


@dataclass(frozen=True, slots=True)
class Shift:
    """Move a pattern, or with ``line`` that line in it, up or down by places."""

    key: int
    by: int
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Undo:
    """Take the last move back."""


@dataclass(frozen=True, slots=True)
class Redo:
    """Do the move again that was taken back last."""


@dataclass(frozen=True, slots=True)
class ShowNames:
    """Show the room the names of the patterns, as they are now; each pattern follows."""


@dataclass(frozen=True, slots=True)
class ShowPattern:
    """Show the room one pattern, as all are now; ``None`` for the lines on their own."""

    key: int | None


@dataclass(frozen=True, slots=True)
class ShowLines:
    """Show the room the question and the opened lines instead."""


def _do(workshop: Workshop, step_id: StepId, act: object, _shuffler: Shuffler) -> Workshop:
    step = workshop.agenda.run_of(step_id).step
    state, lines = patterns_in(workshop, step), opened_lines(workshop, step)
    if not lines:
        raise NotAllowedNowError(_("There are no opened lines to sort."), _("Open them first."))
    return workshop.with_state(_after(state, act, workshop, lines))


def _after(state: Patterns, act: object, workshop: Workshop, lines: Lines) -> Patterns:
    match act:
        case Put() | TakeOut() | NewPattern():
            return _after_sorting(state, act, workshop, lines)
        case Rename() | Merge() | Remove() | Shift():
            return _after_arranging(state, act, workshop)
        case Undo():
            return state.with_undone()
        case Redo():
            return state.with_redone()
        case ShowNames() | ShowPattern():
            return state.with_shown()
        case ShowLines():
            return state.with_nothing_shown()
        case other:
            raise TypeError(f"not a command of patterns: {type(other).__name__}")


def _after_sorting(
    state: Patterns, act: Put | TakeOut | NewPattern, workshop: Workshop, lines: Lines
) -> Patterns:
    if any(spot.line not in lines for spot in act.spots):
        raise NotAllowedNowError(_("This line is not there any more."))
    match act:
        case Put(spots, key, also):
            return state.put_also(spots, key) if also else state.put(spots, key)
        case TakeOut(spots):
            return state.taken_out(spots)
        case NewPattern(name, spots, stay):
            return state.with_new(_named(name, workshop), spots, stay=stay)


def _after_arranging(
    state: Patterns, act: Rename | Merge | Remove | Shift, workshop: Workshop
) -> Patterns:
    match act:
        case Rename(key, name):
            return state.renamed(key, _named(name, workshop))
        case Merge(key, into):
            return state.merged(key, into)
        case Remove(key):
            return state.without_pattern(key)
        case Shift(key, by, line):
            return (
                state.shifted(key, by) if line is None else state.line_shifted(Spot(line, key), by)
            )


def _named(name: str, workshop: Workshop) -> Words:
    """Return a name as it was typed: in the group's own words, so in one language."""
    return Words.of(checked_line(name, MOST_NAME), in_order(workshop.languages)[0])


def _section(workshop: Workshop, step_id: StepId, act: object) -> int | None:
    match act:
        case ShowNames() | ShowLines():
            return 0
        case ShowPattern(key):
            return section_of(workshop, step_id, key)
    return None


COMMANDS = CommandPart(_do, section=_section)
