"""Nobody who watches windows, files or the clock learns who wrote (4.2, leak 26)."""

import hashlib
import random
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from facilitator.app.workshop_windows import WorkshopWindows
from facilitator.domain.ids import StepId
from facilitator.room.pages.picture import RoomPicture
from facilitator.ui.corner.pace import Pace
from tests.attack.chance import normal_tail
from tests.helpers.attacks import count, measured
from tests.helpers.folder import bytes_in
from tests.helpers.keys import press
from tests.helpers.meeting import Meeting, a_meeting
from tests.helpers.windows import (
    hand_over,
    image,
    is_pristine,
    next_person,
    open_corner,
    press_any_key,
    press_done,
    the_windows,
    titles_of,
    type_text,
)

CHANCE = random.SystemRandom()
ANSWER = timedelta(milliseconds=150)  # longer than what a busy machine takes by itself
ANSWER_S = ANSWER.total_seconds()
PATIENCE = 10  # seconds
LEAST_CHANCE = 1e-5  # 20 against 20 can come down to 6e-8; 12 against 12 could not come below it


@pytest.fixture
def meeting(tmp_path: Path) -> Iterator[Meeting]:
    with a_meeting(tmp_path, people=99) as meeting:
        meeting.open_writing()
        yield meeting


@pytest.fixture
def windows(meeting: Meeting, qtbot: QtBot) -> Iterator[WorkshopWindows]:
    with the_windows(meeting.session, Pace(ANSWER, least_turn=timedelta())) as windows:
        open_corner(windows, qtbot)
        yield windows


def pixels(window: QWidget) -> str:
    """Return a window's pixels, shortened."""
    seen = image(window).convertToFormat(QImage.Format.Format_RGB888)
    return hashlib.sha256(bytes(seen.constBits())).hexdigest()[:16]


def names_in(window: QWidget) -> list[str]:
    """Return a window's title, and what a screen reader would say of all that is seen in it."""
    seen = [window, *(widget for widget in window.findChildren(QWidget) if widget.isVisible())]
    names = [f"{widget.accessibleName()} {widget.accessibleDescription()}" for widget in seen]
    return [window.windowTitle(), *names]


def rank_sum_chance(some: Sequence[float], others: Sequence[float]) -> float:
    """Return how likely two samples differ so by chance (Mann and Whitney)."""
    above = sum((value > other) + (value == other) / 2 for value in some for other in others)
    m, n = len(some), len(others)
    return normal_tail((above - m * n / 2) / (m * n * (m + n + 1) / 12) ** 0.5)


def test_the_board_does_not_change_through_200_typed_characters(
    windows: WorkshopWindows,
) -> None:
    told: list[RoomPicture] = []
    windows.signals.room_changed.connect(told.append)
    before, console = pixels(windows.board), pixels(windows.console)
    for _ in range(200):
        type_text(windows, "w")
        assert pixels(windows.board) == before
    assert pixels(windows.console) == console
    assert not told
    assert not any(widget.hasFocus() for widget in windows.board.findChildren(QWidget))


def test_the_attack_would_see_a_board_that_changes(windows: WorkshopWindows) -> None:
    before = pixels(windows.board)
    press(Qt.Key.Key_F8, on=windows.corner)
    assert pixels(windows.board) != before


def time_until(act: Callable[[], None], is_so: Callable[[], bool]) -> float:
    """Do something; return how many seconds it takes until something is so."""
    begun = time.perf_counter()
    act()
    while not is_so():
        assert time.perf_counter() - begun < PATIENCE
        QTest.qWait(1)
    return time.perf_counter() - begun


class Observer:
    """Sees everything but people's hands and words: one look for each turn."""

    def __init__(self, windows: WorkshopWindows, folder: Path) -> None:
        self._windows, self._folder = windows, folder
        self.looks: list[tuple[bool, object]] = []
        self.times: dict[bool, list[float]] = {True: [], False: []}

    def turn(self, *, passes: bool) -> None:
        """Watch one person at the corner: all stay as long as they like, so Done is the start."""
        windows = self._windows
        pristine = pixels(windows.corner)
        looks: list[list[str]] = []

        def look(*seen: QWidget) -> None:
            windows_seen = (*seen, windows.board, windows.console)
            looks.append(
                [told for window in windows_seen for told in (pixels(window), *names_in(window))]
            )

        if not passes:
            type_text(windows, "x" * CHANCE.randint(1, 200))
        look()
        self.hand_over(passes=passes, look=lambda: look(windows.corner))
        after = [pixels(windows.corner), *names_in(windows.corner)]
        assert after[0] == pristine
        files = sorted((name, len(held)) for name, held in bytes_in(self._folder).items())
        self.looks.append((passes, (looks, after, files)))

    def hand_over(self, *, passes: bool, look: Callable[[], None]) -> None:
        """Take the time from Done to the next pristine corner, less what it takes to look."""
        windows = self._windows
        answered = time_until(lambda: press_done(windows), lambda: not is_pristine(windows))
        look()
        ready = time_until(lambda: press_any_key(windows), lambda: is_pristine(windows))
        assert answered > ANSWER_S * 0.9, "nobody is answered sooner than others may be"
        self.times[passes].append(answered + ready)

    def chance(self) -> float:
        """Return how likely the times differ so by chance."""
        return rank_sum_chance(self.times[True], self.times[False])


