"""Turns by seat: everyone is asked once, and whoever passed once more."""

import itertools
import random

import pytest

from facilitator.domain.time.speaking_order import Seat, SpeakingOrder
from facilitator.errors import NotAllowedNowError


@pytest.mark.parametrize("seed", range(50))
def test_each_seat_is_asked_once_and_once_more_after_a_pass(seed: int) -> None:
    chance = random.Random(seed)
    people = chance.randrange(1, 17)
    turns = SpeakingOrder.of(people, chance.randrange(people), leftwards=chance.random() < 0.5)
    asked: list[int] = []
    passed: list[int] = []
    while turns.now is not None:
        assert turns.left > 0
        asked.append(turns.now.number)
        if chance.random() < 0.4:
            if not turns.again:
                passed.append(turns.now.number)
            turns = turns.pass_for_now()
        else:
            turns = turns.done()
    assert sorted(asked[:people]) == list(range(1, people + 1))
    assert asked[people:] == passed
    assert turns.left == 0
    with pytest.raises(NotAllowedNowError):
        turns.done()


def test_a_round_begins_anywhere_and_goes_either_way() -> None:
    left = [seat.number for seat in SpeakingOrder.of(5, 3, leftwards=True).ahead]
    right = [seat.number for seat in SpeakingOrder.of(5, 3, leftwards=False).ahead]
    assert left == [4, 5, 1, 2, 3]
    assert right == [4, 3, 2, 1, 5]


def test_neighbours_have_different_shapes() -> None:
    shapes = [Seat(number).shape for number in range(1, 13)]
    assert all(shape != other for shape, other in itertools.pairwise(shapes))


def test_what_is_over_is_forgotten() -> None:
    turns = SpeakingOrder.of(3, 0, leftwards=True).done().pass_for_now()
    assert {seat.number for seat in (*turns.ahead, *turns.coming_back)} == {2, 3}
    assert Seat(1) not in turns.ahead
