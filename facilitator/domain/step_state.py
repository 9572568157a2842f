"""The state that a kind of step holds for one step while the workshop runs."""

from dataclasses import dataclass, field
from typing import ClassVar, Self

from facilitator.domain.agreement.checks import Outcome
from facilitator.domain.ids import LineId, StepId
from facilitator.domain.plan.step import Step


@dataclass(frozen=True, slots=True)
class StepState:
    """The state of one step, besides lines and checks; each kind extends this.

    ``store/workshop/plain.py`` must be able to write all fields. Answers without names have no
    order that reveals turns: they are counts, or mixed at each change.
    """

    VERSION: ClassVar[int] = 1  # of its fields, as they are stored; one more when they change
    step_id: StepId
    for_next: bool = field(default=False, kw_only=True)  # the room's yes: ``ForNextPart``

    @classmethod
    def upgraded(cls, plain: dict[str, object], version: int) -> dict[str, object]:
        """Return what an older version stored as this one stores it.

        A field that came with a default needs nothing.
        """
        if version >= cls.VERSION:
            raise ValueError("not an older version")
        return plain

    def check(self) -> None:
        """Raise ``UnsoundError`` for a state that the kind does not allow."""

    def check_in(self, step: Step) -> None:
        """Raise ``UnsoundError`` for a state that its step does not allow."""

    def without_letters(self, _gone: frozenset[int], /) -> Self:
        """Return the state without lines that were taken out, as if they had never been there.

        A state refers to a line by its letter, since ids change at each turn.
        """
        return self

    @property
    def own_lines(self) -> tuple[tuple[LineId, str], ...]:
        """Its own lines that a check can be about: the id and the words of each."""
        return ()

    @property
    def checkable(self) -> tuple[LineId, ...]:
        """Those of them that a check which begins by itself is about."""
        return ()

    def with_outcome(self, _lines: tuple[LineId, ...], _outcome: Outcome, /) -> Self:
        """Return the state after a check of some of its own lines."""
        return self

    def without_line(self, _line: str, /) -> Self:
        """Return the state without a line that it adds to the record, deleted for good."""
        return self

    @property
    def was_open(self) -> bool:
        """Whether people could ever take a turn without names; then the recipients are fixed."""
        return False
