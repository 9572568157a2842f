"""The library: every schema version, oldest first; a published one never changes.

It holds what remains once a workshop has been forgotten (decision 3), and never a contribution.
The plans that the facilitator made are in it, too.
"""

from facilitator.store.database import FileKind

MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        """CREATE TABLE setting (
               key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID""",
        """CREATE TABLE workshop (
               id TEXT PRIMARY KEY, title TEXT NOT NULL, group_name TEXT NOT NULL,
               held_on TEXT NOT NULL, plan_id TEXT NOT NULL, plan_title TEXT NOT NULL,
               planned_minutes INTEGER NOT NULL, stage TEXT NOT NULL, file TEXT NOT NULL,
               record TEXT) STRICT, WITHOUT ROWID""",
        "CREATE TABLE left_file (file TEXT PRIMARY KEY) STRICT, WITHOUT ROWID",
        """CREATE TABLE kept_line (
               group_name TEXT NOT NULL, place INTEGER NOT NULL, text TEXT NOT NULL,
               PRIMARY KEY (group_name, place)) STRICT, WITHOUT ROWID""",
    ),
    (
        "ALTER TABLE left_file ADD COLUMN workshop TEXT NOT NULL DEFAULT ''",
        """CREATE TABLE for_next (
               group_name TEXT NOT NULL, kind TEXT NOT NULL, held_on TEXT NOT NULL,
               place INTEGER NOT NULL, text TEXT NOT NULL, content TEXT NOT NULL,
               PRIMARY KEY (group_name, kind, held_on, place)) STRICT, WITHOUT ROWID""",
        """CREATE TABLE own_plan (
               id TEXT PRIMARY KEY, title TEXT NOT NULL, summary TEXT NOT NULL,
               minutes INTEGER NOT NULL, least INTEGER NOT NULL, most INTEGER NOT NULL,
               people INTEGER NOT NULL, booked_minutes INTEGER NOT NULL,
               starts_minute INTEGER NOT NULL, changed_on TEXT NOT NULL,
               text TEXT NOT NULL) STRICT, WITHOUT ROWID""",
    ),
)

COUNTS = (
    "SELECT count(*) FROM setting",
    "SELECT count(*) FROM workshop",
    "SELECT count(*) FROM left_file",
    "SELECT count(*) FROM kept_line",
    "SELECT count(*) FROM for_next",
    "SELECT count(*) FROM own_plan",
)

LIBRARY_FILE = FileKind(
    application_id=0x4661634C,
    migrations=MIGRATIONS,
    alone=False,
    counts=COUNTS,
    patience_ms=500,
)
