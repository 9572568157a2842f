"""Groups in which nobody is alone, rounds that fit, and how many people can write where."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.planning.groups import By, groups_of
from facilitator.domain.planning.rounds import round_fit
from facilitator.domain.planning.words import (
    forming_words,
    groups_words,
    round_words,
    writing_words,
)
from tests.helpers.plans import MINUTE


@pytest.mark.parametrize(
    ("people", "size", "words"),
    [
        (12, 3, "4 groups of 3"),
        (13, 3, "3 groups of 3 and 1 of 4"),
        (14, 3, "2 groups of 4 and 2 of 3"),
        (8, 3, "2 groups of 4"),
        (5, 3, "1 group of 5"),
        (7, 3, "1 group of 4 and 1 of 3"),
        (2, 3, "1 group of 2"),
        (9, 2, "3 groups of 2 and 1 of 3"),
        (11, 4, "1 group of 6 and 1 of 5"),
    ],
)
def test_groups_are_said_in_words(people: int, size: int, words: str) -> None:
    assert groups_words(groups_of(people, size)) == words


@given(st.integers(2, 200), st.integers(2, 5))
def test_everyone_is_in_a_group_and_nobody_is_alone(people: int, size: int) -> None:
    counts = groups_of(people, size).counts
    assert sum(many * of for many, of in counts) == people
    assert all(of >= min(size, people) for _many, of in counts)
    assert max(of for _many, of in counts) - min(of for _many, of in counts) <= 1


@given(st.integers(2, 200), st.integers(2, 5))
def test_people_who_count_off_come_together_in_just_these_groups(people: int, size: int) -> None:
    groups = groups_of(people, size)
    counted = [len(range(number, people, groups.number)) for number in range(groups.number)]
    expected = [of for many, of in groups.counts for _group in range(many)]
    assert sorted(counted) == sorted(expected)


def test_groups_are_formed_by_seat_count_or_colour() -> None:
    groups = groups_of(13, 3)
    assert forming_words(groups, By.SEAT) == (
        "Turn to those next to you: 3 groups of 3 and 1 of 4."
    )
    assert forming_words(groups, By.COUNT).startswith("Count off from 1 to 4;")
    assert forming_words(groups, By.COLOUR).startswith("Cards in 4 colours;")


def test_a_round_that_does_not_fit_says_what_does() -> None:
    fit = round_fit(12, timedelta(seconds=90), 12 * MINUTE)
    assert not fit.fits
    assert round_words(fit) == (
        "This round needs 20 min, and you have 12: try 50 seconds each, or pairs."
    )


def test_a_round_with_no_time_for_a_word_is_better_in_pairs() -> None:
    fit = round_fit(12, timedelta(seconds=30), 2 * MINUTE)
    assert round_words(fit) == "This round needs 7 min, and you have 2: try pairs."


def test_a_round_that_fits_says_its_minutes() -> None:
    assert round_words(round_fit(10, timedelta(seconds=30), 6 * MINUTE)) == (
        "Once round 10 people: 6 min."
    )


@given(st.integers(1, 99), st.integers(15, 300), st.integers(1, 480))
def test_what_is_said_to_fit_does_fit(people: int, seconds: int, minutes: int) -> None:
    fit = round_fit(people, timedelta(seconds=seconds), minutes * MINUTE)
    if fit.each_that_fits:
        assert round_fit(people, fit.each_that_fits, minutes * MINUTE).fits


@pytest.mark.parametrize(
    ("people", "words"),
    [
        (8, "At one keyboard 8 people take 8 to 10 min."),
        (12, "At one keyboard 12 people take 12 to 15 min: let them write during the break."),
        (15, "One keyboard takes 15 to 19 min for 15 people: offer cards as well."),
        (21, "For 21 people use cards; keep the keyboard for those who need it."),
    ],
)
def test_how_people_write_depends_on_how_many_they_are(people: int, words: str) -> None:
    assert writing_words(people) == words
