"""How people name a line: by a letter or a number, as the workshop chose."""

from collections.abc import Callable, Mapping
from functools import lru_cache
from types import MappingProxyType

from facilitator.domain.letters import Marks
from facilitator.domain.workshop import Workshop

BoardMark = str  # what the board shows beside a line


def mark_of(number: int, marks: Marks) -> str:
    """Return how people say the mark of a line; ``number`` is its letter, from 0."""
    return _WORDS[marks](number)


def board_mark(workshop: Workshop, number: int) -> BoardMark:
    """Return the mark of a line for the board and the typing corner."""
    return mark_of(number, workshop.setup.marks)


def desk_mark(workshop: Workshop, number: int | None) -> str:
    """Return the mark of a line for the console; nothing for a line that has none yet."""
    return "" if number is None else mark_of(number, workshop.setup.marks)


@lru_cache(maxsize=1024)
def letter_of(place: int) -> str:
    """Return a letter, counted from 0: A to Z, then AA, AB, …."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _number_of(place: int) -> str:
    return str(place + 1)


_WORDS: Mapping[Marks, Callable[[int], str]] = MappingProxyType(
    {Marks.LETTERS: letter_of, Marks.NUMBERS: _number_of}
)
