"""My plans on Home: each with its facts, and what can be done with it."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from facilitator.ui.home.plan_card import facts_of
from facilitator.ui.home.rows import BESIDE_TEXTS, arrange, question_in, stacked
from facilitator.ui.widgets.buttons import Button, quiet_button
from facilitator.ui.widgets.icons import Icon
from facilitator.ui.widgets.labels import label
from facilitator.ui.widgets.layouts import column, row
from facilitator.ui.widgets.questions import Answer, Question, QuestionCard
from facilitator.wording import _

if TYPE_CHECKING:
    from facilitator.domain.plan.summary import PlanSummary

DELETE = "delete"


class OwnPlanLine(QFrame):
    """One of my plans.

    Signals:
        start_asked, change_asked, delete_asked: the plan's id; deleting is confirmed.
    """

    start_asked = Signal(str)
    change_asked = Signal(str)
    delete_asked = Signal(str)

    def __init__(self, plan: "PlanSummary") -> None:
        super().__init__()
        self.setMinimumWidth(1)  # its buttons go below its texts
        self.plan = plan
        self.change_button = quiet_button(_("Change"), Icon.PENCIL)
        self.change_button.clicked.connect(lambda: self.change_asked.emit(plan.plan_id))
        self.delete_button = quiet_button(_("Delete"), Icon.TRASH)
        self.delete_button.clicked.connect(lambda: self.question.ask(self._delete_question()))
        self.start_button = Button(_("Start"), Icon.PLAY)
        self.start_button.clicked.connect(lambda: self.start_asked.emit(plan.plan_id))
        self._offer, self._buttons = QWidget(), row()
        self._line = row(self._offer)
        title, facts = label(plan.title, "strong", at_left=True), label(facts_of(plan), "muted")
        self._line.addLayout(stacked(title, facts), 1)
        self._line.addLayout(self._buttons)
        for button in (self.delete_button, self.change_button, self.start_button):
            button.setAccessibleDescription(plan.title)
            self._buttons.addWidget(button)
        self._column = column(self, spacing=0)
        self._column.setContentsMargins(16, 5, 8, 5)
        self._column.addWidget(self._offer)

    @cached_property
    def question(self) -> QuestionCard:
        """The card that asks before the plan is deleted."""
        card = question_in(self._column, self._offer)
        card.answered.connect(lambda _answer: self.delete_asked.emit(self.plan.plan_id))
        return card

    def _delete_question(self) -> Question:
        return Question(
            _("Delete the plan “{title}”?").format(title=self.plan.title),
            _("It cannot be brought back. Workshops and records stay."),
            (Answer(DELETE, _("Delete for good")),),
            leave=_("Keep it"),
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons below the texts, and below each other, where there is little room."""
        super().resizeEvent(event)
        arrange(self._line, self._buttons, event.size().width(), BESIDE_TEXTS)
