"""Patterns in a plan file: the earlier step with the lines, and patterns given beforehand."""

from collections.abc import Mapping

from facilitator.domain.plan.step import Reveal, StepKind, StepOptions
from facilitator.domain.text.language import Words
from facilitator.kinds.patterns.state import MOST_NAME, PatternsOptions
from facilitator.store.plans.part import OptionsPart, PlanPart
from facilitator.store.plans.table import Table
from facilitator.wording import _


def _read(table: Table) -> StepOptions:
    columns = table.words_list("columns", MOST_NAME)
    if len(set(columns)) < len(columns):
        raise table.wrong("columns", _("the same pattern is there twice."), _("Take one out."))
    return PatternsOptions(columns)


def _write(options: StepOptions) -> Mapping[str, object]:
    columns = options.columns if isinstance(options, PatternsOptions) else ()
    return {"columns": list(map(_plain, columns))} if columns else {}


def _plain(words: Words) -> object:
    """Return words as a plan in one or two languages has them."""
    return words.first if len(words.texts) == 1 else dict(words.texts)


PLAN = PlanPart(
    fields=("time_shown", "of"),
    reveals=(Reveal.BATCH, Reveal.CAPTURE),
    lines_from=(StepKind.GATHER,),
    options=OptionsPart(PatternsOptions, ("columns",), _read, _write),
)
