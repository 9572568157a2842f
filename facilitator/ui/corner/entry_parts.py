"""What stands on the entry page, and where."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from facilitator.domain.language import WELSH, in_order
from facilitator.room.keys import Key
from facilitator.room.picture import CornerPicture
from facilitator.room.say import say_in
from facilitator.ui.corner.accents import Accents
from facilitator.ui.corner.cover_switch import CoverSwitch
from facilitator.ui.corner.hold_marks import HoldMarks
from facilitator.ui.corner.lines import Lines
from facilitator.ui.corner.look import SMALLER, Look
from facilitator.ui.corner.texts import Columns, label, stacked, together
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


class EntryParts(QWidget):
    """The parts of an entry page, laid out for any size; what they do is the entry page's."""

    def __init__(self, picture: CornerPicture, around: EyesAndEars) -> None:
        super().__init__()
        self.setObjectName("page")
        self._picture = picture
        self._around = around
        self._make_parts()
        self._lay_out()

    def fit(self, look: Look, size: QSize) -> None:
        """Lay the page out for a size, as large as it can be with the promise whole."""
        sides = max(look.margins[0], (size.width() - look.width) // 2)
        for share in SMALLER:
            smaller = look.smaller(share)
            self.setStyleSheet(smaller.sheet())
            if self._room_for_promise(smaller, size, sides):
                return

    def _room_for_promise(self, look: Look, size: QSize, sides: int) -> bool:
        """Set the heights for a look; tell whether the promise needs no scrolling."""
        above = look.margins[1]
        self._column.setContentsMargins(sides, above, sides, above)
        self._column.setSpacing(round(18 * look.unit))
        self.lines.dress(look.palette.accent)
        self.marks.dress(look.palette.accent, look.pixels(12))
        width = size.width() - 2 * sides
        for part in self.findChildren(QWidget):
            part.ensurePolished()
            part.updateGeometry()
        self.switch.fit()
        self.lines.fit()
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

    def _make_parts(self) -> None:
        picture, languages = self._picture, self._picture.languages
        self._languages = languages
        late = (say_in(languages, Key.CORNER_LATE),) if picture.late else ()
        self.promise = QScrollArea()
        self.promise.setWidgetResizable(True)
        self.promise.setFrameShape(QFrame.Shape.NoFrame)
        self.promise.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.promise_text = Columns(together(late + picture.promise, languages), "promise")
        self.promise.setWidget(self.promise_text)
        self.promise.setAccessibleName(stacked(languages, Key.PROMISE_TITLE))
        self.question = Columns(picture.question, "question")
        name = stacked(languages, Key.CORNER_FIELD)
        self.lines = Lines(picture.notes_a_turn, name, self._around.is_read_aloud)
        self.accents = Accents()
        self._make_controls()

    def _make_controls(self) -> None:
        languages, palette = self._languages, palette_of(self._picture.theme)
        self.switch = CoverSwitch(languages, palette.text)
        self.not_covered = label(stacked(languages, Key.CORNER_READER), "reader", self)
        self.not_covered.hide()
        self.measure = QLabel()
        self.measure.setObjectName("measure")
        self.done_button = QPushButton(stacked(languages, Key.CORNER_DONE))
        self.done_button.setObjectName("done")
        self.done_button.setProperty("role", "main")
        self.another = QPushButton(stacked(languages, Key.CORNER_ANOTHER))
        self.another.setObjectName("another")
        self.tick = QCheckBox(stacked(languages, Key.CORNER_KEEP_OUT))
        self.tick.setObjectName("tick")
        self.hints = Columns(say_in(in_order(languages), Key.CORNER_EITHER_WAY), "hint")
        self.foot = QLabel(stacked(languages, Key.CORNER_HOLD_ESC))
        self.foot.setObjectName("foot")
        self.marks = HoldMarks()
        for control in (self.done_button, self.another, self.tick):
            control.setAccessibleName(control.text().replace("\n", ", "))

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        for part in (self.promise, self.question, self.lines):
            self._column.addWidget(part)
        if WELSH not in self._languages:
            self.accents.hide()
        self._column.addWidget(self.accents)
        self._column.addLayout(self._row_of(self.switch, self.measure, self.done_button))
        if self._around.is_read_aloud():
            self._column.addWidget(self.not_covered)
            told = stacked(self._languages, Key.CORNER_HEADPHONES)
            self._column.addWidget(label(told, "reader"))
        self._column.addWidget(self.hints)
        if self._picture.notes_a_turn == 1:
            self.another.hide()
        self._column.addLayout(self._row_of(self.tick, None, self.another))
        self._column.addStretch(1)
        self._column.addLayout(self._row_of(self.foot, self.marks, None))
        order = (self.lines, self.switch, self.tick, self.another, self.done_button, self.promise)
        for one, other in pairwise(order):
            QWidget.setTabOrder(one, other)

    def _row_of(self, left: QWidget, middle: QWidget | None, right: QWidget | None) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(24)
        row.addWidget(left)
        row.addStretch(1)
        for part in (middle, right):
            if part is not None:
                row.addWidget(part)
        return row
