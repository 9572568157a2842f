"""Telephone numbers and mail addresses in a text: each stays on one line where it fits on one."""

import re

NO_BREAK_SPACE, NO_BREAK_HYPHEN = "\u00a0", "\u2011"
MOST_CHARACTERS = 28  # of what is held together: a number with a prefix and an extension
LEAST_DIGITS, MOST_DIGITS = 6, 15  # of a telephone number
_NUMBER = re.compile(r"(?<![\w+(])[+(]{0,2}\d(?:[ ()/.–-]{0,2}\d)+(?!\w)")
_SIGNS = re.compile(r"[\d@]")  # without any of them there is nothing to look for
_DATE = re.compile(r"\d{4}-\d\d-\d\d")  # as in the name of a record, which may be copied by hand
_MAIL = re.compile(r"[^\s@,;:<>()]{1,64}@[^\s@,;:<>()]{1,200}\.[^\s@,;:<>().]{1,60}")
_HELD = str.maketrans({" ": NO_BREAK_SPACE, "-": NO_BREAK_HYPHEN})


def spans(text: str) -> tuple[tuple[int, int], ...]:
    """Return where each telephone number or mail address begins and ends."""
    if not _SIGNS.search(text):
        return ()
    numbers = [one.span() for one in _NUMBER.finditer(text) if _is_number(one.group())]
    mails = [one.span() for one in _MAIL.finditer(text)] if "@" in text else []
    return tuple(sorted(numbers + mails))


def held_together(text: str) -> str:
    """Return a text of the same length that has no place to break within any of them.

    It is for measuring and showing; what somebody wrote is saved as it is.
    """
    parts: list[str] = []
    done = 0
    for start, end in spans(text):
        if start >= done:
            parts += [text[done:start], text[start:end].translate(_HELD)]
            done = end
    return "".join([*parts, text[done:]])


def _is_number(text: str) -> bool:
    digits = sum(one.isdigit() for one in text)
    is_length = LEAST_DIGITS <= digits <= MOST_DIGITS and len(text) <= MOST_CHARACTERS
    return is_length and not _DATE.match(text)
