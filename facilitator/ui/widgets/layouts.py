"""Layouts: columns, rows, wrapping rows, and pages of which one is visible."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QHBoxLayout, QLayout, QLayoutItem, QVBoxLayout, QWidget

from facilitator.ui.widgets.lazy import Lazy, Part, insert_behind

if TYPE_CHECKING:
    from PySide6.QtCore import Qt


def column(parent: QWidget | None = None, *, margin: int = 0, spacing: int = 8) -> QVBoxLayout:
    """Build a column layout, set on a widget if one is given."""
    layout = QVBoxLayout(parent) if parent is not None else QVBoxLayout()
    layout.setContentsMargins(margin, margin, margin, margin)
    layout.setSpacing(spacing)
    return layout


def row(parent: QWidget | None = None, *, margin: int = 0, spacing: int = 16) -> QHBoxLayout:
    """Build a row layout, set on a widget if one is given."""
    layout = QHBoxLayout(parent) if parent is not None else QHBoxLayout()
    layout.setContentsMargins(margin, margin, margin, margin)
    layout.setSpacing(spacing)
    return layout


def clear_layout(layout: QLayout) -> None:
    """Remove and delete everything in a layout."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            clear_layout(inner)


class FlowLayout(QLayout):
    """Lays widgets out from the left, or against the right edge, and wraps to new rows."""

    def __init__(self, parent: QWidget | None = None, *, from_right: bool = False) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._from_right = from_right
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(8)

    def _rows(self, width: int) -> list[list[QLayoutItem]]:
        rows: list[list[QLayoutItem]] = []
        used = width + 1
        for item in self._items:
            if item.isEmpty():
                continue
            wide = item.sizeHint().width()
            if used + self.spacing() + wide > width:
                rows.append([])
                used = -self.spacing()
            rows[-1].append(item)
            used += self.spacing() + wide
        return rows

    def _place(self, row: list[QLayoutItem], area: QRect, top: int) -> int:
        high = max(item.sizeHint().height() for item in row)
        widths = [min(item.sizeHint().width(), area.width()) for item in row]
        spare = area.width() - sum(widths) - self.spacing() * (len(row) - 1)
        left = area.x() + (spare if self._from_right else 0)
        for item, wide in zip(row, widths, strict=True):
            own = item.sizeHint().height()
            item.setGeometry(QRect(QPoint(left, top + (high - own) // 2), QSize(wide, own)))
            left += wide + self.spacing()
        return high

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> "Qt.Orientation":
        from PySide6.QtCore import Qt

        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        edges = self.contentsMargins()
        rows = self._rows(width - edges.left() - edges.right())
        heights = [max(item.sizeHint().height() for item in row) for row in rows]
        between = self.spacing() * max(0, len(rows) - 1)
        return sum(heights) + between + edges.top() + edges.bottom()

    def setGeometry(self, area: QRect) -> None:
        super().setGeometry(area)
        inside = area.marginsRemoved(self.contentsMargins())
        spare = area.height() - self.heightForWidth(area.width())
        top = inside.y() + max(0, spare // 2)
        for row in self._rows(inside.width()):
            top += self._place(row, inside, top) + self.spacing()

    def sizeHint(self) -> QSize:
        sizes = [item.sizeHint() for item in self._items if not item.isEmpty()]
        wide = sum(size.width() for size in sizes) + self.spacing() * max(0, len(sizes) - 1)
        return QSize(wide, max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:
        sizes = [item.sizeHint() for item in self._items if not item.isEmpty()]
        return QSize(
            max((size.width() for size in sizes), default=0),
            max((size.height() for size in sizes), default=0),
        )


class Pages(QWidget):
    """Pages with the size of the visible page; a QStackedWidget has that of the largest."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: list[Callable[[], QWidget]] = []
        self._page: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def least_height(self, width: int) -> int:
        """Return the least height of the visible page in a width, in which its rows may wrap."""
        return max(self.minimumSizeHint().height(), self._column.minimumHeightForWidth(width))

    def add_page(self, page: QWidget) -> None:
        """Add a page; the first is visible."""
        self._pages.append(lambda: page)
        self._put(page)
        if self._page is None:
            self.show_page(page)

    def add_lazy(self, build: Callable[[], Part]) -> Lazy[Part]:
        """Add a page that is built when it is first shown."""
        page = Lazy(build, self._put, self)
        self._pages.append(lambda: page.part)
        return page

    def add_later(self, page: QWidget) -> None:
        """Add a page to a window that is already built, at this place in the tab order."""
        self._pages.append(lambda: page)
        insert_behind(self, page, self._put)

    def _put(self, page: QWidget) -> None:
        self._column.addWidget(page)
        page.hide()

    @property
    def page(self) -> QWidget | None:
        """The visible page."""
        return self._page

    def show_page(self, page: QWidget) -> None:
        """Show a page and hide the previous one."""
        if page is not self._page:
            if self._page is not None:
                self._page.hide()
            self._page = page
            page.show()

    def show_place(self, place: int) -> None:
        """Show the page at an index."""
        self.show_page(self._pages[place]())
