"""What the facilitator, and people at the typing corner, can do with dots."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from facilitator.domain.contribution import Shuffler
from facilitator.domain.ids import StepId
from facilitator.domain.workshop import Workshop
from facilitator.errors import NotAllowedNowError
from facilitator.kinds.dots.counts import Budget
from facilitator.kinds.dots.lines import budget_in, opened_letters
from facilitator.kinds.dots.state import Dots, PlacedBy, dots_in
from facilitator.live.kinds import CommandPart
from facilitator.wording import _


@dataclass(frozen=True, slots=True)
class Choose:
    """Choose how many dots a person has, before placing begins."""

    budget: Budget


@dataclass(frozen=True, slots=True)
class Begin:
    """Let people place dots, in one of the two ways; from now on the lines are fixed."""

    placed_by: PlacedBy


@dataclass(frozen=True, slots=True)
class EnterTotals:
    """Enter how many people took part, and the dots of lines, as counted so far."""

    people: int
    dots: Mapping[int, int]  # by the letter of a line


@dataclass(frozen=True, slots=True)
class ClosePlacing:
    """Let nobody place dots any more."""


@dataclass(frozen=True, slots=True)
class Reopen:
    """Let people place dots again, before anybody has seen anything."""


@dataclass(frozen=True, slots=True)
class ShowDots:
    """Show the dots beside their lines, once."""


@dataclass(frozen=True, slots=True)
class TalkInstead:
    """Delete the dots, and talk about the lines."""


@dataclass(frozen=True, slots=True)
class LeaveOut:
    """Leave the dots out of the record, or let them go in."""

    left_out: bool


def _do(workshop: Workshop, step_id: StepId, act: object, _shuffler: Shuffler) -> Workshop:
    step = workshop.agenda.run_of(step_id).step
    dots = dots_in(workshop, step)
    match act:
        case Choose(budget):
            changed = dots.chosen(budget)
        case Begin(placed_by):
            _check_contacts(workshop)
            lines = opened_letters(workshop, step)
            _check_not_shown(workshop, step_id, lines)
            changed = dots.begun(placed_by, budget_in(workshop, step), lines)
            if placed_by is PlacedBy.HAND:
                changed = changed.with_totals(workshop.setup.people, {})
        case EnterTotals(people, counted):
            changed = dots.with_totals(people, counted)
        case ShowDots():
            changed = dots.revealed(workshop.setup.people, step.floor)
        case LeaveOut(left_out):
            changed = dots.left_out(left_out=left_out)
        case _:
            changed = _moved_on(dots, act)
    return _saved(workshop, dots, changed)


def _moved_on(dots: Dots, act: object) -> Dots:
    match act:
        case ClosePlacing():
            return dots.closed()
        case Reopen():
            return dots.reopened()
        case TalkInstead():
            return dots.dropped()
    raise TypeError(f"not a command of dots: {type(act).__name__}")


def _check_contacts(workshop: Workshop) -> None:
    if not workshop.setup.ready_for_writing:
        raise NotAllowedNowError(
            _("People must know who to turn to and who gets the record before they place dots."),
            _("Enter both under More, then let people place dots."),
        )


def _check_not_shown(workshop: Workshop, step_id: StepId, letters: tuple[int, ...]) -> None:
    """Refuse a second showing of the same lines: who left meanwhile could be subtracted."""
    others = (each for each in workshop.states if each.step_id != step_id)
    if any({*other.letters} & {*letters} for other in others if isinstance(other, Dots)):
        raise NotAllowedNowError(
            _("These lines have dots from an earlier step: two counts would tell who changed."),
            _("Talk about the lines instead."),
        )


def _saved(workshop: Workshop, dots: Dots, changed: Dots) -> Workshop:
    """Return the workshop with the dots; another page begins at its first sheet."""
    saved = workshop.with_state(changed)
    if changed.phase is dots.phase:
        return saved
    return replace(saved, board=saved.board.from_its_beginning)


def _hand_in(workshop: Workshop, step_id: StepId, answer: object, _shuffler: Shuffler) -> Workshop:
    step = workshop.agenda.run_of(step_id).step
    placed = dict(answer) if isinstance(answer, tuple) else {}
    return workshop.with_state(dots_in(workshop, step).with_turn(placed))


COMMANDS = CommandPart(_do, _hand_in)
