"""Performs acts from the event loop, by mouse and keys, on the real windows."""

from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from typing import assert_never

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from facilitator.errors import FacilitatorError
from facilitator.live.session.timing import SLEPT
from facilitator.rehearsal.clock import RehearsalClock
from facilitator.ui.acting.acts import (
    Act,
    Acts,
    Click,
    HoldKey,
    Look,
    Pass,
    Press,
    TypeText,
    WaitFor,
)
from facilitator.wording import _

CHECK_MS = 5  # between two checks of a condition; acts follow one another at once
PATIENCE = 3000  # checks of a condition that it waits for


class RehearsalError(FacilitatorError):
    """The rehearsal could not go on."""


class Player(QObject):
    """Performs a script act by act.

    Signals:
        finished: every act was performed.
        failed: the exception that ended it.
    """

    finished = Signal()
    failed = Signal(Exception)

    def __init__(
        self,
        acts: Acts,
        clock: RehearsalClock,
        tick: Callable[[], None],
        look: Callable[[QWidget, str], None],
    ) -> None:
        super().__init__()
        self._acts = acts
        self._clock = clock
        self._tick = tick
        self._look = look
        self._waiting: WaitFor | None = None
        self._patience = PATIENCE
        self.performed: Counter[str] = Counter()  # count of each kind of act
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._go_on)

    def start(self) -> None:
        """Start; the event loop does the rest."""
        self._timer.start(0)

    def _go_on(self) -> None:
        self._timer.stop()  # an act may run the event loop
        try:
            self._take_one()
        except StopIteration:
            self.finished.emit()
        except FacilitatorError as error:
            self.failed.emit(error)
        except Exception as error:  # a bug must not leave the event loop without an act to come
            self.failed.emit(error)
            raise
        else:
            self._timer.start(0 if self._waiting is None else CHECK_MS)

    def _take_one(self) -> None:
        if self._waiting is not None and not self._waiting.so():
            self._patience -= 1
            if self._patience <= 0:
                raise RehearsalError(
                    _("The rehearsal waited in vain: {what}.").format(what=self._waiting.what)
                )
            return
        self._waiting = None
        self._perform(next(self._acts))

    def _perform(self, act: Act) -> None:
        self.performed[type(act).__name__] += 1
        match act:
            case Click():
                _click(act.button())
            case Press():
                window = act.window()
                QTest.keyClick(_focus_of(window), act.key, act.modifiers)
            case HoldKey():
                _hold(_focus_of(act.window()), act.key, down=act.down)
            case TypeText():
                _type(act.field(), act.text)
            case Pass():
                self._let_pass(act.time)
            case Look():
                self._look(act.window(), act.name)
            case WaitFor():
                self._waiting, self._patience = act, PATIENCE
            case _:
                assert_never(act)

    def _let_pass(self, time: timedelta) -> None:
        while time > timedelta():
            stride = min(SLEPT, time)  # a longer one would look like a laptop that slept
            self._clock.advance(stride)
            self._tick()
            time -= stride


def _click(button: QWidget) -> None:
    if not button.isEnabled():
        raise RehearsalError(
            _("The button “{name}” cannot be pressed now.").format(name=button.accessibleName())
        )
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def _hold(widget: QWidget, key: Qt.Key, *, down: bool) -> None:
    kind = QEvent.Type.KeyPress if down else QEvent.Type.KeyRelease
    QApplication.sendEvent(widget, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier))


def _type(field: QWidget, text: str) -> None:
    """Type any script: Qt's own key clicks know Latin letters alone."""
    field.setFocus()
    for character in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, character)
            QApplication.sendEvent(field, event)


def _focus_of(window: QWidget) -> QWidget:
    window.activateWindow()  # without a window manager nothing else does
    return window.focusWidget() or window
