"""The steps of a running workshop: one is present, others are done, waiting, skipped or dropped."""

from dataclasses import dataclass, replace
from datetime import timedelta
from enum import StrEnum
from typing import Self

from facilitator.domain.ids import StepId
from facilitator.domain.plan.step import Step, Trait
from facilitator.domain.time.clock import Moment
from facilitator.domain.time.round import Round, RoundState
from facilitator.errors import NotAllowedNowError
from facilitator.wording import _


class Standing(StrEnum):
    """The state of a step."""

    WAITING = "waiting"
    NOW = "now"
    DONE = "done"
    SKIPPED = "skipped"  # skipped while the workshop runs
    DROPPED = "dropped"  # removed from the coming steps; can be restored


@dataclass(frozen=True, slots=True)
class StepRun:
    """A step while the workshop runs, with a round for each segment (one without segments)."""

    step: Step
    rounds: tuple[Round, ...]
    segment: int = 0
    standing: Standing = Standing.WAITING

    @classmethod
    def of(cls, step: Step) -> Self:
        """Return a waiting step."""
        lengths = [segment.length for segment in step.segments] or [step.length]
        return cls(step, tuple(Round(length) for length in lengths))

    @property
    def round(self) -> Round:
        """The round of the present segment."""
        return self.rounds[self.segment]

    @property
    def length(self) -> timedelta:
        """The length of all rounds, with added and taken time."""
        return sum((part.length for part in self.rounds), timedelta())

    def used(self, now: Moment) -> timedelta:
        """Time used in all rounds."""
        return sum((part.used(now) for part in self.rounds), timedelta())

    def spent(self, now: Moment) -> timedelta:
        """Time spent in all rounds, also before restarts."""
        return sum((part.spent(now) for part in self.rounds), timedelta())

    @property
    def written(self) -> timedelta:
        """Time spent in all rounds, as far as it is saved."""
        return sum((part.earlier + part.used_before for part in self.rounds), timedelta())

    def left(self, now: Moment) -> timedelta:
        """Time that this step still takes: none for rounds that ended or run over."""
        ahead = (part for part in self.rounds[self.segment :] if part.state is not RoundState.ENDED)
        return sum((max(part.left(now), timedelta()) for part in ahead), timedelta())

    def rest(self, now: Moment) -> timedelta:
        """Time that it takes when the workshop goes to it: the rest from its present round on."""
        ahead = self.rounds[self.segment :]
        return sum((max(part.left(now), timedelta()) for part in ahead), timedelta())

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

    def resumed(self, now: Moment) -> Self:
        """Return the run to go back to: the rest of its round is held, not ended."""
        return self.with_round(self.round.resumed(now))

    def next_segment(self, now: Moment) -> Self:
        """End the present segment and start the next. Only for a run with a next segment."""
        moved = replace(self.ended(now), segment=self.segment + 1)
        return moved.with_round(moved.round.start(now))

    def previous_segment(self, now: Moment) -> Self:
        """Hold the present segment and resume the one before."""
        return replace(self.held(now), segment=self.segment - 1).resumed(now)


