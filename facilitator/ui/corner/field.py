"""The field for a line: it keeps no history, and covered words show nothing."""

import secrets

from PySide6.QtCore import QMimeData, QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from facilitator.domain.contribution import MAX_CHARACTERS
from facilitator.domain.text.text import clean_line, cut, length, on_one_line, without_controls
from facilitator.ui.widgets.key_presses import is_enter

SQUARES = 18  # a fixed number, whatever was typed; a random one is raised
CARET = 3  # pixels
LAST_CHARACTER = 0x10FFFF  # keys above this are not characters
CHANCE = secrets.SystemRandom()
LINES = 4  # tall enough for the longest line at usual sizes

HINTS = (
    Qt.InputMethodHint.ImhSensitiveData
    | Qt.InputMethodHint.ImhNoPredictiveText
    | Qt.InputMethodHint.ImhNoAutoUppercase
    | Qt.InputMethodHint.ImhNoEditMenu
    | Qt.InputMethodHint.ImhNoTextHandles
)

_Move = QTextCursor.MoveOperation
_MOVES = {
    Qt.Key.Key_Left: (_Move.Left, _Move.WordLeft),
    Qt.Key.Key_Right: (_Move.Right, _Move.WordRight),
    Qt.Key.Key_Up: (_Move.Up, _Move.Start),
    Qt.Key.Key_Down: (_Move.Down, _Move.End),
    Qt.Key.Key_Home: (_Move.StartOfLine, _Move.Start),
    Qt.Key.Key_End: (_Move.EndOfLine, _Move.End),
}
_REMOVALS = {
    Qt.Key.Key_Backspace: (_Move.PreviousCharacter, _Move.WordLeft),
    Qt.Key.Key_Delete: (_Move.NextCharacter, _Move.WordRight),
}


def is_typed(event: QKeyEvent) -> bool:
    """Return whether a key types a character, including AltGr and Option on a Mac."""
    held = event.modifiers()
    control = bool(held & Qt.KeyboardModifier.ControlModifier)
    alt = bool(held & Qt.KeyboardModifier.AltModifier)
    if not _characters(event) or held & Qt.KeyboardModifier.MetaModifier:
        return False
    return is_made_with_alt(event) if alt and not control else control == alt


def is_made_with_alt(event: QKeyEvent) -> bool:
    """Return whether Alt changed the character that the key types."""
    typed = _characters(event)
    plain = chr(event.key()) if event.key() <= LAST_CHARACTER else ""
    return bool(typed) and (not typed.isascii() or typed.casefold() != plain.casefold())


def _characters(event: QKeyEvent) -> str:
    return "" if event.text() in ("\t", "\r", "\n") else without_controls(event.text())


