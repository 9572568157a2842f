"""Files are not trusted: all of a file is checked before anything in it is used or changed."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from facilitator.errors import (
    NotAWorkshopError,
    StoreDamagedError,
    StoreTooNewError,
)
from facilitator.store.database import FileKind, columns, open_in_memory
from facilitator.store.library.file import NAME, open_library, read_library
from facilitator.store.library.schema import LIBRARY_FILE
from facilitator.store.trust import MOST_BYTES
from facilitator.store.workshop.schema import WORKSHOP_FILE
from tests.helpers.broken_files import a_new_database, a_whole_file, all_harms, put, sql
from tests.helpers.files import open_workshop, read_workshop
from tests.store.test_old_files import old_file

LAST = len(WORKSHOP_FILE.migrations)


@pytest.mark.parametrize("kind", [WORKSHOP_FILE, LIBRARY_FILE])
def test_the_rows_of_every_table_are_counted(kind: FileKind) -> None:
    with closing(open_in_memory(kind)) as db:
        assert sorted(row.split()[-1] for row in kind.counts) == sorted(columns(db))


@pytest.fixture
def whole(tmp_path: Path) -> Path:
    return a_whole_file(tmp_path / "a.workshop")


@pytest.mark.parametrize("version", [-1, *range(LAST)])
def test_a_file_whose_version_is_not_that_of_its_tables_is_refused(
    whole: Path, version: int
) -> None:
    sql(f"PRAGMA user_version = {version}")(whole)
    with pytest.raises(StoreDamagedError, match="not as Facilitator writes it"):
        open_workshop(whole)


@pytest.mark.parametrize("name", ["a schema that is no text", "a step that is a number"])
def test_what_random_harm_found_is_refused(whole: Path, name: str) -> None:
    dict(all_harms())[name](whole)
    with pytest.raises(StoreDamagedError):
        open_workshop(whole)


def test_a_file_of_ours_without_a_table_is_no_workshop(whole: Path) -> None:
    a_new_database()(whole)
    with pytest.raises(NotAWorkshopError):
        open_workshop(whole)


def test_a_newer_version_is_said_before_anything_else(whole: Path) -> None:
    sql(f"PRAGMA user_version = {LAST + 1}", "CREATE TABLE more (a)")(whole)
    with pytest.raises(StoreTooNewError):
        open_workshop(whole)


def test_a_file_that_is_larger_than_any_workshop_is_refused_by_its_size(whole: Path) -> None:
    with whole.open("r+b") as file:
        file.truncate(MOST_BYTES + 1)
    with pytest.raises(StoreDamagedError, match="larger"):
        open_workshop(whole)


@pytest.mark.parametrize("read", [open_workshop, read_workshop])
def test_an_older_file_is_checked_before_it_is_brought_up_to_date(
    tmp_path: Path, read: Callable[[Path], object]
) -> None:
    path = old_file("workshop-1.sql", tmp_path / "old.workshop")
    put("workshop", "place", 99)(path)
    before = path.read_bytes(), path.stat().st_mtime_ns
    with pytest.raises(StoreDamagedError):
        read(path)
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


LIBRARY_HARMS = {
    "a view": ("ALTER TABLE setting RENAME TO was", "CREATE VIEW setting AS SELECT 1, 2"),
    "a trigger": ("CREATE TRIGGER t AFTER INSERT ON setting BEGIN SELECT raise(ABORT, 'x'); END",),
    "version": ("PRAGMA user_version = 1",),
    "deep": (f"INSERT INTO setting VALUES ('a', '{'[' * 100_000}')",),
    "minutes": ("UPDATE workshop SET planned_minutes = 9223372036854775807",),
    "minus": ("UPDATE workshop SET planned_minutes = -1",),
    "year": ("UPDATE workshop SET held_on = '9999-12-31'",),
    "stage": ("UPDATE workshop SET stage = 'lost'",),
    "nought": ("UPDATE workshop SET file = 'a' || char(0)",),
    "title": ("UPDATE workshop SET title = printf('%.*c', 100000, 'x')",),
    "record": ("UPDATE workshop SET stage = 'closing', record = '/home/me/thesis.odt'",),
    "rows": (
        """INSERT INTO setting SELECT 'n' || i, '1' FROM (WITH RECURSIVE n(i) AS
           (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n LIMIT 30000)""",
    ),
}


@pytest.mark.parametrize("read", [open_library, read_library])
@pytest.mark.parametrize("harm", LIBRARY_HARMS.values(), ids=LIBRARY_HARMS)
def test_a_library_that_is_not_sound_is_refused_and_left_as_it_is(
    tmp_path: Path, harm: tuple[str, ...], read: Callable[[Path], object]
) -> None:
    path = old_file("library-1.sql", tmp_path / NAME)
    open_library(tmp_path).close()
    sql(*harm)(path)
    before = path.read_bytes(), path.stat().st_mtime_ns
    with pytest.raises(StoreDamagedError):
        read(tmp_path)
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before
    assert [file.name for file in tmp_path.iterdir()] == [NAME]


def test_a_file_cannot_make_sqlite_attach_another(whole: Path) -> None:
    with closing(open_workshop(whole)) as db, pytest.raises(sqlite3.Error, match="attached"):
        db.execute("ATTACH ':memory:' AS other")
