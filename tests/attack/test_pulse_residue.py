"""What is left of a pulse: in the files while people answer, in memory, and where few answered."""

import gc
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from facilitator.domain.summary import summary_of
from facilitator.errors import FacilitatorError, StoreDamagedError
from facilitator.kinds.pulse.commands import (
    Begin,
    CloseAnswers,
    EnterSlips,
    ShowShapes,
    TalkInstead,
)
from facilitator.kinds.pulse.shape import Answers
from facilitator.kinds.pulse.state import AnsweredBy, Pulse
from facilitator.kinds.registry import LIVE, PANELS
from facilitator.live.session.session import LiveSession
from facilitator.record import json_of
from facilitator.ui.console.window import ConsoleWindow
from facilitator.ui.live_signals import LiveSignals
from tests.attack.stored_states import CHANCE
from tests.attack.test_pulse import Turn, answered
from tests.helpers.attacks import count, measured
from tests.helpers.broken_files import change_state
from tests.helpers.clock import FakeClock
from tests.helpers.folder import bytes_in
from tests.helpers.sessions import reopened
from tests.kinds.pulse.test_session import PULSE

TOTAL = b'"rather_not":'
COLUMNS = b'"counts":'
SLIPS = (Answers((11, 12, 13, 14, 15)), Answers((15, 14, 13, 12, 11)))


def a_turn() -> Turn:
    return tuple(CHANCE.choice((0, 1, 2, 3, 4, None)) for _statement in PULSE.statements)


def sizes_after_turns(folder: Path, turns: int) -> set[str]:
    """Return each different look that the names and sizes of the files have after a turn."""
    session = answered(folder, ())
    looks = set()
    for _turn in range(turns):
        session.own.hand_in(PULSE.id, a_turn())
        looks.add(repr(sorted((name, len(held)) for name, held in bytes_in(folder).items())))
    session.close()
    return looks


def test_names_and_sizes_of_files_are_the_same_whatever_is_answered(tmp_path: Path) -> None:
    turns = count(small=40, full=300)
    looks = sizes_after_turns(tmp_path / "sizes", turns)
    measured("pulse", [f"{turns} turns, {len(looks)} looks of the folder"])
    assert len(looks) == 1


def test_the_attack_would_see_a_file_that_grows_when_somebody_rather_says_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_turn = Pulse.with_turn

    folder = tmp_path / "sizes"

    def leaking(pulse: Pulse, places: Turn) -> Pulse:
        with (folder / "answers").open("ab") as file:
            file.write(b"-" * places.count(None))
        return with_turn(pulse, places)

    monkeypatch.setattr(Pulse, "with_turn", leaking)
    assert len(sizes_after_turns(folder, 40)) > 1


def test_an_earlier_total_is_in_no_byte_of_the_file(tmp_path: Path) -> None:
    session = answered(tmp_path / "earlier", ())
    before: list[bytes] = []
    for turn in ((0, 4), (0, 4), (3, None), (4, 1), (None, 2), (3, 3)):
        before.append(stored_totals(session))
        session.own.hand_in(PULSE.id, turn)
        held = b"".join(bytes_in(tmp_path / "earlier").values())
        assert stored_totals(session) in held  # so it would be found
        assert not [trace for trace in before if trace in held]
    session.close()


def stored_totals(session: LiveSession) -> bytes:
    """Return the totals of the first statement as the file has them."""
    state = session.workshop.state_of(PULSE.id)
    assert isinstance(state, Pulse)
    first = state.answers[0]
    counts = json.dumps(list(first.counts))
    return f'{{"counts": {counts}, "rather_not": {first.rather_not}}}'.encode()


@pytest.mark.parametrize("act", [ShowShapes(), TalkInstead()])
def test_once_shown_or_let_go_no_total_is_in_any_byte(tmp_path: Path, act: object) -> None:
    session = answered(tmp_path / "gone", tuple(a_turn() for _turn in range(9)))
    session.own.do(PULSE.id, CloseAnswers())
    assert TOTAL in b"".join(bytes_in(tmp_path / "gone").values())
    session.own.do(PULSE.id, act)
    held = b"".join(bytes_in(tmp_path / "gone").values())
    assert TOTAL not in held
    assert COLUMNS not in held
    session.close()


