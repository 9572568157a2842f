"""The fixed sentences of board and corner, in the workshop's languages (decision 9)."""

from facilitator.domain.text.language import Language, Words
from facilitator.room.sentence_keys import RoomKey
from facilitator.sentences import sentence


def say(language: Language, key: RoomKey, **fields: str | int) -> str:
    """Return a fixed sentence; a language that is not offered gets English."""
    return sentence(language, key, key.part).format(**fields)


def say_in(languages: tuple[Language, ...], key: RoomKey, **fields: str | int) -> Words:
    """Return a fixed sentence in each of the workshop's languages, in their order."""
    return Words(tuple((language, say(language, key, **fields)) for language in languages))
