"""The button for the next thing, always in the same place and of the same size."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout

from facilitator.live.views.desk_view import NextIs, NextView
from facilitator.ui.console.commands.button import CommandButton
from facilitator.ui.console.commands.table import Act
from facilitator.ui.widgets.icons import Icon
from facilitator.ui.widgets.labels import IconLabel
from facilitator.wording import _

WIDE, HIGH = 320, 56  # pixels, at 100 %
EDGE, GAP = 20, 12  # also


def shortened(text: str, metrics: QFontMetrics, width: int, lines: int = 2) -> str:
    """Shorten a text until it fits in some lines of a width."""
    most = lines * metrics.lineSpacing()
    wraps = Qt.TextFlag.TextWordWrap.value
    short = text
    while short and metrics.boundingRect(0, 0, width, 10_000, wraps, short).height() > most:
        short = short.rstrip("…")[:-1].rstrip() + "…"
    return short


class NextButton(CommandButton):
    """Says in one line what Next does, and in a second what comes.

    A title that is too long for its line takes both; the tooltip and screen readers have it whole.
    """

    def __init__(self) -> None:
        super().__init__(Act.NEXT, role="main")
        self._scale, self._view = 100, NextView(NextIs.STEP, _("Next"), _("Next"))
        self.what = QLabel(self)
        self.what.setTextFormat(Qt.TextFormat.PlainText)
        self.what.setWordWrap(True)
        self.what.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.what.setProperty("next", "what")
        self._words.setProperty("next", "first")
        self._row.removeWidget(self._words)
        self._use_ends()
        self._row.setContentsMargins(EDGE, 0, EDGE, 0)
        self._row.setSpacing(GAP)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        self._lines.addStretch(1)
        self._lines.addWidget(self._words)
        self._lines.addWidget(self.what)
        self._lines.addStretch(1)
        self._row.insertLayout(0, self._lines, 1)
        self._arrow = IconLabel(Icon.ARROW_RIGHT, self)
        self._row.insertWidget(1, self._arrow)

    @property
    def words(self) -> str:
        """All that the button says, also where there is no room for it."""
        return self._view.label

    def show_next(self, view: NextView) -> None:
        """Show what Next does, and what comes."""
        self._view = view
        self.show_words(view.short or (_("Next") if view.what else view.label))
        self.call(view.label)
        self._fit()

    def set_scale(self, scale: int) -> None:
        """Use a text size in per cent."""
        if scale != self._scale:
            self._scale = scale
            self.updateGeometry()

    def _fit(self) -> None:
        """Show what comes in the line below, or in both lines, as much as fits."""
        key = self._key.sizeHint().width() + GAP if self.cap and self._key is not None else 0
        arrow = self._arrow.sizeHint().width()
        room = self.width() - 2 * EDGE - GAP - arrow - key
        ruler = QFontMetrics(self.what.font())
        first = QFontMetrics(self._words.font()).horizontalAdvance(self._words.text())
        has_line = max(first, ruler.horizontalAdvance(self._view.what)) <= room
        self._words.setVisible(has_line)
        whole = self._view.label
        text = self._view.what if has_line else shortened(whole, ruler, room)
        self.what.setText(text)
        self.what.setVisible(bool(text))
        self.setToolTip("" if has_line or text == whole else whole)

    def sizeHint(self) -> QSize:
        return QSize(WIDE * self._scale // 100, HIGH * self._scale // 100)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.sizeHint().width() // 2, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
