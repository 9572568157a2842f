"""A timed pass: ready, running, held, ended. It runs over below zero until somebody ends it."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Self

from facilitator.domain.time.clock import Moment
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
    due: datetime | None = None  # aware; when it is over, as it was told once it ran

    def start(self, now: Moment) -> Self:
        """Start, or go on from a hold or an end. Raises ``NotAllowedNowError`` when it runs.

        What was told of its end stays through a hold, unless it has passed with time still left.
        """
        if self.state is RoundState.RUNNING:
            raise NotAllowedNowError(_("Time is already running."))
        over, held = self.left(now) <= timedelta(), self.state is RoundState.HELD
        stays = self.due is not None and (over or (held and self.due > now.wall))
        due = self.due if stays else now.wall + self.left(now)
        return replace(self, state=RoundState.RUNNING, since=now, due=due)

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
            due=now.wall + self.length if running else None,
        )

    def add(self, more: timedelta, now: Moment) -> Self:
        """Add time, or take some when negative; past zero, added time counts from now.

        At least what is used, and ten seconds, remain as the length.
        """
        used = self.used(now)
        if more > timedelta():
            return self._of_length(max(self.length, used) + more, now)
        least = max(SHORTEST, min(used, self.length))
        return self._of_length(max(least, self.length + more), now)

    def give_back(self, lost: timedelta, now: Moment) -> Self:
        """Give back time that went by unseen; no more than was used."""
        given = min(lost, self.used(now))
        given_back = replace(self.counted_to(now), used_before=self.used(now) - given)
        return given_back.told_anew(now)

    def told_anew(self, now: Moment) -> Self:
        """Return it with its end told anew, if it has been told."""
        return self if self.due is None else replace(self, due=now.wall + self.left(now))

    def counted_to(self, now: Moment) -> Self:
        """Return the same round, counted from this moment on if it runs."""
        if self.since is None:
            return self
        return replace(self, used_before=self.used(now), since=now)

    def taken_up(self, now: Moment) -> Self:
        """Return it as it is gone back to: held if time is left, and a time that passed untold."""
        passed = self.due is not None and self.due <= now.wall
        shown = replace(self, due=None) if passed else self
        if self.state is not RoundState.ENDED or self.left(now) <= timedelta():
            return shown
        return replace(shown, state=RoundState.HELD)

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

    def _of_length(self, length: timedelta, now: Moment) -> Self:
        changed = replace(self, length=length)
        return self if length == self.length else changed.told_anew(now)
