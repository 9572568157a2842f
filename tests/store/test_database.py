"""Opening database files: settings, transactions, versions, and faults of the machine."""

import sqlite3
import stat
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from facilitator.errors import (
    NotAWorkshopError,
    StoreTooNewError,
    StoreUnavailableError,
    WorkshopInUseError,
)
from facilitator.store.database import (
    FileKind,
    Store,
    backup_of,
    columns,
    converting_faults,
    open_store,
    store_failure,
    transaction,
)
from facilitator.store.erasing import erase
from facilitator.store.library.file import open_library
from facilitator.store.workshop.schema import WORKSHOP_FILE
from tests.helpers.files import open_workshop

FIRST = ("CREATE TABLE word (text TEXT) STRICT", "INSERT INTO word VALUES ('from the first')")
SECOND = ("ALTER TABLE word ADD COLUMN late INTEGER",)
WRONG = ("CREATE TABLE more (text TEXT)", "this is not SQL")
ONE = FileKind(application_id=7, migrations=(FIRST,), alone=True)
TWO = replace(ONE, migrations=(FIRST, SECOND))
FAILING = replace(ONE, migrations=(FIRST, SECOND, WRONG))


def test_the_settings_are_those_decided(db: Store) -> None:
    asked = ("journal_mode", "synchronous", "secure_delete", "temp_store", "foreign_keys")
    settings = {name: db.execute(f"PRAGMA {name}").fetchone()[0] for name in asked}
    assert settings == {
        "journal_mode": "delete",
        "synchronous": 2,
        "secure_delete": 1,
        "temp_store": 2,
        "foreign_keys": 1,
    }
    assert db.execute("PRAGMA locking_mode").fetchone()[0] == "exclusive"
    assert db.execute("PRAGMA journal_size_limit").fetchone()[0] == 0
    assert db.execute("PRAGMA auto_vacuum").fetchone()[0] == 0


def test_nobody_else_on_this_computer_may_read_the_file(db: Store, path: Path) -> None:
    db.execute("UPDATE workshop SET note = 'x'")
    modes = {stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()}
    assert modes == {0o600}


def test_a_transaction_keeps_all(db: Store) -> None:
    with transaction(db):
        db.execute("UPDATE workshop SET note = 'first'")
        db.execute("UPDATE workshop SET place = 1")
    assert tuple(db.execute("SELECT note, place FROM workshop").fetchone()) == ("first", 1)


def test_a_transaction_that_fails_keeps_nothing_and_lets_our_mistake_through(db: Store) -> None:
    def half_done() -> None:
        with transaction(db):
            db.execute("UPDATE workshop SET note = 'lost'")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        half_done()
    assert db.execute("SELECT note FROM workshop").fetchone()[0] == ""
    with pytest.raises(sqlite3.OperationalError), transaction(db):
        db.execute("this is not SQL")


def test_a_full_disk_is_said_and_changes_nothing(db: Store) -> None:
    db.execute("PRAGMA max_page_count = 1")  # as many as there are already
    with pytest.raises(StoreUnavailableError, match="disk is full"), transaction(db):
        db.execute("UPDATE workshop SET note = ?", ("n" * 3_000_000,))
    assert db.execute("SELECT note FROM workshop").fetchone()[0] == ""


def test_a_file_that_may_not_be_written_is_said(db: Store) -> None:
    db.execute("PRAGMA query_only = ON")
    with pytest.raises(StoreUnavailableError, match="cannot be read or written"), transaction(db):
        db.execute("UPDATE workshop SET note = 'x'")


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (sqlite3.SQLITE_FULL, "full"),
        (sqlite3.SQLITE_IOERR_FSYNC, "cannot be read or written"),
        (sqlite3.SQLITE_READONLY_DIRECTORY, "cannot be read or written"),
        (sqlite3.SQLITE_CANTOPEN_ISDIR, "cannot be read or written"),
        (sqlite3.SQLITE_CORRUPT_INDEX, "damaged"),
        (sqlite3.SQLITE_NOTADB, "damaged"),
        (sqlite3.SQLITE_BUSY_RECOVERY, "Another program"),
        (sqlite3.SQLITE_LOCKED_SHAREDCACHE, "Another program"),
    ],
)
def test_each_fault_of_the_machine_has_plain_words(code: int, words: str) -> None:
    error = sqlite3.OperationalError()
    error.sqlite_errorcode = code
    failure = store_failure(error)
    assert failure is not None
    assert words in failure.message
    assert failure.remedy


def test_a_mistake_of_ours_is_no_fault_of_the_machine() -> None:
    assert store_failure(sqlite3.OperationalError("no such table")) is None


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(StoreUnavailableError, match="where it is"):
        open_store(tmp_path / "missing" / "a.workshop", WORKSHOP_FILE)


