"""How much a field takes, counted in characters as a reader counts them."""

from itertools import takewhile

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLineEdit

from facilitator.domain.text.text import graphemes, length


class CharacterLimit(QObject):
    """Keeps a field to so many characters: what comes too much is cut, never what is there.

    A text that the program filled in may be longer: it stays whole, and does not grow. Qt's own
    limit counts an emoji as two or more, and a letter with its accent as two.
    """

    def __init__(self, field: QLineEdit, most: int) -> None:
        super().__init__(field)
        self._field, self._most, self._before = field, most, field.text()
        field.textEdited.connect(self._cut)
        field.textChanged.connect(self._remember)

    def _remember(self, _text: str) -> None:
        self._before = self._field.text()

    def _cut(self, _text: str) -> None:
        text = self._field.text()  # which another slot may have changed
        most = max(self._most, length(self._before))
        if length(text) <= most:
            return
        start = _common_start(self._before, text)
        rest = self._before[len(start) :]
        end = _common_start(rest[::-1], text[len(start) :][::-1])[::-1]
        came = graphemes(text[len(start) : len(text) - len(end)])
        while came and length(start + "".join(came) + end) > most:
            came.pop()
        kept = start + "".join(came)
        self._field.setText(kept + end)
        self._field.setCursorPosition(len(kept.encode("utf-16-le", "replace")) // 2)


def _common_start(first: str, second: str) -> str:
    alike = takewhile(lambda pair: pair[0] == pair[1], zip(first, second, strict=False))
    return first[: sum(1 for _pair in alike)]
