"""How often an attack is tried, from one setting, and printing what it measured."""

import os
import sys
from collections.abc import Iterable


def count(small: int, full: int) -> int:
    """Return the small count, or the full one with ``FACILITATOR_ATTACKS=full`` (``make soak``)."""
    return full if are_full() else small


def are_full() -> bool:
    """Return whether the attacks run at full count."""
    size = os.environ.get("FACILITATOR_ATTACKS", "small")
    if size not in ("small", "full"):
        raise ValueError("FACILITATOR_ATTACKS is 'small' or 'full'")
    return size == "full"


def measured(name: str, figures: Iterable[str]) -> None:
    """Say what an attack measured: ``pytest -s``, or the captured text of a failing test."""
    for line in figures:
        sys.stdout.write(f"{name}: {line}\n")
