"""The keys, written large over the console."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from facilitator.ui.console.commands.table import LINE_TABLE, TABLE
from facilitator.ui.widgets.buttons import quiet_button
from facilitator.ui.widgets.caps import Cap, cap_words
from facilitator.ui.widgets.labels import label
from facilitator.ui.widgets.letters import letter_of
from facilitator.ui.widgets.scrolling import Scroll
from facilitator.wording import _


def keys_in_words() -> tuple[tuple[str, str], ...]:
    """Return each key with what it does: every command's, then those of lists and fields."""
    ours = tuple(
        (_keys_of(command.keys), command.page_words())
        for command in TABLE
        if command.keys and command.is_offered
    )
    return (*ours, *_kept_by_lists())


def _keys_of(caps: tuple[Cap, ...]) -> str:
    """Return the keys of a command in words."""
    first, *others = (cap_words(cap) for cap in caps)
    if not others:
        return first
    return _("{keys} or {key}").format(keys=", ".join((first, *others[:-1])), key=others[-1])


def _kept_by_lists() -> tuple[tuple[str, str], ...]:
    return (
        (_("Enter"), _("Presses the button in focus; in a field it keeps what is typed")),
        (_("Among the steps"), _("Enter asks, and once more goes there")),
        (_("Alt Enter"), _("Changes the chosen step: title, question, minutes")),
        (_("Alt Up, Alt Down"), _("Moves a step that is to come earlier or later")),
        (_("Among lines said"), _("Enter or F2 corrects, Del takes out")),
        *(
            (_keys_of(command.keys), _("Agreement’s lines: {what}").format(what=command.words()))
            for command in LINE_TABLE
            if command.keys
        ),
        (_("In a check"), _("Its keys count, Backspace takes back, W another way, Enter closes")),
    )


class KeysPage(QFrame):
    """Shows the keys until Esc or ? is pressed.

    Signals:
        left: it is to go.
    """

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "true")
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(1, 1)
        for place, (key, words) in enumerate(keys_in_words()):
            cap = QLabel(key)
            cap.setProperty("key", "true")
            grid.addWidget(cap, place, 0, Qt.AlignmentFlag.AlignRight)
            grid.addWidget(label(words), place, 1)
        grid.setRowStretch(grid.rowCount(), 1)
        self.close_button = quiet_button(_("Close"), key=Qt.Key.Key_Escape)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 20, 32, 20)
        column.addWidget(label(_("Keys"), "now"))
        column.addWidget(
            label(
                _(
                    "What is written on a button works everywhere but in a field. "
                    "A list keeps its own keys, and Space and Enter press the button in focus."
                )
            )
        )
        column.addWidget(Scroll(inside, _("Keys and what they do")), 1)
        column.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.close_button.clicked.connect(self.left)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape or letter_of(event) == "?":
            self.left.emit()
        else:
            super().keyPressEvent(event)
