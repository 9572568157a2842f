"""Patterns in a plan file: the earlier step with the lines, and patterns given beforehand."""

from collections.abc import Mapping
from dataclasses import replace

from facilitator.domain.plan.own_field import OwnField, Sort
from facilitator.domain.plan.step import Reveal, Step, StepKind, StepOptions
from facilitator.domain.text.language import Language, Words
from facilitator.kinds.patterns.arrangement import MOST_PATTERNS
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


def _settle(step: Step, _languages: tuple[Language, ...]) -> Step:
    """Return the step with each pattern once, and no more than there may be."""
    columns = step.options.columns if isinstance(step.options, PatternsOptions) else ()
    once = tuple(dict.fromkeys(columns))[:MOST_PATTERNS]
    return replace(step, options=PatternsOptions(once))


PLAN = PlanPart(
    fields=("time_shown", "of"),
    reveals=(Reveal.BATCH, Reveal.CAPTURE),
    lines_from=(StepKind.GATHER,),
    settle=_settle,
    options=OptionsPart(PatternsOptions, ("columns",), _read, _write),
    own_fields=(OwnField("columns", lambda: _("Patterns, one on a line"), Sort.LINES, MOST_NAME),),
)
