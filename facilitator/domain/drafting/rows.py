"""Rows of a list in one or two languages, when the lines of one language are typed."""

from collections.abc import Iterator, Sequence

from facilitator.domain.drafting.matching import places_before
from facilitator.domain.drafting.words import UNWRITTEN, is_written, with_text, written_in
from facilitator.domain.text.language import NO_WORDS, Language, Words

Rows = tuple[Words, ...]
Places = Sequence[int | None]
Others = tuple[tuple[Language, str], ...]


def with_lines(rows: Rows, language: Language, lines: Sequence[str], earlier: Rows = ()) -> Rows:
    """Return rows with these lines in one language; each keeps its text in the other.

    A row goes with its line. ``earlier`` has the rows from before somebody began to type: a line
    that is typed again, or where a row went, is that row again. Without any line, only the texts
    in this language go. Rows without a text are left out.
    """
    if not any(lines):
        return _written(with_text(words, language, "") for words in rows)
    places = places_before([written_in(words, language) for words in rows], lines)
    waiting = {
        place: words
        for place, words in enumerate(rows)
        if place not in places and _waits(words, language, earlier)
    }
    typed = [None if place is None else rows[place] for place in places]
    gone = _Gone(earlier, language, tuple(waiting.values()))
    changed = (
        with_text(words or NO_WORDS, language, line)
        for words, line in zip(gone.put_back(typed, lines), lines, strict=True)
    )
    return _written(_with_waiting(tuple(changed), places, waiting))


def _written(rows: Iterator[Words]) -> Rows:
    return tuple(words for words in rows if is_written(words))


def _others(words: Words, language: Language) -> Others:
    """Return what is written in the other languages."""
    texts = words.texts
    return tuple(
        (spoken, text) for spoken, text in texts if spoken != language and text != UNWRITTEN
    )


def _waits(words: Words, language: Language, earlier: Rows) -> bool:
    """Return whether a row has no text in a language, and had none when the typing began."""
    same = (row for row in earlier if _others(row, language) == _others(words, language))
    return not written_in(words, language) and not any(written_in(row, language) for row in same)


def _with_waiting(changed: Rows, places: Places, waiting: dict[int, Words]) -> Iterator[Words]:
    """Yield the changed rows, and each waiting one after the row that it was after."""
    after: dict[int, list[Words]] = {}
    for place, words in waiting.items():
        before = [(old, at) for at, old in enumerate(places) if old is not None and old < place]
        after.setdefault(max(before)[1] if before else -1, []).append(words)
    yield from after.get(-1, ())
    for at, words in enumerate(changed):
        yield words
        yield from after.get(at, ())


class _Gone:
    """Rows from before the typing began that are no longer in the list: each has another text."""

    def __init__(self, earlier: Rows, language: Language, present: Rows) -> None:
        self._earlier, self._language = earlier, language
        self._left = [place for place, row in enumerate(earlier) if _others(row, language)]
        for words in present:
            self._origin(words)

    def put_back(self, typed: Sequence[Words | None], lines: Sequence[str]) -> list[Words | None]:
        """Return the typed rows, where a new line is a row that is gone if there is one."""
        origins = [None if words is None else self._origin(words) for words in typed]
        again = list(typed)
        for at, line in enumerate(lines):
            place = self._place_of(line, at, origins) if typed[at] is None and line else None
            if place is not None:
                self._left.remove(place)
                origins[at], again[at] = place, self._earlier[place]
        return again

    def _origin(self, words: Words) -> int | None:
        """Return which of the earlier rows this is; that is not gone."""
        others = _others(words, self._language)
        same = (at for at in self._left if _others(self._earlier[at], self._language) == others)
        place = next(same, None)
        if place is not None:
            self._left.remove(place)
        return place

    def _place_of(self, line: str, at: int, origins: Places) -> int | None:
        """Return the row with this text, or the first between those around the line."""
        for place in self._left:
            if written_in(self._earlier[place], self._language) == line:
                return place
        low = max((place for place in origins[:at] if place is not None), default=-1)
        above = (place for place in origins[at + 1 :] if place is not None)
        high = min(above, default=len(self._earlier))
        return next((place for place in self._left if low < place < high), None)
