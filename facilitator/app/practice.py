"""Practice: made-up people say, write and show hands by themselves."""

from PySide6.QtCore import QObject, QTimer

from facilitator.domain.agreement.checks import Checking
from facilitator.domain.contribution import GatheringState
from facilitator.domain.ids import StepId
from facilitator.domain.plan.step import Trait
from facilitator.domain.workshop import Showing
from facilitator.live.session.session import LiveSession
from facilitator.ui.acting.made_up import said_in, turns_of

BETWEEN_MS = 1500
SUGGESTED = 2  # lines for the agreement; the person at the keyboard adds more


class MadeUpPeople(QObject):
    """Takes part in a practice workshop: one act every second and a half.

    At the typing corner all take part but the person at the keyboard.
    """

    def __init__(self, session: LiveSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._wrote: set[StepId] = set()
        self._timer = QTimer(self)
        self._timer.setInterval(BETWEEN_MS)
        self._timer.timeout.connect(self.take_part)

    def start(self) -> None:
        """Start taking part."""
        self._timer.start()

    def stop(self) -> None:
        """Stop taking part."""
        self._timer.stop()

    def take_part(self) -> None:
        """Say or write one thing, if the workshop allows it now."""
        workshop = self._session.workshop
        gathering = self._session.writing.open_gathering
        if gathering is not None and gathering.step_id not in self._wrote:
            self._wrote.add(gathering.step_id)
            if gathering.state is GatheringState.WRITING and not gathering.was_opened:
                self._session.writing.give_cards(turns_of(workshop.setup.people - 1))
            return
        if self._shows_hands():
            return
        step = workshop.agenda.now.step
        if step.has(Trait.AGREES):
            suggested = len(workshop.agreement.lines)
            if suggested < SUGGESTED:
                self._session.agreements.suggest(said_in(step)[suggested])
        elif step.captures:
            lines = said_in(step)
            spoken = len(workshop.said_in(step.id))
            if spoken < min(2, len(lines)):
                self._session.said.add(lines[spoken])

    def _shows_hands(self) -> bool:
        """Show everybody's hand once, in a check that the room can see."""
        workshop = self._session.workshop
        checking, board = workshop.agreement.checking, workshop.board
        if checking is None or board.curtain or board.showing is not Showing.HANDS:
            return False
        if not checking.at_corner and board.page < self._session.page_count() - 1:
            return True  # nobody shows a hand before seeing what it means
        if not checking.closed and not checking.tally.everyone:
            self._show(checking)
        return True

    def _show(self, checking: Checking) -> None:
        """Answer for all: one can live with it, the others agree; one by one at the corner."""
        holding, people = self._session.holding, self._session.workshop.setup.people
        if checking.at_corner:
            for place in (*[0] * (people - 2), checking.tally.needs):
                holding.hand_in(place)
        else:
            holding.count(0, people - 1)
            holding.count(checking.tally.needs)
