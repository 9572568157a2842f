"""Opening in a rehearsal: lines that were read first are opened together, and one is taken out."""

from PySide6.QtCore import Qt

from facilitator.domain.contribution import Gathering, GatheringState
from facilitator.domain.plan.step import LEAST_TURNS
from facilitator.room.pages.gathering import gathering_for
from facilitator.ui.acting.acts import Acts, Click, Press
from facilitator.ui.acting.finding import visible
from facilitator.ui.acting.hands import LINES, Hands


class OpeningScript:
    """Acts of opening a gathering, whichever step it is done in."""

    def __init__(self, hands: Hands, people: int) -> None:
        self._hands = hands
        self._people = people

    def open_what_waits(self) -> Acts:
        """Open a gathering that has been read first: this step's own, or an earlier one."""
        hands = self._hands
        here = gathering_for(hands.workshop, hands.workshop.agenda.now.step) or self._waiting()
        if here is None or here.state is not GatheringState.CLOSED:
            return
        yield from hands.turn_to(LINES)
        yield from self._hands.see_alone()
        if hands.can_press(lambda desk: desk.middle.gathering.closed.verdict.agreed_tick):
            yield from hands.look("the warning")
            agreed = hands.desk.middle.gathering.closed.verdict.agreed_tick
            yield Click(lambda: agreed)
        if not hands.can_press(lambda desk: desk.middle.gathering.closed.verdict.open_button):
            return  # too few took part: the question is talked about instead
        yield Click(hands.on_desk(lambda desk: desk.middle.gathering.closed.verdict.open_button))
        yield from hands.look("opened together")
        yield from hands.turn_pages()
        yield Press(hands.console, Qt.Key.Key_H)
        yield from hands.look("heard all of them")
        yield from self._take_one_out()

    def _take_one_out(self) -> Acts:
        """Take out a line that the room has before it, once, if enough are left."""
        if self._people <= LEAST_TURNS or not self._hands.is_first("taken out"):
            return
        opened = self._hands.desk.middle.gathering.opened
        yield Click(lambda: visible(opened.lines.buttons["out"]))
        yield Click(lambda: visible(opened.ask.first_button))
        yield from self._hands.look("a line taken out")

    def _waiting(self) -> Gathering | None:
        gatherings = self._hands.workshop.gatherings
        return next(
            (gathering for gathering in gatherings if gathering.state is GatheringState.CLOSED),
            None,
        )
