"""Time of the present step: start, hold, go on, add, take, end, give back."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from facilitator.domain.agenda import StepRun
from facilitator.domain.clock import Moment
from facilitator.domain.round import Round, RoundState
from facilitator.errors import NotAllowedNowError
from facilitator.live.keeping import Keeping
from facilitator.store.workshop.agenda import save_run
from facilitator.wording import _

SLEPT = timedelta(seconds=20)  # a gap between two ticks that no busy laptop makes
CHECKPOINT = timedelta(seconds=15)  # how often a running round is written


class Timing:
    """The commands of the clock. Time is wall time in the room (decision 6)."""

    def __init__(self, keeping: Keeping) -> None:
        self._keeping = keeping
        self._seen: Moment | None = None  # the last tick
        self.lost = timedelta()  # went by unseen, and can be given back

    def start(self) -> None:
        """Start the present round, or go on after a hold. Raises when it runs."""
        self._change(lambda shown, now: shown.start(now))

    def hold(self) -> None:
        """Hold the present round. Raises when it does not run."""
        self._change(lambda shown, now: shown.hold(now))

    def toggle(self) -> None:
        """Hold what runs, start what does not."""
        running = self._keeping.workshop.agenda.now.round.state is RoundState.RUNNING
        self.hold() if running else self.start()

    def add(self, more: timedelta) -> None:
        """Add time to the present round, or take some when negative."""
        self._change(lambda shown, now: shown.add(more, now))

    def end(self) -> None:
        """End the present round; nothing moves on."""
        self._change(lambda shown, now: shown.end(now))

    def give_back(self) -> None:
        """Give back what went by while the laptop slept or the program was gone."""
        if not self.lost:
            raise NotAllowedNowError(_("There is no lost time to give back."))
        lost, self.lost = self.lost, timedelta()
        self._change(lambda shown, _now: shown.give_back(lost))

    def resumed(self) -> None:
        """Take notice of the time that went by since the workshop was last seen running."""
        shown = self._keeping.workshop.agenda.now.round
        if shown.since is not None:
            self.lost = self._keeping.now.since(shown.since)
            self._keeping.tell()

    def tick(self) -> None:
        """Notice a sleep, and write a running round now and then."""
        now = self._keeping.now
        gap = now.since(self._seen) if self._seen is not None else timedelta()
        self._seen = now
        shown = self._keeping.workshop.agenda.now.round
        if shown.since is None:
            return
        if gap > SLEPT:
            self.lost += min(gap, now.since(shown.since))
        if now.since(shown.since) >= CHECKPOINT:
            self._write(replace(shown, used_before=shown.used(now), since=now))

    def _write(self, shown: Round) -> None:
        workshop = self._keeping.workshop
        run = workshop.agenda.now.with_round(shown)
        changed = replace(workshop, agenda=workshop.agenda.with_run(run))
        self._keeping.keep_quietly(changed, lambda db: save_run(db, run))

    def _change(self, change: Callable[[Round, Moment], Round]) -> None:
        workshop = self._keeping.workshop
        run: StepRun = workshop.agenda.now
        run = run.with_round(change(run.round, self._keeping.now))
        changed = replace(workshop, agenda=workshop.agenda.with_run(run))
        self._keeping.keep(changed, lambda db: save_run(db, run))
