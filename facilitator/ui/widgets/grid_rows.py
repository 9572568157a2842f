"""Rows of a grid that reuse their widgets when the list changes."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QWidget

T = TypeVar("T")
W = TypeVar("W", bound=tuple[QWidget, ...])


@dataclass(slots=True)
class _Row(Generic[T, W]):
    """The widgets of an item, and their row in the grid."""

    place: int
    item: T
    widgets: W


class GridRows(Generic[T, W]):
    """Shows items in the rows of a grid, a widget in each column, with buttons aligned to the top.

    An item with the same key reuses its widgets. ``make`` builds those of a new row,
    ``show`` updates them for an item.
    """

    def __init__(
        self,
        grid: QGridLayout,
        key: Callable[[T], Hashable],
        make: Callable[[], W],
        show: Callable[[W, T], None],
    ) -> None:
        self._grid, self._key, self._make, self._show = grid, key, make, show
        self._rows: list[_Row[T, W]] = []

    @property
    def items(self) -> tuple[T, ...]:
        """The items that are shown."""
        return tuple(row.item for row in self._rows)

    def show(self, items: tuple[T, ...]) -> None:
        """Show the items in order."""
        keys = [self._key(item) for item in items]
        before = [self._key(row.item) for row in self._rows]
        keys_now = set(keys)
        left = [row for row, key in zip(self._rows, before, strict=True) if key in keys_now]
        if left and [self._key(row.item) for row in left] == keys[: len(left)]:
            self._drop(
                [row for row, key in zip(self._rows, before, strict=True) if key not in keys_now]
            )
            self._rows = left
        self._drop(self._rows[len(items) :])
        del self._rows[len(items) :]
        for row, item in zip(self._rows, items, strict=False):
            self._put(row, item)
        for item in items[len(self._rows) :]:
            self._add(item)

    def item_of(self, widget: QWidget) -> T | None:
        """Find the item of a widget's row."""
        return next((row.item for row in self._rows if widget in row.widgets), None)

    def _put(self, row: _Row[T, W], item: T) -> None:
        if item == row.item:
            return
        if self._key(item) != self._key(row.item):
            for widget in row.widgets:
                widget.clearFocus()  # a key press for one item must never act on another
        row.item = item
        self._show(row.widgets, item)

    def _add(self, item: T) -> None:
        place = self._rows[-1].place + 1 if self._rows else 0
        row = _Row(place, item, self._make())
        self._show(row.widgets, item)
        for column, widget in enumerate(row.widgets):
            self._grid.addWidget(widget, place, column)
            if isinstance(widget, QAbstractButton):
                self._grid.setAlignment(widget, Qt.AlignmentFlag.AlignTop)
        self._rows.append(row)

    def _drop(self, rows: list[_Row[T, W]]) -> None:
        for row in rows:
            for widget in row.widgets:
                widget.hide()
                self._grid.removeWidget(widget)
                widget.deleteLater()
