"""Workshop files that could not be removed when they should have been: they go at a next start."""

from collections.abc import Iterable

from facilitator.store.database import Store


def left_files(db: Store) -> set[str]:
    """Return where they are, each as the list of workshops had it."""
    return {row["file"] for row in db.execute("SELECT file FROM left_file")}


def save_left_files(db: Store, files: Iterable[str]) -> None:
    """Keep these in place of those before. The caller has the transaction."""
    db.execute("DELETE FROM left_file")
    db.executemany("INSERT INTO left_file (file) VALUES (?)", [(one,) for one in sorted(files)])
