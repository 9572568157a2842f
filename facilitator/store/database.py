"""Opens our SQLite files; handles their transactions, schema versions and errors of the disk.

The reasons for the settings: ``docs/decisions/0003-words-in-one-file.md``.
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from errno import ENOSPC
from pathlib import Path

from facilitator.errors import (
    FacilitatorError,
    NotAWorkshopError,
    StoreBusyError,
    StoreTooNewError,
    StoreUnavailableError,
    WorkshopInUseError,
)
from facilitator.store.erasing import erase
from facilitator.store.trust import (
    bounded_work,
    check_bytes,
    check_content,
    check_schema,
    damaged,
    limit,
)
from facilitator.wording import _

Store = sqlite3.Connection  # the layers above pass it around without importing sqlite3
Row = sqlite3.Row

WORDS_LEAVE_NO_TRACE = (
    "journal_mode = DELETE",  # WAL would keep every earlier order of the contributions
    "journal_size_limit = 0",  # else a lock leaves the last journal, with removed words in it
    "secure_delete = ON",
    "temp_store = MEMORY",
)
SAFE_AND_STRICT = ("synchronous = FULL", "foreign_keys = ON", "trusted_schema = OFF")
BESIDE = ("-journal", "-wal", "-shm")
IN_MEMORY = ":memory:"
PRIVATE = 0o600  # for this user of the computer alone


@dataclass(frozen=True, slots=True)
class FileKind:
    """A kind of file: its id, its schema by version, and how it is opened."""

    application_id: int
    migrations: tuple[tuple[str, ...], ...]  # one for each version, oldest first
    alone: bool  # one program at a time has it open
    counts: tuple[str, ...] = ()  # how many rows each table has
    patience_ms: int = 0  # how long to wait for another program that is writing


@contextmanager
def transaction(db: Store) -> Iterator[None]:
    """Commit everything that happens inside, or nothing of it.

    Raises ``StoreUnavailableError`` if the machine is at fault; our own mistakes are not caught.
    """
    with converting_faults():
        try:
            db.execute("BEGIN IMMEDIATE")
            yield
            db.execute("COMMIT")
        except BaseException:
            if db.in_transaction:  # a full disk has rolled back already
                with suppress(sqlite3.Error):  # then the journal rolls back at the next opening
                    db.execute("ROLLBACK")
            raise


@contextmanager
def converting_faults() -> Iterator[None]:
    """Convert errors of the disk and of SQLite to ``StoreUnavailableError``."""
    try:
        yield
    except OSError as error:
        raise (_full() if error.errno == ENOSPC else _out_of_reach()) from error
    except UnicodeDecodeError as error:  # SQLite's message quotes a schema that is not UTF-8
        raise damaged() from error
    except sqlite3.Error as error:
        if failure := store_failure(error):
            raise failure from error
        raise


@contextmanager
def converting_damage() -> Iterator[None]:
    """Convert the errors that a damaged file causes while it is read to ``StoreDamagedError``.

    SQLite itself does not notice invalid text, or a value that we never write.
    """
    with converting_faults():
        try:
            yield
        except (LookupError, TypeError, ValueError, ArithmeticError, RecursionError) as error:
            raise damaged() from error
        except sqlite3.OperationalError as error:
            if hasattr(error, "sqlite_errorcode"):
                raise
            raise damaged() from error  # Python's own: the text is not UTF-8


def store_failure(error: sqlite3.Error) -> StoreUnavailableError | None:
    """Return our error if the machine is at fault, ``None`` if our own code is."""
    match getattr(error, "sqlite_errorcode", 0) & 0xFF:  # the low byte is the family
        case sqlite3.SQLITE_FULL:
            return _full()
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_IOERR:
            return _out_of_reach()
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB:
            return damaged()
        case sqlite3.SQLITE_TOOBIG:
            return damaged()
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return StoreBusyError(
                _("Another program is using the file."), _("Close it there, then try again.")
            )
    return None


Read = Callable[[Store], object]


def open_store(path: Path, kind: FileKind, read: Read | None = None) -> Store:
    """Open a file at the current schema version; create it if it does not exist.

    A file that exists is checked whole before anything is changed in it or beside it; ``read``
    reads all of it, at the newest version, and raises if it is not valid.

    Raises:
        NotAWorkshopError: the file is something else; it is left as it is.
        WorkshopInUseError: another program has it open.
        StoreTooNewError: a newer version of the program wrote it.
        StoreUnavailableError: the machine prevents it.

    """
    with converting_faults():
        if not path.exists():  # else its date would change
            path.touch(PRIVATE)
        check_bytes(path, kind.application_id)
        db = sqlite3.connect(path, isolation_level=None, timeout=kind.patience_ms / 1000)
        try:
            _configure(db, kind)
            _check_file(db, kind, read)
            migrate(db, kind, backup_to=backup_of(path))
            _clear_journal(db, path, kind)
        except BaseException:
            db.close()
            raise
    return db


def open_in_memory(kind: FileKind) -> Store:
    """Open an empty store of a kind that is gone when it is closed."""
    db = sqlite3.connect(IN_MEMORY, isolation_level=None)
    _configure(db, kind)
    _upgrade(db, kind, version=0)
    return db


def open_copy_in_memory(path: Path, kind: FileKind, read: Read | None = None) -> Store:
    """Read a file into memory; nothing is written in it or beside it. Raises as ``open_store``.

    A file with a journal from a crash cannot be read in this way.
    """
    with converting_faults():
        check_bytes(path, kind.application_id)
    with converting_faults(), closing(_connect_read_only(path)) as file:
        limit(file)
        _lock_to_read(file, kind)
        db = sqlite3.connect(IN_MEMORY, isolation_level=None)
        try:
            file.backup(db)
            _configure(db, kind)
            _check_file(db, kind, read)
            _upgrade(db, kind, _version(db, kind))
        except BaseException:
            db.close()
            raise
    return db


def read_in_memory(path: Path, kind: FileKind) -> Store:
    """Copy a file into memory as it is, damaged or not, to read what can be read of it.

    Raises what ``open_copy_in_memory`` raises for a file's size and header, and for the machine.
    """
    with converting_faults():
        check_bytes(path, kind.application_id)
    with converting_faults(), closing(_connect_read_only(path)) as file:
        limit(file)
        _lock_to_read(file, kind)
        db = sqlite3.connect(IN_MEMORY, isolation_level=None)
        limit(db)
        db.row_factory = sqlite3.Row
        file.backup(db)
    with suppress(sqlite3.Error, FacilitatorError):  # an older one whose schema is whole
        version = _version(db, kind)
        check_schema(db, kind.migrations)
        _upgrade(db, kind, version)
    return db


def is_in_memory(db: Store) -> bool:
    """Return whether a store is gone when it is closed."""
    return not db.execute("PRAGMA database_list").fetchone()["file"]


def prove_writable(db: Store) -> None:
    """Write a value again. Raises ``StoreUnavailableError`` if the file cannot be written.

    SQLite opens a read-only file without an error.
    """
    with transaction(db):
        _set(db, f"user_version = {_number(db, 'PRAGMA user_version')}")


def columns(db: Store) -> dict[str, tuple[str, ...]]:
    """Return every table with its columns."""
    rows = db.execute(
        """SELECT t.name AS in_table, c.name AS name
           FROM sqlite_schema AS t, pragma_table_info(t.name) AS c
           WHERE t.type = 'table' ORDER BY t.name, c.cid"""
    )
    columns_by_table: dict[str, tuple[str, ...]] = {}
    for row in rows:
        table = row["in_table"]
        columns_by_table[table] = (*columns_by_table.get(table, ()), row["name"])
    return columns_by_table


def backup_of(path: Path) -> Path:
    """Return the path of a file's copy while its schema is upgraded."""
    return path.with_name(f"{path.name}.before-upgrade")


