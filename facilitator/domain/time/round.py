"""A timed pass: ready, running, held, ended. It goes below zero until somebody ends it."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Self

from facilitator.domain.time.clock import Moment
from facilitator.errors import NotAllowedNowError
from facilitator.wording import _

SHORTEST = timedelta(seconds=10)


class RoundState(StrEnum):
    """The state of a round."""

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
    since: Moment | None = None  # only while running: the start of the present count
    earlier: timedelta = timedelta()  # used before restarts
    due: datetime | None = None  # aware; the published end, set once it runs

    def start(self, now: Moment) -> Self:
        """Start, or resume after a hold or an end. Raises ``NotAllowedNowError`` when it runs.

        The published end stays through a hold, unless it has passed with time still left.
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
        """End the round from any state; the used time stays."""
        return replace(self, state=RoundState.ENDED, used_before=self.used(now), since=None)

    def restart(self, now: Moment) -> Self:
        """Restart with the whole length, still running if it ran. Used time stays spent."""
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

        The length stays at least the used time, and ten seconds.
        """
        used = self.used(now)
        if more > timedelta():
            return self._of_length(max(self.length, used) + more, now)
        least = max(SHORTEST, min(used, self.length))
        return self._of_length(max(least, self.length + more), now)

    def give_back(self, lost: timedelta, now: Moment) -> Self:
        """Give back time that went by unseen; at most the used time."""
        given = min(lost, self.used(now))
        given_back = replace(self.counted_to(now), used_before=self.used(now) - given)
        return given_back.with_new_due(now)

    def with_new_due(self, now: Moment) -> Self:
        """Return the round with a new published end, if one was published."""
        return self if self.due is None else replace(self, due=now.wall + self.left(now))

    def counted_to(self, now: Moment) -> Self:
        """Return the round with its used time up to this moment, still running if it ran."""
        if self.since is None:
            return self
        return replace(self, used_before=self.used(now), since=now)

    def resumed(self, now: Moment) -> Self:
        """Return the round to go back to: held if time is left, without a due time in the past."""
        passed = self.due is not None and self.due <= now.wall
        untold = replace(self, due=None) if passed else self
        if self.state is not RoundState.ENDED or self.left(now) <= timedelta():
            return untold
        return replace(untold, state=RoundState.HELD)

    def used(self, now: Moment) -> timedelta:
        """Return the used time, never negative."""
        running = now.since(self.since) if self.since is not None else timedelta()
        return self.used_before + running

    def spent(self, now: Moment) -> timedelta:
        """Return the used time in total, also before restarts."""
        return self.earlier + self.used(now)

    def left(self, now: Moment) -> timedelta:
        """Return the time left; negative once the round runs over."""
        return self.length - self.used(now)

    def _of_length(self, length: timedelta, now: Moment) -> Self:
        changed = replace(self, length=length)
        return self if length == self.length else changed.with_new_due(now)
