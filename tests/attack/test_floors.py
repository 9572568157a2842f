"""Floors through the whole program: people, turns, cards, late turns, and tries to lower them.

Decision 5; leaks 13, 16 and 17 of ``features.md`` 4.2.
"""

import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from facilitator.domain.contribution import Turn
from facilitator.domain.workshop import Workshop
from facilitator.errors import FloorError, NotAllowedNowError, PlanFileError
from facilitator.live.chance import SystemShuffler
from facilitator.live.session import LiveSession
from facilitator.resources import resource
from facilitator.room.picture import NotesPage
from facilitator.store.plans.plan_file import read_plan
from facilitator.store.workshop.file import open_workshop
from facilitator.store.workshop.whole import read_whole
from tests.attack.meeting import GATHER, Meeting, a_meeting, in_json, in_record
from tests.helpers.clock import FakeClock
from tests.helpers.rulers import FixedRuler

CARD = "card"


def gathered(meeting: Meeting, typed: int, cards: int, passes: int) -> None:
    """Let people write in the corner, on cards, or not at all; then close writing."""
    meeting.open_writing()
    for n in range(typed):
        meeting.write(f"line {n}")
    meeting.session.writing.give_cards(tuple(Turn((f"{CARD} {n}",)) for n in range(cards)))
    for _ in range(passes):
        meeting.write()
    meeting.close_writing()


def what_opens(meeting: Meeting) -> str:
    """Return what it takes to open the lines."""
    for warned, word in ((False, "at once"), (True, "after the warning")):
        try:
            meeting.session.writing.open_together(GATHER, warned=warned)
        except FloorError:
            continue
        return word
    return "never"


# people, typed, cards, passes: what it takes
TABLE = [
    (2, 2, 0, 0, "never"),
    (2, 1, 3, 2, "never"),
    (6, 2, 0, 0, "never"),
    (6, 0, 0, 2, "never"),
    (3, 3, 0, 0, "after the warning"),
    (3, 1, 1, 1, "after the warning"),
    (3, 0, 5, 0, "after the warning"),
    (4, 4, 0, 0, "after the warning"),
    (4, 6, 0, 0, "after the warning"),
    (6, 3, 0, 1, "after the warning"),
    (5, 5, 0, 0, "at once"),
    (5, 0, 5, 0, "at once"),
    (5, 1, 2, 2, "at once"),
    (6, 0, 0, 6, "at once"),
    (6, 5, 0, 0, "at once"),
]


@pytest.mark.parametrize(("people", "typed", "cards", "passes", "takes"), TABLE)
def test_lines_open_as_decided(
    tmp_path: Path, people: int, typed: int, cards: int, passes: int, takes: str
) -> None:
    with a_meeting(tmp_path, people=people) as meeting:
        gathered(meeting, typed, cards, passes)
        view = meeting.session.desk().gathering
        assert view is not None
        assert view.can_open == (takes != "never")
        assert view.needs_warning == (takes == "after the warning")
        assert bool(view.rows) == (takes != "never" and bool(typed + cards))
        assert what_opens(meeting) == takes


@pytest.mark.parametrize(("late", "shown"), [(1, 5), (2, 5), (3, 8)])
def test_fewer_than_three_late_lines_come_to_nobodys_eyes(
    tmp_path: Path, late: int, shown: int
) -> None:
    with a_meeting(tmp_path) as meeting:
        gathered(meeting, 5, 0, 0)
        meeting.open_together()
        meeting.open_writing()
        corner = meeting.session.corner()
        assert corner is not None
        assert corner.late
        for n in range(late):
            meeting.write(f"late {n}")
        meeting.close_writing()
        view = meeting.session.desk().gathering
        assert view is not None
        assert len(view.rows) == shown
        waiting = repr((meeting.session.picture(), meeting.session.desk().record))
        assert "late 0" not in waiting
        meeting.open_together()
        content = meeting.session.picture().content
        assert isinstance(content, NotesPage)
        assert len(content.notes) == shown
        record = meeting.close()
    kept = [text for text in in_record(record) if text.startswith("late ")]
    assert len(kept) == max(0, shown - 5)


def test_late_lines_that_wait_at_closing_are_in_no_record(tmp_path: Path) -> None:
    with a_meeting(tmp_path) as meeting:
        gathered(meeting, 5, 0, 0)
        meeting.open_together()
        meeting.open_writing()
        for n in range(4):
            meeting.write(f"late {n}")
        record = meeting.close()
    assert not [text for text in in_record(record) if "late " in text]
    assert "late 0" not in in_json(record)