@dataclass(frozen=True, slots=True)
class Agenda:
    """All steps in order. Exactly one is present at any moment."""

    runs: tuple[StepRun, ...]
    place: int = 0  # of the present step

    @classmethod
    def of(cls, steps: tuple[Step, ...]) -> Self:
        """Return an agenda at its first step."""
        runs = [StepRun.of(step) for step in steps]
        runs[0] = replace(runs[0], standing=Standing.NOW)
        return cls(tuple(runs))

    def opened_by(self, step: Step) -> Step | None:
        """Return the earlier step whose results a step opens, if it opens any."""
        if not step.has(Trait.OPENS):
            return None
        return next((run.step for run in self.runs if run.step.id == step.of), None)

    def source_of_lines(self, step: Step) -> Step:
        """Return the step whose lines a step is about: its own, or by way of others, as patterns.

        Ends at a step that is not there any more, or that a file names in a circle.
        """
        steps = {run.step.id: run.step for run in self.runs}
        passed = {step.id}
        while step.of in steps and step.of not in passed:
            passed.add(step.of)
            step = steps[step.of]
        return step

    @property
    def steps(self) -> tuple[Step, ...]:
        """All steps as they are planned, also dropped ones."""
        return tuple(run.step for run in self.runs)

    @property
    def now(self) -> StepRun:
        """The present step."""
        return self.runs[self.place]

    @property
    def is_before_start(self) -> bool:
        """Whether it is at its first step, whose time has not run."""
        now = self.now
        return self.place == 0 and now.segment == 0 and now.round.state is RoundState.READY

    @property
    def ahead(self) -> tuple[StepRun, ...]:
        """The coming steps, in order: none that is done, skipped or dropped.

        The workshop can jump to a skipped or done step, and restore a skipped or dropped one.
        """
        later = self.runs[self.place + 1 :]
        return tuple(run for run in later if run.standing is Standing.WAITING)

    @property
    def next(self) -> StepRun | None:
        """The first coming step, if any."""
        return next(iter(self.ahead), None)

    @property
    def previous(self) -> StepRun | None:
        """The nearest earlier step that was not dropped, if any."""
        behind = reversed(self.runs[: self.place])
        return next((r for r in behind if r.standing is not Standing.DROPPED), None)

    def place_of(self, step_id: StepId) -> int:
        """Return the place of a step. Raises ``KeyError`` for an unknown step."""
        for place, run in enumerate(self.runs):
            if run.step.id == step_id:
                return place
        raise KeyError(step_id)

    def run_of(self, step_id: StepId) -> StepRun:
        """Return a step's run. Raises ``KeyError`` for an unknown step."""
        return self.runs[self.place_of(step_id)]

    def with_run(self, changed: StepRun) -> Self:
        """Return the agenda with one step's run changed."""
        place = self.place_of(changed.step.id)
        return replace(self, runs=(*self.runs[:place], changed, *self.runs[place + 1 :]))

    def moved_to(self, step_id: StepId, now: Moment, leaving: Standing = Standing.DONE) -> Self:
        """Go to a step; the present one becomes done or skipped, or waiting on going back.

        An earlier step resumes where it was, without losing time.
        """
        if self.now.step.id == step_id:
            return self
        place = self.place_of(step_id)
        if place < self.place:
            leaving = Standing.WAITING
        left = self.with_run(replace(self.now.ended(now), standing=leaving))
        present = replace(left.runs[place].resumed(now), standing=Standing.NOW)
        return replace(left.with_run(present), place=place)

    def without_users(self, step_id: StepId) -> Self:
        """Skip the waiting steps that use the lines of a step, and those that use their lines."""
        return self._change_users(step_id, Standing.WAITING, Standing.SKIPPED)

    def with_users(self, step_id: StepId) -> Self:
        """Restore the skipped steps that use the lines of a step."""
        return self._change_users(step_id, Standing.SKIPPED, Standing.WAITING)

    def dropped(self, step_id: StepId) -> Self:
        """Drop a coming step.

        Raises ``NotAllowedNowError`` while it runs, and while a coming step needs it.
        """
        run = self.run_of(step_id)
        if run.standing is Standing.NOW:
            raise NotAllowedNowError(_("This step is running."), _("Skip it instead."))
        waiting = (
            other_run
            for other_run in self.runs
            if other_run.standing in (Standing.WAITING, Standing.NOW)
        )
        needs_it = next((other_run for other_run in waiting if other_run.step.of == step_id), None)
        if needs_it is not None:
            raise NotAllowedNowError(
                _("“{step}” needs what is written in this step.").format(
                    step=needs_it.step.title.first
                ),
                _("Drop that one first, or keep both."),
            )
        return self.with_run(replace(run, standing=Standing.DROPPED))

    def restored(self, step_id: StepId) -> Self:
        """Restore a dropped or skipped step.

        Raises ``NotAllowedNowError`` while it runs, and while a step that it needs is dropped.
        """
        run = self.run_of(step_id)
        if run.standing is Standing.NOW:
            raise NotAllowedNowError(_("This step is running."))
        needed = next(
            (needed_run for needed_run in self.runs if needed_run.step.id == run.step.of), None
        )
        if needed is not None and needed.standing is Standing.DROPPED:
            raise NotAllowedNowError(
                _("This step needs what is written in “{step}”.").format(
                    step=needed.step.title.first
                ),
                _("Bring that one back first."),
            )
        return self.with_run(replace(run, standing=Standing.WAITING))

    def added(self, step: Step) -> Self:
        """Add a step right after the present one."""
        at = self.place + 1
        return replace(self, runs=(*self.runs[:at], StepRun.of(step), *self.runs[at:]))

    def _change_users(self, step_id: StepId, before: Standing, after: Standing) -> Self:
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
