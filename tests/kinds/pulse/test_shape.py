"""What may be shown of the answers to one statement, for every way in which people can answer."""

from collections import defaultdict
from collections.abc import Callable, Iterator

import pytest

from facilitator.domain.limits import UnsoundError
from facilitator.kinds.pulse.shape import (
    BANDS,
    LABELS,
    LOWER,
    MIDDLE,
    UPPER,
    Amount,
    Answers,
    Band,
    Shape,
    Spread,
    bands_of,
    shape_of,
)

Counts = tuple[int, ...]
Ladder = Callable[[Answers], Shape]


def ways_to_answer(people: int, columns: int = LABELS) -> Iterator[Counts]:
    """Yield every way in which so many people can choose among the labels."""
    if columns == 1:
        yield (people,)
        return
    for count in range(people + 1):
        for rest in ways_to_answer(people - count, columns - 1):
            yield (count, *rest)


def ways_by_shape(ladder: Ladder, people: int) -> Iterator[tuple[Shape, list[Counts]]]:
    """Yield each shape that is shown, with all ways to answer that lead to it."""
    by_shape: dict[Shape, list[Counts]] = defaultdict(list)
    for counts in ways_to_answer(people):
        by_shape[ladder(Answers(counts))].append(counts)
    return ((shape, ways) for shape, ways in by_shape.items() if shape.answered)


def leaks_of(ladder: Ladder, people: int) -> list[tuple[Shape, Counts]]:
    """Return what somebody who knows the ladder can conclude for certain from what is shown.

    A leak is a label, or a band, that exactly one person chose in all possible ways, or that
    everybody chose.
    """
    return [
        (shape, columns)
        for shape, ways in ways_by_shape(ladder, people)
        for columns in ((0,), (1,), (2,), (3,), (4,), *(() if shape.columns else BANDS))
        if {sum(counts[c] for c in columns) for counts in ways} in ({1}, {people})
    ]


def leaks_to_insiders(ladder: Ladder, people: int) -> list[tuple[Shape, int, Counts]]:
    """Return where somebody who answered, and knows their own answer, can tell all the others'.

    A leak is a label, or in words a band, that all others chose in all possible ways.
    """
    return [
        (shape, own, columns)
        for shape, ways in ways_by_shape(ladder, people)
        for own in range(LABELS)
        for columns in ((0,), (1,), (2,), (3,), (4,), *(() if shape.columns else BANDS))
        if (mine := [counts for counts in ways if counts[own]])
        and {sum(counts[c] for c in columns) - (own in columns) for counts in mine} == {people - 1}
    ]


@pytest.mark.parametrize("people", range(5, 15))
def test_no_shape_tells_that_one_person_is_alone_or_that_all_chose_the_same(people: int) -> None:
    assert leaks_of(shape_of, people) == []


@pytest.mark.parametrize("people", range(5, 15))
def test_no_shape_tells_somebody_who_answered_what_all_others_chose(people: int) -> None:
    assert leaks_to_insiders(shape_of, people) == []


def three_bands(answers: Answers) -> Shape:
    """Return three amounts whatever the number of answers: a planted leak."""
    people = sum(answers.counts)
    parts = [sum(answers.counts[c] for c in columns) for columns in BANDS]
    amounts = [
        Amount.FEW if 3 * n < people else Amount.HALF if 3 * n <= 2 * people else Amount.MOST
        for n in parts
    ]
    return Shape(people, tuple(map(Band, BANDS, amounts)))


def fullest_with_its_amount(answers: Answers) -> Shape:
    """Return the fullest band with how many are in it: who is not in it knows all others."""
    people = sum(answers.counts)
    most, fullest = max((sum(answers.counts[c] for c in columns), columns) for columns in BANDS)
    return Shape(people, (Band(fullest, Amount.HALF if 3 * most <= 2 * people else Amount.MOST),))


def merged_only_where_needed(answers: Answers) -> Shape:
    """Return the exact dots from eight on, with a lone person beside their neighbour: a leak."""
    return Shape(sum(answers.counts), columns=answers.counts, spread=Spread.MIXED)


@pytest.mark.parametrize(("ladder", "people"), [(three_bands, 5), (merged_only_where_needed, 9)])
def test_the_search_for_leaks_finds_a_planted_one(ladder: Ladder, people: int) -> None:
    assert leaks_of(ladder, people)


@pytest.mark.parametrize("people", [5, 6])
def test_the_search_finds_what_only_somebody_who_answered_can_tell(people: int) -> None:
    assert leaks_of(fullest_with_its_amount, people) == []
    assert leaks_to_insiders(fullest_with_its_amount, people)


@pytest.mark.parametrize("people", range(5))
def test_under_five_answers_nothing_is_shown(people: int) -> None:
    for counts in ways_to_answer(people):
        assert shape_of(Answers(counts, rather_not=40)) == Shape()


