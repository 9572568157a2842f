"""The library file."""

from pathlib import Path

from facilitator.store.database import (
    Store,
    open_copy_in_memory,
    open_in_memory,
    open_store,
)
from facilitator.store.library.schema import LIBRARY_FILE
from facilitator.store.library.soundness import check_library

NAME = "library.db"


def open_library(folder: Path) -> Store:
    """Open the library in the data folder; create it if it does not exist.

    Raises what ``open_store`` raises; ``StoreDamagedError`` also when only a part is damaged.
    """
    return open_store(folder / NAME, LIBRARY_FILE, check_library)


def library_in_memory() -> Store:
    """Open an empty library in memory, for when the data folder cannot be used."""
    return open_in_memory(LIBRARY_FILE)


def read_library(folder: Path) -> Store:
    """Open a copy of the library in memory, for a folder that can only be read.

    Raises as ``open_library``.
    """
    return open_copy_in_memory(folder / NAME, LIBRARY_FILE, check_library)
