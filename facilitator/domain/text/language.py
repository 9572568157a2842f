"""Languages of a workshop, and texts in one or two of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NewType, Self

Language = NewType("Language", str)  # an ISO 639-1 code

ENGLISH = Language("en")
WELSH = Language("cy")


@dataclass(frozen=True, slots=True)
class Words:
    """A text that the room reads, in the workshop's one or two languages."""

    texts: tuple[tuple[Language, str], ...] = ()

    @classmethod
    def of(cls, text: str, language: Language = ENGLISH) -> Self:
        """Return words in one language; an empty text is no words at all."""
        return cls(((language, text),) if text else ())

    @classmethod
    def from_mapping(cls, texts: Mapping[str, str]) -> Self:
        """Return words from codes and texts, in the order given."""
        return cls(tuple((Language(code), text) for code, text in texts.items() if text))

    def in_(self, language: Language) -> str:
        """Return the text in that language, else in the first there is, else nothing."""
        by_language = dict(self.texts)
        return by_language.get(language, next(iter(by_language.values()), ""))

    @property
    def first(self) -> str:
        """The text in the language that comes first, or nothing."""
        return self.texts[0][1] if self.texts else ""

    def __bool__(self) -> bool:
        return bool(self.texts)


NO_WORDS = Words()


def joined(first: Words, more: Words) -> Words:
    """Return sentences one after another, in each language that either has."""
    texts = dict(first.texts)
    for language, text in more.texts:
        said = texts.get(language, "")
        ended = said if not said or said[-1] in ".?!…" else f"{said}."
        texts[language] = f"{ended} {text}".strip()
    return Words(tuple(texts.items()))


def in_order(languages: tuple[Language, ...]) -> tuple[Language, ...]:
    """Return the languages as the room reads them: Welsh first where it is one of two."""
    return tuple(sorted(languages, key=lambda one: one != WELSH))
