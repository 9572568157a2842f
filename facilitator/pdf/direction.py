"""The direction of each part of a text: the Unicode rules for texts in mixed directions.

python-bidi's reference code computes the levels; it has no types, so only this module uses it.
Isolates are not among its rules.
"""

import re
import unicodedata
from collections.abc import Sequence

from bidi import algorithm as _bidi

_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})
_BLOCKS = re.compile(  # all characters of these classes, and some of others
    "[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


def runs_right_to_left(text: str) -> bool:
    """Return whether any of the text is written from right to left."""
    return _BLOCKS.search(text) is not None and any(
        unicodedata.bidirectional(character) in _RIGHT_TO_LEFT for character in text
    )


def levels(text: str) -> tuple[int, tuple[int, ...]]:
    """Return the level of the whole and of each character; odd ones run from right to left."""
    if not runs_right_to_left(text):
        return 0, (0,) * len(text)
    base: int = _bidi.get_base_level(text)
    storage = _bidi.get_empty_storage()
    storage["base_level"], storage["base_dir"] = base, "LR"[base]
    _bidi.get_embedding_levels(text, storage)
    for place, character in enumerate(storage["chars"]):
        character["place"] = place
        if not character["type"]:  # newer than Python's tables; python-bidi has no such type
            character["type"] = "R" if _BLOCKS.match(character["ch"]) else "ON"
    _bidi.explicit_embed_and_overrides(storage)
    _bidi.resolve_weak_types(storage)
    _bidi.resolve_neutral_types(storage, debug=False)
    _bidi.resolve_implicit_levels(storage, debug=False)
    characters = storage["chars"]
    resolved = {character["place"]: int(character["level"]) for character in characters}
    result: list[int] = []
    for place in range(len(text)):  # the rules skip a joiner: it takes its neighbour's level
        result.append(resolved.get(place, result[-1] if result else base))
    return base, tuple(result)


def in_visual_order(levels_of_parts: Sequence[int]) -> list[int]:
    """Return the places of a line's parts from left to right (rule L2)."""
    order = list(range(len(levels_of_parts)))
    for level in range(max(levels_of_parts, default=0), 0, -1):
        start = 0
        while start < len(order):
            end = start
            while end < len(order) and levels_of_parts[order[end]] >= level:
                end += 1
            order[start:end] = reversed(order[start:end])
            start = max(end, start + 1)
    return order
