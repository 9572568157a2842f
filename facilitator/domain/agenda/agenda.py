"""The steps as they are run: one is now, others are done, waiting, skipped or dropped."""

from dataclasses import dataclass, replace
from datetime import timedelta
from enum import StrEnum
from typing import Self

from facilitator.domain.ids import StepId
from facilitator.domain.plan.step import Step
from facilitator.domain.time.clock import Moment
from facilitator.domain.time.round import Round, RoundState
from facilitator.errors import NotAllowedNowError
from facilitator.wording import _


class Standing(StrEnum):
    """Where a step stands."""

    WAITING = "waiting"
    NOW = "now"
    DONE = "done"
    SKIPPED = "skipped"  # passed over while running
    DROPPED = "dropped"  # taken out of what is ahead; can be brought back


@dataclass(frozen=True, slots=True)
class StepRun:
    """A step while the workshop runs, with a round for each of its segments (one if none)."""

    step: Step
    rounds: tuple[Round, ...]
    segment: int = 0
    standing: Standing = Standing.WAITING

    @classmethod
    def of(cls, step: Step) -> Self:
        """Return a step that waits."""
        lengths = [one.length for one in step.segments] or [step.length]
        return cls(step, tuple(Round(length) for length in lengths))

    @property
    def round(self) -> Round:
        """The round of the present segment."""
        return self.rounds[self.segment]

    @property
    def length(self) -> timedelta:
        """All rounds together, with what was added or taken."""
        return sum((one.length for one in self.rounds), timedelta())

    def used(self, now: Moment) -> timedelta:
        """Time used in all rounds."""
        return sum((one.used(now) for one in self.rounds), timedelta())

    def spent(self, now: Moment) -> timedelta:
        """Time that went by in all rounds, also in those begun anew."""
        return sum((one.spent(now) for one in self.rounds), timedelta())

    @property
    def written(self) -> timedelta:
        """Time that went by in all rounds, as far as it has been written."""
        return sum((one.earlier + one.used_before for one in self.rounds), timedelta())

    def left(self, now: Moment) -> timedelta:
        """Time that this step still takes: nothing for what has ended or runs over."""
        ahead = (one for one in self.rounds[self.segment :] if one.state is not RoundState.ENDED)
        return sum((max(one.left(now), timedelta()) for one in ahead), timedelta())

    def rest(self, now: Moment) -> timedelta:
        """Time that it takes when it is gone to: what is left from its present round on."""
        ahead = self.rounds[self.segment :]
        return sum((max(one.left(now), timedelta()) for one in ahead), timedelta())

    def with_round(self, changed: Round) -> Self:
        """Return the run with its present round changed."""
        rounds = (*self.rounds[: self.segment], changed, *self.rounds[self.segment + 1 :])
        return replace(self, rounds=rounds)

    def ended(self, now: Moment) -> Self:
        """Return the run with its present round no longer running."""
        if self.round.state is not RoundState.RUNNING:
            return self
        return self.with_round(self.round.end(now))

    def held(self, now: Moment) -> Self:
        """Return the run with its present round held if it runs."""
        if self.round.state is not RoundState.RUNNING:
            return self
        return self.with_round(self.round.hold(now))

    def taken_up(self, now: Moment) -> Self:
        """Return the run as it is gone back to: what was left of its round is held, not ended."""
        return self.with_round(self.round.taken_up(now))

    def next_segment(self, now: Moment) -> Self:
        """End the present segment and start the next. The caller knows that there is one."""
        moved = replace(self.ended(now), segment=self.segment + 1)
        return moved.with_round(moved.round.start(now))

    def previous_segment(self, now: Moment) -> Self:
        """Hold the present segment and go back to the one before, where it was left."""
        return replace(self.held(now), segment=self.segment - 1).taken_up(now)


