"""How long no time ran since the first step was begun: between steps, held, paused for care.

``Keeping`` counts it with every act, in the act's own write: so a crash loses nothing of it, and
nothing is written in between. While the workshop waits at Home it does not grow, nor over a gap so
long that it was another day.
"""

from dataclasses import replace
from datetime import timedelta

from facilitator.domain.held import held_at, is_held
from facilitator.domain.time.clock import Moment
from facilitator.domain.workshop import Workshop
from facilitator.live.session.keeping import Keeping

ANOTHER_DAY = timedelta(hours=2)  # nobody holds a room for so long


class HeldTime:
    """Counts it where no act does: at ticks, after a crash, on leaving. The facilitator's alone."""

    def __init__(self, keeping: Keeping) -> None:
        self._keeping = keeping

    @property
    def total(self) -> timedelta:
        """All of it so far."""
        return held_at(self._keeping.workshop, self._keeping.now)

    def tick(self, seen: Moment | None) -> None:
        """Begin to count where nothing does yet, and pass over a gap of another day."""
        workshop, now = self._keeping.workshop, self._keeping.now
        if workshop.held_since is None:
            self._count(replace(workshop, held_since=now) if is_held(workshop, now) else workshop)
        elif seen is not None and now.since(seen) > ANOTHER_DAY:
            self._count(replace(workshop, held=held_at(workshop, seen), held_since=now))

    def resumed(self) -> None:
        """Go on after a crash: the room waited meanwhile, unless that was another day."""
        workshop, now = self._keeping.workshop, self._keeping.now
        if workshop.held_since is not None and now.since(workshop.held_since) > ANOTHER_DAY:
            self._count(replace(workshop, held_since=now))
        self.tick(None)

    def leave(self) -> None:
        """Save how long it was, and count no further while the workshop waits."""
        workshop = self._keeping.workshop
        held = held_at(workshop, self._keeping.now)
        self._count(replace(workshop, held=held, held_since=None))

    def _count(self, changed: Workshop) -> None:
        if changed != self._keeping.workshop:
            self._keeping.keep_quietly(changed)
