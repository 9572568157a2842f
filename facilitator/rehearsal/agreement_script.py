"""How an agreement comes about in a rehearsal, by keys alone: captured, joined, checked, parked."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from facilitator.app.made_up import JOINED, PARKED_BECAUSE, SUGGESTED_ALOUD
from facilitator.rehearsal.acts import Acts, Look, Press, TypeText
from facilitator.rehearsal.desk_hands import AGREEMENT, DeskHands
from facilitator.ui.console.agreement_panel import AgreementPanel

SIDEWAYS = 1  # of those who check, so many can only live with it


class AgreementScript:
    """Acts of one agreement step."""

    def __init__(self, hands: DeskHands, people: int) -> None:
        self._hands = hands
        self._people = people
        self._agreed = False

    def agree(self) -> Acts:
        """Suggest lines, join two, check all and park one; a later step only shows them."""
        hands = self._hands
        yield from hands.turn_to(AGREEMENT)
        if self._agreed:
            yield from hands.look("our agreement again")
            return
        self._agreed = True
        for line in SUGGESTED_ALOUD:
            yield TypeText(self._field, line)
            yield Press(self._field, Qt.Key.Key_Return)
        yield from hands.look("suggested")
        yield from self._join()
        yield from self._check()
        yield from self._park()
        yield Press(hands.console, Qt.Key.Key_F7)
        yield from hands.look("our agreement")
        yield from hands.turn_pages()
        yield Press(hands.console, Qt.Key.Key_F7)

    def _join(self) -> Acts:
        """Join the last two lines, and take their people's yes."""
        yield Press(self._field, Qt.Key.Key_Up)
        yield Press(self._lines, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
        yield Press(self._lines, Qt.Key.Key_J)
        yield TypeText(self._form_field, JOINED)
        yield Press(self._form_field, Qt.Key.Key_Return)
        yield from self._hands.look("joined wording is proposed")
        yield Press(self._lines, Qt.Key.Key_Y)

    def _check(self) -> Acts:
        """Check all lines with thumbs; everybody can live with them."""
        yield Press(self._lines, Qt.Key.Key_K, Qt.KeyboardModifier.ShiftModifier)
        yield Look(self._hands.console, "console")
        yield Press(self._choice, Qt.Key.Key_1)
        yield from self._hands.look("hands")
        for _hand in range(self._people - SIDEWAYS):
            yield Press(self._check_panel, Qt.Key.Key_1)
        yield Press(self._check_panel, Qt.Key.Key_2)
        yield Look(self._hands.console, "console")
        yield Press(self._check_panel, Qt.Key.Key_Return)
        yield from self._hands.look("agreed for now")
        yield Press(self._check_panel, Qt.Key.Key_Return)

    def _park(self) -> Acts:
        yield Press(self._lines, Qt.Key.Key_P)
        yield TypeText(self._form_field, PARKED_BECAUSE)
        yield Press(self._form_field, Qt.Key.Key_Return)

    def _panel(self) -> AgreementPanel:
        (panel,) = self._hands.console().findChildren(AgreementPanel)
        return panel

    def _field(self) -> QWidget:
        return self._panel().field

    def _lines(self) -> QWidget:
        return self._panel().lines

    def _choice(self) -> QWidget:
        return self._panel().choice

    def _form_field(self) -> QWidget:
        return self._panel().form.field

    def _check_panel(self) -> QWidget:
        return self._panel().check
