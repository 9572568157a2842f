"""A timer of its own inside a step: each table two minutes, say. In memory, for the console."""

from datetime import timedelta

from facilitator.domain.time.round import Round, RoundState
from facilitator.errors import NotAllowedNowError
from facilitator.live.session.keeping import Keeping
from facilitator.live.views.desk_view import ExtraView, clock_face
from facilitator.wording import _


class ExtraTimer:
    """The commands of the extra timer; the step's own time knows nothing of it."""

    def __init__(self, keeping: Keeping) -> None:
        self._keeping = keeping
        self._round: Round | None = None

    def start(self, length: timedelta) -> None:
        """Begin, or begin anew."""
        self._put(Round(length).start(self._keeping.now))

    def toggle(self) -> None:
        """Hold it, or let it go on. Raises ``NotAllowedNowError`` when there is none."""
        shown, now = self._round, self._keeping.now
        if shown is None:
            raise NotAllowedNowError(_("No extra timer has begun."))
        running = shown.state is RoundState.RUNNING
        self._put(shown.hold(now) if running else shown.start(now))

    def stop(self) -> None:
        """Take it away."""
        self._put(None)

    def view(self) -> ExtraView | None:
        """Return what the console shows of it."""
        if self._round is None:
            return None
        left = self._round.left(self._keeping.now)
        return ExtraView(clock_face(left), left <= timedelta(), self._round.state)

    def _put(self, shown: Round | None) -> None:
        self._round = shown
        self._keeping.publish()
