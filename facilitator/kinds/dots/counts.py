"""How many dots a person has, how many lines got, and what the room may see of them."""

from dataclasses import dataclass, replace
from math import ceil
from typing import Self

from facilitator.domain.limits import UnsoundError

MOST_DOTS = 20  # that a person has
MOST_PER_LINE = 3  # that a person gives to one line
MOST_COUNTED = 999  # dots of a line, counted by hand
FEWEST_SUGGESTED, MOST_SUGGESTED = 2, 7
LINES_A_DOT = 4  # a person can mark about a quarter of the lines


@dataclass(frozen=True, slots=True)
class Budget:
    """How many dots a person has, and how many of them may be on one line."""

    dots: int
    most: int

    @property
    def on_a_line(self) -> int:
        """The most that a person can really give to one line."""
        return min(self.dots, self.most)

    def check(self) -> None:
        """Raise ``UnsoundError`` for a budget that nobody can choose."""
        if not 1 <= self.dots <= MOST_DOTS or not 1 <= self.most <= MOST_PER_LINE:
            raise UnsoundError("a budget of dots")


@dataclass(frozen=True, slots=True)
class Given:
    """How many people gave one line no dot, one, two and three."""

    letter: int
    counts: tuple[int, ...] = (0,) * (MOST_PER_LINE + 1)

    @property
    def turns(self) -> int:
        """How many people had a turn."""
        return sum(self.counts)

    @property
    def dots(self) -> int:
        """All dots of the line."""
        return sum(dots * people for dots, people in enumerate(self.counts))

    def with_dots(self, dots: int) -> Self:
        """Return the counts with one more person, who gave so many."""
        counts = tuple(count + (place == dots) for place, count in enumerate(self.counts))
        return replace(self, counts=counts)


@dataclass(frozen=True, slots=True)
class Counted:
    """How many dots a line has, as the facilitator counted them."""

    letter: int
    dots: int = 0


@dataclass(frozen=True, slots=True)
class Result:
    """How many dots the room sees beside a line."""

    letter: int
    dots: int
    or_more: bool = False


def result_of(given: Given, budget: Budget) -> Result:
    """Return what may be shown of a line; the caller has checked the floor.

    From one dot less on than all others can have given, it is “that many or more”: else somebody
    who gave none would learn what each of the others gave (decision 0039).
    """
    cap = (given.turns - 1) * budget.on_a_line - 1
    return Result(given.letter, min(given.dots, cap), or_more=given.dots >= cap)


def usual_budget(lines: int) -> Budget:
    """Return the suggestion: about a quarter of the lines, and never dots for all of them."""
    quarter = min(max(ceil(lines / LINES_A_DOT), FEWEST_SUGGESTED), MOST_SUGGESTED)
    dots = min(quarter, max(1, lines - 1))
    return Budget(dots, usual_most(dots))


def usual_most(dots: int) -> int:
    """Return how many dots may be on one line: two, where there are three or more."""
    return 2 if dots > FEWEST_SUGGESTED else 1
