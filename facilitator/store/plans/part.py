"""What a kind of step says of its plan files: its fields, their limits, and what is usual."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from facilitator.domain.plan.step import Reveal, Step, StepKind, StepOptions
from facilitator.store.plans.table import Table


@dataclass(frozen=True, slots=True)
class OptionsPart:
    """The fields of a plan file that only one kind has, as a value and back.

    ``read`` raises ``PlanFileError`` for a wrong field; ``write`` leaves out what is usual.
    """

    value: type[StepOptions]
    fields: tuple[str, ...]
    read: Callable[[Table], StepOptions]
    write: Callable[[StepOptions], Mapping[str, object]]


def _allow(_table: Table, _step: Step) -> None:
    """Allow any step of the kind."""


@dataclass(frozen=True, slots=True)
class PlanPart:
    """What a plan file may say in a step of one kind, beside what every step may say."""

    fields: tuple[str, ...] = ("time_shown",)
    reveals: tuple[Reveal, ...] = (Reveal.NONE,)  # the first is usual
    lines_from: tuple[StepKind, ...] = ()  # whose lines it may use, by its field “of”
    needs_source: bool = True  # where it may use lines, the plan must say whose
    needs_question: bool = False
    needs_way: bool = False  # at least one way to write
    may_drop: bool = False  # usually, when time is short
    labels: tuple[int, int] | None = None  # fewest and most of its scale
    check: Callable[[Table, Step], None] = _allow  # raises for fields that contradict one another
    options: OptionsPart | None = None

    @property
    def all_fields(self) -> tuple[str, ...]:
        """All fields that steps of this kind have beside those of every kind."""
        return (*self.fields, *(self.options.fields if self.options is not None else ()))


PlanParts = Mapping[StepKind, PlanPart]
