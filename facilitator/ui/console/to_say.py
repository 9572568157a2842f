"""Sentences for the facilitator to say, in each of the workshop's languages."""

from facilitator.domain.text.language import Language, in_order
from facilitator.room.say import say
from facilitator.room.sentence_keys import Key
from facilitator.ui.console.say import quoted


def to_say(languages: tuple[Language, ...], key: Key, **fields: str) -> str:
    """Put a sentence in quotation marks, one line for each language."""
    return "\n".join(quoted(say(language, key, **fields)) for language in in_order(languages))
