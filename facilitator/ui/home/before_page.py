"""*Before you start*: what the program needs to know, and what people must be told."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from facilitator.domain.ids import PlanId
from facilitator.domain.last_time import LastTime
from facilitator.domain.plan.plan import Plan
from facilitator.domain.plan.summary import PlanSummary
from facilitator.domain.setup import Setup
from facilitator.domain.text.language import ENGLISH
from facilitator.domain.text.text import clean_line
from facilitator.ui.home.fields import metres_of, nearest, next_five, time_of
from facilitator.ui.home.from_last_time import FromLastTime
from facilitator.ui.home.questions import Questions
from facilitator.ui.home.typed import Typed
from facilitator.ui.widgets.buttons import Button, main_button, quiet_button
from facilitator.ui.widgets.icons import Icon
from facilitator.ui.widgets.labels import chip, label
from facilitator.ui.widgets.layouts import column, row
from facilitator.wording import _


class BeforeYouStartPage(QWidget):
    """Asks the questions of *Before you start*, and emits the answers as one ``Setup``.

    Signals:
        back_pressed: cancelled.
        start_asked: plan id, ``Setup``, the display's name or "" for a window.
        check_line_asked: a ``Setup`` with both distances.
        change_asked: the plan's id, to change it in the planner.
        handouts_asked: plan id and ``Setup``, to print what the day needs.
        forget_last_asked: delete what was entered last time.
    """

    back_pressed = Signal()
    start_asked = Signal(str, Setup, str)
    check_line_asked = Signal(Setup)
    change_asked = Signal(str)
    forget_last_asked = Signal()
    handouts_asked = Signal(str, Setup)

    def __init__(
        self,
        plan: Plan,
        displays: tuple[str, ...],
        now: Callable[[], datetime],
    ) -> None:
        super().__init__()
        self._plan = plan
        self._now = now
        self._last: FromLastTime | None = None
        self.questions = Questions(plan, displays)
        self._proposed_start = f"{next_five(now()):%H:%M}"
        self.questions.start_field.setText(self._proposed_start)
        self.back_button = Button(_("Back"))
        self.back_button.setObjectName("BeforeYouStartPage.back_button")
        self.back_button.clicked.connect(self.back_pressed)
        self.start_button = main_button(_("Start workshop"))
        self.start_button.setObjectName("BeforeYouStartPage.start_button")
        self.start_button.clicked.connect(self._start)
        self.change_button = quiet_button(_("Change this plan"), Icon.PENCIL)
        self.change_button.setObjectName("BeforeYouStartPage.change_button")
        self.change_button.clicked.connect(lambda: self.change_asked.emit(plan.id))
        self.handouts_button = Button(_("Print what the day needs"))
        self.handouts_button.setObjectName("BeforeYouStartPage.handouts_button")
        self.handouts_button.clicked.connect(self._ask_for_handouts)
        self.questions.check_button.clicked.connect(self._check_line)
        self._lay_out()

    def _lay_out(self) -> None:
        inside = column(self, spacing=16)
        inside.setContentsMargins(0, 32, 0, 16)
        inside.addWidget(label(_("Before you start"), "title"))
        inside.addWidget(label(self._plan.title.in_(ENGLISH), "heading", at_left=True))
        facts = row(spacing=10)
        plan = PlanSummary.of(self._plan)
        facts.addWidget(chip(_("{minutes} min").format(minutes=plan.minutes)))
        people = _("{least}–{most} people").format(least=plan.least, most=plan.most)
        facts.addWidget(chip(people))
        facts.addWidget(self.change_button)
        facts.addStretch(1)
        inside.addLayout(facts)
        inside.addWidget(self.handouts_button)
        self._place = inside.count()
        inside.addWidget(self.questions)
        inside.addStretch(1)
        self._inside = inside
        self.foot = QWidget()  # below the scrolling page
        buttons = row(self.foot)
        buttons.setContentsMargins(0, 12, 0, 12)
        buttons.addWidget(self.back_button)
        buttons.addStretch(1)
        buttons.addWidget(self.start_button, 0, Qt.AlignmentFlag.AlignRight)

    def show_last_time(self, last: LastTime, *, covered: bool) -> None:
        """Fill in what was entered last time; fields that may name a group stay covered."""
        self._last = FromLastTime(self.questions, last, covered=covered)
        self._last.forget_asked.connect(self.forget_last_asked)
        self._inside.insertWidget(self._place, self._last)

    def cover(self) -> None:
        """Clear what may name another group, now that others may see this screen."""
        self.questions.groups.cover()
        if self._last is not None:
            self._last.cover()

    @property
    def plan_id(self) -> PlanId:
        """The id of the plan."""
        return self._plan.id

    @property
    def typed(self) -> Typed:
        """The present values of the fields."""
        return Typed.of(self.questions, self._proposed_start)

    def setup(self) -> Setup | None:
        """Return the answers; if one is wrong, say so next to its field and return ``None``."""
        asked = self.questions
        at = time_of(asked.start_field.text())
        wrong = [self._start_problem(missing=at is None), *self._metres_problems()]
        if any(wrong) or at is None:
            self._focus_first_problem(wrong)
            return None
        return Setup(
            people=asked.people_box.value(),
            starts_at=nearest(at, self._now()),
            title=clean_line(asked.title_field.text()),
            group=clean_line(asked.group_field.text()),
            support=clean_line(asked.support_field.text()),
            recipients=clean_line(asked.recipients_field.text()),
            facilitator=clean_line(asked.facilitator_field.text()),
            reach=clean_line(asked.reach_field.text()),
            in_charge=asked.in_charge_yes.isChecked(),
            back_row_m=metres_of(asked.back_row_field.text()),
            image_height_m=metres_of(asked.image_height_field.text()),
            low_vision=asked.low_vision_box.isChecked(),
            marks=asked.marks.chosen,
        )

    def _start_problem(self, *, missing: bool) -> bool:
        problem = _("Write a time of day, such as 13:05.") if missing else ""
        return self.questions.start_asked.show_problem(problem)

    def _metres_problems(self) -> list[bool]:
        asked = self.questions
        return [
            asked_field.show_problem(
                _("Write a length in metres, such as 8.5, or leave it empty.")
                if clean_line(field.text()) and metres_of(field.text()) is None
                else ""
            )
            for asked_field, field in (
                (asked.back_row_asked, asked.back_row_field),
                (asked.image_height_asked, asked.image_height_field),
            )
        ]

    def _focus_first_problem(self, wrong: list[bool]) -> None:
        asked = self.questions
        fields: tuple[QLineEdit, ...] = (
            asked.start_field,
            asked.back_row_field,
            asked.image_height_field,
        )
        fields[wrong.index(True)].setFocus()

    def _start(self) -> None:
        setup = self.setup()
        if setup is not None:
            self.start_asked.emit(self._plan.id, setup, self.questions.display)

    def _ask_for_handouts(self) -> None:
        """Ask for what can be printed; a start that is only proposed is not on paper."""
        setup = self.setup()
        if setup is None:
            return
        starts_at = None if self.typed.start is None else setup.starts_at
        self.handouts_asked.emit(self._plan.id, replace(setup, starts_at=starts_at))

    def _check_line(self) -> None:
        setup = self.setup()
        if setup is not None:
            self.check_line_asked.emit(setup)