@pytest.mark.parametrize("people", range(5, 41))
def test_every_shape_is_sound_and_says_how_many_answered(people: int) -> None:
    ways = ways_to_answer(people) if people < 13 else samples(people)
    for counts in ways:
        shape = shape_of(Answers(counts))
        shape.check()
        assert shape.answered == people
        assert bool(shape.columns) == (people >= 8 and 1 not in counts and people not in counts)


def samples(people: int) -> Iterator[Counts]:
    """Yield ways in which many people can answer, at the edges of the ladder."""
    for first in range(people + 1):
        rest = people - first
        yield (first, rest, 0, 0, 0)
        yield (first, 0, rest, 0, 0)
        yield (first, 0, 0, 0, rest)
        yield (first, rest // 2, 0, rest - rest // 2, 0)


def in_bands(people: int) -> Iterator[Counts]:
    """Yield every way in which so many people can be in the lower, middle and upper band."""
    return ways_to_answer(people, columns=3)


@pytest.mark.parametrize("people", range(7, 41))
def test_no_words_of_up_to_forty_people_tell_that_one_is_alone_or_all_are_together(
    people: int,
) -> None:
    by_words: dict[tuple[Band, ...], list[Counts]] = defaultdict(list)
    for lower, middle, upper in in_bands(people):
        by_words[bands_of((lower, 0, middle, 0, upper))].append((lower, middle, upper))
    for ways in by_words.values():
        for place in range(3):
            counts = {way[place] for way in ways}
            assert counts not in ({1}, {people})
            mine = {way[place] - 1 for way in ways if way[place]}
            assert mine != {people - 1}
            assert {way[place] for way in ways if sum(way) > way[place]} != {people - 1}


@pytest.mark.parametrize("people", range(8, 41))
def test_dots_of_up_to_forty_people_never_have_one_alone_or_all_in_a_column(people: int) -> None:
    for counts in samples(people):
        shape = shape_of(Answers(counts))
        shape.check()
        assert not shape.columns or not {1, people} & set(shape.columns)


def test_seven_answers_are_three_amounts_in_words() -> None:
    bands = shape_of(Answers((0, 1, 2, 2, 2))).bands
    assert bands == (
        Band(LOWER, Amount.FEW),
        Band(MIDDLE, Amount.FEW),
        Band(UPPER, Amount.HALF),
    )


@pytest.mark.parametrize("counts", [(1, 0, 1, 1, 2), (0, 0, 0, 2, 3), (0, 1, 1, 4, 0)])
def test_five_or_six_answers_are_only_the_fullest_band(counts: Counts) -> None:
    assert shape_of(Answers(counts)).bands == (Band(UPPER, Amount.HALF_OR_MORE),)


def test_a_raised_floor_is_reached_by_each_statement() -> None:
    answers = Answers((0, 1, 2, 2, 4), rather_not=3)
    assert shape_of(answers, floor=10) == Shape()
    assert shape_of(answers, floor=9).answered == 9


@pytest.mark.parametrize(
    ("columns", "spread"),
    [
        ((0, 3, 2, 2, 3), Spread.WIDE),
        ((2, 0, 0, 0, 6), Spread.WIDE),
        ((0, 0, 2, 4, 4), Spread.TOGETHER),
        ((0, 0, 3, 2, 3), Spread.MIXED),
    ],
)
def test_eight_answers_are_dots_with_their_spread_in_a_word(
    columns: Counts, spread: Spread
) -> None:
    shape = shape_of(Answers(columns))
    assert shape.columns == columns
    assert shape.spread is spread


def test_rather_not_say_is_mentioned_only_for_three_or_more() -> None:
    counts = (0, 2, 2, 2, 2)
    assert not shape_of(Answers(counts, rather_not=2)).some_rather_not
    assert shape_of(Answers(counts, rather_not=3)).some_rather_not


@pytest.mark.parametrize(
    "shape",
    [
        Shape(4, bands=(Band(LOWER, Amount.FEW), Band((2, 3, 4), Amount.MOST))),
        Shape(8, columns=(1, 1, 2, 2, 2), spread=Spread.MIXED),
        Shape(8, columns=(0, 0, 0, 0, 8), spread=Spread.TOGETHER),
        Shape(9, columns=(0, 2, 2, 2, 2), spread=Spread.MIXED),
        Shape(8, columns=(0, 2, 2, 2, 2)),
        Shape(6, bands=(Band(LOWER, Amount.FEW),)),
        Shape(7, bands=(Band(LOWER, Amount.HALF_OR_MORE),)),
        Shape(6, bands=tuple(Band(columns, Amount.FEW) for columns in BANDS)),
        Shape(6),
        Shape(9, bands=tuple(Band(columns, Amount.MOST) for columns in BANDS)),
        Shape(9, bands=tuple(Band(columns, Amount.FEW) for columns in BANDS)),
        Shape(10**17, bands=bands_of((3, 3, 3, 0, 0))),
        Shape(1000, columns=(500, 500, 0, 0, 0), spread=Spread.TOGETHER),
    ],
)
def test_a_file_cannot_hold_a_shape_that_the_ladder_never_gives(shape: Shape) -> None:
    with pytest.raises(UnsoundError):
        shape.check()
