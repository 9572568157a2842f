"""A running workshop with its real windows, on two displays in memory."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from facilitator.app.workshop_windows import WorkshopWindows
from facilitator.live.session.session import LiveSession
from facilitator.ui.corner.field import Field
from facilitator.ui.corner.pace import Pace

CONTROL = Qt.KeyboardModifier.ControlModifier


@contextmanager
def the_windows(session: LiveSession, pace: Pace) -> Iterator[WorkshopWindows]:
    """Open console and board; they are closed afterwards."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    windows = WorkshopWindows(application, session, None, pace)
    windows.open()
    QApplication.processEvents()
    try:
        yield windows
    finally:
        windows.close()
        QApplication.processEvents()


def image(window: QWidget) -> QImage:
    """Return what is on the display in a window's place, without painting it again."""
    QApplication.processEvents()
    return window.screen().grabWindow(window.winId()).toImage()


def the_field(windows: WorkshopWindows) -> Field:
    """Return the corner's field that is in use."""
    return next(child for child in windows.corner.findChildren(Field) if child.isVisible())


def is_pristine(windows: WorkshopWindows) -> bool:
    """Return whether the corner waits for somebody to write."""
    return any(child.isVisible() for child in windows.corner.findChildren(Field))


def open_corner(windows: WorkshopWindows, qtbot: QtBot) -> None:
    """Open the typing corner, as its button does."""
    windows.open_corner()
    windows.corner.activateWindow()
    qtbot.waitUntil(lambda: windows.corner.isActiveWindow() and is_pristine(windows))


def type_text(windows: WorkshopWindows, text: str) -> None:
    """Type into the corner's field, key by key."""
    QTest.keyClicks(the_field(windows), text)


def hand_over(windows: WorkshopWindows, qtbot: QtBot) -> None:
    """Press Done by keys, and wait for the closing screen."""
    press_done(windows)
    qtbot.waitUntil(lambda: not is_pristine(windows))


def press_done(windows: WorkshopWindows) -> None:
    """Press Done by keys."""
    QTest.keyClick(the_field(windows), Qt.Key.Key_Return, CONTROL)


def press_any_key(windows: WorkshopWindows) -> None:
    """Press a key that types nothing, on the corner's page that is shown."""
    corner = windows.corner
    QTest.keyClick(corner.focusWidget() or corner, Qt.Key.Key_Shift)


def next_person(windows: WorkshopWindows, qtbot: QtBot) -> None:
    """Press a key on the closing screen."""
    press_any_key(windows)
    qtbot.waitUntil(lambda: is_pristine(windows))


def key_of(key: Qt.Key) -> QKeyEvent:
    """Return a key press, as the board hands it on."""
    return QKeyEvent(QKeyEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)


def titles_of(windows: WorkshopWindows) -> set[str]:
    """Return what the windows of a workshop are called: nothing of its group, or of anybody."""
    title = windows.session.desk().header.title
    return {f"{name} – Facilitator" for name in ("Typing corner", "Board", title)}
