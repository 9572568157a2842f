"""The time of the break on the strip of the board, updated as rarely as possible.

When a break can no longer begin at the published time, the strip shows a new time in whole five
minutes, so that the words on the board change seldom and stay true.
"""

from datetime import datetime, timedelta

from facilitator.domain.time.clock import Moment
from facilitator.domain.time.dates import time_of_day
from facilitator.domain.time.round import RoundState
from facilitator.domain.workshop import Workshop
from facilitator.live.views.pace import break_begins_at
from facilitator.room.pages.picture import Strip
from facilitator.room.pages.strip import before_break, has_strip, strip_of

TOLERANCE = timedelta(minutes=1)  # by which a break may begin later than shown
FIVE = timedelta(minutes=5)


class StripPart:
    """Builds the strip. Its time changes with a step or a changed plan, not with the clock.

    So the strip does not change while a step is on time, or is held for a moment. When the step
    runs over, the strip shows a later break.
    """

    def __init__(self) -> None:
        self._basis: object = None
        self._published: datetime | None = None

    def strip(self, workshop: Workshop, now: Moment) -> Strip | None:
        """Return the strip under what is on the board; ``None`` where there is none."""
        if not has_strip(workshop.board):
            return None
        basis, begins = _basis(workshop), break_begins_at(workshop, now)
        if basis != self._basis:
            self._basis, self._published = basis, begins
        elif (
            begins is not None
            and self._published is not None
            and begins - self._published > TOLERANCE
        ):
            self._published = _next_five(begins)
        return strip_of(workshop, _in_words(self._published))

    def of_next(self, ahead: Workshop, now: Moment) -> Strip | None:
        """Return the strip of a coming step, for the console's preview."""
        if not has_strip(ahead.board):
            return None
        return strip_of(ahead, _in_words(break_begins_at(ahead, now)))


def _in_words(begins: datetime | None) -> str:
    return "" if begins is None else time_of_day(begins)


def _next_five(at: datetime) -> datetime:
    """Return the next time of day in whole five minutes; every zone is off by a multiple of it."""
    past = timedelta(minutes=at.minute % 5, seconds=at.second, microseconds=at.microsecond)
    return at - past + FIVE if past else at


def _basis(workshop: Workshop) -> object:
    agenda = workshop.agenda
    waiting = before_break(agenda)
    if waiting is None:
        return None, agenda.now.step.id
    begun = any(part.state is not RoundState.READY for part in agenda.now.rounds)
    lengths = tuple((run.step.id, run.length) for run in (agenda.now, *waiting))
    return lengths, begun
