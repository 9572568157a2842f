"""Measures and paints the lines of a list: as rows, or as cards in columns."""

from collections.abc import Hashable
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from facilitator.domain.text.contacts import held_together
from facilitator.room.spec import Theme
from facilitator.ui.widgets.labels import LONGEST_WORD
from facilitator.ui.widgets.line_items import Index, LineItem, LineModel
from facilitator.ui.widgets.symbols import paint_badge
from facilitator.ui.widgets.theme import Palette, palette_of

ROW, ABOVE, PAD, GAP = 44, 9, 12, 10  # pixels: least height, above a text, at the sides, between
BADGE = 24  # pixels across
BOX, CARD_PAD, CARD_GAP, CHIP_PAD = 20, 14, 6, 10  # also pixels
NOTE_GAP, CORNER = 2, 8  # also pixels
SMALL = 0.89  # of the text size: headings, notes and states
LEAST_CARD, MOST_COLUMNS = 220, 3  # pixels, so that a line breaks between words
LEAST_BESIDE = 240  # pixels; words with less room than that have their state below them
WRAP = Qt.TextFlag.TextWordWrap.value
MIDDLE = Qt.AlignmentFlag.AlignVCenter.value
TALL = 100_000  # pixels


class Look(Enum):
    """How lines look: rows of one list, or cards in up to three columns."""

    ROWS = auto()
    CARDS = auto()


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the parts of a row are, in pixels from its left edge."""

    letter: int
    words: int
    width: int  # of the words
    state: int
    end: int  # of the state
    is_below: bool  # the state, as the first of the notes


ANYWHERE = QTextOption(Qt.AlignmentFlag.AlignLeft)
ANYWHERE.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)


def _has_long_word(text: str) -> bool:
    """Return whether a word is so long that it may have to break."""
    return len(text) > LONGEST_WORD and max(map(len, text.split(" "))) > LONGEST_WORD


def _height_of(text: str, face: QFont, metrics: QFontMetrics, width: int) -> int:
    """Measure a wrapped text; one that is short enough anyway has one row."""
    if len(text) * metrics.maxWidth() <= width:
        return metrics.height()
    text = held_together(text)
    if not _has_long_word(text):
        return metrics.boundingRect(QRect(0, 0, width, TALL), WRAP, text).height()
    layout, rows = QTextLayout(text, face), 0
    layout.setTextOption(ANYWHERE)
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        rows += 1
    layout.endLayout()
    return rows * metrics.lineSpacing()


def _draw(painter: QPainter, room: QRect, text: str) -> None:
    """Draw a wrapped text; contacts stay together, and a word too long for the room breaks."""
    text = held_together(text)
    if _has_long_word(text):
        painter.drawText(QRectF(room), text, ANYWHERE)
    else:
        painter.drawText(room, WRAP, text)


def _are_as_high(item: LineItem, other: LineItem, *, with_state: bool) -> bool:
    """Return whether two states of a line need the same height."""
    return item is other or (
        item.text == other.text
        and item.notes == other.notes
        and (item.state == other.state or not with_state)
        and item.is_strong is other.is_strong
        and bool(item.heading) is bool(other.heading)
    )


class LineDelegate(QStyledItemDelegate):
    """Paints the lines in the colours of a theme.

    ``at_right`` is the width that the buttons of the chosen line need.
    """

    def __init__(self, owner: QListView, model: LineModel, look: Look) -> None:
        super().__init__(owner)
        self._owner, self._model, self.look = owner, model, look
        self.palette: Palette = palette_of(Theme.WARM)
        self.at_right = 0
        self._heights: dict[Hashable, tuple[LineItem, int]] = {}  # by the line's id
        self.use_font(owner.font())

    def use_font(self, face: QFont) -> None:
        """Measure every line again, in this font."""
        self._face, self._strong, self._small = QFont(face), QFont(face), QFont(face)
        self._strong.setWeight(QFont.Weight.Bold)
        self._small.setPixelSize(round((face.pixelSize() if face.pixelSize() > 0 else 16) * SMALL))
        self._small.setWeight(QFont.Weight.Medium)
        self._metrics = QFontMetrics(self._face)
        self._strong_metrics = QFontMetrics(self._strong)
        self._small_metrics = QFontMetrics(self._small)
        self.measure_again()

    def measure_again(self) -> None:
        """Forget all heights: the width or the columns have changed."""
        self._heights = {}
        self._places: Columns | None = None

    def forget_others(self) -> None:
        """Forget the heights of lines that are gone: they have people's words.

        All of them if the width of the words has changed, as by the first letter or state.
        """
        width, self._places = self.places.width, None
        before = self._heights if self.places.width == width else {}
        self._heights = {}
        below = self.places.is_below
        for item in self._model.items:
            measured = before.get(item.id)
            if measured is not None and _are_as_high(measured[0], item, with_state=below):
                self._heights[item.id] = item, measured[1]

    @property
    def width(self) -> int:
        """The width for lines, which is the same with and without a scroll bar beside them."""
        bar = self._owner.verticalScrollBar().sizeHint().width()
        margins = self._owner.viewportMargins()
        within = self._owner.width() - 2 * self._owner.frameWidth()
        return within - margins.left() - margins.right() - bar

    @property
    def before_words(self) -> int:
        """The width before the words, for boxes and letters."""
        return self.places.words

    @property
    def columns(self) -> int:
        """The columns of cards, or one."""
        if self.look is Look.ROWS:
            return 1
        return max(1, min(MOST_COLUMNS, self.width // LEAST_CARD))

    @property
    def places(self) -> Columns:
        """Where the parts of a row are."""
        if self._places is None:
            items, end = self._model.items, self.width - PAD - self.at_right
            boxes = any(item.ticked is not None or item.number for item in items)
            box = BOX + GAP if boxes else 0
            letters = {item.letter for item in items if item.letter}
            advance = self._strong_metrics.horizontalAdvance
            if any(item.badge for item in items):
                letters.add("")
            letter = max(BADGE, *map(advance, letters)) + GAP if letters else 0
            states = {item.state for item in items if item.state}
            state = max(map(self._small_metrics.horizontalAdvance, states)) + GAP if states else 0
            words = PAD + box + letter
            is_below = bool(states) and end - state - words < LEAST_BESIDE
            width = max(80, end - words - (0 if is_below else state))
            self._places = Columns(PAD + box, words, width, words + width + GAP, end, is_below)
        return self._places

    def _notes_of(self, item: LineItem) -> tuple[str, ...]:
        """Return what is below the words of a row."""
        return (item.state, *item.notes) if item.state and self.places.is_below else item.notes

    def box_of(self, area: QRect) -> QRect:
        """Return where the box of a line is, as large as a control."""
        return QRect(area.left(), area.bottom() + 1 - ROW, PAD + BOX + GAP, ROW)

    def words_of(self, item: LineItem, area: QRect) -> QRect:
        """Return where the words of a line and its notes are."""
        if self.look is Look.CARDS:
            edge, width = CARD_GAP + CARD_PAD, self._card_width()
            return QRect(area.left() + edge, area.top() + edge, width, self._card_body(item))
        left, body = area.left() + self.places.words, self._row_body(item)
        top = area.top() + self.heading_height(item)
        spare = area.bottom() + 1 - top - body
        return QRect(left, top + spare // 2, self.places.width, body)

    def heading_height(self, item: LineItem) -> int:
        """Return the height of the heading above a line."""
        return self._small_metrics.height() + ABOVE if item.heading else 0

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        items, columns, place = self._model.items, self.columns, index.row()
        if columns == 1 and self.look is Look.ROWS:
            return QSize(ROW, self._height(items[place]))
        width = (self.width - 1) // columns
        first = place - place % columns
        return QSize(width, max(self._height(item) for item in items[first : first + columns]))

    def _height(self, item: LineItem) -> int:
        measured = self._heights.get(item.id)
        below = self.places.is_below
        if measured is None or not _are_as_high(measured[0], item, with_state=below):
            height = self._card_height(item) if self.look is Look.CARDS else self._row_height(item)
            measured = self._heights[item.id] = item, height
        return measured[1]

    def _row_height(self, item: LineItem) -> int:
        return max(ROW, self._row_body(item) + 2 * ABOVE) + self.heading_height(item)

    def _row_body(self, item: LineItem) -> int:
        width = self.places.width
        notes = sum(NOTE_GAP + self._note_height(note, width) for note in self._notes_of(item))
        return self._words_height(item, width) + notes

    def _card_width(self) -> int:
        return (self.width - 1) // self.columns - 2 * (CARD_GAP + CARD_PAD)

    def _card_height(self, item: LineItem) -> int:
        return max(self._card_body(item) + 2 * (CARD_PAD + CARD_GAP), 2 * ROW)

    def _card_body(self, item: LineItem) -> int:
        width = self._card_width()
        chips = sum(CARD_GAP + self._chip_height(note, width) for note in item.notes)
        return self._words_height(item, width) + chips

    def _chip_height(self, note: str, width: int) -> int:
        return self._note_height(note, width - 2 * CHIP_PAD) + CARD_GAP

    def _words_height(self, item: LineItem, width: int) -> int:
        if item.is_strong:
            return _height_of(item.text, self._strong, self._strong_metrics, width)
        return _height_of(item.text, self._face, self._metrics, width)

    def _note_height(self, note: str, width: int) -> int:
        return _height_of(note, self._small, self._small_metrics, width)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        item = self._model.items[index.row()]
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        is_ringed = index.row() == self._owner.currentIndex().row() and self._owner.hasFocus()
        area: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.look is Look.CARDS:
            self._paint_card(painter, item, area, is_chosen=is_chosen)
        else:
            is_hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
            body = area.adjusted(0, self.heading_height(item), 0, 0)
            self._paint_heading(painter, item, area)
            if index.row() and not item.heading:
                painter.fillRect(body.left() + PAD, body.top(), body.width() - 2 * PAD, 1,
                                 QColor(self.palette.rule))  # fmt: skip
            self._paint_ground(painter, body, is_chosen=is_chosen, is_hovered=is_hovered)
            self._paint_row(painter, item, body, is_chosen=is_chosen)
            if is_ringed:
                self._ring(painter, body)
        painter.restore()

    def _paint_heading(self, painter: QPainter, item: LineItem, area: QRect) -> None:
        if item.heading:
            height = self.heading_height(item)
            room = QRect(area.left() + PAD, area.top() + 2, area.width() - 2 * PAD, height)
            painter.setFont(self._small)
            painter.setPen(QColor(self.palette.muted))
            painter.drawText(room, MIDDLE | WRAP, item.heading)

    def _paint_ground(
        self, painter: QPainter, body: QRect, *, is_chosen: bool, is_hovered: bool
    ) -> None:
        if is_chosen or is_hovered:
            ground = self.palette.selected if is_chosen else self.palette.hover
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(ground))
            painter.drawRoundedRect(body, CORNER, CORNER)

    def _ring(self, painter: QPainter, body: QRect) -> None:
        painter.setPen(QPen(QColor(self.palette.accent), 3))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(body).adjusted(1.5, 1.5, -1.5, -1.5), CORNER, CORNER)

    def _paint_row(
        self, painter: QPainter, item: LineItem, body: QRect, *, is_chosen: bool
    ) -> None:
        places, palette = self.places, self.palette
        chosen = palette.text if palette.is_dark else palette.accent
        left = body.left()
        high = self._words_height(item, places.width)
        notes = [(note, self._note_height(note, places.width))
                 for note in self._notes_of(item)]  # fmt: skip
        top = body.top() + (body.height() - self._row_body(item)) // 2
        first = QRect(left, top, 0, self._metrics.height())  # the first line of the words
        if item.ticked is not None:
            box = QRect(left + PAD, first.center().y() - BOX // 2, BOX, BOX)
            self._paint_box(painter, box, ticked=item.ticked)
        self._paint_group(painter, item, first)
        if item.letter:
            painter.setFont(self._strong)
            painter.setPen(QColor(chosen if is_chosen else palette.muted))
            room = QRect(left + places.letter, top, places.words - places.letter, first.height())
            painter.drawText(room, MIDDLE, item.letter)
        painter.setFont(self._strong if item.is_strong else self._face)
        painter.setPen(QColor(palette.muted if item.is_quiet else palette.text))
        _draw(painter, QRect(left + places.words, top, places.width, high), item.text)
        painter.setFont(self._small)
        painter.setPen(QColor(palette.muted))
        if not places.is_below:
            painter.drawText(QRect(left + places.state, top, places.end - places.state,
                                   first.height()), MIDDLE, item.state)  # fmt: skip
        top += high
        for note, height in notes:
            top += NOTE_GAP
            _draw(painter, QRect(left + places.words, top, places.width, height), note)
            top += height

    def _paint_group(self, painter: QPainter, item: LineItem, first: QRect) -> None:
        """Paint the number and the badge of a group's name."""
        left = first.left()
        if item.number:
            painter.setFont(self._small)
            painter.setPen(QColor(self.palette.muted))
            room = QRect(left + PAD, first.top(), BOX, first.height())
            painter.drawText(room, MIDDLE, item.number)
        if item.badge is not None:
            top = first.center().y() - BADGE // 2
            area = QRectF(left + self.places.letter, top, BADGE, BADGE)
            ink, text = QColor(self.palette.on_tint), QColor(self.palette.text)
            paint_badge(painter, area, item.badge, ink, text)

    def _paint_box(self, painter: QPainter, box: QRect, *, ticked: bool) -> None:
        palette = self.palette
        painter.setPen(QPen(QColor(palette.accent if ticked else palette.faint), 2))
        painter.setBrush(QColor(palette.accent if ticked else palette.panel))
        painter.drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -1), 5, 5)
        if ticked:
            painter.setPen(QPen(QColor(palette.on_accent), 2.5, c=Qt.PenCapStyle.RoundCap,
                                j=Qt.PenJoinStyle.RoundJoin))  # fmt: skip
            left, top = box.left(), box.top()
            painter.drawPolyline([QPointF(left + 5, top + 10.5), QPointF(left + 8.5, top + 14),
                                  QPointF(left + 15, top + 6.5)])  # fmt: skip

    def _paint_card(
        self, painter: QPainter, item: LineItem, area: QRect, *, is_chosen: bool
    ) -> None:
        palette, width = self.palette, self._card_width()
        frame = QRectF(area).adjusted(CARD_GAP, CARD_GAP, -CARD_GAP, -CARD_GAP)
        edge = QPen(QColor(palette.faint), 2, Qt.PenStyle.DashLine)
        painter.setPen(edge if item.is_quiet else QPen(QColor(palette.butter_edge), 1))
        painter.setBrush(QColor(palette.panel if item.is_quiet else palette.butter))
        painter.drawRoundedRect(frame, 10, 10)
        if is_chosen:
            painter.setPen(QPen(QColor(palette.accent), 4))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(frame.adjusted(-1, -1, 1, 1), 11, 11)
        left, top = area.left() + CARD_GAP + CARD_PAD, area.top() + CARD_GAP + CARD_PAD
        painter.setFont(self._face)
        painter.setPen(QColor(palette.text if item.is_quiet else palette.on_tint))
        high = self._words_height(item, width)
        _draw(painter, QRect(left, top, width, high), item.text)
        top += high + CARD_GAP
        for note in item.notes:
            top += self._paint_chip(painter, note, QRect(left, top, width, 0), item) + CARD_GAP

    def _paint_chip(self, painter: QPainter, note: str, room: QRect, item: LineItem) -> int:
        palette = self.palette
        height = self._chip_height(note, room.width())
        inner = room.width() - 2 * CHIP_PAD
        words = self._small_metrics.boundingRect(QRect(0, 0, inner, TALL), WRAP, note).width()
        chip = QRect(room.left(), room.top(), words + 2 * CHIP_PAD + 2, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(palette.chip if item.is_quiet else "#FFFFFF"))
        painter.drawRoundedRect(chip, min(14, height / 2), min(14, height / 2))
        painter.setFont(self._small)
        painter.setPen(QColor(palette.text if item.is_quiet else palette.on_tint))
        painter.drawText(chip.adjusted(CHIP_PAD, 0, 0, 0), MIDDLE | WRAP, note)
        return height
