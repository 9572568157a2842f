"""Translation catalogues of made-up languages, in which the program must behave as in English."""

import re
import struct
from collections.abc import Callable
from functools import cache
from pathlib import Path

from scripts.texts import all_texts

HEADER = "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=(n != 1);\n"
PLACE = re.compile(r"(\{[a-z_]+\})")
LANGUAGE = "xx"
GREEK = 0x3B1  # alpha
WORD = 12  # letters of the longest word that is added
BEGINS, ENDS = "[!", "!]"  # of a text in the pseudo-language
_ACCENTS = str.maketrans("aceinosuyACEINOSUY", "àçéîñöšûýÀÇÉÎÑÖŠÛÝ")


def other_words(text: str) -> str:
    """Return a text of which no letter is as it was; places such as ``{step}`` stay."""
    parts = PLACE.split(text)
    return "".join(part if PLACE.fullmatch(part) else "".join(map(_other, part)) for part in parts)


def same_words(text: str) -> str:
    """Return the same words for every text, so that they do not differ by their words."""
    return " ".join(["words", *sorted(set(PLACE.findall(text)))])


def longer_words(text: str) -> str:
    """Return a text in a pseudo-language: accented, a third longer, and marked at both ends."""
    parts = PLACE.split(text)
    words = "".join(part if PLACE.fullmatch(part) else part.translate(_ACCENTS) for part in parts)
    longer = "".join("~" if place % WORD else " " for place in range(len(text) // 3))
    return f"{BEGINS}{words}{longer}{ENDS}"


def write_catalogue(folder: Path, translated: Callable[[str], str]) -> None:
    """Write a catalogue of the language ``xx`` with every text of the program."""
    texts = {"": HEADER}
    for parts in _all_parts():
        texts["\0".join(parts)] = "\0".join(map(translated, parts))
    path = folder / LANGUAGE / "LC_MESSAGES" / "facilitator.mo"
    path.parent.mkdir(parents=True)
    path.write_bytes(_compiled(texts))


@cache
def _all_parts() -> tuple[tuple[str, ...], ...]:
    """Return every text of the program, singular and plural; the files are read only once."""
    return tuple(tuple(part for part in text.parts if part) for text in all_texts())


def _other(letter: str) -> str:
    is_letter = letter.isascii() and letter.isalpha()
    return chr(GREEK + ord(letter.lower()) - ord("a")) if is_letter else letter


def _compiled(texts: dict[str, str]) -> bytes:
    """Return texts in gettext's binary form: where each begins and ends, then all of them."""
    pairs = sorted((key.encode(), value.encode()) for key, value in texts.items())
    count = len(pairs)
    begins, held = 28 + 16 * count, b""
    tables: list[bytes] = []
    for column in (0, 1):
        for pair in pairs:
            tables.append(struct.pack("<2I", len(pair[column]), begins + len(held)))
            held += pair[column] + b"\0"
    head = struct.pack("<7I", 0x950412DE, 0, count, 28, 28 + 8 * count, 0, 0)
    return head + b"".join(tables) + held
