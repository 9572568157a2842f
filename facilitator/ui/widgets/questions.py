"""A question inside a window, never in a dialog that could cover the board."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from facilitator.domain.text.text import clean_line
from facilitator.ui.widgets.buttons import Button, main_button, quiet_button
from facilitator.ui.widgets.caps import Cap
from facilitator.ui.widgets.fields import field
from facilitator.ui.widgets.focus import focus_again
from facilitator.ui.widgets.labels import breakable, label
from facilitator.ui.widgets.layouts import FlowLayout, clear_layout
from facilitator.ui.widgets.scrolling import reveal_soon
from facilitator.wording import _

LOOSE, TIGHT = (20, 16, 8), (16, 10, 6)  # pixels: at the sides, above and below, between the parts
LEAVE = "leave"  # in the name of the cancel button


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer: its id, the words on its button, and the key that the button shows."""

    id: str
    words: str
    key: Cap = ""


@dataclass(frozen=True, slots=True)
class WordsField:
    """A field in a question: its text, and whether an empty field is refused."""

    words: str = ""
    is_needed: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """A question and its answers.

    A single answer is the main button; so is the first after a field, where Enter gives it.
    """

    title: str
    text: str = ""
    answers: tuple[Answer, ...] = ()
    leave: str = ""  # on the cancel button; "" for the usual words
    lines: str = ""  # somebody's words in question, cleared with the question
    field: WordsField | None = None
    begins_at_answer: bool = False  # the answers can be undone, so the first gets the focus
    takes_enter: bool = True  # else Enter is ignored: it may still be held from before

    @property
    def main_answers(self) -> tuple[Answer, ...]:
        """The answers with a main button."""
        return self.answers[:1] if self.field is not None or len(self.answers) == 1 else ()


def quoted(line: str) -> str:
    """Put somebody's line in quotation marks."""
    return f"“{breakable(line)}”"


