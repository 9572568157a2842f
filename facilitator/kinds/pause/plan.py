"""A break in a plan file: it shows no time."""

from facilitator.store.plans.part import PlanPart

PLAN = PlanPart(fields=())
