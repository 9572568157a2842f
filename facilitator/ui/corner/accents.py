"""Welsh accents, for keyboards that do not have them."""

import sys
from collections.abc import Mapping
from functools import partial
from types import MappingProxyType

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from facilitator.ui.corner.field import is_made_with_alt
from facilitator.ui.widgets.buttons import RingButton

FORMS: Mapping[str, str] = MappingProxyType(  # circumflex first, the most common in Welsh
    {"a": "âàáä", "e": "êèéë", "i": "îìíï", "o": "ôòóö", "u": "ûùúü", "w": "ŵẁẃẅ", "y": "ŷỳýÿ"}
)
GAP = 8  # pixels


def accents_of(event: QKeyEvent) -> str:
    """Return the accents of a letter pressed with Alt, upper case with Shift; else "".

    A character that the keyboard itself produces with Alt has priority.
    """
    alone = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.AltModifier
    held = event.modifiers()
    forms = FORMS.get(chr(event.key()).lower() if event.key() < 0x80 else "", "")
    if not held & Qt.KeyboardModifier.AltModifier or held & ~alone or is_made_with_alt(event):
        return ""
    return forms.upper() if held & Qt.KeyboardModifier.ShiftModifier else forms


class Accents(QWidget):
    """A button for each letter with accents; the focus stays in the field. Alt with it works too.

    The same button or key again replaces the accent just typed with the letter's next one.

    Signals:
        chosen: the accents of the letter, in order, upper case while Shift is held.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        self._buttons: list[RingButton] = []
        for letter, forms in FORMS.items():
            button = RingButton(forms[0])
            button.setObjectName("accent")
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setAccessibleName(f"{' '.join(forms)} (Alt+{letter.upper()})")
            button.clicked.connect(partial(self._choose, forms))
            row.addWidget(button)
            self._buttons.append(button)
        again = "  ".join(f"{times}× {form}" for times, form in enumerate(FORMS["a"][1:], 2))
        alt = (
            "" if sys.platform == "darwin" else f"Alt + {' '.join(FORMS)}   "
        )  # Option types characters
        self.keys = QLabel(f"{alt}{again}")  # the same in every language
        self.keys.setObjectName("measure")
        row.addSpacing(GAP)
        row.addWidget(self.keys)
        row.addStretch(1)

    def offer_buttons(self, *, offered: bool) -> None:
        """Show the buttons, or only the keys where there is little room."""
        for button in self._buttons:
            button.setVisible(offered)

    def _choose(self, forms: str) -> None:
        held = QGuiApplication.keyboardModifiers()
        capital = bool(held & Qt.KeyboardModifier.ShiftModifier)
        self.chosen.emit(forms.upper() if capital else forms)
