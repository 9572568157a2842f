"""The store's parts of all kinds of step, so that the store imports no kind."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from facilitator.domain.plan.step import StepKind, StepOptions
from facilitator.domain.step_state import StepState


@dataclass(frozen=True, slots=True)
class StoredKinds:
    """The values of a workshop file that only one kind of step has, by the kind."""

    states: Mapping[StepKind, type[StepState]] = field(default_factory=dict)
    options: Mapping[StepKind, type[StepOptions]] = field(default_factory=dict)
