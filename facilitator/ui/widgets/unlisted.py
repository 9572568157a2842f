"""Properties of widgets that are set by number, for the first window.

PySide builds the 93 enums of Qt's namespace (``Qt.Key``, ``Qt.AlignmentFlag`` and so on) when the
first of them is used. That takes a fifth of the time in which an empty window is shown, so what the
first window consists of uses none. A test compares these numbers with Qt's.
"""

from PySide6.QtWidgets import QAbstractScrollArea, QLabel, QWidget

PLAIN_TEXT = 0  # Qt.TextFormat.PlainText
AT_LEFT = 0x91  # AlignLeft, AlignAbsolute and AlignVCenter of Qt.AlignmentFlag
TOP_LEFT_WRAPPED = 0x1021  # Qt.TextFlag.TextWordWrap, AlignLeft and AlignTop
NO_FOCUS, TAB_FOCUS = 0, 1  # of Qt.FocusPolicy
NEVER = 1  # Qt.ScrollBarPolicy.ScrollBarAlwaysOff
LEFT, RIGHT = 0x01000012, 0x01000014  # Qt.Key.Key_Left, Qt.Key.Key_Right
RETURN, KEYPAD_ENTER = 0x01000004, 0x01000005  # Qt.Key.Key_Return, Qt.Key.Key_Enter


def show_plain_text(label: QLabel) -> None:
    """Show text as it is, never as markup."""
    label.setProperty("textFormat", PLAIN_TEXT)


def align_at_left(label: QLabel) -> None:
    """Align a text of any script to the left edge."""
    label.setProperty("alignment", AT_LEFT)


def focus_by_tab(widget: QWidget, *, takes_focus: bool = True) -> None:
    """Let Tab focus a widget, and nothing else, or let nothing focus it."""
    widget.setProperty("focusPolicy", TAB_FOCUS if takes_focus else NO_FOCUS)


def scroll_down_only(area: QAbstractScrollArea) -> None:
    """Never show a horizontal scroll bar."""
    area.setProperty("horizontalScrollBarPolicy", NEVER)