def test_lines_that_were_never_opened_are_in_no_record(tmp_path: Path) -> None:
    with a_meeting(tmp_path) as meeting:
        gathered(meeting, 9, 0, 0)
        record = meeting.close()
    assert not [text for text in in_record(record) if text.startswith("line ")]


def test_one_more_line_beside_lines_that_were_read_is_not_shown_to_the_facilitator(
    tmp_path: Path,
) -> None:
    """Leak 17: what was there before and after one more person would show what that one wrote."""
    with a_meeting(tmp_path) as meeting:
        gathered(meeting, 6, 0, 0)
        view = meeting.session.desk().gathering
        assert view is not None
        before = {row.text for row in view.rows}
        meeting.open_writing()
        meeting.write("the one more")
        meeting.close_writing()
        view = meeting.session.desk().gathering
        assert view is not None
        assert {row.text for row in view.rows} == before


def test_the_number_of_people_cannot_be_set_under_the_turns_taken(tmp_path: Path) -> None:
    with a_meeting(tmp_path, people=8) as meeting:
        gathered(meeting, 6, 0, 0)
        with pytest.raises(NotAllowedNowError):
            meeting.session.setup.set_people(5)
        meeting.session.setup.set_people(7)


def test_who_gets_the_record_cannot_change_once_somebody_has_written(tmp_path: Path) -> None:
    """Leak 13: a promise that is changed after people wrote."""
    with a_meeting(tmp_path) as meeting:
        setup = meeting.session.workshop.setup
        meeting.session.setup.set(replace(setup, recipients="only us"))
        gathered(meeting, 1, 0, 0)
        with pytest.raises(NotAllowedNowError):
            meeting.session.setup.set(replace(setup, recipients="the management too"))
        assert meeting.session.workshop.setup.recipients == "only us"


@pytest.mark.parametrize("floor", ["4", "0", "-1", "11", "2.5", '"3"'])
def test_a_plan_file_with_a_lower_floor_is_refused(tmp_path: Path, floor: str) -> None:
    plan = resource("plans/three-q-30.toml").read_text(encoding="utf-8")
    edited = plan.replace('kind = "gather"', f'kind = "gather"\nfloor = {floor}')
    assert edited != plan
    path = tmp_path / "edited.toml"
    path.write_text(edited, encoding="utf-8")
    with pytest.raises(PlanFileError):
        read_plan(path)
    path.write_text(edited.replace(f"floor = {floor}", "floor = 7"), encoding="utf-8")
    assert 7 in {step.floor for step in read_plan(path).steps}


def reopened(path: Path) -> LiveSession:
    """Carry on with a workshop file as it is now."""
    db = open_workshop(path)
    workshop: Workshop = read_whole(db)
    return LiveSession(db, workshop, FakeClock(), SystemShuffler(), FixedRuler())


@pytest.mark.parametrize("floor", [0, 1, 3, -5])
def test_a_workshop_file_with_an_edited_floor_opens_no_sooner(tmp_path: Path, floor: int) -> None:
    with a_meeting(tmp_path) as meeting:
        gathered(meeting, 2, 0, 0)
        meeting.session.close()
        [path] = meeting.data.glob("*.workshop")
        with closing(sqlite3.connect(path)) as db, db:
            [content] = db.execute("SELECT content FROM step WHERE id = ?", (GATHER,)).fetchone()
            edited = json.dumps(json.loads(content) | {"floor": floor})
            db.execute("UPDATE step SET content = ? WHERE id = ?", (edited, GATHER))
        session = reopened(path)
        for warned in (False, True):
            with pytest.raises(FloorError):
                session.writing.open_together(GATHER, warned=warned)
        view = session.desk().gathering
        assert view is not None
        assert not view.can_open
        assert not view.rows
        session.writing.open(GATHER, promise_said=True)
        session.writing.give_turn(Turn(("a third",)))
        session.writing.close(GATHER)
        with pytest.raises(FloorError):
            session.writing.open_together(GATHER, warned=False)
        session.close()


def test_no_setting_in_the_library_lowers_a_floor(tmp_path: Path) -> None:
    with a_meeting(tmp_path) as meeting:
        with closing(sqlite3.connect(meeting.data / "library.db")) as db, db:
            for key in ("floor", "least turns", "k", "LEAST_TURNS", "warned floor"):
                db.execute("INSERT INTO setting (key, value) VALUES (?, '1')", (key,))
        gathered(meeting, 2, 0, 0)
        assert what_opens(meeting) == "never"


def test_the_attack_would_see_a_floor_that_was_lowered(tmp_path: Path) -> None:
    with a_meeting(tmp_path) as meeting:
        gathered(meeting, 5, 0, 0)
        assert what_opens(meeting) == "at once"
