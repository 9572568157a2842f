"""Small widgets that the console's panels are made of."""

from functools import partial

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QSizePolicy,
    QWidget,
)

from facilitator.domain.text.text import graphemes
from facilitator.ui.widgets.caps import Cap, cap_words
from facilitator.ui.widgets.icons import Icon, icon
from facilitator.ui.widgets.limit import CharacterLimit
from facilitator.ui.widgets.ring import RingButton, Tick
from facilitator.ui.widgets.style import set_role
from facilitator.ui.widgets.text_label import TextLabel

LONGEST_WORD = 18  # longer ones may break between graphemes
SOMEBODYS_WORDS = (
    Qt.InputMethodHint.ImhSensitiveData
    | Qt.InputMethodHint.ImhNoPredictiveText
    | Qt.InputMethodHint.ImhNoAutoUppercase
)
WIDE, MOST_BESIDE = 4096, 96  # pixels: more than any chip's words; most beside them
SIDEWAYS = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Right})
BREAK_HERE = "\u200b"


def breakable(text: str) -> str:
    """Return the text with places to break in words too long for a narrow column."""
    return " ".join(
        word if len(word) <= LONGEST_WORD else _with_breaks(word) for word in text.split(" ")
    )


def _with_breaks(word: str) -> str:
    parts = graphemes(word)
    starts = range(0, len(parts), LONGEST_WORD)
    return BREAK_HERE.join("".join(parts[start : start + LONGEST_WORD]) for start in starts)


def label(text: str = "", role: str = "") -> QLabel:
    """Return a label that wraps and takes its text as it is, never as mark-up."""
    made = TextLabel(text)
    made.setWordWrap(True)
    if role:
        made.setProperty("role", role)
    return made


class Chip(QLabel):
    """A few words on a rounded ground; one that wraps does so where it would be too wide."""

    def let_wrap(self) -> None:
        """Let the words run on to further lines where there is no room for them in one."""
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        if not self.wordWrap():
            return super().sizeHint()
        self.ensurePolished()
        words, high = self.fontMetrics().horizontalAdvance(self.text()), self.heightForWidth(WIDE)
        # What the style sheet leaves free beside the words is told to nobody, so it is tried.
        tries = range(words, words + MOST_BESIDE, 2)
        return QSize(next((n for n in tries if self.heightForWidth(n) <= high), words), high)


