"""The pages of the board, each laid out once: for the session that counts and what draws them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from facilitator.room.layout.layout import Laid
from facilitator.room.layout.memo import Memo
from facilitator.room.layout.ruler import Ruler
from facilitator.room.layout.setting import Setting
from facilitator.room.layout.sheet import Role, Sheet, TextItem
from facilitator.room.pages.picture import RoomPicture
from facilitator.room.spec import Spec, Theme

REMEMBERED = 8  # pages: now, next, and what the facilitator goes to and fro between


@dataclass(frozen=True, slots=True)
class _Known:
    """A page that is laid out, whatever its colours, and what was set for it."""

    picture: RoomPicture
    laid: Laid
    memo: Memo

    def is_of(self, picture: RoomPicture) -> bool:
        """Return whether it is the very same page: the same objects."""
        mine = self.picture
        same = mine.content is picture.content and mine.strip is picture.strip
        return same and mine.languages == picture.languages and mine.spec == picture.spec


class Pages:
    """Lays pages out and remembers them. A later page takes what it shares with them from them.

    It holds people's words, those of the pages it remembers alone: ``keep_only`` and ``forget``
    drop the others, since what was on them may have been withdrawn.
    """

    def __init__(self, ruler: Ruler) -> None:
        self.ruler = ruler
        self._known: dict[int, _Known] = {}

    def count(self, picture: RoomPicture) -> int:
        """Return on how many sheets a picture's content stands."""
        return self._laid(picture).count

    def sheet(self, picture: RoomPicture) -> Sheet:
        """Return the sheet that the picture shows; past the end, the last one."""
        return self._laid(picture).sheet(picture.page)

    def sheets(self, picture: RoomPicture) -> tuple[Sheet, ...]:
        """Return every sheet of a picture's content."""
        laid = self._laid(picture)
        return tuple(laid.sheet(place) for place in range(laid.count))

    def place_of(self, picture: RoomPicture, text: str) -> int | None:
        """Return the sheet on which a line begins; ``None`` where it is not on the board.

        Of lines with the same words it is the last: a new line comes after all others.
        """
        wanted = _squeezed(text)
        begun = {
            words: place
            for place, sheet in enumerate(self.sheets(picture))
            for item in sheet.items
            if isinstance(item, TextItem) and item.style.role is Role.LINE
            if (words := _squeezed("".join(item.lines))) and wanted.startswith(words)
        }
        longest = max(begun, key=len, default="")  # one that runs on is not whole on its page
        return begun.get(longest)

    def keep_only(self, *pictures: RoomPicture | None) -> None:
        """Forget every page but these: what stood on others may have been withdrawn since."""
        kept = {_key(picture) for picture in pictures if picture is not None}
        self._known = {key: known for key, known in self._known.items() if key in kept}

    def forget(self) -> None:
        """Forget every page."""
        self._known.clear()

    def _laid(self, picture: RoomPicture) -> Laid:
        for known in self._known.values():
            if known.is_of(picture):
                return known.laid
        key = _key(picture)
        before = self._known.get(key)
        known = self._new(picture) if before is None else replace(before, picture=picture)
        self._known[key] = known
        return known.laid

    def _new(self, picture: RoomPicture) -> _Known:
        memo = Memo(tuple(known.memo for known in self._latest()))
        setting = Setting(picture.languages, _shape(picture), self.ruler, memo=memo)
        laid = Laid.of(picture.content, picture.languages, setting, picture.strip)
        memo.seal()
        while len(self._known) >= REMEMBERED:
            del self._known[next(iter(self._known))]
        return _Known(picture, laid, memo)

    def _latest(self) -> Iterator[_Known]:
        return reversed(self._known.values())


def _shape(picture: RoomPicture) -> Spec:
    return replace(picture.spec, theme=Theme.WARM)


def _key(picture: RoomPicture) -> int:
    """Return what a page is known by: all that its layout depends on, and no colours."""
    return hash((picture.content, picture.languages, _shape(picture), picture.strip))


def _squeezed(text: str) -> str:
    return "".join(text.split())
