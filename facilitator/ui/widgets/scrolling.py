"""Areas that scroll, and pages in them."""

from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from facilitator.ui.widgets.key_presses import SIDEWAYS
from facilitator.ui.widgets.layouts import column, row

PAGE_WIDEST = 1392  # pixels; longer lines are hard to read
SIDES = 48  # margins of a page, pixels


def reveal(widget: QWidget) -> None:
    """Scroll every area around a widget so that it can be seen."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget, 0, 8)
        above = above.parentWidget()


def reveal_soon(widget: QWidget) -> None:
    """Scroll so that a widget can be seen, once it has been given its place."""
    QTimer.singleShot(0, widget, partial(reveal, widget))


class Scroll(QScrollArea):
    """Scrolls a widget up and down, and leaves all other keys to the window."""

    def __init__(self, inside: QWidget, name: str = "") -> None:
        super().__init__()
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if name else Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(name)
        self._fitting = False

    def sizeHint(self) -> QSize:
        return QSize(200, max(60, self.minimumHeight()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # What is lower where there is less width, since buttons go, would have Qt show the bar,
        # hide it for the width that this wins, show it again, and so on until the stack is full.
        if event.type() is not QEvent.Type.Resize:
            return super().eventFilter(watched, event)
        if self._fitting:
            return False
        self._fitting = True
        try:
            return super().eventFilter(watched, event)
        finally:
            self._fitting = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.hasFocus() and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            super().keyPressEvent(event)
        else:
            event.ignore()


class PageScroll(QScrollArea):
    """Lets a page be longer than the window; PageUp and PageDown move it from any control.

    The arrows to both sides go from control to control where a control leaves them to the page.
    """

    def __init__(self, page: QWidget) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(page)

    def stay(self) -> None:
        """Stay where it is while the page is rebuilt."""
        bar = self.verticalScrollBar()
        QTimer.singleShot(0, self, partial(self._go_back, bar.value()))

    def _go_back(self, value: int) -> None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        self.verticalScrollBar().setValue(value)

    def to_top(self) -> None:
        """Show the page from its beginning."""
        self.verticalScrollBar().setValue(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        pages = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
        if event.key() in SIDEWAYS:  # which buttons leave to the window
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Right)
            return
        if event.key() not in pages:
            super().keyPressEvent(event)
            return
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + pages[Qt.Key(event.key())] * bar.pageStep())


def centred(inside: QWidget, widest: int = PAGE_WIDEST) -> QWidget:
    """Return a page in which ``inside`` stands in the middle, no wider than it may be."""
    page = QWidget()
    across = row(page)
    across.setContentsMargins(SIDES, 0, SIDES, 0)
    inside.setMaximumWidth(widest - 2 * SIDES)
    across.addStretch(1)
    across.addWidget(inside, 10_000)
    across.addStretch(1)
    return page


def above_foot(inside: QWidget, foot: QWidget | None) -> QWidget:
    """Return a page that scrolls, above what is always in sight, if there is anything."""
    page = QWidget()
    layout = column(page, spacing=0)
    layout.addWidget(PageScroll(centred(inside)), 1)
    if foot is not None:
        layout.addWidget(centred(foot))
    return page
