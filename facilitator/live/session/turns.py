"""The speaking order of a round, in memory only: never saves who spoke or passed."""

from datetime import timedelta

from facilitator.domain.ids import StepId
from facilitator.domain.time.clock import Moment
from facilitator.domain.time.turns import Turns
from facilitator.domain.workshop import Workshop
from facilitator.errors import NotAllowedNowError
from facilitator.live.session.keeping import Keeping
from facilitator.live.views.desk_view import TurnsView
from facilitator.wording import _

GRAIN = timedelta(seconds=5)  # of the time for each


class TurnsPart:
    """The commands of a speaking order, which belongs to the step in which it began."""

    def __init__(self, keeping: Keeping) -> None:
        self._keeping = keeping
        self._turns: Turns | None = None
        self._step: StepId | None = None

    def begin(self) -> None:
        """Begin at a random seat, in a random direction."""
        workshop = self._keeping.workshop
        people = workshop.setup.people
        start = self._keeping.shuffler.shuffled(tuple(range(people)))[0]
        leftwards = self._keeping.shuffler.shuffled((True, False))[0]
        self._step = workshop.agenda.now.step.id
        self._put(Turns.of(people, start, leftwards=leftwards))

    def done(self) -> None:
        """Go to the next turn. Raises ``NotAllowedNowError`` when there is none."""
        self._put(self._going().done())

    def pass_for_now(self) -> None:
        """Go to the next turn and come back once. Also raises ``NotAllowedNowError``."""
        self._put(self._going().pass_for_now())

    def stop(self) -> None:
        """Drop the turns."""
        self._put(None)

    def view(self) -> TurnsView | None:
        """Return the view for the console, in the step of the turns."""
        workshop = self._keeping.workshop
        if self._turns is None or workshop.agenda.now.step.id != self._step:
            return None
        return _view(self._turns, workshop, self._keeping.now)

    def _going(self) -> Turns:
        if self._turns is None:
            raise NotAllowedNowError(_("No round of turns has begun."))
        return self._turns

    def _put(self, turns: Turns | None) -> None:
        self._turns = turns
        self._keeping.publish()


def _view(turns: Turns, workshop: Workshop, now: Moment) -> TurnsView:
    left = max(workshop.agenda.now.round.left(now), timedelta())
    each = left / turns.left // GRAIN * GRAIN if turns.left else timedelta()
    seat, following = turns.now, turns.ahead[1:2]
    return TurnsView(
        now=f"{seat.shape} {seat.number}" if seat is not None else "",
        next=f"{following[0].shape} {following[0].number}" if following else "",
        again=turns.again,
        left=turns.left,
        each_s=round(each.total_seconds()),
    )
