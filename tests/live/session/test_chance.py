"""The source of all chance."""

import re

import pytest

from facilitator.domain.contribution import Shuffler
from facilitator.live.session.chance import SeededShuffler, SystemShuffler


@pytest.mark.parametrize("shuffler", [SystemShuffler(), SeededShuffler(3)])
def test_nothing_is_lost_or_doubled_and_ids_are_fresh(shuffler: Shuffler) -> None:
    things = tuple(range(40))
    assert sorted(shuffler.shuffled(things)) == list(things)
    assert shuffler.shuffled(things) != things
    assert shuffler.shuffled(things) != shuffler.shuffled(things)
    assert shuffler.shuffled(()) == ()
    ids = {shuffler.new_id() for _ in range(1000)}
    assert len(ids) == 1000
    assert all(re.fullmatch("[0-9a-f]{16}", line_id) for line_id in ids)


def test_a_seed_gives_the_same_chance_again_on_every_python() -> None:
    first, second, other = SeededShuffler(1), SeededShuffler(1), SeededShuffler(2)
    assert first.new_id() == second.new_id() == "8fad34bbb0c1ed09"
    assert first.shuffled(tuple("abcdefgh")) == second.shuffled(tuple("abcdefgh"))
    assert first.shuffled(tuple("abcdefgh")) != other.shuffled(tuple("abcdefgh"))


def test_the_systems_chance_cannot_be_foreseen() -> None:
    first, second = SystemShuffler(), SystemShuffler()
    assert first.shuffled(tuple(range(40))) != second.shuffled(tuple(range(40)))