@dataclass(frozen=True, slots=True)
class Agenda:
    """All steps in order. Exactly one is now, from the first to the last moment."""

    runs: tuple[StepRun, ...]
    place: int = 0  # of the step that is now

    @classmethod
    def of(cls, steps: tuple[Step, ...]) -> Self:
        """Return an agenda that stands at the first step."""
        runs = [StepRun.of(step) for step in steps]
        runs[0] = replace(runs[0], standing=Standing.NOW)
        return cls(tuple(runs))

    @property
    def steps(self) -> tuple[Step, ...]:
        """All steps as they are planned, dropped ones too."""
        return tuple(run.step for run in self.runs)

    @property
    def now(self) -> StepRun:
        """The step that is now."""
        return self.runs[self.place]

    @property
    def ahead(self) -> tuple[StepRun, ...]:
        """The steps that are still to come, in order: not those done, skipped or dropped.

        One that was skipped or is done can be jumped to, a skipped or dropped one brought back.
        """
        later = self.runs[self.place + 1 :]
        return tuple(run for run in later if run.standing is Standing.WAITING)

    @property
    def next(self) -> StepRun | None:
        """The first step that is ahead, if any."""
        return next(iter(self.ahead), None)

    @property
    def previous(self) -> StepRun | None:
        """The nearest earlier step that was not dropped, if any."""
        behind = reversed(self.runs[: self.place])
        return next((r for r in behind if r.standing is not Standing.DROPPED), None)

    def place_of(self, step_id: StepId) -> int:
        """Return where a step stands. Raises ``KeyError`` for a step that is not here."""
        for place, run in enumerate(self.runs):
            if run.step.id == step_id:
                return place
        raise KeyError(step_id)

    def run_of(self, step_id: StepId) -> StepRun:
        """Return a step's run. Raises ``KeyError`` for a step that is not here."""
        return self.runs[self.place_of(step_id)]

    def with_run(self, changed: StepRun) -> Self:
        """Return the agenda with one step's run changed."""
        place = self.place_of(changed.step.id)
        return replace(self, runs=(*self.runs[:place], changed, *self.runs[place + 1 :]))

    def moved_to(self, step_id: StepId, now: Moment, leaving: Standing = Standing.DONE) -> Self:
        """Go to a step; the one that was now is left as done or skipped, and waits on going back.

        A step that is gone back to goes on where it was; its time is not lost.
        """
        if self.now.step.id == step_id:
            return self
        place = self.place_of(step_id)
        if place < self.place:
            leaving = Standing.WAITING
        left = self.with_run(replace(self.now.ended(now), standing=leaving))
        there = replace(left.runs[place].taken_up(now), standing=Standing.NOW)
        return replace(left.with_run(there), place=place)

    def without_users(self, step_id: StepId) -> Self:
        """Skip the waiting steps that use the lines of a step, and those that use theirs."""
        return self._users_stand(step_id, Standing.WAITING, Standing.SKIPPED)

    def with_users(self, step_id: StepId) -> Self:
        """Let the steps wait again that were skipped and use the lines of a step."""
        return self._users_stand(step_id, Standing.SKIPPED, Standing.WAITING)

    def dropped(self, step_id: StepId) -> Self:
        """Take a step out of what is ahead.

        Raises ``NotAllowedNowError`` while it runs, and while a step that is to come needs it.
        """
        run = self.run_of(step_id)
        if run.standing is Standing.NOW:
            raise NotAllowedNowError(_("This step is running."), _("Skip it instead."))
        waiting = (one for one in self.runs if one.standing in (Standing.WAITING, Standing.NOW))
        needs_it = next((one for one in waiting if one.step.of == step_id), None)
        if needs_it is not None:
            raise NotAllowedNowError(
                _("“{step}” needs what is written in this step.").format(
                    step=needs_it.step.title.first
                ),
                _("Drop that one first, or keep both."),
            )
        return self.with_run(replace(run, standing=Standing.DROPPED))

    def restored(self, step_id: StepId) -> Self:
        """Bring a dropped or skipped step back.

        Raises ``NotAllowedNowError`` while it runs, and while what it needs is dropped.
        """
        run = self.run_of(step_id)
        if run.standing is Standing.NOW:
            raise NotAllowedNowError(_("This step is running."))
        needed = next((one for one in self.runs if one.step.id == run.step.of), None)
        if needed is not None and needed.standing is Standing.DROPPED:
            raise NotAllowedNowError(
                _("This step needs what is written in “{step}”.").format(
                    step=needed.step.title.first
                ),
                _("Bring that one back first."),
            )
        return self.with_run(replace(run, standing=Standing.WAITING))

    def added(self, step: Step) -> Self:
        """Put a new step right after the one that is now."""
        at = self.place + 1
        return replace(self, runs=(*self.runs[:at], StepRun.of(step), *self.runs[at:]))

    def _users_stand(self, step_id: StepId, before: Standing, after: Standing) -> Self:
        users = {step_id}
        for run in self.runs:  # a step uses only lines of an earlier one
            if run.step.of in users:
                users.add(run.step.id)
        users -= {step_id}
        return replace(
            self,
            runs=tuple(
                replace(run, standing=after)
                if run.step.id in users and run.standing is before
                else run
                for run in self.runs
            ),
        )