def beside(path: Path) -> tuple[Path, ...]:
    """Return all paths that SQLite and we may write beside a file, whether they exist or not."""
    backup = backup_of(path)
    ends = [file.with_name(file.name + end) for file in (path, backup) for end in BESIDE]
    return (*ends, backup)


def migrate(db: Store, kind: FileKind, backup_to: Path) -> None:
    """Upgrade the schema through all versions in one transaction, after copying the file.

    The copy is erased after success, since it holds people's words; a failure leaves the file as
    it was, and the copy. Raises ``StoreTooNewError``.
    """
    version, newest = _version(db, kind), len(kind.migrations)
    if 0 < version < newest:
        erase(backup_to)
        _copy(db, backup_to, kind)
    if version < newest:
        _upgrade(db, kind, version)
    erase(backup_to)


def in_use(path: Path, kind: FileKind) -> bool:
    """Return whether any program has the file open; a damaged file counts as not in use."""
    try:
        with closing(sqlite3.connect(path, isolation_level=None, timeout=0)) as db:
            _set(db, _locking(kind))
            db.execute("BEGIN EXCLUSIVE")
            db.execute("COMMIT")
    except sqlite3.Error as error:
        return _is_busy(error)
    return False


def _full() -> StoreUnavailableError:
    return StoreUnavailableError(
        _("The disk is full."), _("Free some space, or save the workshop elsewhere.")
    )


