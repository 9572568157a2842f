"""The sentence under the controls: what to do, or a question."""

from PySide6.QtCore import Signal

from facilitator.domain.text.language import Language, in_order
from facilitator.room.say import say_in
from facilitator.room.sentence_keys import RoomKey
from facilitator.ui.corner.texts import Columns, stacked


class HintLine(Columns):
    """Shows what to do; a question is highlighted and announced.

    Signals:
        announced: a text for screen readers.
    """

    announced = Signal(str)

    def __init__(self, languages: tuple[Language, ...], how: RoomKey) -> None:
        super().__init__(say_in(in_order(languages), how), "hint")
        self._languages, self._how = languages, how

    def show_how(self) -> None:
        """Show what to do on this page."""
        self._show(self._how, "hint")

    def ask(self, key: RoomKey) -> None:
        """Show and announce a question."""
        self._show(key, "still")
        self.announced.emit(stacked(self._languages, key))

    def tell(self, key: RoomKey) -> None:
        """Show and announce a message."""
        self._show(key, "hint")
        self.announced.emit(stacked(self._languages, key))

    def _show(self, key: RoomKey, name: str) -> None:
        for hint, text in zip(self.labels, stacked(self._languages, key).split("\n"), strict=True):
            hint.setText(text)
            hint.setObjectName(name)
            hint.style().polish(hint)
