"""What every entry page of the corner is and does, whether people write on it or choose."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import product

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from facilitator.domain.language import in_order
from facilitator.room.keys import Key
from facilitator.room.picture import CornerPicture
from facilitator.room.say import say_in
from facilitator.ui.corner.cover_switch import CoverSwitch, Saying
from facilitator.ui.corner.hold_marks import HoldMarks
from facilitator.ui.corner.look import SMALLER, Look
from facilitator.ui.corner.texts import Columns, label, stacked, together
from facilitator.ui.kit.ring import RingButton
from facilitator.ui.kit.theme import palette_of

FRAME = 8  # pixels that a scrolled area keeps for itself
LEAST_PROMISE = 3  # lines of it that always show; the rest is scrolled to


@dataclass(frozen=True, slots=True)
class EyesAndEars:
    """Who could see or hear the words: what decides whether they are covered."""

    forced: bool = False  # the room would see them
    is_read_aloud: Callable[[], bool] = lambda: False

    @property
    def covered(self) -> bool:
        """Whether words are covered at first."""
        return self.forced or not self.is_read_aloud()


@dataclass(frozen=True, slots=True)
class Told:
    """The sentences of one kind of page."""

    how: Key  # what to do on it
    still: Key  # asked of somebody who may have left
    reader: Key  # a screen reader is on


class EntryBase(QWidget):
    """Promise, question and controls; what is handed over stands in the middle, and is a page's.

    Signals:
        done: the person pressed Done.
        touched: somebody is here: what is on the page is not as it was.
    """

    done = Signal()
    touched = Signal()

    def __init__(
        self, picture: CornerPicture, around: EyesAndEars, told: Told, saying: Saying
    ) -> None:
        super().__init__()
        self.setObjectName("page")
        self._picture, self._around, self._told = picture, around, told
        self._languages = picture.languages
        self._covered = around.covered
        self._locked = False
        self._make_promise()
        self._make_controls(saying)
        self.switch.clicked.connect(self.switch_cover)
        self.switch.clicked.connect(self._touch)
        self.done_button.clicked.connect(self.done)

    @property
    def first(self) -> QWidget:
        """What has the keyboard when the page opens."""
        return self

    @property
    def is_covered(self) -> bool:
        """Whether what is on the page cannot be seen."""
        return self._covered

    def is_ready(self) -> bool:
        """Tell whether it can be handed over; a page may ask for something first."""
        return True

    def take_key(self, event: QKeyEvent) -> bool:
        """Use a key before any widget does; tell whether it was."""
        return False

    def wipe(self) -> None:
        """Take all that somebody put in out of this page."""

    def cover(self) -> None:
        """Cover it, in the same frame."""
        self._covered = True
        self._show_cover()

    def switch_cover(self) -> None:
        """Cover it or show it; a forced cover stays."""
        if not self._locked:
            self._covered = self._around.forced or not self._covered
            self._show_cover()
            self.first.setFocus()

    def set_forced(self, *, forced: bool) -> None:
        """Force the cover, or leave it to the person again."""
        self._around = EyesAndEars(forced, self._around.is_read_aloud)
        self._covered = self._covered or forced
        self._show_cover()

    def lock(self, *, locked: bool) -> None:
        """Take nothing more while the turn is being kept; it looks the same."""
        self._locked = locked

    def show_still(self, *, asks: bool) -> None:
        """Ask whether somebody is still there, or no longer."""
        if asks:
            self._hint(self._told.still, "still")
        else:
            self._hint(self._told.how, "hint")

    def show_moment(self) -> None:
        """Say that Done was pressed: the answer takes the same least time for everyone."""
        self._hint(Key.CORNER_MOMENT, "hint")

    def fit(self, look: Look, size: QSize) -> bool:
        """Lay the page out for a size, as large as it can be with the promise whole.

        Return whether all of it is in sight but what the promise scrolls to.
        """
        sides = max(look.margins[0], (size.width() - look.width) // 2)
        for low, share in product((False, True), SMALLER):
            smaller = look.smaller(share)
            self.setStyleSheet(smaller.sheet())
            self._set_low(low=low)
            if self._room_for_promise(smaller, size, sides):
                return True
        return self._column.totalHeightForWidth(size.width()) <= size.height()

    def _set_low(self, *, low: bool) -> None:
        """Put what can stand side by side so, where the display is low; or back again."""
        if low and self._under is not None:
            self._under.addWidget(self.marks)
            self._under.addWidget(self.foot)
        else:
            self._foot_row.insertWidget(0, self.foot)
            self._foot_row.addWidget(self.marks)

    def _dress(self, look: Look, width: int) -> None:
        """Take colours and sizes that the style sheet cannot give."""
        self.marks.dress(look.palette.accent, look.pixels(12))
        self.switch.fit()

    def _room_for_promise(self, look: Look, size: QSize, sides: int) -> bool:
        """Set the heights for a look; tell whether the promise needs no scrolling."""
        above = look.margins[1]
        self._column.setContentsMargins(sides, above, sides, above)
        self._column.setSpacing(round(18 * look.unit))
        width = size.width() - 2 * sides
        for part in self.findChildren(QWidget):
            part.ensurePolished()
            part.updateGeometry()
        self._dress(look, width)
        whole = max(0, self.promise_text.heightForWidth(width - FRAME) + FRAME)
        self.promise.setFixedHeight(1)
        for layout in (*self.findChildren(QLayout), self._column):
            layout.invalidate()
        room = size.height() - self._column.totalHeightForWidth(size.width())
        least = LEAST_PROMISE * look.pixels(30)
        self.promise.setFixedHeight(min(whole, max(room, least)))
        bar = Qt.ScrollBarPolicy
        is_whole = room >= whole  # Qt would keep a bar that it needed once
        self.promise.setVerticalScrollBarPolicy(
            bar.ScrollBarAlwaysOff if is_whole else bar.ScrollBarAsNeeded
        )
        return is_whole

    def _make_promise(self) -> None:
        languages = self._languages
        late = (say_in(languages, Key.CORNER_LATE),) if self._picture.late else ()
        self.promise = QScrollArea()
        self.promise.setWidgetResizable(True)
        self.promise.setFrameShape(QFrame.Shape.NoFrame)
        self.promise.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.promise_text = Columns(together(late + self._picture.promise, languages), "promise")
        self.promise.setWidget(self.promise_text)
        self.promise.setAccessibleName(stacked(languages, Key.PROMISE_TITLE))

    def _make_controls(self, saying: Saying) -> None:
        languages = self._languages
        self.switch = CoverSwitch(languages, palette_of(self._picture.theme).text, saying)
        self.not_covered = label(stacked(languages, self._told.reader), "reader", self)
        self.not_covered.hide()
        self.measure = QLabel()
        self.measure.setObjectName("measure")
        self.done_button = RingButton(stacked(languages, Key.CORNER_DONE))
        self.done_button.setObjectName("done")
        self.done_button.setProperty("role", "main")
        self.done_button.setAccessibleName(self.done_button.text().replace("\n", ", "))
        self.hints = Columns(say_in(in_order(languages), self._told.how), "hint")
        self.foot = QLabel(stacked(languages, Key.CORNER_HOLD_ESC))
        self.foot.setObjectName("foot")
        self.marks = HoldMarks()

    def _lay_out(self, *middle: QWidget, under: QHBoxLayout | None = None) -> None:
        """Set the page: the promise, what is the page's own, the controls and the foot."""
        self._column = QVBoxLayout(self)
        for part in (self.promise, *middle):
            self._column.addWidget(part)
        self._column.addLayout(row_of(self.switch, self.measure, self.done_button))
        if self._around.is_read_aloud():
            self._column.addWidget(self.not_covered)
            told = stacked(self._languages, Key.CORNER_HEADPHONES)
            self._column.addWidget(label(told, "reader"))
        self._column.addWidget(self.hints)
        self._under = under
        if under is not None:
            self._column.addLayout(under)
        self._column.addStretch(1)
        self._foot_row = row_of(self.foot, self.marks, None)
        self._column.addLayout(self._foot_row)

    def _show_cover(self) -> None:
        self.not_covered.setVisible(self._around.is_read_aloud() and not self._covered)
        self.switch.show_cover(covered=self._covered, forced=self._around.forced)
        self.switch.repaint()

    def _hint(self, key: Key, name: str) -> None:
        for one, text in zip(
            self.hints.labels, stacked(self._languages, key).split("\n"), strict=True
        ):
            one.setText(text)
            one.setObjectName(name)
            one.style().polish(one)

    def _touch(self) -> None:
        self.touched.emit()


def row_of(left: QWidget, middle: QWidget | None, right: QWidget | None) -> QHBoxLayout:
    """Return a row with one thing at its left and the others at its right."""
    row = QHBoxLayout()
    row.setSpacing(24)
    row.addWidget(left)
    row.addStretch(1)
    for part in (middle, right):
        if part is not None:
            row.addWidget(part)
    return row
