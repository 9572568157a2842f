"""Knowing a record, or the JSON beside it, from other files."""

from pathlib import Path

PDF, JSON = ".pdf", ".json"
BEGINNINGS = b"%PDF-", b"{"  # of such files, whatever they are called


def is_record_file(path: Path) -> bool:
    """Return whether a file may be a record, by its name or its beginning."""
    if path.suffix.lower() in (PDF, JSON):
        return True
    try:
        with path.open("rb") as file:
            return file.read(5).startswith(BEGINNINGS)
    except OSError:
        return False
