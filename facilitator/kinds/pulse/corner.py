"""The pulse in the typing corner: one statement a screen, five labels or “rather not say”."""

from itertools import pairwise

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QStackedWidget, QWidget

from facilitator.domain.text.language import Words, in_order
from facilitator.kinds.pulse.sentences import Sentence
from facilitator.room.pages.picture import CornerPicture, Position
from facilitator.room.say import say_in
from facilitator.room.sentence_keys import Key
from facilitator.ui.corner.answers import NOT_CHOSEN, NOT_SHOWN, AnswerList
from facilitator.ui.corner.cover_switch import CHOICE
from facilitator.ui.corner.entry_base import Sentences
from facilitator.ui.corner.own_page import OwnEntry
from facilitator.ui.corner.style import Look
from facilitator.ui.corner.texts import Columns, in_workshop_order, stacked
from facilitator.ui.widgets.buttons import RingButton
from facilitator.ui.widgets.key_presses import is_enter
from facilitator.ui.widgets.theme import palette_of

SENTENCES = Sentences(Sentence.HOW, Key.CORNER_STILL_CHOOSING, Key.CORNER_CHOICE_READER)


class PulsePage(OwnEntry):
    """A new page for each person: all statements, one after another, then Done.

    Answers are handed in together at the end; until then they are only in this widget.
    """

    def __init__(self, picture: CornerPicture, *, forced: bool) -> None:
        super().__init__(picture, SENTENCES, CHOICE, forced=forced)
        statements, positions = _content_of(picture)
        languages = picture.languages
        self._chosen = [NOT_CHOSEN] * len(statements)
        self._place = 0
        self.question = Columns(picture.question, "asked")
        self.statements = QStackedWidget()
        self._words = statements
        for statement in statements:
            self.statements.addWidget(Columns(statement, "line"))
        self.answers = AnswerList(
            positions, languages, palette_of(picture.theme), rather_not=Sentence.RATHER_NOT
        )
        self.before_button = RingButton(stacked(languages, Sentence.BEFORE))
        self.before_button.setObjectName("choice")
        self.before_button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        if len(statements) == 1:
            self.before_button.hide()
        self.before_button.setAccessibleName(self.before_button.text().replace("\n", ", "))
        self.measure = QLabel()
        self.measure.setObjectName("measure")
        beside = (self.before_button, self.measure)
        self._lay_out(self.question, self.statements, self.answers, beside=beside)
        order = (self.answers, self.switch, *beside[:1], self.done_button, self.promise.more)
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)
        self.before_button.clicked.connect(self._go_back)
        self.answers.changed.connect(self._show_chosen)
        self.answers.changed.connect(self._touch)
        self._show_cover()
        self._show_statement()

    @property
    def first(self) -> QWidget:
        """The list of answers."""
        return self.answers

    @property
    def answer(self) -> object:
        """For each statement the index of the chosen label, lowest first; ``None`` for none."""
        return tuple(None if place == NOT_SHOWN else place for place in self._chosen)

    def is_ready(self) -> bool:
        """Return whether an answer to this statement is chosen, else ask for one."""
        if self.answers.answer == NOT_CHOSEN:
            self.hints.ask(Sentence.CHOOSE_FIRST)
            self.answers.setFocus()
            return False
        return True

    def go_on(self) -> bool:
        """Go to the next statement; return whether there was one."""
        self._chosen[self._place] = self.answers.answer
        if self._place == len(self._words) - 1:
            return False
        self._turn_to(self._place + 1)
        return True

    def take_key(self, event: QKeyEvent) -> bool:
        """Choose an answer by its key; Enter in the list goes on."""
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
        """Clear all choices."""
        self._chosen = [NOT_CHOSEN] * len(self._words)
        self.answers.wipe()

    @property
    def _line(self) -> str:
        """The statement, for screen readers."""
        return "\n".join(in_workshop_order(self._words[self._place]))

    def _go_back(self) -> None:
        if self._place and not self._locked:
            self._chosen[self._place] = self.answers.answer
            self._turn_to(self._place - 1)

    def _turn_to(self, place: int) -> None:
        self._place = place
        self.answers.wipe()
        if (chosen := self._chosen[place]) != NOT_CHOSEN:
            self.answers.choose(chosen if chosen >= 0 else len(self.answers.rows) - 1)
        self.hints.show_how()
        self._show_statement()
        self.answers.setFocus()
        self.announced.emit(self._line)

    def _show_statement(self) -> None:
        self.statements.setCurrentIndex(self._place)
        self.before_button.setEnabled(self._place > 0)
        last = self._place == len(self._words) - 1
        text = stacked(self._languages, Key.CORNER_DONE if last else Sentence.NEXT)
        self.done_button.setText(text)
        self.done_button.setAccessibleName(text.replace("\n", ", "))
        self._tell_reader()
        self._show_chosen()

    def _show_chosen(self) -> None:
        """Say which statement it is, and never what is chosen."""
        languages = in_order(self._languages)
        place = say_in(languages, Sentence.PLACE, number=self._place + 1, count=len(self._words))
        self.measure.setText("\n".join(in_workshop_order(place)))

    def _dress(self, look: Look, width: int) -> None:
        super()._dress(look, width)
        self.answers.dress(look, width)

    def _show_cover(self) -> None:
        self.answers.set_covered(covered=self._covered)
        super()._show_cover()


def _content_of(picture: CornerPicture) -> tuple[tuple[Words, ...], tuple[Position, ...]]:
    """Return the statements and the labels that the kind's ``room`` put in the picture."""
    content = picture.own.content if picture.own is not None else None
    match content:
        case (tuple() as statements, tuple() as positions):
            return statements, positions
    raise TypeError("not the picture of a pulse")
