"""Counts how long no time ran since the first step began: between steps, held, paused for care.

``Saving`` adds it with every act, in the same write, so that a crash loses nothing and no extra
write is needed. It does not grow while the workshop waits at Home, nor over a gap that ends on
another day.
"""

from dataclasses import replace
from datetime import timedelta

from facilitator.domain.time.clock import Moment
from facilitator.domain.time_held import held_at, is_held
from facilitator.domain.workshop import Workshop
from facilitator.live.session.saving import Saving

ANOTHER_DAY = timedelta(hours=2)  # nobody holds a room for so long


class HeldTime:
    """Counts held time outside acts: at ticks, after a crash, on leaving. Console only."""

    def __init__(self, saving: Saving) -> None:
        self._saving = saving

    @property
    def total(self) -> timedelta:
        """All held time so far."""
        return held_at(self._saving.workshop, self._saving.now)

    def tick(self, seen: Moment | None) -> None:
        """Start counting if nothing counts yet; ignore a gap that ends on another day."""
        workshop, now = self._saving.workshop, self._saving.now
        if workshop.held_since is None:
            self._count(replace(workshop, held_since=now) if is_held(workshop, now) else workshop)
        elif seen is not None and now.since(seen) > ANOTHER_DAY:
            self._count(replace(workshop, held=held_at(workshop, seen), held_since=now))

    def resumed(self) -> None:
        """Resume after a crash: the room waited meanwhile, unless it is another day."""
        workshop, now = self._saving.workshop, self._saving.now
        if workshop.held_since is not None and now.since(workshop.held_since) > ANOTHER_DAY:
            self._count(replace(workshop, held_since=now))
        self.tick(None)

    def leave(self) -> None:
        """Save the held time, and stop counting while the workshop waits."""
        workshop = self._saving.workshop
        held = held_at(workshop, self._saving.now)
        self._count(replace(workshop, held=held, held_since=None))

    def _count(self, changed: Workshop) -> None:
        if changed != self._saving.workshop:
            self._saving.save_quietly(changed)
