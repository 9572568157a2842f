"""Plain values in a column, without loss."""

import json
from datetime import datetime, timedelta

from facilitator.bounded_json import bounded_json
from facilitator.domain.ids import StepId
from facilitator.domain.letters import Lettered, LineName
from facilitator.domain.text.language import Language, Words
from facilitator.domain.time.clock import Moment
from facilitator.store.database import Row

MICROSECOND = timedelta(microseconds=1)


def microseconds(length: timedelta) -> int:
    """Convert a length to whole microseconds."""
    return length // MICROSECOND


def length_of(count: int) -> timedelta:
    """Convert microseconds to a length. Raises ``TypeError`` for anything but a whole number."""
    if type(count) is not int:
        raise TypeError("a length is a whole number")
    return count * MICROSECOND


def time_of(text: str | None) -> datetime | None:
    """Parse the ISO 8601 text of a time, if there is one."""
    return None if text is None else datetime.fromisoformat(text)


def text_of(time: datetime | None) -> str | None:
    """Write a time as ISO 8601 text, if there is one."""
    return None if time is None else time.isoformat()


def moment_of(row: Row) -> Moment | None:
    """Read a round's last start, if there is one."""
    wall = time_of(row["since_wall"])
    if wall is None:
        return None
    return Moment(length_of(row["since_reading_us"]), wall, row["since_boot"])


def moment_as_text(moment: Moment | None) -> str | None:
    """Write a moment for one column, if there is one."""
    if moment is None:
        return None
    return json_of([microseconds(moment.reading), text_of(moment.wall), moment.boot])


def moment_from(text: str | None) -> Moment | None:
    """Read the moment that ``moment_as_text`` wrote."""
    if text is None:
        return None
    reading, wall, boot = bounded_json(text)
    return Moment(length_of(reading), datetime.fromisoformat(wall), boot)


def names_as_json(names: tuple[LineName, ...]) -> str:
    """Write names of lines from kinds of step as lists of step and id."""
    return json_of([[name.of, name.id] for name in names])


def names_of(text: str) -> tuple[LineName, ...]:
    """Read the names that ``names_as_json`` wrote."""
    return tuple(LineName(line, of=StepId(step)) for step, line in bounded_json(text))


def letters_as_json(letters: tuple[Lettered, ...]) -> str:
    """Write letters as lists of letter, id, number of the wording, step, and whether a reason."""
    lines = ((each.letter, each.name) for each in letters)
    return json_of([[letter, name.id, name.version, name.of, name.why] for letter, name in lines])


def letters_of(text: str) -> tuple[Lettered, ...]:
    """Read the letters that ``letters_as_json`` wrote."""
    return tuple(
        Lettered(letter, LineName(line, version, None if of is None else StepId(of), why))
        for letter, line, version, of, why in bounded_json(text)
    )


def json_of(value: object) -> str:
    """Write plain lists, texts and numbers as JSON."""
    return json.dumps(value, ensure_ascii=False)


def pairs_of(words: Words) -> list[list[str]]:
    """List words as pairs of language and text, in their order."""
    return [[language, text] for language, text in words.texts]


def words_of(pairs: object) -> Words:
    """Build words from a list of pairs of language and text. Raises ``TypeError`` for another."""
    if not isinstance(pairs, list) or not all(map(_is_pair, pairs)):
        raise TypeError("words are a list of pairs of texts")
    return Words(tuple((Language(code), text) for code, text in pairs))


def _is_pair(pair: object) -> bool:
    if not isinstance(pair, list) or len(pair) != 2:
        return False
    return all(isinstance(text, str) for text in pair)
