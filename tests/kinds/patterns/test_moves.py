"""Moves of patterns: every line is where the group put it, and undo leads back to the start."""

import random
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.domain.ids import StepId
from facilitator.domain.limits import UnsoundError
from facilitator.domain.text.language import Words
from facilitator.errors import NotAllowedNowError
from facilitator.kinds.patterns.arrangement import (
    MOST_PATTERNS,
    Edit,
    Move,
    Pattern,
    move_between,
)
from facilitator.kinds.patterns.state import MOST_EDITS, Name, Patterns, Spot
from facilitator.store.workshop.plain import versioned_plain_of, versioned_value_of

LINES = range(12)
START = Patterns(StepId("sort"))
SEEDS = st.integers(0, 10_000)


def named(text: str) -> Words:
    return Words.of(text)


def spots_of(state: Patterns) -> list[Spot]:
    """Return where every line is, on its own or in patterns."""
    inside = [Spot(line, pattern.key) for pattern in state.patterns for line in pattern.lines]
    lines = {spot.line for spot in inside}
    return [*inside, *(Spot(line) for line in LINES if line not in lines)]


def moved(state: Patterns, chance: random.Random) -> Patterns:
    """Return the state after a move at random."""
    spots = spots_of(state)
    some = chance.sample(spots, chance.randint(1, 3))
    keys = [pattern.key for pattern in state.patterns]
    if not keys or chance.random() < 0.2:
        return state if len(keys) == MOST_PATTERNS else state.with_new(named("Waiting"), some)
    key, other = chance.choice(keys), chance.choice(keys)
    moves = (
        lambda: state.put(some, key),
        lambda: state.put_also(some, key),
        lambda: state.taken_out(some),
        lambda: state.merged(key, other),
        lambda: state.shifted(key, chance.choice((-1, 1))),
        lambda: state.line_shifted(chance.choice(spots), chance.choice((-1, 1))),
        lambda: state.without_pattern(key),
        lambda: state.renamed(key, named("Being asked")),
        state.with_shown,
        lambda: state.with_undone() if state.done else state,
        lambda: state.with_redone() if state.undone else state,
    )
    return chance.choice(moves)()


def after(moves: int, seed: int) -> Patterns:
    chance, state = random.Random(seed), START
    for _move in range(moves):
        state = moved(state, chance)
    return state


@given(SEEDS, st.integers(0, 40))
@settings(max_examples=60)
def test_undo_returns_to_the_start_and_redo_to_the_end(seed: int, moves: int) -> None:
    end = state = after(moves, seed)
    while state.undone:
        state = state.with_redone()
    latest = state.patterns
    while state.done:
        state = state.with_undone()
        state.check()
    assert state.patterns == ()
    while state.undone:
        state = state.with_redone()
    assert state.patterns == latest
    end.check()


@given(SEEDS, st.integers(1, 40))
@settings(max_examples=60)
def test_every_line_is_somewhere_as_often_as_the_group_put_it(seed: int, moves: int) -> None:
    chance, state = random.Random(seed), START
    for _move in range(moves):
        before = Counter(spot.line for spot in spots_of(state))
        spots, keys = spots_of(state), [pattern.key for pattern in state.patterns]
        if keys:
            spot, key = chance.choice(spots), chance.choice(keys)
            is_there = spot.line in state.lines_of(key)
            more = state.put_also([spot], key)
            counted = Counter(each.line for each in spots_of(more))
            grows = not is_there and spot.key is not None
            assert counted == before + Counter({spot.line: int(grows)})
        state = moved(state, chance)
        assert set(LINES) == {spot.line for spot in spots_of(state)}
        pairs = [(spot.line, spot.key) for spot in spots_of(state)]
        assert len(set(pairs)) == len(pairs)


@given(SEEDS, st.integers(1, 40), st.frozensets(st.sampled_from(LINES), min_size=1, max_size=3))
@settings(max_examples=60)
def test_a_line_that_is_taken_out_was_never_in_any_move(
    seed: int, moves: int, gone: frozenset[int]
) -> None:
    state = after(moves, seed)
    left = state.without_letters(gone)
    left.check()
    edits = (edit for move in (*left.done, *left.undone) for edit in move.edits)
    assert not gone & {edit.line for edit in edits}
    for pattern, was in zip(left.patterns, state.patterns, strict=True):
        assert pattern.lines == tuple(line for line in was.lines if line not in gone)
    assert all(move.edits for move in (*left.done, *left.undone))
    while left.done:
        left = left.with_undone()
    assert left.patterns == ()


@given(SEEDS, st.integers(0, 40))
@settings(max_examples=30)
def test_a_file_gives_back_the_patterns_with_all_their_moves(seed: int, moves: int) -> None:
    state = after(moves, seed)
    assert versioned_value_of(Patterns, versioned_plain_of(state)) == state


def test_no_text_is_in_a_move() -> None:
    state = START.with_new(named("Waiting"), [Spot(1)]).renamed(0, named("Time to think"))
    stored = str(versioned_plain_of(state))
    assert stored.count("Time to think") == 1
    assert "Waiting" not in stored


