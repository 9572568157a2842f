"""What a line without a name is on board and console: its words, or that it is a drawing."""

from facilitator.domain.text.language import NO_WORDS, Language, Words
from facilitator.room.say import say, say_in
from facilitator.room.sentence_keys import Key


def drawing_words(languages: tuple[Language, ...], *, drawing: bool) -> Words:
    """Return what says of a line that it is a drawing; nothing for one in words."""
    return say_in(languages, Key.DRAWING) if drawing else NO_WORDS


def helper_words(translation: Words) -> Words:
    """Return a translation, marked as a helper's."""
    return Words(
        tuple(
            (language, say(language, Key.HELPER_WORDS, text=text))
            for language, text in translation.texts
        )
    )


def spoken_line(language: Language, text: str, *, drawing: bool) -> str:
    """Return a line in one text; that it is a drawing comes before the words of its maker."""
    if not drawing:
        return text
    return ": ".join(filter(None, (say(language, Key.DRAWING), text)))
