"""The one sentence under the controls: what to do, or what is asked just now."""

from PySide6.QtCore import Signal

from facilitator.domain.text.language import Language, in_order
from facilitator.room.keys import Key
from facilitator.room.say import say_in
from facilitator.ui.corner.texts import Columns, stacked


class HintLine(Columns):
    """Says how it is done; what is asked just now stands out, and is said aloud.

    Signals:
        announced: what whoever uses a screen reader hears at once.
    """

    announced = Signal(str)

    def __init__(self, languages: tuple[Language, ...], how: Key) -> None:
        super().__init__(say_in(in_order(languages), how), "hint")
        self._languages, self._how = languages, how

    def show_how(self) -> None:
        """Say what to do on this page."""
        self._show(self._how, "hint")

    def ask(self, key: Key) -> None:
        """Ask something that must not be missed."""
        self._show(key, "still")
        self.announced.emit(stacked(self._languages, key))

    def tell(self, key: Key) -> None:
        """Say something in passing."""
        self._show(key, "hint")
        self.announced.emit(stacked(self._languages, key))

    def _show(self, key: Key, name: str) -> None:
        for hint, text in zip(self.labels, stacked(self._languages, key).split("\n"), strict=True):
            hint.setText(text)
            hint.setObjectName(name)
            hint.style().polish(hint)
