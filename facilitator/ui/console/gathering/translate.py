"""A field for a helper's translation of a line, one line after another."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFrame, QVBoxLayout, QWidget

from facilitator.domain.contribution import MAX_TRANSLATION
from facilitator.domain.text.language import NO_WORDS, Language, Words
from facilitator.domain.text.text import clean_line
from facilitator.live.views.desk_view import GatheringView, ReadRow
from facilitator.ui.console.gathering.words import shown_words
from facilitator.ui.widgets.buttons import main_button, quiet_button
from facilitator.ui.widgets.fields import field
from facilitator.ui.widgets.labels import label
from facilitator.ui.widgets.languages import language_name
from facilitator.ui.widgets.layouts import FlowLayout
from facilitator.ui.widgets.questions import quoted
from facilitator.ui.widgets.scrolling import reveal_soon
from facilitator.wording import _


class TranslateCard(QFrame):
    """Asks for a line in the other language; Enter saves it and goes to the next without one.

    Signals:
        translated: the id of a line, and its translation; without words it is deleted.
        turned: the id of the line that the field is for now.
        left: the field was closed.
    """

    translated = Signal(str, Words)
    turned = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "selected")
        self.title, self.line = label(_("The same in the other language"), "strong"), label()
        self.missing = label(role="do")
        self.language = QComboBox()
        self.language.setAccessibleName(_("Language of the translation"))
        self.field = field(_("A helper’s words"), most=MAX_TRANSLATION)
        self.keep_button = main_button(_("Save, then the next"))
        self.delete_button = quiet_button(_("Delete the translation"))
        self.leave_button = quiet_button(_("Done"), key=Qt.Key.Key_Escape)
        self._rows: tuple[ReadRow, ...] = ()
        self._about = ""  # the id of the line
        self._lay_out()
        self.field.returnPressed.connect(self._keep)
        self.keep_button.clicked.connect(self._keep)
        self.delete_button.clicked.connect(self._delete)
        self.leave_button.clicked.connect(self._leave)
        self.hide()

    def _lay_out(self) -> None:
        row = FlowLayout()
        row.addWidget(self.language)
        for button in (self.keep_button, self.delete_button, self.leave_button):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 14)
        column.addWidget(self.title)
        column.addWidget(self.line)
        column.addWidget(self.field)
        column.addLayout(row)
        column.addWidget(self.missing)

    def show_gathering(self, view: GatheringView) -> None:
        """Update the lines; close the field if its line is gone, and so nobody else's."""
        self._rows = view.rows
        self.missing.setText(missing_words(view))
        if view.languages != self._languages:
            self._offer(view.languages)
        if self._about and self._row is None:
            self.drop()
            self.left.emit()

    def open(self, line: str) -> bool:
        """Open the field for a line; return whether it has words to translate."""
        row = next((row for row in self._rows if row.id == line and can_translate(row)), None)
        if row is None:
            return False
        self._about = row.id
        mark = f"{row.letter} " if row.letter else ""
        self.line.setText(mark + quoted(shown_words(row)))
        self.language.setCurrentIndex(self.language.findData(row.into))
        self.field.setText(row.translation.first)
        self.delete_button.setVisible(bool(row.translation))
        self.field.setAccessibleDescription(self.line.text())
        self.show()
        self.field.setFocus()
        reveal_soon(self)
        self.turned.emit(row.id)
        return True

    def drop(self) -> None:
        """Close the field and clear its text."""
        self._about = ""
        self.line.setText("")
        self.field.setText("")  # unlike clear(), cannot be undone
        self.field.setAccessibleDescription("")
        self.hide()

    @property
    def _languages(self) -> tuple[Language, ...]:
        return tuple(self.language.itemData(place) for place in range(self.language.count()))

    @property
    def _row(self) -> ReadRow | None:
        return next((row for row in self._rows if row.id == self._about), None)

    def _offer(self, languages: Sequence[Language]) -> None:
        while self.language.count():
            self.language.removeItem(0)
        for language in languages:
            self.language.addItem(language_name(language), language)

    def _keep(self) -> None:
        text = clean_line(self.field.text())
        if text:
            words = Words.of(text, self.language.currentData())
            self.translated.emit(self._about, words)
            row = self._row
            if row is None or row.translation != words:
                return  # it was refused: the text is still here
        self._go_on()

    def _go_on(self) -> None:
        """Open the next line without a translation, or close the field."""
        at = next((n for n, row in enumerate(self._rows) if row.id == self._about), -1)
        following = (*self._rows[at + 1 :], *self._rows[: max(at, 0)])
        waiting = (row.id for row in following if can_translate(row) and not row.translation)
        if not self.open(next(waiting, "")):
            self._leave()

    def _delete(self) -> None:
        self.translated.emit(self._about, NO_WORDS)
        self._leave()

    def _leave(self) -> None:
        self.drop()
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)


def can_translate(row: ReadRow) -> bool:
    """Return whether a helper can put a line in the other language."""
    return row.into is not None and row.set_aside is None


def missing_words(view: GatheringView) -> str:
    """Return how many translations are missing; nothing before the first."""
    if not any(row.translation for row in view.rows):
        return _("The board shows translations once every line has its own.")
    if view.untranslated:
        return _("Translations: {count} still missing. The board shows none until then.").format(
            count=view.untranslated
        )
    return _("Every line has its translation.")
