"""Prepares a workshop: its plan, the choice of displays, the line for the back row."""

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.domain.ids import PlanId
from facilitator.errors import FacilitatorError
from facilitator.store.folders import service_of
from facilitator.store.record_files import is_record_file
from facilitator.store.workshop.forgetting import is_workshop_file
from facilitator.ui.home.window import HomeWindow

if TYPE_CHECKING:
    from facilitator.app.check_line import CheckLine
    from facilitator.domain.plan.plan import Plan
    from facilitator.domain.setup import Setup


class Before:
    """Handles Home's signals before a workshop begins."""

    def __init__(
        self,
        home: HomeWindow,
        open_workshop: Callable[[Path], None],
        open_record: Callable[[Path], None],
        records_folder: Callable[[], Path],
        own_plan: Callable[[PlanId], "Plan"],
    ) -> None:
        self._home = home
        self._open_workshop = open_workshop
        self._open_record = open_record
        self._records_folder = records_folder
        self._own_plan = own_plan
        self._plans: dict[PlanId, Plan] = {}  # plans opened from files
        self._offered: dict[str, str] = {}  # displays: Home's names for them, and their keys
        home.plan_chosen.connect(self._choose)
        home.open_file_asked.connect(lambda path: self.open_file(Path(path)))
        home.check_line_asked.connect(self._toggle_check_line)

    def plan(self, plan_id: str) -> "Plan":
        """Find a plan among those opened from files, those that ship here, and the own ones.

        Raises ``PlanFileError`` if it is gone or cannot be read, or ``StoreUnavailableError``.
        """
        from facilitator.kinds.registry import READY_PLANS  # the first window needs no plan
        from facilitator.store.plans.ready import READY

        if (opened := self._plans.get(PlanId(plan_id))) is not None:
            return opened
        if PlanId(plan_id) in READY:
            return READY_PLANS.plan(PlanId(plan_id))
        return self._own_plan(PlanId(plan_id))

    def forget(self, plan_id: PlanId) -> None:
        """Forget a plan that was shown, since it may have changed."""
        self._plans.pop(plan_id, None)

    def display(self, called: str) -> str:
        """Return the key of the display with this name on Home; "" means a window."""
        return self._offered.get(called, "")

    def show(self, plan: "Plan") -> None:
        """Show *Before you start* for a plan."""
        from facilitator.ui.widgets.screens import offered_screens

        self._plans[plan.id] = plan
        self._offered = offered_screens(self._home.screen())
        self._home.show_before(plan, tuple(self._offered))
        self.show_displays()
        self.show_records_folder()

    def show_displays(self) -> None:
        """Offer the displays that are plugged in, and say if the room sees this one."""
        if self._home.asks_before_a_start:
            from facilitator.ui.widgets.screens import (
                offered_screens,
                screens_are_mirrored,
                screens_now,
            )

            self._offered = offered_screens(self._home.screen())
            mirrored = screens_are_mirrored(screens_now())
            self._home.show_displays(tuple(self._offered), mirrored=mirrored)

    def show_records_folder(self) -> None:
        """Show where records go, and which service seems to copy them."""
        folder = self._records_folder()
        self._home.show_records_folder(str(folder), service_of(folder))

    def put_away(self) -> None:
        """Hide what belongs to the preparation: the line for the back row, and a notice."""
        self._home.show_notice("")
        if "_check_line" in vars(self):  # else it was never shown
            self._check_line.put_away()

    @cached_property
    def _check_line(self) -> "CheckLine":
        from facilitator.app.check_line import CheckLine

        return CheckLine(self._home)

    def _toggle_check_line(self, setup: "Setup") -> None:
        self._check_line.toggle(setup, self.display(self._home.chosen_display))

    def _choose(self, plan_id: str) -> None:
        try:
            plan = self.plan(plan_id)
        except FacilitatorError as error:
            self._home.show_notice(str(error), error.covered)
        else:
            self.show(plan)

    def open_file(self, path: Path) -> None:
        """Open a workshop's file in its place, the lines of a record, or a plan."""
        if is_workshop_file(path):
            self._open_workshop(path)
            return
        if is_record_file(path):
            self._open_record(path)
            return
        from facilitator.kinds.registry import PLAN_FILES

        try:
            plan = PLAN_FILES.read(path)
        except FacilitatorError as error:
            self._home.show_notice(str(error), error.covered)
        else:
            self.show(plan)
