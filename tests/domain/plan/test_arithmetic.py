"""Lengths of rounds and of writing."""

from datetime import timedelta

from facilitator.domain.plan.arithmetic import cards_length, corner_length, round_length
from tests.helpers.plans import MINUTE


def test_a_round_of_twelve_at_ninety_seconds_needs_twenty_minutes() -> None:
    assert round_length(12, 90) == 20 * MINUTE


def test_one_keyboard_takes_twelve_people_in_twelve_to_fifteen_minutes() -> None:
    span = corner_length(12)
    assert (span.shortest, span.longest) == (12 * MINUTE, 15 * MINUTE)


def test_twenty_cards_take_two_minutes_to_write_and_five_to_seven_to_type() -> None:
    span = cards_length(20)
    assert span.shortest == 7 * MINUTE
    assert span.longest == timedelta(minutes=8, seconds=40)
