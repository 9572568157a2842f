"""Begins and closes a check of the agreement's lines; the lowest hand decides."""

from dataclasses import replace

from facilitator.domain.agreement.agreement import Agreement
from facilitator.domain.agreement.checks import Checking, Outcome, Tally, refuse_answered
from facilitator.domain.agreement.line import LineState, Place
from facilitator.domain.ids import LineId
from facilitator.errors import NotAllowedNowError
from facilitator.wording import _


def begin_check(agreement: Agreement, lines: tuple[LineId, ...], tally: Tally) -> Agreement:
    """Begin to check lines; the tally has the level that passes, declared before.

    Raises while another check is being answered.
    """
    refuse_answered(agreement.checking)
    if not lines or not all(agreement.checkable(line) for line in lines):
        raise NotAllowedNowError(
            _("There is no line here that can be checked."),
            _("Confirm a joined line first; take a parked one up again."),
        )
    return replace(agreement, checking=Checking(lines, tally))


def close_check(agreement: Agreement) -> Agreement:
    """Close the check: the lowest hand decides. Raises while no hand was counted.

    A single line that does not pass needs a change. Several lines stay ready: the room says which
    of them to change, and that one is checked alone.
    """
    checking = agreement.checking
    if checking is None or checking.closed:
        raise NotAllowedNowError(_("No check is being held."))
    tally = checking.tally.closed()
    if not checking.lines:
        return replace(agreement, checking=replace(checking, closed=True))
    places: dict[LineId, Place | None] = {}
    for line_id in checking.lines:
        at = agreement.line(line_id).at
        agreed_in = at.agreed_in
        state = LineState.READY if len(checking.lines) > 1 else LineState.NEEDS_CHANGE
        if tally.outcome is Outcome.AGREED:
            agreed_in = tuple(dict.fromkeys((*at.agreed_in, at.wording)))
            state = LineState.AGREED
        places[line_id] = replace(at, state=state, agreed_in=agreed_in, tally=tally)
    return replace(agreement.cut().moved(places), checking=replace(checking, closed=True))
