"""Nobody learns one person's answers to a pulse: not from the corner, nor from the file."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from facilitator.kinds.pulse.commands import Begin, CloseAnswers, ShowShapes
from facilitator.kinds.pulse.room import ROOM
from facilitator.kinds.pulse.state import AnsweredBy, Pulse
from facilitator.live.session.session import LiveSession
from facilitator.ui.corner.answers import NOT_CHOSEN, AnswerList
from facilitator.ui.corner.pages import ChoicePage
from facilitator.ui.corner.window import CornerWindow
from tests.attack.stored_states import contents_after_any_order
from tests.helpers.corner import a_corner, image, texts_for_readers
from tests.helpers.folder import bytes_in
from tests.helpers.keys import keyboard, press
from tests.helpers.sessions import PLAN, a_session
from tests.kinds.pulse.test_session import PULSE, STEPS

KEYS = "12345N"
Turn = tuple[int | None, ...]
TURNS: tuple[Turn, ...] = ((0, 4), (0, None), (2, 4), (None, None), (4, 1))


def answered(folder: Path, turns: tuple[Turn, ...]) -> LiveSession:
    """Return a session in which people answered in this order."""
    folder.mkdir()
    session = a_session(folder, plan=replace(PLAN, steps=STEPS))
    session.steps.jump(PULSE.id)
    session.own.do(PULSE.id, Begin(AnsweredBy.CORNER))
    for turn in turns:
        session.own.hand_in(PULSE.id, turn)
    return session


def test_the_file_holds_the_same_whatever_the_order_of_turns(tmp_path: Path) -> None:
    assert len(contents_after_any_order("pulse", tmp_path, TURNS, answered)) == 1


def test_the_attack_would_see_a_file_that_tells_who_was_last(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_turn = Pulse.with_turn

    def leaking(pulse: Pulse, places: Turn) -> Pulse:
        after = with_turn(pulse, places)
        return replace(after, answers=after.answers[::-1]) if None in places else after

    monkeypatch.setattr(Pulse, "with_turn", leaking)
    assert len(contents_after_any_order("pulse", tmp_path, TURNS, answered)) > 1


def test_once_shown_no_byte_of_the_folder_holds_a_total_that_the_board_did_not_show(
    tmp_path: Path,
) -> None:
    session = answered(tmp_path / "shown", TURNS)
    held = b'"rather_not":'
    assert any(held in data for data in bytes_in(tmp_path / "shown").values())
    session.own.do(PULSE.id, CloseAnswers())
    session.own.do(PULSE.id, ShowShapes())
    assert not any(held in data for data in bytes_in(tmp_path / "shown").values())
    session.close()


@pytest.fixture
def corner(tmp_path: Path, qtbot: QtBot) -> Iterator[CornerWindow]:
    session = answered(tmp_path / "corner", ())
    workshop = session.workshop
    assert ROOM.corner is not None
    picture = ROOM.corner(workshop, workshop.agenda.now)
    assert picture is not None
    yield a_corner(qtbot, picture, entry=AnswerList)
    session.close()


def test_whatever_is_chosen_the_covered_corner_looks_the_same(corner: CornerWindow) -> None:
    for _statement in range(len(PULSE.statements)):
        seen = []
        for key in KEYS:
            QTest.keyClicks(keyboard(), key)
            seen.append(image(corner))
        assert all(first == second for first, second in pairwise(seen))
        press(Qt.Key.Key_Return)


def test_the_attack_would_see_a_choice_that_is_not_covered(corner: CornerWindow) -> None:
    press(Qt.Key.Key_F2)
    seen = []
    for key in KEYS:
        QTest.keyClicks(keyboard(), key)
        seen.append(image(corner))
    assert all(first != second for first, second in pairwise(seen))


def test_the_next_person_meets_nothing_of_a_turn(corner: CornerWindow, qtbot: QtBot) -> None:
    given: list[object] = []
    corner.own_given.connect(given.append)
    pristine = image(corner)
    for keys in ("15", "NN", "33"):
        for key in keys:
            QTest.keyClicks(keyboard(), key)
            press(Qt.Key.Key_Return)
        corner.show_turn_ended()
        qtbot.waitUntil(lambda: not any(map(is_seen, corner.findChildren(AnswerList))))
        press(Qt.Key.Key_Shift)
        assert image(corner) == pristine
        assert all(entry.answer == NOT_CHOSEN for entry in corner.findChildren(AnswerList))
    assert given == [(0, 4), (None, None), (2, 2)]


def is_seen(widget: QWidget) -> bool:
    """Return whether a widget is on the screen."""
    return widget.isVisible()


def test_no_answer_is_in_a_title_a_name_or_a_description(corner: CornerWindow) -> None:
    texts_by_answer = []
    for key in KEYS:
        QTest.keyClicks(keyboard(), key)
        texts_by_answer.append(texts_for_readers(corner))
    assert all(texts == texts_by_answer[0] for texts in texts_by_answer)


def test_the_way_back_leads_to_the_answers(corner: CornerWindow, qtbot: QtBot) -> None:
    QTest.keyPress(keyboard(), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: any(map(is_seen, corner.findChildren(ChoicePage))))
    (page,) = filter(is_seen, corner.findChildren(ChoicePage))
    words = [button.text() for button in page.buttons]
    assert "Back to the answers" in words[0]
    assert len(words) == 2, "there are no cards to enter"
