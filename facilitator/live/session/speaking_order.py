"""The speaking order of a round, in memory only: never saves who spoke or passed."""

from datetime import timedelta

from facilitator.domain.ids import StepId
from facilitator.domain.time.clock import Moment
from facilitator.domain.time.speaking_order import SpeakingOrder
from facilitator.domain.workshop import Workshop
from facilitator.errors import NotAllowedNowError
from facilitator.live.session.saving import Saving
from facilitator.live.views.desk_view import SpeakingOrderView
from facilitator.wording import _

GRAIN = timedelta(seconds=5)  # of the time for each


class SpeakingOrderPart:
    """The commands of a speaking order, which belongs to the step in which it began."""

    def __init__(self, saving: Saving) -> None:
        self._saving = saving
        self._order: SpeakingOrder | None = None
        self._step: StepId | None = None

    def begin(self) -> None:
        """Begin at a random seat, in a random direction."""
        workshop = self._saving.workshop
        people = workshop.setup.people
        start = self._saving.shuffler.shuffled(tuple(range(people)))[0]
        leftwards = self._saving.shuffler.shuffled((True, False))[0]
        self._step = workshop.agenda.now.step.id
        self._put(SpeakingOrder.of(people, start, leftwards=leftwards))

    def done(self) -> None:
        """Go to the next turn. Raises ``NotAllowedNowError`` when there is none."""
        self._put(self._going().done())

    def pass_for_now(self) -> None:
        """Go to the next turn and come back once. Also raises ``NotAllowedNowError``."""
        self._put(self._going().pass_for_now())

    def stop(self) -> None:
        """Drop the speaking order."""
        self._put(None)

    def view(self) -> SpeakingOrderView | None:
        """Return the view for the console, in the step in which the order began."""
        workshop = self._saving.workshop
        if self._order is None or workshop.agenda.now.step.id != self._step:
            return None
        return _view(self._order, workshop, self._saving.now)

    def _going(self) -> SpeakingOrder:
        if self._order is None:
            raise NotAllowedNowError(_("No round of turns has begun."))
        return self._order

    def _put(self, order: SpeakingOrder | None) -> None:
        self._order = order
        self._saving.publish()


def _view(order: SpeakingOrder, workshop: Workshop, now: Moment) -> SpeakingOrderView:
    left = max(workshop.agenda.now.round.left(now), timedelta())
    each = left / order.left // GRAIN * GRAIN if order.left else timedelta()
    seat, following = order.now, order.ahead[1:2]
    return SpeakingOrderView(
        now=f"{seat.shape} {seat.number}" if seat is not None else "",
        next=f"{following[0].shape} {following[0].number}" if following else "",
        again=order.again,
        left=order.left,
        each_s=round(each.total_seconds()),
    )
