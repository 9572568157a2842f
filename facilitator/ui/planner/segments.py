"""The parts of a talk as text: each on a line, its name and its minutes."""

from dataclasses import replace
from datetime import timedelta

from facilitator.domain.drafting.matching import places_before
from facilitator.domain.drafting.words import line_of, with_text, written_in
from facilitator.domain.plan.forms import parts_in
from facilitator.domain.plan.limits import MOST_TITLE
from facilitator.domain.plan.step import Segment
from facilitator.domain.text.language import NO_WORDS, Language

MINUTE = timedelta(minutes=1)


def segments_as_typed(
    segments: tuple[Segment, ...], language: Language, *, with_minutes: bool
) -> str:
    """Return the parts as they are typed: on each line a name, and its minutes if asked for."""
    names = [(written_in(segment.name, language), segment.length) for segment in segments]
    if not with_minutes:
        return "\n".join(name for name, _length in names).rstrip("\n")
    return "\n".join(f"{name or '–'} {length / MINUTE:.4g}" for name, length in names)


def segments_typed(
    typed: str,
    before: tuple[Segment, ...],
    language: Language,
    earlier: tuple[Segment, ...] = (),
) -> tuple[Segment, ...]:
    """Return the parts that were typed with their minutes; what else each had stays.

    A part that is new, but was among the ``earlier`` ones, is that one again.

    Raises ``NotAllowedNowError`` for a part without a name or without minutes.
    """
    parts = [(line_of(name, MOST_TITLE), length) for name, length in parts_in(typed)]
    old = [_name_of(segment, language) for segment in before]
    names = [name for name, _length in parts]
    again = {_name_of(part, language): part for part in earlier}
    again = {name: part for name, part in again.items() if name not in old}
    segments = (
        again.pop(name, Segment(NO_WORDS, MINUTE)) if place is None else before[place]
        for name, place in zip(names, places_before(old, names), strict=True)
    )
    return tuple(
        replace(segment, name=with_text(segment.name, language, name), length=length)
        for segment, (name, length) in zip(segments, parts, strict=True)
    )


def _name_of(segment: Segment, language: Language) -> str:
    """Return the name of a part as it is typed."""
    return written_in(segment.name, language) or "–"


def segments_named(
    typed: str, before: tuple[Segment, ...], language: Language
) -> tuple[Segment, ...]:
    """Return the parts with the names that were typed in a second language, line by line.

    Where a line is deleted, its part has no name in that language, and the others keep theirs.
    """
    names = [line_of(name, MOST_TITLE) for name in typed.split("\n")]
    places: tuple[int | None, ...] = tuple(range(len(names)))
    if len(names) < len(before):
        places = places_before([written_in(old.name, language) for old in before], names)
    named = dict(zip(places, names, strict=True))
    return tuple(
        replace(old, name=with_text(old.name, language, named.get(place, "")))
        for place, old in enumerate(before)
    )
