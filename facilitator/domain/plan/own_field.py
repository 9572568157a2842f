"""A field that the plans of one kind of step have, as the planner shows it."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, StrEnum, auto


class Sort(Enum):
    """What is in a field."""

    NUMBER = auto()  # 0 is as usual
    TEXT = auto()  # for the facilitator, or the same in each language
    LINES = auto()  # for the room, an entry on each line
    CHOICE = auto()  # of a few values, or none


@dataclass(frozen=True, slots=True)
class OwnField:
    """A field of ``StepOptions``, by its name; ``title`` says what it is, when it is shown."""

    name: str
    title: Callable[[], str]
    sort: Sort
    most: int = 0  # the largest number, or the most characters of a text or a line
    choices: tuple[tuple[StrEnum, Callable[[], str]], ...] = ()
