"""Areas that scroll, and pages in them."""

from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from facilitator.ui.widgets.key_presses import SIDEWAYS
from facilitator.ui.widgets.layouts import column, row
from facilitator.ui.widgets.unlisted import focus_by_tab, scroll_down_only

PAGE_WIDEST = 1392  # pixels; longer lines are hard to read
BESIDE_BAR = 6  # pixels between what is inside and its scroll bar
SIDES = 48  # margins of a page, pixels


def reveal(widget: QWidget) -> None:
    """Scroll every area around a widget so that it is visible."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget, 0, 8)
        above = above.parentWidget()


def reveal_soon(widget: QWidget) -> None:
    """Scroll so that a widget is visible, once it is laid out."""
    QTimer.singleShot(0, widget, partial(reveal, widget))


class CalmScroll(QScrollArea):
    """A scroll area whose bar does not come and go; every one in the program is such an area.

    A page that is lower when narrower, since it drops buttons or puts them below one another, would
    make Qt show the bar, hide it for the width that it frees, and so on until the stack overflows.
    """

    _fits = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.Resize:
            return super().eventFilter(watched, event)
        if self._fits:
            return False
        self._fits = True
        try:
            return super().eventFilter(watched, event)
        finally:
            self._fits = False


class Scroll(CalmScroll):
    """Scrolls a widget vertically, and leaves all other keys to the window."""

    def __init__(self, inside: QWidget, name: str = "") -> None:
        super().__init__()
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        scroll_down_only(self)
        focus_by_tab(self, takes_focus=bool(name))
        self.setAccessibleName(name)

    def sizeHint(self) -> QSize:
        return QSize(200, max(60, self.minimumHeight()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        from PySide6.QtCore import Qt

        if self.hasFocus() and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            super().keyPressEvent(event)
        else:
            event.ignore()


class FittingScroll(Scroll):
    """Is as high as what is inside it, or as much of that as there is room for.

    ``least`` is the height that it keeps, in pixels. Whoever builds one keeps it in an attribute:
    else Python may collect it with its viewport, and Qt would delete what is inside.
    """

    def __init__(self, inside: QWidget, name: str = "", least: int = 60) -> None:
        self._inside, self._least = inside, least
        super().__init__(inside, name)
        layout = inside.layout()
        if layout is not None:  # what is inside may be laid out before the bar has come
            beside = self.verticalScrollBar().sizeHint().width() + BESIDE_BAR
            layout.setContentsMargins(0, 0, beside, 0)
        self._fit()

    def set_least(self, least: int) -> None:
        """Change the least height, in pixels."""
        self._least = least
        self._fit()

    def _fit(self) -> None:
        whole = self._whole()
        least = min(self._least, whole)
        if (whole, least) != (self.maximumHeight(), self.minimumHeight()):
            self.setMaximumHeight(whole)
            self.setMinimumHeight(least)
            self.updateGeometry()

    def _whole(self) -> int:
        layout = self._inside.layout()
        if layout is None:
            return 0
        if layout.hasHeightForWidth():
            return layout.totalHeightForWidth(max(1, self.viewport().width()))
        return layout.totalSizeHint().height()

    def sizeHint(self) -> QSize:
        return QSize(200, self._whole())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        used = super().eventFilter(watched, event)
        if watched is self._inside and event.type() is QEvent.Type.LayoutRequest:
            self._fit()
        return used

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


class PageScroll(CalmScroll):
    """Scrolls a page that is longer than the window; PageUp and PageDown work from any control.

    Left and right arrows move between controls, if a control leaves them to the page.
    """

    def __init__(self, page: QWidget) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        scroll_down_only(self)
        focus_by_tab(self, takes_focus=False)
        self.setWidget(page)

    def stay(self) -> None:
        """Keep the scroll position while the page is rebuilt."""
        bar = self.verticalScrollBar()
        QTimer.singleShot(0, self, partial(self._go_back, bar.value()))

    def _go_back(self, value: int) -> None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        self.verticalScrollBar().setValue(value)

    def to_top(self) -> None:
        """Scroll to the top."""
        self.verticalScrollBar().setValue(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        from PySide6.QtCore import Qt

        pages = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
        if event.key() in SIDEWAYS:  # buttons leave these to the window
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Right)
            return
        if event.key() not in pages:
            super().keyPressEvent(event)
            return
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + pages[Qt.Key(event.key())] * bar.pageStep())


def centred(inside: QWidget, widest: int = PAGE_WIDEST) -> QWidget:
    """Build a page with ``inside`` centred, up to a maximum width."""
    page = QWidget()
    across = row(page)
    across.setContentsMargins(SIDES, 0, SIDES, 0)
    inside.setMaximumWidth(widest - 2 * SIDES)
    across.addStretch(1)
    across.addWidget(inside, 10_000)
    across.addStretch(1)
    return page


def above_foot(inside: QWidget, foot: QWidget | None) -> QWidget:
    """Build a scrolling page above a foot that is always visible, if there is one."""
    page = QWidget()
    layout = column(page, spacing=0)
    layout.addWidget(PageScroll(centred(inside)), 1)
    if foot is not None:
        layout.addWidget(centred(foot))
    return page
