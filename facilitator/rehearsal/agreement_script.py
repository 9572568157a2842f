"""How an agreement comes about during a rehearsal: suggested, checked by hands, agreed for now."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from facilitator.app.made_up import SAID
from facilitator.rehearsal.acts import Acts, Click, Press, TypeText
from facilitator.rehearsal.desk_hands import AGREEMENT, DeskHands
from facilitator.rehearsal.finding import named

MOST_LINES = 4


class AgreementScript:
    """Acts of one agreement step."""

    def __init__(self, hands: DeskHands, people: int) -> None:
        self._hands = hands
        self._people = people

    def agree(self) -> Acts:
        """Type what is suggested, check all of it by hands, and go back."""
        hands = self._hands
        yield from hands.turn_to(AGREEMENT)
        for line in SAID[:MOST_LINES]:
            yield TypeText(self._field, line)
            yield Press(self._field, Qt.Key.Key_Return)
        yield from hands.look("suggested")
        yield Click(hands.button("Check all"))
        yield from hands.look("which check")
        yield Press(hands.console, Qt.Key.Key_Return)
        yield from hands.look("hands")
        for _hand in range(self._people):
            yield Click(hands.button("One more"))
        yield Click(hands.button("All hands are counted"))
        yield from hands.look("agreed for now")
        if hands.has("Leave the check"):
            yield Click(hands.button("Leave the check"))

    def _field(self) -> QWidget:
        return named(self._hands.console(), QLineEdit, "What was suggested")
