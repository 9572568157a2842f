"""Floors through the whole program: people, turns, cards, late turns, and tries to lower them.

Decision 5; leaks 13, 16 and 17 of ``features.md`` 4.2.
"""

import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from facilitator.domain import contribution
from facilitator.domain import floor as floor_rule
from facilitator.domain.contribution import Turn
from facilitator.domain.plan.step import LEAST_TURNS, Reveal
from facilitator.domain.workshop import Workshop
from facilitator.errors import FloorError, NotAllowedNowError, PlanFileError, StoreDamagedError
from facilitator.live.session.chance import SystemShuffler
from facilitator.live.session.session import LiveSession
from facilitator.resources import resource
from facilitator.room.pages.picture import NotesPage
from tests.helpers.clock import FakeClock
from tests.helpers.files import live_session, open_workshop, read_plan, read_whole
from tests.helpers.meeting import GATHER, Meeting, a_meeting, in_json, in_record, on_board
from tests.helpers.rulers import FixedRuler
from tests.helpers.sessions import PLAN

CARD = "card"
THREE_NOTES = replace(
    PLAN,
    steps=tuple(
        replace(step, notes_a_turn=3) if step.id == GATHER else step for step in PLAN.steps
    ),
)
SWITCHES = ("with_break", "protect", "may_drop", "record_default")


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


def differs(folder: Path) -> list[tuple[int, int, int, int, str]]:
    """Return the rows of the table that the program breaks."""
    rows = []
    for place, row in enumerate(TABLE):
        people, *wrote, takes = row
        with a_meeting(folder / str(place), people=people) as meeting:
            gathered(meeting, *wrote)
            if what_opens(meeting) != takes:
                rows.append(row)
    return rows


def test_the_table_is_kept_to(tmp_path: Path) -> None:
    assert differs(tmp_path) == []


@pytest.mark.parametrize(
    ("floor", "lowered", "seen_with"),
    [
        ("LEAST_TURNS", 4, (4, 4, 0, 0, "after the warning")),
        ("LEAST_TURNS", 3, (3, 3, 0, 0, "after the warning")),
        ("WARNED_FLOOR", 2, (6, 2, 0, 0, "never")),
        ("WARNED_FLOOR", 0, (6, 0, 0, 2, "never")),
    ],
)
def test_the_attack_would_see_a_floor_that_was_lowered(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    floor: str,
    lowered: int,
    seen_with: tuple[int, int, int, int, str],
) -> None:
    for module in (contribution, floor_rule):
        if hasattr(module, floor):
            monkeypatch.setattr(module, floor, lowered)
    assert seen_with in differs(tmp_path)


