"""Fades from one picture to the next over a second; never from words that are no longer shown.

The curtain, a pause for care and a line that is taken out are there at once: what people wrote or
said fades out only where the next picture has it too, on any of its pages.
"""

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import timedelta
from enum import Enum

from PySide6.QtGui import QImage

from facilitator.domain.text.language import NO_WORDS, Words
from facilitator.room.layout.sheet import Area, Sheet
from facilitator.room.pages.picture import (
    CalmPage,
    Content,
    Note,
    RoomPicture,
    Scene,
    ScenePage,
    StepPage,
)

LENGTH = timedelta(seconds=1)
NOBODYS = ("letter", "time")  # fields with texts of ours, in a page
Reading = Callable[[], timedelta]


class Fade:
    """The picture that fades out, the start of the fade, and how much of the board it covers.

    A picture is drawn at the first frame after the start, so that an act waits for nothing.
    """

    def __init__(self, old: RoomPicture, reading: Reading, *, whole: bool) -> None:
        self.old, self.whole = old, whole
        self.image: QImage | None = None
        self._reading = reading
        self._began = reading()

    @property
    def strength(self) -> float:
        """The opacity of the new picture, 0 to 1."""
        return min(1.0, max(0.0, (self._reading() - self._began) / LENGTH))


def is_gentle(old: RoomPicture, new: RoomPicture) -> bool:
    """Return whether two pictures differ only in time and its words."""
    return _without_time(old) is not None and _without_time(old) == _without_time(new)


def may_fade(old: RoomPicture, new: RoomPicture) -> bool:
    """Return whether a page may fade into another one, of the same display and languages."""
    if isinstance(old.content, CalmPage) or _is_at_once(new.content):
        return False
    if (old.spec, old.languages) != (new.spec, new.languages):
        return False
    return peoples_words(old.content) <= peoples_words(new.content)


def _is_at_once(content: Content) -> bool:
    """Return whether a page must be there at once: the curtain, or a pause for care."""
    if isinstance(content, ScenePage):
        return content.scene is Scene.PAUSE
    return isinstance(content, CalmPage)


def peoples_words(content: Content) -> frozenset[str]:
    """Return the texts of a page that people wrote, said or agreed on.

    Sentences of ours and of the plan are ``Words``; a group's name above its lines is not.
    """
    return frozenset(filter(None, _texts_in(content)))


def _texts_in(value: object) -> Iterator[str]:
    if isinstance(value, str) and not isinstance(value, Enum):
        yield value
    for part in _parts_of(value):
        yield from _texts_in(part)


def _parts_of(value: object) -> tuple[object, ...]:
    """Return the parts of a value in which people's words can be."""
    match value:
        case Note():
            return value.text, value.example, *(text for _, text in value.above.texts)
        case Words():
            return ()
        case tuple():
            return value
        case _ if is_dataclass(value):
            return tuple(getattr(value, f.name) for f in fields(value) if f.name not in NOBODYS)
    return ()


def changed_areas(old: Sheet, new: Sheet) -> tuple[Area, ...]:
    """Return where two sheets differ, in board units."""
    return tuple(item.area for item in set(old.items) ^ set(new.items))


def _without_time(picture: RoomPicture) -> RoomPicture | None:
    if not isinstance(picture.content, StepPage):
        return None
    content = replace(picture.content, time=None, foot=NO_WORDS, pin="", pin_label=NO_WORDS)
    return replace(picture, content=content)
