"""How long no time ran since the first step was begun: between steps, held, paused for care.

Looked at with every tick and written now and then, like a running round. While the program is
closed or the laptop sleeps it does not grow: nobody knows whether the workshop went on.
"""

from dataclasses import replace
from datetime import timedelta

from facilitator.domain.clock import Moment
from facilitator.live.keeping import Keeping
from facilitator.store.workshop.whole import save_held


class HeldTime:
    """Adds up what goes by while no round runs. It is the facilitator's alone."""

    def __init__(self, keeping: Keeping) -> None:
        self._keeping = keeping
        self._more = timedelta()  # not written yet

    @property
    def total(self) -> timedelta:
        """All of it so far."""
        return self._keeping.workshop.held + self._more

    def add(self, time: timedelta, now: Moment, write_after: timedelta) -> None:
        """Add what went by since the last look, once a step has been begun."""
        runs = self._keeping.workshop.agenda.runs
        if any(run.spent(now) for run in runs):
            self._more += time
        if self._more >= write_after:
            self.write()

    def write(self) -> None:
        """Keep what has been added up."""
        if not self._more:
            return
        held, self._more = self.total, timedelta()
        changed = replace(self._keeping.workshop, held=held)
        self._keeping.keep_quietly(changed, lambda db: save_held(db, held))