@pytest.mark.parametrize(("people", "typed", "cards", "passes", "takes"), TABLE)
def test_leak_16_lines_open_as_decided(
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


def test_a_turn_counts_once_however_many_notes_it_has_and_a_blank_card_as_any(
    tmp_path: Path,
) -> None:
    three, blank = Turn(("one", "two", "three")), Turn()
    for place, (turns, takes) in enumerate(
        [
            ((three, three), "never"),
            ((three, three, blank), "after the warning"),
            ((three, blank, blank, blank), "after the warning"),
            ((three, blank, blank, blank, blank), "at once"),
        ]
    ):
        for cards in (True, False):
            with a_meeting(tmp_path / f"{place} {cards}", people=9, plan=THREE_NOTES) as meeting:
                meeting.open_writing()
                for some in (turns,) if cards else tuple((turn,) for turn in turns):
                    meeting.session.writing.give_cards(some)
                meeting.close_writing()
                assert what_opens(meeting) == takes


def test_two_late_turns_of_three_notes_each_come_to_nobodys_eyes(tmp_path: Path) -> None:
    with a_meeting(tmp_path, plan=THREE_NOTES) as meeting:
        gathered(meeting, 5, 0, 0)
        meeting.open_together()
        meeting.open_writing()
        for n in range(2):
            meeting.write(*(f"late {n} {note}" for note in range(3)))
        meeting.close_writing()
        view = meeting.session.desk().gathering
        assert view is not None
        assert len(view.rows) == 5
        meeting.open_together()
        assert len(on_board(meeting)) == 5


LATE = [(1, 5), (2, 5), (3, 8)]  # late lines beside five, and how many are shown then


def shown_with_late(folder: Path, late: int) -> int:
    """Return how many lines are on the board when n came late, beside five."""
    with a_meeting(folder) as meeting:
        gathered(meeting, 5, 0, 0)
        meeting.open_together()
        meeting.open_writing()
        for n in range(late):
            meeting.write(f"late {n}")
        meeting.close_writing()
        meeting.open_together()
        return len(on_board(meeting))


def test_the_attack_would_see_a_lone_late_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert [shown_with_late(tmp_path / f"{n}", n) for n, _shown in LATE] == [5, 5, 8]
    monkeypatch.setattr(contribution, "LATE_FLOOR", 1)
    assert shown_with_late(tmp_path / "lowered", 1) == 6


@pytest.mark.parametrize(("late", "in_sight"), LATE)
def test_fewer_than_three_late_lines_come_to_nobodys_eyes(
    tmp_path: Path, late: int, in_sight: int
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
        assert len(view.rows) == in_sight
        waiting = repr((meeting.session.picture(), meeting.session.desk().record))
        assert "late 0" not in waiting
        meeting.open_together()
        content = meeting.session.picture().content
        assert isinstance(content, NotesPage)
        assert len(content.notes) == in_sight
        record = meeting.close()
    kept = [text for text in in_record(record) if text.startswith("late ")]
    assert len(kept) == max(0, in_sight - 5)


@pytest.mark.parametrize("late", [1, 2])
def test_a_late_turn_or_two_raise_nothing_over_a_floor(tmp_path: Path, late: int) -> None:
    """They are deleted, so that it is still the four from before whose lines would be opened."""
    with a_meeting(tmp_path) as meeting:
        gathered(meeting, 4, 0, 0)
        gathered(meeting, late, 0, 0)
        assert what_opens(meeting) == "after the warning"
        assert len(on_board(meeting)) == 4


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


def test_leak_17_one_more_line_beside_lines_that_were_read_is_not_shown_to_the_facilitator(
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


def test_the_number_of_people_is_not_put_under_what_it_was_when_writing_was_opened(
    tmp_path: Path,
) -> None:
    """The number at which it would be refused otherwise is that of the turns."""
    with a_meeting(tmp_path, people=8) as meeting:
        gathered(meeting, 6, 0, 0)
        for people in (5, 6, 7):
            with pytest.raises(NotAllowedNowError):
                meeting.session.setup.set_people(people)
        meeting.session.setup.set_people(9)
        meeting.session.setup.set_people(8)


def test_leak_13_who_gets_the_record_cannot_change_once_writing_was_opened(tmp_path: Path) -> None:
    """Leak 13: a promise that is changed after people wrote."""
    with a_meeting(tmp_path) as meeting:
        setup = meeting.session.workshop.setup
        meeting.session.setup.set(replace(setup, recipients="only us"))
        gathered(meeting, 1, 0, 0)
        with pytest.raises(NotAllowedNowError):
            meeting.session.setup.set(replace(setup, recipients="the management too"))
        assert meeting.session.workshop.setup.recipients == "only us"


@pytest.mark.parametrize(("turns", "takes"), [(4, "never"), (6, "never"), (7, "at once")])
def test_a_floor_that_a_plan_raised_gives_way_to_no_warning(
    tmp_path: Path, turns: int, takes: str
) -> None:
    steps = tuple(replace(step, floor=7) if step.id == GATHER else step for step in PLAN.steps)
    with a_meeting(tmp_path, plan=replace(PLAN, steps=steps)) as meeting:
        gathered(meeting, turns, 0, 0)
        view = meeting.session.desk().gathering
        assert view is not None
        assert view.can_open == (takes != "never")
        assert what_opens(meeting) == takes


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
    return live_session(db, workshop, FakeClock(), SystemShuffler(), FixedRuler())


def edit_floor(path: Path, floor: int) -> None:
    """Write another floor into a workshop file."""
    with closing(sqlite3.connect(path)) as db, db:
        [content] = db.execute("SELECT content FROM step WHERE id = ?", (GATHER,)).fetchone()
        edited = json.dumps(json.loads(content) | {"floor": floor})
        db.execute("UPDATE step SET content = ? WHERE id = ?", (edited, GATHER))


@pytest.mark.parametrize("floor", [0, 1, 3, -5])
def test_a_workshop_file_with_an_edited_floor_opens_no_sooner(tmp_path: Path, floor: int) -> None:
    with a_meeting(tmp_path) as meeting:
        gathered(meeting, 2, 0, 0)
        meeting.session.close()
        [path] = meeting.data.glob("*.workshop")
        edit_floor(path, floor)
        with pytest.raises(StoreDamagedError):
            reopened(path)
        edit_floor(path, LEAST_TURNS)
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


# Every other key that a gathering may have in a plan, and the plan's own numbers of people.
PLAN_EDITS = (
    *(f'reveal = "{reveal}"' for reveal in Reveal),
    *(f"notes_a_turn = {n}" for n in (1, 2, 3)),
    *(f"{key} = {value}" for key in SWITCHES for value in ("true", "false")),
    *(f"{key} = 1" for key in ("least_turns", "warned_floor", "late_floor", "k", "people")),
    'ways = ["corner"]',
    'ways = ["cards"]',
    'form = "silent"',
    "floor = 5",
    "floor = 10",
)


@pytest.mark.parametrize("edit", PLAN_EDITS)
def test_no_edit_of_a_plan_file_opens_two_lines(tmp_path: Path, edit: str) -> None:
    """An edit is refused, or two lines of two people stay closed, and three need the warning."""
    text = resource("plans/three-q-30.toml").read_text(encoding="utf-8")
    head, gather = text.replace('"curious"', f'"{GATHER}"').split('kind = "gather"')
    key = edit.partition(" ")[0]
    kept = "\n".join(line for line in gather.split("\n") if not line.startswith(f"{key} ="))
    plan_file = tmp_path / "edited.toml"
    least = head.replace("least = 3", "least = 1")
    plan_file.write_text(f'{least}kind = "gather"\n{edit}\n{kept}', encoding="utf-8")
    try:
        plan = read_plan(plan_file)
    except PlanFileError:
        return
    for turns, takes in ((2, {"never"}), (3, {"after the warning", "never"})):
        with a_meeting(tmp_path / f"{turns}", people=3, plan=plan) as meeting:
            gathered(meeting, turns, 0, 0)
            assert what_opens(meeting) in takes


def test_no_setting_in_the_library_lowers_a_floor(tmp_path: Path) -> None:
    """Neither a new one nor any of ours, whatever it is set to."""
    with a_meeting(tmp_path, people=4) as meeting:
        keys = {"floor", "least turns", "k", "LEAST_TURNS", "warned floor", "late floor"}
        with closing(sqlite3.connect(meeting.data / "library.db")) as db, db:
            keys |= {key for (key,) in db.execute("SELECT key FROM setting")}
            for key in keys:
                db.execute("INSERT OR REPLACE INTO setting (key, value) VALUES (?, '1')", (key,))
        assert len(keys) > 6
        gathered(meeting, 2, 0, 0)
        assert what_opens(meeting) == "never"
        meeting.open_writing()
        meeting.write("a third")
        meeting.close_writing()
        assert what_opens(meeting) == "after the warning"
