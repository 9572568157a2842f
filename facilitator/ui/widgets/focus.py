"""Gives the focus back to the control that had it before a page, a panel or a question opened."""

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid


def focus_again(before: QWidget | None) -> bool:
    """Focus a control if it still exists and can be used; return whether it has the focus."""
    if before is None or not isValid(before) or not before.isVisible() or not before.isEnabled():
        return False
    before.setFocus()
    return True