class QuestionCard(QFrame):
    """Asks one question at a time; Esc cancels.

    The focus moves into the card, and back afterwards. What somebody wrote is shown only while
    the question is open, and screen readers read the question with the focused control.

    Signals:
        answered: the id of the chosen answer.
        words_given: instead of it for a question with a field: the answer, and the text.
        left: Esc, or the cancel button.
    """

    answered = Signal(str)
    words_given = Signal(str, str)
    left = Signal()

    def __init__(self, most_characters: int = 200, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "selected")
        self.title, self.line, self.text = label(role="strong"), label(role="strong"), label()
        self.field = field("", most=most_characters)
        self.buttons: dict[str, Button] = {}
        self.leave_button = Button("", key=Qt.Key.Key_Escape)
        self._question = Question("")
        self._before: QWidget | None = None  # had the focus before
        self._instead_of: QWidget | None = None
        self._row = FlowLayout()
        self._column = QVBoxLayout(self)
        for part in (self.title, self.line, self.text, self.field):
            self._column.addWidget(part)
        self._column.addLayout(self._row)
        self.field.returnPressed.connect(self._answer_first)
        self.hide()

    def replace_while_asking(self, part: QWidget) -> None:
        """Hide a part of the window while a question is open; the card then has no frame."""
        self._instead_of = part
        self.setProperty("card", None)

    def ask(self, question: Question) -> None:
        """Ask a question; it replaces an open one."""
        if self.isHidden():
            self._before = self.window().focusWidget()
        self._question = question
        self._show_texts()
        self._show_buttons()
        self.show()
        self.focus_first()
        if self._instead_of is not None:
            self._instead_of.hide()
        reveal_soon(self)

    @property
    def first_button(self) -> Button:
        """The button of the first answer."""
        return next(iter(self.buttons.values()), self.leave_button)

    def drop(self) -> None:
        """Close the question without an answer: its subject is gone."""
        if not self.isHidden():
            self._reset()

    def leave(self) -> bool:
        """Cancel the question, as Esc does; return whether one was open."""
        if self.isHidden():
            return False
        self._reset()
        self.left.emit()
        return True

    def _show_texts(self) -> None:
        question = self._question
        side, edge, gap = TIGHT if question.field is not None else LOOSE
        if self._instead_of is not None:
            side = edge = 0  # the surrounding part has margins
        self._column.setContentsMargins(side, edge, side, edge)
        self._column.setSpacing(gap)
        self.setAccessibleName(question.title)
        for part, text in (
            (self.title, question.title),
            (self.line, question.lines),
            (self.text, question.text),
        ):
            part.setText(text)
            part.setVisible(bool(text))
        asks_words = question.field or WordsField()
        self.field.setVisible(question.field is not None)
        self.field.setText(asks_words.words)
        self.field.setAccessibleName(question.title)
        self.field.setAccessibleDescription(question.text)
        needed = _("A few words are needed here") if asks_words.is_needed else ""
        self.field.setPlaceholderText(needed)

    def _show_buttons(self) -> None:
        question = self._question
        clear_layout(self._row)
        self.buttons = {}
        for answer in question.answers:
            is_main = answer in question.main_answers
            enter = Qt.Key.Key_Return if is_main and question.field is not None else ""
            make = main_button if is_main else Button
            button = self._add_button(answer.id, make(answer.words, key=answer.key or enter))
            button.clicked.connect(partial(self._answer, answer.id))
            self.buttons[answer.id] = button
        leave = question.leave or _("Leave it as it is")
        self.leave_button = self._add_button(LEAVE, quiet_button(leave, key=Qt.Key.Key_Escape))
        self.leave_button.clicked.connect(self.leave)
        before: QWidget = self.field
        for button in (*self.buttons.values(), self.leave_button):
            QWidget.setTabOrder(before, button)
            before = button

    def _add_button(self, name: str, button: Button) -> Button:
        button.setObjectName(f"answer {name}")
        button.in_question, button.takes_enter = True, self._question.takes_enter
        button.setAccessibleDescription(f"{self._question.title} {self._question.text}".strip())
        self._row.addWidget(button)
        button.show()
        return button

    def focus_first(self) -> None:
        """Focus the field, or the answer that is safe."""
        if self._question.field is not None:
            self.field.setFocus()
            self.field.selectAll()
        elif self._question.begins_at_answer:
            self.first_button.setFocus()
        else:
            self.leave_button.setFocus()

    def _answer_first(self) -> None:
        self.first_button.click()

    def _answer(self, answer: str) -> None:
        words, asks_words = self.field.text(), self._question.field
        if asks_words is not None and asks_words.is_needed and not clean_line(words):
            self.field.setFocus()
            return
        self._reset()
        if asks_words is None:
            self.answered.emit(answer)
        else:
            self.words_given.emit(answer, words)

    def _reset(self) -> None:
        """Hide, restore the focus, and clear all texts."""
        if self._instead_of is not None:
            self._instead_of.show()
        self._give_focus_back()
        self.hide()
        self._question = Question("")
        for part in (self.title, self.line, self.text, self.field):
            part.setText("")  # unlike clear(), leaves nothing to undo
        self.field.setPlaceholderText("")
        for button in (*self.buttons.values(), self.leave_button):
            button.show_words("")
        for named in (self, self.field, *self.buttons.values(), self.leave_button):
            named.setAccessibleName("")
            named.setAccessibleDescription("")

    def _give_focus_back(self) -> None:
        focus, before, self._before = self.window().focusWidget(), self._before, None
        if focus is None or not self.isAncestorOf(focus):
            return  # the focus has moved elsewhere meanwhile
        if focus_again(before):
            return
        around = self.parentWidget()
        while around is not None and around.focusPolicy() is Qt.FocusPolicy.NoFocus:
            around = around.parentWidget()
        if around is not None:
            around.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)
