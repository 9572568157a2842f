"""JSON from a file, parsed only within bounds: length, depth, numbers, and encodable text.

What a file says is not trusted (decision 20): Python's parser alone raises ``RecursionError`` for
deep nesting, and accepts ``NaN``, repeated keys and surrogates that no file can store.
"""

import json
import re
from typing import Any

Json = Any  # what ``json.loads`` returns; the caller checks its type
DEEPEST = 16  # lists and objects in one another
LONGEST = 1 << 20  # characters
MOST_DIGITS = 18  # of a whole number: it fits into 64 bits
_TOKEN = re.compile(r'"(?:[^"\\]+|\\.)*(?:"|\\?\Z)|[\[\]{}]', re.DOTALL)


def bounded_json(text: str, *, longest: int = LONGEST, deepest: int = DEEPEST) -> Json:
    """Parse a JSON text. Raises ``ValueError`` if it is none, or out of bounds."""
    if not isinstance(text, str) or len(text) > longest:
        raise ValueError("the JSON is no text, or too long")
    _check_depth(text, deepest)
    value = json.loads(
        text,
        parse_int=_whole,
        parse_float=_finite,
        parse_constant=_refuse,
        object_pairs_hook=_object,
    )
    if "\\u" in text:  # only an escape can hold half a pair
        json.dumps(value, ensure_ascii=False).encode()
    return value


def _check_depth(text: str, deepest: int) -> None:
    """Count brackets outside strings, without a parser that recurses."""
    depth = 0
    for token in _TOKEN.finditer(text):
        if token[0] in ("[", "{"):
            depth += 1
            if depth > deepest:
                raise ValueError("the JSON is nested too deeply")
        elif token[0] in ("]", "}"):
            depth -= 1


def _whole(digits: str) -> int:
    if len(digits.lstrip("-")) > MOST_DIGITS:
        raise ValueError("a number is too large")
    return int(digits)


def _finite(digits: str) -> float:
    number = float(digits)
    if abs(number) == float("inf"):
        raise ValueError("a number is too large")
    return number


def _refuse(name: str) -> object:
    raise ValueError(f"{name} is no JSON")


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    value = dict(pairs)
    if len(value) < len(pairs):
        raise ValueError("a key is there twice")
    return value
