"""A thousand acts on a clock, beside a simple sum of intervals to compare with."""

import random
import shutil
from collections import defaultdict
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from facilitator.domain.time.clock import Moment
from facilitator.domain.time.round import RoundState
from facilitator.domain.workshop import Workshop
from facilitator.errors import NotAllowedNowError
from facilitator.live.session.chance import SeededShuffler
from tests.helpers.clock import FakeClock
from tests.helpers.files import live_session, open_workshop, read_whole
from tests.helpers.rulers import FixedRuler
from tests.helpers.sessions import a_session

Place = tuple[str, int]
NOTHING = timedelta()


class TimeActs:
    """Does random things with a session's time; ``used`` and ``spent`` are summed beside it.

    The sum knows nothing of rounds: only which part of which step is timed, whether time runs,
    and how much of it goes by.
    """

    def __init__(self, folder: Path, seed: int) -> None:
        self.chance = random.Random(seed)
        self.clock = FakeClock()
        self.session = a_session(folder, clock=self.clock)
        self.session.board.toggle_curtain()
        self.used: dict[Place, timedelta] = defaultdict(timedelta)
        self.spent: dict[Place, timedelta] = defaultdict(timedelta)
        self.running = False
        self._lost: tuple[Place, timedelta] | None = None
        self._file = folder / "w.workshop"
        self._copies = 0
        self._kinds: tuple[Callable[[], None], ...] = (
            *(self.let_pass,) * 6,
            *(self.toggle,) * 5,
            *(self.add_or_take,) * 4,
            *(self.go_on,) * 3,
            *(self.go_back,) * 2,
            self.jump,
            self.skip,
            self.restart,
            self.end,
            self.give_back,
            self.care,
            self.sleep,
            self.set_clock,
            self.stop_and_carry_on,
            self.kill,
            self.reboot,
        )

    def act(self) -> str:
        """Do something, and return what it was."""
        kind = self.chance.choice(self._kinds)
        kind()
        return kind.__name__

    @property
    def place(self) -> Place:
        run = self.session.workshop.agenda.now
        return run.step.id, run.segment

    def let_pass(self) -> None:
        """Let time go by while the program looks at it, as it always does."""
        for _tick in range(self.chance.randrange(1, 12)):
            self._advance(timedelta(milliseconds=self.chance.randrange(1, 9_000)))
            self.session.tick()

    def toggle(self) -> None:
        self.session.time.toggle()
        self.running = not self.running

    def add_or_take(self) -> None:
        self.session.time.add(timedelta(minutes=self.chance.choice((-5, -1, -1, 1, 1, 2, 5))))

    def go_on(self) -> None:
        self._move(self.session.steps.next)

    def go_back(self) -> None:
        self._move(self.session.steps.back)

    def jump(self) -> None:
        runs = self.session.workshop.agenda.runs
        self._move(lambda: self.session.steps.jump(self.chance.choice(runs).step.id))

    def skip(self) -> None:
        self._move(self.session.steps.skip)

    def restart(self) -> None:
        self.session.time.restart()
        self.used[self.place] = NOTHING
        if self._lost is not None and self._lost[0] == self.place:
            self._lost = None

    def end(self) -> None:
        self.session.time.end()
        self.running = False

    def give_back(self) -> None:
        if self._lost is None or self._lost[0] != self.place:
            return
        lost, self._lost = min(self._lost[1], self.used[self.place]), None
        self.session.time.give_back()
        self.used[self.place] -= lost
        self.spent[self.place] -= lost

    def care(self) -> None:
        """Pause for care and go on: time stands still in between."""
        self.session.board.care()
        self.clock.advance(seconds=self.chance.randrange(1, 900))
        self.session.tick()
        self.session.board.care()

    def sleep(self) -> None:
        """Let the laptop sleep: nobody looks while time goes by."""
        self.session.tick()
        away = timedelta(seconds=self.chance.randrange(30, 1_800))
        self._advance(away)
        self.session.tick()
        self._lose(away)

    def set_clock(self) -> None:
        self.session.tick()
        self.clock.jump(minutes=self.chance.choice((-61, -60, -7, 7, 60, 61)))
        self.session.tick()

    def stop_and_carry_on(self) -> None:
        """Close the file and open it again after a while."""
        before = self._left()
        self.session.close()
        away = timedelta(seconds=self.chance.randrange(0, 900))
        self._advance(away)
        self._open(self._file)
        assert self.session.workshop == before
        self._lost = None
        self._resume(away)

    def kill(self) -> None:
        """Go on with what is in the file at this moment, as after a crash."""
        self.session.tick()
        seen = self._written()
        self._copies += 1
        copy = self._file.with_name(f"copy-{self._copies}.workshop")
        shutil.copy(self._file, copy)
        self.session.close()
        self._file = copy
        away = timedelta(seconds=self.chance.randrange(0, 900))
        self._advance(away)
        self._open(copy)
        self._lost = None
        self._resume(self.clock.moment().since(seen) if seen is not None else away)

    def reboot(self) -> None:
        """Restart the computer; its clock may come back wrong, and be set back as far."""
        self.session.close()
        away = self.chance.randrange(0, 900)
        wrong = self.chance.choice((0, 0, 0, 3_600, -3_600))
        self.clock.restart(seconds=away + wrong)
        gone_by = timedelta(seconds=max(0, away + wrong))
        if self.running:
            self._count(gone_by)
        self._open(self._file)
        self._lost = None
        self._resume(gone_by)

    def _left(self) -> Workshop:
        self.session.time.leave()
        return self.session.workshop

    def _written(self) -> Moment | None:
        """Return from when on a running round is counted in the file, if it runs."""
        return self.session.workshop.agenda.now.round.since

    def _open(self, path: Path) -> None:
        db = open_workshop(path)
        self.session = live_session(db, read_whole(db), self.clock, SeededShuffler(2), FixedRuler())

    def _resume(self, away: timedelta) -> None:
        self.session.time.resumed()
        self._lose(away)

    def _lose(self, away: timedelta) -> None:
        if not self.running or not away:
            return
        before = NOTHING
        if self._lost is not None and self._lost[0] == self.place:
            before = self._lost[1]
        self._lost = (self.place, before + away)

    def _move(self, move: Callable[[], None]) -> None:
        before = self.place
        try:
            move()
        except NotAllowedNowError:
            return
        if self.place != before:
            state = self.session.workshop.agenda.now.round.state
            self.running = state is RoundState.RUNNING
            self._check_move(before)

    def _check_move(self, before: Place) -> None:
        """Only the next part of the same step begins by itself: the act was to begin it."""
        begins = self.place == (before[0], before[1] + 1)
        assert self.running == begins

    def _advance(self, time: timedelta) -> None:
        self.clock.advance(microseconds=time // timedelta(microseconds=1))
        if self.running:
            self._count(time)

    def _count(self, time: timedelta) -> None:
        self.used[self.place] += time
        self.spent[self.place] += time
