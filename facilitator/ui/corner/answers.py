"""The answers of a check; a covered list looks the same whatever is chosen."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from facilitator.domain.text.language import Language, in_order
from facilitator.room.pages.picture import Position
from facilitator.room.say import say_in
from facilitator.room.sentence_keys import Key, RoomKey
from facilitator.ui.corner.style import Look
from facilitator.ui.corner.texts import BETWEEN, stacked
from facilitator.ui.widgets.letters import letter_of
from facilitator.ui.widgets.style import RING
from facilitator.ui.widgets.theme import Palette

NOT_SHOWN = -1  # rather not
NOT_CHOSEN = -2
RATHER_NOT = "N"  # its key
CAP = 1.7  # width of a key, in heights of a line
PAD, GAP = 5.5, 4.5  # pixels of the design: inside an answer, and between two
CORNER, INSIDE = 8, 2  # pixels
WRAPPED = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
CENTRED = int(Qt.AlignmentFlag.AlignCenter)

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Row:
    """An answer: its key, and its texts by language."""

    key: str
    texts: tuple[str, ...]

    @property
    def spoken(self) -> str:
        """The text for screen readers."""
        return f"{', '.join(self.texts)} ({self.key})" if any(self.texts) else self.key


def rows_of(
    positions: tuple[Position, ...],
    languages: tuple[Language, ...],
    rather_not: RoomKey = Key.CORNER_RATHER_NOT,
) -> tuple[Row, ...]:
    """List the answers in their order, then "rather not"."""
    ordered = in_order(languages)
    none = say_in(ordered, rather_not)
    return (
        *(
            Row(position.key, tuple(_text(position, language) for language in ordered))
            for position in positions
        ),
        Row(RATHER_NOT, tuple(none.in_(language) for language in ordered)),
    )


def _text(position: Position, language: Language) -> str:
    mark, words = position.mark.in_(language), position.words.in_(language)
    return words if mark == position.key else f"{mark}: {words}"


class AnswerList(QListWidget):
    """A list of answers, to choose by key, arrows or click.

    Screen readers get the choice even if it is covered: the cover hides it from other eyes.

    Signals:
        changed: the choice has changed.
    """

    changed = Signal()

    def __init__(
        self,
        positions: tuple[Position, ...],
        languages: tuple[Language, ...],
        palette: Palette,
        parent: QWidget | None = None,
        *,
        rather_not: RoomKey = Key.CORNER_RATHER_NOT,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("answers")
        self.rows = rows_of(positions, languages, rather_not)
        self.is_covered = True
        self._locked = False
        self._painter = _Rows(self, palette)
        self.setItemDelegate(self._painter)
        self.setAccessibleName(stacked(languages, Key.CORNER_ANSWERS).replace("\n", ", "))
        for row in self.rows:
            item = QListWidgetItem()
            item.setData(Qt.ItemDataRole.AccessibleTextRole, row.spoken)
            self.addItem(item)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAutoScroll(False)
        self.setDragDropMode(QAbstractItemView.DragDropMode.NoDragDrop)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.itemSelectionChanged.connect(self.changed)

    @property
    def answer(self) -> int:
        """The index of the chosen position, or the value for "rather not" or no choice yet."""
        chosen = self.selectedIndexes()
        if not chosen:
            return NOT_CHOSEN
        place = chosen[0].row()
        return NOT_SHOWN if place == len(self.rows) - 1 else place

    def is_chosen(self, place: int) -> bool:
        """Return whether the answer at a position in the list is chosen."""
        return any(index.row() == place for index in self.selectedIndexes())

    def choose(self, place: int) -> None:
        """Choose an answer by its position in the list."""
        if not self._locked:
            self.setCurrentRow(place)

    def take_key(self, event: QKeyEvent) -> bool:
        """Choose the answer of a key, by what it types or else by its place on the keyboard."""
        typed, letter = event.text(), letter_of(event)
        if len(typed) == 1 and self.choose_by_key(typed):
            return True
        return letter != typed.lower() and self.choose_by_key(letter)

    def choose_by_key(self, key: str) -> bool:
        """Choose the answer with this key; return whether exactly one answer has it."""
        asked = key.casefold()
        places = [place for place, row in enumerate(self.rows) if row.key.casefold() == asked]
        if len(places) != 1:
            return False
        self.choose(places[0])
        return True

    def set_covered(self, *, covered: bool) -> None:
        """Cover or show the choice immediately."""
        self.is_covered = covered
        self.viewport().repaint()

    def set_locked(self, *, locked: bool) -> None:
        """Ignore further choices while a turn is being saved, without a visible change."""
        self._locked = locked

    def wipe(self) -> None:
        """Clear the choice."""
        self.clearSelection()

    def dress(self, look: Look, width: int) -> None:
        """Set the height that all answers need at this width."""
        self.ensurePolished()
        self._painter.take(width - 2 * self.frameWidth(), self.font(), look.unit)
        heights = [self._painter.height_of(row) for row in self.rows]
        self.setFixedHeight(sum(heights) + 2 * (RING + INSIDE))
        self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the choice; leave other keys to the window.

        Space chooses nothing: people press it to go on, and the choice is covered.
        """
        place, last = self.answer, len(self.rows) - 1
        if place == NOT_SHOWN:
            place = last
        steps = {
            Qt.Key.Key_Down: min(place + 1, last) if place >= 0 else 0,
            Qt.Key.Key_Up: max(place - 1, 0) if place >= 0 else last,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        key = Qt.Key(event.key())
        if key in steps:
            self.choose(steps[key])
        elif key == Qt.Key.Key_Space and place != NOT_CHOSEN:
            self.choose(place)
        elif key != Qt.Key.Key_Space:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() is Qt.MouseButton.LeftButton:
            self.choose(index.row())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        event.accept()  # dragging chooses nothing

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)


