"""The field for one line: what is typed leaves no trace in it, and covered words show nothing."""

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

SQUARES = 18  # always as many, whatever was typed; one of them is raised, by chance
CARET = 3  # pixels
LAST_CHARACTER = 0x10FFFF  # keys above are no characters
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
    """Tell whether a key types a character: AltGr included, and what a Mac makes with Option."""
    held = event.modifiers()
    control = bool(held & Qt.KeyboardModifier.ControlModifier)
    alt = bool(held & Qt.KeyboardModifier.AltModifier)
    if not _characters(event) or held & Qt.KeyboardModifier.MetaModifier:
        return False
    return is_made_with_alt(event) if alt and not control else control == alt


def is_made_with_alt(event: QKeyEvent) -> bool:
    """Tell whether the keyboard made another character than the key has without Alt."""
    typed = _characters(event)
    plain = chr(event.key()) if event.key() <= LAST_CHARACTER else ""
    return bool(typed) and (not typed.isascii() or typed.casefold() != plain.casefold())


def _characters(event: QKeyEvent) -> str:
    return "" if event.text() in ("\t", "\r", "\n") else without_controls(event.text())


class Field(QPlainTextEdit):
    """Takes one line of at most 200 characters. Nothing can be selected, copied, dragged or undone.

    A screen reader gets the words whether they are covered or not: the cover is for eyes.

    While they are covered each change raises another of the squares, so that the keyboard does not
    look dead. Which one is chance, so that no picture tells how much was typed.

    Signals:
        changed: the text, or what the input method has not settled yet, is another one now.
        entered: the keyboard came into this field.
    """

    changed = Signal()
    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._covered = False
        self._locked = False
        self._composes = False  # whether the input method has something that is not settled
        self._raised: int | None = None  # the square
        self._seen_raised: int | None = None  # when it was last painted
        self._caret_colour = QColor("black")
        self.setUndoRedoEnabled(False)
        self.setAcceptDrops(False)
        self.viewport().setAcceptDrops(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setInputMethodHints(HINTS)
        self.setTabChangesFocus(True)
        self.setCursorWidth(0)  # ours stands still
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self.textChanged.connect(self._take_text)

    @property
    def is_covered(self) -> bool:
        """Whether the words cannot be seen."""
        return self._covered

    @property
    def is_empty(self) -> bool:
        """Whether nothing is typed yet."""
        return not self.toPlainText()

    @property
    def line(self) -> str:
        """What was typed, as it is kept; nothing if nothing of it can be seen."""
        return clean_line(self.toPlainText())

    @property
    def room(self) -> int:
        """How many characters may still be typed, as a reader counts them."""
        return max(0, MAX_CHARACTERS - length(self.toPlainText()))

    def set_caret_colour(self, colour: QColor) -> None:
        """Draw the caret in this colour."""
        self._caret_colour = colour

    def set_covered(self, *, covered: bool) -> None:
        """Cover or show the words, in the same frame."""
        if covered == self._covered:
            return
        self._covered = covered
        self.moveCursor(_Move.End)
        self.viewport().repaint()

    def set_locked(self, *, locked: bool) -> None:
        """Take no more typing while a turn is being kept; nothing to see of it."""
        self._locked = locked

    def type_text(self, text: str) -> None:
        """Put text in at the caret if there is room for all of it, else nothing."""
        kept = on_one_line(text)
        place = self.textCursor().position()
        if kept and not self._locked and self._fits(kept, place, place):
            self.insertPlainText(kept)
            self.ensureCursorVisible()

    def type_accent(self, forms: str) -> None:
        """Type the first form of a letter; where one of them was just typed, change it to the next.

        So the same key gives each accent in turn.
        """
        cursor = self.textCursor()
        before = _part(self.toPlainText(), 0, cursor.position())[-1:]
        if self._locked or not before or before not in forms:
            self.type_text(forms[0])
            return
        cursor.deletePreviousChar()
        cursor.insertText(forms[(forms.index(before) + 1) % len(forms)])

    def _fits(self, text: str, start: int, end: int) -> bool:
        """Return whether there is room for a text in the place of a part of what was typed."""
        typed = self.toPlainText()
        return length(_part(typed, 0, start) + text + _part(typed, end)) <= MAX_CHARACTERS

    def _take_text(self) -> None:
        """Keep to the rules whatever put text in: a program for dictation does not ask first."""
        text = self.toPlainText()
        kept = cut(on_one_line(text), MAX_CHARACTERS)
        if kept != text:
            self.setPlainText(kept)  # this is called again
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
            event.ignore()  # Tab, Done and the like are the window's

    def _part_words(self, event: QKeyEvent) -> None:
        """Type a space for Enter: a turn is one line, and what is written apart stays apart."""
        if not event.isAutoRepeat():
            self.type_text(" ")

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Take accents and other scripts from the input method, as far as there is room."""
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
        """Set the caret where the words can be seen; never select."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if event.button() is Qt.MouseButton.LeftButton and not self._covered:
            self.setTextCursor(self.cursorForPosition(event.position().toPoint()))
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()  # the middle button would put the primary selection in

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
        """Take nothing: what is pasted or dropped may not be one's own."""

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._covered:
            super().paintEvent(event)
        with QPainter(self.viewport()) as painter:
            caret = self._paint_cover(painter) if self._covered else QRect(self.cursorRect())
            if self.hasFocus():
                caret.setWidth(CARET)
                painter.fillRect(caret, self._caret_colour)

    def _paint_cover(self, painter: QPainter) -> QRect:
        """Paint the same run of squares for any words; return where the caret stands."""
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
    """Return a part of a text by Qt's positions, which count halves of some characters."""
    units = text.encode("utf-16-le", "surrogatepass")
    return units[2 * start : None if end is None else 2 * end].decode("utf-16-le", "replace")
