"""Erasing files: overwritten on the disk first, then removed."""

import os
from contextlib import suppress
from pathlib import Path

from facilitator.errors import StoreUnavailableError
from facilitator.wording import _


def erase(*paths: Path) -> None:
    """Overwrite all files, then remove them; a missing file counts as removed.

    A failure with one file does not stop the others.

    Raises:
        StoreUnavailableError: one could not be removed; it says which.

    """
    for path in paths:
        with suppress(OSError):  # on a disk that cannot be written the file is at least removed
            _overwrite(path)
    remaining = [path for path in paths if not _is_removed(path)]
    if remaining:
        raise StoreUnavailableError(
            _("A file that should go cannot be deleted."),
            _("Delete it by hand: {path}").format(path=remaining[0]),
            _("A file that should go cannot be deleted."),
        )


def _overwrite(path: Path) -> None:
    with path.open("r+b") as file:
        left = path.stat().st_size
        while left > 0:
            left -= file.write(bytes(min(left, 1 << 20)))
        file.flush()
        os.fsync(file.fileno())


def _is_removed(path: Path) -> bool:
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return False
    return True
