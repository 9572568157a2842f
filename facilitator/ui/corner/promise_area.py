"""The promise above the field; on a low display it scrolls."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea

from facilitator.room.pages.picture import CornerPicture
from facilitator.room.say import say_in
from facilitator.room.sentence_keys import Key
from facilitator.ui.corner.texts import Columns, in_workshop_order, stacked, together

FRAME = 8  # pixels of a scroll area's own frame


class PromiseArea(QScrollArea):
    """A scroll area for the promise; screen readers read all of it."""

    def __init__(self, picture: CornerPicture) -> None:
        super().__init__()
        languages = picture.languages
        late = (say_in(languages, Key.CORNER_LATE),) if picture.late else ()
        whole = together(late + picture.promise, languages)
        self._text = Columns(whole, "promise")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(self._text)
        self.setAccessibleName(stacked(languages, Key.PROMISE_TITLE))
        self.setAccessibleDescription("\n".join(in_workshop_order(whole)))

    def whole_in(self, width: int) -> int:
        """Return the height at which nothing scrolls."""
        return max(0, self._text.heightForWidth(width - FRAME) + FRAME)

    def set_whole(self, *, is_whole: bool) -> None:
        """Hide the scroll bar if nothing scrolls; Qt keeps one that it needed once."""
        bar = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            bar.ScrollBarAlwaysOff if is_whole else bar.ScrollBarAsNeeded
        )