def chip(text: str = "", kind: str = "plain") -> Chip:
    """Return a few words on a rounded ground."""
    made = Chip(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("chip", kind)
    made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
    return made


def card(kind: str = "plain") -> QFrame:
    """Return an outlined frame."""
    made = QFrame()
    made.setProperty("card", kind)
    return made


def field(name: str, hint: str = "", most: int = 200) -> QLineEdit:
    """Return a field of so many characters that corrects and capitalises nothing by itself.

    The platform is asked to learn nothing either: it may hold somebody's words.
    """
    made = QLineEdit()
    CharacterLimit(made, most)
    made.setPlaceholderText(hint)
    made.setAccessibleName(name)
    made.setInputMethodHints(SOMEBODYS_WORDS)
    return made


class ConsoleTick(Tick):
    """A box to tick; the arrows to both sides are left to the window."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in SIDEWAYS:
            event.ignore()
        else:
            super().keyPressEvent(event)


def tick(text: str) -> ConsoleTick:
    """Return a box to tick; a click leaves the focus where it was."""
    made = ConsoleTick(text)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return made


class IconLabel(QWidget):
    """An icon as high as the text beside it, in that text's colour."""

    def __init__(self, name: Icon | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_icon(self, name: Icon | None) -> None:
        """Show another icon, or none."""
        if name != self._name:
            self._name = name
            self.setVisible(name is not None)
            self.update()

    def sizeHint(self) -> QSize:
        side = self.fontMetrics().height()
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._name is not None:
            painter = QPainter(self)
            colour = self.palette().color(self.foregroundRole()).name()
            side = round(self.fontMetrics().ascent() * 0.95)
            area = self.rect()
            area.setSize(QSize(side, side))
            area.moveCenter(self.rect().center())
            icon(self._name, colour).paint(painter, area)


class KeyButton(RingButton):
    """A button with a word, an icon before it, and the cap of its key behind it.

    A click leaves the focus where it was, so that Space and the arrows go on doing their work. The
    arrows to both sides are left to the window; in a question they go from answer to answer.
    """

    in_question = False

    def __init__(self, words: str, icon_name: Icon | None = None, key: Cap = "") -> None:
        super().__init__()
        self._icon = IconLabel(icon_name, self)
        self._icon.setVisible(icon_name is not None)
        self._cap: Cap = key
        self._words, self._key = QLabel(words, self), QLabel(cap_words(key), self)
        self._key.setProperty("key", "true")
        self._key.setVisible(bool(key))
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(14, 2, 14, 2)
        row.setSpacing(10)
        for part in (self._icon, self._words, self._key):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        row.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.show_words(words)

    @property
    def words(self) -> str:
        """What stands on the button."""
        return self._words.text()

    def show_words(self, words: str, icon_name: Icon | None = None) -> None:
        """Show other words, and another icon if one is given."""
        if icon_name is not None:
            self._icon.show_icon(icon_name)
        key = self._key.text()
        self._words.setText(words)
        self._words.setVisible(bool(words))
        self.setProperty("wordless", "false" if words else "true")
        self.setAccessibleName(f"{words} ({key})" if key else words)
        self.updateGeometry()

    def show_mark(self, *, shown: bool) -> None:
        """Show the icon before the words, or leave it out where there is little room."""
        self._icon.setVisible(shown)
        self.updateGeometry()

    def set_tight(self, *, tight: bool = True) -> None:
        """Leave less room beside the words, in a narrow column."""
        edge = 6 if tight else 14
        self._row.setContentsMargins(edge, 2, edge, 2)

    def show_key(self, key: Cap) -> None:
        """Show another key in the cap."""
        self._cap = key
        self._key.setText(cap_words(key))
        self._key.setVisible(bool(key))
        self.updateGeometry()

    @property
    def cap(self) -> Cap:
        """The key that is shown, or nothing."""
        return self._cap if not self._key.isHidden() else ""

    def show_cap(self, *, shown: bool) -> None:
        """Show the cap of the key behind the words, or leave it to the tooltip."""
        self._key.setVisible(shown and bool(self._key.text()))
        self.setToolTip("" if shown else self._key.text())
        self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in SIDEWAYS and not self.in_question:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        wanted = self._row.sizeHint()
        return QSize(wanted.width() + 2, max(44, wanted.height()))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


def main_button(words: str, icon_name: Icon | None = None, key: Cap = "") -> KeyButton:
    """Return the one button of a panel that goes forward."""
    made = KeyButton(words, icon_name, key)
    made.setProperty("role", "main")
    return made


def fill(button: KeyButton, *, filled: bool) -> None:
    """Let a button lead, or stand back among the others; it and its words are drawn anew."""
    role = "main" if filled else "plain"
    if button.property("role") != role:
        for part in (button, *button.findChildren(QWidget)):
            set_role(part, "role", role if part is button else "")


def quiet_button(words: str, icon_name: Icon | None = None, key: Cap = "") -> KeyButton:
    """Return a button without an outline."""
    made = KeyButton(words, icon_name, key)
    made.setProperty("role", "quiet")
    return made


def reveal(widget: QWidget) -> None:
    """Scroll every area around a widget so that it can be seen."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget, 0, 8)
        above = above.parentWidget()


def reveal_soon(widget: QWidget) -> None:
    """Scroll so that a widget can be seen, once it has been given its place."""
    QTimer.singleShot(0, widget, partial(reveal, widget))


def leave_to_window(event: QKeyEvent) -> bool:
    """Leave a key that a list does not use to the window; return whether it was such a one.

    A list has up and down, and keys of its own. What is typed, Space and the arrows to both sides
    do in a list what the buttons say on which they are shown.
    """
    held = event.modifiers() & (
        Qt.KeyboardModifier.ControlModifier
        | Qt.KeyboardModifier.AltModifier
        | Qt.KeyboardModifier.MetaModifier
    )
    if held or not (event.key() in SIDEWAYS or (event.text().isprintable() and event.text())):
        return False
    event.ignore()
    return True


class Scroll(QScrollArea):
    """Scrolls a widget up and down, and leaves all other keys to the window."""

    def __init__(self, inside: QWidget, name: str = "") -> None:
        super().__init__()
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if name else Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(name)
        self._fitting = False

    def sizeHint(self) -> QSize:
        return QSize(200, max(60, self.minimumHeight()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # What is lower where there is less width, since buttons go, would have Qt show the bar,
        # hide it for the width that this wins, show it again, and so on until the stack is full.
        if event.type() is not QEvent.Type.Resize:
            return super().eventFilter(watched, event)
        if self._fitting:
            return False
        self._fitting = True
        try:
            return super().eventFilter(watched, event)
        finally:
            self._fitting = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.hasFocus() and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            super().keyPressEvent(event)
        else:
            event.ignore()
