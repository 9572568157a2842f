"""The few controls that all pages of Home are made of."""

from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QIcon, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from facilitator.ui.widgets.icons import Icon, icon
from facilitator.ui.widgets.ring import RingButton
from facilitator.ui.widgets.text_label import TextLabel
from facilitator.ui.widgets.theme import Palette

PAGE_WIDEST = 1392  # pixels; longer lines are hard to read
ICON, ICON_GAP = 18, 6  # pixels; Qt itself leaves 4 more before the words
SIDES = 48  # margins of a page, pixels


class Button(RingButton):
    """A button with words, and an icon that is painted in the theme's colours."""

    def __init__(self, text: str, role: str = "plain", drawn: Icon | None = None) -> None:
        super().__init__(text.replace("&", "&&"))
        self._drawn = drawn
        self.setProperty("role", role)
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_words(self, text: str) -> None:
        """Show other words."""
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)

    def paint_icon(self, palette: Palette) -> None:
        """Draw the icon in the theme's colours."""
        if self._drawn is None:
            return
        role = self.property("role")
        colour = {"main": palette.on_accent, "quiet": palette.muted}.get(role, palette.text)
        drawn = QPixmap(QSize(ICON + ICON_GAP, ICON) * 2)
        drawn.setDevicePixelRatio(2)
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        left = ICON_GAP if self.layoutDirection() is Qt.LayoutDirection.RightToLeft else 0
        icon(self._drawn, colour).paint(painter, QRect(left, 0, ICON, ICON))
        painter.end()
        self.setIcon(QIcon(drawn))
        self.setIconSize(QSize(ICON + ICON_GAP, ICON))


class CardButton(RingButton):
    """A whole card as one control: a click anywhere on it, Space or Enter presses it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setAccessibleName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._inside().totalHeightForWidth(width)

    def sizeHint(self) -> QSize:
        return self._inside().totalSizeHint()

    def minimumSizeHint(self) -> QSize:
        return self._inside().totalMinimumSize()

    def _inside(self) -> QLayout:
        inside = self.layout()
        return inside if inside is not None else QVBoxLayout(self)


def label(text: str, role: str = "", *, wrap: bool = True) -> QLabel:
    """Return a label that shows its text as it is, never as markup."""
    made = TextLabel(text)
    made.setWordWrap(wrap)
    made.setAlignment(  # an Arabic title stands in one line with what belongs to it
        Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
    )
    if role:
        made.setProperty("role", role)
    return made


def chip(text: str) -> QLabel:
    """Return a small fact on a rounded ground."""
    made = label(text, wrap=False)
    made.setProperty("chip", "plain")
    made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return made


def card(kind: str = "plain") -> QFrame:
    """Return an empty card: ``plain``, ``soft``, ``butter`` or ``selected``."""
    made = QFrame()
    made.setProperty("card", kind)
    return made


def column(parent: QWidget | None = None, *, margin: int = 0, spacing: int = 8) -> QVBoxLayout:
    """Return a column; inside a widget when one is given."""
    made = QVBoxLayout(parent) if parent is not None else QVBoxLayout()
    made.setContentsMargins(margin, margin, margin, margin)
    made.setSpacing(spacing)
    return made


def row(parent: QWidget | None = None, *, margin: int = 0, spacing: int = 16) -> QHBoxLayout:
    """Return a row; inside a widget when one is given."""
    made = QHBoxLayout(parent) if parent is not None else QHBoxLayout()
    made.setContentsMargins(margin, margin, margin, margin)
    made.setSpacing(spacing)
    return made


def emptied(layout: QLayout) -> None:
    """Take everything out of a layout and let it go."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            emptied(inner)


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


class Scroller(QScrollArea):
    """Lets a page be longer than the window; PageUp and PageDown move it from any control."""

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
        if event.key() not in pages:
            super().keyPressEvent(event)
            return
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + pages[Qt.Key(event.key())] * bar.pageStep())


def above_foot(inside: QWidget, foot: QWidget | None) -> QWidget:
    """Return a page that scrolls, above what is always in sight, if there is anything."""
    page = QWidget()
    made = column(page, spacing=0)
    made.addWidget(Scroller(centred(inside)), 1)
    if foot is not None:
        made.addWidget(centred(foot))
    return page
