"""The session clock. The package reads the time in no other way."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Moment:
    """One moment on both clocks, so that it can be compared after a crash or a restart."""

    reading: timedelta  # of the monotonic clock, which also counts sleep; invalid after a boot
    wall: datetime  # aware, UTC; can jump
    boot: str = ""  # the boot of this computer to which the reading belongs

    def since(self, earlier: "Moment") -> timedelta:
        """Return the time from ``earlier`` to this moment, never negative.

        Uses the monotonic clock within one boot, and the wall clock after a boot.
        """
        if self.boot == earlier.boot and self.reading >= earlier.reading:
            return self.reading - earlier.reading
        return max(self.wall - earlier.wall, timedelta())


class Clock(Protocol):
    """Reads the time."""

    def moment(self) -> Moment:
        """Return this moment."""
        ...
