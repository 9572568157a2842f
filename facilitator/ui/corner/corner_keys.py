"""The corner's keys: four lead out, Esc only when it is held, a clicker's do nothing."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from facilitator.ui.corner.pace import Hold, Pace

CLICKER = frozenset({Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_F5})
ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


def is_read_aloud() -> bool:
    """Tell whether a screen reader, or something like it, is on."""
    return bool(QAccessible.isActive())


def is_enter(event: QKeyEvent) -> bool:
    """Tell whether the key is one of the two Enters."""
    return event.key() in ENTER


class CornerKeys(QObject):
    """Looks at each key before any widget of the corner does.

    Signals:
        care_asked, agreement_asked, curtain_asked, promise_asked: F6, F7, F8, F9.
        held: Esc was held for two seconds.
        hold_shown: how many of the four parts of the hold are over.
    """

    care_asked = Signal()
    agreement_asked = Signal()
    curtain_asked = Signal()
    promise_asked = Signal()
    held = Signal()
    hold_shown = Signal(int)

    def __init__(self, pace: Pace, take: Callable[[QKeyEvent], bool], parent: QWidget) -> None:
        super().__init__(parent)
        self._take = take  # tells whether the window has used the key itself
        self._hold = Hold(pace, self)
        self._hold.held.connect(self.held)
        self._hold.step_shown.connect(self.hold_shown)

    def watch(self, page: QWidget) -> None:
        """Look at the keys of a page and of all on it."""
        for widget in (page, *page.findChildren(QWidget)):
            widget.installEventFilter(self)

    def let_go(self) -> None:
        """Take Esc as released: the window has lost the keyboard."""
        self._hold.release()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._pressed(event)
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyRelease:
            return self._released(event)
        return False

    def _pressed(self, event: QKeyEvent) -> bool:
        key = event.key()
        asks = {
            Qt.Key.Key_F6: self.care_asked,
            Qt.Key.Key_F7: self.agreement_asked,
            Qt.Key.Key_F8: self.curtain_asked,
            Qt.Key.Key_F9: self.promise_asked,
        }
        if key in asks and not event.isAutoRepeat():
            asks[Qt.Key(key)].emit()
        elif key == Qt.Key.Key_Escape and not event.isAutoRepeat():
            self._hold.press()
        if key in asks or key in CLICKER or key == Qt.Key.Key_Escape:
            return True
        return self._take(event) or self._press_button(event)

    def _released(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape and not event.isAutoRepeat():
            self._hold.release_soon()
            return True
        return False

    def _press_button(self, event: QKeyEvent) -> bool:
        """Press the button that has the keyboard, for Enter as for Space."""
        button = QApplication.focusWidget()
        if is_enter(event) and isinstance(button, QAbstractButton):
            if not event.isAutoRepeat():
                button.click()
            return True
        return False
