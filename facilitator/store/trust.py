"""Checks a file of ours before anything in it is used (decision 20).

Nothing in a file is run: its schema is compared with the one that our migrations create, before a
CHECK, a view, a trigger or a generated column could be evaluated. Until then SQLite only reads its
list of tables, within the limits below.
"""

import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import cache
from pathlib import Path

from facilitator.errors import NotAWorkshopError, StoreDamagedError
from facilitator.wording import _

MOST_BYTES = 64 << 20  # of a file, or its journal; ten thousand lines take three
MOST_CREATES = (
    20_000  # how often “create” is in a file: SQLite takes very long to parse long schemas
)
MOST_ROWS = 20_000  # of a table
STEPS, MOST_STEPS = 100_000, 2_000  # instructions of SQLite's machine, and how many times as many
LIMITS = {
    sqlite3.SQLITE_LIMIT_LENGTH: 4 << 20,  # bytes of a text or a row
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 100_000,
    sqlite3.SQLITE_LIMIT_COLUMN: 100,
    sqlite3.SQLITE_LIMIT_EXPR_DEPTH: 100,
    sqlite3.SQLITE_LIMIT_COMPOUND_SELECT: 20,
    sqlite3.SQLITE_LIMIT_VDBE_OP: 100_000,
    sqlite3.SQLITE_LIMIT_FUNCTION_ARG: 20,
    sqlite3.SQLITE_LIMIT_ATTACHED: 0,
    sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH: 1_000,
    sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER: 100,
    sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH: 2,  # deleting a step with its rounds counts as one
    sqlite3.SQLITE_LIMIT_WORKER_THREADS: 0,
}
MAGIC = b"SQLite format 3\0"
HEADER = 100
ROLLBACK, UTF_8 = b"\x01\x01", 1  # as we write files; other journals put files beside ours
Schema = frozenset[tuple[str, str, str, str]]


def damaged(message: str = "") -> StoreDamagedError:
    """Build the error for a file that is not as we write it."""
    return StoreDamagedError(
        message or _("The file is damaged."),
        _("Save the workshop elsewhere, or use another file."),
    )


def limit(db: sqlite3.Connection) -> None:
    """Limit what a file can make SQLite do to what our own files need."""
    for category, most in LIMITS.items():
        db.setlimit(category, most)
    if sys.version_info >= (3, 12):
        db.setconfig(sqlite3.SQLITE_DBCONFIG_DEFENSIVE)
    db.execute("PRAGMA trusted_schema = OFF")
    db.execute("PRAGMA cell_size_check = ON")


@contextmanager
def bounded_work(db: sqlite3.Connection) -> Iterator[None]:
    """Refuse a file if SQLite works on it for longer than on any of ours."""
    done = iter(range(MOST_STEPS))
    db.set_progress_handler(lambda: next(done, None) is None, STEPS)
    try:
        yield
    except sqlite3.OperationalError as error:
        if getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_INTERRUPT:
            raise damaged() from error
        raise
    finally:
        db.set_progress_handler(None, 0)


def check_bytes(path: Path, application_id: int) -> None:
    """Check a file's size and header before SQLite reads it.

    Raises ``StoreDamagedError``, or ``NotAWorkshopError`` for a database that is not ours.
    """
    journal = path.with_name(f"{path.name}-journal")
    files = [file for file in (path, journal) if file.is_file()]
    if any(file.stat().st_size > MOST_BYTES for file in files):
        raise damaged(_("The file is larger than any workshop."))
    if sum(_creates(file) for file in files) > MOST_CREATES:
        raise damaged()
    if journal.is_file() and journal.stat().st_size:
        return  # SQLite repairs what a crash left half written
    with path.open("rb") as file:
        header = file.read(HEADER)
    if len(header) == HEADER and header.startswith(MAGIC):
        if int.from_bytes(header[68:72], "big") != application_id:
            if any(header[40:44]):  # it is not empty
                raise NotAWorkshopError
        elif header[18:20] != ROLLBACK or header[59] not in (0, UTF_8):
            raise damaged()


def check_schema(db: sqlite3.Connection, migrations: tuple[tuple[str, ...], ...]) -> None:
    """Compare a file's schema with that of its version; nothing more, nothing less.

    Raises ``StoreDamagedError``, or ``NotAWorkshopError`` for a file without a table.
    """
    version = int(db.execute("PRAGMA user_version").fetchone()[0])
    schema = schema_in(db)
    if not schema:
        raise NotAWorkshopError
    if version < 1 or schema != schema_of(migrations[:version]):
        raise damaged(_("The file is not as Facilitator writes it."))


def check_content(db: sqlite3.Connection, counts: tuple[str, ...]) -> None:
    """Read all of a file whose schema is ours, within bounds. Raises ``StoreDamagedError``."""
    if db.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
        raise damaged()
    tables = {name for kind, name, _of, _sql in schema_in(db) if kind == "table"}
    own_counts = (
        count for count in counts if count.split()[-1] in tables
    )  # an older file lacks some
    if any(db.execute(count).fetchone()[0] > MOST_ROWS for count in own_counts):
        raise damaged(_("There is more in the file than in any workshop."))
    if db.execute("PRAGMA foreign_key_check").fetchone() is not None:
        raise damaged()


@cache
def schema_of(migrations: tuple[tuple[str, ...], ...]) -> Schema:
    """Return the schema that our own migrations create."""
    with closing(sqlite3.connect(":memory:")) as db:
        for statements in migrations:
            for statement in statements:
                db.execute(statement)
        return schema_in(db)


def schema_in(db: sqlite3.Connection) -> Schema:
    """Return everything in a file's schema, with spaces normalised."""
    rows = db.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema LIMIT 1000")
    return frozenset(
        (str(kind), str(name), str(table), " ".join(str(sql).split()))
        for kind, name, table, sql in map(tuple, rows)
    )


def _creates(path: Path) -> int:
    """Count “create”, with which rows of a schema begin; people's words may add to it."""
    count, rest = 0, b""
    with path.open("rb") as file:
        while block := file.read(1 << 20):
            count += (rest + block).lower().count(b"create")
            rest = block[-5:]
    return count
