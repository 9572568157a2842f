"""How an agreement comes about in a rehearsal, by keys alone: captured, joined, checked, parked.

No act looks for a widget of the agreement: whatever has the keyboard's focus gets the keys, as it
would from a helper's hands.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from facilitator.app.made_up import (
    CHANGED,
    CHANGED_PLACE,
    JOINED,
    LOOKS_LIKE,
    PARKED_BECAUSE,
    SUGGESTED_ALOUD,
)
from facilitator.rehearsal.acts import Acts, Look, Press, TypeText
from facilitator.rehearsal.desk_hands import AGREEMENT, DeskHands
from facilitator.rehearsal.finding import NotFoundError
from facilitator.wording import _

SIDEWAYS = 1  # of those who check, so many can only live with it
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
Key = Qt.Key


class AgreementScript:
    """Acts of one agreement step."""

    def __init__(self, hands: DeskHands, people: int) -> None:
        self._hands = hands
        self._people = people
        self._agreed = False

    def agree(self) -> Acts:
        """Suggest ten lines, join two, check all, park one, change one; later only show them."""
        hands = self._hands
        yield from hands.turn_to(AGREEMENT)
        if self._agreed:
            yield from hands.look("our agreement again")
            return
        self._agreed = True
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
        """Join the last two lines, take their people's yes, and say what that would look like."""
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
        """Park the chosen line until the break; take that back, and do it again."""
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
        """Word a line otherwise, and check it again alone; its old words are kept."""
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
