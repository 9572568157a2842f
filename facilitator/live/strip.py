"""When the break is, as the strip on the board says it: worked out once and then left alone."""

from facilitator.domain.clock import Moment
from facilitator.domain.round import RoundState
from facilitator.domain.workshop import Workshop
from facilitator.live.pace import break_begins_at
from facilitator.room.picture import Strip
from facilitator.room.strip import before_break, has_strip, strip_of


class StripPart:
    """Says what the strip shows. Its time moves with a step or a changed plan, not with the clock.

    So nothing on the strip changes while a step runs, runs over or is held.
    """

    def __init__(self) -> None:
        self._for: object = None
        self._break_at = ""

    def shown(self, workshop: Workshop, now: Moment) -> Strip | None:
        """Return the strip under what is on the board; ``None`` where there is none."""
        if not has_strip(workshop.board):
            return None
        known = _what_it_rests_on(workshop)
        if known != self._for:
            self._for, self._break_at = known, break_begins_at(workshop, now)
        return strip_of(workshop, self._break_at)

    def of_next(self, ahead: Workshop, now: Moment) -> Strip | None:
        """Return the strip of a step that is not here yet, for the console's preview."""
        return strip_of(ahead, break_begins_at(ahead, now)) if has_strip(ahead.board) else None


def _what_it_rests_on(workshop: Workshop) -> object:
    agenda = workshop.agenda
    waiting = before_break(agenda)
    if waiting is None:
        return None, agenda.now.step.id
    begun = any(one.state is not RoundState.READY for one in agenda.now.rounds)
    lengths = tuple((run.step.id, run.length) for run in (agenda.now, *waiting))
    return lengths, begun
