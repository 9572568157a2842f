"""Nobody learns one person's dots: not from the corner, nor from the file."""

import random
import re
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import replace
from functools import partial
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from facilitator.errors import NotAllowedNowError
from facilitator.kinds.dots.commands import (
    Begin,
    Choose,
    ClosePlacing,
    EnterTotals,
    LeaveOut,
    Reopen,
    ShowDots,
    TalkInstead,
)
from facilitator.kinds.dots.counts import Budget
from facilitator.kinds.dots.state import Dots, PlacedBy
from facilitator.live.session.session import LiveSession
from facilitator.store import database
from facilitator.ui.corner.dot_list import DotList
from facilitator.ui.corner.window import CornerWindow
from tests.attack.stored_states import contents_after_any_order
from tests.attack.strace import kept_wherever_killed
from tests.attack.turns import DOTS as CRASHED
from tests.helpers.attacks import count, measured
from tests.helpers.corner import a_corner, image, texts_for_readers
from tests.helpers.files import open_workshop, read_whole
from tests.helpers.folder import bytes_in
from tests.helpers.keys import keyboard, press
from tests.helpers.sessions import GATHER
from tests.kinds.dots.test_session import (
    FIVE,
    LINES,
    A,
    B,
    C,
    D,
    Turned,
    at_dots,
    do,
    dots,
    hand_in,
    line_at,
)

CHANCE = random.SystemRandom()
HELD = b'"counts":'  # how many gave how many, as the file has it


def placed(folder: Path, turns: tuple[Turned, ...]) -> LiveSession:
    """Return a session in which people placed dots in this order."""
    folder.mkdir()
    session = at_dots(folder)
    do(session, Begin(PlacedBy.CORNER))
    hand_in(session, *turns)
    return session


def test_the_file_holds_the_same_whatever_the_order_of_turns(tmp_path: Path) -> None:
    assert len(contents_after_any_order("dots", tmp_path, FIVE, placed)) == 1


