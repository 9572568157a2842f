"""How long no time ran since the first step was begun: between steps, held, paused for care."""

from dataclasses import replace
from datetime import timedelta

from facilitator.domain.time.clock import Moment
from facilitator.domain.workshop import Workshop


def held_at(workshop: Workshop, now: Moment) -> timedelta:
    """Return all of it up to this moment."""
    since = workshop.held_since
    return workshop.held + (timedelta() if since is None else now.since(since))


def is_held(workshop: Workshop, now: Moment) -> bool:
    """Return whether a step has been begun, and no time runs."""
    agenda = workshop.agenda
    return agenda.now.round.since is None and any(run.spent(now) for run in agenda.runs)


def with_held_time(before: Workshop, changed: Workshop, now: Moment) -> Workshop:
    """Return a changed workshop with what the change does to held time.

    The change after which no time runs notes its moment; the one with which time goes on adds how
    long that was.
    """
    held, since = is_held(changed, now), changed.held_since
    if held and since is None and before.held_since is None:
        return replace(changed, held_since=now)
    if not held and since is not None:
        return replace(changed, held=held_at(changed, now), held_since=None)
    return changed
