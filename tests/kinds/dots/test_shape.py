"""What can be concluded from the dots beside the lines, for every way to place them."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import combinations_with_replacement, product

import pytest

from facilitator.kinds.dots.counts import MOST_PER_LINE, Budget, Given, Result, result_of

Ballot = tuple[int, ...]
Display = tuple[Result, ...]
Rule = Callable[[Given, Budget], Result]
SMALL = (  # people, lines, dots of a person, most on a line
    (5, 2, 1, 1),
    (5, 2, 2, 1),
    (5, 2, 2, 2),
    (5, 2, 3, 2),
    (5, 3, 2, 1),
    (5, 3, 2, 2),
    (5, 3, 3, 1),
    (5, 4, 1, 1),
    (5, 4, 2, 1),
    (6, 2, 2, 2),
    (6, 2, 3, 3),
    (6, 3, 2, 1),
)


def ballots(lines: int, budget: Budget) -> list[Ballot]:
    """Return every way in which one person can place dots."""
    each = range(budget.on_a_line + 1)
    return [dots for dots in product(each, repeat=lines) if sum(dots) <= budget.dots]


def display_of(room: tuple[Ballot, ...], budget: Budget, rule: Rule) -> Display:
    """Return what the room sees of these ballots."""
    return tuple(
        rule(Given(letter, tuple(column.count(dots) for dots in range(MOST_PER_LINE + 1))), budget)
        for letter, column in enumerate(zip(*room, strict=True))
    )


def rooms_by_display(case: tuple[int, ...], rule: Rule) -> Iterator[list[tuple[Ballot, ...]]]:
    """Yield, for each display, all sets of ballots that lead to it."""
    people, lines, dots, most = case
    budget = Budget(dots, most)
    by_display: dict[Display, list[tuple[Ballot, ...]]] = defaultdict(list)
    for room in combinations_with_replacement(ballots(lines, budget), people):
        by_display[display_of(room, budget, rule)].append(room)
    yield from by_display.values()


def others_of(rooms: list[tuple[Ballot, ...]], own: Ballot) -> list[tuple[Ballot, ...]]:
    """Return the ballots of the others in all rooms in which somebody placed ``own``."""
    others = []
    for room in rooms:
        if own in room:
            place = room.index(own)
            others.append((*room[:place], *room[place + 1 :]))
    return others


def all_the_same(rooms: list[tuple[Ballot, ...]]) -> set[tuple[int, int]]:
    """Return each line with the dots that, in all these rooms, everybody gave it; but not none."""
    lines = len(rooms[0][0])
    given = ((line, {ballot[line] for room in rooms for ballot in room}) for line in range(lines))
    return {(line, min(dots)) for line, dots in given if len(dots) == 1 and min(dots)}


def leaks(case: tuple[int, ...], rule: Rule) -> list[Ballot | None]:
    """Return who can conclude what each of the others gave to a line: by their own dots.

    ``None`` is somebody who placed nothing and only looks.
    """
    _people, lines, dots, most = case
    every = ballots(lines, Budget(dots, most))
    return [
        own
        for rooms in rooms_by_display(case, rule)
        for own, seen in ((None, rooms), *((each, others_of(rooms, each)) for each in every))
        if seen and all_the_same(seen)
    ]


def exact(given: Given, _budget: Budget) -> Result:
    """Return the dots as they are: a planted leak."""
    return Result(given.letter, given.dots)


@pytest.mark.parametrize("case", SMALL)
def test_no_display_tells_what_each_of_the_others_gave_a_line(case: tuple[int, ...]) -> None:
    assert leaks(case, result_of) == []


@pytest.mark.parametrize("case", SMALL)
def test_the_search_finds_what_exact_numbers_tell(case: tuple[int, ...]) -> None:
    assert leaks(case, exact)


def one_dot_more(given: Given, budget: Budget) -> Result:
    """Return numbers up to what all others can have given: a planted leak, to insiders only."""
    cap = (given.turns - 1) * budget.on_a_line
    return Result(given.letter, min(given.dots, cap), or_more=given.dots >= cap)


def test_the_search_finds_what_only_somebody_who_placed_dots_can_tell() -> None:
    who = leaks((5, 3, 2, 1), one_dot_more)
    assert who
    assert None not in who


@pytest.mark.parametrize("people", [5, 6, 12, 40])
@pytest.mark.parametrize("most", [1, 2, 3])
def test_a_number_is_exact_until_one_dot_less_than_all_others_can_give(
    people: int, most: int
) -> None:
    budget, full = Budget(7, most), people * most
    for total in range(full + 1):
        lone, rest = divmod(total, most)
        counts = [0] * (MOST_PER_LINE + 1)
        counts[most] += lone
        counts[rest] += 1 if rest else 0
        counts[0] += people - sum(counts)
        result = result_of(Given(0, tuple(counts)), budget)
        cap = (people - 1) * most - 1
        assert result == Result(0, min(total, cap), or_more=total >= cap)
