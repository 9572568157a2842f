"""Dots in the typing corner: all lines on one page, then Done, with dots or without."""

from itertools import pairwise

from PySide6.QtCore import QSize
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from facilitator.domain.text.language import in_order
from facilitator.kinds.dots.room import CornerLines
from facilitator.kinds.dots.sentences import Sentence
from facilitator.room.pages.picture import CornerPicture
from facilitator.room.say import say_in
from facilitator.room.sentence_keys import Key
from facilitator.ui.corner.cover_switch import Saying
from facilitator.ui.corner.dot_list import DotLines, DotList
from facilitator.ui.corner.entry_base import Sentences
from facilitator.ui.corner.own_page import OwnEntry
from facilitator.ui.corner.style import Look
from facilitator.ui.corner.texts import Columns, in_workshop_order
from facilitator.ui.widgets.key_presses import is_enter
from facilitator.ui.widgets.theme import palette_of

SENTENCES = Sentences(Sentence.HOW, Key.CORNER_STILL_CHOOSING, Sentence.READER)
COVER = Saying(Sentence.COVERED, Sentence.IN_SIGHT, Sentence.FORCED)
MOST_STRETCH = 100  # of the list, beside the free space under the page


class DotsPage(OwnEntry):
    """A new page for each person. Dots are handed in at the end; until then they are only here.

    Placing no dots takes the same actions as placing all, and looks the same.
    """

    def __init__(self, picture: CornerPicture, *, forced: bool) -> None:
        super().__init__(picture, SENTENCES, COVER, forced=forced)
        self.question = Columns(picture.question, "asked")
        self._content = _content_of(picture)
        self.lines = DotList(self._lines(), palette_of(picture.theme))
        self.lines.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.measure = QLabel()
        self.measure.setObjectName("measure")
        self._lay_out(self.question, self.lines, beside=(self.measure,))
        self._column.setStretchFactor(self.lines, MOST_STRETCH)
        order = (self.lines, self.switch, self.done_button, self.promise.more)
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)
        self.lines.changed.connect(self._show_left)
        self.lines.changed.connect(self._touch)
        self.lines.refused.connect(self._refuse)
        self._show_cover()
        self._tell_reader()

    @property
    def first(self) -> QWidget:
        """The list of lines."""
        return self.lines

    @property
    def answer(self) -> object:
        """The letter of each line with dots, and how many: an empty tuple without any."""
        lines = zip(self._content.lines, self.lines.placed, strict=True)
        return tuple((line.letter, dots) for line, dots in lines if dots)

    def take_key(self, event: QKeyEvent) -> bool:
        """Place dots by a key, wherever the focus is; Enter in the list goes to Done."""
        if is_enter(event) and self.lines.hasFocus():
            if not event.isAutoRepeat():
                self.done_button.setFocus()
            return True
        return self.lines.take_key(event)

    def lock(self, *, locked: bool) -> None:
        """Ignore further dots while the turn is being saved; the look does not change."""
        super().lock(locked=locked)
        self.lines.set_locked(locked=locked)

    def wipe(self) -> None:
        """Take all dots back."""
        self.lines.wipe()

    def _lines(self) -> DotLines:
        budget = self._content.budget
        return DotLines(
            tuple((line.mark, line.text) for line in self._content.lines),
            budget.dots,
            budget.on_a_line,
            self._words(Sentence.LINES).replace("\n", ", "),
            lambda dots: self._words(Sentence.BESIDE, dots).replace("\n", ", "),
        )

    def _refuse(self) -> None:
        """Say that no dots are left, to whoever placed them: not beside a covered list."""
        if self._covered:
            self.announced.emit(self._words(Sentence.NO_MORE))
        else:
            self.hints.ask(Sentence.NO_MORE)

    def _show_left(self) -> None:
        """Say how many dots are left; while they are covered, how many everybody has."""
        left = self._words(Sentence.LEFT, self.lines.left)
        self.measure.setText(self._words(Sentence.YOUR_DOTS_HOW) if self._covered else left)
        self.hints.show_how()

    def _words(self, key: Sentence, dots: int | None = None) -> str:
        budget = self._content.budget
        words = say_in(
            in_order(self._languages),
            key,
            dots=budget.dots if dots is None else dots,
            most=budget.on_a_line,
        )
        return "\n".join(in_workshop_order(words))

    def _dress(self, look: Look, width: int) -> None:
        super()._dress(look, width)
        self.lines.dress(look, width)
        self.measure.setMinimumSize(QSize(self._room_for_measure(), 0))

    def _room_for_measure(self) -> int:
        """Return the room for either sentence, so that nothing moves when it changes."""
        metrics = self.measure.fontMetrics()
        texts = self._words(Sentence.YOUR_DOTS_HOW), self._words(Sentence.LEFT, 88)
        return max(metrics.horizontalAdvance(line) for text in texts for line in text.split("\n"))

    def _show_cover(self) -> None:
        self.lines.set_covered(covered=self._covered)
        self._show_left()
        super()._show_cover()


def _content_of(picture: CornerPicture) -> CornerLines:
    """Return the lines that the kind's ``room`` put in the picture."""
    content = picture.own.content if picture.own is not None else None
    if not isinstance(content, CornerLines):
        raise TypeError("not the picture of dots")
    return content
