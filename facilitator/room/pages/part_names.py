"""Parts of a step in the room's languages."""

from datetime import timedelta

from facilitator.domain.plan.forms import Part, Usual, parts_in, shared
from facilitator.domain.plan.step import Segment
from facilitator.domain.text.language import ENGLISH, Language, Words
from facilitator.room.say import say, say_in
from facilitator.room.sentence_keys import Key

MINUTE = timedelta(minutes=1)


def segments_of(
    wanted: Usual, length: timedelta, parts: str | None, languages: tuple[Language, ...]
) -> tuple[Segment, ...]:
    """Return the parts of a new step: as typed, or the usual ones grown to ``length``.

    Translates a typed usual name into every language of the room.
    Raises ``NotAllowedNowError`` where a typed part has no name or no minutes.
    """
    if parts is not None:
        parts_by_name = {
            say(language, _key(part)): part for language in (ENGLISH, *languages) for part in Part
        }
        return tuple(
            Segment(_named(name, parts_by_name.get(name), languages), time)
            for name, time in parts_in(parts)
        )
    if not wanted.parts:
        return ()
    lengths = shared(tuple(time for _part, time in wanted.parts), length)
    return tuple(
        Segment(say_in(languages, _key(part)), time)
        for (part, _usual), time in zip(wanted.parts, lengths, strict=True)
    )


def parts_as_typed(wanted: Usual, length: timedelta, language: Language) -> str:
    """Return the usual parts in the form in which they are typed: "Alone 1; In twos 2"."""
    segments = segments_of(wanted, length, None, (language,))
    return "; ".join(f"{segment.name.first} {segment.length / MINUTE:.4g}" for segment in segments)


def _key(part: Part) -> Key:
    return Key[f"PART_{part.name}"]


def _named(name: str, part: Part | None, languages: tuple[Language, ...]) -> Words:
    if part is None:
        return Words.of(name, ENGLISH if ENGLISH in languages else languages[0])
    return say_in(languages, _key(part))
