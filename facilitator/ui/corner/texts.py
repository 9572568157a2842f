"""The corner's texts in one or two languages, never mixed within a line."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from facilitator.domain.text.language import Language, Words, in_order
from facilitator.room.say import say
from facilitator.room.sentence_keys import RoomKey
from facilitator.ui.widgets.labels import label

BETWEEN = 48  # pixels between two languages


def stacked(languages: tuple[Language, ...], key: RoomKey) -> str:
    """Word a fixed sentence, one line for each language."""
    return "\n".join(say(language, key) for language in in_order(languages))


def together(parts: tuple[Words, ...], languages: tuple[Language, ...]) -> Words:
    """Join several texts, with a paragraph for each language that has any of them."""
    spoken = [
        (language, [dict(words.texts).get(language, "") for words in parts])
        for language in languages
    ]
    return Words(
        tuple((language, " ".join(filter(None, texts))) for language, texts in spoken if any(texts))
    )


def in_workshop_order(words: Words) -> tuple[str, ...]:
    """Put the texts in the room's order: Welsh first if it is one of two."""
    by_language = dict(words.texts)
    return tuple(by_language[language] for language in in_order(tuple(by_language)))


def text_block(text: str, name: str) -> QLabel:
    """Build a label as high as its text needs; ``name`` is for the style sheet."""
    block = label(text)
    block.setObjectName(name)
    block.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    block.setSizePolicy(policy)
    return block


class Columns(QWidget):
    """Texts in their languages side by side, with a thin line between."""

    def __init__(self, words: Words, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(BETWEEN // 2)
        self.labels = tuple(text_block(text, name) for text in in_workshop_order(words))
        for place, text in enumerate(self.labels):
            if place:
                rule = QFrame()
                rule.setObjectName("between")
                row.addWidget(rule)
            row.addWidget(text, 1)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)


def row_of(left: QWidget | None, middle: QWidget | None, right: QWidget | None) -> QHBoxLayout:
    """Build a row with one widget at the left and the others at the right."""
    row = QHBoxLayout()
    row.setSpacing(24)
    if left is not None:
        row.addWidget(left)
    row.addStretch(1)
    for part in (middle, right):
        if part is not None:
            row.addWidget(part)
    return row
