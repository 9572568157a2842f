"""Finds telephone numbers and mail addresses, to keep each on one line where it fits."""

import re
from functools import cache

NO_BREAK_SPACE, NO_BREAK_HYPHEN = "\u00a0", "\u2011"
MOST_CHARACTERS = 28  # length of a number with a prefix and an extension
LEAST_DIGITS, MOST_DIGITS = 6, 15  # of a telephone number
_NUMBER = r"(?<![\w+(])[+(]{0,2}\d(?:[ ()/.–-]{0,2}\d)+(?!\w)"
_DATE = r"\d{4}-\d\d-\d\d"  # also in the name of a record, which people may copy by hand
_MAIL = r"[^\s@,;:<>()]{1,64}@[^\s@,;:<>()]{1,200}\.[^\s@,;:<>().]{1,60}"
_HELD = str.maketrans({" ": NO_BREAK_SPACE, "-": NO_BREAK_HYPHEN})


def spans(text: str) -> tuple[tuple[int, int], ...]:
    """Return the start and end of each telephone number or mail address."""
    if not any(character.isdecimal() or character == "@" for character in text):
        return ()
    matches = _compiled(_NUMBER).finditer(text)
    numbers = [match.span() for match in matches if _is_number(match.group())]
    mails = [match.span() for match in _compiled(_MAIL).finditer(text)] if "@" in text else []
    return tuple(sorted(numbers + mails))


def held_together(text: str) -> str:
    """Return a text of the same length without places to break inside contacts.

    For measuring and showing; the saved text does not change.
    """
    parts: list[str] = []
    done = 0
    for start, end in spans(text):
        if start >= done:
            parts += [text[done:start], text[start:end].translate(_HELD)]
            done = end
    return "".join([*parts, text[done:]])


def _is_number(text: str) -> bool:
    digits = sum(character.isdigit() for character in text)
    is_length = LEAST_DIGITS <= digits <= MOST_DIGITS and len(text) <= MOST_CHARACTERS
    return is_length and not _compiled(_DATE).match(text)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Compile a pattern when a text needs it: few texts of a window have digits."""
    return re.compile(pattern)
