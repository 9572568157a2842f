"""The page where a person chooses a position of a check, or to show none."""

from itertools import pairwise

from PySide6.QtCore import QSize
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLabel, QWidget

from facilitator.domain.text.language import in_order
from facilitator.room.pages.picture import CornerPicture
from facilitator.room.sentence_keys import Key
from facilitator.ui.corner.answers import NOT_CHOSEN, AnswerList
from facilitator.ui.corner.cover_switch import CHOICE
from facilitator.ui.corner.entry_base import EntryBase, Sentences
from facilitator.ui.corner.style import Look
from facilitator.ui.corner.texts import Columns, in_workshop_order, stacked, text_block
from facilitator.ui.widgets.key_presses import is_enter
from facilitator.ui.widgets.theme import palette_of

SENTENCES = Sentences(Key.CORNER_CHOOSE, Key.CORNER_STILL_CHOOSING, Key.CORNER_CHOICE_READER)


class AnswerPage(EntryBase):
    """A new page for each person, as for writing.

    Choosing a position and choosing to show none take the same actions, and look the same.
    """

    def __init__(self, picture: CornerPicture, *, forced: bool = False) -> None:
        super().__init__(picture, SENTENCES, CHOICE, forced=forced)
        languages = picture.languages
        self.question = Columns(picture.question, "asked")
        self.line: QWidget = text_block(picture.line, "line")
        if not picture.line:
            self.line = Columns(picture.whole, "line")
        if not (picture.line or picture.whole):
            self.line.hide()
        self.answers = AnswerList(picture.positions, languages, palette_of(picture.theme))
        self.measure = QLabel()
        self.measure.setObjectName("measure")
        self._lay_out(self.question, self.line, self.answers, beside=(self.measure,))
        order = (self.answers, self.switch, self.done_button, self.promise.more)
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)
        self.answers.changed.connect(self._show_chosen)
        self.answers.changed.connect(self._touch)
        self._show_cover()
        self._tell_reader()
        self._show_chosen()

    @property
    def first(self) -> QWidget:
        """The list of answers."""
        return self.answers

    @property
    def answer(self) -> int:
        """The index of the chosen position; -1 for showing none."""
        return self.answers.answer

    def is_ready(self) -> bool:
        """Return whether an answer is chosen, else ask for one; passing is an answer too."""
        if self.answer == NOT_CHOSEN:
            self.hints.ask(Key.CORNER_CHOOSE_FIRST)
            self.answers.setFocus()
            return False
        return True

    def take_key(self, event: QKeyEvent) -> bool:
        """Choose an answer by its key, wherever the focus is; Enter in the list is Done."""
        if is_enter(event) and self.answers.hasFocus():
            if not event.isAutoRepeat():
                self.done.emit()
            return True
        return self.answers.take_key(event)

    def lock(self, *, locked: bool) -> None:
        """Ignore further choices while the turn is being saved; the look does not change."""
        super().lock(locked=locked)
        self.answers.set_locked(locked=locked)

    def wipe(self) -> None:
        """Clear the choice."""
        self.answers.wipe()

    @property
    def _line(self) -> str:
        """The line that is checked, or a sentence that all are."""
        return self._picture.line or "\n".join(in_workshop_order(self._picture.whole))

    def _dress(self, look: Look, width: int) -> None:
        super()._dress(look, width)
        self.answers.dress(look, width)
        self.measure.setMinimumSize(QSize(self._room_for_measure(), 0))

    def _room_for_measure(self) -> int:
        """Return the room for either sentence, so that nothing moves after a choice."""
        metrics = self.measure.fontMetrics()
        texts = (
            stacked(in_order(self._languages), key)
            for key in (Key.CORNER_CHOSEN, Key.CORNER_NOT_CHOSEN)
        )
        return max(metrics.horizontalAdvance(line) for text in texts for line in text.split("\n"))

    def _show_cover(self) -> None:
        self.answers.set_covered(covered=self._covered)
        super()._show_cover()

    def _show_chosen(self) -> None:
        """Say that an answer is chosen, never which."""
        key = Key.CORNER_NOT_CHOSEN if self.answer == NOT_CHOSEN else Key.CORNER_CHOSEN
        self.measure.setText(stacked(self._languages, key))

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.answers.setFocus()
