"""Held time: how long no time ran since the first step began."""

from dataclasses import replace
from datetime import timedelta

from facilitator.domain.time.clock import Moment
from facilitator.domain.workshop import Workshop


def held_at(workshop: Workshop, now: Moment) -> timedelta:
    """Return all held time up to this moment."""
    since = workshop.held_since
    return workshop.held + (timedelta() if since is None else now.since(since))


def is_held(workshop: Workshop, now: Moment) -> bool:
    """Return whether a step has begun, and no time runs."""
    agenda = workshop.agenda
    return agenda.now.round.since is None and any(run.spent(now) for run in agenda.runs)


def with_held_time(before: Workshop, changed: Workshop, now: Moment) -> Workshop:
    """Return a changed workshop with its held time updated.

    A change that stops time stores its moment; a change that resumes time adds the length of the
    pause.
    """
    held, since = is_held(changed, now), changed.held_since
    if held and since is None and before.held_since is None:
        return replace(changed, held_since=now)
    if not held and since is not None:
        return replace(changed, held=held_at(changed, now), held_since=None)
    return changed
