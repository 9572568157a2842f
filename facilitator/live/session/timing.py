"""Time of the present step: start, hold, go on, add, take, restart, end, give back."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from math import ceil

from facilitator.domain.agenda.agenda import StepRun
from facilitator.domain.ids import StepId
from facilitator.domain.time.clock import Moment
from facilitator.domain.time.round import Round, RoundState
from facilitator.domain.workshop import Workshop
from facilitator.errors import NotAllowedNowError
from facilitator.live.session.saving import Saving
from facilitator.live.session.time_held import HeldTime
from facilitator.wording import _

SLEPT = timedelta(seconds=20)  # a gap between two ticks that no busy laptop causes
CHECKPOINT = timedelta(seconds=15)  # how often a running round is saved
JUMPED = timedelta(seconds=5)  # a jump of the wall clock that is more than a correction
SAID_FOR = timedelta(minutes=3)  # how long the console mentions a clock that jumped


@dataclass(frozen=True, slots=True)
class Away:
    """Time that went by unseen, and the round in which it did."""

    step_id: StepId
    segment: int
    time: timedelta


@dataclass(frozen=True, slots=True)
class ClockWord:
    """A sentence about this laptop's clock, and since when the console shows it."""

    text: str
    since: Moment


class Timing:
    """The commands of the clock. Time is wall time in the room (decision 6)."""

    def __init__(self, saving: Saving) -> None:
        self._saving = saving
        self._held = HeldTime(saving)
        self._seen: Moment | None = None  # the last tick
        self._away: Away | None = None
        self._word: ClockWord | None = None

    @property
    def reading(self) -> timedelta:
        """The present reading of the clock, for measuring a wait."""
        return self._saving.now.reading

    @property
    def lost(self) -> timedelta:
        """The time that went by unseen in the present round, and can be given back."""
        run = self._saving.workshop.agenda.now
        if self._away is None or (self._away.step_id, self._away.segment) != _place(run):
            return timedelta()
        return self._away.time

    @property
    def held(self) -> timedelta:
        """How long no time ran since the first step began."""
        return self._held.total

    @property
    def clock_word(self) -> str:
        """The sentence about a clock that jumped, or nothing."""
        return self._word.text if self._word is not None else ""

    def start(self) -> None:
        """Start the present round, or resume it after a hold. Raises when it runs.

        The welcome goes from the board: the workshop has started.
        """
        workshop, now = self._saving.workshop, self._saving.now
        started = self._with(workshop.agenda.now.round.start(now))
        self._saving.save(replace(started, board=workshop.board.started))

    def hold(self) -> None:
        """Hold the present round. Raises when it does not run."""
        self._change(lambda present, now: present.hold(now))

    def toggle(self) -> None:
        """Hold what runs, start what does not."""
        running = self._saving.workshop.agenda.now.round.state is RoundState.RUNNING
        self.hold() if running else self.start()

    def add(self, more: timedelta) -> None:
        """Add time to the present round, or take some when negative."""
        self._change(lambda present, now: present.add(more, now))

    def restart(self) -> None:
        """Restart the present round, with its whole length."""
        self._change(lambda present, now: present.restart(now))
        self._forget_away()

    def end(self) -> None:
        """End the present round, without moving on."""
        self._change(lambda present, now: present.end(now))

    def give_back(self) -> None:
        """Give back the time during which the laptop slept or the program was closed."""
        lost = self.lost
        if not lost:
            raise NotAllowedNowError(_("There is no lost time to give back."))
        self._away = None
        self._change(lambda present, now: present.give_back(lost, now))

    def dismiss_lost(self) -> None:
        """Dismiss the notes on unseen time and on a clock that jumped; the time stays counted."""
        self._away = self._word = None
        self._saving.publish()

    def resumed(self) -> None:
        """Count the time since the workshop was last seen running."""
        self._held.resumed()
        present, now = self._saving.workshop.agenda.now.round, self._saving.now
        if present.since is None:
            return
        if present.since.boot != now.boot and now.wall < present.since.wall:
            self._say(
                _(
                    "This laptop’s clock was set back while it was off, so nobody knows how "
                    "long it was away. Time goes on from where it was last seen."
                ),
                now,
            )
        self._lose(now.since(present.since))
        self._write(present.counted_to(now))
        self._saving.publish()

    def leave(self) -> None:
        """Save the progress of a running round, which goes on after leaving."""
        self._held.leave()
        present = self._saving.workshop.agenda.now.round
        if present.since is not None:
            self._write(present.counted_to(self._saving.now))

    def tick(self) -> None:
        """Detect a sleep or a clock that jumped, and regularly save a running round."""
        seen, now = self._seen, self._saving.now
        self._seen = now
        if self._word is not None and now.since(self._word.since) > SAID_FOR:
            self._word = None
        present = self._saving.workshop.agenda.now.round
        jumped = seen is not None and self._notice_jump(seen, now)
        gone_by = now.since(seen) if seen is not None else timedelta()
        if present.since is None:
            self._held.tick(seen)
            return
        if gone_by > SLEPT:
            self._lose(min(gone_by, now.since(present.since)))
        if seen is not None and present.since.boot == seen.boot != now.boot:
            present = _counted_while_seen(present, seen)
            jumped = True
        if jumped or now.since(present.since or now) >= CHECKPOINT:
            self._write(present.counted_to(now))

    def _notice_jump(self, seen: Moment, now: Moment) -> bool:
        """Return whether the wall clock was set, and show that; the round goes on unchanged."""
        if seen.boot == now.boot:
            by = (now.wall - seen.wall) - (now.reading - seen.reading)
        else:
            by = min(now.wall - seen.wall, timedelta())  # forward, it looks like a sleep
        if abs(by) < JUMPED:
            return False
        words = (
            _("This laptop’s clock was set forward by {minutes} min. The step’s time went on.")
            if by > timedelta()
            else _("This laptop’s clock was set back by {minutes} min. The step’s time went on.")
        )
        self._say(words.format(minutes=ceil(abs(by) / timedelta(minutes=1))), now)
        return True

    def _say(self, text: str, now: Moment) -> None:
        self._word = ClockWord(text, now)

    def _lose(self, time: timedelta) -> None:
        step_id, segment = _place(self._saving.workshop.agenda.now)
        lost = self.lost + time
        self._away = Away(step_id, segment, lost) if lost else None

    def _forget_away(self) -> None:
        if self.lost:
            self._away = None
            self._saving.publish()

    def _write(self, changed: Round) -> None:
        self._saving.save_quietly(self._with(changed))

    def _change(self, change: Callable[[Round, Moment], Round]) -> None:
        present = self._saving.workshop.agenda.now.round
        self._saving.save(self._with(change(present, self._saving.now)))

    def _with(self, changed: Round) -> Workshop:
        workshop = self._saving.workshop
        run = workshop.agenda.now.with_round(changed)
        return replace(workshop, agenda=workshop.agenda.with_run(run))


def _place(run: StepRun) -> tuple[StepId, int]:
    return run.step.id, run.segment


def _counted_while_seen(counted: Round, seen: Moment) -> Round:
    """Count a round to the last tick before its clock restarted."""
    if counted.since is None or counted.since.reading >= seen.reading:
        return counted
    return counted.counted_to(seen)
