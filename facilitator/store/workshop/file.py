"""Creates, opens, reads and closes the workshop file."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from facilitator.domain.workshop import Workshop
from facilitator.errors import NotAWorkshopError, StoreUnavailableError
from facilitator.store.database import (
    PRIVATE,
    Store,
    converting_faults,
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
    "closing_on_failure",
    "create_workshop",
    "forget",
    "is_workshop_file",
    "may_be_forgotten",
    "open_workshop",
    "read_workshop",
    "workshop_in_memory",
]


def create_workshop(path: Path, workshop: Workshop) -> Store:
    """Create a file for a workshop and save all of it. It stays open, only for us.

    Raises ``StoreUnavailableError`` when the file exists, or the disk fails; then no new file is
    left.
    """
    with converting_faults():
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
    """Open an existing workshop file. It is only ours until it is closed.

    ``check`` reads its content before anything is changed, and raises if that is not sound.

    Raises:
        NotAWorkshopError: the file is something else; it is left as it is.
        WorkshopInUseError: another program has it open.
        StoreTooNewError: a newer version of the program wrote it.
        StoreUnavailableError: it does not exist, or cannot be read or written.

    """
    with converting_faults():
        exists = path.exists()
    if not exists:
        raise StoreUnavailableError(
            _("The file of this workshop is not there."),
            _("Plug in what holds it. If the workshop is over, delete it from the list."),
        )
    return open_store(path, WORKSHOP_FILE, _reader(kinds, check))


def read_workshop(path: Path, kinds: StoredKinds, check: Check | None = None) -> Store:
    """Open a copy of a workshop file in memory, for a file that can only be read.

    Raises as ``open_workshop``.
    """
    return open_copy_in_memory(path, WORKSHOP_FILE, _reader(kinds, check))


def workshop_in_memory(workshop: Workshop) -> Store:
    """Store a workshop only in memory: for practice, and when the disk fails."""
    db = open_in_memory(WORKSHOP_FILE)
    save_whole(db, workshop)
    return db


@contextmanager
def closing_on_failure(db: Store) -> Iterator[None]:
    """Close a store if the block fails, since its file would stay locked, even for us."""
    try:
        yield
    except BaseException:
        db.close()
        raise


def _reader(kinds: StoredKinds, check: Check | None) -> Callable[[Store], None]:
    def read(db: Store) -> None:
        with suppress(NotAWorkshopError):  # nothing was saved in it yet
            workshop = read_whole(db, kinds)
            if check is not None:
                check(workshop)

    return read


def _filled(path: Path, workshop: Workshop) -> Store:
    db = open_store(path, WORKSHOP_FILE)
    with closing_on_failure(db):
        save_whole(db, workshop)
    return db
