"""The computer's clocks. Nothing else in the package reads the time."""

import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from facilitator.domain.time.clock import Moment

COUNTS_SLEEP: int | None = getattr(time, "CLOCK_BOOTTIME", None)  # only Linux has it
BOOT_ID = Path("/proc/sys/kernel/random/boot_id")
GRAIN_S = 10


class SystemClock:
    """Reads the moment from the clock that counts sleep (where there is one) and the wall clock.

    Where the system has a boot id, it identifies the boot of a reading. Elsewhere the time at which
    the monotonic clock was zero (wall minus monotonic, to ten seconds) does. It differs after a
    restart, after a sleep that the monotonic clock did not count, and after the wall clock was
    set. ``Moment.since`` then uses the wall clock.
    """

    def __init__(self, counts_sleep: int | None = COUNTS_SLEEP, boot_id: Path = BOOT_ID) -> None:
        self._counts_sleep = counts_sleep
        self._boot = boot_id.read_text(encoding="ascii").strip() if boot_id.exists() else None

    def moment(self) -> Moment:
        """Return this moment."""
        wall = datetime.now(UTC)
        reading = timedelta(seconds=self._reading_s())
        return Moment(reading, wall, self._boot or _nought(wall, reading))

    def _reading_s(self) -> float:
        if self._counts_sleep is None:
            return time.monotonic()
        return time.clock_gettime(self._counts_sleep)


def _nought(wall: datetime, reading: timedelta) -> str:
    """Return when the monotonic clock was zero, to ``GRAIN_S`` seconds."""
    return str(round((wall - reading).timestamp() / GRAIN_S) * GRAIN_S)
