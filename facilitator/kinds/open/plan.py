"""Opening in a plan file: the earlier step with the lines."""

from facilitator.domain.plan.step import Reveal, StepKind
from facilitator.store.plans.part import PlanPart

PLAN = PlanPart(
    fields=("time_shown", "of"),
    reveals=(Reveal.BATCH, Reveal.COUNTS),
    lines_from=(StepKind.GATHER, StepKind.PULSE, StepKind.PATTERNS),
)
