"""A pulse in a plan file: its statements, or its question, and its own five labels."""

from facilitator.domain.plan.step import Reveal, Step
from facilitator.store.plans.part import PlanPart
from facilitator.store.plans.table import Table
from facilitator.wording import _


def _check(table: Table, step: Step) -> None:
    if not step.question and not step.statements:
        raise table.wrong(
            "statements",
            _("a pulse needs a question or statements."),
            _("Write the question, or at least one statement."),
        )


PLAN = PlanPart(
    fields=("time_shown", "floor", "scale", "statements"),
    reveals=(Reveal.COUNTS,),
    labels=(5, 5),
    check=_check,
)
