"""What the room may see of the answers to one statement: the ladder of decision 0037."""

from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise
from typing import Self

from facilitator.domain.limits import UnsoundError
from facilitator.domain.plan.step import LEAST_TURNS

LABELS = 5  # of the scale
MOST_TURNS = 999
DOTS_FROM = 8  # answers
LEAST_RATHER_NOT = 3  # fewer people who rather not say are not mentioned
LOWER, MIDDLE, UPPER = (0, 1), (2,), (3, 4)  # the columns of each band
BANDS = (LOWER, MIDDLE, UPPER)
THREE_BANDS_FROM = 7  # answers; with fewer, amounts would tell the answers of the others
Between = tuple[int, int]  # the fewest and the most in a band


class Amount(StrEnum):
    """How many of the answers are in a band: under a third, up to two thirds, or more.

    A half, in these words, is anything from a third on.
    """

    FEW = "few"
    HALF = "half"
    MOST = "most"
    HALF_OR_MORE = "half or more"  # of the fullest band, where so few answered


class Spread(StrEnum):
    """How far apart the answers are."""

    TOGETHER = "together"
    MIXED = "mixed"
    WIDE = "wide"


@dataclass(frozen=True, slots=True)
class Answers:
    """How many chose each label of one statement, lowest first, and how many rather not say."""

    counts: tuple[int, ...] = (0,) * LABELS
    rather_not: int = 0

    @property
    def turns(self) -> int:
        """How many people were asked."""
        return sum(self.counts) + self.rather_not

    def check(self) -> None:
        """Raise ``UnsoundError`` for counts that nobody can have given."""
        if len(self.counts) != LABELS or min(*self.counts, self.rather_not) < 0:
            raise UnsoundError("answers to a statement")

    def with_answer(self, place: int | None) -> Self:
        """Return the counts with one more answer; ``None`` is “rather not say”."""
        if place is None:
            return replace(self, rather_not=self.rather_not + 1)
        if not 0 <= place < LABELS:
            raise ValueError("the corner must not let another answer through")
        counts = tuple(count + (number == place) for number, count in enumerate(self.counts))
        return replace(self, counts=counts)


@dataclass(frozen=True, slots=True)
class Band:
    """Columns of the scale, and how many of the answers are in them."""

    columns: tuple[int, ...]
    amount: Amount


@dataclass(frozen=True, slots=True)
class Shape:
    """What the room sees of one statement: nothing, bands in words, or dots in five columns.

    Where the statement was shown before, it may only be ``as_before`` (``two_times.py``).
    """

    answered: int = 0  # 0: fewer than five answered, and nothing is shown; or it is as before
    bands: tuple[Band, ...] = ()
    columns: tuple[int, ...] = ()
    spread: Spread | None = None  # of dots
    some_rather_not: bool = False
    as_before: bool = False  # no clear difference from the time before, and nothing else

    @property
    def is_shown(self) -> bool:
        """Whether enough people answered for the board to show something."""
        return bool(self.answered) or self.as_before

    def check(self) -> None:
        """Raise ``UnsoundError`` for a shape that ``shape_of`` never returns."""
        if self in (Shape(), AS_BEFORE):
            return
        if self.as_before:
            raise UnsoundError("a shape that is as before")
        if not LEAST_TURNS <= self.answered <= MOST_TURNS or bool(self.bands) == bool(self.columns):
            raise UnsoundError("the shape of a statement")
        if self.columns and not _may_show_dots(self.columns):
            raise UnsoundError("the dots of a statement")
        if self.bands and not _are_whole(self.bands, self.answered):
            raise UnsoundError("the bands of a statement")
        if bool(self.columns) != (self.spread is not None):
            raise UnsoundError("the spread of a statement")
        if self.columns and sum(self.columns) != self.answered:
            raise UnsoundError("the dots of a statement")


AS_BEFORE = Shape(as_before=True)


def shape_of(answers: Answers, floor: int = LEAST_TURNS) -> Shape:
    """Return what may be shown of the answers to one statement; nothing under ``floor``.

    No words tell that somebody is alone in a band, nor, to somebody who answered, that all others
    chose the same. Dots show each count of two or more (decision 0037 says what that tells).
    """
    answered = sum(answers.counts)
    if answered < max(floor, LEAST_TURNS):
        return Shape()
    some = answers.rather_not >= LEAST_RATHER_NOT
    if _may_show_dots(answers.counts):
        spread = spread_of(answers.counts)
        return Shape(answered, columns=answers.counts, spread=spread, some_rather_not=some)
    return Shape(answered, bands=bands_of(answers.counts), some_rather_not=some)


def spread_of(columns: tuple[int, ...]) -> Spread:
    """Return how far apart the answers are.

    *Wide*: at least a quarter in the lower band and a quarter in the upper one. *Together*: three
    quarters or more in two neighbouring columns.
    """
    answered = sum(columns)
    lower, upper = sum(columns[:2]), sum(columns[3:])
    if 4 * min(lower, upper) >= answered:
        return Spread.WIDE
    pairs = (first + second for first, second in pairwise(columns))
    return Spread.TOGETHER if 4 * max(pairs) >= 3 * answered else Spread.MIXED


def _may_show_dots(columns: tuple[int, ...]) -> bool:
    answered = sum(columns)
    fits = len(columns) == LABELS and min(columns) >= 0
    return fits and answered >= DOTS_FROM and 1 not in columns and answered not in columns


def bands_of(counts: tuple[int, ...]) -> tuple[Band, ...]:
    """Return three bands; with five or six answers only the fullest one.

    Of so few, amounts would tell that somebody is alone in a band, or tell somebody who is alone
    that all others chose the same.
    """
    answered = sum(counts)
    if answered < THREE_BANDS_FROM:
        fullest = max(BANDS, key=lambda columns: _in(counts, columns))
        return (Band(fullest, Amount.HALF_OR_MORE),)
    return tuple(Band(columns, amount_of(_in(counts, columns), answered)) for columns in BANDS)


def _in(counts: tuple[int, ...], columns: tuple[int, ...]) -> int:
    return sum(counts[column] for column in columns)


def amount_of(count: int, answered: int) -> Amount:
    """Return the word for so many of the answers."""
    if 3 * count < answered:
        return Amount.FEW
    return Amount.HALF if 3 * count <= 2 * answered else Amount.MOST


def limits_of(amount: Amount, answered: int) -> Between:
    """Return the fewest and the most people that a word stands for."""
    counts = [count for count in range(answered + 1) if amount_of(count, answered) is amount]
    return counts[0], counts[-1]


def _are_whole(bands: tuple[Band, ...], answered: int) -> bool:
    """Return whether these are the bands of so many answers."""
    columns = tuple(band.columns for band in bands)
    only_fullest = tuple(band.amount is Amount.HALF_OR_MORE for band in bands)
    if answered < THREE_BANDS_FROM:
        return len(columns) == 1 and columns[0] in BANDS and all(only_fullest)
    return columns == BANDS and not any(only_fullest) and _add_up(bands, answered)


def _add_up(bands: tuple[Band, ...], answered: int) -> bool:
    """Return whether any counts that these words allow are so many answers together."""
    limits = [limits_of(band.amount, answered) for band in bands]
    return sum(least for least, _most in limits) <= answered <= sum(most for _least, most in limits)
