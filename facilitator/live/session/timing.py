"""Time of the present step: start, hold, go on, add, take, begin anew, end, give back."""

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
from facilitator.live.session.held import HeldTime
from facilitator.live.session.keeping import Keeping
from facilitator.wording import _

SLEPT = timedelta(seconds=20)  # a gap between two ticks that no busy laptop makes
CHECKPOINT = timedelta(seconds=15)  # how often a running round is written
JUMPED = timedelta(seconds=5)  # by which the wall clock was set, and not merely put right
SAID_FOR = timedelta(minutes=3)  # how long a clock that jumped is spoken of


@dataclass(frozen=True, slots=True)
class Away:
    """Time that went by unseen, in the round in which it did."""

    step_id: StepId
    segment: int
    time: timedelta


@dataclass(frozen=True, slots=True)
class ClockWord:
    """A sentence about this laptop's clock, and since when it is said."""

    text: str
    since: Moment


class Timing:
    """The commands of the clock. Time is wall time in the room (decision 6)."""

    def __init__(self, keeping: Keeping) -> None:
        self._keeping = keeping
        self._held = HeldTime(keeping)
        self._seen: Moment | None = None  # the last tick
        self._away: Away | None = None
        self._word: ClockWord | None = None

    @property
    def reading(self) -> timedelta:
        """What the clock reads now, for whoever waits for something."""
        return self._keeping.now.reading

    @property
    def lost(self) -> timedelta:
        """What went by unseen in the present round, and can be given back."""
        run = self._keeping.workshop.agenda.now
        if self._away is None or (self._away.step_id, self._away.segment) != _place(run):
            return timedelta()
        return self._away.time

    @property
    def held(self) -> timedelta:
        """How long no time ran since the first step was begun."""
        return self._held.total

    @property
    def clock_word(self) -> str:
        """What is to be said about a clock that jumped, or nothing."""
        return self._word.text if self._word is not None else ""

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

    def restart(self) -> None:
        """Begin the present round anew, with its whole length."""
        self._change(lambda shown, now: shown.restart(now))
        self._forget_away()

    def end(self) -> None:
        """End the present round; nothing moves on."""
        self._change(lambda shown, now: shown.end(now))

    def give_back(self) -> None:
        """Give back what went by while the laptop slept or the program was gone."""
        lost = self.lost
        if not lost:
            raise NotAllowedNowError(_("There is no lost time to give back."))
        self._away = None
        self._change(lambda shown, now: shown.give_back(lost, now))

    def dismiss_lost(self) -> None:
        """Say no more of time that went by unseen, nor of a clock that jumped; it stays counted."""
        self._away = self._word = None
        self._keeping.publish()

    def resumed(self) -> None:
        """Take notice of the time that went by since the workshop was last seen running."""
        self._held.resumed()
        shown, now = self._keeping.workshop.agenda.now.round, self._keeping.now
        if shown.since is None:
            return
        if shown.since.boot != now.boot and now.wall < shown.since.wall:
            self._say(
                _(
                    "This laptop’s clock was set back while it was off, so nobody knows how "
                    "long it was away. Time goes on from where it was last seen."
                ),
                now,
            )
        self._lose(now.since(shown.since))
        self._write(shown.counted_to(now))
        self._keeping.publish()

    def leave(self) -> None:
        """Write how far a running round has come; it goes on while nobody looks."""
        self._held.leave()
        shown = self._keeping.workshop.agenda.now.round
        if shown.since is not None:
            self._write(shown.counted_to(self._keeping.now))

    def tick(self) -> None:
        """Notice a sleep or a clock that jumped, and write a running round now and then."""
        seen, now = self._seen, self._keeping.now
        self._seen = now
        if self._word is not None and now.since(self._word.since) > SAID_FOR:
            self._word = None
        shown = self._keeping.workshop.agenda.now.round
        jumped = seen is not None and self._notice_jump(seen, now)
        gone_by = now.since(seen) if seen is not None else timedelta()
        if shown.since is None:
            self._held.tick(seen)
            return
        if gone_by > SLEPT:
            self._lose(min(gone_by, now.since(shown.since)))
        if seen is not None and shown.since.boot == seen.boot != now.boot:
            shown = _counted_while_seen(shown, seen)
            jumped = True
        if jumped or now.since(shown.since or now) >= CHECKPOINT:
            self._write(shown.counted_to(now))

    def _notice_jump(self, seen: Moment, now: Moment) -> bool:
        """Say that the wall clock was set; the round goes on as it was. Return whether it was."""
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
        step_id, segment = _place(self._keeping.workshop.agenda.now)
        lost = self.lost + time
        self._away = Away(step_id, segment, lost) if lost else None

    def _forget_away(self) -> None:
        if self.lost:
            self._away = None
            self._keeping.publish()

    def _write(self, shown: Round) -> None:
        self._keeping.keep_quietly(self._with(shown))

    def _change(self, change: Callable[[Round, Moment], Round]) -> None:
        shown = self._keeping.workshop.agenda.now.round
        self._keeping.keep(self._with(change(shown, self._keeping.now)))

    def _with(self, shown: Round) -> Workshop:
        workshop = self._keeping.workshop
        run = workshop.agenda.now.with_round(shown)
        return replace(workshop, agenda=workshop.agenda.with_run(run))


def _place(run: StepRun) -> tuple[StepId, int]:
    return run.step.id, run.segment


def _counted_while_seen(shown: Round, seen: Moment) -> Round:
    """Count a round to the last tick, before the clock that counted it began anew."""
    if shown.since is None or shown.since.reading >= seen.reading:
        return shown
    return shown.counted_to(seen)
