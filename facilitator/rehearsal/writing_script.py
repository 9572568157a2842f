"""How contributions without names come in during a rehearsal, are read first, and opened."""

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QWidget

from facilitator.app.made_up import turns_of
from facilitator.domain.contribution import Gathering, GatheringState, SetAside, Turn
from facilitator.domain.plan.step import LEAST_TURNS
from facilitator.domain.time.idle import USUAL_IDLE
from facilitator.rehearsal.acts import Acts, Click, Look, Pass, Press, TypeText, WaitFor
from facilitator.rehearsal.desk_hands import LINES, DeskHands
from facilitator.rehearsal.finding import can_press, first_of, visible
from facilitator.room.pages.content import gathering_for
from facilitator.ui.widgets.buttons import Button

IN_THE_CORNER = 3  # so many type in the corner, the others hand in cards


class WritingScript:
    """Acts of one gathering."""

    def __init__(self, hands: DeskHands, people: int) -> None:
        self._hands = hands
        self._people = people
        self._has_set_aside = self._has_taken_out = False

    def gather(self) -> Acts:
        """Say the promise, let everybody write, close writing and read first."""
        hands, turns = self._hands, turns_of(self._people)
        yield from hands.turn_to(LINES)
        yield from hands.look("promise before writing")
        yield Click(hands.on_desk(lambda desk: desk.middle.gathering.waiting.said_tick))
        yield Click(hands.on_desk(lambda desk: desk.middle.gathering.waiting.open_button))
        yield from hands.look("writing")
        yield Click(hands.on_desk(lambda desk: desk.middle.gathering.writing.corner_button))
        yield WaitFor(lambda: hands.corner().isVisible(), "the typing corner")
        for place, turn in enumerate(
            (*turns[: IN_THE_CORNER - 1], *turns[IN_THE_CORNER - 1 :][-1:])
        ):
            yield from self._turn(turn, looked_at=place == 0)
        yield from self._hands.leave_corner()
        yield from self._cards(turns[IN_THE_CORNER - 1 : -1])
        yield from hands.look("enough")
        yield Click(hands.on_desk(lambda desk: desk.middle.gathering.writing.close_button))
        yield from hands.look("reading first")
        yield from self._see_alone()
        yield from self._set_one_aside()

    def open_what_waits(self) -> Acts:
        """Open a gathering that has been read first: this step's own, or an earlier one."""
        hands = self._hands
        here = gathering_for(hands.workshop, hands.workshop.agenda.now.step) or self._waiting()
        if here is None or here.state is not GatheringState.CLOSED:
            return
        yield from hands.turn_to(LINES)
        yield from self._see_alone()
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
        if self._has_taken_out or self._people <= LEAST_TURNS:
            return
        self._has_taken_out = True
        opened = self._hands.desk.middle.gathering.opened
        yield Click(lambda: first_of(opened.lines, Button))
        yield Click(lambda: visible(opened.ask.first_button))
        yield from self._hands.look("a line taken out")

    def _waiting(self) -> Gathering | None:
        gatherings = self._hands.workshop.gatherings
        return next((one for one in gatherings if one.state is GatheringState.CLOSED), None)

    def _turn(self, turn: Turn, *, looked_at: bool) -> Acts:
        corner, board = self._hands.corner, self._hands.board
        if looked_at:
            yield Look(corner, "corner")
        for text in turn.texts:
            yield TypeText(self._field, text)
        if looked_at:
            yield Look(corner, "corner")
            yield Look(board, "board")
            yield from self._think()
        yield from self._hand_over(Qt.KeyboardModifier.ControlModifier)
        yield WaitFor(self._has_closed, "the closing screen")
        if looked_at:
            yield Look(corner, "corner")
        yield Press(corner, Qt.Key.Key_Shift)
        yield WaitFor(lambda: not self._has_closed(), "the next entry page")

    def _think(self) -> Acts:
        """Sit for a while without a key, until the corner asks; then go on."""
        corner = self._hands.corner
        yield Pass(USUAL_IDLE - timedelta(seconds=20))
        yield WaitFor(lambda: bool(corner().findChildren(QLabel, "still")), "the question")
        yield Look(corner, "corner")
        yield Press(corner, Qt.Key.Key_Shift)

    def _hand_over(self, modifiers: Qt.KeyboardModifier) -> Acts:
        kept = self._turns_taken()
        yield Press(self._field, Qt.Key.Key_Return, modifiers)
        yield WaitFor(lambda: self._turns_taken() > kept, "the turn to be kept")
        yield Pass(timedelta(seconds=15))

    def _cards(self, turns: tuple[Turn, ...]) -> Acts:
        if not turns:
            return
        yield Click(self._hands.on_desk(lambda desk: desk.middle.gathering.writing.cards_button))
        yield WaitFor(lambda: not self._has_closed(), "the page for cards")
        for turn in turns:
            for text in turn.texts:
                yield TypeText(self._field, text)
            if not turn.texts:  # a blank card is asked for first
                yield Press(self._field, Qt.Key.Key_Return)
            yield from self._hand_over(Qt.KeyboardModifier.NoModifier)
        yield Look(self._hands.corner, "corner")
        yield from self._hands.leave_corner()

    def _see_alone(self) -> Acts:
        """Say that nobody else sees this screen, where the console asks: with one display."""
        alone = self._hands.desk.middle.gathering.closed.seen.alone_button
        if can_press(alone):
            yield Click(lambda: alone)

    def _set_one_aside(self) -> Acts:
        """Set one line aside, once, if enough are left."""
        if self._has_set_aside or self._people <= LEAST_TURNS:
            return
        self._has_set_aside = True
        closed = self._hands.desk.middle.gathering.closed
        yield Click(lambda: visible(closed.aside_button))
        yield Click(lambda: visible(closed.ask.buttons[SetAside.PERSON]))
        yield from self._hands.look("one set aside")
        if can_press(closed.after.read_button):
            yield Click(lambda: closed.after.read_button)

    def _fields(self) -> list[QPlainTextEdit]:
        return [f for f in self._hands.corner().findChildren(QPlainTextEdit) if f.isVisible()]

    def _field(self) -> QWidget:
        return self._fields()[0]

    def _has_closed(self) -> bool:
        return not self._fields()

    def _turns_taken(self) -> int:
        return sum(one.turns for one in self._hands.workshop.gatherings)
