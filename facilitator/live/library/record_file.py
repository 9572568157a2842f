"""Writes a record to the disk under a free name: its two files, whole or not at all."""

import os
import sys
import unicodedata
from collections.abc import Callable
from datetime import date
from errno import EACCES, EBADF, EINVAL, ENOSYS, ENOTSUP, EOPNOTSUPP, EPERM
from pathlib import Path

from facilitator.domain.summary import SessionSummary
from facilitator.domain.text.text import graphemes
from facilitator.domain.workshop import Workshop
from facilitator.errors import StoreUnavailableError
from facilitator.record import (
    MOST_BYTES,
    RecordFileError,
    json_of,
    make_record,
    summary_from_json,
)
from facilitator.store.database import PRIVATE
from facilitator.store.erasing import erase
from facilitator.store.record_files import EARLIER, UNFINISHED, json_beside
from facilitator.wording import _

MAX_NAME = 60  # characters of a title in a record's file name
MOST_BYTES_OF_NAME = (
    110  # with the rest of the name under 143, the shortest limit of any file system we support
)
# What a file system answers when it cannot sync a folder, or may not list it.
NO_SYNC = EINVAL, EBADF, ENOTSUP, EOPNOTSUPP, ENOSYS, EACCES, EPERM


def free_name(folder: Path, workshop: Workshop, day: date) -> Path:
    """Return a free file name for a record, from the title and the day.

    Raises ``StoreUnavailableError`` when the folder cannot be listed.
    """
    try:
        return _free_name(folder, workshop, day)
    except OSError as error:
        raise not_there() from error


def _free_name(folder: Path, workshop: Workshop, day: date) -> Path:
    name = as_name(workshop.title) or _("Workshop")
    path = folder / f"{day:%Y-%m-%d} {name}.pdf"
    number = 2
    while path.exists() or json_beside(path).exists():
        path = folder / f"{day:%Y-%m-%d} {name} {number}.pdf"
        number += 1
    return path


def as_name(title: str) -> str:
    """Return as much of a title as fits a file name, never part of a character."""
    composed = unicodedata.normalize("NFC", title)
    words = " ".join("".join(map(_in_a_name, graphemes(composed))).split())
    name, room = "", MOST_BYTES_OF_NAME
    for part in graphemes(words)[:MAX_NAME]:
        room -= len(part.encode())
        if room < 0:
            break
        name += part
    return name.strip()


def _in_a_name(part: str) -> str:
    """Return a character for a file name: letters with their marks, digits and hyphens."""
    if part == "-":
        return part
    if not part[0].isalnum():
        return " "
    return "".join(c for c in part if c.isalnum() or (_is_mark(c) and not _chooses_a_look(c)))


def _is_mark(character: str) -> bool:
    return unicodedata.category(character)[0] == "M"


def _chooses_a_look(character: str) -> bool:
    return "\ufe00" <= character <= "\ufe0f"


def record_is_whole(record: Path) -> bool:
    """Return whether record and JSON are both in place, as far as the folder can be read."""
    try:
        return record.exists() and json_beside(record).exists()
    except OSError:
        return False


def write_record(
    summary: SessionSummary, record: Path, make: Callable[[SessionSummary], bytes] = make_record
) -> None:
    """Write record and JSON, whole or not at all. Safe on any thread, and to repeat.

    Writes the JSON last: a failure before it leaves nothing, not even an earlier record.

    Raises ``StoreUnavailableError`` when the folder cannot be written.
    """
    try:
        record.parent.mkdir(parents=True, exist_ok=True)
        _put(record, make(summary))
        _put(json_beside(record), json_of(summary).encode())
    except OSError as error:
        erase_record(record)
        raise not_there() from error
    except BaseException:
        erase_record(record)
        raise


def erase_record(record: Path) -> None:
    """Erase an abandoned record: both files, and their unfinished parts.

    Raises ``StoreUnavailableError`` when a file cannot be removed.
    """
    for path in (record, json_beside(record)):
        _gone(path)
    erase_unfinished(record)


def erase_unfinished(record: Path) -> None:
    """Erase what a crash left of a record that was being written or replaced.

    Erases the unfinished JSON first: only by that file does ``settle`` see that the PDF was
    replaced. Raises as ``erase_record``.
    """
    paths = json_beside(record), record
    for path in paths:
        _gone(_unfinished(path))
    for path in paths:
        _earlier_gone(path)


def write_beside(
    summary: SessionSummary, record: Path, make: Callable[[SessionSummary], bytes] = make_record
) -> None:
    """Write a record and its JSON beside an earlier one, which stays. Safe on any thread.

    Raises ``StoreUnavailableError`` when the folder cannot be written.
    """
    settle(record)  # an earlier file that still waits for its own name is not lost
    try:
        _write(_unfinished(record), make(summary))
        _write(_unfinished(json_beside(record)), json_of(summary).encode())
    except OSError as error:
        erase_unfinished(record)
        raise cannot_replace(record) from error
    except BaseException:
        erase_unfinished(record)
        raise


