"""Distinguishes a workshop file from others, and forgets it with all files beside it."""

from datetime import datetime
from pathlib import Path

from facilitator.errors import WorkshopInUseError
from facilitator.store.database import beside, converting_faults, in_use
from facilitator.store.erasing import erase
from facilitator.store.trust import HEADER, MAGIC
from facilitator.store.workshop.schema import WORKSHOP_FILE

SUFFIX = ".workshop"


def is_workshop_file(path: Path) -> bool:
    """Return whether a file looks like one of ours by its name or its beginning."""
    if path.suffix == SUFFIX:
        return True
    try:
        with path.open("rb") as file:
            return file.read(len(MAGIC)) == MAGIC
    except OSError:
        return False


def may_be_forgotten(path: Path) -> bool:
    """Return whether a file is a workshop's, or its remains, so that no list makes us erase others.

    Its name does not count: it begins as our files do, or was overwritten with zeros.
    """
    if path.suffix == SUFFIX or not path.exists():
        return True
    with path.open("rb") as file:
        header = file.read(HEADER)
    ours = WORKSHOP_FILE.application_id.to_bytes(4, "big")
    return header[68:72] == ours or not any(header)


def last_written(path: Path) -> datetime | None:
    """Return the time at which a file was last written, if the disk has it."""
    try:
        return datetime.fromtimestamp(path.stat().st_mtime).astimezone()
    except (OSError, OverflowError, ValueError):
        return None


def forget(path: Path) -> None:
    """Overwrite and remove a workshop file and everything beside it; close it first.

    It may be repeated: after a crash at any point, a second call finishes it.

    Raises:
        WorkshopInUseError: somebody has it open; nothing is forgotten.
        StoreUnavailableError: the machine prevents that a file is removed.

    """
    with converting_faults():
        used = path.exists() and in_use(path, WORKSHOP_FILE)
    if used:
        raise WorkshopInUseError
    erase(*beside(path), path)
