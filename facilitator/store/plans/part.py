"""The fields of one kind of step in plan files, with their limits and defaults."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from facilitator.domain.plan.own_field import OwnField
from facilitator.domain.plan.step import Reveal, Step, StepKind, StepOptions
from facilitator.domain.text.language import Language
from facilitator.store.plans.table import Table


@dataclass(frozen=True, slots=True)
class OptionsPart:
    """Reads and writes the fields of a plan file that only one kind has.

    ``read`` raises ``PlanFileError`` for a wrong field; ``write`` leaves out defaults.
    """

    value: type[StepOptions]
    fields: tuple[str, ...]
    read: Callable[[Table], StepOptions]
    write: Callable[[StepOptions], Mapping[str, object]]


def _allow(_table: Table, _step: Step) -> None:
    """Allow any step of the kind."""


def _as_it_is(step: Step, _languages: tuple[Language, ...]) -> Step:
    """Change nothing: no field of the kind contradicts another."""
    return step


@dataclass(frozen=True, slots=True)
class PlanPart:
    """The fields of a step of one kind in a plan file, besides those of every step."""

    fields: tuple[str, ...] = ("time_shown",)
    reveals: tuple[Reveal, ...] = (Reveal.NONE,)  # the first is the default
    lines_from: tuple[StepKind, ...] = ()  # the kinds whose lines it may use, by its field “of”
    needs_source: bool = True  # a step that may use lines must name their step
    needs_question: bool = False
    needs_way: bool = False  # at least one way to write
    may_drop: bool = False  # the default, when time is short
    labels: tuple[int, int] | None = None  # fewest and most labels of its scale
    check: Callable[[Table, Step], None] = _allow  # raises for fields that contradict one another
    settle: Callable[[Step, tuple[Language, ...]], Step] = _as_it_is  # so that ``check`` allows it
    options: OptionsPart | None = None
    own_fields: tuple[OwnField, ...] = ()  # of its options, in the planner

    def usual_options(self) -> StepOptions | None:
        """Return the settings of a new step, if the kind has settings."""
        return None if self.options is None else self.options.value()

    def settled(self, step: Step, languages: tuple[Language, ...]) -> Step:
        """Return a step of the planner whose fields agree with one another."""
        return self.settle(step, languages)

    @property
    def all_fields(self) -> tuple[str, ...]:
        """All fields of this kind, besides those of every kind."""
        return (*self.fields, *(self.options.fields if self.options is not None else ()))


PlanParts = Mapping[StepKind, PlanPart]
