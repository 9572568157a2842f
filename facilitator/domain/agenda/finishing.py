"""Finishing on time: which steps to shorten or leave out.

It takes time from the steps that can give the most, so that few steps change: first it shortens
steps to their useful minimum, then it drops optional steps. It never changes breaks, protected
steps, the record choice, the last small steps, the ending, and steps that a later step needs.
"""

from dataclasses import dataclass, replace
from datetime import timedelta
from math import ceil

from facilitator.domain.agenda.agenda import Agenda, Standing, StepRun
from facilitator.domain.ids import StepId
from facilitator.domain.plan.forms import shared
from facilitator.domain.plan.step import Trait
from facilitator.domain.time.clock import Moment

MINUTE = timedelta(minutes=1)
NOTHING = timedelta()


@dataclass(frozen=True, slots=True)
class Change:
    """A step to shorten; ``to`` is ``None`` for a step to drop."""

    step_id: StepId
    length: timedelta  # as it is now planned
    to: timedelta | None

    @property
    def wins(self) -> timedelta:
        """The time that it regains."""
        return self.length - (self.to or NOTHING)


@dataclass(frozen=True, slots=True)
class Proposal:
    """Changes that regain time. ``late`` is the remaining delay; zero if on time."""

    changes: tuple[Change, ...] = ()
    late: timedelta = NOTHING

    @property
    def wins(self) -> timedelta:
        """The time that all changes regain."""
        return sum((change.wins for change in self.changes), NOTHING)


@dataclass(frozen=True, slots=True)
class Undo:
    """The changed steps as they were: ids, lengths and standings, never a text."""

    before: tuple[tuple[StepId, Standing, tuple[timedelta, ...]], ...]


def proposal_for(
    agenda: Agenda, now: Moment, delay: timedelta, among: frozenset[StepId] | None = None
) -> Proposal:
    """Return changes of coming steps that regain as much of ``delay`` as possible.

    ``among`` are the steps that may change, if not all: those before a step fixed to the clock.
    """
    if delay <= NOTHING:
        return Proposal()
    untouched = tuple(
        run for run in _untouched(agenda, now) if among is None or run.step.id in among
    )
    spare = {
        run.step.id: run.length - run.step.trim_to
        for run in untouched
        if run.step.trim_to is not None and _may_be_shorter(agenda, run)
    }
    spare = {step_id: time for step_id, time in spare.items() if time > NOTHING}
    dropped: list[StepRun] = []
    while _won(spare, dropped) < delay:
        more = _next_to_drop(agenda, untouched, dropped, delay - _won(spare, dropped))
        if more is None:
            break
        spare.pop(more.step.id, None)
        dropped.append(more)
    left_out = sum((run.length for run in dropped), NOTHING)
    shorter = _shortened(agenda, spare, delay - left_out)
    drops = tuple(Change(run.step.id, run.length, None) for run in dropped)
    late = max(delay - left_out - sum((change.wins for change in shorter), NOTHING), NOTHING)
    return Proposal(_in_order(agenda, (*shorter, *drops)), late)


def applied(agenda: Agenda, proposal: Proposal) -> tuple[Agenda, Undo]:
    """Return the agenda with every change, and their undo."""
    runs = [agenda.run_of(change.step_id) for change in proposal.changes]
    undo = Undo(
        tuple(
            (run.step.id, run.standing, tuple(part.length for part in run.rounds)) for run in runs
        )
    )
    for run, change in reversed(tuple(zip(runs, proposal.changes, strict=True))):
        if change.to is None:
            agenda = agenda.dropped(run.step.id)
        else:
            agenda = agenda.with_run(_of_length(run, change.to))
    return agenda, undo


def undone(agenda: Agenda, undo: Undo) -> Agenda:
    """Return the agenda with the changed steps as before, except steps that began meanwhile."""
    for step_id, standing, lengths in undo.before:
        run = agenda.run_of(step_id)
        if run.standing in (Standing.WAITING, Standing.DROPPED):
            rounds = tuple(
                replace(part, length=length)
                for part, length in zip(run.rounds, lengths, strict=True)
            )
            agenda = agenda.with_run(replace(run, rounds=rounds, standing=standing))
    return agenda


def _untouched(agenda: Agenda, now: Moment) -> tuple[StepRun, ...]:
    """Return the coming steps that have not begun."""
    return tuple(run for run in agenda.ahead if run.spent(now) == NOTHING)


def _may_be_shorter(agenda: Agenda, run: StepRun) -> bool:
    step = run.step
    return not (
        step.protect or step.is_break or step.has(Trait.DECIDES_RECORD) or run is _ending(agenda)
    )


def _may_be_dropped(agenda: Agenda, run: StepRun, dropped: list[StepRun]) -> bool:
    gone = {run_dropped.step.id for run_dropped in dropped}
    staying = [
        run_left
        for run_left in agenda.runs
        if run_left.standing not in (Standing.DROPPED, Standing.SKIPPED)
        and run_left.step.id not in gone
    ]
    if not (run.step.may_drop and _may_be_shorter(agenda, run)):
        return False
    if run.step.has(Trait.OPENS) or any(run_left.step.of == run.step.id for run_left in staying):
        return False
    last = [run_left for run_left in staying if run_left.step.has(Trait.NEXT_STEPS)]
    return last != [run]


def _ending(agenda: Agenda) -> StepRun | None:
    """Return the last coming step, ignoring breathing space."""
    to_come = (agenda.now, *agenda.ahead)
    runs = [run for run in to_come if not run.step.has(Trait.BUFFER)]
    return runs[-1] if runs else None


def _won(spare: dict[StepId, timedelta], dropped: list[StepRun]) -> timedelta:
    return sum(spare.values(), NOTHING) + sum((run.length for run in dropped), NOTHING)


def _next_to_drop(
    agenda: Agenda, untouched: tuple[StepRun, ...], dropped: list[StepRun], wanted: timedelta
) -> StepRun | None:
    """Return the shortest step that is enough, else the longest one."""
    candidates = [
        run for run in untouched if run not in dropped and _may_be_dropped(agenda, run, dropped)
    ]
    enough = [run for run in candidates if run.length >= wanted]
    if enough:
        return min(enough, key=lambda run: run.length)
    return max(candidates, key=lambda run: run.length, default=None)


def _shortened(
    agenda: Agenda, spare: dict[StepId, timedelta], wanted: timedelta
) -> tuple[Change, ...]:
    """Take whole minutes from the steps that can give the most, until it is enough."""
    changes = []
    for step_id, most in sorted(spare.items(), key=lambda gain: gain[1], reverse=True):
        if wanted <= NOTHING:
            break
        taken = min(most, ceil(wanted / MINUTE) * MINUTE)
        length = agenda.run_of(step_id).length
        changes.append(Change(step_id, length, length - taken))
        wanted -= taken
    return tuple(changes)


def _in_order(agenda: Agenda, changes: tuple[Change, ...]) -> tuple[Change, ...]:
    return tuple(sorted(changes, key=lambda change: agenda.place_of(change.step_id)))


def _of_length(run: StepRun, length: timedelta) -> StepRun:
    """Return the run with this length, its parts in proportion."""
    lengths = shared(tuple(timed.length for timed in run.rounds), length)
    rounds = tuple(
        replace(timed, length=part) for timed, part in zip(run.rounds, lengths, strict=True)
    )
    return replace(run, rounds=rounds)
