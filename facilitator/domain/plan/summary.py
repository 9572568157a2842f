"""The summary of a plan on Home, readable without the plan."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.domain.ids import PlanId

if TYPE_CHECKING:
    from facilitator.domain.plan.plan import Plan


@dataclass(frozen=True, slots=True)
class PlanSummary:
    """A plan to start, with the number of people for which it really works."""

    plan_id: PlanId
    title: str  # the facilitator’s, else the first
    summary: str
    minutes: int
    least: int
    most: int

    @classmethod
    def of(cls, plan: "Plan") -> "PlanSummary":
        """Return the summary of a plan."""
        from facilitator.domain.text.language import ENGLISH

        return cls(
            plan_id=plan.id,
            title=plan.title.in_(ENGLISH),
            summary=plan.summary,
            minutes=round(plan.length.total_seconds() / 60),
            least=plan.people.least,
            most=plan.people.most,
        )
