"""The state that a kind of step holds for one step while the workshop runs."""

from dataclasses import dataclass

from facilitator.domain.ids import StepId


@dataclass(frozen=True, slots=True)
class StepState:
    """The state of one step, besides lines and checks; each kind extends this.

    ``store/workshop/plain.py`` must be able to write all fields. Answers without names have no
    order that reveals turns: they are counts, or mixed at each change.
    """

    step_id: StepId

    def check(self) -> None:
        """Raise ``UnsoundError`` for a state that the kind does not allow."""
