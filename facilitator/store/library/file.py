"""The library file."""

from pathlib import Path

from facilitator.store.database import (
    Store,
    check,
    damage_told,
    open_copy_in_memory,
    open_in_memory,
    open_store,
)
from facilitator.store.library.agreements import all_kept_agreements
from facilitator.store.library.left_files import left_files
from facilitator.store.library.schema import LIBRARY_FILE
from facilitator.store.library.settings import all_settings
from facilitator.store.library.workshops import workshops

NAME = "library.db"


def open_library(folder: Path) -> Store:
    """Open the library in the data folder, made new if it is not there.

    Raises what ``open_store`` raises; ``StoreDamagedError`` also when only a part is damaged.
    """
    return _checked(open_store(folder / NAME, LIBRARY_FILE))


def library_in_memory() -> Store:
    """Open an empty library in memory, for when the data folder cannot be used."""
    return open_in_memory(LIBRARY_FILE)


def read_library(folder: Path) -> Store:
    """Open in memory what the library holds, where it can be read and not written.

    Raises as ``open_library``.
    """
    return _checked(open_copy_in_memory(folder / NAME, LIBRARY_FILE))


def _checked(library: Store) -> Store:
    try:
        check(library)
        with damage_told():  # SQLite does not know which values we write
            for read in (workshops, left_files, all_settings, all_kept_agreements):
                read(library)
    except BaseException:
        library.close()
        raise
    return library
