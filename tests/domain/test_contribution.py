"""Gatherings: floors, late batches, and an order that is fresh each time (decisions 4 and 5)."""

from dataclasses import replace

import pytest

from facilitator.domain.contribution import (
    Contribution,
    Gathering,
    GatheringState,
    SetAside,
    Turn,
)
from facilitator.domain.ids import ContributionId, StepId
from facilitator.errors import FloorError, NotAllowedNowError
from facilitator.live.session.chance import SeededShuffler

STEP = StepId("gather")
CHANCE = SeededShuffler(3)


def written(turns: int, empty: int = 0) -> Gathering:
    """Return a gathering in which some wrote and some passed, still open."""
    lines = tuple(Turn((f"line {n}",)) for n in range(turns))
    return Gathering(STEP).started().turned((*lines, *([Turn()] * empty)), CHANCE)


def texts(gathering: Gathering) -> list[str]:
    """Return what would be on the board, sorted."""
    return sorted(line.text for line in gathering.ready)


def reopened(gathering: Gathering, late: int) -> Gathering:
    """Return the gathering after writing was open again for n turns."""
    turns = tuple(Turn((f"late {n}",)) for n in range(late))
    return gathering.started().turned(turns, CHANCE).closed()


def outcome(gathering: Gathering, people: int, floor: int = 5, *, warned: bool) -> str:
    """Try to open; return what came of it."""
    try:
        return gathering.opened(people, floor, CHANCE, warned=warned).state
    except FloorError:
        return "refused"


# (wrote, passed, people): refused also after the warning, only after it, or opened at once
TABLE = [
    (0, 2, 12, "never"),
    (1, 1, 12, "never"),
    (2, 0, 2, "never"),
    (6, 0, 2, "never"),
    (2, 1, 12, "warned"),
    (1, 2, 3, "warned"),
    (4, 0, 12, "warned"),
    (5, 0, 4, "warned"),
    (6, 3, 3, "warned"),
    (5, 0, 5, "open"),
    (1, 4, 12, "open"),
    (6, 0, 6, "open"),
    (6, 0, 5, "open"),
]


@pytest.mark.parametrize(("wrote", "passed", "people", "decided"), TABLE)
def test_lines_are_opened_from_five_on_at_three_or_four_after_the_warning_and_never_under(
    wrote: int, passed: int, people: int, decided: str
) -> None:
    closed = written(wrote, passed).closed()
    assert outcome(closed, people, warned=False) == ("opened" if decided == "open" else "refused")
    assert outcome(closed, people, warned=True) == ("refused" if decided == "never" else "opened")


@pytest.mark.parametrize("floor", range(6, 11))
def test_a_plan_raises_the_floor_and_the_warning_does_not_lower_it(floor: int) -> None:
    assert outcome(written(floor - 1).closed(), 20, floor, warned=True) == "refused"
    assert outcome(written(floor).closed(), 20, floor, warned=False) == "opened"


@pytest.mark.parametrize("floor", range(-2, 5))
def test_no_floor_that_is_asked_for_opens_fewer_than_five_unwarned(floor: int) -> None:
    assert outcome(written(4).closed(), 20, floor, warned=False) == "refused"
    assert outcome(written(2).closed(), 20, floor, warned=True) == "refused"


@pytest.mark.parametrize(("late", "count"), [(1, 6), (2, 6), (3, 9), (4, 10)])
def test_late_lines_are_opened_only_when_three_wait_else_they_are_gone(
    late: int, count: int
) -> None:
    opened = written(6).closed().opened(12, 5, CHANCE, warned=False)
    again = reopened(opened, late)
    assert len(again.ready) == 6
    merged = again.opened(12, 5, CHANCE, warned=False)
    assert len(merged.contributions) == len(merged.ready) == count
    assert merged.late_turns == 0


@pytest.mark.parametrize(("late", "count"), [(1, 6), (2, 6), (3, 9)])
def test_turns_after_the_first_reading_are_late_before_the_opening_too(
    late: int, count: int
) -> None:
    again = reopened(written(6).closed(), late)
    assert not again.was_opened
    assert len(again.ready) == 6
    assert len(again.opened(12, 5, CHANCE, warned=False).contributions) == count


