"""Where one person writes a line, or leaves it empty."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent

from facilitator.domain.contribution import Turn
from facilitator.domain.language import WELSH
from facilitator.room.keys import Key
from facilitator.room.picture import CornerPicture
from facilitator.ui.corner.accents import ACCENTS
from facilitator.ui.corner.entry_parts import EntryParts, EyesAndEars
from facilitator.ui.corner.field import Field
from facilitator.ui.corner.texts import stacked

NEARLY = 40  # characters left


class EntryPage(EntryParts):
    """One pristine page for each person: made anew, so that nothing of the last one is in it.

    Signals:
        done: the person pressed Done.
        touched: somebody is here: words, the tick or the cover are not as they were.
    """

    done = Signal()
    touched = Signal()

    def __init__(self, picture: CornerPicture, around: EyesAndEars) -> None:
        super().__init__(picture, around)
        self._covered = around.covered
        self._locked = False
        self._connect()
        self._show_cover()
        self._show_measure()

    @property
    def field(self) -> Field:
        """The field in use."""
        return self.lines.current

    @property
    def turn(self) -> Turn:
        """What the person hands over, as one value."""
        return Turn(self.lines.texts, in_record=not self.tick.isChecked())

    @property
    def is_covered(self) -> bool:
        """Whether the words cannot be seen."""
        return self._covered

    def cover(self) -> None:
        """Cover the words, in the same frame."""
        self._covered = True
        self._show_cover()

    def switch_cover(self) -> None:
        """Cover the words or show them; a forced cover stays."""
        if not self._locked:
            self._covered = self._around.forced or not self._covered
            self._show_cover()
            self.field.setFocus()

    def set_forced(self, *, forced: bool) -> None:
        """Force the cover, or leave it to the person again."""
        self._around = EyesAndEars(forced, self._around.is_read_aloud)
        self._covered = self._covered or forced
        self._show_cover()

    def lock(self, *, locked: bool) -> None:
        """Take no more typing while the turn is being kept; it looks the same."""
        self._locked = locked
        self.lines.set_locked(locked=locked)

    def wipe(self) -> None:
        """Take every word out of this page."""
        self.lines.wipe()

    def show_still(self, *, asks: bool) -> None:
        """Ask whether somebody is still writing, or no longer."""
        if asks:
            self._hint(Key.CORNER_STILL, "still")
        else:
            self._hint(Key.CORNER_EITHER_WAY, "hint")

    def show_moment(self) -> None:
        """Say that Done was pressed: the answer takes the same least time for everyone."""
        self._hint(Key.CORNER_MOMENT, "hint")

    def _hint(self, key: Key, name: str) -> None:
        for one, text in zip(
            self.hints.labels, stacked(self._languages, key).split("\n"), strict=True
        ):
            one.setText(text)
            one.setObjectName(name)
            one.style().polish(one)

    def type_accent(self, event: QKeyEvent) -> bool:
        """Type a Welsh accent for Alt and its letter; tell whether that was meant."""
        alone = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.AltModifier
        held = event.modifiers()
        letter = ACCENTS.get(chr(event.key()).lower() if event.key() < 0x80 else "")
        wants = bool(held & Qt.KeyboardModifier.AltModifier) and not held & ~alone
        if letter is None or not wants or WELSH not in self._languages:
            return False
        capital = bool(held & Qt.KeyboardModifier.ShiftModifier)
        self.field.type_text(letter.upper() if capital else letter)
        return True

    def _connect(self) -> None:
        self.lines.changed.connect(self._show_measure)
        self.switch.clicked.connect(self.switch_cover)
        self.accents.chosen.connect(self._type_accent)
        self.another.clicked.connect(self.lines.add)
        self.done_button.clicked.connect(self.done)
        for changes in (self.lines.changed, self.tick.toggled, self.switch.clicked):
            changes.connect(self._touch)

    def _touch(self) -> None:
        self.touched.emit()

    def _type_accent(self, letter: str) -> None:
        self.field.type_text(letter)

    def _show_cover(self) -> None:
        self.lines.set_covered(covered=self._covered)
        self.not_covered.setVisible(self._around.is_read_aloud() and not self._covered)
        self.switch.show_cover(covered=self._covered, forced=self._around.forced)
        self.switch.repaint()

    def _show_measure(self) -> None:
        """Say in words how full the field is, never in figures."""
        room = self.field.room
        nearly = Key.CORNER_NEARLY if room <= NEARLY else Key.CORNER_ROOM
        self.measure.setText(stacked(self._languages, nearly if room else Key.CORNER_FULL))
        self.another.setEnabled(self.lines.can_add)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.field.setFocus()
