"""Dots in a plan file: the step whose lines get dots, if the plan names it."""

from facilitator.domain.plan.step import Reveal, StepKind
from facilitator.store.plans.part import PlanPart

PLAN = PlanPart(
    fields=("time_shown", "of"),
    reveals=(Reveal.COUNTS,),
    lines_from=(StepKind.GATHER, StepKind.PATTERNS),
    needs_source=False,
)
