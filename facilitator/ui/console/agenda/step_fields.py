"""A step's title and question in fields, one for each of the room's languages."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from facilitator.domain.text.language import ENGLISH, NO_WORDS, Language, Words
from facilitator.domain.text.text import clean_line
from facilitator.live.session.step_changes import MOST_QUESTION, MOST_TITLE, StepTexts
from facilitator.ui.widgets.fields import field
from facilitator.ui.widgets.labels import label
from facilitator.ui.widgets.languages import language_name
from facilitator.wording import _


class StepFields(QWidget):
    """A title and a question field for each language, each below its label.

    Signals:
        entered: Enter was pressed in a field.
    """

    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.titles: dict[Language, QLineEdit] = {}
        self.questions: dict[Language, QLineEdit] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._labels: list[QLabel] = []
        self.show_languages((ENGLISH,))

    @property
    def first(self) -> QLineEdit:
        """The first title."""
        return next(iter(self.titles.values()))

    @property
    def texts(self) -> StepTexts:
        """What is typed, in the order of the languages."""
        titles, questions = self.titles.values(), self.questions.values()
        return StepTexts(
            tuple(clean_line(edit.text()) for edit in titles),
            tuple(clean_line(edit.text()) for edit in questions),
        )

    def show_languages(self, languages: tuple[Language, ...]) -> None:
        """Show fields for these languages; text typed in other languages is discarded."""
        if tuple(self.titles) == languages:
            return
        for old in (*self.titles.values(), *self.questions.values(), *self._labels):
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._labels = []
        alone = len(languages) == 1
        self.titles = {
            language: self._add(_title(language, alone=alone), MOST_TITLE) for language in languages
        }
        self.questions = {
            language: self._add(_question(language, alone=alone), MOST_QUESTION)
            for language in languages
        }

    def show_texts(self, title: Words = NO_WORDS, question: Words = NO_WORDS) -> None:
        """Fill the fields with a step's texts, or empty them."""
        for fields, words in ((self.titles, title), (self.questions, question)):
            texts = dict(words.texts)
            for language, edit in fields.items():
                edit.setText(texts.get(language, ""))  # unlike clear(), cannot be undone
                edit.setCursorPosition(0)

    def enable_question(self, *, may_ask: bool) -> None:
        """Enable the question, or show why it cannot change."""
        why = "" if may_ask else _("People have answered it: it stays with what they gave.")
        for edit in self.questions.values():
            edit.setEnabled(may_ask)
            edit.setToolTip(why or edit.accessibleName())
            edit.setAccessibleDescription(why)

    def _add(self, name: str, most: int) -> QLineEdit:
        edit = field(name, most=most)
        edit.setToolTip(name)
        edit.returnPressed.connect(self.entered)
        above = label(name, "do")
        above.setBuddy(edit)
        self._labels.append(above)
        self._column.addWidget(above)
        self._column.addWidget(edit)
        return edit


def _title(language: Language, *, alone: bool) -> str:
    if alone:
        return _("Title")
    return _("Title in {language}").format(language=language_name(language))


def _question(language: Language, *, alone: bool) -> str:
    if alone:
        return _("Question, if any")
    return _("Question in {language}").format(language=language_name(language))
