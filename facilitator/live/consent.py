"""A consent step begins its check by itself, and leaves nothing open that nobody answered.

What is checked is what the step before made: the agreement, or the last line that was said there.
Where it made nothing, the step's own question is.
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
    """Return how hands are shown unless told otherwise: unseen where somebody is in charge."""
    return HandsWay.HEADS_DOWN if workshop.setup.in_charge else HandsWay.HANDS


def at_step(workshop: Workshop) -> Workshop:
    """Return the workshop as its step begins: a consent step with its check on the board.

    A check that is over, or in which nobody has shown anything, goes, and so does one of a line
    that is there no more. One that is being answered
    stays, and no other begins in its place; one at the typing corner always, since it must not
    show whether anybody has been there.
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
    """Return the lines said in the step from which the one in a check is, in their order."""
    if checking.said is None or all(line.id != checking.said for line in workshop.said):
        return ()
    step_id = workshop.said_line(checking.said).step_id
    return tuple(line.id for line in workshop.said_in(step_id))


def _begun(workshop: Workshop, step: Step) -> Agreement:
    agreement = workshop.agreement
    tally = Tally.of(check_of_step(step, workshop.languages), usual_way(workshop))
    made = _made_before(workshop)
    said = None if made is None else _last_said(workshop, made)
    of_agreement = made is None or made.has(Trait.AGREES)
    lines = _checkable(agreement, again=made is not None) if of_agreement else ()
    if lines:
        return begin_check(agreement, lines, tally)
    return replace(agreement, checking=Checking((), tally, said=said))


def _made_before(workshop: Workshop) -> Step | None:
    """Return the step just before in which the room made something, if it was just before."""
    agenda = workshop.agenda
    earlier = (run.step for run in agenda.runs[: agenda.place][::-1])
    before = next((step for step in earlier if not step.has(NOTHING_MADE)), None)
    made = before is not None and (before.has(Trait.AGREES) or before.captures)
    return before if made else None


def _last_said(workshop: Workshop, step: Step) -> LineId | None:
    said = workshop.said_in(step.id)
    return said[-1].id if said else None


def _checkable(agreement: Agreement, *, again: bool) -> tuple[LineId, ...]:
    """Return what is proposed; where nothing is, and it is asked again, what is agreed."""
    proposed = tuple(line.id for line in agreement.proposed if agreement.checkable(line.id))
    if proposed or not again:
        return proposed
    return tuple(line.id for line in agreement.agreed if agreement.checkable(line.id))
