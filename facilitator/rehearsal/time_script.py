"""The part of the script about time: a hold, a minute more, finishing on time, asking the room."""

from datetime import timedelta

from PySide6.QtCore import Qt

from facilitator.rehearsal.acts import Acts, Click, Pass, Press
from facilitator.rehearsal.desk_hands import DeskHands

HELD, LATE = timedelta(minutes=1), timedelta(minutes=2)


class TimeScript:
    """Does in the first step what facilitators do with time on any day."""

    def __init__(self, hands: DeskHands) -> None:
        self._hands = hands

    def acts(self) -> Acts:
        """Hold and go on, add a minute, look at the proposal, make it, and ask the room."""
        yield from self._hold()
        yield from self._finish_on_time()
        yield from self._ask()

    def _hold(self) -> Acts:
        hands = self._hands
        yield Press(hands.console, Qt.Key.Key_Space)
        yield Pass(HELD)
        yield from hands.look("held")
        yield Press(hands.console, Qt.Key.Key_Space)
        yield Press(hands.console, Qt.Key.Key_Plus)
        yield from hands.look("a minute more")

    def _finish_on_time(self) -> Acts:
        hands = self._hands
        yield Pass(LATE)
        yield Press(hands.console, Qt.Key.Key_F)
        yield from hands.look("finish on time")
        if hands.has("Apply"):
            yield Click(hands.button("Apply"))
            yield from hands.look("shortened")
            yield Click(hands.button("Undo"))
            yield Click(hands.button("Apply"))

    def _ask(self) -> Acts:
        hands = self._hands
        yield Click(hands.button("Ask the room"))
        yield from hands.look("ask the room")
        yield Click(hands.button("Ask the room"))
        yield Press(hands.console, Qt.Key.Key_Escape)
