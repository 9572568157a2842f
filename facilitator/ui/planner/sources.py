"""The earlier steps whose lines a step can use."""

from facilitator.domain.drafting.draft import Draft
from facilitator.domain.drafting.rules import Rules
from facilitator.domain.ids import StepId
from facilitator.domain.plan.step import Step
from facilitator.live.planning.view import shown_text
from facilitator.wording import _


def source_names(step: Step, draft: Draft, rules: Rules) -> dict[StepId | None, str]:
    """Name the earlier steps whose lines a step can use, and none where it needs none."""
    kind = rules[step.kind]
    earlier = draft.plan.steps[: draft.place_of(step.id)]
    names: dict[StepId | None, str] = {}
    if kind.lines_from and not kind.needs_source:
        names[None] = _("None")
    for other in earlier:
        if other.kind in kind.lines_from:
            names[other.id] = shown_text(other.title)
    return names
