"""What the room may see of a statement that it saw before: decision 0042.

Whoever knows that somebody left, or came, or now rather says nothing, must not learn their answer
by subtracting one time from the other, even if everybody else answered as before. So what is shown
the second time depends on nothing that so few people can have changed.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import product

from facilitator.kinds.pulse.shape import (
    AS_BEFORE,
    BANDS,
    THREE_BANDS_FROM,
    Answers,
    Shape,
    bands_of,
    limits_of,
    shape_of,
)

FEWEST_TO_DIFFER = 3  # so many people come, or go, between two shapes that differ
MOST_TIMES = 12  # that are compared; after so many, nothing differs clearly any more
Counts = tuple[int, ...]


def shape_after(answers: Answers, floor: int, earlier: tuple[Shape, ...]) -> Shape:
    """Return what may be shown of a statement after ``earlier`` times, in any order.

    It is in words if one of them was. How many rather not say is not mentioned again: comparing
    would tell that somebody joined or left them.
    """
    before = tuple(shape for shape in earlier if shape.is_shown)
    now = shape_of(answers, floor)
    if not before or not now.answered:
        return now
    if any(not shape.columns for shape in before):
        now = _in_words(now, answers.counts)
    people = (FEWEST_TO_DIFFER - 1) * len(before)
    if len(before) < MOST_TIMES and all(_differ(shape, now, people) for shape in before):
        return replace(now, some_rather_not=False)
    return AS_BEFORE


def side_by_side(before: Shape, now: Shape) -> tuple[Shape, Shape]:
    """Return both as they are shown together: in words if one of them is in words."""
    if now.bands and before.columns:
        before = _in_words(before, before.columns)
    return replace(before, some_rather_not=False), now


def _in_words(shape: Shape, counts: Counts) -> Shape:
    return replace(shape, columns=(), spread=None, bands=bands_of(counts))


def _differ(before: Shape, now: Shape, people: int) -> bool:
    """Return whether more than ``people`` came or went between two shapes, whoever chose what.

    With five or six answers at either time it never is so: one person can move the fullest band.
    """
    if min(before.answered, now.answered) < THREE_BANDS_FROM:
        return False
    if before.columns and now.columns:
        return _moves(before.columns, now.columns) > people
    return all(_moves_into(now, counts) > people for counts in _ways_in_bands(before))


def _moves(before: Counts, now: Counts) -> int:
    """Return how many people came, or went, at the least: the larger of the two."""
    came = sum(max(0, after - count) for count, after in zip(before, now, strict=True))
    went = sum(max(0, count - after) for count, after in zip(before, now, strict=True))
    return max(came, went)


def _moves_into(shape: Shape, counts: Counts) -> int:
    """Return the same from these counts of the three bands to any that the words allow."""
    limits = [limits_of(band.amount, shape.answered) for band in shape.bands]
    pairs = list(zip(counts, limits, strict=True))
    came = sum(max(0, least - count) for count, (least, _most) in pairs)
    went = sum(max(0, count - most) for count, (_least, most) in pairs)
    more = shape.answered - (sum(counts) + came - went)
    return max(came + max(0, more), went + max(0, -more))


def _ways_in_bands(shape: Shape) -> Iterator[Counts]:
    """Yield how many may be in each band of a shape."""
    if shape.columns:
        yield tuple(sum(shape.columns[column] for column in band) for band in BANDS)
        return
    limits = [limits_of(band.amount, shape.answered) for band in shape.bands]
    lower, middle, upper = (range(least, most + 1) for least, most in limits)
    for some, others in product(lower, middle):
        if (rest := shape.answered - some - others) in upper:
            yield (some, others, rest)
