"""Caches the layout of a page's lines, so that a later page with the same lines can reuse it.

A memo holds people's words. It belongs to its page, and is dropped with it.
"""

from collections.abc import Callable, Hashable
from typing import TypeVar, cast

T = TypeVar("T")


class Memo:
    """Cells, rows, cards and bands by their inputs; it also reads other pages' memos.

    It holds only what its own page uses, even if another page's memo had it first.
    """

    def __init__(self, memos: tuple["Memo", ...] = ()) -> None:
        self.entries: dict[Hashable, object] = {}
        self._other_entries = [memo.entries for memo in memos]

    def of(self, key: Hashable, make: Callable[[], T]) -> T:
        """Return the cached value for a key, else make it. It is never ``None``."""
        value = self.entries.get(key)
        if value is None:
            value = self._from_others(key)
            if value is None:
                value = make()
            self.entries[key] = value
        return cast("T", value)

    def peek(self, key: Hashable) -> object:
        """Return a cached value for a key, or ``None``; it is not yet this page's."""
        value = self.entries.get(key)
        return self._from_others(key) if value is None else value

    def put(self, key: Hashable, value: object) -> None:
        """Cache a value that this page uses."""
        self.entries[key] = value

    def seal(self) -> None:
        """Stop reading other memos, whose pages may be dropped."""
        self._other_entries = []

    def _from_others(self, key: Hashable) -> object:
        """Return another page's entry; the page of the last hit is asked first."""
        for place, entries in enumerate(self._other_entries):
            if (value := entries.get(key)) is not None:
                if place:
                    self._other_entries.insert(0, self._other_entries.pop(place))
                return value
        return None
