"""The place of a window, stored as text: ``1280x800+20+30``, or with `` max``."""

import re
from dataclasses import dataclass
from typing import Self

_WRITTEN = r"(\d{2,5})x(\d{2,5})([+-]\d{1,5})([+-]\d{1,5})( max)?"


@dataclass(frozen=True, slots=True)
class WindowPlace:
    """A window's place and size, in the units of its display."""

    x: int
    y: int
    width: int
    height: int
    is_maximised: bool = False

    @classmethod
    def of_text(cls, text: object) -> Self | None:
        """Return the place from its text; ``None`` for any other text."""
        match = re.fullmatch(_WRITTEN, text) if isinstance(text, str) else None
        if match is None:
            return None
        width, height, x, y = (int(number) for number in match.groups()[:4])
        return cls(x, y, width, height, is_maximised=match[5] is not None)

    def __str__(self) -> str:
        end = " max" if self.is_maximised else ""
        return f"{self.width}x{self.height}{self.x:+}{self.y:+}{end}"
