"""A clock that the rehearsal advances."""

from datetime import UTC, datetime, timedelta

from facilitator.domain.time.clock import Moment

BEGIN = datetime(2027, 3, 4, 10, 0, tzinfo=UTC)


class RehearsalClock:
    """A clock that changes only by ``advance``."""

    def __init__(self, begin: datetime = BEGIN) -> None:
        self._passed = timedelta()
        self._begin = begin

    def advance(self, time: timedelta) -> None:
        """Advance the time immediately."""
        self._passed += time

    def moment(self) -> Moment:
        """Read the rehearsal's present moment."""
        return Moment(self._passed, self._begin + self._passed, "rehearsal")
