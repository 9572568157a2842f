"""Pressing keys and typing where the keyboard focus is."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

NOTHING_HELD = Qt.KeyboardModifier.NoModifier


def keyboard() -> QWidget:
    """Return what has the keyboard."""
    focus = QApplication.focusWidget()
    assert focus is not None
    return focus


def press(
    key: Qt.Key | str, held: Qt.KeyboardModifier = NOTHING_HELD, *, on: QWidget | None = None
) -> None:
    """Press and release a key, in what has the keyboard or the focus of a window that has not.

    A key that is named by its letter is typed.
    """
    focus = keyboard() if on is None else on.focusWidget() or on
    if isinstance(key, str):
        QTest.keyClicks(focus, key, held)
    else:
        QTest.keyClick(focus, key, held)


def type_text(text: str) -> None:
    """Type into what has the keyboard."""
    QTest.keyClicks(keyboard(), text)