class _Rows(QStyledItemDelegate):
    """Draws each answer with its key; highlights the chosen one unless it is covered."""

    def __init__(self, answers: AnswerList, palette: Palette) -> None:
        super().__init__(answers)
        self._answers, self._palette = answers, palette
        self._width, self._metrics = 400, QFontMetrics(answers.font())
        self._pad, self._gap = round(PAD), round(GAP)

    def take(self, width: int, font: QFont, unit: float) -> None:
        """Set the width, the font and the scale to measure with."""
        self._width, self._metrics = width, QFontMetrics(font)
        self._pad, self._gap = round(PAD * unit), round(GAP * unit)

    def height_of(self, row: Row) -> int:
        """Measure the height of an answer."""
        texts = [
            self._metrics.boundingRect(QRect(0, 0, width, 10_000), WRAPPED, text).height()
            for text, (_left, width) in zip(row.texts, self._columns(row), strict=True)
        ]
        return max(texts) + 2 * self._pad + self._gap

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(10, self.height_of(self._answers.rows[index.row()]))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, answers = self._answers.rows[index.row()], self._answers
        area = answers.visualRect(index).adjusted(0, 0, 0, -self._gap)
        chosen = not answers.is_covered and answers.is_chosen(index.row())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(answers.font())
        edge = self._palette.accent if chosen else self._palette.rule
        painter.setPen(QPen(QColor(edge), RING if chosen else 1))
        painter.setBrush(QColor(self._palette.selected if chosen else self._palette.panel))
        painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), CORNER, CORNER)
        painter.setPen(QColor(self._palette.text))
        for text, (left, width) in zip(row.texts, self._columns(row), strict=True):
            place = QRect(left, area.top(), width, area.height())
            painter.drawText(place, WRAPPED, text)
        bold = QFont(answers.font())
        bold.setBold(True)
        painter.setFont(bold)
        painter.setPen(QColor(self._palette.accent))
        painter.drawText(QRect(0, area.top(), self._cap, area.height()), CENTRED, row.key)
        painter.restore()

    @property
    def _cap(self) -> int:
        return round(self._metrics.height() * CAP)

    def _columns(self, row: Row) -> list[tuple[int, int]]:
        """Return the left edge and the width of each language."""
        count = len(row.texts)
        each = (self._width - self._cap - self._pad - BETWEEN * (count - 1)) // count
        return [(self._cap + place * (each + BETWEEN), each) for place in range(count)]
