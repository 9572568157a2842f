"""Small groups of a number of people: nobody is ever alone."""

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

from facilitator.domain.plan.step import Form

SIZE = {Form.PAIRS: 2, Form.THREES: 3, Form.FOURS: 4, Form.ONE_TWO_FOUR_ALL: 4}


class By(StrEnum):
    """A way to form groups."""

    SEAT = "seat"  # with the neighbours
    COUNT = "count"  # all with the same number
    COLOUR = "colour"  # all with a card of the same colour


@dataclass(frozen=True, slots=True)
class Groups:
    """How many groups of which size: the largest number of groups first."""

    counts: tuple[tuple[int, int], ...]  # how many, of how many people

    @property
    def number(self) -> int:
        """The number of groups: as many colours, and as far as people count."""
        return sum(many for many, _people in self.counts)


def groups_of(people: int, size: int) -> Groups:
    """Return groups of ``size`` or a few more; of fewer only where there is no other way.

    People who count off up to the number of groups come out just so.
    """
    number = max(people // size, 1)
    usual, larger = divmod(people, number)
    sizes = Counter({usual + 1: larger, usual: number - larger})
    counts = ((many, of) for of, many in sizes.items() if many)
    return Groups(tuple(sorted(counts, reverse=True)))
