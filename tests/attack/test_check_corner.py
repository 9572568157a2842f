"""Nobody who watches a check at the typing corner learns what anybody chose.

Not the pixels while it is covered, nor the closing screen, the board, the console, the names and
sizes of files, what is left of an answer, or how long Done took.
"""

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import cycle, pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from facilitator.app.workshop_windows import WorkshopWindows
from facilitator.domain.agreement.checks import CheckId, HandsWay, Tally
from facilitator.domain.text.language import ENGLISH, WELSH
from facilitator.errors import FloorError
from facilitator.room.checks import checks
from facilitator.room.pages.picture import CornerPicture
from facilitator.ui.corner.answers import NOT_CHOSEN, NOT_SHOWN, AnswerList
from facilitator.ui.corner.pace import Pace
from tests.attack.test_watching import pixels, rank_sum_chance, time_until
from tests.helpers.answers import (
    Counter,
    a_check_picture,
    a_corner_of_check,
    answers,
    wait_for_end,
)
from tests.helpers.attacks import count, measured
from tests.helpers.corner import image, texts_for_readers
from tests.helpers.folder import bytes_in
from tests.helpers.keys import keyboard, press
from tests.helpers.meeting import Meeting, a_meeting
from tests.helpers.windows import the_windows

CHANCE = random.SystemRandom()
ANSWER = timedelta(milliseconds=150)  # longer than what a busy machine takes by itself
LEAST_CHANCE = 1e-5
FIST = CheckId("2-fist-to-five")
KEYS = "543210N"
PICTURES = [
    a_check_picture((WELSH, ENGLISH), check, line)
    for check, line in zip(checks(), cycle(("One voice", "", "Pass", "")), strict=False)
]


def type_key(key: str) -> None:
    QTest.keyClicks(keyboard(), key)


@pytest.mark.parametrize("picture", [a_check_picture(), *PICTURES])
def test_whatever_is_chosen_the_covered_corner_looks_the_same(
    qtbot: QtBot, picture: CornerPicture
) -> None:
    window = a_corner_of_check(qtbot, picture)
    pristine, seen = image(window), []
    for key in (*[position.key for position in picture.positions], "n"):
        type_key(key)
        seen.append(image(window))
    assert all(image == other for image, other in pairwise(seen))
    assert seen[0] != pristine  # it says that one is chosen
    press(Qt.Key.Key_Up)
    assert image(window) == seen[0]


def test_a_click_on_any_answer_leaves_the_same_pixels(qtbot: QtBot) -> None:
    window = a_corner_of_check(qtbot)
    answer_list, seen = answers(window), []
    for place in range(answer_list.count()):
        at = answer_list.visualItemRect(answer_list.item(place)).center()
        QTest.mouseClick(answer_list.viewport(), Qt.MouseButton.LeftButton, pos=at)
        seen.append(image(window))
    assert answer_list.answer == NOT_SHOWN
    assert all(image == other for image, other in pairwise(seen))


def test_the_attack_would_see_a_choice_that_is_not_covered(qtbot: QtBot) -> None:
    window = a_corner_of_check(qtbot)
    press(Qt.Key.Key_F2)
    seen = []
    for key in KEYS:
        type_key(key)
        seen.append(image(window))
    assert all(image != other for image, other in pairwise(seen))


def test_choosing_and_rather_not_end_in_the_same_pixels_and_the_next_meets_none_of_it(
    qtbot: QtBot,
) -> None:
    window = a_corner_of_check(qtbot)
    counter, pristine = Counter(window), image(window)
    closings: list[QImage] = []
    for key in KEYS:
        type_key(key)
        press(Qt.Key.Key_F2)
        press(Qt.Key.Key_Return)
        wait_for_end(qtbot, window)
        closings.append(image(window))
        press(Qt.Key.Key_A)
        assert image(window) == pristine
        assert answers(window).answer == NOT_CHOSEN
    assert all(image == other for image, other in pairwise(closings))
    assert counter.answers == [0, 1, 2, 3, 4, 5, NOT_SHOWN]
    lists = window.findChildren(AnswerList)
    assert not [entry for entry in lists if entry.selectedIndexes() or entry.answer != NOT_CHOSEN]


def test_the_choice_is_covered_when_others_might_see_it(qtbot: QtBot) -> None:
    window = a_corner_of_check(qtbot)
    type_key("0")
    press(Qt.Key.Key_F2)
    answer_list = answers(window)
    assert not answer_list.is_covered
    screen = window.screen()
    screen.geometryChanged.emit(screen.geometry())
    assert answer_list.is_covered
    press(Qt.Key.Key_F2)
    window.force_cover(forced=True)
    assert answer_list.is_covered
    press(Qt.Key.Key_F2)
    assert answer_list.is_covered
    assert answer_list.answer == 5


def test_no_answer_is_in_a_title_a_name_or_a_description(qtbot: QtBot) -> None:
    window = a_corner_of_check(qtbot)
    texts_by_answer = []
    for key in KEYS:
        type_key(key)
        texts_by_answer.append(texts_for_readers(window))
    assert all(line == texts_by_answer[0] for line in texts_by_answer)


@pytest.fixture
def meeting(tmp_path: Path) -> Iterator[Meeting]:
    with a_meeting(tmp_path, people=99) as meeting:
        session = meeting.session
        session.agreements.suggest("One voice")
        (line,) = session.workshop.agreement.lines
        session.holding.begin((line.id,), FIST, HandsWay.CORNER)
        yield meeting


