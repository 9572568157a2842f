"""A clock that runs as fast as the rehearsal asks."""

from datetime import UTC, datetime, timedelta

from facilitator.domain.time.clock import Moment

BEGIN = datetime(2027, 3, 4, 10, 0, tzinfo=UTC)


class RehearsalClock:
    """Stands still between two acts."""

    def __init__(self, begin: datetime = BEGIN) -> None:
        self._passed = timedelta()
        self._begin = begin

    def advance(self, time: timedelta) -> None:
        """Let time go by at once."""
        self._passed += time

    def moment(self) -> Moment:
        """Return the moment at which the rehearsal stands."""
        return Moment(self._passed, self._begin + self._passed, "rehearsal")
