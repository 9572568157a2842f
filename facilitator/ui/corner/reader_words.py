"""What stands on an entry page while a screen reader is on."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.domain.language import Language
from facilitator.room.keys import Key
from facilitator.ui.corner.texts import label, stacked


class ReaderWords(QWidget):
    """Headphones first, and that nothing is covered; nothing at all without a screen reader."""

    def __init__(
        self,
        languages: tuple[Language, ...],
        not_covered: Key,
        is_read_aloud: Callable[[], bool],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._is_read_aloud = is_read_aloud
        self._is_on = is_read_aloud()
        self._not_covered = label(stacked(languages, not_covered), "reader", self)
        self._headphones = label(stacked(languages, Key.CORNER_HEADPHONES), "reader", self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._not_covered)
        column.addWidget(self._headphones)

    @property
    def spoken(self) -> str:
        """What of it holds now; nothing without a screen reader."""
        shown = (self._headphones, self._not_covered) if self._is_on else ()
        return "\n".join(one.text() for one in shown if not one.isHidden())

    def look(self) -> bool:
        """Look whether a screen reader is on; tell whether that is another thing than before."""
        before, self._is_on = self._is_on, self._is_read_aloud()
        return before != self._is_on

    def show_cover(self, *, covered: bool) -> None:
        """Say that nothing is covered where that is so."""
        self._not_covered.setHidden(covered)
        self.setVisible(self._is_on)