def is_open(windows: WorkshopWindows) -> bool:
    lists = windows.corner.findChildren(AnswerList)
    return any(answer_list.isVisible() for answer_list in lists)


def open_corner(windows: WorkshopWindows, qtbot: QtBot) -> None:
    windows.open_corner()
    windows.corner.activateWindow()
    qtbot.waitUntil(lambda: windows.corner.isActiveWindow() and is_open(windows))


def take_turn(windows: WorkshopWindows, key: str) -> float:
    """Choose and press Done; return how long it was from Done to the closing screen."""
    answer_list = next(
        answer_list
        for answer_list in windows.corner.findChildren(AnswerList)
        if answer_list.isVisible()
    )
    QTest.keyClicks(answer_list, key)
    return time_until(
        lambda: QTest.keyClick(answer_list, Qt.Key.Key_Return), lambda: not is_open(windows)
    )


def test_an_observer_cannot_tell_one_answer_from_another(meeting: Meeting, qtbot: QtBot) -> None:
    turns = count(small=40, full=300)
    keys = [CHANCE.choice((*"543210", *"NNNN")) for _turn in range(turns)]
    looks, times = set(), []
    with the_windows(meeting.session, Pace(ANSWER, least_turn=timedelta())) as windows:
        open_corner(windows, qtbot)
        for place, key in enumerate(keys):
            pristine = pixels(windows.corner)
            times.append(take_turn(windows, key))
            shown_windows = (windows.corner, windows.board, windows.console)
            closing = [pixels(window) for window in shown_windows]
            files = sorted((name, len(held)) for name, held in bytes_in(meeting.data).items())
            QTest.keyClick(windows.corner.focusWidget() or windows.corner, Qt.Key.Key_Shift)
            qtbot.waitUntil(lambda: is_open(windows))
            if place >= 5:  # then the console has said that there are enough
                looks.add(
                    repr(
                        (
                            pristine,
                            closing,
                            files,
                            [window.windowTitle() for window in shown_windows],
                        )
                    )
                )
    checking = meeting.session.workshop.agreement.checking
    assert checking is not None
    assert checking.tally.everyone == turns
    assert len(looks) == 1
    assert min(times) > ANSWER.total_seconds() * 0.9
    for what in ("210", "N"):
        some = [took for took, key in zip(times, keys, strict=True) if key in what]
        others = [took for took, key in zip(times, keys, strict=True) if key not in what]
        chance = rank_sum_chance(some, others)
        measured("check at the corner", [f"{turns} turns, times of {what}: p {chance:.3g}"])
        assert chance > LEAST_CHANCE, what


def tallies_of_two_orders(folder: Path) -> list[Tally]:
    """Return what two rooms stored whose people chose the same in another order."""
    tallies = []
    turns = [CHANCE.choice((0, 1, 2, 3, 4, 5, None)) for _turn in range(60)]
    for name in ("one", "other"):
        with a_meeting(folder / name, people=99) as meeting:
            session = meeting.session
            session.agreements.suggest("One voice")
            (line,) = session.workshop.agreement.lines
            session.holding.begin((line.id,), FIST, HandsWay.CORNER)
            CHANCE.shuffle(turns)
            sizes = set()
            for place in turns:
                session.holding.hand_in(place)
                sizes.add(repr(sorted((n, len(b)) for n, b in bytes_in(meeting.data).items())))
            assert len(sizes) == 1
            checking = session.workshop.agreement.checking
            assert checking is not None
            tallies.append(checking.tally)
    return tallies


def test_nothing_of_the_order_of_answers_is_in_any_byte(tmp_path: Path) -> None:
    """Two rooms whose people chose the same in another order leave the same bytes."""
    first, second = tallies_of_two_orders(tmp_path)
    assert first == second


def test_the_attack_would_see_a_tally_that_tells_who_was_last(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted = Tally.counted

    def leaking(tally: Tally, place: int, more: int = 1) -> Tally:
        after = counted(tally, place, more)
        return replace(after, not_shown=(after.not_shown * 7 + place + 1) % 97)

    monkeypatch.setattr(Tally, "counted", leaking)
    first, second = tallies_of_two_orders(tmp_path)
    assert first != second


def test_an_earlier_count_is_in_no_byte_of_the_file(tmp_path: Path) -> None:
    """What the counts were before a turn is not left behind in the file."""
    with a_meeting(tmp_path, people=99) as meeting:
        session = meeting.session
        session.agreements.suggest("One voice")
        (line,) = session.workshop.agreement.lines
        session.holding.begin((line.id,), FIST, HandsWay.CORNER)
        before: list[bytes] = []
        for place in (5, 0, 0, 5, 4, 0, 3):
            now = session.workshop.agreement.checking
            assert now is not None
            before.append(str(list(now.tally.counts)).encode())
            session.holding.hand_in(place)
            kept = session.workshop.agreement.checking
            assert kept is not None
            held = b"".join(bytes_in(meeting.data).values())
            assert str(list(kept.tally.counts)).encode() in held  # so it would be found
            assert not [trace for trace in before if trace in held]


def test_no_answer_of_four_people_is_shown(tmp_path: Path) -> None:
    with a_meeting(tmp_path, people=99) as meeting:
        session = meeting.session
        session.agreements.suggest("One voice")
        (line,) = session.workshop.agreement.lines
        session.holding.begin((line.id,), FIST, HandsWay.CORNER)
        for place in (5, 0, None, 5):
            session.holding.hand_in(place)
        with pytest.raises(FloorError):
            session.holding.close()
        session.holding.hand_in(4)
        session.holding.close()
