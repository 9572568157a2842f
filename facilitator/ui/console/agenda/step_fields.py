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
    """Has a title and a question for each language; ``labelled`` where they are filled at first.

    Signals:
        entered: Enter was pressed in one of them.
    """

    entered = Signal()

    def __init__(self, parent: QWidget | None = None, *, labelled: bool = False) -> None:
        super().__init__(parent)
        self._labelled = labelled
        self.titles: dict[Language, QLineEdit] = {}
        self.questions: dict[Language, QLineEdit] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        if labelled:
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
            tuple(clean_line(one.text()) for one in titles),
            tuple(clean_line(one.text()) for one in questions),
        )

    def show_languages(self, languages: tuple[Language, ...]) -> None:
        """Have a field for each of these languages; what is typed in others goes."""
        if tuple(self.titles) == languages:
            return
        for old in (*self.titles.values(), *self.questions.values(), *self._labels):
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._labels = []
        alone = len(languages) == 1
        self.titles = {one: self._add(_title(one, alone=alone), MOST_TITLE) for one in languages}
        self.questions = {
            one: self._add(_question(one, alone=alone), MOST_QUESTION) for one in languages
        }

    def show_texts(self, title: Words = NO_WORDS, question: Words = NO_WORDS) -> None:
        """Show a step's own words, or empty fields."""
        for fields, words in ((self.titles, title), (self.questions, question)):
            texts = dict(words.texts)
            for language, one in fields.items():
                one.setText(texts.get(language, ""))  # unlike clear(), leaves nothing to undo
                one.setCursorPosition(0)

    def let_ask(self, *, may_ask: bool) -> None:
        """Let the question be changed, or show why it stays."""
        why = "" if may_ask else _("People have answered it: it stays with what they gave.")
        for one in self.questions.values():
            one.setEnabled(may_ask)
            one.setToolTip(why or one.accessibleName())
            one.setAccessibleDescription(why)

    def _add(self, name: str, most: int) -> QLineEdit:
        made = field(name, "" if self._labelled else name, most)
        made.setToolTip(name)
        made.returnPressed.connect(self.entered)
        if self._labelled:
            above = label(name, "do")
            above.setBuddy(made)
            self._labels.append(above)
            self._column.addWidget(above)
        self._column.addWidget(made)
        return made


def _title(language: Language, *, alone: bool) -> str:
    if alone:
        return _("Title")
    return _("Title in {language}").format(language=language_name(language))


def _question(language: Language, *, alone: bool) -> str:
    if alone:
        return _("Question, if any")
    return _("Question in {language}").format(language=language_name(language))
