"""Fields: a line of words, a whole number, and a question with its field."""

from itertools import takewhile

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QLineEdit, QSpinBox, QWidget

from facilitator.domain.text.text import graphemes, length
from facilitator.ui.widgets.labels import label
from facilitator.ui.widgets.layouts import column
from facilitator.wording import _

EDGE = 10  # pixels between the frame and the figures; a style sheet does not reach them
SOMEBODYS_WORDS = (
    Qt.InputMethodHint.ImhSensitiveData
    | Qt.InputMethodHint.ImhNoPredictiveText
    | Qt.InputMethodHint.ImhNoAutoUppercase
)


class CharacterLimit(QObject):
    """Keeps a field to so many characters: what comes too much is cut, never what is there.

    A text that the program filled in may be longer: it stays whole, and does not grow. Qt's own
    limit counts an emoji as two or more, and a letter with its accent as two.
    """

    def __init__(self, field: QLineEdit, most: int) -> None:
        super().__init__(field)
        self._field, self._most, self._before = field, most, field.text()
        field.textEdited.connect(self._cut)
        field.textChanged.connect(self._remember)

    def _remember(self, _text: str) -> None:
        self._before = self._field.text()

    def _cut(self, _text: str) -> None:
        text = self._field.text()  # which another slot may have changed
        most = max(self._most, length(self._before))
        if length(text) <= most:
            return
        start = _common_start(self._before, text)
        rest = self._before[len(start) :]
        end = _common_start(rest[::-1], text[len(start) :][::-1])[::-1]
        came = graphemes(text[len(start) : len(text) - len(end)])
        del came[most + 2 :]  # one may join what is before it, and one what is behind
        while came and length(start + "".join(came) + end) > most:
            came.pop()
        kept = start + "".join(came)
        self._field.setText(kept + end)
        self._field.setCursorPosition(len(kept.encode("utf-16-le", "replace")) // 2)


def _common_start(first: str, second: str) -> str:
    alike = takewhile(lambda pair: pair[0] == pair[1], zip(first, second, strict=False))
    return first[: sum(1 for _pair in alike)]


def field(name: str, hint: str = "", most: int = 200) -> QLineEdit:
    """Return a field of so many characters that corrects and capitalises nothing by itself.

    The platform is asked to learn nothing either: it may hold somebody's words.
    """
    edit = QLineEdit()
    CharacterLimit(edit, most)
    edit.setPlaceholderText(hint)
    edit.setAccessibleName(name)
    edit.setInputMethodHints(SOMEBODYS_WORDS)
    return edit


class NumberBox(QSpinBox):
    """A whole number, typed freely; the wheel scrolls what is around it and never changes it."""

    def __init__(self, least: int, most: int) -> None:
        super().__init__()
        self.setRange(least, most)
        self.setAccelerated(True)
        self.lineEdit().setTextMargins(EDGE, 0, 0, 0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class LabelledField(QWidget):
    """A question with its field, a hint under it, and room for what is wrong with the answer."""

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
        self.hint.setVisible(bool(hint))  # only now: without a parent it would be a window

    def show_from_last_time(self, *, visible: bool) -> None:
        """Mark the answer as one from last time, for those who hear the page too."""
        self._last.setVisible(visible)
        parts = (_("From last time") if visible else "", self._hint)
        self.editor.setAccessibleDescription(". ".join(part for part in parts if part))

    def show_problem(self, problem: str) -> bool:
        """Show one sentence beside the field, or none; return whether there is one."""
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        return bool(problem)
