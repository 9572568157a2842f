"""What a kind of step holds of one step while the workshop runs."""

from dataclasses import dataclass

from facilitator.domain.ids import StepId


@dataclass(frozen=True, slots=True)
class StepState:
    """What came about in one step, beside lines and checks; each kind extends this.

    Fields are values that ``store/workshop/plain.py`` can write. Whatever people hand in without
    names is held in no order that tells of turns: as counts, or mixed at each change.
    """

    step_id: StepId

    def check(self) -> None:
        """Raise ``UnsoundError`` for a state that the kind does not allow."""
