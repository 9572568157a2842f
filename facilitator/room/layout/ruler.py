"""Measures text independently of what draws it."""

from typing import Protocol


class Ruler(Protocol):
    """Breaks and measures text as the board will draw it. Sizes and widths are board units."""

    def lines(self, text: str, width: float, size: float, weight: int) -> tuple[str, ...]:
        """Return the text broken into lines no wider than ``width``.

        A word too long for a line is broken between graphemes. Joined again, the lines hold every
        character but the spaces at which they were broken.
        """
        ...

    def line_height(self, size: float) -> float:
        """Return the distance from one line to the next."""
        ...

    def width(self, text: str, size: float, weight: int) -> float:
        """Return how wide a single line is."""
        ...