def test_the_attack_would_see_a_file_that_tells_who_was_last(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_turn = Dots.with_turn

    def leaking(dots: Dots, turn: Turned) -> Dots:
        after = with_turn(dots, turn)
        last = [line for line in after.given if turn.get(line.letter)]
        return replace(after, given=(*last, *(line for line in after.given if line not in last)))

    monkeypatch.setattr(Dots, "with_turn", leaking)
    assert len(contents_after_any_order("dots", tmp_path, FIVE, placed)) > 1


def test_once_shown_no_byte_of_the_folder_holds_how_many_gave_how_many(tmp_path: Path) -> None:
    folder = tmp_path / "shown"
    session = placed(folder, FIVE)
    assert any(HELD in data for data in bytes_in(folder).values())
    do(session, ClosePlacing(), ShowDots())
    assert not any(HELD in data for data in bytes_in(folder).values())
    session.close()


WIPED = database.WORDS_LEAVE_NO_TRACE
MANY = tuple(f"line {number}" for number in range(200))


def copies_after_each_turn(folder: Path, lines: tuple[str, ...]) -> list[int]:
    """Return how many lines' dots the bytes of the folder hold after each turn."""
    folder.mkdir()
    with closing(at_dots(folder, lines=lines)) as session:
        do(session, Begin(PlacedBy.CORNER))
        copies = []
        for turn in (*FIVE, *FIVE):
            hand_in(session, turn)
            copies.append(sum(data.count(HELD) for data in bytes_in(folder).values()))
        return copies


@pytest.mark.parametrize("lines", [LINES, MANY], ids=len)
def test_no_earlier_count_is_left_in_any_byte_after_a_turn(
    tmp_path: Path, lines: tuple[str, ...]
) -> None:
    assert set(copies_after_each_turn(tmp_path / "file", lines)) == {len(lines)}


def test_the_attack_would_see_a_count_that_an_earlier_turn_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = (each.replace("secure_delete = ON", "secure_delete = OFF") for each in WIPED)
    monkeypatch.setattr(database, "WORDS_LEAVE_NO_TRACE", tuple(settings))
    assert max(copies_after_each_turn(tmp_path / "file", MANY)) > len(MANY)


def test_what_is_taken_out_while_people_place_dots_is_in_no_byte_of_them(tmp_path: Path) -> None:
    folder = tmp_path / "file"
    session = placed(folder, FIVE)
    letter = b'"letter": 3, "counts"'
    assert any(letter in data for data in bytes_in(folder).values())
    session.writing.take_out(GATHER.id, line_at(session, D).id)
    assert not any(letter in data for data in bytes_in(folder).values())
    session.close()


def test_names_and_sizes_of_files_do_not_tell_no_dots_from_all(tmp_path: Path) -> None:
    sizes = []
    for name, turn in (("none", {}), ("all", {B: 2, D: 1})):
        placed(tmp_path / name, (turn,) * 40).close()
        sizes.append({file: len(data) for file, data in bytes_in(tmp_path / name).items()})
    assert sizes[0] == sizes[1]


NONE: tuple[Turned, ...] = ({},) * 5
ALL: tuple[Turned, ...] = ({D: 2, A: 1},) * 5


def seen_meanwhile(folder: Path, turns: tuple[Turned, ...]) -> list[object]:
    """Return what board, console and corner show, and are asked to do, before dots are shown."""
    with closing(placed(folder, ())) as session:
        seen: list[object] = []
        for turn in turns:
            hand_in(session, turn)
            seen.append((session.picture(), session.desk(), session.corner()))
        for act in (ClosePlacing(), Reopen(), ClosePlacing()):
            do(session, act)
            seen.append((session.picture(), session.desk(), session.corner()))
        return seen


def test_nothing_that_is_shown_before_tells_one_way_to_place_dots_from_another(
    tmp_path: Path,
) -> None:
    first, *others = (
        seen_meanwhile(tmp_path / str(place), turns)
        for place, turns in enumerate((NONE, ALL, FIVE))
    )
    assert all(without_chance(first) == without_chance(other) for other in others)


def test_the_attack_would_see_a_console_that_tells_dots_apart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def leaking(dots: Dots, _people: int, _floor: int) -> bool:
        return sum(line.dots for line in dots.given) >= 5

    monkeypatch.setattr(Dots, "is_enough", leaking)
    first, second = (
        seen_meanwhile(tmp_path / str(place), turns) for place, turns in enumerate((NONE, ALL))
    )
    assert without_chance(first) != without_chance(second)


def without_chance(seen: list[object]) -> str:
    """Return what was seen, without the ids of lines, which are chance."""
    return re.sub(r"[0-9a-f]{16}", "id", repr(seen))


def test_what_was_shown_never_changes_so_that_nothing_can_be_subtracted(tmp_path: Path) -> None:
    with closing(placed(tmp_path / "file", FIVE)) as session:
        do(session, ClosePlacing(), ShowDots())
        results = dots(session).results
        acts = (
            Reopen(),
            ClosePlacing(),
            ShowDots(),
            TalkInstead(),
            Choose(Budget(7, 3)),
            Begin(PlacedBy.CORNER),
            Begin(PlacedBy.HAND),
            EnterTotals(6, {A: 3}),
            LeaveOut(left_out=True),
        )
        for act in CHANCE.choices(acts, k=count(small=60, full=600)):
            with suppress(NotAllowedNowError):
                do(session, act)
            with suppress(NotAllowedNowError):
                hand_in(session, {A: 1})
            assert dots(session).results == results


# Killed while people place dots


def folders(tmp_path: Path) -> Iterator[Path]:
    """Give a file in which four people have placed dots, in a folder of its own, every time."""
    for place in range(1_000_000):
        folder = tmp_path / str(place)
        placed(folder, FIVE[:4]).close()
        yield folder / "w.workshop"


def turns_kept(path: Path, before: Dots) -> int:
    """Reopen; return how many of the turns are in the file, each of them whole and once."""
    with closing(open_workshop(path)) as db:
        state = read_whole(db).state_of(before.step_id)
    assert isinstance(state, Dots)
    kept, expected = state.turns - before.turns, before
    for turn in CRASHED[:kept]:
        expected = expected.with_turn(dict(turn))
    assert state == expected
    assert [name for name, held in bytes_in(path.parent).items() if held] == [path.name]
    return kept


def test_killed_at_any_point_what_done_answered_for_is_there_once(tmp_path: Path) -> None:
    paths = folders(tmp_path)
    with closing(open_workshop(next(paths))) as db:
        before = read_whole(db).states[0]
    assert isinstance(before, Dots)
    kept = partial(turns_kept, before=before)
    done = kept_wherever_killed("dots", paths, kept, len(CRASHED))
    measured("crash, dots", [f"{done.points} points, {done.lost} times a turn was not kept"])
    assert done.points > 20
    assert done.lost  # else nothing was ever killed in the middle


@pytest.fixture
def corner(tmp_path: Path, qtbot: QtBot) -> Iterator[CornerWindow]:
    session = placed(tmp_path / "corner", ())
    picture = session.corner()
    assert picture is not None
    yield a_corner(qtbot, picture, entry=DotList)
    session.close()


ACTS = ("1", "2", "0", "+", "-", "b2", "c1", "d+", "e", "a0", "3")


def pictures(corner: CornerWindow) -> list[object]:
    """Return a picture of the corner after each of many acts."""
    seen: list[object] = [image(corner)]
    for keys in ACTS:
        QTest.keyClicks(keyboard(), keys)
        seen.append(image(corner))
    return seen


def test_whatever_is_placed_the_covered_corner_looks_the_same(corner: CornerWindow) -> None:
    assert all(first == second for first, second in pairwise(pictures(corner)))


def test_the_attack_would_see_dots_that_are_not_covered(corner: CornerWindow) -> None:
    press(Qt.Key.Key_F2)
    assert all(first != second for first, second in pairwise(pictures(corner)))


def test_the_next_person_meets_nothing_of_a_turn(corner: CornerWindow, qtbot: QtBot) -> None:
    given: list[object] = []
    corner.own_given.connect(given.append)
    pristine = image(corner)
    for keys in ("1b2", "", "c1d1a1"):
        QTest.keyClicks(keyboard(), keys)
        press(Qt.Key.Key_Return)
        press(Qt.Key.Key_Return)
        corner.show_turn_ended()
        qtbot.waitUntil(lambda: not any(each.isVisible() for each in corner.findChildren(DotList)))
        press(Qt.Key.Key_Shift)
        assert image(corner) == pristine
        assert not any(any(lines.dots) for lines in corner.findChildren(DotList))
    assert given == [((A, 1), (B, 2)), (), ((A, 1), (C, 1), (3, 1))]


def test_no_dot_is_in_a_title_a_name_or_a_description(corner: CornerWindow) -> None:
    texts_by_act = []
    for keys in ACTS:
        QTest.keyClicks(keyboard(), keys)
        texts_by_act.append(texts_for_readers(corner))
    assert all(texts == texts_by_act[0] for texts in texts_by_act)
