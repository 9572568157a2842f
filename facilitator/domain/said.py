"""Lines that were said aloud and typed by a helper, in the speaker's words.

They are separate from contributions without names, and in the order in which they were said, since
everyone heard it.
"""

from dataclasses import dataclass

from facilitator.domain.ids import LineId, StepId

MAX_SAID = 300  # characters


@dataclass(frozen=True, slots=True)
class SaidLine:
    """One line that was said."""

    id: LineId
    step_id: StepId
    text: str
    in_record: bool = True
