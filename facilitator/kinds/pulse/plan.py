"""A pulse in a plan file: a set of statements or its own, their source, and five labels."""

from collections.abc import Mapping
from dataclasses import replace

from facilitator.domain.drafting.words import unwritten_in
from facilitator.domain.plan.own_field import OwnField, Sort
from facilitator.domain.plan.step import Reveal, Step, StepOptions
from facilitator.domain.text.language import Language
from facilitator.kinds.pulse.state import PulseOptions, StatementSet
from facilitator.store.plans.part import OptionsPart, PlanPart
from facilitator.store.plans.table import Table
from facilitator.wording import _

MOST_SOURCE = 200  # characters


def _read(table: Table) -> StepOptions:
    statement_set = None
    if "statement_set" in table.values:
        statement_set = table.choice("statement_set", tuple(StatementSet))
        if "statements" in table.values:
            raise table.wrong(
                "statement_set",
                _("the step has statements of its own, too."),
                _("Take one of the two out."),
            )
    return PulseOptions(
        statement_set, table.text("source", MOST_SOURCE), table.text("permission", MOST_SOURCE)
    )


def _write(options: StepOptions) -> Mapping[str, object]:
    if not isinstance(options, PulseOptions):
        return {}
    fields = {
        "statement_set": options.statement_set.value if options.statement_set else "",
        "source": options.source,
        "permission": options.permission,
    }
    return {name: value for name, value in fields.items() if value}


def _check(table: Table, step: Step) -> None:
    has_set = isinstance(step.options, PulseOptions) and step.options.statement_set is not None
    if not step.question and not step.statements and not has_set:
        raise table.wrong(
            "statements",
            _("a pulse needs a question or statements."),
            _("Write the question, at least one statement, or the name of a set."),
        )


def _settle(step: Step, languages: tuple[Language, ...]) -> Step:
    """Return a pulse with a question, statements or a set: statements of its own before a set."""
    options = step.options if isinstance(step.options, PulseOptions) else PulseOptions()
    if step.statements and options.statement_set is not None:
        options = replace(options, statement_set=None)
    asks = bool(step.question or step.statements or options.statement_set)
    question = step.question if asks else unwritten_in(languages)
    return replace(step, options=options, question=question)


PLAN = PlanPart(
    fields=("time_shown", "floor", "scale", "statements"),
    reveals=(Reveal.COUNTS,),
    labels=(5, 5),
    check=_check,
    settle=_settle,
    options=OptionsPart(PulseOptions, ("statement_set", "source", "permission"), _read, _write),
    own_fields=(
        OwnField(
            "statement_set",
            lambda: _("Statements that ship with the program"),
            Sort.CHOICE,
            choices=(
                (StatementSet.SEVEN, lambda: _("Seven statements")),
                (StatementSet.THREE, lambda: _("Three statements")),
                (StatementSet.ONE, lambda: _("One statement")),
                (StatementSet.WORTH_OUR_TIME, lambda: _("Was it worth our time?")),
            ),
        ),
        OwnField("source", lambda: _("Where your statements are from"), Sort.TEXT, MOST_SOURCE),
        OwnField("permission", lambda: _("Who allowed their use"), Sort.TEXT, MOST_SOURCE),
    ),
)
