"""Erasing files: overwritten on the disk first, then removed."""

import os
from contextlib import suppress
from pathlib import Path

from facilitator.errors import StoreUnavailableError
from facilitator.wording import _


def erase(*paths: Path) -> None:
    """Overwrite files, all of them, then remove them; one that is not there is gone already.

    What keeps one from being overwritten or removed keeps no other.

    Raises:
        StoreUnavailableError: one could not be removed; it says which.

    """
    for path in paths:
        with suppress(OSError):  # on a disk where nothing can be written it is removed at least
            _overwrite(path)
    kept = [path for path in paths if not _is_removed(path)]
    if kept:
        raise StoreUnavailableError(
            _("A file that should go cannot be deleted."),
            _("Delete it by hand: {path}").format(path=kept[0]),
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
