"""The weather's page in the typing corner: three skies, or none."""

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from facilitator.room.pages.picture import CornerPicture, Position
from facilitator.room.sentence_keys import Key
from facilitator.ui.corner.answers import AnswerList
from facilitator.ui.corner.cover_switch import CHOICE
from facilitator.ui.corner.entry_base import Sentences
from facilitator.ui.corner.own_page import OwnEntry
from facilitator.ui.corner.style import Look
from facilitator.ui.corner.texts import Columns
from facilitator.ui.widgets.key_presses import is_enter
from facilitator.ui.widgets.theme import palette_of

SENTENCES = Sentences(Key.CORNER_CHOOSE, Key.CORNER_STILL_CHOOSING, Key.CORNER_CHOICE_READER)


class WeatherPage(OwnEntry):
    """One pristine page for each person."""

    def __init__(self, picture: CornerPicture, *, forced: bool) -> None:
        super().__init__(picture, SENTENCES, CHOICE, forced=forced)
        content = picture.own.content if picture.own is not None else ()
        positions = (
            tuple(p for p in content if isinstance(p, Position))
            if isinstance(content, tuple)
            else ()
        )
        self.question, self.line = Columns(picture.question, "asked"), QWidget()
        palette = palette_of(picture.theme)
        self.answers = AnswerList(positions, picture.languages, palette)
        self._lay_out(self.question, self.line, self.answers)
        self._show_cover()

    @property
    def first(self) -> QWidget:
        """The list of skies."""
        return self.answers

    @property
    def answer(self) -> object:
        """The place of the chosen sky; ``None`` for none."""
        return self.answers.answer if self.answers.answer >= 0 else None

    def take_key(self, event: QKeyEvent) -> bool:
        """Choose by a sky's key; Enter in the list is Done."""
        if is_enter(event):
            if not event.isAutoRepeat():
                self.done.emit()
            return True
        return self.answers.choose_by_key(event.text())

    def _show_cover(self) -> None:
        self.answers.set_covered(covered=self._covered)
        super()._show_cover()

    def _dress(self, look: Look, width: int) -> None:
        super()._dress(look, width)
        self.answers.dress(look, width)
