"""The switch that covers or shows the words."""

from dataclasses import dataclass

from PySide6.QtWidgets import QLabel

from facilitator.domain.text.language import Language
from facilitator.room.sentence_keys import Key, RoomKey
from facilitator.ui.corner.style import Look
from facilitator.ui.corner.texts import stacked
from facilitator.ui.widgets.buttons import Button
from facilitator.ui.widgets.icons import Icon

CAP = "F2"
HEIGHT = 56  # pixels of the design
SIDES, GAP = 18, 10  # pixels: at the edges, and between the parts
ICON = 18  # tenths of a line: the icon with its gap


@dataclass(frozen=True, slots=True)
class Saying:
    """The sentences of a switch."""

    covered: RoomKey
    uncovered: RoomKey
    forced: RoomKey


WORDS = Saying(Key.CORNER_COVERED, Key.CORNER_SHOWN, Key.CORNER_FORCED)
CHOICE = Saying(Key.CORNER_CHOICE_COVERED, Key.CORNER_CHOICE_SHOWN, Key.CORNER_CHOICE_FORCED)


class CoverSwitch(Button):
    """Shows whether the words are covered. It only emits ``clicked`` and changes nothing itself."""

    def __init__(self, languages: tuple[Language, ...], saying: Saying = WORDS) -> None:
        super().__init__(stacked(languages, saying.covered), Icon.COVERED, CAP)
        self.setObjectName("cover")
        self._row.setContentsMargins(SIDES, 2, SIDES, 2)
        self._row.setSpacing(GAP)
        self._languages = languages
        self._saying = saying

    def show_cover(self, *, covered: bool, forced: bool) -> None:
        """Show the state; a forced cover cannot be removed, so its key is not offered."""
        saying = self._saying
        unforced = saying.covered if covered else saying.uncovered
        text = stacked(self._languages, saying.forced if forced else unforced)
        self.show_words(text, Icon.COVERED if covered else Icon.EYE)
        self.show_cap(visible=not forced)
        name = text.replace("\n", ", ")
        self.setToolTip("")
        self.setAccessibleName(name if forced else f"{name} ({CAP})")

    def fit(self, look: Look) -> None:
        """Make it as high as its design, and as broad as the longest of its states."""
        parts = self.findChildren(QLabel)
        for part in parts:
            part.ensurePolished()
        words, cap = parts
        says = self._saying
        broad = max(
            self._broad(words, says.forced),
            *(self._broad(words, key) + GAP + cap.sizeHint().width() for key in self._unforced),
        )
        self.setMinimumSize(broad + 2 * SIDES + ICON * words.fontMetrics().height() // 10, 0)
        self.setMinimumHeight(round(HEIGHT * look.unit))

    @property
    def _unforced(self) -> tuple[RoomKey, RoomKey]:
        return self._saying.covered, self._saying.uncovered

    def _broad(self, words: QLabel, key: RoomKey) -> int:
        lines = stacked(self._languages, key).split("\n")
        return max(words.fontMetrics().horizontalAdvance(line) for line in lines)
