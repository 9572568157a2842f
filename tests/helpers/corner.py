"""A typing corner that has the keyboard, with a session that saves or fails."""

from datetime import timedelta

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QImage, QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from facilitator.domain.contribution import Turn
from facilitator.domain.text.language import ENGLISH, WELSH, Language, Words
from facilitator.kinds.registry import CORNER_PAGES
from facilitator.room.pages.picture import CornerPicture
from facilitator.room.promise import SHORT, short_lines
from facilitator.room.say import say_in
from facilitator.room.sentence_keys import Key
from facilitator.ui.corner.field import Field
from facilitator.ui.corner.pace import Pace
from facilitator.ui.corner.window import CornerWindow
from tests.helpers.clock import FakeClock
from tests.helpers.keys import keyboard

PROMISE = (
    Key.PROMISE_KEPT,
    Key.PROMISE_GUESS,
    Key.PROMISE_READS,
    Key.PROMISE_PASSED_ON,
    Key.PROMISE_OUT,
)
BOTH = (WELSH, ENGLISH)
AT_ONCE = Pace(least_answer=timedelta(), least_turn=timedelta(), hold=timedelta(milliseconds=80))


def a_corner_picture(
    languages: tuple[Language, ...] = (ENGLISH,), notes_a_turn: int = 1
) -> CornerPicture:
    """Return what a corner shows in a workshop in these languages."""
    question = Words(
        tuple((language, f"It is easier here when… ({language})") for language in languages)
    )
    promise = tuple(say_in(languages, key) for key in PROMISE)
    short = short_lines(SHORT, PROMISE, languages)
    return CornerPicture(languages, promise, question, notes_a_turn, short=short)


def a_corner(
    qtbot: QtBot,
    picture: CornerPicture | None = None,
    pace: Pace = AT_ONCE,
    entry: type[QWidget] = Field,
) -> CornerWindow:
    """Return a corner that is in front and has the keyboard, in an entry of that type."""
    window = CornerWindow(pace, own_pages=CORNER_PAGES)
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.show_corner(picture or a_corner_picture())
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), entry))
    return window


def go_by(window: CornerWindow, clock: FakeClock, seconds: int) -> None:
    """Let time pass in front of a corner that reads the clock each second."""
    window.idle.look_at(clock.moment().reading)
    for _second in range(seconds):
        clock.advance(seconds=1)
        window.idle.look_at(clock.moment().reading)


def write(text: str) -> None:
    """Type with the keys, into whatever has the keyboard."""
    QTest.keyClicks(keyboard(), text)


def send_key(
    window: CornerWindow,
    text: str,
    key: Qt.Key = Qt.Key.Key_unknown,
    modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    """Press a key of some other keyboard, which makes this text."""
    QApplication.sendEvent(field(window), QKeyEvent(QEvent.Type.KeyPress, key, modifier, text))


def commit(window: CornerWindow, text: str) -> None:
    """Put text in as an input method does, without a key."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(field(window), event)


def compose(window: CornerWindow, text: str) -> None:
    """Show text that the input method has not settled yet."""
    QApplication.sendEvent(field(window), QInputMethodEvent(text, []))


def image(window: CornerWindow) -> QImage:
    """Return what is on the screen."""
    QApplication.processEvents()
    return window.grab().toImage()


def field(window: CornerWindow) -> Field:
    """Return the field that is in use on the entry page."""
    fields = [
        child for child in window.findChildren(Field) if child.isVisible() and child.hasFocus()
    ]
    return fields[0]


class Keeper:
    """A session's end of the corner: saves every turn and publishes it."""

    def __init__(self, window: CornerWindow) -> None:
        self.turns: list[Turn] = []
        self._window = window
        window.turn_given.connect(self.keep)
        window.card_given.connect(self.keep)

    def keep(self, turn: Turn) -> None:
        """Save a turn."""
        self.turns.append(turn)
        self._window.show_turn_ended()


def texts_for_readers(window: QWidget) -> list[str]:
    """Return the title of a window, and every name, description and tool tip in it."""
    texts = [window.windowTitle()]
    for widget in window.findChildren(QWidget):
        texts += [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()]
    return texts
