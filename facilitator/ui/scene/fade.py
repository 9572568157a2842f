"""Fades from one picture to the next over a second; never from words that are no longer shown.

The words of a page are gone with the act that replaces it, whoever wrote them: only its hills
fade out, and the next page fades in. The curtain and a pause for care are there at once.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from PySide6.QtGui import QImage

from facilitator.domain.text.language import NO_WORDS
from facilitator.room.layout.sheet import Area, HillsItem, Sheet
from facilitator.room.pages.picture import (
    CalmPage,
    Content,
    RoomPicture,
    Scene,
    ScenePage,
    StepPage,
)

LENGTH = timedelta(seconds=1)
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

    def seen_of(self, old: Sheet, new: Sheet) -> Sheet:
        """Return what fades of the old sheet: all of it only where nothing but the time changes."""
        return without_words(old, new) if self.whole else old


def is_gentle(old: RoomPicture, new: RoomPicture) -> bool:
    """Return whether two pictures differ only in time and its words."""
    before, after = old.content, new.content
    if not isinstance(before, StepPage) or not isinstance(after, StepPage):
        return False
    goes = before.pin and before.pin != after.pin  # the group's words go at once
    return not goes and _without_time(old, before) == _without_time(new, after)


def may_fade(old: RoomPicture, new: RoomPicture) -> bool:
    """Return whether a page may fade into another one, of the same display and languages."""
    if isinstance(old.content, CalmPage) or _is_at_once(new.content):
        return False
    return (old.spec, old.languages) == (new.spec, new.languages)


def _is_at_once(content: Content) -> bool:
    """Return whether a page must be there at once: the curtain, or a pause for care."""
    if isinstance(content, ScenePage):
        return content.scene is Scene.PAUSE
    return isinstance(content, CalmPage)


def without_words(old: Sheet, new: Sheet) -> Sheet:
    """Return the hills of a sheet, and what the next sheet has in the same place."""
    stays = set(new.items)
    items = (item for item in old.items if item in stays or isinstance(item, HillsItem))
    return replace(old, items=tuple(items))


def changed_areas(old: Sheet, new: Sheet) -> tuple[Area, ...]:
    """Return where two sheets differ, in board units."""
    return tuple(item.area for item in set(old.items) ^ set(new.items))


def _without_time(picture: RoomPicture, content: StepPage) -> RoomPicture:
    timeless = replace(content, time=None, foot=NO_WORDS, pin="", pin_label=NO_WORDS)
    return replace(picture, content=timeless)
