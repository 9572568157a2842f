"""The switch that covers or shows the words."""

from dataclasses import dataclass

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton, QWidget

from facilitator.domain.text.language import Language
from facilitator.room.sentence_keys import Key
from facilitator.ui.corner.texts import stacked
from facilitator.ui.widgets.icons import Icon, icon

BESIDE = 4  # pixels that Qt leaves between icon and text


@dataclass(frozen=True, slots=True)
class Saying:
    """The sentences of a switch."""

    covered: Key
    uncovered: Key
    forced: Key


WORDS = Saying(Key.CORNER_COVERED, Key.CORNER_SHOWN, Key.CORNER_FORCED)
CHOICE = Saying(Key.CORNER_CHOICE_COVERED, Key.CORNER_CHOICE_SHOWN, Key.CORNER_CHOICE_FORCED)


class CoverSwitch(QPushButton):
    """Shows whether the words are covered. It only emits ``clicked`` and changes nothing itself."""

    def __init__(
        self,
        languages: tuple[Language, ...],
        colour: str,
        saying: Saying = WORDS,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("cover")
        self._languages = languages
        self._colour = colour
        self._saying = saying

    def show_cover(self, *, covered: bool, forced: bool) -> None:
        """Show the state; a forced cover cannot be removed."""
        saying = self._saying
        unforced = saying.covered if covered else saying.uncovered
        key = saying.forced if forced else unforced
        self.setText("\n".join(self._lines(key)))
        self.setAccessibleName(stacked(self._languages, key))
        self.setIcon(icon(Icon.COVERED if covered else Icon.EYE, self._colour))

    def _lines(self, key: Key) -> list[str]:
        return [f" {line}" for line in stacked(self._languages, key).split("\n")]

    def fit(self) -> None:
        """Size the icon to the text, and the width to the longest sentence."""
        metrics = self.fontMetrics()
        side = round(metrics.height() * 1.2)
        self.setIconSize(QSize(side, side))
        keys = (self._saying.covered, self._saying.uncovered, self._saying.forced)
        lines = [line for key in keys for line in self._lines(key)]
        widest = max(metrics.horizontalAdvance(line) for line in lines)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        inside = QSize(widest + side + BESIDE, metrics.height())
        whole = QStyle.ContentsType.CT_PushButton
        self.setMinimumWidth(self.style().sizeFromContents(whole, option, inside, self).width())
