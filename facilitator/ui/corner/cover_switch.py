"""The switch that covers the words or shows them."""

from dataclasses import dataclass

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPushButton, QWidget

from facilitator.domain.language import Language
from facilitator.room.keys import Key
from facilitator.ui.corner.texts import stacked
from facilitator.ui.kit.icons import Icon, icon


@dataclass(frozen=True, slots=True)
class Saying:
    """What a switch says of what it covers."""

    covered: Key
    shown: Key
    forced: Key


WORDS = Saying(Key.CORNER_COVERED, Key.CORNER_SHOWN, Key.CORNER_FORCED)
CHOICE = Saying(Key.CORNER_CHOICE_COVERED, Key.CORNER_CHOICE_SHOWN, Key.CORNER_CHOICE_FORCED)


class CoverSwitch(QPushButton):
    """Says whether the words are covered; a press asks for the other. Changes nothing itself."""

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
        """Show how it stands; a forced cover cannot be taken away."""
        said = self._saying
        shown = said.covered if covered else said.shown
        text = stacked(self._languages, said.forced if forced else shown)
        self.setText("\n".join(f" {line}" for line in text.split("\n")))
        self.setAccessibleName(text)
        self.setIcon(icon(Icon.COVERED if covered else Icon.EYE, self._colour))

    def fit(self) -> None:
        """Draw the icon as large as the text, once the text has its size."""
        side = round(self.fontMetrics().height() * 1.2)
        self.setIconSize(QSize(side, side))
        self.setMinimumWidth(self.sizeHint().width())
