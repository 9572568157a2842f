"""Nobody learns one person's dots: not from the corner, nor from the file."""

import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from itertools import pairwise, permutations
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from facilitator.kinds.dots.commands import Begin, ClosePlacing, ShowDots
from facilitator.kinds.dots.state import Dots, PlacedBy
from facilitator.kinds.registry import CORNER_PAGES
from facilitator.live.session.session import LiveSession
from facilitator.ui.corner.dot_list import DotList
from facilitator.ui.corner.window import CornerWindow
from tests.helpers.attacks import count, measured
from tests.helpers.corner import AT_ONCE, image
from tests.helpers.folder import bytes_in
from tests.helpers.keys import keyboard, press
from tests.kinds.dots.test_session import (
    FIVE,
    A,
    B,
    C,
    Turned,
    at_dots,
    do,
    hand_in,
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


def stored(folder: Path) -> list[tuple[object, ...]]:
    """Return every row of the table that dots write."""
    with closing(sqlite3.connect(folder / "w.workshop")) as db:
        return [tuple(row) for row in db.execute("SELECT * FROM step_state")]


def states_after_any_order(folder: Path) -> set[str]:
    """Return what the file holds after the same turns in many orders."""
    orders = list(permutations(FIVE))
    tried = CHANCE.sample(orders, count(small=12, full=len(orders)))
    held = set()
    for place, order in enumerate(tried):
        placed(folder / str(place), order).close()
        held.add(repr(stored(folder / str(place))))
    measured("dots", [f"{len(tried)} orders of turns, {len(held)} contents of the file"])
    return held


def test_the_file_holds_the_same_whatever_the_order_of_turns(tmp_path: Path) -> None:
    assert len(states_after_any_order(tmp_path)) == 1


def test_the_attack_would_see_a_file_that_tells_who_was_last(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_turn = Dots.with_turn

    def leaking(dots: Dots, turn: Turned) -> Dots:
        after = with_turn(dots, turn)
        last = [line for line in after.given if turn.get(line.letter)]
        return replace(after, given=(*last, *(line for line in after.given if line not in last)))

    monkeypatch.setattr(Dots, "with_turn", leaking)
    assert len(states_after_any_order(tmp_path)) > 1


def test_once_shown_no_byte_of_the_folder_holds_how_many_gave_how_many(tmp_path: Path) -> None:
    folder = tmp_path / "shown"
    session = placed(folder, FIVE)
    assert any(HELD in data for data in bytes_in(folder).values())
    do(session, ClosePlacing(), ShowDots())
    assert not any(HELD in data for data in bytes_in(folder).values())
    session.close()


@pytest.fixture
def corner(tmp_path: Path, qtbot: QtBot) -> Iterator[CornerWindow]:
    session = placed(tmp_path / "corner", ())
    picture = session.corner()
    assert picture is not None
    window = CornerWindow(AT_ONCE, own_pages=CORNER_PAGES)
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.show_corner(picture)
    qtbot.waitUntil(lambda: isinstance(keyboard(), DotList))
    yield window
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
        qtbot.waitUntil(lambda: not any(map(is_seen, corner.findChildren(DotList))))
        press(Qt.Key.Key_Shift)
        assert image(corner) == pristine
        assert not any(any(lines.dots) for lines in corner.findChildren(DotList))
    assert given == [((A, 1), (B, 2)), (), ((A, 1), (C, 1), (3, 1))]


def is_seen(widget: QWidget) -> bool:
    """Return whether a widget is on the screen."""
    return widget.isVisible()


def test_no_dot_is_in_a_title_a_name_or_a_description(corner: CornerWindow) -> None:
    texts_by_act = []
    for keys in ACTS:
        QTest.keyClicks(keyboard(), keys)
        texts = [corner.windowTitle()]
        for widget in corner.findChildren(QWidget):
            texts += [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()]
        texts_by_act.append(texts)
    assert all(texts == texts_by_act[0] for texts in texts_by_act)
