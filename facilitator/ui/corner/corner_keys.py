"""The corner's keys: four lead out, Esc only if held; a clicker's keys do nothing.

To Qt a clicker is an ordinary keyboard. Its black button sends "." or "b", which
people also type: ``FirstKey`` describes what it can distinguish, decision 0012 what it cannot.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from facilitator.ui.corner.field import Field
from facilitator.ui.corner.pace import Hold, Pace, timer
from facilitator.ui.widgets.key_presses import press_by_enter
from facilitator.ui.widgets.letters import place_of

CLICKER = frozenset({Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_F5})


BLACK = frozenset({".", "b"})  # what a clicker's black button sends
HELD_DOWN = frozenset(
    {
        Qt.Key.Key_Shift,
        Qt.Key.Key_Control,
        Qt.Key.Key_Alt,
        Qt.Key.Key_AltGr,
        Qt.Key.Key_Meta,
        Qt.Key.Key_CapsLock,
        Qt.Key.Key_NumLock,
    }
)


def is_black(event: QKeyEvent) -> bool:
    """Return whether a clicker's black button could have sent the key, by position or text."""
    alone = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return alone and (place_of(event) or event.text().lower()) in BLACK


class FirstKey(QObject):
    """Delays a "." or "b" that is the first key in an empty field.

    A person who writes soon presses another key: then both are typed. If nothing follows within two
    seconds, a clicker sent it, and it is dropped. After the first key no key is delayed.
    """

    def __init__(self, pace: Pace, parent: QObject) -> None:
        super().__init__(parent)
        self._has_begun = False
        self._held: tuple[Field, QKeyEvent] | None = None
        self._timer = timer(self, pace.alone)
        self._timer.timeout.connect(self.drop)

    def restart(self) -> None:
        """Reset for the next person."""
        self.drop()
        self._has_begun = False

    def drop(self) -> None:
        """Drop the delayed key."""
        self._timer.stop()
        self._held = None

    def holds_back(self, watched: QObject, event: QKeyEvent) -> bool:
        """Delay a key that may be a clicker's; any other key means that somebody has begun."""
        if event.key() in HELD_DOWN:
            return False
        if self._held is not None and event.isAutoRepeat():
            return True
        is_first = not self._has_begun and self._held is None
        if is_first and is_black(event) and isinstance(watched, Field) and watched.is_empty:
            self._held = watched, _copy(event)
            self._timer.start()
            return True
        if isinstance(watched, Field) or self._held is not None:
            self.begin()
        return False

    def begin(self) -> None:
        """Mark that somebody has begun, and type the delayed key."""
        held = self._held
        self.drop()
        self._has_begun = True
        if held is not None:
            QApplication.sendEvent(*held)


def _is_click(event: QEvent) -> bool:
    return isinstance(event, QMouseEvent) and event.type() is QEvent.Type.MouseButtonPress


def _has_text(event: QEvent) -> bool:
    if not isinstance(event, QInputMethodEvent):
        return False
    return bool(event.commitString() or event.preeditString())


def _copy(event: QKeyEvent) -> QKeyEvent:
    codes = event.nativeScanCode(), event.nativeVirtualKey(), event.nativeModifiers()
    return QKeyEvent(event.type(), event.key(), event.modifiers(), *codes, event.text())


class CornerKeys(QObject):
    """Filters each key before the corner's widgets get it.

    Signals:
        care_asked, agreement_asked, curtain_asked, promise_asked: F6, F7, F8, F9.
        held: Esc was held for two seconds.
        hold_shown: the number of completed quarters of the hold.
    """

    care_asked = Signal()
    agreement_asked = Signal()
    curtain_asked = Signal()
    promise_asked = Signal()
    held = Signal()
    hold_shown = Signal(int)

    def __init__(self, pace: Pace, take: Callable[[QKeyEvent], bool], parent: QWidget) -> None:
        super().__init__(parent)
        self._take = take  # returns whether the window has used the key
        self._hold = Hold(pace, self)
        self._first = FirstKey(pace, self)
        self._hold.held.connect(self.held)
        self._hold.step_shown.connect(self.hold_shown)

    def watch(self, page: QWidget) -> None:
        """Filter the keys of a page and its widgets; nobody has begun on it."""
        self._first.restart()
        for widget in (page, *page.findChildren(QWidget)):
            widget.installEventFilter(self)

    def release_escape(self) -> None:
        """Treat Esc as released: the window has lost the focus."""
        self._hold.release()
        self._first.drop()

    def restart(self) -> None:
        """Reset for the next card."""
        self._first.restart()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent):
            return self._use_key(watched, event)
        if _is_click(event) or _has_text(event):
            self._first.begin()
        return False

    def _use_key(self, watched: QObject, event: QKeyEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress:
            return self._pressed(watched, event)
        return event.type() is QEvent.Type.KeyRelease and self._released(event)

    def _pressed(self, watched: QObject, event: QKeyEvent) -> bool:
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
        if self._first.holds_back(watched, event):
            return True
        return self._take(event) or self._press_button(event)

    def _released(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape and not event.isAutoRepeat():
            self._hold.release_soon()
            return True
        return False

    def _press_button(self, event: QKeyEvent) -> bool:
        """Press the focused button at Enter, as at Space."""
        button = QApplication.focusWidget()
        return isinstance(button, QAbstractButton) and press_by_enter(button, event)
