"""Dots in a plan file: of which lines, if the plan says so."""

from facilitator.domain.plan.step import Reveal, StepKind
from facilitator.store.plans.part import PlanPart

PLAN = PlanPart(
    fields=("time_shown", "of"),
    reveals=(Reveal.COUNTS,),
    lines_from=(StepKind.GATHER, StepKind.PATTERNS),
    needs_source=False,
)
