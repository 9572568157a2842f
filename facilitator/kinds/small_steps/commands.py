"""What the facilitator can do with small steps."""

from dataclasses import dataclass, replace
from datetime import date

from facilitator.domain.agreement.checks import CheckId, Checking, Tally, refuse_answered
from facilitator.domain.contribution import Shuffler
from facilitator.domain.ids import LineId, StepId
from facilitator.domain.letters import LineName
from facilitator.domain.plan.step import Step
from facilitator.domain.text.text import clean_line
from facilitator.domain.workshop import Page, Showing, Workshop
from facilitator.errors import NotAllowedNowError
from facilitator.kinds.small_steps.state import ON_BOARD, WHO, SmallSteps, Stage, steps_in
from facilitator.live.consent import usual_way, without_check
from facilitator.live.kinds import CommandPart
from facilitator.room.checks import check_in
from facilitator.wording import _

TRY = CheckId("5-try")


@dataclass(frozen=True, slots=True)
class Offer:
    """Add steps as they were said."""

    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """Change the words of a step, who looks after it, and by when it is done."""

    line: LineId
    text: str
    who: str = ""
    everyone: bool = False
    by: str = ""
    by_day: date | None = None


@dataclass(frozen=True, slots=True)
class LookAgain:
    """Set when the group looks at its steps again."""

    day: date | None


@dataclass(frozen=True, slots=True)
class SetStage:
    """Park a step, let it go, or take it up again."""

    line: LineId
    stage: Stage


@dataclass(frozen=True, slots=True)
class Move:
    """Move a step up, by -1, or down, by 1."""

    line: LineId
    by: int


@dataclass(frozen=True, slots=True)
class Undo:
    """Undo the last move."""


@dataclass(frozen=True, slots=True)
class TakeOut:
    """Delete a step for good."""

    line: LineId


@dataclass(frozen=True, slots=True)
class CheckSteps:
    """Ask the room whether steps are good enough for now and safe enough to try."""

    lines: tuple[LineId, ...]


def _do(workshop: Workshop, step_id: StepId, act: object, shuffler: Shuffler) -> Workshop:
    step = workshop.agenda.run_of(step_id).step
    if not step.captures:
        raise NotAllowedNowError(_("What is said in this step is not written down."))
    workshop = _taken_over(workshop, step)
    steps = steps_in(workshop, step)
    match act:
        case Offer(texts):
            for text in texts:
                steps = steps.offered(LineId(shuffler.new_id()), text)
            return _saved(workshop, step, steps)
        case CheckSteps(lines):
            return _begun(workshop, steps, lines)
        case TakeOut(line):
            return _taken_out(workshop, steps, line)
    return workshop.with_state(_changed(workshop, steps, act))


def _changed(workshop: Workshop, steps: SmallSteps, act: object) -> SmallSteps:
    match act:
        case Change(line, text):
            if steps.step_of(line).text != clean_line(text):
                _refuse_checked(workshop, (line,))
            named = steps.worded(line, text).looked_after(line, act.who, everyone=act.everyone)
            return named.due(line, act.by, act.by_day)
        case LookAgain(day):
            return replace(steps, look_again=day)
        case Undo():
            _refuse_checked(workshop, tuple(step.id for step in steps.steps))
            return steps.undone()
        case SetStage(line, stage):
            _refuse_checked(workshop, (line,))
            return steps.staged(line, stage)
        case Move(line, by):
            return steps.moved(line, by)
    raise TypeError(f"not a command of small steps: {type(act).__name__}")


def _saved(workshop: Workshop, step: Step, steps: SmallSteps) -> Workshop:
    """Return the workshop with new steps; where the record is chosen line by line, left out."""
    before = {each.id for each in steps_in(workshop, step).steps}
    new = (LineName(each.id, of=step.id) for each in steps.steps if each.id not in before)
    left_out = () if step.record_default else tuple(new)
    return replace(workshop.with_state(steps), left_out=(*workshop.left_out, *left_out))


def _taken_over(workshop: Workshop, step: Step) -> Workshop:
    """Return the workshop with lines said in the step, by an older version, as small steps.

    They keep their ids, so that their letters stay, and what the room left out stays so.
    """
    said_lines = workshop.said_in(step.id)
    if not said_lines:
        return workshop
    names = (LineName(line.id, of=step.id) for line in said_lines if not line.in_record)
    return replace(
        workshop.with_state(steps_in(workshop, step)),
        said=tuple(line for line in workshop.said if line.step_id != step.id),
        left_out=tuple(dict.fromkeys((*workshop.left_out, *names))),
    )


def _begun(workshop: Workshop, steps: SmallSteps, lines: tuple[LineId, ...]) -> Workshop:
    """Begin a check of steps: the board has what each hand means before the first is raised."""
    agreement = workshop.agreement
    refuse_answered(agreement.checking)
    if not lines or any(steps.step_of(line).stage not in ON_BOARD for line in lines):
        raise NotAllowedNowError(
            _("There is no step here that can be checked."),
            _("Type one first, or take a parked one up again."),
        )
    tally = Tally.of(check_in(workshop, TRY), usual_way(workshop))
    board = replace(workshop.board, quiet=False).turned_to(Page(Showing.HANDS))
    begun = replace(agreement, checking=Checking((), tally, own=lines))
    return replace(workshop.with_state(steps), agreement=begun, board=board)


def _refuse_checked(workshop: Workshop, lines: tuple[LineId, ...]) -> None:
    checking = workshop.agreement.checking
    if checking is not None and not checking.closed and set(lines) & set(checking.own):
        raise NotAllowedNowError(
            _("This step is being checked as it is."),
            _("Close the check, or leave it, then change the step."),
        )


def _taken_out(workshop: Workshop, steps: SmallSteps, line: LineId) -> Workshop:
    """Return the workshop without a step, its check, and what the room decided about it."""
    steps.step_of(line)
    checking = workshop.agreement.checking
    if checking is not None and line in checking.own:
        workshop = without_check(workshop)
    left = workshop.with_state(steps.without_line(line))
    gone = line, f"{WHO}{line}"
    return replace(left, left_out=tuple(name for name in left.left_out if name.id not in gone))


def _turns_to(workshop: Workshop, step_id: StepId, act: object) -> str:
    """Return the words of the step that was added or changed."""
    steps = steps_in(workshop, workshop.agenda.run_of(step_id).step).steps
    match act:
        case Offer():
            return steps[-1].text
        case Change(line):
            return next((step.text for step in steps if step.id == line), "")
    return ""


COMMANDS = CommandPart(_do, turns_to=_turns_to)
