"""Killed at any write, sync or unlink, or refused by a full disk: nothing is lost or doubled."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from facilitator.domain.contribution import Gathering, Turn
from facilitator.live.session.chance import SystemShuffler
from facilitator.store.database import open_store
from facilitator.store.workshop.file import create_workshop, forget
from tests.attack.order import Orders, tags
from tests.attack.power import Disk, calls_of
from tests.attack.strace import (
    CALLS,
    Outcome,
    Point,
    chosen,
    killed,
    of_each_call,
    points_of,
    refused,
)
from tests.attack.turns import FAILED, NEXT_VERSION, TURNS, expected
from tests.helpers.attacks import count, measured
from tests.helpers.files import open_workshop, read_whole
from tests.helpers.folder import bytes_in, times_in
from tests.helpers.workshops import GATHER, a_workshop

CANARIES = tags(12)


def fresh(path: Path) -> Gathering:
    """Make a workshop file in which twelve people have written, and close it."""
    written = Gathering(GATHER).started()
    for canary in CANARIES:
        written = written.turned((Turn((f"{canary} was here",)),), SystemShuffler())
    create_workshop(path, a_workshop().with_gathering(written)).close()
    return written


def folders(tmp_path: Path) -> Iterator[Path]:
    """Give a path for a workshop in a folder of its own, again and again."""
    for place in range(1_000_000):
        folder = tmp_path / str(place)
        folder.mkdir()
        yield folder / "a.workshop"


def turns_kept(path: Path, before: Gathering) -> int:
    """Reopen; return how many of the turns are in the file, each of them whole and once."""
    with closing(open_workshop(path)) as db:
        gathering = read_whole(db).gathering(GATHER)
    kept = gathering.turns - before.turns
    assert sorted(line.text for line in gathering.contributions) == expected(before, kept)
    assert [name for name, held in bytes_in(path.parent).items() if held] == [path.name]
    return kept


def test_killed_at_any_point_of_a_turn_nothing_handed_in_is_lost_or_doubled(
    tmp_path: Path,
) -> None:
    paths, orders = folders(tmp_path), Orders()
    fresh(first := next(paths))
    points = points_of("turns", first, CALLS, tmp_path / "trace")
    assert len(points) > 40
    for point in chosen(points, small=12):
        before = fresh(path := next(paths))
        outcome = killed("turns", path, point)
        orders.look("as the crash left it", path.parent, CANARIES)
        kept = turns_kept(path, before)
        acknowledged = outcome.output.count("turn")
        assert acknowledged <= kept <= acknowledged + 1, point
        orders.look("reopened", path.parent, CANARIES)
    measured("crash", orders.figures())
    assert orders.least_chance() > 1e-6, orders.worst()


def test_killed_at_any_point_of_a_session_what_done_answered_for_is_there_once(
    tmp_path: Path,
) -> None:
    paths = folders(tmp_path)
    fresh(first := next(paths))
    points = points_of("session", first, CALLS, tmp_path / "trace")
    assert len(points) > 40
    lost = 0
    for point in chosen(points, small=8):
        before = fresh(path := next(paths))
        outcome = killed("session", path, point)
        kept, acknowledged = turns_kept(path, before), outcome.output.count("turn")
        assert acknowledged <= kept <= acknowledged + 1, point
        lost += kept < len(TURNS)
    measured("crash, session", [f"{len(points)} points, {lost} times a turn was not kept"])
    assert lost  # else nothing was ever killed in the middle


def test_the_attack_would_see_an_answer_that_comes_before_the_turn_is_kept(
    tmp_path: Path,
) -> None:
    before = fresh(path := next(folders(tmp_path)))
    outcome = killed("too early", path, Point("fdatasync", 1))
    assert outcome.output.count("turn") > turns_kept(path, before)


def kept_after_power_cuts(act: str, paths: Iterator[Path]) -> set[tuple[int, int]]:
    """Cut the power after each call of an act: how many turns were acknowledged, and saved."""
    before = fresh(first := next(paths))
    disk, pairs, acknowledged = Disk(first), set(), 0
    for call in calls_of(act, first, first.with_name("trace")):
        acknowledged += disk.take(call)
        for left in disk.after_a_power_cut():
            path = next(paths)
            for name, held in left.items():
                path.with_name(name).write_bytes(held)
            pairs.add((acknowledged, turns_kept(path, before)))
    return pairs


def test_whenever_the_power_is_cut_what_done_answered_for_is_there_once(tmp_path: Path) -> None:
    pairs = kept_after_power_cuts("session", folders(tmp_path))
    assert pairs >= {(number, number) for number in range(len(TURNS) + 1)}
    assert not [pair for pair in pairs if not pair[0] <= pair[1] <= pair[0] + 1], pairs


def test_the_attack_would_see_an_answer_that_comes_before_the_disk_is_sure(tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match="was here"):  # the lines are not those of any moment
        kept_after_power_cuts("not synced", folders(tmp_path))


def check_refused(outcome: Outcome, kept: int, most: int) -> None:
    """See that a failure was said and nothing but what was acknowledged is there."""
    acknowledged = outcome.output.count("turn")
    if outcome.code == 0:  # SQLite could do without: a journal that cannot be removed is emptied
        assert kept == len(TURNS)
        return
    assert outcome.code == FAILED, outcome
    assert outcome.output[-1] == "failed"
    assert acknowledged <= kept <= acknowledged + most


def test_a_full_disk_at_any_write_of_a_turn_is_said_and_changes_nothing(tmp_path: Path) -> None:
    paths = folders(tmp_path)
    fresh(first := next(paths))
    points = points_of("turns", first, ("pwrite64",), tmp_path / "trace")
    for place, point in enumerate(chosen(points, small=8)):
        before = fresh(path := next(paths))
        outcome = refused("turns", path, point, "ENOSPC", for_good=bool(place % 2))
        assert outcome.code == FAILED, (point, outcome)
        check_refused(outcome, turns_kept(path, before), most=0)


def test_a_disk_that_fails_at_any_sync_is_said_and_doubles_nothing(tmp_path: Path) -> None:
    paths = folders(tmp_path)
    fresh(first := next(paths))
    points = points_of("turns", first, ("fdatasync", "ftruncate"), tmp_path / "trace")
    failures = 0
    for place, point in enumerate(chosen(points, small=6)):
        before = fresh(path := next(paths))
        outcome = refused("turns", path, point, "EIO", for_good=bool(place % 2))
        check_refused(outcome, turns_kept(path, before), most=1)
        failures += outcome.code == FAILED
    assert failures  # else no failure was ever met


def test_leak_28_killed_at_any_point_of_an_upgrade_the_file_is_whole_and_no_copy_stays(
    tmp_path: Path,
) -> None:
    paths = folders(tmp_path)
    fresh(first := next(paths))
    points = points_of("upgrade", first, ("write", *CALLS), tmp_path / "trace")
    for point in of_each_call(
        points, count(small=6, full=40)
    ):  # a page of the copy is like another
        before = fresh(path := next(paths))
        killed("upgrade", path, point)
        with closing(open_store(path, NEXT_VERSION)) as db:
            assert read_whole(db).gathering(GATHER) == before, point
        assert [name for name, held in bytes_in(path.parent).items() if held] == [path.name]


def test_killed_at_any_point_of_forgetting_a_second_time_finishes_it(tmp_path: Path) -> None:
    """What is forgotten here is a file beside which an earlier crash left a journal."""
    paths, calls = folders(tmp_path), ("write", "fsync", "unlink")
    crashed(first := next(paths))
    points = points_of("forget", first, calls, tmp_path / "trace")
    for point in chosen(points, small=6):
        crashed(path := next(paths))
        killed("forget", path, point)
        forget(path)
        assert bytes_in(path.parent) == {}, point


def crashed(path: Path) -> None:
    """Make a workshop file beside which a crash left a journal that does not count yet."""
    fresh(path)
    killed("turns", path, Point("fdatasync", 1))
    assert sum(times_in(path.parent, canary) for canary in CANARIES) > len(
        CANARIES
    )  # in it as well


def test_what_is_forgotten_is_overwritten_on_the_disk_before_its_name_goes(tmp_path: Path) -> None:
    crashed(path := next(folders(tmp_path)))
    calls = calls_of("forget", path, tmp_path / "trace")
    gone = {call.path for call in calls if call.name == "unlink"}
    assert gone == {str(path), f"{path}-journal"}
    for line in gone:
        done = [call.name for call in calls if call.path == line]
        assert done[-2:] == ["fsync", "unlink"], line
        assert "write" in done, line


@pytest.mark.parametrize("act", ["turns", "upgrade"])
def test_what_a_crash_left_beside_the_file_is_forgotten_with_it(tmp_path: Path, act: str) -> None:
    paths = folders(tmp_path)
    fresh(first := next(paths))
    points = points_of(act, first, ("fdatasync", "unlink"), tmp_path / "trace")
    beside = 0
    for point in chosen(points, small=6):
        fresh(path := next(paths))
        killed(act, path, point)
        beside += sum(times_in(path.parent, canary) for canary in CANARIES) > len(CANARIES)
        forget(path)
        assert bytes_in(path.parent) == {}, point
    assert beside  # else there never was a journal, nor a copy
