"""Checks in a rehearsal: one without names at the typing corner, and those that steps begin."""

from datetime import timedelta

from PySide6.QtCore import Qt

from facilitator.domain.agreement.checks import HandsWay, Tally
from facilitator.domain.plan.step import LEAST_TURNS
from facilitator.errors import NotAllowedNowError
from facilitator.rehearsal.acts import Acts, Click, Look, Pass, Press, WaitFor
from facilitator.rehearsal.desk_hands import AGREEMENT, DeskHands
from facilitator.ui.console.check.ask import CLOSE
from facilitator.ui.corner.answers import AnswerList
from facilitator.wording import _

Key = Qt.Key
CHOSEN = "554430"  # keys of fist to five: one low answer among them; the others follow in turn
FIST = "2-fist-to-five"  # the id of that check
RATHER_NOT = "n"


class CheckScript:
    """Acts of checks that are not held by the agreement's own keys."""

    def __init__(self, hands: DeskHands, people: int) -> None:
        self._hands = hands
        self._people = people
        self._was_at_corner = False

    def of_step(self) -> Acts:
        """Answer the check that a consent step begins by itself; everybody is for it."""
        hands = self._hands
        yield from hands.turn_to(AGREEMENT)
        yield from hands.look("a check begins")
        yield from hands.turn_pages()
        for _hand in range(self._people):
            yield Press(hands.console, self._highest())
        yield Look(hands.console, "console")
        yield Press(hands.console, Key.Key_Return)
        yield from hands.look("what the check came to")
        yield Press(hands.console, Key.Key_Return)

    def at_corner(self) -> Acts:
        """Check one line once more, without names; one low answer says not yet."""
        if self._was_at_corner or self._people < LEAST_TURNS:
            return
        self._was_at_corner = True
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

    def _highest(self) -> Qt.Key:
        """Return the key of the highest position, as the console shows it."""
        check = self._hands.windows.session.desk().agreement.check
        if check is None:
            raise NotAllowedNowError(_("No check is being held."))
        return Qt.Key(ord(check.rows[0].key.upper()))

    def _is_open(self) -> bool:
        lists = self._hands.corner().findChildren(AnswerList)
        return any(one.isVisible() for one in lists)
