"""Buttons and boxes to tick: Enter presses each, and the focus is visible on any background."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QKeyEvent, QPainter, QPainterPath, QPaintEvent, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from facilitator.ui.widgets.caps import Cap, cap_words
from facilitator.ui.widgets.icons import Icon
from facilitator.ui.widgets.key_presses import SIDEWAYS, is_enter, press_by_enter
from facilitator.ui.widgets.labels import IconLabel
from facilitator.ui.widgets.style import LEAST_CONTROL, RING, restyle, set_role
from facilitator.ui.widgets.unlisted import focus_by_tab

LINE = 3.0  # pixels
ROUND = 6.0  # also pixels
LARGE = 28  # pixels beside the words of a large button


def name_by_attribute(control: QWidget) -> None:
    """Name a control after the attribute that holds it, such as ``ClosingCard.make_button``.

    Tests and rehearsals find it by this name in any language. An existing name is not changed.
    """
    holder = control.parentWidget()
    while holder is not None and not control.objectName():
        for attribute, value in vars(holder).items():
            if value is control:
                control.setObjectName(f"{type(holder).__name__}.{attribute.lstrip('_')}")
        holder = holder.parentWidget()


class RingButton(QPushButton):
    """A button that Enter presses; if it is filled, a light line parts its focus ring from it.

    ``takes_enter`` is False if Enter must not answer a question.
    """

    takes_enter = True

    def showEvent(self, event: QShowEvent) -> None:
        name_by_attribute(self)
        super().showEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.takes_enter and is_enter(event):
            event.ignore()
        elif not press_by_enter(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.hasFocus() or self.property("role") != "main":
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = QPainterPath()
        for inside, corner in ((RING, ROUND + LINE / 2), (RING + LINE, ROUND - LINE / 2)):
            area = QRectF(self.rect()).adjusted(inside, inside, -inside, -inside)
            line.addRoundedRect(area, corner, corner)
        painter.fillPath(line, self.palette().buttonText())


class Tick(QCheckBox):
    """A check box, ticked by Space or Enter.

    ``leaves_arrows`` leaves the left and right arrows to the window.
    """

    leaves_arrows = False

    def showEvent(self, event: QShowEvent) -> None:
        name_by_attribute(self)
        super().showEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.leaves_arrows and event.key() in SIDEWAYS:
            event.ignore()
        elif not press_by_enter(self, event):
            super().keyPressEvent(event)


def tick(text: str) -> Tick:
    """Build a check box that leaves focus and arrows alone when it is clicked."""
    box = Tick(text)
    box.leaves_arrows = True
    focus_by_tab(box)
    return box


class Button(RingButton):
    """A button with words, an icon before them, and the cap of its key after them.

    A click does not move the focus, so that Space and the arrows keep working. The left and right
    arrows are left to the window; in a question they move between answers.
    """

    in_question = False

    def __init__(self, words: str, icon_name: Icon | None = None, key: Cap = "") -> None:
        super().__init__()
        self._cap: Cap = key
        self._shows_cap = True
        self._called = ""
        self._words = QLabel(words, self)
        self._icon: IconLabel | None = None  # of the cap, only on a button that has one
        self._key: QLabel | None = None
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(14, 2, 14, 2)
        row.setSpacing(10)
        for _end in range(2):  # keep the words in the middle of a wider button
            row.addStretch(1)
        self._row.insertWidget(1, self._words)
        if icon_name is not None:
            self._show_icon(icon_name)
        if key:
            self._show_cap_words()
        focus_by_tab(self)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.show_words(words)

    def _show_icon(self, name: Icon) -> None:
        if self._icon is None:
            self._icon = IconLabel(name, self)
            self._row.insertWidget(1, self._icon)
        self._icon.show_icon(name)

    def _show_cap_words(self) -> None:
        if self._key is None:
            self._key = QLabel(self)
            self._key.setProperty("key", "true")
            self._key.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            self._row.insertWidget(self._row.count() - 1, self._key)
        self._key.setText(cap_words(self._cap))
        self._key.setVisible(bool(self._cap) and self._shows_cap)

    @property
    def words(self) -> str:
        """The words on the button."""
        return self._words.text()

    def show_words(self, words: str, icon_name: Icon | None = None) -> None:
        """Change the words, and the icon if one is given."""
        if icon_name is not None:
            self._show_icon(icon_name)
        self._words.setText(words)
        self._words.setVisible(bool(words))
        self.setProperty("wordless", "false" if words else "true")
        self.setAccessibleName(_named(words, cap_words(self._cap)))
        self.updateGeometry()

    def call(self, name: str) -> None:
        """Set a longer name for screen readers than the words; the key is added."""
        self._called = name
        self.setAccessibleName(_named(name, cap_words(self._cap)))

    def show_mark(self, *, visible: bool) -> None:
        """Show or hide the icon before the words."""
        if self._icon is not None:
            self._icon.setVisible(visible)
        self.updateGeometry()

    def text(self) -> str:
        """Return the words, as QPushButton does."""
        return self.words

    def make_large(self) -> None:
        """Enlarge the words, on the most important button of a page."""
        self.setProperty("large", "true")
        self._row.setContentsMargins(LARGE, 2, LARGE, 2)

    def set_from_left(self) -> None:
        """Fill a column: words at the left, in two lines if need be, and the cap at the right."""
        self._use_ends()
        self._row.setStretchFactor(self._words, 1)
        self._words.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def _use_ends(self) -> None:
        """Leave no room at the ends of the row, so that something in it can take all."""
        for end in (0, self._row.count() - 1):
            self._row.setStretch(end, 0)

    def set_tight(self, *, tight: bool = True) -> None:
        """Reduce the padding, in a narrow column."""
        edge = 6 if tight else 14
        self._row.setContentsMargins(edge, 2, edge, 2)

    def show_key(self, key: Cap) -> None:
        """Change the key in the cap and in the name for screen readers."""
        self._cap = key
        self._show_cap_words()
        if not self._shows_cap:
            self.setToolTip(cap_words(key))
        self.setAccessibleName(_named(self._called or self.words, cap_words(key)))
        self.updateGeometry()

    @property
    def cap(self) -> Cap:
        """The key that is shown, or None."""
        return self._cap if self._shows_cap else ""

    @property
    def own_cap(self) -> Cap:
        """The button's key, even if there is no room to show it."""
        return self._cap

    def show_cap(self, *, visible: bool) -> None:
        """Show the cap after the words, or move the key to the tooltip."""
        self._shows_cap = visible
        if self._key is not None:
            self._show_cap_words()
        self.setToolTip("" if visible else cap_words(self._cap))
        self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in SIDEWAYS and not self.in_question:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        wanted = self._row.sizeHint()
        return QSize(max(LEAST_CONTROL, wanted.width() + 2), max(LEAST_CONTROL, wanted.height()))

    def minimumSizeHint(self) -> QSize:
        if not self._words.wordWrap():
            return self.sizeHint()
        return QSize(self._row.minimumSize().width() + 2, LEAST_CONTROL)


def _named(words: str, key: str) -> str:
    """Name a button for screen readers: its words, and its key if it has one."""
    return f"{words} ({key})" if key else words


def main_button(words: str, icon_name: Icon | None = None, key: Cap = "") -> Button:
    """Build the main button of a panel."""
    button = Button(words, icon_name, key)
    button.setProperty("role", "main")
    return button


def fill(button: Button, *, filled: bool) -> None:
    """Make a button the main one, or an ordinary one, and restyle it."""
    role = "main" if filled else "plain"
    if button.property("role") != role:
        set_role(button, "role", role)
        for part in button.findChildren(QWidget):  # their colours depend on the button's role
            restyle(part)


def quiet_button(words: str, icon_name: Icon | None = None, key: Cap = "") -> Button:
    """Build a button without an outline."""
    button = Button(words, icon_name, key)
    button.setProperty("role", "quiet")
    return button


class CardButton(RingButton):
    """A card that is one control: a click anywhere, Space or Enter presses it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setAccessibleName(name)
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
