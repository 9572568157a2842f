"""The base of the corner's entry pages, for writing and for choosing."""

from dataclasses import dataclass

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLayout,
    QVBoxLayout,
    QWidget,
)

from facilitator.room.pages.picture import CornerPicture
from facilitator.room.sentence_keys import Key
from facilitator.ui.corner.cover_switch import CoverSwitch, Saying
from facilitator.ui.corner.hint_line import HintLine
from facilitator.ui.corner.hold_marks import HoldMarks
from facilitator.ui.corner.promise_area import PromiseArea
from facilitator.ui.corner.style import SMALLER, Look, set_style
from facilitator.ui.corner.texts import in_workshop_order, stacked
from facilitator.ui.widgets.buttons import RingButton
from facilitator.ui.widgets.theme import palette_of

LEAST_PROMISE = 3  # lines that are always visible; the rest scrolls


@dataclass(frozen=True, slots=True)
class Sentences:
    """The sentences of a kind of page."""

    how: Key  # what to do on the page
    still: Key  # asked of somebody who may have left
    reader: Key  # what screen readers say about the cover


class EntryBase(QWidget):
    """Promise, question and controls; subclasses add the input in the middle.

    It always starts covered; only F2 or its button uncovers it.

    Signals:
        done: the person pressed Done.
        touched: somebody is here: the page has changed.
        announced: a text for screen readers.
    """

    done = Signal()
    touched = Signal()
    announced = Signal(str)

    def __init__(
        self, picture: CornerPicture, sentences: Sentences, saying: Saying, *, forced: bool
    ) -> None:
        super().__init__()
        self.setObjectName("page")
        self._picture, self._sentences = picture, sentences
        self._languages = picture.languages
        self._covered, self._forced = True, forced
        self._locked = False
        self.promise = PromiseArea(picture)
        self._make_controls(saying)
        self.switch.clicked.connect(self.switch_cover)
        self.switch.clicked.connect(self._touch)
        self.done_button.clicked.connect(self.done)

    @property
    def first(self) -> QWidget:
        """The widget to focus when the page opens."""
        return self

    @property
    def is_covered(self) -> bool:
        """Whether the input is covered."""
        return self._covered

    def is_ready(self) -> bool:
        """Return whether the turn can be handed over; a page may ask for something first."""
        return True

    def take_key(self, event: QKeyEvent) -> bool:
        """Handle a key before the widgets do; return whether it was used."""
        return False

    def wipe(self) -> None:
        """Clear all input from this page."""

    def cover(self) -> None:
        """Cover the input immediately."""
        self._covered = True
        self._show_cover()

    def switch_cover(self) -> None:
        """Toggle the cover; a forced cover stays."""
        if not self._locked:
            self._covered = self._forced or not self._covered
            self._show_cover()
            self.first.setFocus()

    def set_forced(self, *, forced: bool) -> None:
        """Force the cover, or return control to the person."""
        self._forced = forced
        self._covered = self._covered or forced
        self._show_cover()

    def lock(self, *, locked: bool) -> None:
        """Ignore further input while the turn is being saved; the look does not change."""
        self._locked = locked

    def show_still(self, *, asks: bool) -> None:
        """Show or hide the question whether somebody is still there."""
        if asks:
            self.hints.ask(self._sentences.still)
        else:
            self.hints.show_how()

    def show_not_saved(self) -> None:
        """Say that the turn was not saved and is still here, so that nobody leaves it behind."""
        self.hints.ask(Key.CORNER_NOT_KEPT)

    def show_moment(self) -> None:
        """Show that Done was pressed; the response takes the same minimum time for everyone."""
        self.hints.tell(Key.CORNER_MOMENT)

    def fit(self, look: Look, size: QSize) -> bool:
        """Lay the page out for a size, as large as possible with the whole promise visible.

        Return whether everything is visible but the part of the promise that scrolls.
        """
        sides = max(look.margins[0], (size.width() - look.width) // 2)
        usual = ((low, look.smaller(share), sides) for low in (False, True) for share in SMALLER)
        last = look.smaller(SMALLER[-1]).tighter()
        for low, smaller, beside in (*usual, (True, last, last.margins[0])):
            set_style(self, "" if smaller == look else smaller.sheet())
            self._set_low(low=low)
            if self._room_for_promise(smaller, size, beside):
                return True
        return self._column.totalHeightForWidth(size.width()) <= size.height()

    def _set_low(self, *, low: bool) -> None:
        """Put parts side by side on a low display, or below each other again."""
        if low and self._under is not None:
            self._under.addWidget(self.marks)
            self._under.addWidget(self.foot)
        else:
            self._foot_row.insertWidget(0, self.foot)
            self._foot_row.addWidget(self.marks)

    def _dress(self, look: Look, width: int) -> None:
        """Apply colours and sizes that the style sheet cannot set."""
        self.marks.dress(look.palette.accent, look.pixels(12))
        self.switch.fit()

    def _room_for_promise(self, look: Look, size: QSize, sides: int) -> bool:
        """Set the heights for a look; return whether the promise fits without scrolling."""
        above = look.margins[1]
        self._column.setContentsMargins(sides, above, sides, above)
        self._column.setSpacing(look.spacing)
        width = size.width() - 2 * sides
        for part in self.findChildren(QWidget):
            part.ensurePolished()
            part.updateGeometry()
        self._dress(look, width)
        whole = self.promise.whole_in(width)
        self.promise.setFixedHeight(1)
        for layout in (*self.findChildren(QLayout), self._column):
            layout.invalidate()
        room = size.height() - self._column.totalHeightForWidth(size.width())
        least = LEAST_PROMISE * look.pixels(30)
        self.promise.setFixedHeight(min(whole, max(room, least)))
        self.promise.set_whole(is_whole=room >= whole)
        return room >= whole

    def _make_controls(self, saying: Saying) -> None:
        languages = self._languages
        self.switch = CoverSwitch(languages, palette_of(self._picture.theme).text, saying)
        self.measure = QLabel()
        self.measure.setObjectName("measure")
        self.done_button = RingButton(stacked(languages, Key.CORNER_DONE))
        self.done_button.setObjectName("done")
        self.done_button.setProperty("role", "main")
        self.done_button.setAccessibleName(self.done_button.text().replace("\n", ", "))
        self.hints = HintLine(languages, self._sentences.how)
        self.hints.announced.connect(self.announced)
        self.foot = QLabel(stacked(languages, Key.CORNER_HOLD_ESC))
        self.foot.setObjectName("foot")
        self.marks = HoldMarks()

    def _lay_out(self, *middle: QWidget, under: QHBoxLayout | None = None) -> None:
        """Build the layout: the promise, the page's own parts, the controls and the foot."""
        self._column = QVBoxLayout(self)
        for part in (self.promise, *middle):
            self._column.addWidget(part)
        self._column.addLayout(row_of(self.switch, self.measure, self.done_button))
        self._column.addWidget(self.hints)
        self._under = under
        if under is not None:
            self._column.addLayout(under)
        self._column.addStretch(1)
        self._foot_row = row_of(self.foot, self.marks, None)
        self._column.addLayout(self._foot_row)

    def _show_cover(self) -> None:
        self.switch.show_cover(covered=self._covered, forced=self._forced)
        self.switch.repaint()

    def _tell_reader(self) -> None:
        """Set what screen readers say at the first control: headphones, then the question."""
        first = (Key.CORNER_HEADPHONES, self._sentences.reader)
        spoken = [stacked(self._languages, key) for key in (*first, self._sentences.how)]
        spoken[2:2] = [*in_workshop_order(self._picture.question), self._line]
        self._describe("\n".join(filter(None, spoken)))

    @property
    def _line(self) -> str:
        """The line that the question is about, if any."""
        return ""

    def _describe(self, text: str) -> None:
        """Set the description of the first control for screen readers."""
        self.first.setAccessibleDescription(text)

    def _touch(self) -> None:
        self.touched.emit()


def row_of(left: QWidget, middle: QWidget | None, right: QWidget | None) -> QHBoxLayout:
    """Build a row with one widget at the left and the others at the right."""
    row = QHBoxLayout()
    row.setSpacing(24)
    row.addWidget(left)
    row.addStretch(1)
    for part in (middle, right):
        if part is not None:
            row.addWidget(part)
    return row
