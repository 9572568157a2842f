"""What the facilitator, and people at the typing corner, can do in a pulse."""

from dataclasses import dataclass, replace

from facilitator.domain.contribution import Shuffler
from facilitator.domain.ids import StepId
from facilitator.domain.plan.step import Step
from facilitator.domain.text.language import Words
from facilitator.domain.workshop import Workshop
from facilitator.errors import NotAllowedNowError
from facilitator.kinds.pulse.before import earlier_times, time_before
from facilitator.kinds.pulse.for_next import times_left
from facilitator.kinds.pulse.shape import Answers
from facilitator.kinds.pulse.state import (
    AnsweredBy,
    Phase,
    Pulse,
    PulseOptions,
    pulse_in,
    statements_of,
)
from facilitator.live.kinds import CommandPart
from facilitator.wording import _


@dataclass(frozen=True, slots=True)
class Begin:
    """Let people answer, in one of the two ways; ``compare``: with the group's last time."""

    answered_by: AnsweredBy
    compare: bool = False


@dataclass(frozen=True, slots=True)
class EnterSlips:
    """Enter how many slips have each answer, for each statement."""

    answers: tuple[Answers, ...]


@dataclass(frozen=True, slots=True)
class UseStatements:
    """Ask these statements instead, before anybody answers; no labels: the usual ones."""

    statements: tuple[Words, ...]
    labels: tuple[Words, ...]
    source: str
    permission: str


@dataclass(frozen=True, slots=True)
class CloseAnswers:
    """Let nobody answer any more; slips have to be counted for each statement."""


@dataclass(frozen=True, slots=True)
class Reopen:
    """Let people answer again, before anybody has seen anything."""


@dataclass(frozen=True, slots=True)
class ShowShapes:
    """Show the answers together, once."""


@dataclass(frozen=True, slots=True)
class PutBeside:
    """Show the shapes beside those of the time before, or alone again."""

    beside: bool


@dataclass(frozen=True, slots=True)
class TalkInstead:
    """Delete the answers, and talk about the statements."""


def _do(workshop: Workshop, step_id: StepId, act: object, _shuffler: Shuffler) -> Workshop:
    if isinstance(act, UseStatements):
        return _with_statements(workshop, step_id, act)
    step = workshop.agenda.run_of(step_id).step
    pulse = pulse_in(workshop, step)
    return _saved(workshop, pulse, _changed(workshop, step, pulse, act))


def _changed(workshop: Workshop, step: Step, pulse: Pulse, act: object) -> Pulse:
    match act:
        case Begin(answered_by, compare):
            _check_contacts(workshop)
            last = times_left(workshop, step) if compare else ()
            changed = pulse.begun(answered_by, len(statements_of(step)), last)
        case EnterSlips(answers):
            changed = pulse.with_slips(answers)
        case CloseAnswers():
            changed = pulse.closed()
        case Reopen():
            changed = pulse.reopened()
        case ShowShapes():
            earlier = earlier_times(workshop, step)
            changed = pulse.revealed(workshop.setup.people, step.floor, earlier)
        case PutBeside(beside):
            changed = _put_beside(workshop, step, pulse, beside=beside)
        case TalkInstead():
            changed = pulse.dropped()
        case other:
            raise TypeError(f"not a command of a pulse: {type(other).__name__}")
    return changed


def _with_statements(workshop: Workshop, step_id: StepId, act: UseStatements) -> Workshop:
    run = workshop.agenda.run_of(step_id)
    if pulse_in(workshop, run.step).phase is not Phase.WAITING:
        raise NotAllowedNowError(
            _("People can answer this pulse already: its statements stay."),
            _("Add a step with the other statements."),
        )
    step = replace(
        run.step,
        statements=act.statements,
        scale=act.labels,
        options=PulseOptions(None, act.source, act.permission),
    )
    agenda = workshop.agenda.with_run(replace(run, step=step))
    return replace(workshop, agenda=agenda, board=workshop.board.from_its_beginning)


def _check_contacts(workshop: Workshop) -> None:
    if not workshop.setup.ready_for_writing:
        raise NotAllowedNowError(
            _("People must know who to turn to and who gets the record before they answer."),
            _("Enter both under More, then let people answer."),
        )


def _put_beside(workshop: Workshop, step: Step, pulse: Pulse, *, beside: bool) -> Pulse:
    if beside and time_before(workshop, step) is None:
        raise NotAllowedNowError(_("There is nothing to show side by side."))
    return pulse.put_beside(beside=beside)


def _saved(workshop: Workshop, pulse: Pulse, changed: Pulse) -> Workshop:
    """Return the workshop with the pulse; another page begins at its first sheet."""
    saved = workshop.with_state(changed)
    if (changed.phase, changed.beside) == (pulse.phase, pulse.beside):
        return saved
    return replace(saved, board=saved.board.from_its_beginning)


def _hand_in(workshop: Workshop, step_id: StepId, answer: object, _shuffler: Shuffler) -> Workshop:
    step = workshop.agenda.run_of(step_id).step
    places = answer if isinstance(answer, tuple) else (None,) * len(statements_of(step))
    return workshop.with_state(pulse_in(workshop, step).with_turn(places))


COMMANDS = CommandPart(_do, _hand_in)
