"""Dots in a plan file: the step whose lines get them, how many, and the floor."""

from collections.abc import Mapping

from facilitator.domain.plan.own_field import OwnField, Sort
from facilitator.domain.plan.step import Reveal, StepKind, StepOptions
from facilitator.kinds.dots.counts import MOST_DOTS, MOST_PER_LINE
from facilitator.kinds.dots.state import DotsOptions
from facilitator.store.plans.part import OptionsPart, PlanPart
from facilitator.store.plans.table import Table
from facilitator.wording import _


def _read(table: Table) -> StepOptions:
    return DotsOptions(
        table.number("dots", 1, MOST_DOTS) if "dots" in table.values else 0,
        table.number("most_per_line", 1, MOST_PER_LINE) if "most_per_line" in table.values else 0,
    )


def _write(options: StepOptions) -> Mapping[str, object]:
    if not isinstance(options, DotsOptions):
        return {}
    fields = {"dots": options.dots, "most_per_line": options.most_per_line}
    return {name: number for name, number in fields.items() if number}


PLAN = PlanPart(
    fields=("time_shown", "of", "floor"),
    reveals=(Reveal.COUNTS,),
    lines_from=(StepKind.GATHER, StepKind.PATTERNS),
    needs_source=False,
    options=OptionsPart(DotsOptions, ("dots", "most_per_line"), _read, _write),
    own_fields=(
        OwnField("dots", lambda: _("Dots a person"), Sort.NUMBER, MOST_DOTS),
        OwnField("most_per_line", lambda: _("Most on one line"), Sort.NUMBER, MOST_PER_LINE),
    ),
)
