"""What somebody finds who copies the data folder."""

from pathlib import Path


def bytes_in(folder: Path) -> dict[str, bytes]:
    """Return every file's bytes, by name: the workshop, and any journal or copy beside it."""
    return {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def found_in(folder: Path, text: str) -> list[str]:
    """Return the files that hold a text, as UTF-8 or UTF-16, whole or all but its first letter."""
    looks = [text.encode(), text[1:].encode(), text.encode("utf-16-le")]
    return [name for name, held in bytes_in(folder).items() if any(one in held for one in looks)]


def times_in(folder: Path, text: str) -> int:
    """Return how many copies of a text the whole folder holds."""
    return sum(held.count(text.encode()) for held in bytes_in(folder).values())
