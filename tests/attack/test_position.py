"""The place of a line at the opening says nothing about when it was written."""

from collections.abc import Callable

import pytest

from facilitator.domain.contribution import Gathering, Shuffler, Turn
from facilitator.live.session.chance import SeededShuffler, SystemShuffler
from tests.attack.chance import chi_square_tail, normal_tail, rank_correlation
from tests.attack.test_order import NoShuffler
from tests.helpers.attacks import count, measured
from tests.helpers.workshops import GATHER

NOTES = tuple("abcdefghij")


def places(openings: int, new_shuffler: Callable[[], Shuffler]) -> list[list[int]]:
    """Return how often each note was in each place, each time in a program of its own."""
    counted = [[0] * len(NOTES) for _ in NOTES]
    turns = tuple(Turn((note,)) for note in NOTES)
    written = Gathering(GATHER).started().turned(turns, NoShuffler()).closed()
    for _ in range(openings):
        opened = written.opened(10, 5, new_shuffler(), warned=False)
        for place, line in enumerate(opened.contributions):
            counted[NOTES.index(line.text)][place] += 1
    return counted


def chance_of(counted: list[list[int]]) -> tuple[float, float]:
    """Return the chance of all places together, and of the least likely note's."""
    number = len(counted)
    even = sum(counted[0]) / number
    off = [sum((count - even) ** 2 / even for count in row) for row in counted]
    together = sum(off) * (number - 1) / number  # each place is taken once: (n - 1)² are free
    each = min(chi_square_tail(value, number - 1) for value in off)
    return chi_square_tail(together, (number - 1) ** 2), each


def test_every_note_is_as_likely_in_every_place() -> None:
    together, each = chance_of(places(count(small=2_000, full=10_000), SystemShuffler))
    measured("position", [f"together p {together:.3g}, the least likely note p {each:.3g}"])
    assert together > 1e-6
    assert each > 1e-6


def test_the_attack_would_see_it_if_nothing_were_shuffled() -> None:
    together, each = chance_of(places(count(small=2_000, full=10_000), NoShuffler))
    assert together < 1e-12
    assert each < 1e-12


def test_the_attack_would_see_chance_that_is_the_same_at_each_start() -> None:
    together, each = chance_of(places(count(small=2_000, full=10_000), SeededShuffler))
    assert together < 1e-12
    assert each < 1e-12


@pytest.mark.parametrize(
    ("value", "freedom", "chance"),
    [(3.841459, 1, 0.05), (16.918978, 9, 0.05), (2.087901, 9, 0.99), (113.512, 81, 0.01)],
)
def test_the_chi_square_is_that_of_the_tables(value: float, freedom: int, chance: float) -> None:
    assert chi_square_tail(value, freedom) == pytest.approx(chance, rel=1e-3)


def test_the_other_measures_are_those_of_the_tables() -> None:
    assert chi_square_tail(0, 5) == 1
    assert normal_tail(1.959964) == pytest.approx(0.05, rel=1e-5)
    assert rank_correlation([5, 6, 8, 9]) == 1
    assert rank_correlation([9, 8, 6, 5]) == -1
    assert rank_correlation([2, 1, 4, 3, 5]) == pytest.approx(0.8)
