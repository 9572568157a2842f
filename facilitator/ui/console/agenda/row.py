"""Paints a step of the agenda: icon, time of day, title on as many lines as it needs."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListWidget, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from facilitator.domain.agenda.agenda import Standing
from facilitator.domain.plan.step import Trait
from facilitator.live.views.desk_view import AgendaRow
from facilitator.ui.widgets.icons import Icon, icon
from facilitator.ui.widgets.theme import WARM, Palette
from facilitator.wording import _, ngettext

ROW = Qt.ItemDataRole.UserRole
EDGE, GAP, LEAST_ROW = 8, 8, 44  # pixels
HOVERED = QStyle.StateFlag.State_MouseOver
_BREAK = Qt.TextFlag.TextWrapAnywhere.value | Qt.AlignmentFlag.AlignVCenter.value
_WRAP = Qt.TextFlag.TextWordWrap.value | Qt.AlignmentFlag.AlignVCenter.value


def minutes_of(row: AgendaRow) -> str:
    """Format the minutes of a step."""
    return ngettext("{minutes} min", "{minutes} min", row.minutes).format(minutes=row.minutes)


def spoken(row: AgendaRow) -> str:
    """Describe a row for screen readers, with actual and planned minutes."""
    words = f"{row.title}, {minutes_of(row)}, {standing_words(row.standing)}"
    if row.begins:
        words = f"{row.begins}, {words}"
    if row.took is None:
        return words
    took = ngettext(
        "took {took} minute of {planned} planned",
        "took {took} minutes of {planned} planned",
        row.took,
    )
    return f"{words}, {took.format(took=row.took, planned=row.planned)}"


def standing_words(standing: Standing) -> str:
    """Describe a step's status for screen readers."""
    return {
        Standing.WAITING: _("still to come"),
        Standing.NOW: _("now"),
        Standing.DONE: _("done"),
        Standing.SKIPPED: _("skipped"),
        Standing.DROPPED: _("dropped"),
    }[standing]


@dataclass(frozen=True, slots=True)
class _Places:
    icon: QRect
    time: QRect
    title: QRect


class AgendaDelegate(QStyledItemDelegate):
    """Paints the rows of the agenda in the colours of a theme."""

    def __init__(self, owner: QListWidget) -> None:
        super().__init__(owner)
        self._owner = owner
        self._palette, self._folded = WARM, False
        self._sizes: dict[tuple[object, ...], QSize] = {}  # by what they depend on

    def set_folded(self, *, folded: bool) -> None:
        """Paint only the times, or all of each row."""
        if folded != self._folded:
            self._folded = folded
            self._owner.scheduleDelayedItemsLayout()

    def show_palette(self, palette: Palette) -> None:
        """Use the colours of this theme."""
        self._palette = palette
        self._owner.viewport().update()

    def _font(self, row: AgendaRow, *, title: bool) -> QFont:
        face = QFont(self._owner.font())
        if not title:
            face.setFeature(QFont.Tag("tnum"), 1)
        if row.standing is Standing.NOW:
            face.setWeight(QFont.Weight.Bold)
        elif row.standing is Standing.WAITING and title:
            face.setWeight(QFont.Weight.Medium)
        if title and row.standing in (Standing.SKIPPED, Standing.DROPPED):
            face.setStrikeOut(True)
        return face

    def _places(self, row: AgendaRow, area: QRect) -> _Places:
        metrics = QFontMetrics(self._font(row, title=False))
        side, wide = metrics.ascent(), metrics.horizontalAdvance("00:00")
        inner = area.adjusted(EDGE, 0, -EDGE, 0)
        left = inner.left() + side + GAP
        return _Places(
            QRect(inner.left(), inner.center().y() - side // 2, side, side),
            QRect(left, inner.top(), wide + 2, inner.height()),
            inner.adjusted(side + wide + 2 * GAP + 2, 0, 0, 0),
        )

    def _wrap(self, row: AgendaRow, width: int) -> int:
        """Wrap between words, and inside a word only if it is wider than the column."""
        metrics = QFontMetrics(self._font(row, title=True))
        widest = max((metrics.horizontalAdvance(word) for word in row.title.split()), default=0)
        return _WRAP if widest <= width else _BREAK

    def _ink(self, row: AgendaRow) -> str:
        if row.standing is Standing.NOW and not self._palette.is_dark:
            return self._palette.accent
        gone = row.standing in (Standing.DONE, Standing.SKIPPED, Standing.DROPPED)
        return self._palette.muted if gone else self._palette.text

    def _icon(self, row: AgendaRow) -> Icon | None:
        if row.standing in (Standing.SKIPPED, Standing.DROPPED):
            return Icon.CLOSE
        if row.standing is Standing.WAITING:
            return Icon.CARE if row.kind.has(Trait.BREAK) else None
        return Icon.CHECK if row.standing is Standing.DONE else Icon.ARROW_RIGHT

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, row: AgendaRow) -> None:
        area: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected) and self._owner.hasFocus()
        is_now, is_hovered = row.standing is Standing.NOW, bool(option.state & HOVERED)
        if is_now or is_hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._palette.selected if is_now else self._palette.hover))
            painter.drawRoundedRect(area.adjusted(0, 1, 0, -1), 8, 8)
        if chosen:
            painter.setPen(QPen(QColor(self._palette.accent), 3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area.adjusted(2, 2, -2, -2), 8, 8)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row: AgendaRow = index.data(ROW)
        area: QRect = option.rect
        places = self._places(row, area)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, option, row)
        ink = self._ink(row)
        painter.setPen(QColor(ink))
        painter.setFont(self._font(row, title=False))
        if self._folded:
            self._paint_folded(painter, row, area, ink)
        else:
            painter.drawText(places.time, Qt.AlignmentFlag.AlignVCenter.value, row.begins)
            painter.setFont(self._font(row, title=True))
            painter.drawText(places.title, self._wrap(row, places.title.width()), row.title)
            self._paint_icon(painter, row, places.icon, ink)
        painter.restore()

    def _paint_icon(self, painter: QPainter, row: AgendaRow, place: QRect, ink: str) -> None:
        if (name := self._icon(row)) is not None:
            icon(name, ink).paint(painter, place)

    def _paint_folded(self, painter: QPainter, row: AgendaRow, area: QRect, ink: str) -> None:
        """Paint the time alone, or an icon for a step that is left out."""
        if row.begins:
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter.value, row.begins)
        else:
            side = QFontMetrics(self._owner.font()).ascent()
            place = QRect(0, 0, side, side)
            place.moveCenter(area.center())
            self._paint_icon(painter, row, place, ink)

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        row: AgendaRow = index.data(ROW)
        width, face = self._owner.viewport().width(), self._owner.font()
        key = (row.title, row.standing, width, face.pixelSize(), self._folded)
        if key not in self._sizes:
            self._sizes[key] = self._size_of(row, width)
        return self._sizes[key]

    def _size_of(self, row: AgendaRow, width: int) -> QSize:
        metrics = QFontMetrics(self._font(row, title=True))
        if self._folded:
            return QSize(width, max(LEAST_ROW, metrics.height() + 2 * EDGE))
        places = self._places(row, QRect(0, 0, width, 1000))
        room = QRect(0, 0, max(40, places.title.width()), 10_000)
        wrap = self._wrap(row, room.width())
        high = metrics.boundingRect(room, wrap, row.title).height() + 2 * EDGE
        return QSize(width, max(LEAST_ROW, high))
