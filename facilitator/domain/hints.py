"""Quiet hints that a line may point to a person. They never block, and often err."""

import re
from enum import StrEnum


class Hint(StrEnum):
    """Something in a line that the facilitator may want to look at."""

    NAME = "a name?"
    EMAIL = "an e-mail address?"
    PHONE = "a phone number?"
    POSTCODE = "a postcode?"
    ROLE = "points to a person?"
    HANDLE = "an account name?"


PATTERNS = {
    Hint.EMAIL: re.compile(r"\S+@\S+\.\w"),
    Hint.PHONE: re.compile(r"(?:\+|\b0)\d(?:[\s()-]*\d){6,}"),
    Hint.POSTCODE: re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b", re.IGNORECASE),
    Hint.HANDLE: re.compile(r"(?<!\S)@\w{2,}"),
    Hint.ROLE: re.compile(
        r"\b(?:my|our|the|fy|ein|y|yr)\s+(?:\w+\s+)?(?:manager|boss|director|chair|chief|head|"
        r"leader|supervisor|doctor|nurse|teacher|secretary|treasurer|rheolwr|cadeirydd|bennaeth)\b",
        re.IGNORECASE,
    ),
    Hint.NAME: re.compile(r"(?<=[^\s.!?…:“\"])\s+(?!I\b|I’|I')[^\W\d_a-z][^\W\d_A-Z][\w’'-]*"),
}


def hints_of(text: str) -> tuple[Hint, ...]:
    """Return what in a line may point to a person."""
    return tuple(hint for hint, pattern in PATTERNS.items() if pattern.search(text))
