"""How long things take in the typing corner, and the two clocks that watch it."""

from dataclasses import dataclass
from datetime import timedelta

from PySide6.QtCore import QObject, QTimer, Signal

from facilitator.domain.time.idle import LEAST_IDLE, MOST_IDLE, USUAL_IDLE

HOLD_STEPS = 4
REPEAT_MS = 100  # between a release and a press that are one repeated key


@dataclass(frozen=True, slots=True)
class Pace:
    """The lengths of time in the corner."""

    least_answer: timedelta = timedelta(milliseconds=1200)  # the same for writing and passing
    least_turn: timedelta = timedelta(seconds=8)  # before it, Done waits: nobody passes in no time
    idle: timedelta = USUAL_IDLE  # without a sign of anyone, then the words go
    warning: timedelta = timedelta(seconds=20)  # the last part of it
    hold: timedelta = timedelta(seconds=2)  # of Esc
    alone: timedelta = timedelta(seconds=2)  # a first “b” that nothing follows is a clicker's
    card_kept: timedelta = timedelta(milliseconds=1500)  # how long "Kept" stands


def timer(parent: QObject, length: timedelta) -> QTimer:
    """Return a timer that has not started and fires once."""
    single = QTimer(parent, singleShot=True)
    single.setInterval(round(length / timedelta(milliseconds=1)))
    return single


class Idle(QObject):
    """Watches for a place that somebody left, by the readings of the workshop's clock.

    ``length`` is how long it waits. Words never go without the warning before them, whatever the
    clock did.

    Signals:
        warned: the last part of the idle time has begun.
        over: nobody came back.
    """

    warned = Signal()
    over = Signal()

    def __init__(self, pace: Pace, parent: QObject) -> None:
        super().__init__(parent)
        self.length, self._warning = pace.idle, pace.warning
        self._waits = False
        self._seen: timedelta | None = None  # the last reading
        self._since: timedelta | None = None  # the reading at the last sign of anyone
        self._warned_at: timedelta | None = None

    def set_length(self, idle: timedelta) -> None:
        """Wait so long from now on, between one minute and ten."""
        self.length = max(LEAST_IDLE, min(MOST_IDLE, idle))

    def touch(self) -> None:
        """Begin to wait anew: somebody is here."""
        self._waits = True
        self._since, self._warned_at = self._seen, None

    def stop(self) -> None:
        """Wait no more."""
        self._waits = False

    def look_at(self, reading: timedelta) -> None:
        """Look at the clock; tell when the wait is nearly over, and when it is."""
        self._seen = reading
        if not self._waits:
            return
        if self._since is None:
            self._since = reading
        elif self._warned_at is not None:
            if reading - self._warned_at >= self._warning:
                self.stop()
                self.over.emit()
        elif reading - self._since >= self.length - self._warning:
            self._warned_at = reading
            self.warned.emit()


class Hold(QObject):
    """A key that counts only when it is held for two seconds.

    Signals:
        step_shown: how many of the four parts of the hold are over; 0 when it was let go.
        held: the key was held to the end.
    """

    step_shown = Signal(int)
    held = Signal()

    def __init__(self, pace: Pace, parent: QObject) -> None:
        super().__init__(parent)
        self._steps = 0
        self._timer = QTimer(self)
        self._timer.setInterval(round(pace.hold / HOLD_STEPS / timedelta(milliseconds=1)))
        self._timer.timeout.connect(self._step)
        self._let_go = QTimer(self)
        self._let_go.setSingleShot(True)
        self._let_go.setInterval(REPEAT_MS)
        self._let_go.timeout.connect(self.release)

    def press(self) -> None:
        """Begin to count, unless the key is held already."""
        self._let_go.stop()
        if not self._timer.isActive():
            self._timer.start()

    def release_soon(self) -> None:
        """Let go, unless it is pressed again at once: so X repeats a key on a busy laptop."""
        self._let_go.start()

    def release(self) -> None:
        """Let go: nothing happens."""
        self._let_go.stop()
        self._timer.stop()
        self._steps = 0
        self.step_shown.emit(0)

    def _step(self) -> None:
        if self._let_go.isActive():
            return
        self._steps += 1
        self.step_shown.emit(self._steps)
        if self._steps == HOLD_STEPS:
            self.release()
            self.held.emit()
