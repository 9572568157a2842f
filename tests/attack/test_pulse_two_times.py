"""What two showings of one statement tell together: to an outsider, and to people who answered."""

import random
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cache
from itertools import combinations_with_replacement
from pathlib import Path

import pytest

from facilitator.kinds.pulse.shape import (
    AS_BEFORE,
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
from facilitator.kinds.pulse.two_times import (
    FEWEST_TO_DIFFER,
    MOST_TIMES,
    shape_after,
    side_by_side,
)
from tests.helpers.attacks import are_full, count
from tests.helpers.programs import started
from tests.kinds.pulse.test_beside import Turns, next_shape, workshop_of_group
from tests.kinds.pulse.test_shape import Counts, leaks_of, leaks_to_insiders, ways_to_answer
from tests.live.library.test_saved_steps import close

FLOOR = 5
CHANCE = random.SystemRandom()
PEOPLE = range(FLOOR, 11) if are_full() else (5, 7, 8, 9)
LABEL_SETS = ((0,), (1,), (2,), (3,), (4,))
After = Callable[[Answers, Shape], Shape]


def after(answers: Answers, before: Shape) -> Shape:
    """Return what is shown after one earlier time."""
    return shape_after(answers, FLOOR, (before,))


def as_if_new(answers: Answers, _before: Shape) -> Shape:
    """Return what would be shown if nobody remembered the first time: a planted leak."""
    return shape_of(answers, FLOOR)


def in_words_after_words(answers: Answers, before: Shape) -> Shape:
    """Return words if either time is in words, without anything else: a planted leak."""
    shape = shape_of(answers, FLOOR)
    if shape.answered and not before.columns:
        return Shape(shape.answered, bands=bands_of(answers.counts))
    return shape


def changed(counts: Counts, gone: Counts, come: Counts) -> Counts | None:
    """Return the counts once people with these answers are gone, and others have come."""
    values = list(counts)
    for place in gone:
        values[place] -= 1
    if min(values) < 0:
        return None
    for place in come:
        values[place] += 1
    return tuple(values)


@cache
def groups(most: int) -> tuple[Counts, ...]:
    """Return every way in which up to so many people can have answered, one by one."""
    return tuple(
        each
        for size in range(most + 1)
        for each in combinations_with_replacement(range(LABELS), size)
    )


def answers_told_by_subtraction(show: After, people: int) -> list[tuple[Shape, Shape, int]]:
    """Return each pair of showings that tells the answer of somebody who left in between.

    All others answer as before, and whoever looks knows that, and that nobody else came or went.
    An answer is told if that person can have chosen nothing else, or nothing in two of the bands.
    """
    by_pair: dict[tuple[Shape, Shape], set[int]] = defaultdict(set)
    for counts in ways_to_answer(people):
        before = shape_of(Answers(counts), FLOOR)
        for label in range(LABELS):
            left = changed(counts, (label,), ())
            if left is not None:
                by_pair[before, show(Answers(left), before)].add(label)
    could = {before: set[int]() for before, _now in by_pair}
    for (before, _now), labels in by_pair.items():
        could[before] |= labels
    return [
        (before, now, len(labels))
        for (before, now), labels in by_pair.items()
        if labels != could[before]
    ]


@pytest.mark.parametrize("people", range(FLOOR + 1, 11))
def test_nothing_is_learned_of_somebody_who_left_even_if_all_others_answer_as_before(
    people: int,
) -> None:
    assert answers_told_by_subtraction(after, people) == []


@pytest.mark.parametrize("leak", [as_if_new, in_words_after_words])
@pytest.mark.parametrize("people", [7, 8, 9])
def test_the_search_finds_what_two_showings_would_tell_of_one_who_left(
    leak: After, people: int
) -> None:
    assert answers_told_by_subtraction(leak, people)


def second_times(counts: Counts, most: int) -> Iterator[Counts]:
    """Yield every second time in which up to so many people left, and as many came."""
    for gone in groups(most):
        for come in groups(most):
            later = changed(counts, gone, come)
            if later is not None and sum(later) >= FLOOR:
                yield later


@pytest.mark.parametrize("people", [5, 7, 8])
def test_whoever_of_two_people_leaves_comes_or_changes_the_board_says_the_same(
    people: int,
) -> None:
    ways = list(ways_to_answer(people))
    for counts in CHANCE.sample(ways, count(small=100, full=len(ways))):
        before = shape_of(Answers(counts), FLOOR)
        for later in set(second_times(counts, FEWEST_TO_DIFFER - 1)):
            assert after(Answers(later), before) == AS_BEFORE


@pytest.mark.parametrize("people", [11, 16, 25, 40])
def test_in_larger_groups_too_the_board_says_the_same_whichever_two_change(people: int) -> None:
    for _try in range(count(small=20, full=2_000)):
        labels = CHANCE.choices(range(LABELS), k=people)
        counts = tuple(labels.count(label) for label in range(LABELS))
        before = shape_of(Answers(counts), FLOOR)
        for later in CHANCE.sample(list(second_times(counts, FEWEST_TO_DIFFER - 1)), k=20):
            assert after(Answers(later), before) == AS_BEFORE


@cache
def first_shapes(people: int) -> tuple[Shape, ...]:
    return tuple({shape_of(Answers(counts), FLOOR) for counts in ways_to_answer(people)})


@pytest.mark.parametrize("people", PEOPLE)
@pytest.mark.parametrize("then", PEOPLE)
def test_no_second_showing_tells_more_of_an_answer_than_the_ladder_does(
    then: int, people: int
) -> None:
    """What is shown beside any first time is all that the first time and a rule can tell."""
    for before in some_of(first_shapes(then)):

        def ladder(answers: Answers, before: Shape = before) -> Shape:
            shape = after(answers, before)
            return shape if shape.answered else Shape(people, bands=AS_ONE)

        assert leaks_of(ladder, people) == []
        assert leaks_to_insiders(ladder, people) == []


AS_ONE = (Band(LOWER, Amount.FEW),)  # stands for “no clear difference” in the searches


def some_of(shapes: tuple[Shape, ...]) -> tuple[Shape, ...]:
    """Return all shapes in words, and dots of each form: the same counts in other columns."""
    forms: dict[object, Shape] = {}
    for shape in shapes:
        form = (
            tuple(sum(shape.columns[c] for c in band) for band in BANDS)
            if shape.columns
            else shape.bands
        )
        forms.setdefault(form, shape)
    return tuple(forms.values())


def one_less(turns: Turns) -> Iterator[Turns]:
    """Yield the same turns without one of them, for each answer."""
    for label in sorted({turn[0] or 0 for turn in turns}):
        gone = next(place for place, turn in enumerate(turns) if turn[0] == label)
        yield (*turns[:gone], *turns[gone + 1 :])


def answers_of(turns: Turns) -> Answers:
    """Return the answers to the first statement."""
    return Answers(tuple(sum(turn[0] == label for turn in turns) for label in range(LABELS)))


def two_times() -> tuple[Turns, Turns]:
    """Return two times of one day that are both in dots."""
    people = CHANCE.randint(5, 7)
    low, high = (
        tuple((label, 4) for label in labels for _person in range(people))
        for labels in ((0, CHANCE.choice((1, 2))), (3, 4))
    )
    return CHANCE.choice(((low, high), (high, low)))


def test_who_left_after_either_of_two_kept_times_tells_nothing_in_the_next_workshops(
    tmp_path: Path,
) -> None:
    (data := tmp_path / "data").mkdir()
    times = two_times()
    with started(data) as workshops:
        close(workshops, workshop_of_group(workshops, *times)[0], data)
        for _workshop in range(2):
            later = [turns for kept in times for turns in one_less(kept)]
            assert {next_shape(workshops, turns) for turns in later} == {AS_BEFORE}
            without = CHANCE.choice(later)
            close(workshops, workshop_of_group(workshops, without, compare=True)[0], data)


def test_the_attack_finds_what_a_memory_of_one_of_the_two_would_tell() -> None:
    """A planted leak: only one of both times stays."""
    first, second = two_times()
    for remembered, forgotten in ((first, second), (second, first)):
        before = shape_of(answers_of(remembered))
        shapes = {after(answers_of(turns), before) for turns in one_less(forgotten)}
        assert len(shapes) == 2


def test_after_the_most_times_nothing_differs_clearly_any_more() -> None:
    before = shape_of(Answers((400, 400, 0, 0, 0)))
    answers = Answers((0, 0, 0, 400, 400))
    assert shape_after(answers, FLOOR, (before,) * (MOST_TIMES - 1)).columns
    assert shape_after(answers, FLOOR, (before,) * MOST_TIMES) == AS_BEFORE


def test_a_difference_of_three_people_is_shown_in_dots() -> None:
    before = shape_of(Answers((0, 2, 2, 3, 3)))
    assert after(Answers((0, 2, 2, 3, 3)), before) == AS_BEFORE
    assert after(Answers((0, 0, 4, 3, 3)), before) == AS_BEFORE
    assert after(Answers((0, 0, 2, 3, 5)), before) == AS_BEFORE
    assert after(Answers((0, 0, 2, 3, 6)), before).columns == (0, 0, 2, 3, 6)
    now = after(Answers((0, 0, 0, 5, 5)), before)
    assert now.columns == (0, 0, 0, 5, 5)
    assert now.spread is Spread.TOGETHER


def test_a_second_time_is_in_words_if_the_first_was() -> None:
    before = shape_of(Answers((1, 8, 0, 0, 0)))
    now = after(Answers((0, 0, 2, 3, 5)), before)
    assert before.bands
    assert now.bands
    assert not now.columns


def test_side_by_side_both_are_in_words_if_one_of_them_is() -> None:
    before, now = shape_of(Answers((2, 6, 0, 0, 0))), Shape(9, bands=bands_of((0, 0, 1, 2, 6)))
    left, right = side_by_side(before, now)
    assert left.bands == (
        Band(LOWER, Amount.MOST),
        Band(MIDDLE, Amount.FEW),
        Band(UPPER, Amount.FEW),
    )
    assert right == now


@pytest.mark.parametrize("people", [5, 6])
def test_five_or_six_answers_never_differ_clearly(people: int) -> None:
    before = shape_of(Answers((9, 9, 0, 0, 0)))
    assert after(Answers((0, 0, 0, 0, people)), before) == AS_BEFORE


def test_how_many_rather_not_say_is_told_once() -> None:
    before = shape_of(Answers((0, 2, 2, 3, 3)))
    now = shape_after(Answers((0, 0, 0, 5, 5), rather_not=7), FLOOR, (before,))
    assert not now.some_rather_not


def test_too_few_answers_show_nothing_whatever_was_before() -> None:
    before = shape_of(Answers((0, 2, 2, 3, 3)))
    assert after(Answers((0, 0, 0, 2, 2)), before) == Shape()


def test_what_was_not_shown_is_not_compared_with() -> None:
    answers = Answers((0, 2, 2, 3, 3), rather_not=3)
    assert shape_after(answers, FLOOR, (Shape(),)) == shape_of(answers)


def test_after_no_clear_difference_a_third_time_has_none_either() -> None:
    first = shape_of(Answers((0, 2, 2, 3, 3)))
    assert shape_after(Answers((5, 5, 0, 0, 0)), FLOOR, (first, AS_BEFORE)) == AS_BEFORE


@pytest.mark.parametrize("people", [7, 8, 12, 20, 40])
def test_a_clear_difference_in_words_is_shown_however_many_there_are(people: int) -> None:
    before = shape_of(Answers((people - 1, 1, 0, 0, 0)))
    now = after(Answers((0, 0, 0, 1, people - 1)), before)
    assert now.bands[2].amount is Amount.MOST
