"""Somebody types in the corner under a real X server: what comes to clipboard and selection.

``DISPLAY=:90 python -m tests.attack.selections``; prints what was seen as JSON.
"""

import json
import sys

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from facilitator.app.running import make_application
from facilitator.ui.corner.field import Field
from facilitator.ui.corner.window import CornerWindow
from tests.helpers.corner import AT_ONCE, a_corner_picture

SECRET = "a canary 7f3a9c in the corner"
CONTROL = Qt.KeyboardModifier.ControlModifier
PATIENCE_MS = 10_000


def bring_to_front(window: QWidget) -> None:
    """Show a window and wait until it has the keyboard."""
    window.resize(1000, 700)
    window.show()
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window, PATIENCE_MS)


def try_everything(target: QWidget, keys: QWidget) -> None:
    """Select with mouse and keys, and copy and cut, as far as the widget lets one."""
    left, right = QPoint(4, target.height() // 8), QPoint(target.width() - 4, target.height() // 8)
    QTest.mousePress(target, Qt.MouseButton.LeftButton, pos=left)
    QTest.mouseMove(target, QPoint(target.width() // 2, left.y()))
    QTest.mouseMove(target, right)
    QTest.mouseRelease(target, Qt.MouseButton.LeftButton, pos=right)
    QTest.mouseDClick(target, Qt.MouseButton.LeftButton, pos=left)
    QTest.keyClick(keys, Qt.Key.Key_A, CONTROL)
    for key in (Qt.Key.Key_C, Qt.Key.Key_X, Qt.Key.Key_Insert):
        QTest.keyClick(keys, key, CONTROL)
    QGuiApplication.processEvents()  # clipboard and selection of our own are set at once


def held() -> dict[str, str]:
    """Return what clipboard and primary selection hold."""
    board = QGuiApplication.clipboard()
    assert board.supportsSelection()
    modes = (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection)
    return {mode.name: board.text(mode) for mode in modes}


def in_the_corner() -> dict[str, str]:
    """Type in the corner, show the words, and try everything."""
    window = CornerWindow(AT_ONCE)
    window.show_corner(a_corner_picture())
    bring_to_front(window)
    field = next(field for field in window.findChildren(Field) if field.isVisible())
    field.setFocus()
    QTest.keyClicks(field, SECRET)
    QTest.keyClick(field, Qt.Key.Key_F2)
    assert not field.is_covered
    assert field.line == SECRET
    try_everything(field.viewport(), field)
    assert field.line == SECRET
    window.hide()
    return held()


def in_a_usual_field() -> dict[str, str]:
    """Type in a field as others have it: the control."""
    usual = QLineEdit()
    bring_to_front(usual)
    QTest.keyClicks(usual, SECRET)
    try_everything(usual, usual)
    usual.hide()
    return held()


def main() -> int:
    """Try both; the corner first, since what is in the clipboard stays there."""
    application = make_application()
    assert application
    sys.stdout.write(json.dumps({"corner": in_the_corner(), "usual": in_a_usual_field()}) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
