"""Plays the check of a step in a rehearsal: everybody agrees."""

from PySide6.QtCore import Qt

from facilitator.errors import NotAllowedNowError
from facilitator.ui.acting.acts import Acts, Look, Press
from facilitator.ui.acting.hands import AGREEMENT, Hands
from facilitator.wording import _

Key = Qt.Key


def play(hands: Hands, people: int) -> Acts:
    """Answer the check that the step begins automatically."""
    yield from hands.turn_to(AGREEMENT)
    yield from hands.look("a check begins")
    yield from hands.turn_pages()
    for _hand in range(people):
        yield Press(hands.console, _highest(hands))
    yield Look(hands.console, "console")
    yield Press(hands.console, Key.Key_Return)
    yield from hands.look("what the check came to")
    yield Press(hands.console, Key.Key_Return)


def _highest(hands: Hands) -> Qt.Key:
    """Return the key of the highest position, as the console shows it."""
    check = hands.windows.session.desk().agreement.check
    if check is None:
        raise NotAllowedNowError(_("No check is being held."))
    return Qt.Key(ord(check.rows[0].key.upper()))
