"""Planned and actual minutes. They tell of steps and never of people."""

from collections.abc import Sequence
from datetime import timedelta

MINUTE = timedelta(minutes=1)


def whole_minutes(lengths: Sequence[timedelta]) -> tuple[int, ...]:
    """Return the lengths in whole minutes that add up to their sum in whole minutes.

    Those that lose most by rounding down are rounded up.
    """
    minutes = [length // MINUTE for length in lengths]
    missing = round(sum(lengths, timedelta()) / MINUTE) - sum(minutes)
    by_rest = sorted(range(len(lengths)), key=lambda n: lengths[n] % MINUTE, reverse=True)
    for place in by_rest[:missing]:
        minutes[place] += 1
    return tuple(minutes)
