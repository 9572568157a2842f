"""Checks: the lowest hand decides, and nothing is ever averaged."""

import ast
from pathlib import Path

import pytest

from facilitator.domain.agreement import checks as module
from facilitator.domain.agreement.checks import Check, HandsWay, Outcome, Tally
from facilitator.errors import FloorError, NotAllowedNowError
from facilitator.room.checks import checks

EVERY = pytest.mark.parametrize("check", checks(), ids=lambda check: str(check.id))


def tally_of(check: Check, *counts: int, way: HandsWay = HandsWay.HANDS) -> Tally:
    tally = Tally.of(check, way)
    for place, count in enumerate(counts):
        tally = tally.counted(place, count)
    return tally


@EVERY
def test_one_hand_under_the_rule_outweighs_eleven_at_the_top(check: Check) -> None:
    counts = [0] * len(check.positions)
    counts[0], counts[check.needs + 1] = 11, 1
    assert tally_of(check, *counts).outcome is Outcome.NOT_YET


@EVERY
def test_everyone_at_the_lowest_that_passes_is_agreed(check: Check) -> None:
    assert tally_of(check).counted(check.needs, 12).outcome is Outcome.AGREED


@EVERY
def test_every_position_passes_or_not_as_was_declared(check: Check) -> None:
    for place in range(len(check.positions)):
        outcome = tally_of(check, 11).counted(place).outcome
        assert (outcome is Outcome.AGREED) == (place <= check.needs)


@EVERY
def test_silence_is_not_a_yes(check: Check) -> None:
    silent = Tally.of(check, HandsWay.HANDS).without_hand(12)
    assert silent.outcome is Outcome.NOBODY
    with pytest.raises(NotAllowedNowError):
        silent.closed()


@EVERY
def test_who_shows_no_hand_changes_no_outcome(check: Check) -> None:
    tally = tally_of(check, 3)
    assert tally.without_hand(9).outcome is tally.outcome
    assert tally.without_hand(9).everyone == 12


@EVERY
def test_each_key_counts_one_position(check: Check) -> None:
    keys = [position.key for position in check.positions]
    assert len(set(keys)) == len(keys)
    assert all(len(key) == 1 for key in keys)


@pytest.mark.parametrize(
    ("counts", "outcome", "lowest"),
    [
        ((11, 0, 0, 0, 1, 0), Outcome.NOT_YET, 4),
        ((11, 0, 0, 0, 0, 1), Outcome.NOT_YET, 5),
        ((0, 0, 12, 0, 0, 0), Outcome.AGREED, 2),
        ((5, 4, 3, 0, 0, 0), Outcome.AGREED, 2),
        ((0, 0, 0, 12, 0, 0), Outcome.NOT_YET, 3),
    ],
)
def test_fist_to_five(counts: tuple[int, ...], outcome: Outcome, lowest: int) -> None:
    tally = tally_of(checks()[1], *counts)
    assert (tally.outcome, tally.lowest) == (outcome, lowest)


def test_the_group_may_set_another_level_beforehand() -> None:
    gradients = checks()[3]
    strict = Tally.of(gradients, HandsWay.HANDS, needs=0).counted(0, 11).counted(1)
    assert strict.outcome is Outcome.NOT_YET
    with pytest.raises(ValueError, match="level"):
        Tally.of(gradients, HandsWay.HANDS, needs=8)


def test_a_check_without_names_waits_for_five() -> None:
    with pytest.raises(FloorError):
        tally_of(checks()[1], 4, way=HandsWay.SLIPS).closed()
    assert tally_of(checks()[1], 5, way=HandsWay.SLIPS).closed().outcome is Outcome.AGREED
    assert tally_of(checks()[1], 4).closed().outcome is Outcome.AGREED


def test_a_count_never_falls_under_none() -> None:
    tally = tally_of(checks()[0]).counted(1, -1).without_hand(-1)
    assert tally.counts == (0, 0, 0)
    assert tally.not_shown == 0


def test_there_is_no_division_and_no_fraction_in_a_check() -> None:
    nodes = list(ast.walk(ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8"))))
    assert not [n for n in nodes if isinstance(n, ast.Div | ast.FloorDiv)]
    assert not [n for n in nodes if isinstance(n, ast.Constant) and isinstance(n.value, float)]


@EVERY
@pytest.mark.parametrize("way", list(HandsWay))
def test_eleven_at_the_top_and_one_under_the_rule_are_not_yet_in_every_way(
    check: Check, way: HandsWay
) -> None:
    for low in range(check.needs + 1, len(check.positions)):
        tally = tally_of(check, 11, way=way).counted(low).closed()
        assert (tally.outcome, tally.lowest) == (Outcome.NOT_YET, low)


@pytest.mark.parametrize("way", [HandsWay.SLIPS, HandsWay.CORNER])
def test_who_would_rather_not_show_takes_a_turn_like_any_other(way: HandsWay) -> None:
    four = tally_of(checks()[0], 2, way=way).without_hand(2)
    with pytest.raises(FloorError):
        four.closed()
    assert four.without_hand().closed().outcome is Outcome.AGREED
    with pytest.raises(NotAllowedNowError):
        Tally.of(checks()[0], way).without_hand(5).closed()
