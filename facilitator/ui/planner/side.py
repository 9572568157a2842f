"""The right side of the planner: the chosen step with its picture, or the whole plan."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QTabBar, QWidget

from facilitator.domain.ids import StepId
from facilitator.domain.planning.concerns import Concern
from facilitator.ui.planner.advice import Advice
from facilitator.ui.planner.board_picture import StepPicture
from facilitator.ui.planner.plan_form import PlanForm
from facilitator.ui.planner.step_form import StepForm
from facilitator.ui.widgets.buttons import quiet_button
from facilitator.ui.widgets.icons import Icon
from facilitator.ui.widgets.labels import label
from facilitator.ui.widgets.layouts import FlowLayout, Pages, column
from facilitator.ui.widgets.scrolling import Scroll
from facilitator.wording import _, ngettext

STEP, PLAN = 0, 1  # places of the tabs
EDGE = 16  # pixels
PICTURE = 0.36  # of the height, at most


class Side(QFrame):
    """Two tabs; each scrolls."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("side", "right")
        self.tabs = QTabBar()
        self.tabs.setAccessibleName(_("What is shown beside the running order"))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.addTab(_("This step"))
        self.tabs.addTab(_("Whole plan"))
        self.picture, self.step, self.plan = StepPicture(), StepForm(), PlanForm()
        self.step_advice, self.plan_advice = Advice(), Advice()
        self.pages = Pages()
        for page in (self._of_step(), self._of_plan()):
            self.pages.add_page(page)
        self.tabs.currentChanged.connect(self.pages.show_place)
        self.order_button = quiet_button(_("Running order"), Icon.LIST)
        inside = column(self, spacing=0)
        top = QWidget()
        flow = FlowLayout(top)
        flow.addWidget(self.order_button)
        flow.addWidget(self.tabs)
        inside.addWidget(top)
        inside.addWidget(self.pages, 1)

    def _of_step(self) -> Scroll:
        page = QWidget()
        inside = column(page, spacing=8)
        inside.setContentsMargins(EDGE, 8, EDGE, EDGE)
        inside.addWidget(label(_("How it looks on the board"), "field"))
        inside.addWidget(self.picture)
        inside.addWidget(self.step_advice)
        inside.addSpacing(4)
        inside.addWidget(self.step, 1)
        return Scroll(page)

    def _of_plan(self) -> Scroll:
        page = QWidget()
        inside = column(page)
        inside.setContentsMargins(EDGE, 8, EDGE, EDGE)
        inside.addWidget(self.plan_advice)
        inside.addWidget(self.plan)
        return Scroll(page)

    def show_concerns(self, concerns: tuple[Concern, ...], step_id: StepId) -> None:
        """Show all concerns with the plan, and those of the chosen step with the step."""
        self.plan_advice.show_concerns(concerns)
        own = tuple(concern for concern in concerns if concern.step_id == step_id)
        self.step_advice.show_concerns(own)
        words = _("Whole plan")
        if concerns:
            count = len(concerns)
            more = ngettext("{count} hint", "{count} hints", count).format(count=count)
            words = f"{words} · {more}"
        self.tabs.setTabText(PLAN, words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.picture.fit_into(round(event.size().height() * PICTURE))

    def show_step_tab(self) -> None:
        """Show the chosen step."""
        self.tabs.setCurrentIndex(STEP)

    def edit_title_of_plan(self) -> None:
        """Show the whole plan, with the keyboard in its title."""
        self.tabs.setCurrentIndex(PLAN)
        self.plan.focus_title()

    def edit_title_of_step(self) -> None:
        """Show the chosen step, with the keyboard in its title."""
        self.show_step_tab()
        self.step.focus_title()
