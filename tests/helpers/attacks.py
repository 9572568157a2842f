"""How often an attack is tried: the one setting for all of them."""

import os


def count(small: int, full: int) -> int:
    """Return the small count, or the full one with ``FACILITATOR_ATTACKS=full`` (``make soak``)."""
    size = os.environ.get("FACILITATOR_ATTACKS", "small")
    if size not in ("small", "full"):
        raise ValueError("FACILITATOR_ATTACKS is 'small' or 'full'")
    return full if size == "full" else small
