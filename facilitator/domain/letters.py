"""The letters of lines in the record's list, and how a workshop marks its lines.

An opened line has its letter itself (``Contribution.letter``), since its id changes.
"""

from dataclasses import dataclass
from enum import StrEnum

from facilitator.domain.ids import StepId


class Marks(StrEnum):
    """What the room sees beside a line, for its letter number; the same in the whole workshop."""

    LETTERS = "letters"
    NUMBERS = "numbers"
    SHAPES = "shapes"  # for people who do not read


@dataclass(frozen=True, slots=True)
class LineName:
    """The identity of a line that can go in the record, without its words."""

    id: str
    version: int | None = None  # the number of an earlier wording
    of: StepId | None = None  # the step in which it was said or written
    why: bool = False  # the reason of a parked line, instead of the line itself


@dataclass(frozen=True, slots=True)
class Lettered:
    """A line and its letter, which nobody else gets when the line is deleted; 0 is A."""

    letter: int
    name: LineName
