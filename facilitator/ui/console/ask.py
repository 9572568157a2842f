"""A question asked inside the window, never in a box of its own that could cover the board."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from facilitator.ui.widgets.buttons import Button, main_button, quiet_button
from facilitator.ui.widgets.labels import breakable, label
from facilitator.ui.widgets.layouts import FlowLayout
from facilitator.ui.widgets.scrolling import reveal_soon
from facilitator.wording import _


class AskCard(QFrame):
    """Asks before something is done that cannot be undone; nothing happens unless told so.

    Signals:
        answered: the answer that was chosen.
        left: Esc, or the button that leaves things as they are.
    """

    takes_enter = True

    answered = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "selected")
        self.title, self.line, self.text = label(role="strong"), label(role="strong"), label()
        self.buttons: dict[str, Button] = {}
        self._row = FlowLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(8)
        column.addWidget(self.title)
        column.addWidget(self.line)
        column.addWidget(self.text)
        column.addLayout(self._row)
        self.hide()

    def ask(
        self, title: str, text: str, answers: dict[str, str], leave: str = "", line: str = ""
    ) -> None:
        """Ask; ``answers`` are words by answer. A single one is the main button.

        ``line`` is somebody's line that the question is about; it goes with the question.
        """
        self._clear()
        self.line.setText(f"“{breakable(line)}”" if line else "")
        self.line.setVisible(bool(line))
        self.title.setText(title)
        self.text.setText(text)
        self.text.setVisible(bool(text))
        for answer, words in answers.items():
            button = main_button(words) if len(answers) == 1 else Button(words)
            button.clicked.connect(partial(self._answer, answer))
            self.buttons[answer] = button
        self.leave_button = quiet_button(leave or _("Leave it as it is"), key=Qt.Key.Key_Escape)
        self.leave_button.clicked.connect(self._leave)
        for made in (*self.buttons.values(), self.leave_button):
            made.in_question, made.takes_enter = True, self.takes_enter
            made.setAccessibleDescription(f"{title} {text}".strip())
            self._row.addWidget(made)
            made.show()
        self.show()
        self.leave_button.setFocus()
        reveal_soon(self)

    @property
    def first_button(self) -> Button:
        """The button of the first answer."""
        return next(iter(self.buttons.values()), self.leave_button)

    def begin_at_first(self) -> None:
        """Put the focus on the first answer: for a question whose answers can be taken back."""
        self.first_button.setFocus()

    def drop(self) -> None:
        """Ask no more: what it was about is gone."""
        self._put_away()

    def _clear(self) -> None:
        self.buttons = {}
        while (item := self._row.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()

    def _answer(self, answer: str) -> None:
        self._put_away()
        self.answered.emit(answer)

    def _put_away(self) -> None:
        """Hide, and keep nobody's words."""
        self.line.setText("")
        self.hide()

    def _leave(self) -> None:
        self._put_away()
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)
