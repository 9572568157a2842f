"""Workshop files that have to go, and could not yet: they go at a next start."""

from collections.abc import Iterable
from dataclasses import dataclass

from facilitator.store.database import Store


@dataclass(frozen=True, slots=True, order=True)
class LeftFile:
    """Where such a file is, as the list of workshops had it."""

    file: str
    workshop: str = ""  # the id of the one it goes with when that is over; empty: at once


def left_files(db: Store) -> set[LeftFile]:
    """Return all of them."""
    rows = db.execute("SELECT file, workshop FROM left_file")
    return {LeftFile(row["file"], row["workshop"]) for row in rows}


def save_left_files(db: Store, files: Iterable[LeftFile]) -> None:
    """Keep these in place of those before. The caller has the transaction."""
    db.execute("DELETE FROM left_file")
    db.executemany(
        "INSERT OR REPLACE INTO left_file (file, workshop) VALUES (?, ?)",
        [(one.file, one.workshop) for one in sorted(files)],
    )
