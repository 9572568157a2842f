"""A timed pass: ready, running, held, ended. It runs over below zero until somebody ends it."""

from dataclasses import dataclass, replace
from datetime import timedelta
from enum import StrEnum
from typing import Self

from facilitator.domain.clock import Moment
from facilitator.errors import NotAllowedNowError
from facilitator.wording import _

SHORTEST = timedelta(seconds=10)


class RoundState(StrEnum):
    """Where a round stands."""

    READY = "ready"
    RUNNING = "running"
    HELD = "held"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Round:
    """One timed pass of a step or of one of its segments; time is wall time in the room."""

    length: timedelta
    state: RoundState = RoundState.READY
    used_before: timedelta = timedelta()  # up to the last hold or end
    since: Moment | None = None  # while running, and only then: from when on it is counted
    earlier: timedelta = timedelta()  # used before it was begun anew

    def start(self, now: Moment) -> Self:
        """Start, or go on from a hold or an end. Raises ``NotAllowedNowError`` when it runs."""
        if self.state is RoundState.RUNNING:
            raise NotAllowedNowError(_("Time is already running."))
        return replace(self, state=RoundState.RUNNING, since=now)

    def hold(self, now: Moment) -> Self:
        """Stop the clock of a running round."""
        if self.state is not RoundState.RUNNING:
            raise NotAllowedNowError(_("Time is not running."), _("Start it first."))
        return replace(self, state=RoundState.HELD, used_before=self.used(now), since=None)

    def end(self, now: Moment) -> Self:
        """End it, from any state; the time used stays."""
        return replace(self, state=RoundState.ENDED, used_before=self.used(now), since=None)

    def restart(self, now: Moment) -> Self:
        """Begin anew with the whole length; what runs goes on running. Used time stays spent."""
        running = self.state is RoundState.RUNNING
        return replace(
            self,
            state=RoundState.RUNNING if running else RoundState.READY,
            used_before=timedelta(),
            since=now if running else None,
            earlier=self.spent(now),
        )

    def add(self, more: timedelta, now: Moment) -> Self:
        """Add time, or take some when negative; past zero, added time counts from now.

        At least what is used, and ten seconds, remain as the length.
        """
        used = self.used(now)
        if more > timedelta():
            return replace(self, length=max(self.length, used) + more)
        least = max(SHORTEST, min(used, self.length))
        return replace(self, length=max(least, self.length + more))

    def give_back(self, lost: timedelta, now: Moment) -> Self:
        """Give back time that went by unseen; no more than was used."""
        given = min(lost, self.used(now))
        return replace(self.counted_to(now), used_before=self.used(now) - given)

    def counted_to(self, now: Moment) -> Self:
        """Return the same round, counted from this moment on if it runs."""
        if self.since is None:
            return self
        return replace(self, used_before=self.used(now), since=now)

    def used(self, now: Moment) -> timedelta:
        """Time that this round has run for, never negative."""
        running = now.since(self.since) if self.since is not None else timedelta()
        return self.used_before + running

    def spent(self, now: Moment) -> timedelta:
        """Time that it has run for in all, also before it was begun anew."""
        return self.earlier + self.used(now)

    def left(self, now: Moment) -> timedelta:
        """Time left; negative once the round runs over, until the facilitator ends it."""
        return self.length - self.used(now)
