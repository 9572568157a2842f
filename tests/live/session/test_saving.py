"""Save, then replace, then publish; and what happens when the machine does not let us write."""

import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from facilitator.domain.contribution import GatheringState, SetAside, Turn
from facilitator.domain.ids import StepId, WorkshopId
from facilitator.domain.workshop import Board, Showing, Workshop
from facilitator.errors import StoreUnavailableError
from facilitator.live.session.chance import SeededShuffler
from facilitator.live.session.events import Event, RoomChanged
from facilitator.live.session.saving import Saving
from facilitator.live.session.session import LiveSession
from facilitator.live.session.step_changes import StepTexts
from facilitator.room.pages.picture import CalmPage, ScenePage
from facilitator.store.workshop.file import create_workshop
from tests.helpers.clock import FakeClock
from tests.helpers.files import live_session, open_workshop, read_whole
from tests.helpers.programs import GATHER, WRITTEN, full_disk, written
from tests.helpers.rulers import FixedRuler
from tests.helpers.sessions import PLAN, SETUP, a_session

MINUTE = timedelta(minutes=1)


@pytest.fixture
def session(tmp_path: Path, clock: FakeClock) -> Iterator[LiveSession]:
    """A session that has opened lines, and time running in a step whose words are typed."""
    session = a_session(tmp_path, clock=clock)
    session.board.toggle_curtain()
    written(session)
    session.steps.jump(StepId("said"))
    session.said.add("We got through winter")
    session.time.start()
    yield session
    with suppress(sqlite3.ProgrammingError):  # closed already, to read the file
        session.close()


Command = Callable[[LiveSession], None]
COMMANDS: dict[str, Command] = {
    "hold": lambda s: s.time.hold(),
    "add time": lambda s: s.time.add(MINUTE),
    "end": lambda s: s.time.end(),
    "next page": lambda s: s.steps.jump(StepId("open")),
    "skip": lambda s: s.steps.skip(),
    "drop": lambda s: s.steps.drop(StepId("slack")),
    "add a step": lambda s: s.steps.add("A walk", MINUTE),
    "change a step": lambda s: s.changes.set(
        StepId("slack"), StepTexts(("Air",), ("What now?",)), 2 * MINUTE
    ),
    "move a step": lambda s: s.changes.move(StepId("slack"), -1),
    "say": lambda s: s.said.add("Nobody gave up"),
    "correct": lambda s: s.said.correct(s.workshop.said[0].id, "We got through the winter"),
    "take a said line out": lambda s: s.said.remove(s.workshop.said[0].id),
    "open writing again": lambda s: s.writing.open(GATHER, promise_said=True),
    "reword": lambda s: s.writing.reword(
        GATHER, s.workshop.gathering(GATHER).contributions[0].id, "a bird"
    ),
    "set aside": lambda s: s.writing.set_aside(
        GATHER, s.workshop.gathering(GATHER).contributions[0].id, SetAside.ATTACK
    ),
    "take out": lambda s: s.writing.take_out(
        GATHER, s.workshop.gathering(GATHER).contributions[0].id
    ),
    "leave out": lambda s: s.choice.leave_out(s.desk().record.rows[-1]),
    "show the lines": lambda s: s.board.lines(GATHER),
    "just talk": lambda s: s.board.toggle_quiet(),
    "agreement": lambda s: s.board.agreement(),
    "curtain": lambda s: s.board.toggle_curtain(),
    "care": lambda s: s.board.care(),
    "people": lambda s: s.setup.set_people(13),
    "note": lambda s: s.setup.set_note("Ask Sam about the key"),
}


@pytest.mark.parametrize("name", COMMANDS)
def test_a_machine_that_fails_at_any_command_leaves_the_act_done_and_everything_there(
    session: LiveSession, tmp_path: Path, name: str
) -> None:
    before = session.workshop
    with full_disk():
        COMMANDS[name](session)
    assert session.workshop != before
    assert not session.is_saved
    header = session.desk().header
    assert not header.saved
    assert header.banner
    session.save_elsewhere(tmp_path / "elsewhere.workshop")
    assert session.is_saved
    assert session.desk().header.saved
    now = session.workshop
    session.close()
    db = open_workshop(tmp_path / "elsewhere.workshop")
    assert read_whole(db) == now
    db.close()


