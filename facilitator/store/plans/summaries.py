"""The summaries of the ready plans, in one file, so that Home opens without reading the plans.

``scripts/plan_summaries.py`` writes the file when a ready plan has changed.
"""

import json
from collections.abc import Iterable
from dataclasses import asdict

from facilitator.bounded_json import bounded_json
from facilitator.domain.ids import PlanId
from facilitator.domain.plan.summary import PlanSummary
from facilitator.resources import resource

FILE = "plans/summaries.json"


def ready_summaries() -> tuple[PlanSummary, ...]:
    """Read the summaries of the ready plans, in the order in which Home shows them."""
    return tuple(
        PlanSummary(
            plan_id=PlanId(values["plan_id"]),
            title=values["title"],
            summary=values["summary"],
            minutes=values["minutes"],
            least=values["least"],
            most=values["most"],
        )
        for values in bounded_json(resource(FILE).read_text(encoding="utf-8"))
    )


def text_of_summaries(summaries: Iterable[PlanSummary]) -> str:
    """Write the summaries as the content of their file."""
    values = [asdict(summary) for summary in summaries]
    return json.dumps(values, ensure_ascii=False, indent=2) + "\n"
