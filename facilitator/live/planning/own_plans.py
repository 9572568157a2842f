"""My plans: saved in the library as the texts of plan files, and opened as drafts."""

from datetime import timedelta

from facilitator.domain.drafting.draft import Draft
from facilitator.domain.ids import PlanId
from facilitator.domain.plan.plan import Plan
from facilitator.domain.text.language import ENGLISH
from facilitator.domain.time.clock import Clock
from facilitator.errors import PlanFileError
from facilitator.store.database import Store, transaction
from facilitator.store.library.own_plans import (
    OwnPlanRow,
    delete_own_plan,
    own_plan,
    save_own_plan,
)
from facilitator.store.plans.plan_file import PlanFiles
from facilitator.wording import _

MINUTE = timedelta(minutes=1)


class OwnPlans:
    """The facilitator's plans in the library."""

    def __init__(self, library: Store, files: PlanFiles, clock: Clock) -> None:
        self._library, self._files, self._clock = library, files, clock

    def has(self, plan_id: PlanId) -> bool:
        """Return whether a plan is one of mine. Raises ``StoreUnavailableError``."""
        return own_plan(self._library, plan_id) is not None

    def plan(self, plan_id: PlanId) -> Plan:
        """Return one of my plans. Raises as ``draft``."""
        return self.draft(plan_id).plan

    def draft(self, plan_id: PlanId) -> Draft:
        """Return one of my plans with its booking.

        Raises ``PlanFileError`` if it is gone or cannot be read, or ``StoreUnavailableError``.
        """
        row = own_plan(self._library, plan_id)
        if row is None:
            raise PlanFileError(_("This plan is not there any more."), _("Choose another one."))
        plan = self._files.from_text(row.text)
        starts = row.starts_minute * MINUTE
        return (
            Draft.of(plan)
            .for_people(row.people)
            .booked_for(row.booked_minutes * MINUTE)
            .starting(starts)
        )

    def save(self, draft: Draft) -> None:
        """Save a draft in place of the plan with its id. It is on the disk when this returns.

        Raises:
            PlanFileError: a plan file cannot hold it; what was saved before stays.
            StoreUnavailableError: the library cannot be written.

        """
        text = self._files.text_of(draft.plan)
        if self._files.from_text(text) != draft.plan:
            raise PlanFileError(_("This plan cannot be kept in a file without a change."))
        with transaction(self._library):
            save_own_plan(self._library, self._row_of(draft, text))

    def delete(self, plan_id: PlanId) -> None:
        """Delete a plan for good. Raises ``StoreUnavailableError``."""
        with transaction(self._library):
            delete_own_plan(self._library, plan_id)

    def _row_of(self, draft: Draft, text: str) -> OwnPlanRow:
        plan = draft.plan
        return OwnPlanRow(
            id=plan.id,
            title=plan.title.in_(ENGLISH),
            summary=plan.summary,
            minutes=round(plan.length / MINUTE),
            least=plan.people.least,
            most=plan.people.most,
            people=draft.people,
            booked_minutes=draft.booked // MINUTE,
            starts_minute=draft.starts // MINUTE,
            changed_on=self._clock.moment().wall.astimezone().date(),
            text=text,
        )
