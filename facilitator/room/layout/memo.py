"""What has been set for a page, so that a later page with the same lines need not set them again.

A memo holds people's words. It belongs to the page that it was filled for, and goes with it.
"""

from collections.abc import Callable, Hashable
from typing import TypeVar, cast

T = TypeVar("T")


class Memo:
    """Cells, rows, cards and bands by what they were made of; it looks in other pages' memos too.

    Only what its own page uses is in it, also where another page's memo had it first.
    """

    def __init__(self, others: tuple["Memo", ...] = ()) -> None:
        self.entries: dict[Hashable, object] = {}
        self._others = tuple(other.entries for other in others)

    def of(self, key: Hashable, make: Callable[[], T]) -> T:
        """Return what was made for this key before, else make it. It is never ``None``."""
        value = self.entries.get(key)
        if value is None:
            for other in self._others:
                if (value := other.get(key)) is not None:
                    break
            else:
                value = make()
            self.entries[key] = value
        return cast("T", value)

    def seal(self) -> None:
        """Look in no other memo any more: their pages may be dropped."""
        self._others = ()
