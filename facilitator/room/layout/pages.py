"""Lays out each page of the board once, for the session that counts and the windows that draw."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from facilitator.room.layout.layout import Laid
from facilitator.room.layout.memo import Memo
from facilitator.room.layout.ruler import Ruler
from facilitator.room.layout.setting import Setting
from facilitator.room.layout.sheet import Role, Sheet, Sign, SignItem, TextItem
from facilitator.room.pages.picture import RoomPicture
from facilitator.room.spec import Spec, Theme

CACHED = 8  # pages: now, next, and what the facilitator goes to and fro between


@dataclass(frozen=True, slots=True)
class _CachedPage:
    """A page laid out without colours, and its memo."""

    picture: RoomPicture
    laid: Laid
    memo: Memo

    def is_of(self, picture: RoomPicture) -> bool:
        """Return whether a picture has the same objects as this page."""
        mine = self.picture
        same = mine.content is picture.content and mine.strip is picture.strip
        return same and mine.languages == picture.languages and mine.spec == picture.spec


class Pages:
    """Lays pages out and caches them. A later page reuses what it shares with cached ones.

    It holds people's words, but only of cached pages: ``keep_only`` and ``forget`` drop others,
    since lines on them may have been withdrawn.
    """

    def __init__(self, ruler: Ruler) -> None:
        self.ruler = ruler
        self._pages: dict[int, _CachedPage] = {}

    def count(self, picture: RoomPicture) -> int:
        """Return the number of sheets of a picture's content."""
        return self._laid(picture).count

    def sheet(self, picture: RoomPicture) -> Sheet:
        """Return the sheet that a picture shows; past the end, the last one."""
        return self._laid(picture).sheet(picture.page)

    def sheets(self, picture: RoomPicture) -> tuple[Sheet, ...]:
        """Return every sheet of a picture's content."""
        laid = self._laid(picture)
        return tuple(laid.sheet(place) for place in range(laid.count))

    def place_of(self, picture: RoomPicture, text: str) -> int | None:
        """Return the sheet on which a line begins; ``None`` where it is not on the board.

        Of lines with the same words it returns the last, since a new line follows all others.
        """
        wanted = _squeezed(text)
        begun = {
            words: place
            for place, sheet in enumerate(self.sheets(picture))
            for item in sheet.items
            if isinstance(item, TextItem) and item.style.role is Role.LINE
            if (words := _squeezed("".join(item.lines))) and wanted.startswith(words)
        }
        longest = max(begun, key=len, default="")  # a line that continues is not whole on its page
        return begun.get(longest)

    def place_of_now(self, picture: RoomPicture) -> int:
        """Return the sheet with the part of the day that is now; the first one without it."""
        for place, sheet in enumerate(self.sheets(picture)):
            if any(isinstance(item, SignItem) and item.sign is Sign.NOW for item in sheet.items):
                return place
        return 0

    def first_of_section(self, picture: RoomPicture, section: int) -> int:
        """Return the first sheet of a section; of a page without sections, the first of all."""
        return self._laid(picture).first_of(section)

    def keep_only(self, *pictures: RoomPicture | None) -> None:
        """Drop every page but these: lines on others may have been withdrawn."""
        keys = {_key(picture) for picture in pictures if picture is not None}
        self._pages = {key: page for key, page in self._pages.items() if key in keys}

    def forget(self) -> None:
        """Drop every page."""
        self._pages.clear()

    def _laid(self, picture: RoomPicture) -> Laid:
        for page in self._pages.values():
            if page.is_of(picture):
                return page.laid
        key = _key(picture)
        before = self._pages.get(key)
        page = self._new(picture) if before is None else replace(before, picture=picture)
        self._pages[key] = page
        return page.laid

    def _new(self, picture: RoomPicture) -> _CachedPage:
        memo = Memo(tuple(page.memo for page in self._latest()))
        setting = Setting(picture.languages, _shape(picture), self.ruler, memo=memo)
        laid = Laid.of(picture.content, picture.languages, setting, picture.strip)
        memo.seal()
        while len(self._pages) >= CACHED:
            del self._pages[next(iter(self._pages))]
        return _CachedPage(picture, laid, memo)

    def _latest(self) -> Iterator[_CachedPage]:
        return reversed(self._pages.values())


def _shape(picture: RoomPicture) -> Spec:
    return replace(picture.spec, theme=Theme.WARM)


def _key(picture: RoomPicture) -> int:
    """Return the key of a page in the cache: all that its layout depends on, so no colours."""
    return hash((picture.content, picture.languages, _shape(picture), picture.strip))


def _squeezed(text: str) -> str:
    return "".join(text.split())
