"""Buttons and boxes to tick: Enter presses each, and a focus is seen on any ground."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QKeyEvent, QPainter, QPaintEvent, QPalette, QPen, QPixmap
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
from facilitator.ui.widgets.icons import Icon, icon
from facilitator.ui.widgets.key_presses import SIDEWAYS, is_enter, press_by_enter
from facilitator.ui.widgets.labels import IconLabel
from facilitator.ui.widgets.style import RING, set_role
from facilitator.ui.widgets.theme import Palette

LINE = 3.0  # pixels
ROUND = 6.0  # likewise
ICON, ICON_GAP = 18, 6  # pixels; Qt itself leaves 4 more before the words


class RingButton(QPushButton):
    """A button that Enter presses, with a light line inside its dark ring where it is filled.

    ``takes_enter`` is False where Enter is no answer to a question.
    """

    takes_enter = True

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
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.ButtonText), LINE))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        inside = RING + LINE / 2
        area = QRectF(self.rect()).adjusted(inside, inside, -inside, -inside)
        painter.drawRoundedRect(area, ROUND, ROUND)


class Tick(QCheckBox):
    """A box to tick, by Space or Enter.

    ``leaves_arrows`` leaves the arrows to both sides to the window.
    """

    leaves_arrows = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.leaves_arrows and event.key() in SIDEWAYS:
            event.ignore()
        elif not press_by_enter(self, event):
            super().keyPressEvent(event)


def tick(text: str) -> Tick:
    """Return a box to tick that leaves focus and arrows, when it is clicked, where they were."""
    made = Tick(text)
    made.leaves_arrows = True
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return made


class Button(RingButton):
    """A button with a word, an icon before it, and the cap of its key behind it.

    A click leaves the focus where it was, so that Space and the arrows go on doing their work. The
    arrows to both sides are left to the window; in a question they go from answer to answer.
    """

    in_question = False

    def __init__(self, words: str, icon_name: Icon | None = None, key: Cap = "") -> None:
        super().__init__()
        self._icon = IconLabel(icon_name, self)
        self._icon.setVisible(icon_name is not None)
        self._cap: Cap = key
        self._shows_cap = True
        self._called = ""
        self._words, self._key = QLabel(words, self), QLabel(cap_words(key), self)
        self._key.setProperty("key", "true")
        self._key.setVisible(bool(key))
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(14, 2, 14, 2)
        row.setSpacing(10)
        for part in (self._icon, self._words, self._key):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        row.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.show_words(words)

    @property
    def words(self) -> str:
        """What stands on the button."""
        return self._words.text()

    def show_words(self, words: str, icon_name: Icon | None = None) -> None:
        """Show other words, and another icon if one is given."""
        if icon_name is not None:
            self._icon.show_icon(icon_name)
        self._words.setText(words)
        self._words.setVisible(bool(words))
        self.setProperty("wordless", "false" if words else "true")
        self.setAccessibleName(_named(words, self._key.text()))
        self.updateGeometry()

    def call(self, name: str) -> None:
        """Let a screen reader say a longer name than the words, whatever the key is."""
        self._called = name
        self.setAccessibleName(_named(name, self._key.text()))

    def show_mark(self, *, shown: bool) -> None:
        """Show the icon before the words, or leave it out where there is little room."""
        self._icon.setVisible(shown)
        self.updateGeometry()

    def set_tight(self, *, tight: bool = True) -> None:
        """Leave less room beside the words, in a narrow column."""
        edge = 6 if tight else 14
        self._row.setContentsMargins(edge, 2, edge, 2)

    def show_key(self, key: Cap) -> None:
        """Show another key in the cap, and name it to a screen reader."""
        self._cap = key
        self._key.setText(cap_words(key))
        if not self._shows_cap:
            self.setToolTip(self._key.text())
        self.setAccessibleName(_named(self._called or self.words, self._key.text()))
        self._key.setVisible(bool(key) and self._shows_cap)
        self.updateGeometry()

    @property
    def cap(self) -> Cap:
        """The key that is shown, or nothing."""
        return self._cap if not self._key.isHidden() else ""

    @property
    def own_cap(self) -> Cap:
        """The key that the button has, also where there is no room to show it."""
        return self._cap

    def show_cap(self, *, shown: bool) -> None:
        """Show the cap of the key behind the words, or leave it to the tooltip."""
        self._shows_cap = shown
        self._key.setVisible(shown and bool(self._key.text()))
        self.setToolTip("" if shown else self._key.text())
        self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in SIDEWAYS and not self.in_question:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        wanted = self._row.sizeHint()
        return QSize(wanted.width() + 2, max(44, wanted.height()))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


def _named(words: str, key: str) -> str:
    """Return what a screen reader calls a button: its words, and its key if it has one."""
    return f"{words} ({key})" if key else words


def main_button(words: str, icon_name: Icon | None = None, key: Cap = "") -> Button:
    """Return the one button of a panel that goes forward."""
    made = Button(words, icon_name, key)
    made.setProperty("role", "main")
    return made


def fill(button: Button, *, filled: bool) -> None:
    """Let a button lead, or stand back among the others; it and its words are drawn anew."""
    role = "main" if filled else "plain"
    if button.property("role") != role:
        for part in (button, *button.findChildren(QWidget)):
            set_role(part, "role", role if part is button else "")


def quiet_button(words: str, icon_name: Icon | None = None, key: Cap = "") -> Button:
    """Return a button without an outline."""
    made = Button(words, icon_name, key)
    made.setProperty("role", "quiet")
    return made


class IconButton(RingButton):
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