def test_a_workshop_is_open_in_one_program_at_a_time(db: Store, path: Path) -> None:
    with pytest.raises(WorkshopInUseError):
        open_workshop(path)
    db.close()
    open_workshop(path).close()


def test_the_library_may_be_open_twice_and_waits_a_little_for_a_writer(tmp_path: Path) -> None:
    with closing(open_library(tmp_path)) as first, closing(open_library(tmp_path)) as second:
        with transaction(first):
            first.execute("INSERT INTO setting VALUES ('theme', '1')")
        assert second.execute("SELECT value FROM setting").fetchone()[0] == "1"
        first.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreUnavailableError, match="Another program"), transaction(second):
            second.execute("DELETE FROM setting")


def test_a_library_that_is_being_written_for_long_is_said(tmp_path: Path) -> None:
    with closing(open_library(tmp_path)) as first:
        first.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StoreUnavailableError, match="Another program"):
            open_library(tmp_path)


@pytest.mark.parametrize("content", [b"", b"just some text, long enough for a header" * 50])
def test_a_file_of_another_kind_is_refused_and_left_as_it_is(path: Path, content: bytes) -> None:
    if content:
        path.write_bytes(content)
    else:
        with closing(sqlite3.connect(path)) as other:
            other.execute("PRAGMA journal_mode = WAL")
            other.execute("CREATE TABLE theirs (a)")
    before = path.read_bytes()
    with pytest.raises(NotAWorkshopError):
        open_workshop(path)
    assert path.read_bytes() == before


def test_a_library_is_not_a_workshop(tmp_path: Path) -> None:
    open_library(tmp_path).close()
    with pytest.raises(NotAWorkshopError):
        open_workshop(tmp_path / "library.db")


def test_a_file_from_a_newer_version_is_refused(path: Path) -> None:
    open_store(path, TWO).close()
    before = path.read_bytes()
    with pytest.raises(StoreTooNewError) as caught:
        open_store(path, ONE)
    assert (caught.value.version, caught.value.newest) == (2, 1)
    assert path.read_bytes() == before


def test_an_older_file_is_brought_up_to_date_and_its_copy_goes(path: Path) -> None:
    open_store(path, ONE).close()
    with closing(open_store(path, TWO)) as db:
        assert tuple(db.execute("SELECT * FROM word").fetchone()) == ("from the first", None)
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_a_failing_upgrade_leaves_the_file_as_it_was_and_a_copy(path: Path) -> None:
    open_store(path, ONE).close()
    before = path.read_bytes()
    for _again in range(2):
        with pytest.raises(sqlite3.OperationalError):
            open_store(path, FAILING)
        assert path.read_bytes() == before
    assert b"from the first" in backup_of(path).read_bytes()
    with closing(sqlite3.connect(backup_of(path))) as copy:
        assert copy.execute("PRAGMA user_version").fetchone()[0] == 1


def test_a_copy_that_a_crash_left_behind_goes_at_the_next_opening(path: Path) -> None:
    open_store(path, TWO).close()
    backup_of(path).write_bytes(b"words")
    open_store(path, TWO).close()
    assert not backup_of(path).exists()


def test_a_journal_that_a_crash_left_before_it_counted_is_emptied_at_the_next_opening(
    db: Store, path: Path
) -> None:
    db.close()
    journal = path.with_name(f"{path.name}-journal")
    journal.write_bytes(bytes(512) + b"words")  # no magic number yet: SQLite takes no notice of it
    with closing(open_workshop(path)):
        assert not journal.exists() or journal.stat().st_size == 0


def test_erasing_overwrites_before_it_removes(tmp_path: Path) -> None:
    path, second = tmp_path / "words", tmp_path / "second name"
    path.write_bytes(b"words" * 300_000)
    second.hardlink_to(path)
    erase(path)
    erase(path)
    assert not path.exists()
    assert second.read_bytes() == bytes(1_500_000)


def test_what_cannot_be_erased_is_said_with_its_place(tmp_path: Path) -> None:
    with pytest.raises(StoreUnavailableError, match="by hand") as caught:
        erase(tmp_path)
    assert str(tmp_path) in caught.value.remedy


def test_faults_of_the_file_system_are_ours_too() -> None:
    with pytest.raises(StoreUnavailableError), converting_faults():
        raise PermissionError


def test_all_columns_can_be_named(db: Store) -> None:
    names = columns(db)
    assert names["contribution"] == (
        "id",
        "step_id",
        "text",
        "in_record",
        "set_aside",
        "late",
        "letter",
        "drawing",
        "translation",
        "translated_to",
    )
    assert set(names) == {
        "agreement",
        "agreement_line",
        "agreement_wording",
        "step_state",
        "board",
        "contribution",
        "gathering",
        "round",
        "said_line",
        "setup",
        "step",
        "workshop",
    }
