"""The question after a list was pasted: it shows the lines before any is added."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from facilitator.domain.text.text import length
from facilitator.ui.widgets.labels import breakable
from facilitator.ui.widgets.questions import Answer, Question, QuestionCard
from facilitator.wording import _, ngettext

ADD = "add"
MOST_LINES = 20  # at once; more is too much for a room to look through


class PastedCard(QuestionCard):
    """Shows the lines of a pasted list; Enter adds them, Esc adds nothing.

    Signals:
        add_asked: the lines to add.
    """

    add_asked = Signal(tuple)

    def __init__(self, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._most = most
        self._lines: tuple[str, ...] = ()
        self.answered.connect(self._add)
        self.left.connect(self._clear)

    def ask_about(self, lines: tuple[str, ...]) -> None:
        """Show what would be added, and what is left out because it is too long or too much."""
        fitting = tuple(line for line in lines if length(line) <= self._most)
        self._lines = fitting[:MOST_LINES]
        count = len(self._lines)
        title = ngettext("Add this {count} line?", "Add these {count} lines?", count)
        left = len(lines) - count
        numbered = (f"{n}.  {breakable(line)}" for n, line in enumerate(self._lines, 1))
        self.ask(
            Question(
                title.format(count=count) if count else _("These lines are too long."),
                self._left_words(left) if left else "",
                (Answer(ADD, _("Add"), Qt.Key.Key_Return),) if count else (),
                leave=_("Cancel"),
                lines="\n".join(numbered),
                begins_at_answer=True,
            )
        )

    def drop(self) -> None:
        """Close the question without adding anything."""
        super().drop()
        self._clear()

    def _left_words(self, left: int) -> str:
        words = ngettext(
            "{count} line stays out: at most {lines} lines at once, each of at most {most} "
            "characters.",
            "{count} lines stay out: at most {lines} lines at once, each of at most {most} "
            "characters.",
            left,
        )
        return words.format(count=left, lines=MOST_LINES, most=self._most)

    def _add(self, _answer: str) -> None:
        lines, self._lines = self._lines, ()
        self.add_asked.emit(lines)

    def _clear(self) -> None:
        self._lines = ()
