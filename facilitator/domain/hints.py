"""Quiet hints that a line may point to a person. They never block, and often err."""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from enum import StrEnum

FEW = 3  # a language used in fewer lines than this may point to those who speak it


class Hint(StrEnum):
    """Something in a line that the facilitator may want to look at."""

    NAME = "a name?"
    EMAIL = "an e-mail address?"
    PHONE = "a phone number?"
    POSTCODE = "a postcode?"
    ROLE = "points to a person?"
    HANDLE = "an account name?"
    LANGUAGE = "few write in this language"


PATTERNS = {
    Hint.EMAIL: re.compile(r"\S+@\S+\.\w"),
    Hint.PHONE: re.compile(r"(?:\+|\b0)\d(?:[\s()-]*\d){6,}"),
    Hint.POSTCODE: re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b", re.IGNORECASE),
    Hint.HANDLE: re.compile(r"(?<!\S)@\w{2,}"),
    Hint.ROLE: re.compile(
        r"\b(?:my|our|the|fy|ein|y|yr)\s+(?:\w+\s+)?(?:manager|boss|director|chair|chief|head|"
        r"leader|supervisor|doctor|nurse|teacher|secretary|treasurer|rheolwr|cadeirydd|bennaeth)\b",
        re.IGNORECASE,
    ),
    Hint.NAME: re.compile(r"(?<=[^\s.!?…:“\"])\s+(?!I\b|I’|I')[^\W\d_a-z][^\W\d_A-Z][\w’'-]*"),
}

# Words that hardly occur in the other languages; enough to tell most lines apart, no more.
COMMON = {
    "en": "the and is are was to of in that it my we our not with when people have they for be you",
    "cy": "y yr yn ac mae ydw nid fy ein wrth gan pan pobl sydd oedd bod gyda am ddim rwy ond",
    "pl": "w i nie się jest na że mnie kiedy ludzie dla jak my nas mogę tylko",
    "fr": "le la les et est des une nous je pas que pour quand avec dans mon",
    "es": "el los las y es una nosotros no que por cuando con mi se para gente",
    "de": "der die das und ist nicht wir ich mit wenn für ein eine mein zu menschen",
}
LANGUAGES = {language: frozenset(words.split()) for language, words in COMMON.items()}


def hints_of(text: str) -> tuple[Hint, ...]:
    """Return what in a line may point to a person."""
    return tuple(hint for hint, pattern in PATTERNS.items() if pattern.search(text))


def hints_of_lines(texts: Sequence[str]) -> tuple[tuple[Hint, ...], ...]:
    """Return the hints of each line, and which ones are in a language that hardly anyone used."""
    spoken = [language_of(text) for text in texts]
    lines = Counter(spoken)
    del lines[""]
    return tuple(
        (*hints_of(text), *([Hint.LANGUAGE] if len(lines) > 1 and 0 < lines[one] < FEW else []))
        for text, one in zip(texts, spoken, strict=True)
    )


def language_of(text: str) -> str:
    """Return a guess at a line's language, or its script if that is not Latin; often nothing."""
    letters = [one for one in text if one.isalpha()]
    scripts = Counter(unicodedata.name(one, "").split(" ")[0] for one in letters)
    script = scripts.most_common(1)[0][0] if scripts else ""
    if script != "LATIN":
        return script.lower()
    words = re.findall(r"[^\W\d_]+", text.lower())
    met = {one: sum(word in known for word in words) for one, known in LANGUAGES.items()}
    best, next_best = sorted(met, key=met.__getitem__, reverse=True)[:2]
    return best if met[best] > met[next_best] else ""
