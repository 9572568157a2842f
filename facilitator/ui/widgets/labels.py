"""Labels: sentences, chips of a few words, and icons beside them."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from facilitator.domain.text.contacts import held_together
from facilitator.ui.widgets.icons import Icon, icon, is_font_loaded, load_font_soon
from facilitator.ui.widgets.unlisted import align_at_left, show_plain_text

LONGEST_WORD = 18  # longer words may break between graphemes
WIDE, MOST_BESIDE = 4096, 96  # pixels: more than any chip's words; most beside them
BREAK_HERE = "\u200b"


def breakable(text: str) -> str:
    """Insert break opportunities into words too long for a narrow column."""
    return " ".join(
        word if len(word) <= LONGEST_WORD else _with_breaks(word) for word in text.split(" ")
    )


def _with_breaks(word: str) -> str:
    from facilitator.domain.text.text import graphemes  # few words are that long

    parts = graphemes(word)
    starts = range(0, len(parts), LONGEST_WORD)
    return BREAK_HERE.join("".join(parts[start : start + LONGEST_WORD]) for start in starts)


class TextLabel(QLabel):
    """Shows plain text, never markup, and does not break inside a number or an address."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(held_together(text), parent)
        show_plain_text(self)

    def setText(self, text: str) -> None:
        """Show another text."""
        super().setText(held_together(text))


def label(text: str = "", role: str = "", *, wrap: bool = True, at_left: bool = False) -> QLabel:
    """Build a label for plain text.

    ``at_left`` aligns a text of any script to the left edge.
    """
    text_label = TextLabel(text)
    text_label.setWordWrap(wrap)
    if at_left:
        align_at_left(text_label)
    if role:
        text_label.setProperty("role", role)
    return text_label


class Chip(QLabel):
    """A few words on a rounded background, optionally wrapping."""

    def let_wrap(self) -> None:
        """Wrap the words if they do not fit in one line."""
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        if not self.wordWrap():
            return super().sizeHint()
        self.ensurePolished()
        words, high = self.fontMetrics().horizontalAdvance(self.text()), self.heightForWidth(WIDE)
        # Qt does not report the style sheet's padding beside the words, so it is measured.
        tries = range(words, words + MOST_BESIDE, 2)
        return QSize(next((n for n in tries if self.heightForWidth(n) <= high), words), high)


def chip(text: str = "", kind: str = "plain") -> Chip:
    """Build a chip with a few words."""
    text_chip = Chip(text)
    show_plain_text(text_chip)
    text_chip.setProperty("chip", kind)
    text_chip.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
    return text_chip


class IconLabel(QWidget):
    """An icon as high as the text beside it, in the text's colour.

    The first icon of all is painted one turn of the event loop late: loading the font takes longer
    than a window may take to appear.
    """

    def __init__(self, name: Icon | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_icon(self, name: Icon | None) -> None:
        """Change the icon, or show none."""
        if name != self._name:
            self._name = name
            self.setVisible(name is not None)
            self.update()

    def sizeHint(self) -> QSize:
        side = self.fontMetrics().height()
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._name is not None and not is_font_loaded():
            load_font_soon()
        elif self._name is not None:
            painter = QPainter(self)
            colour = self.palette().color(self.foregroundRole()).name()
            side = round(self.fontMetrics().ascent() * 0.95)
            area = self.rect()
            area.setSize(QSize(side, side))
            area.moveCenter(self.rect().center())
            icon(self._name, colour).paint(painter, area)
