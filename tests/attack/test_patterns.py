"""Nobody finds in a file what was taken out of patterns, and no move that was saved is lost."""

import random
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from facilitator.kinds.patterns.commands import (
    Merge,
    NewPattern,
    Put,
    Rename,
    ShowNames,
    TakeOut,
    Undo,
)
from facilitator.kinds.patterns.state import Patterns, Spot
from facilitator.live.session.session import LiveSession
from tests.attack.stored_states import stored
from tests.attack.strace import kept_wherever_killed
from tests.attack.turns import MOVES
from tests.helpers.attacks import count, measured
from tests.helpers.files import open_workshop, read_whole
from tests.helpers.folder import bytes_in
from tests.helpers.sessions import CHOICE
from tests.kinds.patterns.sorting import SORT, do, put, sorting, state, take_out

CHANCE = random.SystemRandom()
GONE, LINES = 2, 6  # the line that is taken out
CANARY = "tagpattern we take out"
MOST = 25  # moves


def moves_at_random(session: LiveSession) -> Iterator[object]:
    """Yield moves that fit the present state."""
    number = 0
    while True:
        patterns = state(session).patterns
        inside = [Spot(line, pattern.key) for pattern in patterns for line in pattern.lines]
        lines = {spot.line for spot in inside}
        spots = [*inside, *(Spot(line) for line in range(LINES) if line not in lines)]
        some = tuple(CHANCE.sample(spots, CHANCE.randint(1, 3)))
        keys = [pattern.key for pattern in patterns]
        if len(keys) < 2 or (len(keys) < 5 and CHANCE.random() < 0.3):
            number += 1
            yield NewPattern(f"Pattern {number}", some)
            continue
        key, into = CHANCE.sample(keys, 2)
        also = CHANCE.random() < 0.4
        choices: tuple[object, ...] = (
            Put(some, key, also=also), TakeOut(some), Merge(key, into), ShowNames(),
        )  # fmt: skip
        yield CHANCE.choice(choices)


def without_the_line(act: object) -> object:
    """Return a move without the line that is taken out."""
    if isinstance(act, Put | TakeOut | NewPattern):
        return replace(act, spots=tuple(spot for spot in act.spots if spot.line != GONE))
    return act


def contents_with_and_without(folder: Path) -> tuple[object, object]:
    """Return what the file holds: the line taken out after moves, and before the same moves."""
    folder.mkdir()
    (folder / "after").mkdir()
    (folder / "before").mkdir()
    after, before = sorting(folder / "after", LINES), sorting(folder / "before", LINES)
    take_out(before, GONE)
    moves = moves_at_random(after)
    for _move in range(CHANCE.randint(1, MOST)):
        act = next(moves)
        do(after, act)
        do(before, without_the_line(act))
    take_out(after, GONE)
    for session in (after, before):
        session.close()
    return stored(folder / "after"), stored(folder / "before")


def differences(folder: Path) -> int:
    """Return in how many files a line that is gone left something."""
    tries = count(small=10, full=200)
    pairs = [contents_with_and_without(folder / str(number)) for number in range(tries)]
    measured("patterns", [f"{tries} series of moves"])
    return sum(after != before for after, before in pairs)


def test_a_line_that_is_taken_out_leaves_patterns_and_undo_as_if_it_had_never_been(
    tmp_path: Path,
) -> None:
    assert differences(tmp_path) == 0


def test_the_attack_would_see_a_letter_that_undo_still_holds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    without_letters = Patterns.without_letters

    def leaking(patterns: Patterns, gone: frozenset[int], /) -> Patterns:
        left = without_letters(patterns, gone)
        return replace(left, done=patterns.done, undone=patterns.undone)

    monkeypatch.setattr(Patterns, "without_letters", leaking)
    assert differences(tmp_path) > 0


def is_in(folder: Path, text: str) -> bool:
    return any(text.encode() in data for data in bytes_in(folder).values())


@pytest.mark.parametrize("way", ["renamed", "taken out", "undone and done otherwise"])
def test_a_name_that_is_gone_is_in_no_byte_of_the_folder(tmp_path: Path, way: str) -> None:
    session = sorting(tmp_path)
    put(session, CANARY, 0, 1)
    assert is_in(tmp_path, CANARY)
    take_name_out(session, way)
    assert not is_in(tmp_path, CANARY)
    session.close()
    assert not is_in(tmp_path, CANARY)


def take_name_out(session: LiveSession, way: str) -> None:
    if way == "renamed":
        do(session, Rename(0, "Waiting"))
    elif way == "taken out":
        session.steps.jump(CHOICE.id)
        rows = session.desk().record.rows
        session.choice.take_out(next(row for row in rows if row.text == CANARY))
    else:
        do(session, Undo())
        put(session, "Waiting", 0)


def test_the_attack_would_see_a_name_that_undo_still_holds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def leaking(patterns: Patterns, line: str, /) -> Patterns:
        return patterns.without_pattern(int(line.removeprefix("pattern ")))

    monkeypatch.setattr(Patterns, "without_line", leaking)
    session = sorting(tmp_path)
    put(session, CANARY, 0, 1)
    take_name_out(session, "taken out")
    assert is_in(tmp_path, CANARY)
    session.close()


def test_killed_at_any_point_each_move_that_was_saved_is_there_once(tmp_path: Path) -> None:
    states = states_after_each_move(tmp_path / "whole")
    fresh = files_to_sort(tmp_path)
    done = kept_wherever_killed(
        "sort", fresh, lambda path: states.index(sorted_in(path)), len(MOVES), "move"
    )
    measured("crash, patterns", [f"{done.points} points, {done.lost} times a move was not kept"])
    assert done.points > 20
    assert sorted_in(tmp_path / "0" / "w.workshop") == states[-1]  # nothing killed that
    assert done.lost


def states_after_each_move(folder: Path) -> list[Patterns]:
    """Return the patterns before the moves, and after each of them."""
    folder.mkdir()
    session = sorting(folder, LINES)
    states = [state(session)]
    for act in MOVES:
        do(session, act)
        states.append(state(session))
    session.close()
    return states


def files_to_sort(folder: Path) -> Iterator[Path]:
    """Make workshop files whose lines are open, each in a folder of its own."""
    for number in range(1_000_000):
        (inner := folder / str(number)).mkdir()
        sorting(inner, LINES).close()
        yield inner / "w.workshop"


def sorted_in(path: Path) -> Patterns:
    """Return the patterns in a file, which is sound."""
    with closing(open_workshop(path)) as db:
        saved = read_whole(db).state_of(SORT.id)
    return saved if isinstance(saved, Patterns) else Patterns(SORT.id)
