"""What a step leaves for the group's next workshop, by a yes of the room (decision 3)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class TakenOut:
    """What is taken out of a finished record, of the lines that can stay for the next workshop."""

    texts: frozenset[str] = frozenset()  # whole lines
    next_steps: frozenset[str] = frozenset()  # the first line of each
    details: frozenset[tuple[str, str]] = frozenset()  # after the first line of its next step


@dataclass(frozen=True, slots=True)
class LineForNext:
    """A line that stays. It goes with the record's line that has its text, or begins with it.

    ``content`` is what only its kind of step reads: never an answer, a name or a time of day.
    """

    text: str
    content: str = ""

    def is_among(self, recorded: Collection[str]) -> bool:
        """Return whether one of these lines of a record has the text, or begins with it."""
        more = f"{self.text}\n"
        return any(line == self.text or line.startswith(more) for line in recorded)

    def goes_with(self, gone: TakenOut) -> bool:
        """Return whether the line has words that are taken out of a record.

        A next step that is taken out may have lost its day before, so its first line decides.
        """
        first, *details = self.text.split("\n")
        own = {(first, detail) for detail in details}
        return first in gone.next_steps or bool(own & gone.details) or self.is_among(gone.texts)


@dataclass(frozen=True, slots=True)
class FromLastTime:
    """The lines that stayed from a group's last workshop, of one kind of step."""

    group: str
    kind: str  # of the step: a ``StepKind``
    held_on: date
    lines: tuple[LineForNext, ...]


def group_key(name: str) -> str:
    """Return what the names of one group have in common: case and spaces do not count."""
    return " ".join(name.casefold().split())


def same_group(first: str, second: str) -> bool:
    """Return whether two names are those of the same group."""
    return group_key(first) == group_key(second)
