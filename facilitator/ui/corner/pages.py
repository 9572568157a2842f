"""The corner's simple pages: thank you, and the choice after holding Esc."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from facilitator.domain.text.language import Language
from facilitator.room.say import say_in
from facilitator.room.sentence_keys import Key, RoomKey
from facilitator.ui.corner.style import Look
from facilitator.ui.corner.texts import Columns, row_of, stacked
from facilitator.ui.widgets.buttons import RingButton


class QuietPage(QWidget):
    """A page with a few widgets, vertically centred."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._column = QVBoxLayout(self)
        self._column.addStretch(2)

    def fit(self, look: Look, size: QSize) -> None:
        """Lay the page out for a size."""
        sides, above = look.sides(size), look.margins[1]
        self._column.setContentsMargins(sides, above, sides, above)
        self._column.setSpacing(look.spacing)


class ClosingPage(QuietPage):
    """The page after every turn, the same for writing and for passing."""

    def __init__(self, languages: tuple[Language, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = say_in(languages, Key.CORNER_THANKS)
        text = say_in(languages, Key.CORNER_THANKS_TEXT)
        rule, foot = QFrame(), QLabel(stacked(languages, Key.CORNER_HOLD_ESC))
        rule.setObjectName("under")
        foot.setObjectName("foot")
        self._column.addWidget(Columns(title, "thanks"))
        self._column.addWidget(rule)
        self._column.addWidget(Columns(text, "thanks_text"))
        self._column.addStretch(3)
        self._column.addLayout(row_of(None, None, foot))
        self.setAccessibleName("\n".join(words for _, words in (*title.texts, *text.texts)))


class ChoicePage(QuietPage):
    """The choice of where the facilitator goes from the corner; it shows nobody's words.

    Signals:
        back_asked, cards_asked, console_asked: the button was pressed.
    """

    back_asked = Signal()
    cards_asked = Signal()
    console_asked = Signal()

    def __init__(
        self,
        languages: tuple[Language, ...],
        parent: QWidget | None = None,
        *,
        back: RoomKey = Key.CORNER_BACK,
    ) -> None:
        super().__init__(parent)
        writes = back is Key.CORNER_BACK
        cards = ((Key.CORNER_CARDS, self.cards_asked),) if writes else ()
        asks = ((back, self.back_asked), *cards, (Key.CORNER_CONSOLE, self.console_asked))
        self.buttons = tuple(RingButton(stacked(languages, key)) for key, _asked in asks)
        self.console_button = self.buttons[-1]
        rule = QFrame()
        rule.setObjectName("under")
        self._column.addWidget(Columns(say_in(languages, Key.CORNER_WHERE), "thanks"))
        self._column.addWidget(rule)
        for button, (_key, asked) in zip(self.buttons, asks, strict=True):
            button.setObjectName("choice")
            button.setAccessibleName(button.text().replace("\n", ", "))
            button.clicked.connect(asked)
            self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addStretch(3)
        self.setFocusProxy(self.buttons[0])
