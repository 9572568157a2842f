"""Languages of a workshop, and texts in one or two of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NewType, Self

Language = NewType("Language", str)  # an ISO 639-1 code

ENGLISH = Language("en")
WELSH = Language("cy")
MOST_LANGUAGES = 2  # of a workshop


@dataclass(frozen=True, slots=True)
class Words:
    """A text that the room reads, in the workshop's one or two languages."""

    texts: tuple[tuple[Language, str], ...] = ()

    @classmethod
    def of(cls, text: str, language: Language = ENGLISH) -> Self:
        """Return words in one language; none for an empty text."""
        return cls(((language, text),) if text else ())

    @classmethod
    def from_mapping(cls, texts: Mapping[str, str]) -> Self:
        """Return words from codes and texts, in the order given."""
        return cls(tuple((Language(code), text) for code, text in texts.items() if text))

    def in_(self, language: Language) -> str:
        """Return the text in a language, else in the first one, else nothing."""
        by_language = dict(self.texts)
        return by_language.get(language, next(iter(by_language.values()), ""))

    @property
    def first(self) -> str:
        """The text in the first language, or nothing."""
        return self.texts[0][1] if self.texts else ""

    def __bool__(self) -> bool:
        return bool(self.texts)


NO_WORDS = Words()


def joined(first: Words, more: Words) -> Words:
    """Return two sentences one after the other, in each language of either."""
    texts = dict(first.texts)
    for language, text in more.texts:
        start = texts.get(language, "")
        ended = start if not start or start[-1] in ".?!…" else f"{start}."
        texts[language] = f"{ended} {text}".strip()
    return Words(tuple(texts.items()))


def in_order(languages: tuple[Language, ...]) -> tuple[Language, ...]:
    """Return the languages in reading order: Welsh first where it is one of two."""
    return tuple(sorted(languages, key=lambda language: language != WELSH))