def test_everything_goes_on_in_memory_until_it_is_saved_elsewhere(
    session: LiveSession, tmp_path: Path
) -> None:
    with full_disk():
        session.writing.open(GATHER, promise_said=True)
    for text in ("Curlew", "Knot", "Ruff"):
        session.writing.give_turn(Turn((text,)))
    session.writing.close(GATHER)
    session.writing.open_together(GATHER)
    session.save_elsewhere(tmp_path / "elsewhere.workshop")
    session.close()
    db = open_workshop(tmp_path / "elsewhere.workshop")
    gathering = read_whole(db).gathering(GATHER)
    db.close()
    assert gathering.state is GatheringState.OPENED
    assert {line.text for line in gathering.ready} == {*WRITTEN, "Curlew", "Knot", "Ruff"}


def test_a_place_that_cannot_be_written_either_leaves_the_workshop_in_memory(
    session: LiveSession, tmp_path: Path
) -> None:
    with full_disk():
        session.said.add("Nobody gave up")
        with pytest.raises(StoreUnavailableError):
            session.save_elsewhere(tmp_path / "elsewhere.workshop")
    assert not session.is_saved
    session.said.add("and we laughed")
    assert len(session.workshop.said) == 3


@pytest.mark.parametrize("name", ["curtain", "care"])
def test_curtain_and_care_are_published_before_the_failing_disk_is_asked(
    session: LiveSession, name: str
) -> None:
    kept_when_published: list[bool] = []

    def listen(event: Event) -> None:
        if isinstance(event, RoomChanged):
            kept_when_published.append(session.is_saved)

    session.subscribe(listen)
    with full_disk():
        COMMANDS[name](session)
    assert kept_when_published == [True]
    assert isinstance(session.picture().content, CalmPage | ScenePage)
    assert session.desk().header.banner


def test_a_running_clock_that_cannot_be_saved_is_reported_on_the_console(
    session: LiveSession, clock: FakeClock
) -> None:
    with full_disk():
        for _tick in range(20):
            clock.advance(seconds=1)
            session.tick()
    assert session.desk().header.banner
    assert session.desk().clock.face == "5:40"


# A mistake of our own: nothing changes anywhere.


@pytest.fixture
def saving(tmp_path: Path, clock: FakeClock) -> Iterator[Saving]:
    workshop = Workshop.of(WorkshopId("w"), PLAN, SETUP, practice=False)
    db = create_workshop(tmp_path / "k.workshop", workshop)
    saving = Saving(db, workshop, clock, SeededShuffler(1))
    yield saving
    saving.close()


def breaking_a_rule(before: Workshop) -> Workshop:
    """Return a workshop with changes that can be written, and then a time that no table takes."""
    used = replace(before.agenda.now.round, used_before=-MINUTE)
    return replace(
        before,
        setup=replace(before.setup, people=13),
        agenda=before.agenda.with_run(before.agenda.now.with_round(used)),
        board=Board(curtain=False, showing=Showing.PROMISE),
    )


@pytest.mark.parametrize("way", ["save", "save_quietly"])
def test_a_failed_write_of_ours_changes_nothing_anywhere(
    saving: Saving, tmp_path: Path, way: str
) -> None:
    before, published = saving.workshop, []
    saving.on_change(lambda: published.append("changed"))
    with pytest.raises(sqlite3.IntegrityError):
        getattr(saving, way)(breaking_a_rule(before))
    assert saving.workshop == before
    assert saving.not_saved is None
    assert published == []
    saving.close()
    db = open_workshop(tmp_path / "k.workshop")
    assert read_whole(db) == before
    db.close()


def test_a_quiet_save_is_not_published(saving: Saving, tmp_path: Path) -> None:
    published: list[str] = []
    saving.on_change(lambda: published.append("changed"))
    changed = replace(saving.workshop, board=Board(curtain=False))
    saving.save_quietly(changed)
    assert saving.workshop == changed
    assert published == []
    saving.close()
    db = open_workshop(tmp_path / "k.workshop")
    assert read_whole(db) == changed
    db.close()


