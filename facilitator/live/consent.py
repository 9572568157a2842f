"""Begins the check of a consent step, and closes checks that nobody answered.

The check is about what the step before produced: the agreement, or the last line said there.
Where that step produced nothing, the check is about the step's own question.
"""

from dataclasses import replace

from facilitator.domain.agreement.agreement import Agreement
from facilitator.domain.agreement.checking import begin_check
from facilitator.domain.agreement.checks import Checking, HandsWay, Tally
from facilitator.domain.ids import LineId
from facilitator.domain.plan.step import Step, Trait
from facilitator.domain.workshop import Page, Showing, Workshop
from facilitator.room.checks import check_of_step
from facilitator.room.pages.hands import is_there

NOTHING_MADE = Trait.BREAK | Trait.BUFFER | Trait.CHECKS


def usual_way(workshop: Workshop) -> HandsWay:
    """Return the default way to show hands: unseen where somebody is in charge."""
    return HandsWay.HEADS_DOWN if workshop.setup.in_charge else HandsWay.HANDS


def at_step(workshop: Workshop) -> Workshop:
    """Return the workshop as its step begins: a consent step with its check on the board.

    Removes a check that is over, that nobody has answered, or whose line was deleted. A check
    that is being answered stays, and no other begins in its place. A check at the typing corner
    always stays, since its removal would show whether anybody has been there.
    """
    checking = workshop.agreement.checking
    if checking is not None and checking.is_answered and is_there(workshop, checking):
        return workshop
    if checking is not None:
        workshop = replace(workshop, agreement=replace(workshop.agreement, checking=None))
    step = workshop.agenda.now.step
    if not step.has(Trait.CHECKS):
        return workshop
    begun = _begun(workshop, step)
    board = replace(workshop.board, quiet=False).turned_to(Page(Showing.HANDS))
    return replace(workshop, agreement=begun, board=board)


def without_check(workshop: Workshop) -> Workshop:
    """Return the workshop without its check, and the board back at the step, or the pause."""
    agreement, board = replace(workshop.agreement, checking=None), workshop.board
    showing = board.showing is Showing.HANDS
    return replace(workshop, agreement=agreement, board=board.uncovered if showing else board)


def lines_said(workshop: Workshop, checking: Checking) -> tuple[LineId, ...]:
    """Return the lines said in the step of the checked line, in their order."""
    if checking.said is None or all(line.id != checking.said for line in workshop.said):
        return ()
    step_id = workshop.said_line(checking.said).step_id
    return tuple(line.id for line in workshop.said_in(step_id))


def _begun(workshop: Workshop, step: Step) -> Agreement:
    agreement = workshop.agreement
    tally = Tally.of(check_of_step(step, workshop.languages), usual_way(workshop))
    source = _step_with_lines_before(workshop)
    last_line = None if source is None else _last_said(workshop, source)
    state = None if source is None else workshop.state_of(source.id)
    if state is not None and state.checkable:
        return replace(agreement, checking=Checking((), tally, own=state.checkable))
    of_agreement = source is None or source.has(Trait.AGREES)
    lines = _checkable(agreement, again=source is not None) if of_agreement else ()
    if lines:
        return begin_check(agreement, lines, tally)
    return replace(agreement, checking=Checking((), tally, said=last_line))


def _step_with_lines_before(workshop: Workshop) -> Step | None:
    """Return the step just before, if the room produced lines in it."""
    agenda = workshop.agenda
    earlier = (run.step for run in agenda.runs[: agenda.place][::-1])
    before = next((step for step in earlier if not step.has(NOTHING_MADE)), None)
    has_lines = before is not None and (before.has(Trait.AGREES) or before.captures)
    return before if has_lines else None


def _last_said(workshop: Workshop, step: Step) -> LineId | None:
    lines = workshop.said_in(step.id)
    return lines[-1].id if lines else None


def _checkable(agreement: Agreement, *, again: bool) -> tuple[LineId, ...]:
    """Return the proposed lines; without any, and when asked again, the agreed ones."""
    proposed = tuple(line.id for line in agreement.proposed if agreement.checkable(line.id))
    if proposed or not again:
        return proposed
    return tuple(line.id for line in agreement.agreed if agreement.checkable(line.id))
