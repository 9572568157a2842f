"""The lines of the corner with their dots; a covered list looks the same whatever is placed."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from facilitator.room.marks import shapes_of
from facilitator.ui.corner.dot_row import WRAPPED, Places, RowPaint, Sizes
from facilitator.ui.corner.style import Look
from facilitator.ui.widgets.key_presses import chords
from facilitator.ui.widgets.letters import letter_of
from facilitator.ui.widgets.style import LEAST_CONTROL, RING
from facilitator.ui.widgets.theme import Palette

BUTTON, DOT, PAD, GAP = 48, 20, 6, 5  # pixels of the design
LEAST_DOT = 16  # pixels
LEAST_ROWS = 4  # in sight, on the lowest display
INSIDE = 2  # pixels
MOST_DIGIT = 3  # of the keys 0, 1, 2, …
MORE, LESS = frozenset("+="), frozenset("-−–_")

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class DotLines:
    """The lines with their letters, how many dots there are, and what screen readers say."""

    lines: tuple[tuple[str, str], ...]
    dots: int  # of a person
    most: int  # on one line
    name: str
    spoken: Callable[[int], str]  # how many dots a line has


class DotList(QListWidget):
    """Places dots by keys, or by the two buttons of each line.

    Screen readers get the dots even if they are covered: the cover hides them from other eyes.

    Signals:
        changed: a dot was placed or taken back, or another line is the present one.
        refused: there are no dots left.
    """

    changed = Signal()
    refused = Signal()

    def __init__(self, content: DotLines, palette: Palette) -> None:
        super().__init__()
        self.setObjectName("answers")
        self._content, self.lines = content, content.lines
        self.dots = [0] * len(self.lines)
        self.is_covered = True
        self._locked = False
        self._palette = palette
        self._sizes = Sizes(400, BUTTON, DOT, PAD, GAP, BUTTON, content.most)
        self.setItemDelegate(_Rows(self))
        self.setAccessibleName(content.name)
        for place in range(len(self.lines)):
            self.addItem(QListWidgetItem())
            self._tell_reader(place)
        self._be_plain()
        self.setCurrentRow(0)
        self.currentRowChanged.connect(lambda _row: self._changed())

    @property
    def left(self) -> int:
        """How many dots the person still has."""
        return self._content.dots - sum(self.dots)

    @property
    def placed(self) -> tuple[int, ...]:
        """How many dots each line has."""
        return tuple(self.dots)

    def add(self, step: int) -> None:
        """Place one more dot on the present line, or take one back."""
        place = self.currentRow()
        if place >= 0:
            self.give(place, self.dots[place] + step)

    def give(self, place: int, dots: int) -> None:
        """Place so many dots on a line, or as many as there are."""
        if self._locked:
            return
        wanted = min(max(dots, 0), self._content.most)
        fitting = min(wanted, self.dots[place] + self.left)
        self.dots[place] = fitting
        self._tell_reader(place)
        self._changed()
        if fitting < wanted:
            self.refused.emit()

    def take_key(self, event: QKeyEvent) -> bool:
        """Place dots by a digit or a sign, or go to the line of a letter.

        A key counts by what it types, or else by its place on the keyboard.
        """
        if event.modifiers() & chords():
            return False
        return any(self._take(typed) for typed in (event.text(), letter_of(event)) if typed)

    def set_covered(self, *, covered: bool) -> None:
        """Cover or show the dots immediately."""
        self.is_covered = covered
        self.viewport().repaint()

    def set_locked(self, *, locked: bool) -> None:
        """Ignore further dots while a turn is being saved, without a visible change."""
        self._locked = locked

    def wipe(self) -> None:
        """Take all dots back, and go to the first line."""
        self.dots = [0] * len(self.lines)
        for place in range(len(self.lines)):
            self._tell_reader(place)
        self.setCurrentRow(0)
        self.viewport().update()

    def dress(self, look: Look, width: int) -> None:
        """Set the sizes of the rows at this width; a long list scrolls."""
        self.ensurePolished()
        bar = self.verticalScrollBar().sizeHint().width()
        self._sizes = Sizes(
            width - 2 * self.frameWidth() - 2 * INSIDE - bar,
            max(LEAST_CONTROL, round(BUTTON * look.unit)),
            max(LEAST_DOT, round(DOT * look.unit)),
            round(PAD * look.unit),
            round(GAP * look.unit),
            round(self.fontMetrics().height() * (1.2 + 0.6 * self._letters)),
            self._content.most,
        )
        heights = [self.height_of(place) for place in range(len(self.lines))]
        edge = 2 * (RING + INSIDE)
        least = sum(sorted(heights, reverse=True)[:LEAST_ROWS]) + edge
        self.setMinimumHeight(least)
        self.setMaximumHeight(sum(heights) + edge)
        self.scheduleDelayedItemsLayout()

    def height_of(self, place: int) -> int:
        """Return the height of a row."""
        sizes, metrics = self._sizes, QFontMetrics(self.font())
        box = QRect(0, 0, max(sizes.words, 40), 10_000)
        words = metrics.boundingRect(box, WRAPPED, self.lines[place][1]).height()
        return max(words, sizes.button) + 2 * sizes.pad + sizes.gap

    def row_paint(self, place: int) -> RowPaint:
        """Return what a row shows; nothing of it depends on dots while they are covered."""
        letter, text = self.lines[place]
        is_present = not self.is_covered and place == self.currentRow()
        return RowPaint(
            letter,
            text,
            None if self.is_covered else self.dots[place],
            self._content.most,
            is_present,
            self._palette,
        )

    def places_of(self, place: int) -> Places:
        """Return where the parts of a row are."""
        sizes, whole = self._sizes, self.visualRect(self.model().index(place, 0))
        row = QRect(whole.left(), whole.top(), sizes.width, whole.height() - sizes.gap)
        more = self._button(row, row.right() - sizes.pad - sizes.button)
        less = self._button(row, more.left() - sizes.dots - sizes.button)
        words = QRect(row.left() + sizes.cap, row.top(), sizes.words, row.height())
        letter = QRect(row.left(), row.top(), sizes.cap, row.height())
        dots = QRect(less.right(), row.top(), sizes.dots, row.height())
        return Places(row, letter, words, less, dots, more, sizes.dot)

    def _button(self, row: QRect, left: int) -> QRect:
        size = self._sizes.button
        return QRect(left, row.center().y() - size // 2, size, size)

    @property
    def _letters(self) -> int:
        """The number of letters of the longest name of a line, or of shapes."""
        return max((len(shapes_of(mark) or mark) for mark, _text in self.lines), default=1)

    def _take(self, typed: str) -> bool:
        if typed in MORE:
            self.add(1)
        elif typed in LESS:
            self.add(-1)
        elif typed.isdecimal() and len(typed) == 1 and int(typed) <= MOST_DIGIT:
            if self.currentRow() >= 0:
                self.give(self.currentRow(), int(typed))
        else:
            return self._go_to(typed)
        return True

    def _go_to(self, typed: str) -> bool:
        """Go to the next line whose letter begins with what was typed."""
        count, after = len(self.lines), self.currentRow() + 1
        for place in (each % count for each in range(after, after + count)):
            if self.lines[place][0].startswith(typed.upper()):
                self._show_row(place)
                return True
        return False

    def _show_row(self, place: int) -> None:
        self.setCurrentRow(place)
        self.scrollToItem(self.item(place))

    def _changed(self) -> None:
        self.viewport().update()
        self.changed.emit()

    def _tell_reader(self, place: int) -> None:
        letter, text = self.lines[place]
        dots = self._content.spoken(self.dots[place])
        spoken = f"{letter}: {text}. {dots}"
        self.item(place).setData(Qt.ItemDataRole.AccessibleTextRole, spoken)

    def _be_plain(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAutoScroll(False)
        self.setDragDropMode(QAbstractItemView.DragDropMode.NoDragDrop)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move to another line, or change the dots of the present one; leave other keys."""
        place, last = self.currentRow(), len(self.lines) - 1
        rows = {
            Qt.Key.Key_Down: min(place + 1, last),
            Qt.Key.Key_Up: max(place - 1, 0),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
        key = Qt.Key(event.key())
        if key in rows:
            self._show_row(rows[key])
        elif key in steps:
            self.add(steps[key])
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        at = event.position().toPoint()
        index = self.indexAt(at)
        if index.isValid() and event.button() is Qt.MouseButton.LeftButton:
            self.setCurrentRow(index.row())
            self._press(index.row(), at)

    def _press(self, place: int, at: QPoint) -> None:
        places = self.places_of(place)
        if places.more.contains(at):
            self.add(1)
        elif places.less.contains(at):
            self.add(-1)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        event.accept()  # dragging places nothing

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(200, self.minimumHeight())


class _Rows(QStyledItemDelegate):
    """Draws each line with its buttons, and its dots unless they are covered."""

    def __init__(self, lines: DotList) -> None:
        super().__init__(lines)
        self._lines = lines

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(10, self._lines.height_of(index.row()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        lines, place = self._lines, index.row()
        lines.row_paint(place).paint(painter, lines.places_of(place), lines.font())
