"""When the break is, as the strip on the board says it: worked out once, then left while it can be.

A break that can no longer begin when the room was told is told anew, in whole five minutes, so
that the words on the board change seldom and stay true.
"""

from datetime import datetime, timedelta

from facilitator.domain.time.clock import Moment
from facilitator.domain.time.round import RoundState
from facilitator.domain.workshop import Workshop
from facilitator.live.views.pace import break_begins_at, time_of_day
from facilitator.room.pages.picture import Strip
from facilitator.room.pages.strip import before_break, has_strip, strip_of

KEPT_FOR = timedelta(minutes=1)  # by which a break may begin later than it was told
FIVE = timedelta(minutes=5)


class StripPart:
    """Says what the strip shows. Its time moves with a step or a changed plan, not with the clock.

    So nothing on the strip changes while a step runs its time, or is held for a moment. When it
    runs over, the time of the break is put off.
    """

    def __init__(self) -> None:
        self._for: object = None
        self._told: datetime | None = None

    def shown(self, workshop: Workshop, now: Moment) -> Strip | None:
        """Return the strip under what is on the board; ``None`` where there is none."""
        if not has_strip(workshop.board):
            return None
        known, begins = _what_it_rests_on(workshop), break_begins_at(workshop, now)
        if known != self._for:
            self._for, self._told = known, begins
        elif begins is not None and self._told is not None and begins - self._told > KEPT_FOR:
            self._told = _next_five(begins)
        return strip_of(workshop, _in_words(self._told))

    def of_next(self, ahead: Workshop, now: Moment) -> Strip | None:
        """Return the strip of a step that is not here yet, for the console's preview."""
        if not has_strip(ahead.board):
            return None
        return strip_of(ahead, _in_words(break_begins_at(ahead, now)))


def _in_words(told: datetime | None) -> str:
    return "" if told is None else time_of_day(told)


def _next_five(at: datetime) -> datetime:
    """Return the next time of day in whole five minutes; every zone is off by a multiple of it."""
    past = timedelta(minutes=at.minute % 5, seconds=at.second, microseconds=at.microsecond)
    return at - past + FIVE if past else at


def _what_it_rests_on(workshop: Workshop) -> object:
    agenda = workshop.agenda
    waiting = before_break(agenda)
    if waiting is None:
        return None, agenda.now.step.id
    begun = any(one.state is not RoundState.READY for one in agenda.now.rounds)
    lengths = tuple((run.step.id, run.length) for run in (agenda.now, *waiting))
    return lengths, begun
