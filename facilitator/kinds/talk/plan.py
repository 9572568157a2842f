"""A talk in a plan file."""

from facilitator.domain.plan.step import Reveal
from facilitator.store.plans.part import PlanPart

PLAN = PlanPart(fields=("time_shown", "form", "segments"), reveals=(Reveal.NONE, Reveal.CAPTURE))
