"""Breathing space in a plan file: it may be dropped unless it is protected."""

from facilitator.store.plans.part import PlanPart

PLAN = PlanPart(fields=(), may_drop=True)
