"""The weather in a plan file: what its three skies are called."""

from collections.abc import Mapping

from facilitator.domain.plan.step import Reveal, StepOptions
from facilitator.store.plans.part import OptionsPart, PlanPart
from facilitator.store.plans.table import Table

from .state import SKIES, WeatherOptions


def _read(table: Table) -> StepOptions:
    skies = table.words_list("skies", 40)
    if len(skies) != SKIES:
        raise table.wrong("skies", "there are not three.", "Name three.")
    return WeatherOptions(skies)


def _write(options: StepOptions) -> Mapping[str, object]:
    skies = options.skies if isinstance(options, WeatherOptions) else ()
    return {"skies": [words.first for words in skies]}


PLAN = PlanPart(
    reveals=(Reveal.COUNTS,),
    needs_question=True,
    options=OptionsPart(WeatherOptions, ("skies",), _read, _write),
)
