"""Welsh accents, for keyboards that do not have them."""

from collections.abc import Mapping
from functools import partial
from types import MappingProxyType

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

ACCENTS: Mapping[str, str] = MappingProxyType(dict(zip("aeiouwy", "âêîôûŵŷ", strict=True)))
GAP = 8  # pixels


def accent_of(event: QKeyEvent) -> str:
    """Return the Welsh accent that Alt and a letter mean, a capital with Shift; else nothing."""
    alone = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.AltModifier
    held = event.modifiers()
    letter = ACCENTS.get(chr(event.key()).lower() if event.key() < 0x80 else "", "")
    if not held & Qt.KeyboardModifier.AltModifier or held & ~alone:
        return ""
    return letter.upper() if held & Qt.KeyboardModifier.ShiftModifier else letter


class Accents(QWidget):
    """One button for each accent; the keyboard stays in the field, and Alt with the letter does it.

    Signals:
        chosen: the letter to type, a capital while Shift is held.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        for plain, accented in ACCENTS.items():
            button = QPushButton(accented)
            button.setObjectName("accent")
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setAccessibleName(f"{accented} (Alt+{plain.upper()})")
            button.clicked.connect(partial(self._choose, accented))
            row.addWidget(button)
        self.keys = QLabel(f"Alt + {' '.join(ACCENTS)}")  # the same in every language
        self.keys.setObjectName("measure")
        row.addWidget(self.keys)
        row.addStretch(1)

    def _choose(self, letter: str) -> None:
        held = QGuiApplication.keyboardModifiers()
        capital = bool(held & Qt.KeyboardModifier.ShiftModifier)
        self.chosen.emit(letter.upper() if capital else letter)
