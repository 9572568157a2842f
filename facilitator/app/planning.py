"""The planner from Home and back to Home."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, SignalInstance

from facilitator.app.data_folder import DataFolder
from facilitator.app.home_view import Settings
from facilitator.domain.drafting.draft import USUAL_PEOPLE, Draft, copy_of, new_plan
from facilitator.domain.ids import PlanId
from facilitator.domain.plan.forms import Shape
from facilitator.domain.plan.plan import Plan
from facilitator.domain.text.language import ENGLISH
from facilitator.domain.time.clock import Clock
from facilitator.kinds.registry import LIVE, PLAN_FILES, PLAN_PARTS, READY_BLOCKS
from facilitator.live.planning.editor import PlanEditor
from facilitator.live.planning.new_steps import NewSteps
from facilitator.live.planning.on_the_board import on_the_board
from facilitator.live.planning.own_plans import OwnPlans
from facilitator.ui.planner.window import PlannerParts, PlannerWindow
from facilitator.ui.widgets.icons import Icon
from facilitator.wording import _

if TYPE_CHECKING:
    from facilitator.domain.contribution import Shuffler


class Planning(QObject):
    """Opens one plan at a time in the planner.

    Signals:
        left: Home is to be shown.
        remembered_asked: Home is to be shown, with its page of what is kept.
        start_asked, try_asked, print_asked: with the plan, which is saved; the window was closed.
    """

    left = Signal()
    remembered_asked = Signal()
    start_asked = Signal(object)
    try_asked = Signal(object)
    print_asked = Signal(object)

    def __init__(
        self, data: DataFolder, settings: Settings, clock: Clock, shuffler: "Shuffler"
    ) -> None:
        super().__init__()
        self._settings, self._clock, self._shuffler = settings, clock, shuffler
        self.own = OwnPlans(data.library, PLAN_FILES, clock)
        self._new_steps = NewSteps(LIVE, PLAN_PARTS)
        self.window: PlannerWindow | None = None

    def open(self, plan: Plan) -> None:
        """Open a plan: one of mine as it is, any other as a copy that the first change saves.

        Raises as ``OwnPlans.draft``.
        """
        if self.own.has(plan.id):
            self._show(self.own.draft(plan.id), is_saved=True)
        else:
            self._show(Draft.of(copy_of(plan, self._new_id())), is_saved=False)

    def begin(self) -> None:
        """Open a new plan of one step."""
        step = self._new_steps.talk(Shape.OPEN_TALK, USUAL_PEOPLE.best, (ENGLISH,))
        plan = new_plan(self._new_id(), _("My plan"), _("What we do."), step)
        self._show(Draft.of(plan), is_saved=False)

    def put_away(self) -> None:
        """Save what is not saved yet, and close the window: the system ends the program."""
        if self.window is not None:
            self.window.save_all()
            self._close()

    def _new_id(self) -> PlanId:
        return PlanId(f"my-{self._shuffler.new_id()}")

    def _show(self, draft: Draft, *, is_saved: bool) -> None:
        editor = PlanEditor(draft, PLAN_PARTS, self.own.save, is_saved=is_saved)
        parts = PlannerParts(
            {kind: Icon[desk.icon] for kind, desk in LIVE.desk.items()},
            self._new_steps.talk,
            self._new_steps.kind,
            lambda changed, step_id: on_the_board(
                changed, step_id, LIVE.room, self._clock.moment(), self._settings.board_theme
            ),
            READY_BLOCKS.all(),
        )
        window = PlannerWindow(editor, parts)
        window.set_look(self._settings.console_theme, self._settings.text_px)
        window.left.connect(lambda: self._leave(self.left))
        window.remembered_asked.connect(lambda: self._leave(self.remembered_asked))
        window.start_asked.connect(lambda: self._go_on(self.start_asked))
        window.print_asked.connect(lambda: self._go_on(self.print_asked))
        window.try_asked.connect(lambda: self._go_on(self.try_asked))
        self.window = window
        window.show()

    def _leave(self, asked: SignalInstance) -> None:
        asked.emit()
        self._close()

    def _go_on(self, asked: SignalInstance) -> None:
        if self.window is not None:
            plan = self.window.draft.plan
            asked.emit(plan)
            self._close()

    def _close(self) -> None:
        if self.window is not None:
            self.window.hide()
            self.window.deleteLater()
            self.window = None