def test_the_name_of_a_pattern_that_cannot_come_back_is_gone() -> None:
    state = START.with_new(named("Waiting")).with_undone()
    assert [name.words for name in state.names] == [named("Waiting")]
    assert [name.words for name in state.with_new(named("Asked")).names] == [named("Asked")]


def test_a_removed_pattern_comes_back_with_its_name_and_its_lines() -> None:
    state = START.with_new(named("Waiting"), [Spot(1), Spot(2)]).without_pattern(0)
    assert state.patterns == ()
    back = state.with_undone()
    assert back.patterns == (Pattern(0, (1, 2)),)
    assert back.name_of(0).words == named("Waiting")


def test_a_line_is_put_from_where_it_is_and_stays_in_its_other_patterns() -> None:
    state = START.with_new(named("A"), [Spot(1)]).with_new(named("B")).with_new(named("C"))
    state = state.put_also([Spot(1, 0)], 1).put([Spot(1, 0)], 2)
    assert [pattern.lines for pattern in state.patterns] == [(), (1,), (1,)]


def test_chosen_lines_are_split_into_a_new_pattern_and_merged_again() -> None:
    state = START.with_new(named("A"), map(Spot, (1, 2, 3)))
    split = state.with_new(named("B"), [Spot(2, 0)])
    assert [pattern.lines for pattern in split.patterns] == [(1, 3), (2,)]
    assert split.merged(1, 0).patterns == (Pattern(0, (1, 3, 2)),)


def test_four_tints_repeat_and_no_two_patterns_have_one_symbol() -> None:
    state = START
    for number in range(MOST_PATTERNS):
        state = state.with_new(named(f"Pattern {number}"))
    assert {name.symbol for name in state.names} == set(range(MOST_PATTERNS))
    state = state.without_pattern(4).with_new(named("Another"))
    state.check()
    with pytest.raises(NotAllowedNowError):
        state.with_new(named("One too many"))


def test_what_the_room_saw_stays_until_it_is_shown_again() -> None:
    state = START.with_new(named("A"), [Spot(1)]).with_shown()
    sorted_on = state.put_also([Spot(2)], 0).without_pattern(0)
    assert sorted_on.on_board == (Pattern(0, (1,)),)
    assert sorted_on.with_shown().on_board == ()


def test_a_pattern_or_a_spot_that_is_gone_is_refused_in_a_sentence() -> None:
    state = START.with_new(named("A"), [Spot(1)])
    for act in (
        lambda: state.put([Spot(1, 0)], 7),
        lambda: state.put([Spot(2, 0)], 0) and state.taken_out([Spot(2, 0)]),
        lambda: state.merged(0, 7),
        lambda: state.without_pattern(7),
        lambda: state.renamed(7, named("B")),
        START.with_undone,
        START.with_redone,
    ):
        with pytest.raises(NotAllowedNowError):
            act()


def test_very_many_moves_forget_the_oldest() -> None:
    state = START.with_new(named("A"), [Spot(1)])
    for _time in range(MOST_EDITS // 2):
        state = state.taken_out([Spot(1, 0)]).put([Spot(1)], 0)
    state.check()
    assert 0 < len(state.done) <= MOST_EDITS // 2


TWICE = (Pattern(0, (1,)), Pattern(0, (2,)))
UNSOUND = [
    replace(START, patterns=(Pattern(0),)),  # no name
    replace(START, names=(Name(0, named("A"), 0),), next_key=1),  # of no pattern
    replace(START, patterns=TWICE, names=(Name(0, named("A"), 0),), next_key=1),
    replace(START, patterns=(Pattern(0, (1, 1)),), names=(Name(0, named("A"), 0),), next_key=1),
    replace(START, patterns=(Pattern(0),), names=(Name(0, named("A"), 12),), next_key=1),
    replace(START, patterns=(Pattern(0),), names=(Name(0, named("A"), 0),), next_key=0),
    replace(START, patterns=(Pattern(0),), names=(Name(0, named("x" * 2000), 0),), next_key=1),
    replace(START, patterns=(Pattern(0),), names=(Name(0, Words(), 0),), next_key=1),
    replace(
        START,
        patterns=(Pattern(0), Pattern(1)),
        names=(Name(0, named("A"), 3), Name(1, named("B"), 3)),
        next_key=2,
    ),
    replace(START, done=(Move((Edit(0, 0, 5, comes=True),)),)),
    replace(START, undone=(Move((Edit(0, 4, None, comes=True),)),)),
]


@pytest.mark.parametrize("state", UNSOUND)
def test_what_no_moves_lead_to_is_refused(state: Patterns) -> None:
    with pytest.raises(UnsoundError):
        state.check()


@given(SEEDS, SEEDS)
@settings(max_examples=60)
def test_a_move_leads_from_any_arrangement_to_any_other(seed: int, other: int) -> None:
    before, end = after(15, seed).patterns, after(15, other).patterns
    move = move_between(before, end)
    assert move.of(before) == end
    assert move.back.of(end) == before
