"""Durations in the typing corner, and its two timers."""

from dataclasses import dataclass
from datetime import timedelta

from PySide6.QtCore import QObject, QTimer, Signal

from facilitator.domain.time.idle import LEAST_IDLE, MOST_IDLE, USUAL_IDLE

HOLD_STEPS = 4
REPEAT_MS = 100  # between the release and the press of a repeated key


@dataclass(frozen=True, slots=True)
class Pace:
    """The durations in the corner."""

    least_answer: timedelta = timedelta(milliseconds=1200)  # the same for writing and passing
    least_turn: timedelta = timedelta(seconds=8)  # before it Done waits, also for a pass
    idle: timedelta = USUAL_IDLE  # without activity, then the words are wiped
    warning: timedelta = timedelta(seconds=20)  # the last part of the idle time
    hold: timedelta = timedelta(seconds=2)  # of holding Esc
    alone: timedelta = timedelta(seconds=2)  # a first “b” with nothing after it is a clicker's
    card_kept: timedelta = timedelta(seconds=4)  # how long "Kept" is shown, or to the next card


def timer(parent: QObject, length: timedelta) -> QTimer:
    """Build a single-shot timer that is not started."""
    single = QTimer(parent, singleShot=True)
    single.setInterval(round(length / timedelta(milliseconds=1)))
    return single


class Idle(QObject):
    """Detects that somebody has left the corner, by the workshop's clock.

    ``length`` is the idle time. Words are never wiped without the warning first, whatever the
    clock does.

    Signals:
        warned: the last part of the idle time has begun.
        over: the idle time is over.
    """

    warned = Signal()
    over = Signal()

    def __init__(self, pace: Pace, parent: QObject) -> None:
        super().__init__(parent)
        self.length, self._warning = pace.idle, pace.warning
        self._is_waiting = False
        self._seen: timedelta | None = None  # the last reading
        self._since: timedelta | None = None  # the reading at the last activity
        self._warned_at: timedelta | None = None

    def set_length(self, idle: timedelta) -> None:
        """Set the idle time, limited to one to ten minutes."""
        self.length = max(LEAST_IDLE, min(MOST_IDLE, idle))

    def touch(self) -> None:
        """Restart the idle time: somebody is here."""
        self._is_waiting = True
        self._since, self._warned_at = self._seen, None

    def stop(self) -> None:
        """Stop waiting."""
        self._is_waiting = False

    def look_at(self, reading: timedelta) -> None:
        """Check the clock; emit when the idle time is nearly over, and when it is."""
        self._seen = reading
        if not self._is_waiting:
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
    """A key that works only if it is held for two seconds.

    Signals:
        step_shown: the number of completed quarters of the hold; 0 after a release.
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
        """Start, unless the key is already held."""
        self._let_go.stop()
        if not self._timer.isActive():
            self._timer.start()

    def release_soon(self) -> None:
        """Release, unless a press follows at once: X repeats keys so on a busy laptop."""
        self._let_go.start()

    def release(self) -> None:
        """Cancel the hold."""
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
