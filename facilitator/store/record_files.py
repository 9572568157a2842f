"""Distinguishes a record, and the JSON beside it, from other files."""

from pathlib import Path

PDF, JSON = ".pdf", ".json"
BEGINNINGS = b"%PDF-", b"{"  # of such files, whatever they are called
UNFINISHED = ".part"  # of a record that is being written
EARLIER = ".old"  # of one that is being replaced, until it is erased


def json_beside(record: Path) -> Path:
    """Return the path of the JSON with the same content."""
    return record.with_suffix(JSON)


def has_leftovers(record: Path) -> bool:
    """Return whether a crash left files of a record that was being replaced."""
    try:
        return any(
            path.with_name(path.name + end).exists()
            for path in (record, json_beside(record))
            for end in (UNFINISHED, EARLIER)
        )
    except OSError:
        return False


def is_record_file(path: Path) -> bool:
    """Return whether a file may be a record, by its name or its beginning."""
    if path.suffix.lower() in (PDF, JSON):
        return True
    try:
        with path.open("rb") as file:
            return file.read(5).startswith(BEGINNINGS)
    except OSError:
        return False
