"""A question with a field, asked inside the window: a wording, an example, a reason."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from facilitator.domain.agreement.line import MAX_LINE
from facilitator.domain.text.text import clean_line
from facilitator.ui.widgets.buttons import Button, main_button, quiet_button
from facilitator.ui.widgets.fields import field
from facilitator.ui.widgets.labels import label
from facilitator.ui.widgets.layouts import FlowLayout
from facilitator.ui.widgets.scrolling import reveal_soon
from facilitator.wording import _


class FormCard(QFrame):
    """Asks for a few words; Enter gives the first answer, Esc leaves things as they are.

    Signals:
        answered: what was asked for, the answer that was chosen, and the words.
        left: nothing was chosen.
    """

    answered = Signal(str, str, str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "selected")
        self.title, self.text = label(role="strong"), label()
        self.field = field("", most=MAX_LINE)
        self.buttons: dict[str, Button] = {}
        self._asked = ""
        self._needs_words = False
        self._row = FlowLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 10)
        column.setSpacing(6)
        for part in (self.title, self.text, self.field):
            column.addWidget(part)
        column.addLayout(self._row)
        self.field.returnPressed.connect(self._first)
        self.hide()

    def ask(
        self,
        asked: str,
        texts: tuple[str, str, str],
        answers: dict[str, str],
        *,
        needs_words: bool = False,
    ) -> None:
        """Ask: ``texts`` are a title, a sentence, and what stands in the field already.

        Where words are needed, none is no answer: the question stays.
        """
        title, text, words = texts
        self._clear()
        self._asked = asked
        self.title.setText(title)
        self.text.setText(text)
        self.text.setVisible(bool(text))
        self.field.setAccessibleName(title)
        self.field.setText(words)
        self._needs_words = needs_words
        self.field.setPlaceholderText(_("A few words are needed here") if needs_words else "")
        for place, (answer, shown) in enumerate(answers.items()):
            button = Button(shown) if place else main_button(shown, key=Qt.Key.Key_Return)
            button.clicked.connect(partial(self._answer, answer))
            self.buttons[answer] = button
        leave = quiet_button(_("Leave it as it is"), key=Qt.Key.Key_Escape)
        leave.clicked.connect(self._leave)
        before: QWidget = self.field
        for made in (*self.buttons.values(), leave):
            self._row.addWidget(made)
            made.show()
            QWidget.setTabOrder(before, made)
            before = made
        self.show()
        self.field.setFocus()
        self.field.selectAll()
        reveal_soon(self)

    def drop(self) -> None:
        """Ask no more: what it was about is gone."""
        if not self.isHidden():
            self._forget()

    def _clear(self) -> None:
        self.buttons = {}
        while (item := self._row.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()

    def _first(self) -> None:
        self._answer(next(iter(self.buttons)))

    def _answer(self, answer: str) -> None:
        words = self.field.text()
        if self._needs_words and not clean_line(words):
            self.field.setFocus()
            return
        self._forget()
        self.answered.emit(self._asked, answer, words)

    def _leave(self) -> None:
        self._forget()
        self.left.emit()

    def _forget(self) -> None:
        """Keep no word of anybody while nothing is asked."""
        self.hide()
        for part in (self.title, self.text, self.field):
            part.setText("")  # unlike clear(), leaves nothing to undo

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)
