"""The base of the corner's entry pages, for writing and for choosing."""

from dataclasses import dataclass

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLayout, QVBoxLayout, QWidget

from facilitator.domain.text.language import in_order
from facilitator.room.pages.picture import CornerPicture
from facilitator.room.say import say_in
from facilitator.room.sentence_keys import Key, RoomKey
from facilitator.ui.corner.cover_switch import CoverSwitch, Saying
from facilitator.ui.corner.hint_line import HintLine
from facilitator.ui.corner.hold_marks import HoldMarks
from facilitator.ui.corner.promise_area import PromiseHead
from facilitator.ui.corner.style import LEAST_MARGINS, LOWER, SMALLER, Look, set_style
from facilitator.ui.corner.texts import Columns, in_workshop_order, stacked
from facilitator.ui.widgets.buttons import RingButton

FAR = 1.15  # by how much a page may seem too high and still be tried
NO_ROOM = 1 << 20  # pixels
HINT_STRETCH = 10  # of the foot's row: nearly all of it


@dataclass(frozen=True, slots=True)
class Sentences:
    """The sentences of a kind of page."""

    how: RoomKey  # what to do on the page
    still: RoomKey  # asked of somebody who may have left
    reader: RoomKey  # what screen readers say about the cover


class EntryBase(QWidget):
    """Promise, question and controls; subclasses add the input in the middle.

    It always starts covered; only F2 or its button uncovers it.

    Signals:
        done: the person pressed Done.
        touched: somebody is here: the page has changed.
        more_asked: somebody wants to read the whole promise.
        announced: a text for screen readers.
    """

    lowering: tuple[float, ...] = LOWER[:2]  # of a page without fields to lower

    done = Signal()
    touched = Signal()
    more_asked = Signal()
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
        self.promise = PromiseHead(picture)
        self.promise.more_asked.connect(self.more_asked)
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

    def go_on(self) -> bool:
        """Go to the next part of the page; return whether there was one, else hand over."""
        return False

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
        """Lay the page out for a size, as large as everything fits.

        Return whether everything is visible.
        """
        self.setMinimumHeight(0)
        tight = look.smaller(SMALLER[-1]).tighter()
        tries = [(lower, look.smaller(share)) for lower in self.lowering for share in SMALLER]
        needed = 0.0  # pixels for a unit, at the last try
        for lower, smaller in (*tries, *((lower, tight) for lower in self.lowering)):
            if needed * smaller.unit > size.height() * FAR and not smaller.tight:
                continue
            set_style(self, "" if smaller == look else smaller.sheet())  # or its parent's
            self._set_lower(lower)
            height = self._height_in(smaller, size)
            if height <= size.height():
                return True
            needed = height / smaller.unit
        self.setMinimumHeight(self._column.totalHeightForWidth(size.width()))
        return False

    def _set_lower(self, lower: float) -> None:
        """On a low display put what to do in the foot, in place of what only repeats it.

        ``lower`` is by how many lines of text the fields are lower than usual.
        """
        self.ends.setHidden(lower > 0)
        if lower > 0:
            self._foot_row.insertWidget(0, self.hints, HINT_STRETCH)
        else:
            self._column.insertWidget(self._column.indexOf(self._controls) + 1, self.hints)

    def _dress(self, look: Look, width: int) -> None:
        """Apply colours and sizes that the style sheet cannot set."""
        self.marks.dress(look.palette.accent, look.pixels(12))
        self.promise.dress(look, width)
        self.switch.fit(look)

    def _height_in(self, look: Look, size: QSize) -> int:
        """Set margins and sizes for a look; return the height that it needs.

        Margins at the sides give way to controls that are broader.
        """
        sides, above = look.sides(size), look.margins[1]
        self._column.setSpacing(look.spacing)
        self._controls.setSpacing(look.gap * 2)
        for part in self.findChildren(QWidget):
            part.ensurePolished()
            part.updateGeometry()
        for _try in range(2):
            self._column.setContentsMargins(sides, above, sides, above)
            self._dress(look, size.width() - 2 * sides)
            for layout in (*self.findChildren(QLayout), self._column):
                layout.invalidate()
            broad = self._column.totalMinimumSize().width()
            if broad <= size.width():
                return self._column.totalHeightForWidth(size.width())
            sides = max(LEAST_MARGINS[0], sides - (broad - size.width() + 1) // 2)
        return NO_ROOM

    def _make_controls(self, saying: Saying) -> None:
        languages = self._languages
        self.switch = CoverSwitch(languages, saying)
        self.done_button = RingButton(stacked(languages, Key.CORNER_DONE))
        self.done_button.setObjectName("done")
        self.done_button.setProperty("role", "main")
        self.done_button.setAccessibleName(self.done_button.text().replace("\n", ", "))
        self.hints = HintLine(languages, self._sentences.how)
        self.hints.announced.connect(self.announced)
        self.ends = Columns(say_in(in_order(languages), Key.CORNER_ENDS), "ends")
        self.foot = QLabel(stacked(languages, Key.CORNER_HOLD_ESC))
        self.foot.setObjectName("foot")
        self.marks = HoldMarks()

    def _lay_out(self, *middle: QWidget, beside: tuple[QWidget, ...] = ()) -> None:
        """Build the layout: the promise, the page's own parts, the controls and the foot.

        ``beside`` are the page's own controls, between the switch and Done.
        """
        self._column = QVBoxLayout(self)
        rule = QFrame()
        rule.setObjectName("under")
        for part in (self.promise, rule, *middle):
            self._column.addWidget(part)
        self._controls = QHBoxLayout()
        for part in (self.switch, *beside):
            self._controls.addWidget(part)
        self._controls.addStretch(1)
        self._controls.addWidget(self.done_button)
        self._column.addLayout(self._controls)
        self._column.addWidget(self.hints)
        self._column.addStretch(1)
        self._foot_row = QHBoxLayout()
        self._foot_row.addWidget(self.ends, HINT_STRETCH)
        self._foot_row.addStretch(1)
        self._foot_row.addWidget(self.marks)
        self._foot_row.addWidget(self.foot)
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
