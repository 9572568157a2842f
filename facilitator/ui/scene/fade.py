"""Fades from one picture of a step to the next over a second, if only its time has changed."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from facilitator.domain.text.language import NO_WORDS
from facilitator.room.layout.sheet import Area, Sheet
from facilitator.room.pages.picture import RoomPicture, StepPage

LENGTH = timedelta(seconds=1)
Reading = Callable[[], timedelta]


class Fade:
    """The picture that fades out, and the start of the fade."""

    def __init__(self, old: RoomPicture, reading: Reading) -> None:
        self.old = old
        self._reading = reading
        self._began = reading()

    @property
    def strength(self) -> float:
        """The opacity of the new picture, 0 to 1."""
        return min(1.0, max(0.0, (self._reading() - self._began) / LENGTH))


def is_gentle(old: RoomPicture, new: RoomPicture) -> bool:
    """Return whether two pictures differ only in time and its words."""
    return _without_time(old) is not None and _without_time(old) == _without_time(new)


def changed_areas(old: Sheet, new: Sheet) -> tuple[Area, ...]:
    """Return where two sheets differ, in board units."""
    return tuple(item.area for item in set(old.items) ^ set(new.items))


def _without_time(picture: RoomPicture) -> RoomPicture | None:
    if not isinstance(picture.content, StepPage):
        return None
    content = replace(picture.content, time=None, foot=NO_WORDS, pin="", pin_label=NO_WORDS)
    return replace(picture, content=content)