def watched_turns() -> int:
    """Return how many turns are watched, half of them passes."""
    return count(small=40, full=300)


def test_leak_26_an_observer_cannot_tell_a_pass_from_a_line(
    windows: WorkshopWindows, meeting: Meeting
) -> None:
    observer = Observer(windows, meeting.data)
    turns = [place % 2 == 0 for place in range(watched_turns())]
    CHANCE.shuffle(turns)
    for passes in turns:
        observer.turn(passes=passes)
    assert meeting.gathering.turns == len(turns)
    assert len(meeting.gathering.contributions) == turns.count(False)
    looks = {repr(seen) for _passes, seen in observer.looks}
    assert len(looks) == 1
    measured("watching", [f"{len(turns)} turns look alike; times p {observer.chance():.3g}"])
    assert observer.chance() > LEAST_CHANCE


def bring(meeting: Meeting, page: str) -> None:
    """Put a page with opened lines on the board."""
    board, steps = meeting.session.board, meeting.session.steps
    match page:
        case "of its step":
            steps.jump(StepId("choice"))
        case "opened lines":
            board.lines(StepId("gather"))
        case "one line":
            board.one_line(StepId("gather"))
        case "lines over a step":
            steps.jump(StepId("talk"))
            board.lines(StepId("gather"))
        case _:
            board.record()


PAGES = ["brought by its key", "of its step", "opened lines", "one line", "lines over a step"]


@pytest.mark.parametrize("page", PAGES)
def test_no_page_with_lines_tells_of_a_late_turn(meeting: Meeting, qtbot: QtBot, page: str) -> None:
    for n in range(6):
        meeting.write(f"line {n}")
    meeting.close_writing()
    meeting.open_together()
    bring(meeting, page)
    meeting.open_writing()
    told: list[RoomPicture] = []
    with the_windows(meeting.session, Pace(ANSWER, least_turn=timedelta())) as windows:
        open_corner(windows, qtbot)
        windows.signals.room_changed.connect(told.append)
        observer = Observer(windows, meeting.data)
        for passes in (True, False, True, False):
            observer.turn(passes=passes)
        meeting.close_writing()
    assert meeting.gathering.late_turns == 4
    assert len({repr(seen) for _passes, seen in observer.looks}) == 1
    assert not told


def test_a_quick_pass_is_answered_no_sooner_than_a_short_line(
    meeting: Meeting, qtbot: QtBot
) -> None:
    least = timedelta(milliseconds=400)
    took = []
    with the_windows(meeting.session, Pace(ANSWER, least_turn=least)) as windows:
        open_corner(windows, qtbot)
        for text in ("", "short", ""):
            hand_over(windows, qtbot)
            next_person(windows, qtbot)
            begun = time.perf_counter()
            type_text(windows, text)
            hand_over(windows, qtbot)
            took.append(timedelta(seconds=time.perf_counter() - begun))
            next_person(windows, qtbot)
    assert meeting.gathering.turns == 6
    assert all(seconds > least * 0.9 for seconds in took), took


def test_the_attack_would_see_a_line_that_is_kept_more_slowly_than_the_least_answer(
    windows: WorkshopWindows, meeting: Meeting
) -> None:
    windows.corner.turn_given.connect(lambda turn: QTest.qSleep(300 * len(turn.texts)))
    observer = Observer(windows, meeting.data)
    for place in range(24):
        type_text(windows, "x" * (place % 2))
        observer.hand_over(passes=place % 2 == 0, look=lambda: None)
    assert observer.chance() < 1e-3  # on a busy machine too


def test_the_attack_would_see_it_if_a_line_took_longer() -> None:
    passes = [0.031 + CHANCE.random() / 1000 for _ in range(watched_turns() // 2)]
    lines = [seconds + 0.001 for seconds in passes]
    assert rank_sum_chance(passes, passes[::-1]) == pytest.approx(1)
    assert rank_sum_chance(passes, lines) < LEAST_CHANCE


def test_no_window_title_changes_while_somebody_writes(windows: WorkshopWindows) -> None:
    type_text(windows, "a line of mine")
    titles = {window.windowTitle() for window in (windows.corner, windows.board, windows.console)}
    assert titles == titles_of(windows)
