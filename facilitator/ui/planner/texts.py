"""Fields for texts: of several rows, in one or two languages side by side.

Undo belongs to the whole plan, so these fields have none of their own.
"""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QBoxLayout, QLabel, QPlainTextEdit, QWidget

from facilitator.domain.text.language import Language
from facilitator.domain.text.text import cut, length
from facilitator.ui.widgets.key_presses import is_enter
from facilitator.ui.widgets.labels import label
from facilitator.ui.widgets.languages import language_name
from facilitator.ui.widgets.layouts import column, row

AROUND = 26  # pixels: frame, padding and margin above and below the text
MOST_ROWS = 8
BESIDE = 26  # width in sizes of text from which two languages are side by side
UNDO = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class TextBox(QPlainTextEdit):
    """A text as high as its rows. Tab leaves it; Enter ends a line only where lines are allowed.

    Signals:
        typed: somebody changed the text.
        left: the keyboard went elsewhere.
    """

    typed = Signal(str)
    left = Signal()

    def __init__(self, name: str, *, most: int, lines: bool = False, rows: int = 1) -> None:
        super().__init__()
        self._lines, self._rows, self._most = lines, rows, most
        self._shown = ""  # the text of the plan
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self._changed)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._is_showing = False

    def show_text(self, text: str, *, anew: bool = True) -> None:
        """Show the text of the plan; what is being typed stays as it is typed unless ``anew``."""
        self._shown = text
        if anew or not self.hasFocus():
            self._put(text)

    def _put(self, text: str) -> None:
        if text != self.toPlainText():
            self._is_showing = True
            self.setPlainText(text)
            self._is_showing = False

    def _changed(self) -> None:
        if self._is_showing:
            return
        text = self.toPlainText()
        if length(text) > self._most:
            self._put(cut(text, self._most))
            self.moveCursor(QTextCursor.MoveOperation.End)
        self.typed.emit(self.toPlainText())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self._put(self._shown)  # as it was understood
            self.left.emit()

    def _fit(self) -> None:
        self.setFixedHeight(self._height())
        policy = Qt.ScrollBarPolicy
        is_long = self._row_count > MOST_ROWS
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if is_long else policy.ScrollBarAlwaysOff
        )

    @property
    def _row_count(self) -> int:
        return round(self.document().size().height())

    def _height(self) -> int:
        rows = min(max(self._row_count, self._rows), MOST_ROWS)
        return max(44, rows * self.fontMetrics().lineSpacing() + AROUND)

    def event(self, event: QEvent) -> bool:
        if not _undoes(event):
            return super().event(event)
        event.ignore()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event) and not self._lines:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit()

    def sizeHint(self) -> QSize:
        return QSize(120, self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self._height())


def _undoes(event: QEvent) -> bool:
    """Return whether a key asks to undo or redo, which the window does."""
    if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    return any(event.matches(key) for key in UNDO)


class Labelled(QWidget):
    """A field below its label, which belongs to ``buddy`` if the field has several parts."""

    def __init__(self, name: str, editor: QWidget, *, buddy: QWidget | None = None) -> None:
        super().__init__()
        inside = column(self, spacing=4)
        self.label: QLabel = label(name, "field")
        self.label.setBuddy(buddy or editor)
        (buddy or editor).setAccessibleName(name)
        inside.addWidget(self.label)
        inside.addWidget(editor)
        inside.addStretch(1)


class LanguageTexts(QWidget):
    """A text in each language of the plan, side by side where there is room; Welsh first.

    Signals:
        typed: the language, and the text.
        left: the keyboard went elsewhere.
    """

    typed = Signal(str, str)
    left = Signal()

    def __init__(
        self, name: str, called: str, *, most: int, lines: bool = False, rows: int = 1
    ) -> None:
        super().__init__()
        self.setObjectName(called)
        self._name, self._most, self._lines, self._rows = name, most, lines, rows
        self.boxes: dict[Language, TextBox] = {}
        self._parts: list[QWidget] = []
        self._line = row(self, spacing=12)

    def show_languages(self, languages: tuple[Language, ...]) -> None:
        """Have a field for each of these languages."""
        if tuple(self.boxes) == languages:
            return
        for part in self._parts:
            self._line.removeWidget(part)
            part.hide()
            part.deleteLater()
        self.boxes, self._parts = {}, []
        for language in languages:
            name = self._name
            if len(languages) > 1:
                name = f"{name} · {language_name(language)}"
            box = TextBox(name, most=self._most, lines=self._lines, rows=self._rows)
            box.setObjectName(f"{self.objectName()} {language}")
            box.typed.connect(lambda text, spoken=language: self.typed.emit(spoken, text))
            box.left.connect(self.left)
            part = Labelled(name, box)
            self._parts.append(part)
            self._line.addWidget(part, 1)
            self.boxes[language] = box
        self._arrange(self.width())

    def show_texts(self, texts: Mapping[Language, str], *, anew: bool) -> None:
        """Show what is written in each language, as ``TextBox.show_text`` does."""
        for language, box in self.boxes.items():
            box.show_text(texts.get(language, ""), anew=anew)

    @property
    def first(self) -> TextBox | None:
        """The field of the first language."""
        return next(iter(self.boxes.values()), None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(event.size().width())

    def _arrange(self, width: int) -> None:
        beside = width >= BESIDE * self.fontMetrics().height() * 0.75
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._line.setDirection(across if beside else down)
