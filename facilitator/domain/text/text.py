"""Rules for typed texts: allowed characters, visibility and length.

Every input follows these rules: the typing corner, cards, said lines, the agreement, plan files
and the fields of the console and Home.
"""

import re
import unicodedata
from bisect import bisect

from facilitator.errors import NotAllowedNowError
from facilitator.wording import _

LONGEST_GRAPHEME = 32  # code points; a family with skin tones has 11, a Zalgo letter no end
ZERO_WIDTH_JOINER = "\u200d"

_OPEN_ISOLATE, _CLOSE_ISOLATE = "\u2066\u2067\u2068", "\u2069"
_DROPPED_CATEGORIES = ("Cc", "Cs")  # controls, and halves of a character
_DROPPED = re.compile(
    "[\u202a-\u202e"  # embeddings and overrides of direction
    "\u206a-\u206f\ufeff\ufff9-\ufffb"  # deprecated signs, byte order marks, annotations
    "\ufdd0-\ufdef\ufffe\uffff]"  # not characters
)
_FLAG = "\U0001f3f4[\U000e0030-\U000e007a]{1,20}\U000e007f"  # a black flag and the place it spells
_FLAG_OR_TAG = re.compile(f"({_FLAG})|[\U000e0000-\U000e00ff\U000e01f0-\U000e0fff]")
_UNSEEN_CATEGORIES = ("Cc", "Cf", "Cs", "Zs", "Zl", "Zp")
_UNSEEN = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2065\u2800\u3164\ufe00-\ufe0f\uffa0"
    "\ufff0-\ufff8\U000e0000-\U000e0fff]"  # fillers, blank Braille, variation selectors, tags
)
_SEEN_FORMATS = re.compile("[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd]")
_PLAIN = re.compile(
    "[ -~\u00a0-\u02ff\u2010-\u2027\u2030-\u205e]*"
)  # no signs of direction, no marks
_NOT_ON_A_LINE = re.compile("[\t-\r\x1c-\x1f\x85\u2028\u2029]")


def clean_line(text: str) -> str:
    """Return a cleaned text: one line, single spaces, and empty if invisible."""
    line = " ".join(_with_paired_isolates(on_one_line(text)).split())
    return line if shows_something(line) else ""


def on_one_line(text: str) -> str:
    """Return text for a field: plain spaces, no controls, its ends as typed."""
    plain = without_controls(text)
    return "".join(" " if character.isspace() else character for character in plain)


def checked_line(text: str, most: int) -> str:
    """Return a cleaned line. Raises ``NotAllowedNowError`` if it is empty or too long."""
    line = clean_line(text)
    if not 0 < length(line) <= most:
        raise NotAllowedNowError(_("A line has between 1 and {most} characters.").format(most=most))
    return line


def without_controls(text: str) -> str:
    """Return a text without controls, overrides of direction and lone tags.

    Leaves spaces, line breaks, and all characters that join or separate letters in some script.
    """
    allowed = "".join(
        character
        for character in text
        if character.isspace() or unicodedata.category(character) not in _DROPPED_CATEGORIES
    )
    return _FLAG_OR_TAG.sub(lambda match: match[1] or "", _DROPPED.sub("", allowed))


def shows_something(text: str) -> bool:
    """Return whether a text has any visible character."""
    return any(_can_be_seen(character) for character in text)


def fits_on_a_line(text: str) -> bool:
    """Return whether a text has no line break, and no character that the rules drop."""
    if _PLAIN.fullmatch(text):
        return True
    return _NOT_ON_A_LINE.search(text) is None and text == _with_paired_isolates(
        without_controls(text)
    )


def graphemes(text: str) -> list[str]:
    """Return the parts that a reader counts as one character each.

    Follows Unicode's annex 29. A part ends after ``LONGEST_GRAPHEME`` code points at most.
    """
    parts: list[str] = []
    for character in text:
        if parts and len(parts[-1]) < LONGEST_GRAPHEME and _belongs(parts[-1], character):
            parts[-1] += character
        else:
            parts.append(character)
    return parts


def length(text: str) -> int:
    """Return the number of characters as a reader counts them."""
    return len(text) if text.isascii() or _PLAIN.fullmatch(text) else len(graphemes(text))


def cut(text: str, most: int) -> str:
    """Return the first ``most`` characters as a reader counts them."""
    return text if len(text) <= most else "".join(graphemes(text)[:most])


def _can_be_seen(character: str) -> bool:
    if _SEEN_FORMATS.match(character):
        return True
    return unicodedata.category(character) not in _UNSEEN_CATEGORIES and not _UNSEEN.match(
        character
    )


def _with_paired_isolates(text: str) -> str:
    """Return a text without unpaired signs of direction."""
    opened: list[int] = []
    unpaired: set[int] = set()
    for place, character in enumerate(text):
        if character in _OPEN_ISOLATE:
            opened.append(place)
        elif character == _CLOSE_ISOLATE and opened:
            opened.pop()
        elif character == _CLOSE_ISOLATE:
            unpaired.add(place)
    unpaired.update(opened)
    return "".join(c for place, c in enumerate(text) if place not in unpaired)


_VIRAMA = 9  # the combining class of signs that join consonants
_JOINS_NO_CONSONANTS = "\u0bcd\u0e3a\u0eba"  # of that class, but visible by themselves
_FLAG_LETTERS = range(0x1F1E6, 0x1F200)
_SKIN_TONES = range(0x1F3FB, 0x1F400)
_TAGS = range(0xE0020, 0xE0080)
_TRAILING_VOWELS = "\u0e33\u0eb3"  # am, in Thai and Lao
_JAMO = (  # the start and the type of each range of Hangul parts
    (0x1100, "L"), (0x1160, "V"), (0x11A8, "T"), (0x1200, ""), (0xA960, "L"), (0xA980, ""),
    (0xAC00, "S"), (0xD7A4, ""), (0xD7B0, "V"), (0xD7CB, "T"), (0xD800, ""),
)  # fmt: skip
_JAMO_STARTS = [start for start, _part in _JAMO]
_SYLLABLE = {"LL", "LV", "LS", "VV", "VT", "SV", "ST", "TT"}


def _belongs(part: str, character: str) -> bool:
    if _extends(character):
        return True
    if part[-1] == ZERO_WIDTH_JOINER and not part[:1].isspace():
        return character.isalpha() or unicodedata.category(character) == "So"
    if ord(character) in _FLAG_LETTERS:
        return len(part) == 1 and ord(part) in _FLAG_LETTERS
    if _jamo(part[-1]) + _jamo(character) in _SYLLABLE:
        return True
    is_joiner = unicodedata.combining(part[-1]) == _VIRAMA and part[-1] not in _JOINS_NO_CONSONANTS
    return is_joiner and len(part) > 1 and unicodedata.category(character) == "Lo"


def _extends(character: str) -> bool:
    return (
        unicodedata.category(character) in ("Mn", "Mc", "Me")
        or character in _TRAILING_VOWELS
        or character in ("\u200c", ZERO_WIDTH_JOINER)
        or ord(character) in _SKIN_TONES
        or ord(character) in _TAGS
    )


def _jamo(character: str) -> str:
    place = bisect(_JAMO_STARTS, ord(character)) - 1
    return _JAMO[place][1] if place >= 0 else ""
