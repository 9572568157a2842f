"""Paints a step of the running order as a card: time, title, minutes, and how people work."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from facilitator.domain.plan.step import StepKind
from facilitator.live.planning.view import PlannerRow
from facilitator.ui.planner.names import way_of_working
from facilitator.ui.widgets.icons import Icon, icon
from facilitator.ui.widgets.theme import WARM, Palette
from facilitator.wording import _

ROW = Qt.ItemDataRole.UserRole
EDGE, GAP, BETWEEN, LEAST_ROW, ROUND = 12, 12, 6, 48, 10  # pixels
CHIP_SIDE, CHIP_TALL = 10, 6  # also pixels, around the words of a chip
WITH_CHIP = 40  # width in sizes of text from which the number and the words of a chip are shown
SMALL = 0.875
WRAP = Qt.TextFlag.TextWrapAnywhere.value | Qt.AlignmentFlag.AlignVCenter.value
AT_RIGHT = Qt.AlignmentFlag.AlignRight.value | Qt.AlignmentFlag.AlignVCenter.value
AT_LEFT = Qt.AlignmentFlag.AlignLeft.value | Qt.AlignmentFlag.AlignVCenter.value
STATE = QStyle.StateFlag


@dataclass(frozen=True, slots=True)
class Places:
    """Where the parts of a row are; a part without room has no width."""

    number: QRect
    time: QRect
    words: QRect
    minutes: QRect
    marks: QRect
    chip: QRect


class RowDelegate(QStyledItemDelegate):
    """Paints the rows in the colours of a theme."""

    def __init__(self, owner: QListView) -> None:
        super().__init__(owner)
        self._owner = owner
        self.palette: Palette = WARM
        self.icons: dict[StepKind, Icon] = {}
        self._ways: tuple[str, ...] = ()
        self._heights: dict[tuple[str, bool, int, int], int] = {}

    def _face(self, weight: QFont.Weight, part: float = 1) -> QFont:
        face = QFont(self._owner.font())
        face.setWeight(weight)
        face.setPixelSize(round(max(face.pixelSize(), 1) * part))
        face.setFeature(QFont.Tag("tnum"), 1)
        return face

    def show_rows(self, rows: tuple[PlannerRow, ...]) -> None:
        """Leave room for how people work in any of these rows."""
        unlike = {(row.kind, row.form): row for row in rows}
        self._ways = tuple(map(way_of_working, unlike.values()))

    def _widest_way(self, metrics: QFontMetrics) -> int:
        return max((metrics.horizontalAdvance(way) for way in self._ways), default=0)

    @property
    def _bold(self) -> QFont:
        return self._face(QFont.Weight.Bold)

    @property
    def _small(self) -> QFont:
        return self._face(QFont.Weight.DemiBold, SMALL)

    def _places(self, row: PlannerRow, area: QRect) -> Places:
        bold, small = QFontMetrics(self._bold), QFontMetrics(self._small)
        inner = area.adjusted(EDGE, 0, -EDGE, -BETWEEN)
        wide = inner.width() >= WITH_CHIP * self._owner.font().pixelSize()
        side = small.height()
        chip = (self._widest_way(small) + BETWEEN if wide else 0) + side + 2 * CHIP_SIDE
        marks = (side + BETWEEN) * (2 if wide else row.protect + row.may_drop)
        minutes = bold.horizontalAdvance(_minutes(row))
        number = small.horizontalAdvance("000") if wide else 0
        time = bold.horizontalAdvance("00:00")
        right = inner.right() + 1
        chips = QRect(right - chip, inner.top(), chip, inner.height())
        marked = QRect(chips.left() - GAP - marks, inner.top(), marks, inner.height())
        lasting = QRect(marked.left() - GAP - minutes, inner.top(), minutes, inner.height())
        numbered = QRect(inner.left(), inner.top(), number, inner.height())
        timed = QRect(
            numbered.right() + 1 + (GAP if number else 0), inner.top(), time, inner.height()
        )
        left = timed.right() + 1 + GAP
        words = QRect(left, inner.top(), max(lasting.left() - GAP - left, 40), inner.height())
        return Places(numbered, timed, words, lasting, marked, chips)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row: PlannerRow = index.data(ROW)
        area: QRect = option.rect
        places = self._places(row, area)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_card(painter, option, area)
        palette = self.palette
        painter.setFont(self._small)
        painter.setPen(QColor(palette.muted))
        if places.number.width():
            painter.drawText(places.number, AT_LEFT, f"{row.number}")
        painter.setPen(QColor(palette.text))
        painter.setFont(self._face(QFont.Weight.Medium))
        painter.drawText(places.time, AT_LEFT, row.begins)
        self._paint_words(painter, row, places.words)
        painter.setFont(self._bold)
        painter.setPen(QColor(palette.text))
        painter.drawText(places.minutes, AT_RIGHT, _minutes(row))
        self._paint_marks(painter, row, places.marks)
        self._paint_chip(painter, row, places.chip)
        painter.restore()

    def _paint_card(self, painter: QPainter, option: QStyleOptionViewItem, area: QRect) -> None:
        palette, state = self.palette, option.state
        is_chosen = bool(state & STATE.State_Selected)
        is_current = bool(state & STATE.State_HasFocus) and self._owner.hasFocus()
        hovered = bool(state & STATE.State_MouseOver)
        ground = palette.selected if is_chosen else palette.hover if hovered else palette.panel
        ring = 3 if is_current else 2 if is_chosen else 1
        painter.setPen(
            QPen(QColor(palette.accent if is_chosen or is_current else palette.rule), ring)
        )
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(area.adjusted(2, 2, -2, 2 - BETWEEN), ROUND, ROUND)

    def _paint_words(self, painter: QPainter, row: PlannerRow, room: QRect) -> None:
        title_high = self._title_height(row.title, room.width())
        small = self._face(QFont.Weight.Normal, SMALL)
        metrics = QFontMetrics(small)
        more_high = metrics.height() if row.more else 0
        top = room.center().y() + 1 - (title_high + more_high) // 2
        painter.setFont(self._bold)
        title = QRect(room.left(), top, room.width(), title_high)
        painter.drawText(title, self._wrap(row.title, room.width()), row.title)
        if row.more:
            painter.setFont(small)
            painter.setPen(QColor(self.palette.muted))
            below = QRect(room.left(), top + title_high, room.width(), more_high)
            more = metrics.elidedText(row.more, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(below, AT_LEFT, more)

    def _paint_marks(self, painter: QPainter, row: PlannerRow, room: QRect) -> None:
        side = QFontMetrics(self._small).height()
        left = room.left()
        for is_on, name in ((row.protect, Icon.LOCK), (row.may_drop, Icon.CUT)):
            if is_on:
                place = QRect(left, room.center().y() - side // 2, side, side)
                icon(name, self.palette.muted).paint(painter, place.adjusted(2, 2, -2, -2))
                left += side + BETWEEN

    def _paint_chip(self, painter: QPainter, row: PlannerRow, room: QRect) -> None:
        metrics = QFontMetrics(self._small)
        high = metrics.height() + 2 * CHIP_TALL
        ground = QRect(room.left(), room.center().y() - high // 2, room.width(), high)
        own = metrics.horizontalAdvance(way_of_working(row)) + BETWEEN + high
        ground.setWidth(min(ground.width(), own + 2 * CHIP_SIDE - 2 * CHIP_TALL))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.palette.chip))
        painter.drawRoundedRect(ground, high / 2, high / 2)
        side = metrics.height()
        place = QRect(ground.left() + CHIP_SIDE, ground.top() + CHIP_TALL, side, side)
        if (name := self.icons.get(row.kind)) is not None:
            icon(name, self.palette.text).paint(painter, place.adjusted(2, 2, -2, -2))
        words = ground.adjusted(CHIP_SIDE + side + BETWEEN, 0, -CHIP_SIDE, 0)
        if words.width() > side:
            painter.setFont(self._small)
            painter.setPen(QColor(self.palette.text))
            painter.drawText(words, AT_LEFT, way_of_working(row))

    def _wrap(self, title: str, width: int) -> int:
        """Wrap between words, and inside a word only if it is wider than the row."""
        metrics = QFontMetrics(self._bold)
        widest = max((metrics.horizontalAdvance(word) for word in title.split()), default=0)
        flag = Qt.TextFlag.TextWordWrap if widest <= width else Qt.TextFlag.TextWrapAnywhere
        return flag.value | Qt.AlignmentFlag.AlignLeft.value

    def _title_height(self, title: str, width: int) -> int:
        key = (title, True, width, self._owner.font().pixelSize())
        if key not in self._heights:
            room = QRect(0, 0, width, 10_000)
            metrics = QFontMetrics(self._bold)
            self._heights[key] = metrics.boundingRect(
                room, self._wrap(title, width), title
            ).height()
        return self._heights[key]

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        row: PlannerRow = index.data(ROW)
        width = self._owner.viewport().width()
        places = self._places(row, QRect(0, 0, width, LEAST_ROW))
        more = QFontMetrics(self._small).height() if row.more else 0
        high = self._title_height(row.title, places.words.width()) + more + 2 * EDGE
        return QSize(width, max(LEAST_ROW, high) + BETWEEN)


def _minutes(row: PlannerRow) -> str:
    return _("{minutes} min").format(minutes=row.minutes)
