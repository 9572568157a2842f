"""Words as glyphs: each character from the first font that has it; shaped once and cached."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from facilitator.domain.text.text import graphemes
from facilitator.pdf.fonts import stack_of
from facilitator.pdf.typeface import Glyph, Typeface, typeface

JOINERS = "\u200c\u200d"
REPLACEMENTS = "\ufffd\u25a1?"  # shown for a character that no font has
_TAGS = range(0xE0020, 0xE0080)  # spell the flag of Wales behind a black flag
_SHOWN_AS_PICTURE = re.compile(
    "[\u231a\u231b\u23e9-\u23f3\u25fd\u25fe\u2614\u2615\u2648-\u2653\u267f\u2693\u26a1\u26aa\u26ab"
    "\u26bd\u26be\u26c4\u26c5\u26ce\u26d4\u26ea\u26f2\u26f3\u26f5\u26fa\u26fd\u2705\u270a\u270b"
    "\u2728\u274c\u274e\u2753-\u2755\u2757\u2764\u2795-\u2797\u27b0\u27bf\u2b1b\u2b1c\u2b50\u2b55"
    "\U0001f000-\U0001faff]"
)
_NOT_ONE_TO_ONE = re.compile(
    "[\u0900-\u0dff\u0e00-\u0eff\u0f00-\u109f\u1780-\u17ff\u200c\u200d\ufe0e\ufe0f"
    "\U0001f1e6-\U0001f1ff\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a word in one font; ``text`` is in the order of reading."""

    face: Typeface
    text: str
    glyphs: tuple[Glyph, ...]

    @property
    def width(self) -> float:
        """In thousandths of the type size."""
        return sum(glyph.advance for glyph in self.glyphs)


@dataclass(frozen=True, slots=True)
class Word:
    """A shaped word; its pieces are from left to right, widths in thousandths of the size.

    ``spelled``: its glyphs cannot be read back one by one, so the PDF needs the word as text as
    well.
    """

    text: str
    rtl: bool
    pieces: tuple[Piece, ...]
    width: float
    spelled: bool


def clean(text: str) -> str:
    """Tidy a text: one line, composed, without control characters."""
    composed = unicodedata.normalize("NFC", " ".join(text.split()))
    if composed.isprintable():  # then it has no control character
        return composed
    return "".join(character for character in composed if not _is_control(character))


def _is_control(character: str) -> bool:
    is_needed = character in JOINERS or ord(character) in _TAGS
    return not is_needed and unicodedata.category(character) in ("Cc", "Cf", "Cs")


class _Widths(dict[str, float]):
    """The width of each word from left to right; a word is shaped at the first access."""

    def __init__(self, stack: "FontStack") -> None:
        super().__init__()
        self._stack = stack

    def __missing__(self, text: str) -> float:
        width = self[text] = self._stack.word(text).width
        return width


class FontStack:
    """Fonts in order of choice: the first that has a character is used for it."""

    def __init__(self, faces: tuple[Typeface, ...]) -> None:
        self.faces = faces
        self.first = faces[0]
        self.space = self.first.width_of(self.first.glyph_of(" "))
        self.widths = _Widths(self)
        self._words: dict[tuple[str, bool], Word] = {}

    def word(self, text: str, *, rtl: bool = False) -> Word:
        """Shape a word, or a part of one that runs one way."""
        key = (text, rtl)
        if key not in self._words:
            self._words[key] = self._shaped(text, rtl=rtl)
        return self._words[key]

    def _shaped(self, text: str, *, rtl: bool) -> Word:
        pieces = [
            Piece(face, part, face.shaped(part, rtl=rtl)) for face, part in self._by_face(text)
        ]
        set_text = "".join(piece.text for piece in pieces)
        return Word(
            text,
            rtl,
            tuple(reversed(pieces) if rtl else pieces),
            sum(piece.width for piece in pieces),
            set_text != text or bool(_NOT_ONE_TO_ONE.search(text)),
        )

    def _by_face(self, text: str) -> list[tuple[Typeface, str]]:
        parts: list[tuple[Typeface, str]] = []
        for grapheme in graphemes(text):
            before = parts[-1][0] if parts else None
            face, part = self._face_of(grapheme, before)
            if face is before:
                parts[-1] = (face, parts[-1][1] + part)
            else:
                parts.append((face, part))
        return parts

    def _face_of(self, grapheme: str, before: Typeface | None) -> tuple[Typeface, str]:
        """Return the font for a grapheme, and the part of it that the font has."""
        if _SHOWN_AS_PICTURE.match(grapheme) and self.faces[-1].glyph_of(grapheme[0]):
            return self.faces[-1], grapheme
        if before is not None and not grapheme[0].isalpha() and _has(before, grapheme):
            return before, grapheme
        whole = next((face for face in self.faces if _has(face, grapheme)), None)
        if whole is not None:
            return whole, grapheme
        for character in (grapheme[0], *REPLACEMENTS):
            for face in self.faces:
                if face.glyph_of(character):
                    return face, character
        raise LookupError("no font has even a question mark")


def _has(face: Typeface, grapheme: str) -> bool:
    return all(face.glyph_of(character) for character in grapheme if not _is_silent(character))


def _is_silent(character: str) -> bool:
    return character in JOINERS or character in "\ufe0e\ufe0f" or ord(character) in _TAGS


@cache
def font_stack(weight: int) -> FontStack:
    """Return the fonts for a weight of type, opened once."""
    return FontStack(tuple(typeface(source) for source in stack_of(weight)))