def test_late_turns_count_for_the_floor_only_when_they_are_opened_too() -> None:
    read = written(3).closed()
    assert outcome(reopened(read, 2), 12, warned=False) == "refused"
    assert outcome(reopened(read, 3), 12, warned=False) == "opened"
    assert texts(reopened(read, 2).opened(12, 5, CHANCE, warned=True)) == [
        "line 0",
        "line 1",
        "line 2",
    ]


def test_late_lines_of_two_reopenings_wait_together() -> None:
    opened = written(5).closed().opened(12, 5, CHANCE, warned=False)
    again = reopened(reopened(opened, 2), 1)
    assert len(again.opened(12, 5, CHANCE, warned=False).ready) == 8


def test_what_nobody_could_read_makes_no_turn_late() -> None:
    assert not written(2).closed().started().takes_late
    assert written(3).closed().started().takes_late


def test_a_line_after_a_reading_that_saw_no_line_is_late() -> None:
    """Who reads that nobody wrote knows that the only line is of the one who came since."""
    read = written(0, empty=4).closed()
    assert read.may_be_read(12)
    single, three = reopened(read, 1), reopened(read, 3)
    assert single.ready == ()
    assert outcome(single, 12, warned=True) == "opened"
    assert single.opened(12, 5, CHANCE, warned=True).contributions == ()
    assert len(three.opened(12, 5, CHANCE, warned=False).ready) == 3


@pytest.mark.parametrize(
    ("turns", "people", "readable"), [(2, 12, False), (3, 12, True), (6, 2, False), (3, 3, True)]
)
def test_one_line_or_two_are_not_read_by_the_facilitator_either(
    turns: int, people: int, *, readable: bool
) -> None:
    gathering = written(turns)
    assert not gathering.may_be_read(people)
    assert gathering.closed().may_be_read(people) is readable


def test_every_turn_an_empty_one_too_deals_fresh_ids_and_the_ids_are_the_order() -> None:
    before = written(8)
    after = before.turned((Turn(),), CHANCE)
    assert {line.id for line in before.contributions}.isdisjoint(
        line.id for line in after.contributions
    )
    ids = [line.id for line in after.contributions]
    assert ids == sorted(ids)
    assert texts(after) == texts(before)
    assert after.turns == before.turns + 1


def test_what_is_set_aside_is_neither_opened_nor_leaves_a_gap() -> None:
    closed = written(6).closed()
    first = closed.contributions[0]
    aside = closed.with_contribution(replace(first, set_aside=SetAside.PERSON))
    opened = aside.opened(12, 5, CHANCE, warned=False)
    assert len(opened.ready) == 5
    assert first.text not in texts(opened)


def test_a_late_line_that_was_set_aside_stays_aside() -> None:
    opened = written(5).closed().opened(12, 5, CHANCE, warned=False)
    again = reopened(opened, 3)
    late = next(line for line in again.contributions if line.late)
    aside = again.with_contribution(replace(late, set_aside=SetAside.ATTACK))
    assert late.text not in texts(aside.opened(12, 5, CHANCE, warned=False))


def test_a_text_that_the_corner_must_not_let_through_is_a_bug() -> None:
    with pytest.raises(ValueError, match="up to 200"):
        Gathering(STEP).started().turned((Turn(("x" * 201,)),), CHANCE)


def test_no_turn_is_added_and_nothing_closed_or_opened_out_of_order() -> None:
    open_, closed = written(5), written(5).closed()
    for act in (
        lambda: closed.turned((Turn(),), CHANCE),
        closed.closed,
        open_.started,
        lambda: open_.opened(12, 5, CHANCE, warned=True),
    ):
        with pytest.raises(NotAllowedNowError):
            act()


def test_a_line_that_is_gone_is_not_found() -> None:
    gathering = written(3)
    gone = gathering.contributions[1]
    left = gathering.without(gone.id)
    assert len(left.contributions) == 2
    with pytest.raises(NotAllowedNowError, match="not there any more"):
        left.of(gone.id)
    with pytest.raises(NotAllowedNowError, match="not there any more"):
        left.with_contribution(Contribution(ContributionId("ffff"), "never there"))
    assert left.state is GatheringState.WRITING
