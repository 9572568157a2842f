"""Reads lengths and times of day as people write them."""

import re
from dataclasses import dataclass
from datetime import timedelta

MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)
MOST_CHARACTERS = 60  # of a length or a time; the patterns are slow on long texts
DASH = re.compile(r"\s*(?:-|–|—|−|\bto\b|\buntil\b|\btill\b|\bi\b|\btan\b)\s*", re.IGNORECASE)
ABOUT = re.compile(r"^(?:~|≈|ca\.?|c\.|about|approx\.?|tua)\s*|[-\s]*ish$", re.IGNORECASE)
HOURS = r"(?:h|hr|hrs|hour|hours|awr|std)\.?"
MINUTES = r"(?:m|min|mins|minute|minutes|munud|munudau|’|')\.?"
LENGTH = re.compile(
    rf"(?:(?P<hours>\d{{1,2}}(?:[.,]\d{{1,2}})?)\s*{HOURS})?\s*"
    rf"(?:(?P<minutes>\d{{1,3}}(?:[.,]\d{{1,2}})?)\s*(?P<unit>{MINUTES})?)?",
    re.IGNORECASE,
)
SECONDS = re.compile(r"(\d{1,4})\s*(?:s|sec|secs|second|seconds|eiliad)\.?", re.IGNORECASE)
CLOCK = re.compile(r"(\d{1,2})(?:[:.h](\d{2})(?::\d{2})?)?\s*(am|pm|a\.m\.|p\.m\.)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Length:
    """A length, with the shortest where a range was given."""

    longest: timedelta
    shortest: timedelta | None = None


@dataclass(frozen=True, slots=True)
class Times:
    """When something begins and ends, since midnight."""

    begins: timedelta
    ends: timedelta | None = None


def length_in(text: str) -> Length | None:
    """Return the length or the range of lengths that a text is, such as “45 min – 1 hour”."""
    if len(text) > MOST_CHARACTERS:
        return None
    first, *others = DASH.split(ABOUT.sub("", text.strip()), maxsplit=1)
    last = others[0] if others else first
    longest = _length(last)
    shortest = _length(first, usual=_unit(last)) if others else None
    if longest is None or (others and shortest is None):
        return None
    if shortest is not None and shortest >= longest:
        shortest = None
    return Length(longest, shortest)


def times_in(text: str) -> Times | None:
    """Return the time of day or the two times that a text is, such as “09.00 - 09.15”."""
    if len(text) > MOST_CHARACTERS:
        return None
    first, *others = DASH.split(ABOUT.sub("", text.strip()), maxsplit=1)
    ends = _clock(ABOUT.sub("", others[0])) if others else None
    begins = _clock(first)
    if begins is None or (others and ends is None):
        return None
    if not _looks_like_a_clock(text):
        return None
    if ends is not None and ends < begins:  # after midnight, or 9–1
        ends += DAY if ends + DAY / 2 < begins else DAY / 2
    return Times(begins, ends)


def _looks_like_a_clock(text: str) -> bool:
    return bool(re.search(r"\d[:.h]\d{2}|\d\s*[ap]\.?m\b", text, re.IGNORECASE))


def _unit(text: str) -> str:
    return "hours" if re.search(rf"\d\s*{HOURS}$", text.strip(), re.IGNORECASE) else "minutes"


def _length(text: str, usual: str = "minutes") -> timedelta | None:
    plain = ABOUT.sub("", text.strip())
    if seconds := SECONDS.fullmatch(plain):
        return timedelta(seconds=int(seconds[1])) or None
    match = LENGTH.fullmatch(plain)
    if match is None or not any(match.group("hours", "minutes")):
        return None
    hours, minutes = _number(match["hours"]), _number(match["minutes"])
    if usual == "hours" and match["hours"] is None and match["unit"] is None:
        hours, minutes = minutes, 0.0
    seconds_in_all = round(hours * 3600 + minutes * 60)
    return timedelta(seconds=seconds_in_all) if seconds_in_all else None


def _number(text: str | None) -> float:
    return float(text.replace(",", ".")) if text else 0.0


def _clock(text: str) -> timedelta | None:
    match = CLOCK.fullmatch(text.strip())
    if match is None:
        return None
    hours, minutes = int(match[1]), int(match[2] or 0)
    half = (match[3] or "").lower()[:1]
    if half:
        hours = hours % 12 + (12 if half == "p" else 0)
    return timedelta(hours=hours, minutes=minutes) if hours < 24 and minutes < 60 else None
