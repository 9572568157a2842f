"""What a draft has to know of each kind of step; the kind's part of plan files has it."""

from collections.abc import Mapping
from typing import Protocol

from facilitator.domain.plan.own_field import OwnField
from facilitator.domain.plan.step import Reveal, Step, StepKind, StepOptions
from facilitator.domain.text.language import Language


class KindRules(Protocol):
    """The fields that a step of one kind may have, and what it needs."""

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields besides those of every kind."""
        ...

    @property
    def reveals(self) -> tuple[Reveal, ...]:
        """How its lines may come to the board; the first is usual."""
        ...

    @property
    def lines_from(self) -> tuple[StepKind, ...]:
        """The kinds of earlier steps whose lines it may use."""
        ...

    @property
    def needs_source(self) -> bool:
        """Whether it must name the step whose lines it uses, if it uses any."""
        ...

    @property
    def needs_question(self) -> bool:
        """Whether it must have a question."""
        ...

    @property
    def needs_way(self) -> bool:
        """Whether it must have a way to write."""
        ...

    @property
    def may_drop(self) -> bool:
        """Whether it usually may be dropped when time is short."""
        ...

    @property
    def labels(self) -> tuple[int, int] | None:
        """The fewest and the most labels of its scale, if it has one."""
        ...

    @property
    def own_fields(self) -> tuple[OwnField, ...]:
        """The fields of its settings, as the planner shows them."""
        ...

    def usual_options(self) -> StepOptions | None:
        """Return the settings of a new step, if the kind has settings."""
        ...

    def settled(self, step: Step, languages: tuple[Language, ...]) -> Step:
        """Return a step whose own fields agree with one another."""
        ...


Rules = Mapping[StepKind, KindRules]
