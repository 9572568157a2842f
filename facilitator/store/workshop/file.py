"""The workshop file from its making to the moment it is forgotten."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from facilitator.domain.workshop import Workshop
from facilitator.errors import NotAWorkshopError, StoreUnavailableError
from facilitator.store.database import (
    PRIVATE,
    Store,
    faults_told,
    open_copy_in_memory,
    open_in_memory,
    open_store,
)
from facilitator.store.kinds import StoredKinds
from facilitator.store.workshop.forgetting import (
    SUFFIX,
    forget,
    is_workshop_file,
    may_be_forgotten,
)
from facilitator.store.workshop.schema import WORKSHOP_FILE
from facilitator.store.workshop.whole import read_whole, save_whole
from facilitator.wording import _

Check = Callable[[Workshop], None]

__all__ = [
    "SUFFIX",
    "create_workshop",
    "forget",
    "is_workshop_file",
    "let_go_on_failure",
    "may_be_forgotten",
    "open_workshop",
    "read_workshop",
    "workshop_in_memory",
]


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


def open_workshop(path: Path, kinds: StoredKinds, check: Check | None = None) -> Store:
    """Open a workshop file that is there. It is ours alone until it is closed.

    ``check`` looks at what is in it before anything is changed, and raises if that is not sound.

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
            _("The file of this workshop is not there."),
            _("Plug in what holds it. If the workshop is over, delete it from the list."),
        )
    return open_store(path, WORKSHOP_FILE, _reader(kinds, check))


def read_workshop(path: Path, kinds: StoredKinds, check: Check | None = None) -> Store:
    """Open in memory what a workshop file holds, where it can be read and not written.

    Raises what ``open_workshop`` raises.
    """
    return open_copy_in_memory(path, WORKSHOP_FILE, _reader(kinds, check))


def workshop_in_memory(workshop: Workshop) -> Store:
    """Keep a workshop in memory alone: for practice, and when the machine fails."""
    db = open_in_memory(WORKSHOP_FILE)
    save_whole(db, workshop)
    return db


@contextmanager
def let_go_on_failure(db: Store) -> Iterator[None]:
    """Close a store if what it was opened for fails: its file would stay locked, for us too."""
    try:
        yield
    except BaseException:
        db.close()
        raise


def _reader(kinds: StoredKinds, check: Check | None) -> Callable[[Store], None]:
    def read(db: Store) -> None:
        with suppress(NotAWorkshopError):  # nothing has been kept in it yet
            workshop = read_whole(db, kinds)
            if check is not None:
                check(workshop)

    return read


def _filled(path: Path, workshop: Workshop) -> Store:
    db = open_store(path, WORKSHOP_FILE)
    with let_go_on_failure(db):
        save_whole(db, workshop)
    return db
