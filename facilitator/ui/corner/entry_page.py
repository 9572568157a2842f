"""The page where a person writes lines, or passes."""

from itertools import pairwise

from PySide6.QtCore import QSize
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCheckBox, QWidget

from facilitator.domain.contribution import Turn
from facilitator.domain.text.language import WELSH
from facilitator.room.pages.picture import CornerPicture
from facilitator.room.sentence_keys import Key
from facilitator.ui.corner.accents import Accents, accents_of
from facilitator.ui.corner.cover_switch import WORDS
from facilitator.ui.corner.entry_base import EntryBase, Sentences
from facilitator.ui.corner.field import Field
from facilitator.ui.corner.lines import Lines
from facilitator.ui.corner.style import LOWER, Look
from facilitator.ui.corner.texts import Columns, stacked
from facilitator.ui.widgets.buttons import RingButton

NEARLY = 40  # characters left
SENTENCES = Sentences(Key.CORNER_EITHER_WAY, Key.CORNER_STILL, Key.CORNER_READER)


class EntryPage(EntryBase):
    """A page built for each person, so that nothing of the previous one is left in it."""

    lowering = LOWER

    def __init__(self, picture: CornerPicture, *, forced: bool = False) -> None:
        super().__init__(picture, SENTENCES, WORDS, forced=forced)
        self._measured: Key | None = None
        self._make_parts()
        self._place_parts()
        self._connect()
        self._show_cover()
        self._tell_reader()
        self._show_measure()

    @property
    def first(self) -> QWidget:
        """The field in use."""
        return self.field

    @property
    def field(self) -> Field:
        """The field in use."""
        return self.lines.current

    @property
    def turn(self) -> Turn:
        """The turn to hand over, as one value."""
        return Turn(self.lines.texts, in_record=not self.tick.isChecked())

    def lock(self, *, locked: bool) -> None:
        """Ignore typing while the turn is being saved; the look does not change."""
        super().lock(locked=locked)
        self.lines.set_locked(locked=locked)

    def wipe(self) -> None:
        """Clear all words from this page."""
        self.lines.wipe()

    def take_key(self, event: QKeyEvent) -> bool:
        """Type a Welsh accent for Alt and its letter; return whether the key was used."""
        forms = accents_of(event)
        if forms:
            self._type_accent(forms)
        return bool(forms)

    def _make_parts(self) -> None:
        picture, languages = self._picture, self._languages
        self.question = Columns(picture.question, "question")
        name = stacked(languages, Key.CORNER_FIELD)
        self.lines = Lines(picture.notes_a_turn, name)
        self.accents = Accents()
        self.another = RingButton(stacked(languages, Key.CORNER_ANOTHER))
        self.another.setObjectName("another")
        self.tick = QCheckBox(stacked(languages, Key.CORNER_KEEP_OUT))
        self.tick.setObjectName("tick")
        for control in (self.another, self.tick):
            control.setAccessibleName(control.text().replace("\n", ", "))

    def _place_parts(self) -> None:
        if self._picture.notes_a_turn == 1:
            self.another.hide()
        self._lay_out(self.question, self.lines, beside=(self.tick, self.another))
        self._column.insertWidget(self._column.count() - 2, self.accents)  # above the foot
        order = (self.switch, self.tick, self.another, self.done_button, self.promise.more)
        for before, after in pairwise((self.lines, *order)):
            QWidget.setTabOrder(before, after)

    def _connect(self) -> None:
        self.lines.changed.connect(self._show_measure)
        self.accents.chosen.connect(self._type_accent)
        self.another.clicked.connect(self.lines.add)
        for changes in (self.lines.changed, self.tick.toggled):
            changes.connect(self._touch)

    def _type_accent(self, forms: str) -> None:
        self.field.type_accent(forms)

    def _set_lower(self, lower: float) -> None:
        super()._set_lower(lower)
        self.lines.set_lower(lower)

    def _height_in(self, look: Look, size: QSize) -> int:
        """Try a look with the accents; without Welsh they give way if they do not fit."""
        self.accents.show()
        height = super()._height_in(look, size)
        if height > size.height() and WELSH not in self._languages:
            self.accents.hide()
            height = super()._height_in(look, size)
        return height

    def _dress(self, look: Look, width: int) -> None:
        measures = (Key.CORNER_ROOM, Key.CORNER_NEARLY, Key.CORNER_FULL)
        self.lines.dress(look, tuple(stacked(self._languages, key) for key in measures))
        super()._dress(look, width)
        self.another.setMinimumWidth(self.another.sizeHint().width())  # the style allows less
        self.accents.keys.show()
        self.accents.keys.setVisible(self.accents.sizeHint().width() <= width)
        self.lines.fit()

    def _show_cover(self) -> None:
        self.lines.set_covered(covered=self._covered)
        super()._show_cover()

    def _describe(self, text: str) -> None:
        self.lines.describe(text)

    def _show_measure(self) -> None:
        """Say in words how full the field is, never in figures; announce it once little is left."""
        room, before = self.field.room, self._measured
        key = Key.CORNER_NEARLY if room <= NEARLY else Key.CORNER_ROOM
        self._measured = key if room else Key.CORNER_FULL
        words = stacked(self._languages, self._measured)
        self.lines.show_measure(words)
        if self._measured is not before and room <= NEARLY:
            self.announced.emit(words)
        self.another.setEnabled(self.lines.can_add)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.field.setFocus()
