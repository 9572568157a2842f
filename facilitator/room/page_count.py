"""On how many pages something stands, laid out once and remembered for a while."""

from functools import lru_cache

from facilitator.domain.language import Language
from facilitator.room.layout import sheet_count
from facilitator.room.picture import Content, RoomPicture, Spec
from facilitator.room.ruler import Ruler

REMEMBERED = 8  # contents: now, next, and what the facilitator goes to and fro between


class PageCount:
    """Counts the pages of pictures. A clock asks five times a second, so it remembers."""

    def __init__(self, ruler: Ruler) -> None:
        def count(content: Content, languages: tuple[Language, ...], spec: Spec) -> int:
            return sheet_count(content, languages, spec, ruler)

        self._count = lru_cache(maxsize=REMEMBERED)(count)

    def of(self, picture: RoomPicture) -> int:
        """Return on how many pages a picture's content stands."""
        return self._count(picture.content, picture.languages, picture.spec)
