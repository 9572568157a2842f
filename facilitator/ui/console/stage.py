"""Shares the room of the middle column between what to say and the panel below it."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.ui.console.say import SIZES, SayPanel
from facilitator.ui.widgets.layouts import Pages

GAP = 16  # pixels
ROWS = 256  # also, at 100 %: a field and five rows of 40
MANY_ROWS = 4 * ROWS
LEAST_ROWS = 320  # of a panel that needs room


class Stage(QWidget):
    """Holds what to say, and below it the panel that is shown.

    What to say is never cut while it fits in the smallest size of its words: it gives up size
    before the panel gives up its five rows, and then the panel shrinks to its least height. A panel
    that wants no more than its content (vertical policy Maximum) leaves the rest to what to say.
    It does not scroll: a panel whose content may be long scrolls that itself. While a drawer is
    open above and leaves the panel less than its least height, the panel is hidden.
    """

    def __init__(self, say: SayPanel, pages: Pages) -> None:
        super().__init__()
        self.say, self.pages = say, pages
        self._scale = 100
        self._has_page = True
        self._below_drawer = False
        self._panel_needs_room = False
        self._has_say = True
        for part in (say, pages):
            part.setParent(self)

    def set_scale(self, scale: int) -> None:
        """Use a text size in per cent."""
        self._scale = scale
        self._share()

    def show_page(self, *, visible: bool) -> None:
        """Show the panel, or leave all room to what to say."""
        self._has_page = visible
        self._share()

    def set_below_drawer(self, *, is_open: bool) -> None:
        """Say whether a drawer is open above."""
        self._below_drawer = is_open
        self._share()

    def give_room(self, *, to_panel: bool) -> None:
        """Show what to say in its smallest size, and give the panel the rest.

        Where that is too little, the panel has all of it.
        """
        if to_panel != self._panel_needs_room:
            self._panel_needs_room = to_panel
            self._share()

    def show_say(self, *, visible: bool) -> None:
        """Show what to say, or leave all room to the panel."""
        self._has_say = visible
        self._share()

    @property
    def _say_crowds(self) -> bool:
        """Whether what to say leaves too little for a panel that needs room, even when small."""
        if not self._panel_needs_room or self.pages.isHidden():
            return False
        needed = self.say.needed(self.width(), SIZES - 1)
        return self.height() - GAP - needed < LEAST_ROWS * self._scale // 100

    def _share(self) -> None:
        width, height = self.width(), self.height()
        lacks_room = self._below_drawer and height < self._least()
        self.pages.setVisible(self._has_page and not lacks_room)
        self.say.setVisible(self._has_say and not self._say_crowds)
        if self.pages.isHidden():
            self._put_say(height, height)
        elif self.say.isHidden():
            self.pages.setGeometry(0, 0, width, height)
        else:
            least, wanted = self._least(), self._wanted()
            needed = self._put_say(height, height - GAP - max(least, min(wanted, self._rows)))
            room = min(wanted, max(least, height - GAP - needed))
            self.say.setGeometry(0, 0, width, max(0, height - GAP - room))
            self.pages.setGeometry(0, height - room, width, room)

    @property
    def _rows(self) -> int:
        rows = MANY_ROWS if self._panel_needs_room else ROWS
        return rows * self._scale // 100

    def _least(self) -> int:
        """Return the least height of the panel, with rows that wrap in this width."""
        return self.pages.least_height(self.width())

    def _wanted(self) -> int:
        page = self.pages.page
        if page is None or page.sizePolicy().verticalPolicy() is not QSizePolicy.Policy.Maximum:
            return self.height()
        return max(self._least(), page.sizeHint().height())

    def _put_say(self, height: int, room: int) -> int:
        """Choose the largest size of the words that fits; return the height that it needs."""
        needed = 0
        for size in range(SIZES):
            needed = self.say.needed(self.width(), size)
            if needed <= room:
                break
        self.say.set_size(size)
        self.say.setGeometry(0, 0, self.width(), height)
        return needed

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self._share()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()