def test_an_act_while_the_curtain_is_published_is_not_overwritten_by_what_came_before(
    saving: Saving, tmp_path: Path
) -> None:
    def turn_a_page() -> None:
        board = saving.workshop.board
        if not board.curtain and board.page == 0:
            saving.save(replace(saving.workshop, board=replace(board, page=1)))

    saving.on_change(turn_a_page)
    saving.publish_first(replace(saving.workshop, board=Board(curtain=False)))
    saving.close()
    db = open_workshop(tmp_path / "k.workshop")
    assert read_whole(db).board == saving.workshop.board == Board(curtain=False, page=1)
    db.close()


# What each act writes: the parts it changed, and no other.

WRITTEN_TABLE = re.compile(r"(?:INSERT(?: OR REPLACE)? INTO|UPDATE|DELETE FROM) (\w+)")
GATHERED = {"gathering", "contribution"}
ONE_STEP = {"step", "round"}
WRITES: dict[str, tuple[Command, set[str]]] = {
    "hold": (COMMANDS["hold"], ONE_STEP),
    "next page": (COMMANDS["next page"], ONE_STEP | {"workshop", "board"}),
    "drop": (COMMANDS["drop"], ONE_STEP),
    "add a step": (COMMANDS["add a step"], ONE_STEP | {"workshop"}),
    "change a step": (COMMANDS["change a step"], ONE_STEP | {"workshop"}),
    "say": (COMMANDS["say"], {"said_line"}),
    "take a said line out": (COMMANDS["take a said line out"], {"said_line"}),
    "reword": (COMMANDS["reword"], GATHERED),
    "take out": (COMMANDS["take out"], GATHERED),
    "show the lines": (COMMANDS["show the lines"], {"board"}),
    "just talk": (COMMANDS["just talk"], {"board"}),
    "agreement": (COMMANDS["agreement"], {"board"}),
    "curtain": (COMMANDS["curtain"], {"board"}),
    "care": (COMMANDS["care"], ONE_STEP | {"board"}),
    "people": (COMMANDS["people"], {"setup"}),
    "note": (COMMANDS["note"], {"workshop"}),
    "suggest a line": (
        lambda s: s.agreements.suggest("We listen"),
        {"agreement", "agreement_line", "agreement_wording"},
    ),
}


def traced(folder: Path, clock: FakeClock) -> tuple[LiveSession, list[str]]:
    """Return a session with opened lines and time running, and the statements from then on."""
    workshop = Workshop.of(WorkshopId("w"), PLAN, SETUP, practice=False)
    db = create_workshop(folder / "w.workshop", workshop)
    session = live_session(db, workshop, clock, SeededShuffler(1), FixedRuler())
    written(session)
    session.steps.jump(StepId("said"))
    session.said.add("We got through winter")
    session.time.start()
    statements: list[str] = []
    db.set_trace_callback(statements.append)
    return session, statements


def tables(statements: list[str]) -> set[str]:
    """Return the tables that statements write."""
    matches = (WRITTEN_TABLE.match(statement.strip()) for statement in statements)
    return {match[1] for match in matches if match}


@pytest.mark.parametrize("name", WRITES)
def test_each_act_writes_the_parts_that_it_changed_and_no_other(
    tmp_path: Path, clock: FakeClock, name: str
) -> None:
    session, statements = traced(tmp_path, clock)
    act, expected = WRITES[name]
    act(session)
    assert tables(statements) == expected
    session.close()


def test_showing_one_of_the_lines_on_the_board_does_not_write_them(
    tmp_path: Path, clock: FakeClock
) -> None:
    session, statements = traced(tmp_path, clock)
    session.board.lines(GATHER)
    statements.clear()
    session.board.one_line(GATHER)
    assert tables(statements) == {"board"}
    session.close()


def test_a_turn_in_which_nobody_wrote_writes_every_line_under_a_fresh_id(
    tmp_path: Path, clock: FakeClock
) -> None:
    session, statements = traced(tmp_path, clock)
    session.writing.open(GATHER, promise_said=True)
    before = session.workshop.gathering(GATHER).contributions
    statements.clear()
    session.writing.give_turn(Turn())
    assert tables(statements) == GATHERED
    session.close()
    db = open_workshop(tmp_path / "w.workshop")
    after = read_whole(db).gathering(GATHER).contributions
    db.close()
    assert {line.text for line in after} == set(WRITTEN)
    assert not {line.id for line in before} & {line.id for line in after}