class Field(QPlainTextEdit):
    """A line of at most 200 characters. Nothing can be selected, copied, dragged or undone.

    Screen readers get the words even if covered: the cover hides them from other people's eyes.

    While covered, each change raises another square, so that the keyboard does not
    look dead. The square is random, so that no picture reveals how much was typed.

    Signals:
        changed: the text, or the input method's uncommitted text, has changed.
        entered: the field got the focus.
    """

    changed = Signal()
    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._covered = False
        self._locked = False
        self._composes = False  # whether the input method has uncommitted text
        self._raised: int | None = None  # the raised square
        self._seen_raised: int | None = None  # time of the last paint
        self._caret_colour = QColor("black")
        self.setUndoRedoEnabled(False)
        self.setAcceptDrops(False)
        self.viewport().setAcceptDrops(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setInputMethodHints(HINTS)
        self.setTabChangesFocus(True)
        self.setCursorWidth(0)  # our own caret does not blink
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self.textChanged.connect(self._take_text)

    @property
    def is_covered(self) -> bool:
        """Whether the words are covered."""
        return self._covered

    @property
    def is_empty(self) -> bool:
        """Whether nothing is typed yet."""
        return not self.toPlainText()

    @property
    def line(self) -> str:
        """The typed text as it is saved; "" if it has no visible character."""
        return clean_line(self.toPlainText())

    @property
    def room(self) -> int:
        """The number of characters left, as a reader counts them."""
        return max(0, MAX_CHARACTERS - length(self.toPlainText()))

    def set_caret_colour(self, colour: QColor) -> None:
        """Draw the caret in this colour."""
        self._caret_colour = colour

    def set_free(self, beside: int, below: int) -> None:
        """Keep pixels beside and below the words free, for what others write into the field."""
        self.setViewportMargins(0, 0, beside, below)

    def set_covered(self, *, covered: bool) -> None:
        """Cover or show the words immediately."""
        if covered == self._covered:
            return
        self._covered = covered
        self.moveCursor(_Move.End)
        self.viewport().repaint()

    def set_locked(self, *, locked: bool) -> None:
        """Ignore typing while a turn is being saved, without a visible change."""
        self._locked = locked

    def type_text(self, text: str) -> None:
        """Insert a text at the caret if there is room for all of it."""
        line = on_one_line(text)
        place = self.textCursor().position()
        if line and not self._locked and self._fits(line, place, place):
            self.insertPlainText(line)
            self.ensureCursorVisible()

    def type_accent(self, forms: str) -> None:
        """Type the first form of a letter, or change the form just typed to the next.

        So the same key cycles through the accents.
        """
        cursor = self.textCursor()
        before = _part(self.toPlainText(), 0, cursor.position())[-1:]
        if self._locked or not before or before not in forms:
            self.type_text(forms[0])
            return
        cursor.deletePreviousChar()
        cursor.insertText(forms[(forms.index(before) + 1) % len(forms)])

    def _fits(self, text: str, start: int, end: int) -> bool:
        """Return whether a text fits in place of a part of what was typed."""
        typed = self.toPlainText()
        return length(_part(typed, 0, start) + text + _part(typed, end)) <= MAX_CHARACTERS

    def _take_text(self) -> None:
        """Apply the limits to text from any source, such as dictation programs."""
        text = self.toPlainText()
        limited = cut(on_one_line(text), MAX_CHARACTERS)
        if limited != text:
            self.setPlainText(limited)  # this is called again
            self.moveCursor(_Move.End)
            return
        self._show_change()

    def _show_change(self) -> None:
        others = [place for place in range(SQUARES) if place != self._seen_raised]
        self._raised = CHANCE.choice(others)
        self.viewport().update()
        self.changed.emit()

    def _remove(self, operation: QTextCursor.MoveOperation) -> None:
        cursor = self.textCursor()
        cursor.movePosition(operation, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        self.setTextCursor(cursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        by_word = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if is_typed(event):
            self.type_text(event.text())
        elif is_enter(event) and not by_word:
            self._part_words(event)
        elif key in _REMOVALS and not self._locked:
            self._remove(_REMOVALS[key][by_word])
        elif key in _MOVES:
            self.moveCursor(_MOVES[key][by_word])
        else:
            event.ignore()  # Tab, Done and such are the window's

    def _part_words(self, event: QKeyEvent) -> None:
        """Type a space for Enter: a line has no line breaks, but words stay separate."""
        if not event.isAutoRepeat():
            self.type_text(" ")

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Accept accents and other scripts from the input method, as far as there is room."""
        text = on_one_line(event.commitString())
        start = self.textCursor().position() + event.replacementStart()
        fits = not self._locked and self._fits(text, start, start + event.replacementLength())
        taken = QInputMethodEvent("" if self._locked else event.preeditString(), event.attributes())
        if fits and (text or event.replacementLength()):
            taken.setCommitString(text, event.replacementStart(), event.replacementLength())
        super().inputMethodEvent(taken)
        composed, self._composes = self._composes, bool(taken.preeditString())
        if self._composes or composed:
            self._show_change()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Move the caret if the words are visible; never select."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if event.button() is Qt.MouseButton.LeftButton and not self._covered:
            self.setTextCursor(self.cursorForPosition(event.position().toPoint()))
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()  # the middle button pastes the primary selection

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def createMimeDataFromSelection(self) -> QMimeData:
        return QMimeData()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return False

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Ignore pasted and dropped text: it may be somebody else's."""

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._covered:
            super().paintEvent(event)
        with QPainter(self.viewport()) as painter:
            caret = self._paint_cover(painter) if self._covered else QRect(self.cursorRect())
            if self.hasFocus():
                caret.setWidth(CARET)
                painter.fillRect(caret, self._caret_colour)

    def _paint_cover(self, painter: QPainter) -> QRect:
        """Paint the same row of squares for any words; return the caret's position."""
        em = self.fontMetrics().height()
        side, pitch, top = round(em * 0.22), round(em * 0.3), round(em * 0.4)
        self._seen_raised = self._raised
        has_words = self._composes or not self.document().isEmpty()
        colour = self.palette().color(self.foregroundRole())
        for place in range(SQUARES if has_words else 0):
            raised = side if place == self._raised else 0
            painter.fillRect(place * pitch, top - raised, side, side, colour)
        return QRect(SQUARES * pitch if has_words else 0, 0, CARET, em)


def _part(text: str, start: int, end: int | None = None) -> str:
    """Return a part of a text by Qt's positions, which count UTF-16 units."""
    units = text.encode("utf-16-le", "surrogatepass")
    return units[2 * start : None if end is None else 2 * end].decode("utf-16-le", "replace")
