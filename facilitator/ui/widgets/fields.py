"""Fields: a line of text, a whole number, and a question with its field."""

from itertools import takewhile

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QLineEdit, QSpinBox, QWidget

from facilitator.domain.text.text import graphemes, length
from facilitator.ui.widgets.labels import label
from facilitator.ui.widgets.layouts import column
from facilitator.wording import _

EDGE = 10  # pixels between frame and digits, which a style sheet cannot set
SOMEBODYS_WORDS = (
    Qt.InputMethodHint.ImhSensitiveData
    | Qt.InputMethodHint.ImhNoPredictiveText
    | Qt.InputMethodHint.ImhNoAutoUppercase
)


class CharacterLimit(QObject):
    """Limits the characters of a field: new text is cut, never the existing text.

    A text that the program filled in may be longer: it is not cut, and cannot grow. Qt's own
    limit counts an emoji as two or more, and a letter with its accent as two.
    """

    def __init__(self, field: QLineEdit, most: int) -> None:
        super().__init__(field)
        self._field, self._most, self._before = field, most, field.text()
        field.textEdited.connect(self._cut)
        field.textChanged.connect(self._store_text)

    def _store_text(self, _text: str) -> None:
        self._before = self._field.text()

    def _cut(self, _text: str) -> None:
        text = self._field.text()  # another slot may have changed it
        most = max(self._most, length(self._before))
        if length(text) <= most:
            return
        start = _common_start(self._before, text)
        rest = self._before[len(start) :]
        end = _common_start(rest[::-1], text[len(start) :][::-1])[::-1]
        came = graphemes(text[len(start) : len(text) - len(end)])
        del came[most + 2 :]  # a character may join the one before, another the one after
        while came and length(start + "".join(came) + end) > most:
            came.pop()
        fitting = start + "".join(came)
        self._field.setText(fitting + end)
        self._field.setCursorPosition(len(fitting.encode("utf-16-le", "replace")) // 2)


def _common_start(first: str, second: str) -> str:
    alike = takewhile(lambda pair: pair[0] == pair[1], zip(first, second, strict=False))
    return first[: sum(1 for _pair in alike)]


def field(name: str, hint: str = "", most: int = 200) -> QLineEdit:
    """Build a field with a character limit and without correction or capitalisation.

    The platform is also asked not to learn from it: it may hold somebody's words.
    """
    edit = QLineEdit()
    CharacterLimit(edit, most)
    edit.setPlaceholderText(hint)
    edit.setAccessibleName(name)
    edit.setInputMethodHints(SOMEBODYS_WORDS)
    return edit


class NumberBox(QSpinBox):
    """A field for a whole number; the wheel scrolls the page and never changes the number."""

    def __init__(self, least: int, most: int) -> None:
        super().__init__()
        self.setRange(least, most)
        self.setAccelerated(True)
        self.lineEdit().setTextMargins(EDGE, 0, 0, 0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class LabelledField(QWidget):
    """A question with its field, a hint, and room for an error message."""

    def __init__(self, question: str, editor: QWidget, hint: str = "") -> None:
        super().__init__()
        self.editor = editor
        self.problem = label("", "problem")
        self.problem.hide()
        self.hint, self._last = label(hint, "small"), label(_("From last time"), "small")
        self._hint = hint
        inside = column(self, spacing=4)
        asked = label(question, "strong")
        asked.setBuddy(editor)
        editor.setAccessibleName(question)
        editor.setAccessibleDescription(hint)
        for part in (asked, editor, self.problem, self._last, self.hint):
            inside.addWidget(part)
        self._last.hide()
        self.hint.setVisible(bool(hint))  # only now: without a parent it is a window

    def show_from_last_time(self, *, visible: bool) -> None:
        """Mark the answer as one from last time, also for screen readers."""
        self._last.setVisible(visible)
        parts = (_("From last time") if visible else "", self._hint)
        self.editor.setAccessibleDescription(". ".join(part for part in parts if part))

    def show_problem(self, problem: str) -> bool:
        """Show an error message next to the field, or hide it; return whether there is one."""
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        return bool(problem)
