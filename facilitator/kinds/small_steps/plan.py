"""Small steps in a plan file."""

from facilitator.domain.plan.step import Reveal
from facilitator.store.plans.part import PlanPart

PLAN = PlanPart(reveals=(Reveal.CAPTURE, Reveal.NONE))
