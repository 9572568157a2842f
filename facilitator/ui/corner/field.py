"""The field for one line: what is typed leaves no trace in it, and covered words show nothing."""

from collections.abc import Callable

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

SQUARES = 18  # always as many, whatever was typed
CARET = 3  # pixels
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
    """Tell whether a key types a character, Ctrl+Alt (AltGr) included."""
    held = event.modifiers()
    control = bool(held & Qt.KeyboardModifier.ControlModifier)
    alt = bool(held & Qt.KeyboardModifier.AltModifier)
    is_command = control != alt or bool(held & Qt.KeyboardModifier.MetaModifier)
    return bool(event.text()) and event.text().isprintable() and not is_command


class Field(QPlainTextEdit):
    """Takes one line of at most 200 characters. Nothing can be selected, copied, dragged or undone.

    A screen reader gets the words whether they are covered or not: the cover is for eyes.

    Signals:
        changed: the text, or what the input method has not settled yet, is another one now.
        entered: the keyboard came into this field.
    """

    changed = Signal()
    entered = Signal()

    def __init__(self, is_read_aloud: Callable[[], bool], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_read_aloud = is_read_aloud
        self._covered = False
        self._locked = False
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
        self.textChanged.connect(self.changed)

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
        """What was typed, with single spaces; nothing if there are only spaces."""
        return " ".join(self.toPlainText().split())

    @property
    def room(self) -> int:
        """How many characters may still be typed."""
        return max(0, MAX_CHARACTERS - len(self.toPlainText()))

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
        if not self._locked and 0 < len(text) <= self.room:
            self.insertPlainText(text)
            self.ensureCursorVisible()

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
        elif key in _REMOVALS and not self._locked:
            self._remove(_REMOVALS[key][by_word])
        elif key in _MOVES and (not self._covered or self._is_read_aloud()):
            self.moveCursor(_MOVES[key][by_word])
        else:
            event.ignore()  # Tab, Done and the like are the window's

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Take accents and other scripts from the input method, as far as there is room."""
        text = event.commitString().replace("\n", " ")
        fits = not self._locked and len(text) <= self.room + event.replacementLength()
        taken = QInputMethodEvent("" if self._locked else event.preeditString(), event.attributes())
        if fits and text:
            taken.setCommitString(text, event.replacementStart(), event.replacementLength())
        super().inputMethodEvent(taken)
        if taken.preeditString():
            self.changed.emit()

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
        shown = 0 if self.document().isEmpty() else SQUARES
        for place in range(shown):
            painter.fillRect(
                place * pitch, top, side, side, self.palette().color(self.foregroundRole())
            )
        return QRect(shown * pitch, 0, CARET, em)
