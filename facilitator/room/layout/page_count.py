"""On how many pages something stands, laid out once and remembered for a while."""

from facilitator.room.layout.layout import lay_out, sheet_count
from facilitator.room.layout.ruler import Ruler
from facilitator.room.layout.sheet import Role, TextItem
from facilitator.room.pages.picture import RoomPicture

REMEMBERED = 8  # contents: now, next, and what the facilitator goes to and fro between


class PageCount:
    """Counts the pages of pictures. A clock asks five times a second, so it remembers.

    It remembers numbers alone: a content would hold words that have been withdrawn since.
    """

    def __init__(self, ruler: Ruler) -> None:
        self._ruler = ruler
        self._counts: dict[int, int] = {}

    def of(self, picture: RoomPicture) -> int:
        """Return on how many pages a picture's content stands."""
        key = hash((picture.content, picture.languages, picture.spec, picture.strip))
        if key not in self._counts:
            while len(self._counts) >= REMEMBERED:
                del self._counts[next(iter(self._counts))]
            self._counts[key] = sheet_count(
                picture.content, picture.languages, picture.spec, self._ruler, picture.strip
            )
        return self._counts[key]

    def place_of(self, picture: RoomPicture, text: str) -> int | None:
        """Return the page on which a line begins; ``None`` where it is not on the board.

        Of lines with the same words it is the last: a new line comes after all others.
        """
        parts = picture.content, picture.languages, picture.spec, self._ruler, picture.strip
        wanted = _squeezed(text)
        begun = {
            said: place
            for place, sheet in enumerate(lay_out(*parts))
            for item in sheet.items
            if isinstance(item, TextItem) and item.style.role is Role.LINE
            if (said := _squeezed("".join(item.lines))) and wanted.startswith(said)
        }
        longest = max(begun, key=len, default="")  # one that runs on is not whole on its page
        return begun.get(longest)


def _squeezed(text: str) -> str:
    return "".join(text.split())
