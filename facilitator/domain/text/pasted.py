"""Splits a pasted list into lines without bullets."""

import re

from facilitator.domain.text.text import clean_line

_BULLET = re.compile(
    r"\s*(?:[•·▪▫◦‣\u2043●○■□►▸➤➢✓✔☐☑☒]\s*|[-–—*+]\s+(?:\[[ xX]?\]\s+)?|\(?\d{1,3}[.)]\s+)"
)
_LETTER = re.compile(r"\s*\(?[A-Za-z][.)]\s+")


def lines_of(text: str) -> tuple[str, ...]:
    """Return the lines of a pasted text, without bullets, dashes, numbers, and empty ones.

    Drops a letter before a line, as in "a)", only if every line has one: it may begin a name.
    """
    lines = [line for line in text.splitlines() if clean_line(line)]
    if len(lines) > 1 and all(_LETTER.match(line) for line in lines):
        lines = [_LETTER.sub("", line, count=1) for line in lines]
    bare = (clean_line(_BULLET.sub("", line, count=1)) for line in lines)
    return tuple(line for line in bare if line)
