"""Offers practice with made-up people, and asks where the board should be."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from facilitator.ui.widgets.buttons import Button, main_button
from facilitator.ui.widgets.labels import label
from facilitator.ui.widgets.layouts import column, row
from facilitator.wording import _

if TYPE_CHECKING:
    from facilitator.ui.widgets.questions import Question, QuestionCard

DISPLAY, WINDOW = "display", "window"


class TryCard(QFrame):
    """Offers practice, and asks first if the room would see the board on another display.

    Signals:
        try_asked: practise, with the board on the other display if there is one.
        try_in_window_asked: practise, with the board in a window on this screen.
    """

    try_asked = Signal()
    try_in_window_asked = Signal()

    def __init__(self, *, first: bool) -> None:
        super().__init__()
        self.setProperty("card", "butter")
        self._display = ""  # the name of the other display
        title = _("Try it with made-up people")
        text = _("Five minutes, from agreement to record. Nothing of it is kept.")
        heading, words = (
            (title, text) if first else (_("Try it"), _("Made-up people, five minutes"))
        )
        self.try_button = (main_button if first else Button)(_("Try it"))
        self.try_button.setAccessibleDescription(f"{title}. {text}")
        if first:
            self.try_button.make_large()
        self._offer = QWidget()
        line = row(self._offer)
        texts = column(spacing=4)
        texts.addStretch(1)
        texts.addWidget(label(heading, "heading"))
        texts.addWidget(label(words))
        texts.addStretch(1)
        line.addLayout(texts, 1)
        line.addWidget(self.try_button)
        self._inside = column(self, spacing=0)
        self._inside.setContentsMargins(24, 14, 24, 14)
        self._inside.addWidget(self._offer)
        self.try_button.clicked.connect(self._try)

    @cached_property
    def question(self) -> "QuestionCard":
        """The card that asks where the board should be; built on first use."""
        from facilitator.ui.widgets.questions import QuestionCard

        card = QuestionCard()
        card.replace_while_asking(self._offer)
        card.answered.connect(self._answer)
        self._inside.addWidget(card)
        return card

    def offer(self, display: str) -> None:
        """Set the display to ask about before practice; "" for none."""
        if display != self._display:
            self._display = display
            if "question" in vars(self):  # else it was never built
                self.question.drop()

    def _try(self) -> None:
        if self._display:
            self.question.ask(_place_question(self._display))
        else:
            self.try_asked.emit()

    def _answer(self, answer: str) -> None:
        (self.try_asked if answer == DISPLAY else self.try_in_window_asked).emit()


def _place_question(display: str) -> "Question":
    from facilitator.ui.widgets.questions import Answer, Question

    text = _(
        "On {display}, as in a workshop: whoever is in the room sees it. Or in a window on "
        "this screen."
    )
    return Question(
        _("Where should the board be for practice?"),
        text.format(display=display),
        (Answer(DISPLAY, _("Use that display")), Answer(WINDOW, _("A window here"))),
        leave=_("Not now"),
        begins_at_answer=True,
    )
