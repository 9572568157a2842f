"""Files from earlier versions of the program open without loss.

``old/`` holds one of each kind for every published version of its schema, as SQL.
"""

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from facilitator.domain.agreement.line import LineState
from facilitator.domain.contribution import GatheringState, SetAside
from facilitator.domain.ids import StepId
from facilitator.store.database import FileKind, backup_of, columns
from facilitator.store.library.agreements import saved_agreement
from facilitator.store.library.file import NAME, open_library
from facilitator.store.library.schema import LIBRARY_FILE
from facilitator.store.library.workshops import has_run_a_real_workshop, workshops
from facilitator.store.workshop.file import workshop_in_memory
from facilitator.store.workshop.schema import WORKSHOP_FILE
from tests.helpers.clock import FakeClock
from tests.helpers.files import open_workshop, read_whole
from tests.helpers.sessions import reopened
from tests.helpers.workshops import a_workshop

OLD = Path(__file__).parent / "old"
GATHER = StepId("gather")


def old_file(name: str, path: Path) -> Path:
    """Write a file as an earlier version left it."""
    with closing(sqlite3.connect(path)) as db:
        db.executescript((OLD / name).read_text(encoding="utf-8"))
    return path


@pytest.fixture(params=sorted(file.name for file in OLD.glob("workshop-*.sql")))
def old_workshop(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    return old_file(request.param, tmp_path / "w.workshop")


@pytest.mark.parametrize(("kind", "name"), [(WORKSHOP_FILE, "workshop"), (LIBRARY_FILE, "library")])
def test_every_version_but_the_newest_has_an_old_file_here(kind: FileKind, name: str) -> None:
    here = {file.name for file in OLD.glob(f"{name}-*.sql")}
    assert here >= {f"{name}-{version}.sql" for version in range(1, len(kind.migrations))}


def test_an_old_workshop_has_all_that_was_written_in_it(old_workshop: Path) -> None:
    with closing(open_workshop(old_workshop)) as db:
        workshop = read_whole(db)
    gathering = workshop.gathering(GATHER)
    assert gathering.state is GatheringState.OPENED
    assert gathering.turns == 7
    assert {line.text: line.set_aside for line in gathering.contributions} == {
        "Nobody waits for me to finish.": None,
        "It is late in the day.": SetAside.PERSON,
        "مرحبا بالجميع": None,
        "People laugh 🙂": None,
        "Only on a card.": None,
    }
    assert [line.text for line in workshop.said] == ["The new garden.", "Diolch ’n fawr!"]
    agreed = [line for line in workshop.agreement.lines if line.state is LineState.AGREED]
    assert [line.text for line in agreed] == [
        "We listen before we answer, to the end.",
        "With respect.",
    ]


def test_an_old_workshop_goes_on(old_workshop: Path) -> None:
    clock = FakeClock()
    clock.advance(minutes=8)
    session = reopened(old_workshop.parent, clock)
    assert session.workshop.agenda.now.step.id == "talk"
    assert session.workshop.agenda.now.round.left(clock.moment()) == timedelta(minutes=2)
    session.steps.jump(StepId("said"))
    session.said.add("It goes on.")
    session.close()
    with closing(open_workshop(old_workshop)) as db:
        assert "It goes on." in [line.text for line in read_whole(db).said]


def test_opened_lines_of_an_old_workshop_have_letters_in_the_order_of_their_ids(
    old_workshop: Path,
) -> None:
    with closing(open_workshop(old_workshop)) as db:
        gathering = read_whole(db).gathering(GATHER)
    ready = {line.letter: line.id for line in gathering.ready}
    assert [ready[letter] for letter in range(4)] == sorted(ready.values())
    assert [line.letter for line in gathering.contributions if line.set_aside] == [None]
    assert not gathering.gone


def test_lines_of_an_old_workshop_that_were_not_opened_have_no_letter(old_workshop: Path) -> None:
    with closing(sqlite3.connect(old_workshop)) as db:
        db.execute("UPDATE gathering SET state = 'closed', was_opened = 0")
        db.commit()
    with closing(open_workshop(old_workshop)) as db:
        assert not read_whole(db).gathering(GATHER).letters


def test_an_old_workshop_gets_the_columns_of_a_new_one_and_leaves_no_copy(
    old_workshop: Path,
) -> None:
    with (
        closing(open_workshop(old_workshop)) as db,
        closing(workshop_in_memory(a_workshop())) as new,
    ):
        assert columns(db) == columns(new)
    assert not backup_of(old_workshop).exists()


@pytest.mark.parametrize("name", sorted(file.name for file in OLD.glob("library-*.sql")))
def test_an_old_library_has_all_that_was_in_it(tmp_path: Path, name: str) -> None:
    old_file(name, tmp_path / NAME)
    with closing(open_library(tmp_path)) as library:
        newer, older = workshops(library)
        assert has_run_a_real_workshop(library)
        assert saved_agreement(library, "The Friday group") == (
            "We listen to the end.",
            "Wŷth respect.",
        )
    assert (newer.title, newer.file) == ("Honest Fridays again", "a1b2c3.workshop")
    assert (older.title, older.record) == ("Honest Fridays", Path("records/honest-fridays.pdf"))
