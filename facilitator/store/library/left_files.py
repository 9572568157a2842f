"""Workshop files that have to be deleted and could not be yet: a later start deletes them."""

from collections.abc import Iterable
from dataclasses import dataclass

from facilitator.store.database import Store


@dataclass(frozen=True, slots=True, order=True)
class LeftFile:
    """The path of such a file, as in the list of workshops."""

    file: str
    workshop: str = ""  # the workshop with which it is deleted; empty: at once


def left_files(db: Store) -> set[LeftFile]:
    """Return all files that are left to delete."""
    rows = db.execute("SELECT file, workshop FROM left_file")
    return {LeftFile(row["file"], row["workshop"]) for row in rows}


def save_left_files(db: Store, files: Iterable[LeftFile]) -> None:
    """Save these in place of those before. The caller has the transaction."""
    db.execute("DELETE FROM left_file")
    db.executemany(
        "INSERT OR REPLACE INTO left_file (file, workshop) VALUES (?, ?)",
        [(left.file, left.workshop) for left in sorted(files)],
    )
