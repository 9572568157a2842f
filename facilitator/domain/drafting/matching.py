"""Which rows of a text are which after somebody edited it."""

from collections.abc import Sequence
from difflib import SequenceMatcher


def places_before(before: Sequence[str], after: Sequence[str]) -> tuple[int | None, ...]:
    """Return the place that each row had before, or ``None`` for a new one.

    A row of the same text is the same row, also where it was moved. Then a row that takes the
    place of another one is that row with another text. An empty row has no text to be known by.
    """
    old_keys = [text or place for place, text in enumerate(before)]
    new_keys = [text or -1 - place for place, text in enumerate(after)]
    blocks = SequenceMatcher(None, old_keys, new_keys, autojunk=False).get_opcodes()
    places: dict[int, int] = {}
    for tag, first, _last, start, end in blocks:
        if tag == "equal":
            places |= {start + by: first + by for by in range(end - start)}
    left = [place for place in range(len(before)) if place not in places.values()]
    for place, text in enumerate(after):
        same = next((old for old in left if text and before[old] == text), None)
        if place not in places and same is not None:
            places[place] = same
            left.remove(same)
    for tag, first, last, start, end in blocks:
        if tag == "replace":
            old = [place for place in range(first, last) if place in left]
            new = [place for place in range(start, end) if place not in places]
            written_first = sorted(old, key=lambda place: not before[place])
            places |= dict(zip(new, sorted(written_first[: len(new)]), strict=False))
    return tuple(places.get(place) for place in range(len(after)))
