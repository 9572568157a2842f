"""The workshop file from its making to the moment it is forgotten."""

from pathlib import Path

from facilitator.domain.workshop import Workshop
from facilitator.errors import StoreUnavailableError, WorkshopInUseError
from facilitator.store.database import (
    PRIVATE,
    Store,
    beside,
    erase,
    faults_told,
    in_use,
    open_in_memory,
    open_store,
)
from facilitator.store.workshop.schema import WORKSHOP_FILE
from facilitator.store.workshop.whole import save_whole
from facilitator.wording import _

SUFFIX = ".workshop"
SQLITE = b"SQLite format 3\0"  # how such a file begins, whatever it is called


def create_workshop(path: Path, workshop: Workshop) -> Store:
    """Make a file for a workshop and keep it whole. It stays open, for us alone.

    Raises ``StoreUnavailableError`` when there is such a file, or the machine fails; then no new
    file is left.
    """
    with faults_told():
        try:
            path.touch(PRIVATE, exist_ok=False)
        except FileExistsError as error:
            raise StoreUnavailableError(
                _("There is a file with this name already."), _("Choose another name.")
            ) from error
    try:
        return _filled(path, workshop)
    except BaseException:
        forget(path)
        raise


def open_workshop(path: Path) -> Store:
    """Open a workshop file that is there. It is ours alone until it is closed.

    Raises:
        NotAWorkshopError: the file is something else; it is left as it is.
        WorkshopInUseError: another program has it open.
        StoreTooNewError: a newer version of the program wrote it.
        StoreUnavailableError: it is not there, or the machine keeps us from it.

    """
    with faults_told():
        there = path.exists()
    if not there:
        raise StoreUnavailableError(
            _("The file of this workshop is not there any more."), _("Choose another workshop.")
        )
    return open_store(path, WORKSHOP_FILE)


def is_workshop_file(path: Path) -> bool:
    """Return whether a file looks like one of ours by its name or its beginning."""
    if path.suffix == SUFFIX:
        return True
    try:
        with path.open("rb") as file:
            return file.read(len(SQLITE)) == SQLITE
    except OSError:
        return False


def workshop_in_memory(workshop: Workshop) -> Store:
    """Keep a workshop in memory alone: for practice, and when the machine fails."""
    db = open_in_memory(WORKSHOP_FILE)
    save_whole(db, workshop)
    return db


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
    for one in (*beside(path), path):
        erase(one)


def _filled(path: Path, workshop: Workshop) -> Store:
    db = open_store(path, WORKSHOP_FILE)
    try:
        save_whole(db, workshop)
    except BaseException:
        db.close()
        raise
    return db