def totals_in_memory() -> list[tuple[int, ...]]:
    """Return the counts of the slips in every living total but the test's own."""
    gc.collect()
    values = (each for each in gc.get_objects() if type(each) is Answers)
    mine = {id(each) for each in SLIPS}
    counts = {each.counts for each in SLIPS}
    return [each.counts for each in values if each.counts in counts and id(each) not in mine]


@pytest.fixture
def console(qtbot: QtBot, tmp_path: Path) -> Iterator[tuple[ConsoleWindow, LiveSession]]:
    session = answered(tmp_path / "console", ())
    window = ConsoleWindow(session, LiveSignals(session), panels=PANELS)
    qtbot.addWidget(window)
    window.show()
    yield window, session
    session.close()


def test_once_shown_no_living_object_holds_a_total(
    console: tuple[ConsoleWindow, LiveSession],
) -> None:
    _window, session = console
    session.own.do(PULSE.id, Begin(AnsweredBy.SLIPS))
    session.own.do(PULSE.id, EnterSlips(tuple(replace(each) for each in SLIPS)))
    session.own.do(PULSE.id, CloseAnswers())
    assert len(totals_in_memory()) >= 2  # so they would be found
    session.own.do(PULSE.id, ShowShapes())
    session.tick()
    assert totals_in_memory() == []


EDITS: tuple[Callable[[Any], None], ...] = (
    lambda fields: fields.update(turns=5),
    lambda fields: fields.update(phase="shown"),
    lambda fields: fields.update(phase="shown", shapes=[{"answered": 4}] * 2, answers=[], turns=0),
    lambda fields: fields.update(
        phase="shown",
        shapes=[{"answered": 4, "columns": [0, 0, 0, 2, 2], "spread": "together"}] * 2,
        answers=[],
        turns=0,
    ),
    lambda fields: fields.update(last_times=[[{"answered": 3, "columns": [1, 1, 1, 0, 0]}]] * 2),
    lambda fields: fields.update(last_times=[[{"answered": 9}]]),
    lambda fields: fields.update(last_times=[[{"as_before": True}]] * 2),
    lambda fields: fields.update(beside=True),
)


@pytest.mark.parametrize("change", EDITS)
def test_no_edit_of_the_file_shows_what_four_people_answered(
    tmp_path: Path, change: Callable[[Any], None]
) -> None:
    folder = tmp_path / "edited"
    session = answered(folder, tuple(a_turn() for _turn in range(4)))
    session.own.do(PULSE.id, CloseAnswers())
    session.close()
    change_state(folder, change)
    with pytest.raises(StoreDamagedError):
        reopened(folder, FakeClock())


def test_the_attack_would_see_a_file_that_shows_four_answers(tmp_path: Path) -> None:
    """Without an edit the file opens, and only the floor stops the shapes."""
    folder = tmp_path / "whole"
    session = answered(folder, tuple(a_turn() for _turn in range(4)))
    session.own.do(PULSE.id, CloseAnswers())
    session.close()
    again = reopened(folder, FakeClock())
    with pytest.raises(FacilitatorError):
        again.own.do(PULSE.id, ShowShapes())
    again.close()


def test_neither_record_nor_its_json_has_more_than_the_board_showed(tmp_path: Path) -> None:
    """Two rooms that saw the same shapes have the same record, whoever chose what."""
    records = set()
    for name, turns in (
        ("one", ((0, 4),) * 3 + ((4, 4),) * 4),
        ("two", ((1, 3),) * 3 + ((3, 3),) * 4),
    ):
        session = answered(tmp_path / name, turns)
        session.own.do(PULSE.id, CloseAnswers())
        session.own.do(PULSE.id, ShowShapes())
        records.add(json_of(summary_of(session.workshop, date(2026, 3, 4), LIVE.record)))
        session.close()
    assert len(records) == 1