def is_written_beside(record: Path, content: str) -> bool:
    """Return whether a JSON with this content is next to a record, so that its PDF is whole."""
    try:
        return _unfinished(json_beside(record)).read_bytes() == content.encode()
    except OSError:
        return False


def put_in_place(record: Path) -> None:
    """Replace the earlier record with what ``write_beside`` wrote, and erase the earlier one.

    Where the file system has hard links, each file is either the earlier or the new one at any
    moment. Replaces the JSON last; ``settle`` finishes after a crash that follows the PDF.
    Raises ``StoreUnavailableError`` when a file cannot be replaced or erased.
    """
    paths = record, json_beside(record)
    try:
        for path in paths:
            _replace(path)
    except OSError as error:
        raise cannot_replace(record) from error
    erase(*map(_earlier, paths))


def settle(record: Path) -> None:
    """Finish or undo what a crash left of a record that was being replaced.

    Changes nothing next to a file that is no record, since nothing there is ours.
    Raises ``StoreUnavailableError`` when a file cannot be read, replaced or erased.
    """
    try:
        if not _is_record(record):
            return
        for path in (record, json_beside(record)):
            _give_name_back(path)
        beside = json_beside(record)
        if not _unfinished(record).exists() and _holds_content(_unfinished(beside)):
            _replace(beside)  # the PDF was replaced: the line is to be in neither
    except OSError as error:
        raise cannot_replace(record) from error
    erase_unfinished(record)


def _is_record(record: Path) -> bool:
    """Return whether the JSON next to a PDF, under one of its three names, is a record's."""
    beside = json_beside(record)
    return any(map(_holds_content, (beside, _unfinished(beside), _earlier(beside))))


def _give_name_back(path: Path) -> None:
    """Restore a file whose name was free when the program crashed: the new file, if any."""
    if path.exists() or not _earlier(path).exists():
        return
    newest = _unfinished(path) if _unfinished(path).exists() else _earlier(path)
    newest.replace(path)


def cannot_replace(record: Path) -> StoreUnavailableError:
    """Return the error for a record that cannot be replaced where it is."""
    return StoreUnavailableError(
        _("The record cannot be replaced: {path}").format(path=record),
        _("Close what has it open, see that its folder can be written to, and try again."),
        _("The record cannot be replaced."),
    )


def not_there() -> StoreUnavailableError:
    """Return the error for a record that is not in its place."""
    return StoreUnavailableError(
        _("The record cannot be written there."),
        _("Nothing is lost. Free some space or choose another folder, then try again."),
    )


def _put(path: Path, content: bytes) -> None:
    """Write a file in one move, readable only by this user of the computer."""
    unfinished = _unfinished(path)
    _gone(unfinished)
    _write(unfinished, content)
    unfinished.replace(path)
    _sync_folder(path.parent)


def _write(path: Path, content: bytes) -> None:
    path.touch(PRIVATE, exist_ok=False)
    with path.open("r+b") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _replace(path: Path) -> None:
    """Replace a file with the one written next to it; the earlier file gets another name."""
    if path.exists():
        _set_aside(path)
    _unfinished(path).replace(path)
    _sync_folder(path.parent)


def _holds_content(path: Path) -> bool:
    """Return whether a file is the whole JSON of a record."""
    if not path.is_file() or path.stat().st_size > MOST_BYTES:
        return False
    try:
        summary_from_json(path.read_text(encoding="utf-8"))
    except (RecordFileError, UnicodeDecodeError):
        return False
    return True


def _set_aside(path: Path) -> None:
    """Give a file a second name; without hard links, rename it."""
    earlier = _earlier(path)
    _earlier_gone(path)
    try:
        os.link(path, earlier)
    except OSError:
        path.replace(earlier)


def _sync_folder(folder: Path) -> None:
    """Sync a folder, so that a new name outlasts a power cut; Windows does so by itself.

    Ignores a folder that cannot be synced: the record is in it all the same.
    """
    if sys.platform == "win32":
        return
    try:
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)
    except OSError as error:
        if error.errno not in NO_SYNC:
            raise


def _unfinished(path: Path) -> Path:
    return path.with_name(path.name + UNFINISHED)


def _earlier(path: Path) -> Path:
    return path.with_name(path.name + EARLIER)


def _earlier_gone(path: Path) -> None:
    """Erase an earlier file; if it is a second name of the present file, remove only the name."""
    earlier = _earlier(path)
    try:
        shared = earlier.samefile(path)
    except OSError:
        shared = False  # one of the two is missing
    if not shared:
        _gone(earlier)
        return
    try:
        earlier.unlink()
    except OSError as error:
        raise cannot_replace(path) from error


def _gone(path: Path) -> None:
    """Overwrite and remove a file; a folder that cannot be written passes if it lacks the file."""
    try:
        erase(path)
    except StoreUnavailableError:
        if _may_be_there(path):
            raise


def _may_be_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:
        return True
