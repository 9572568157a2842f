"""The session clock. Nothing in the package reads the time in any other way."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Moment:
    """One moment as both clocks tell it, so that it can be compared after a crash or a restart."""

    reading: timedelta  # of the monotonic clock, which counts sleep too; means nothing after a boot
    wall: datetime  # aware, UTC; can jump
    boot: str = ""  # which boot of this computer the reading belongs to

    def since(self, earlier: "Moment") -> timedelta:
        """Return the time from ``earlier`` to this moment, never negative.

        Within one boot the monotonic clock decides; after a boot there is only the wall clock.
        """
        if self.boot == earlier.boot and self.reading >= earlier.reading:
            return self.reading - earlier.reading
        return max(self.wall - earlier.wall, timedelta())


class Clock(Protocol):
    """What time it is."""

    def moment(self) -> Moment:
        """Return this moment."""
        ...
