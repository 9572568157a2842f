"""How long no time ran since the first step was begun: between steps, held, paused for care.

It is counted from act to act: the act after which no time runs keeps its moment, in its own write,
and the one with which time goes on keeps how long that was. So a crash loses nothing of it, and
nothing is written in between. While the workshop waits at Home it does not grow, nor over a gap so
long that it was another day.
"""

from dataclasses import replace
from datetime import timedelta

from facilitator.domain.clock import Moment
from facilitator.domain.workshop import Workshop
from facilitator.live.keeping import Keeping, Write
from facilitator.store.workshop.whole import save_held

ANOTHER_DAY = timedelta(hours=2)  # nobody holds a room for so long


class HeldTime:
    """Follows every act, and keeps since when no time runs. It is the facilitator's alone."""

    def __init__(self, keeping: Keeping) -> None:
        self._keeping = keeping
        keeping.follow(self._along)

    @property
    def total(self) -> timedelta:
        """All of it so far."""
        return _held_at(self._keeping.workshop, self._keeping.now)

    def tick(self, seen: Moment | None) -> None:
        """Begin to count where nothing does yet, and pass over a gap of another day."""
        workshop, now = self._keeping.workshop, self._keeping.now
        if workshop.held_since is None:
            self._count(replace(workshop, held_since=now) if _is_held(workshop, now) else workshop)
        elif seen is not None and now.since(seen) > ANOTHER_DAY:
            self._count(replace(workshop, held=_held_at(workshop, seen), held_since=now))

    def resumed(self) -> None:
        """Go on after a crash: the room waited meanwhile, unless that was another day."""
        workshop, now = self._keeping.workshop, self._keeping.now
        if workshop.held_since is not None and now.since(workshop.held_since) > ANOTHER_DAY:
            self._count(replace(workshop, held_since=now))
        self.tick(None)

    def leave(self) -> None:
        """Keep how long it was, and count no further while the workshop waits."""
        workshop = self._keeping.workshop
        held = _held_at(workshop, self._keeping.now)
        self._count(replace(workshop, held=held, held_since=None))

    def _count(self, changed: Workshop) -> None:
        if changed != self._keeping.workshop:
            self._keeping.keep_quietly(changed, _writes(changed))

    def _along(self, changed: Workshop) -> tuple[Workshop, Write] | None:
        """Return a change with what it does to held time, if it does anything."""
        before, now = self._keeping.workshop, self._keeping.now
        since, is_held = changed.held_since, _is_held(changed, now)
        if is_held and since is None and before.held_since is None:
            changed = replace(changed, held_since=now)
        elif not is_held and since is not None:
            changed = replace(changed, held=_held_at(changed, now), held_since=None)
        else:
            return None
        return changed, _writes(changed)


def _writes(changed: Workshop) -> Write:
    return lambda db: save_held(db, changed.held, changed.held_since)


def _held_at(workshop: Workshop, now: Moment) -> timedelta:
    since = workshop.held_since
    return workshop.held + (timedelta() if since is None else now.since(since))


def _is_held(workshop: Workshop, now: Moment) -> bool:
    """Return whether a step has been begun, and no time runs."""
    agenda = workshop.agenda
    return agenda.now.round.since is None and any(run.spent(now) for run in agenda.runs)
