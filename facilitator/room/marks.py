"""How people name a line: by a letter, a number or shapes, as the workshop chose.

Shapes are for people who do not read: twelve things that have a name in every language, each also
in a ring. More lines have two of them, as letters go on with AA.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from types import MappingProxyType
from typing import Self

from facilitator.domain.letters import Marks
from facilitator.domain.text.language import ENGLISH, Language, in_order
from facilitator.domain.workshop import Workshop
from facilitator.room.say import say
from facilitator.room.sentence_keys import Key


class Thing(StrEnum):
    """What a shape is a picture of: none of the symbols of patterns, and no two alike."""

    HEART = "heart"
    HOUSE = "house"
    TREE = "tree"
    FISH = "fish"
    BOAT = "boat"
    KEY = "key"
    GLASSES = "glasses"
    UMBRELLA = "umbrella"
    CUP = "cup"
    APPLE = "apple"
    FLOWER = "flower"
    HAT = "hat"


@dataclass(frozen=True, slots=True)
class LineShape:
    """A thing, perhaps in a ring."""

    thing: Thing
    ringed: bool = False


SHAPES = tuple(LineShape(thing, ringed) for ringed in (False, True) for thing in Thing)


class DrawnMark(str):
    """A mark that is drawn; as a text it is the words by which it is called."""

    __slots__ = ("shapes",)

    shapes: tuple[LineShape, ...]

    def __new__(cls, words: str, shapes: tuple[LineShape, ...]) -> Self:
        """Create a mark by its words and its shapes."""
        mark = str.__new__(cls, words)
        mark.shapes = shapes
        return mark


BoardMark = str  # what the board shows beside a line; perhaps a ``DrawnMark``


def mark_of(number: int, marks: Marks, language: Language) -> str:
    """Return how people say the mark of a line in a language; ``number`` is its letter, from 0."""
    return _WORDS[marks](number, language)


def board_mark(workshop: Workshop, number: int) -> BoardMark:
    """Return the mark of a line for the board and the typing corner."""
    marks = workshop.setup.marks
    words = mark_of(number, marks, in_order(workshop.languages)[0])
    return DrawnMark(words, _shapes_of(number)) if marks is Marks.SHAPES else words


def desk_mark(workshop: Workshop, number: int | None) -> str:
    """Return the mark of a line for the console; nothing for a line that has none yet."""
    languages = workshop.languages
    language = ENGLISH if ENGLISH in languages else languages[0]
    return "" if number is None else mark_of(number, workshop.setup.marks, language)


def shapes_of(mark: BoardMark) -> tuple[LineShape, ...]:
    """Return what is drawn for a mark; nothing for one in words."""
    return mark.shapes if isinstance(mark, DrawnMark) else ()


@lru_cache(maxsize=1024)
def letter_of(place: int) -> str:
    """Return a letter, counted from 0: A to Z, then AA, AB, …."""
    return "".join(chr(ord("A") + digit) for digit in _digits_of(place, 26))


def _digits_of(place: int, base: int) -> tuple[int, ...]:
    """Return a number as letters count: after the last comes the first with the first."""
    digits: tuple[int, ...] = ()
    place += 1
    while place:
        place, rest = divmod(place - 1, base)
        digits = (rest, *digits)
    return digits


def _shapes_of(place: int) -> tuple[LineShape, ...]:
    return tuple(SHAPES[digit] for digit in _digits_of(place, len(SHAPES)))


def _letter(place: int, _language: Language) -> str:
    return letter_of(place)


def _number(place: int, _language: Language) -> str:
    return str(place + 1)


def _shapes(place: int, language: Language) -> str:
    return ", ".join(_name_of(shape, language) for shape in _shapes_of(place))


def _name_of(shape: LineShape, language: Language) -> str:
    name = say(language, _NAMES[shape.thing])
    return say(language, Key.SHAPE_RINGED, shape=name) if shape.ringed else name


_WORDS: Mapping[Marks, Callable[[int, Language], str]] = MappingProxyType(
    {Marks.LETTERS: _letter, Marks.NUMBERS: _number, Marks.SHAPES: _shapes}
)
_NAMES: Mapping[Thing, Key] = MappingProxyType(
    {
        Thing.HEART: Key.SHAPE_HEART,
        Thing.HOUSE: Key.SHAPE_HOUSE,
        Thing.TREE: Key.SHAPE_TREE,
        Thing.FISH: Key.SHAPE_FISH,
        Thing.BOAT: Key.SHAPE_BOAT,
        Thing.KEY: Key.SHAPE_KEY,
        Thing.GLASSES: Key.SHAPE_GLASSES,
        Thing.UMBRELLA: Key.SHAPE_UMBRELLA,
        Thing.CUP: Key.SHAPE_CUP,
        Thing.APPLE: Key.SHAPE_APPLE,
        Thing.FLOWER: Key.SHAPE_FLOWER,
        Thing.HAT: Key.SHAPE_HAT,
    }
)