def _out_of_reach() -> StoreUnavailableError:
    return StoreUnavailableError(
        _("The file cannot be read or written where it is."), _("Save the workshop elsewhere.")
    )


def _connect_read_only(path: Path) -> Store:
    return sqlite3.connect(
        f"{path.absolute().as_uri()}?mode=ro", isolation_level=None, timeout=0, uri=True
    )


def _lock_to_read(file: Store, kind: FileKind) -> None:
    """Keep others from writing while the file is read: a copy would wait for them forever."""
    try:
        file.execute("BEGIN")
        file.execute("SELECT count(*) FROM sqlite_schema")
    except sqlite3.Error as error:
        if kind.alone and _is_busy(error):
            raise WorkshopInUseError from error
        raise


def _configure(db: Store, kind: FileKind) -> None:
    """Set up the connection; a file that is not ours is left as it is."""
    db.row_factory = sqlite3.Row
    limit(db)
    try:
        _set(db, _locking(kind))
        if _number(db, "PRAGMA application_id") != kind.application_id and not _is_empty(db):
            raise NotAWorkshopError
        _set(db, *WORDS_LEAVE_NO_TRACE, *SAFE_AND_STRICT)
        if kind.alone:
            db.execute("BEGIN EXCLUSIVE")  # with the locking mode, held until the file is closed
            db.execute("COMMIT")
    except sqlite3.Error as error:
        if kind.alone and _is_busy(error):
            raise WorkshopInUseError from error
        if getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_NOTADB:
            raise NotAWorkshopError from error
        raise


def _check_file(db: Store, kind: FileKind, read: Read | None) -> None:
    """Check all of a file before it is used; an older one in memory, at the newest version."""
    version = _version(db, kind)
    with converting_damage(), bounded_work(db):
        if _is_empty(db):
            return
        check_schema(db, kind.migrations)
        check_content(db, kind.counts)
        if read is None:
            return
        if version == len(kind.migrations):
            read(db)
            return
        with closing(sqlite3.connect(IN_MEMORY, isolation_level=None)) as copy:
            copy.row_factory = sqlite3.Row
            db.backup(copy)
            _upgrade(copy, kind, version)
            read(copy)


def _is_empty(db: Store) -> bool:
    tables = _number(db, "SELECT count(*) FROM sqlite_schema")
    return tables == _number(db, "PRAGMA application_id") == _number(db, "PRAGMA user_version") == 0


def _is_busy(error: sqlite3.Error) -> bool:
    return getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_BUSY


def _locking(kind: FileKind) -> str:
    return "locking_mode = EXCLUSIVE" if kind.alone else "locking_mode = NORMAL"


def _version(db: Store, kind: FileKind) -> int:
    version, newest = _number(db, "PRAGMA user_version"), len(kind.migrations)
    if version > newest:
        raise StoreTooNewError(version, newest)
    return version


def _upgrade(db: Store, kind: FileKind, version: int) -> None:
    with transaction(db):
        for statements in kind.migrations[version:]:
            for statement in statements:
                db.execute(statement)
        _set(
            db,
            f"user_version = {len(kind.migrations)}",
            f"application_id = {kind.application_id}",
        )


def _clear_journal(db: Store, path: Path, kind: FileKind) -> None:
    """Empty a journal that a crash left before it was valid; it holds words as well."""
    journal = path.with_name(f"{path.name}-journal")
    if kind.alone and journal.exists() and journal.stat().st_size:
        with transaction(db):
            _set(db, f"user_version = {len(kind.migrations)}")  # a write makes SQLite empty it


def _copy(db: Store, backup_to: Path, kind: FileKind) -> None:
    """Copy the file beside itself, under the same settings."""
    backup_to.touch(PRIVATE)
    with closing(sqlite3.connect(backup_to, isolation_level=None)) as copy:
        _set(copy, _locking(kind), *WORDS_LEAVE_NO_TRACE, *SAFE_AND_STRICT)
        db.backup(copy)


def _set(db: Store, *pragmas: str) -> None:
    for pragma in pragmas:
        db.execute(f"PRAGMA {pragma}")


def _number(db: Store, question: str) -> int:
    return int(db.execute(question).fetchone()[0])
