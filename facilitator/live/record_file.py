"""A record on its way to the disk: its name, and its two files, whole or not at all."""

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

from facilitator.domain.summary import SessionSummary
from facilitator.domain.workshop import Workshop
from facilitator.errors import StoreUnavailableError
from facilitator.record import json_of, make_record
from facilitator.wording import _

UNFINISHED = ".part"  # of a record that is being written
MAX_NAME = 60  # characters of a record's file name


def free_name(folder: Path, workshop: Workshop, day: date) -> Path:
    """Return a file name for a record that is not taken, from the title and the day."""
    title = "".join(c if c.isalnum() or c in " -" else " " for c in workshop.title)
    name = " ".join(title.split())[:MAX_NAME].strip() or _("Workshop")
    path = folder / f"{day:%Y-%m-%d} {name}.pdf"
    number = 2
    while path.exists() or json_beside(path).exists():
        path = folder / f"{day:%Y-%m-%d} {name} {number}.pdf"
        number += 1
    return path


def json_beside(record: Path) -> Path:
    """Return where the JSON of the same content stands."""
    return record.with_suffix(".json")


def record_is_whole(record: Path) -> bool:
    """Return whether record and JSON are both in their places."""
    return record.exists() and json_beside(record).exists()


def write_record(
    summary: SessionSummary, record: Path, make: Callable[[SessionSummary], bytes] = make_record
) -> None:
    """Write record and JSON, whole or not at all. Safe on any thread, and to do twice.

    Raises ``StoreUnavailableError`` when the folder cannot be written.
    """
    try:
        record.parent.mkdir(parents=True, exist_ok=True)
        _put(json_beside(record), json_of(summary).encode())
        _put(record, make(summary))
    except OSError as error:
        raise StoreUnavailableError(
            _("The record cannot be written there."),
            _("Nothing is lost. Free some space or choose another folder, then try again."),
        ) from error


def _put(path: Path, content: bytes) -> None:
    """Put a file in its place at once; what a crash leaves behind is overwritten next time."""
    unfinished = path.with_name(path.name + UNFINISHED)
    with unfinished.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    unfinished.replace(path)
