"""Knowing a workshop file from others, and forgetting it with all that stands beside it."""

from datetime import datetime
from pathlib import Path

from facilitator.errors import WorkshopInUseError
from facilitator.store.database import beside, faults_told, in_use
from facilitator.store.erasing import erase
from facilitator.store.workshop.schema import WORKSHOP_FILE

SUFFIX = ".workshop"
SQLITE = b"SQLite format 3\0"  # how such a file begins, whatever it is called


def is_workshop_file(path: Path) -> bool:
    """Return whether a file looks like one of ours by its name or its beginning."""
    if path.suffix == SUFFIX:
        return True
    try:
        with path.open("rb") as file:
            return file.read(len(SQLITE)) == SQLITE
    except OSError:
        return False


def last_written(path: Path) -> datetime | None:
    """Return when the disk says a file was last written, on the clock of the wall, if it does."""
    try:
        return datetime.fromtimestamp(path.stat().st_mtime).astimezone()
    except (OSError, OverflowError, ValueError):
        return None


def forget(path: Path) -> None:
    """Overwrite and remove a workshop file and everything beside it; close it first.

    It may be done again: after a crash at any point, a second time finishes it.

    Raises:
        WorkshopInUseError: somebody has it open; nothing is forgotten.
        StoreUnavailableError: the machine keeps a file from being removed.

    """
    with faults_told():
        used = path.exists() and in_use(path, WORKSHOP_FILE)
    if used:
        raise WorkshopInUseError
    erase(*beside(path), path)
