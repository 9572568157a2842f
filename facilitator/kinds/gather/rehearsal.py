"""Plays writing without names in a rehearsal: at the typing corner and on cards, then reading."""

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QWidget

from facilitator.domain.contribution import SetAside, Turn
from facilitator.domain.plan.step import LEAST_TURNS
from facilitator.domain.time.idle import USUAL_IDLE
from facilitator.ui.acting.acts import Acts, Click, Look, Pass, Press, TypeText, WaitFor
from facilitator.ui.acting.finding import can_press, visible
from facilitator.ui.acting.hands import LINES, Hands
from facilitator.ui.acting.made_up import DRAWN, turns_of
from facilitator.ui.corner.cards_page import CardsPage

IN_THE_CORNER = 3  # how many type in the corner; the others hand in cards


class GatherScript:
    """Acts of one gathering."""

    def __init__(self, hands: Hands, people: int) -> None:
        self._hands = hands
        self._people = people

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
        yield from self._hands.see_alone()
        yield from self._set_one_aside()

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
        """Wait without a key until the corner asks; then go on."""
        corner = self._hands.corner
        yield Pass(USUAL_IDLE - timedelta(seconds=20))
        yield WaitFor(lambda: bool(corner().findChildren(QLabel, "still")), "the question")
        yield Look(corner, "corner")
        yield Press(corner, Qt.Key.Key_Shift)

    def _hand_over(self, modifiers: Qt.KeyboardModifier) -> Acts:
        turns_before = self._turns_taken()
        yield Press(self._field, Qt.Key.Key_Return, modifiers)
        yield WaitFor(lambda: self._turns_taken() > turns_before, "the turn to be kept")
        yield Pass(timedelta(seconds=15))

    def _cards(self, turns: tuple[Turn, ...]) -> Acts:
        if not turns:
            return
        yield Click(self._hands.on_desk(lambda desk: desk.middle.gathering.writing.cards_button))
        yield WaitFor(lambda: not self._has_closed(), "the page for cards")
        for turn in turns:
            is_drawing = self._people > LEAST_TURNS and self._hands.is_first("drawing")
            texts = (DRAWN,) if is_drawing else turn.texts
            for text in texts:
                yield TypeText(self._field, text)
            if is_drawing:
                yield Click(self._drawing_tick)
                yield Look(self._hands.corner, "corner")
            if not texts:  # a blank card needs a confirmation
                yield Press(self._field, Qt.Key.Key_Return)
            yield from self._hand_over(Qt.KeyboardModifier.NoModifier)
        yield Look(self._hands.corner, "corner")
        yield from self._hands.leave_corner()

    def _set_one_aside(self) -> Acts:
        """Set one line aside, once, if enough are left."""
        if self._people <= LEAST_TURNS or not self._hands.is_first("set aside"):
            return
        closed = self._hands.desk.middle.gathering.closed
        yield Click(lambda: visible(closed.aside_button))
        yield Click(lambda: visible(closed.ask.buttons[SetAside.PERSON]))
        yield from self._hands.look("one set aside")
        if can_press(closed.after.read_button):
            yield Click(lambda: closed.after.read_button)

    def _drawing_tick(self) -> QWidget:
        pages = self._hands.corner().findChildren(CardsPage)
        return visible(next(page.drawing for page in pages if page.isVisible()))

    def _fields(self) -> list[QPlainTextEdit]:
        return [f for f in self._hands.corner().findChildren(QPlainTextEdit) if f.isVisible()]

    def _field(self) -> QWidget:
        return self._fields()[0]

    def _has_closed(self) -> bool:
        return not self._fields()

    def _turns_taken(self) -> int:
        return sum(gathering.turns for gathering in self._hands.workshop.gatherings)


def play(hands: Hands, people: int) -> Acts:
    """Have everybody write, close writing and read first."""
    yield from GatherScript(hands, people).gather()
