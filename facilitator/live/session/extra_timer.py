"""A second timer inside a step, such as two minutes for each table. In memory, console only."""

from datetime import timedelta

from facilitator.domain.time.round import Round, RoundState
from facilitator.errors import NotAllowedNowError
from facilitator.live.session.saving import Saving
from facilitator.live.views.desk_view import ExtraView, clock_face
from facilitator.wording import _


class ExtraTimer:
    """The commands of the extra timer, which does not change the step's own time."""

    def __init__(self, saving: Saving) -> None:
        self._saving = saving
        self._round: Round | None = None

    def start(self, length: timedelta) -> None:
        """Start the timer, or restart it."""
        self._put(Round(length).start(self._saving.now))

    def toggle(self) -> None:
        """Hold the timer, or resume it. Raises ``NotAllowedNowError`` when there is none."""
        timer, now = self._round, self._saving.now
        if timer is None:
            raise NotAllowedNowError(_("No extra timer has begun."))
        running = timer.state is RoundState.RUNNING
        self._put(timer.hold(now) if running else timer.start(now))

    def stop(self) -> None:
        """Remove the timer."""
        self._put(None)

    def view(self) -> ExtraView | None:
        """Return the view for the console."""
        if self._round is None:
            return None
        left = self._round.left(self._saving.now)
        return ExtraView(clock_face(left), left <= timedelta(), self._round.state)

    def _put(self, timer: Round | None) -> None:
        self._round = timer
        self._saving.publish()
