"""Searching a copied data folder for texts, as somebody who steals it would."""

import re
import secrets
from collections.abc import Iterable
from pathlib import Path

NOUGHTS = re.compile(rb"\0{4,}")  # a new file is a mebibyte of them


def bytes_in(folder: Path) -> dict[str, bytes]:
    """Return every file's bytes, by name: the workshop, and any journal or copy beside it."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def left_of(folder: Path, texts: Iterable[str]) -> dict[str, list[str]]:
    """Return which texts can still be found, and in which files.

    They are looked for as UTF-8 and as UTF-16, whole and without the first letter, on which SQLite
    may have written something else.
    """
    held = {
        name: NOUGHTS.sub(bytes(4), names_by_text)
        for name, names_by_text in bytes_in(folder).items()
    }
    names_by_text = {
        text: [name for name, content in held.items() if _is_in(content, text)] for text in texts
    }
    return {text: names for text, names in names_by_text.items() if names}


def _is_in(held: bytes, text: str) -> bool:
    return any(look in held for look in (text[1:].encode(), text[1:].encode("utf-16-le")))


def times_in(folder: Path, text: str) -> int:
    """Return how many copies of a text the whole folder holds."""
    return sum(held.count(text.encode()) for held in bytes_in(folder).values())


def canary() -> str:
    """Return a random text of 16 characters, to look for."""
    return secrets.token_hex(8)
