"""Parses what people type into *Before you start*."""

import re
from datetime import datetime, time, timedelta

from facilitator.domain.setup import MOST_PEOPLE
from facilitator.ui.widgets.fields import NumberBox

_TIME = re.compile(r"\s*(\d{1,2})(?:\s*[:.h]?\s*(\d{2}))?\s*")
_METRES = re.compile(r"\s*(\d{1,3}(?:[.,]\d+)?)\s*m?\s*", re.IGNORECASE)


def time_of(text: str) -> time | None:
    """Parse a time of day (13:05, 13.05, 1305, 13); ``None`` if it is none."""
    match = _TIME.fullmatch(text)
    if match is None:
        return None
    hour, minute = int(match[1]), int(match[2] or 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def metres_of(text: str) -> float | None:
    """Parse metres (8, 8.5, 8,5 m); ``None`` if it is no length."""
    match = _METRES.fullmatch(text)
    metres = float(match[1].replace(",", ".")) if match else 0.0
    return metres or None


def next_five(now: datetime) -> datetime:
    """Round up to five minutes, at least a minute from now."""
    later = now.replace(second=0, microsecond=0) + timedelta(minutes=1)
    return later + timedelta(minutes=-later.minute % 5)


def nearest(at: time, now: datetime) -> datetime:
    """Find the moment nearest to now with this time of day."""
    days = (now.date() + timedelta(days=more) for more in (-1, 0, 1))
    moments = [datetime.combine(day, at).astimezone(now.tzinfo) for day in days]
    return min(moments, key=lambda moment: abs(moment - now))


class PeopleBox(NumberBox):
    """A field for the number of people."""

    def __init__(self) -> None:
        super().__init__(1, MOST_PEOPLE)
