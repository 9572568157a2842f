"""A check in a plan file: its own scale, if any, and the lowest label that passes."""

from facilitator.domain.plan.step import Reveal
from facilitator.store.plans.part import PlanPart

PLAN = PlanPart(fields=("time_shown", "scale", "passes"), reveals=(Reveal.COUNTS,), labels=(2, 8))
