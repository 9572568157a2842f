"""A gathering in a plan file: it shows no time."""

from facilitator.domain.plan.step import Reveal
from facilitator.store.plans.part import PlanPart

PLAN = PlanPart(
    fields=("ways", "notes_a_turn", "floor"),
    reveals=(Reveal.BATCH,),
    needs_question=True,
    needs_way=True,
)
