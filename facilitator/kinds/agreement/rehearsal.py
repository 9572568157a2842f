"""Plays an agreement in a rehearsal, by keys alone: captures, joins, checks, parks, checks again.

No act searches a widget of the agreement: the widget with the focus gets the keys, as from a
helper's hands.
"""

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from facilitator.domain.agreement.checks import HandsWay, Tally
from facilitator.domain.plan.step import LEAST_TURNS
from facilitator.errors import NotAllowedNowError
from facilitator.ui.acting.acts import Acts, Click, Look, Pass, Press, TypeText, WaitFor
from facilitator.ui.acting.finding import NotFoundError
from facilitator.ui.acting.hands import AGREEMENT, Hands
from facilitator.ui.acting.made_up import (
    CHANGED,
    CHANGED_PLACE,
    JOINED,
    LOOKS_LIKE,
    PARKED_BECAUSE,
    SUGGESTED_ALOUD,
)
from facilitator.ui.console.check.ask import CLOSE
from facilitator.ui.corner.answers import AnswerList
from facilitator.wording import _

CHOSEN = "554430"  # keys of fist to five: one low answer among them; the others follow in turn
FIST = "2-fist-to-five"  # the id of that check
RATHER_NOT = "n"
SIDEWAYS = 1  # how many people can only live with it
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
Key = Qt.Key


class AgreementScript:
    """Acts of one agreement step."""

    def __init__(self, hands: Hands, people: int) -> None:
        self._hands = hands
        self._people = people

    def agree(self) -> Acts:
        """Suggest ten lines, join two, check all, park one, change one; later only show them."""
        hands = self._hands
        yield from hands.turn_to(AGREEMENT)
        if not hands.is_first("our agreement"):
            yield from hands.look("our agreement again")
            return
        yield from hands.look("nothing suggested yet")
        for line in SUGGESTED_ALOUD:
            yield from self._type(line)
        yield from hands.look("suggested")
        yield from self._join()
        yield from self._check("hands", Key.Key_K, SHIFT)
        yield from hands.look("agreed for now")
        yield self._press(Key.Key_Return)
        yield from self._park()
        yield from self._change()
        yield self._press(Key.Key_F7)
        yield from hands.look("our agreement")
        yield from hands.turn_pages()
        yield self._press(Key.Key_F7)

    def _join(self) -> Acts:
        """Join the last two lines, confirm them, and add an example."""
        yield self._press(Key.Key_Up)
        yield self._press(Key.Key_Up, SHIFT)
        yield self._press(Key.Key_J)
        yield from self._type(JOINED)
        yield from self._hands.look("joined wording is proposed")
        yield self._press(Key.Key_Y)
        yield self._press(Key.Key_E)
        yield from self._type(LOOKS_LIKE)
        yield from self._hands.look("what it would look like")

    def _check(
        self, moment: str, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> Acts:
        """Check with thumbs, once the room has seen what each means; all can live with it."""
        yield self._press(key, held)
        yield Look(self._hands.console, "console")
        yield self._press(Key.Key_1)
        yield from self._hands.look(moment)
        yield from self._hands.turn_pages()
        for _hand in range(self._people - SIDEWAYS):
            yield self._press(Key.Key_1)
        yield self._press(Key.Key_2)
        yield Look(self._hands.console, "console")
        yield self._press(Key.Key_Return)

    def _park(self) -> Acts:
        """Park the chosen line until the break; undo that, and do it again."""
        yield self._press(Key.Key_P)
        yield TypeText(self._focused, PARKED_BECAUSE)
        yield from self._hands.look("a line is parked")
        yield self._press(Key.Key_Tab)
        yield self._press(Key.Key_Tab)
        yield self._press(Key.Key_Space)
        yield self._press(Key.Key_Z, CONTROL)
        yield from self._hands.look("parking is undone")
        yield self._press(Key.Key_Y, CONTROL)

    def _change(self) -> Acts:
        """Reword a line, and check it again alone; its old wording stays."""
        yield self._press(Key.Key_Home)
        for _line in range(CHANGED_PLACE):
            yield self._press(Key.Key_Down)
        yield self._press(Key.Key_Return)
        yield self._press(Key.Key_A, CONTROL)
        yield from self._type(CHANGED)
        yield from self._check("a changed line is checked alone", Key.Key_K)
        yield self._press(Key.Key_Return)

    def _type(self, words: str) -> Acts:
        yield TypeText(self._focused, words)
        yield self._press(Key.Key_Return)

    def _press(
        self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> Press:
        return Press(self._hands.console, key, held)

    def _focused(self) -> QWidget:
        focused = self._hands.console().focusWidget()
        if focused is None:
            raise NotFoundError(_("a place to type"))
        return focused


class _CornerCheck:
    """Acts of one check without names at the typing corner."""

    def __init__(self, hands: Hands, people: int) -> None:
        self._hands = hands
        self._people = people

    def at_corner(self) -> Acts:
        """Check one line once more, without names; one low answer says not yet."""
        if self._people < LEAST_TURNS or not self._hands.is_first("check at the corner"):
            return
        hands = self._hands
        yield Press(hands.console, Key.Key_K)
        yield Click(hands.on_desk(lambda desk: desk.middle.agreement.choice.ways[HandsWay.CORNER]))
        yield Look(hands.console, "console")
        yield Click(hands.on_desk(lambda desk: desk.middle.agreement.choice.kind_buttons[FIST]))
        yield from hands.look("a check at the typing corner")
        yield from hands.turn_pages()
        yield Click(hands.on_desk(lambda desk: desk.middle.agreement.check.corner_button))
        yield WaitFor(self._is_open, "the typing corner")
        for place in range(self._people):
            yield from self._turn(place)
        yield from hands.leave_corner()
        yield Look(hands.console, "console")
        yield Click(hands.on_desk(lambda desk: desk.middle.agreement.check.close_button))
        yield Look(hands.console, "console")
        yield Click(hands.on_desk(lambda desk: desk.middle.agreement.check.ask.buttons[CLOSE]))
        yield from hands.look("what came of it without names")
        yield Press(hands.console, Key.Key_Return)

    def _turn(self, place: int) -> Acts:
        corner, before = self._hands.corner, self._tally().everyone
        key = RATHER_NOT if place == len(CHOSEN) else CHOSEN[place % len(CHOSEN)]
        if place == 0:
            yield Look(corner, "corner")
        yield Press(corner, Qt.Key(ord(key.upper())))
        if place == 0:
            yield Look(corner, "corner")
        yield Press(corner, Key.Key_Return)
        yield WaitFor(lambda: self._tally().everyone > before, "the answer to be kept")
        yield Pass(timedelta(seconds=10))
        yield WaitFor(lambda: not self._is_open(), "the closing screen")
        if place == 0:
            yield Look(corner, "corner")
            yield Look(self._hands.console, "console")
        yield Press(corner, Key.Key_Shift)
        yield WaitFor(self._is_open, "the next entry page")

    def _tally(self) -> Tally:
        checking = self._hands.workshop.agreement.checking
        if checking is None:
            raise NotAllowedNowError(_("No check is being held."))
        return checking.tally

    def _is_open(self) -> bool:
        lists = self._hands.corner().findChildren(AnswerList)
        return any(panel.isVisible() for panel in lists)


def play(hands: Hands, people: int) -> Acts:
    """Make the agreement, then check one line once more without names."""
    yield from AgreementScript(hands, people).agree()
    yield from _CornerCheck(hands, people).at_corner()
