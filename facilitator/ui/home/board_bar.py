"""The bar for a page of an ended workshop that the room still sees."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from facilitator.ui.widgets.buttons import Button
from facilitator.ui.widgets.icons import Icon
from facilitator.ui.widgets.labels import label
from facilitator.ui.widgets.layouts import row
from facilitator.wording import _

CLOSE = "Ctrl+B"


@dataclass(frozen=True, slots=True)
class LeftOnBoard:
    """A page that stays on the board: the curtain, or a thank-you page with its sheets."""

    is_calm: bool = True
    page: int = 0  # counted from 0
    pages: int = 1
    is_unplugged: bool = False  # its display is unplugged; the page returns with it


class BoardBar(QFrame):
    """Shown on top of every page of Home while the room sees a page of the program.

    Its controls are built when it is first shown.

    Signals:
        close_asked: close the page; the room may see the desktop.
        turn_asked: turn the sheet, 1 or -1.
    """

    close_asked = Signal()
    turn_asked = Signal(int)

    def __init__(self, window: QWidget) -> None:
        super().__init__()
        self.setProperty("card", "selected")
        self._window, self._is_built = window, False
        self.hide()

    def _build(self) -> None:
        from PySide6.QtGui import QShortcut  # the first window needs none

        self._is_built = True
        self.label = label("", "strong")
        self.page_label = label("", "muted", wrap=False)
        self.back_button = Button(_("Page before"))
        self.next_button = Button(_("Next page"))
        self.close_button = Button(_("Close the board (Ctrl+B)"), Icon.BOARD)
        line = row(self, margin=12)
        line.addWidget(self.label, 1)
        for part in (self.page_label, self.back_button, self.next_button, self.close_button):
            line.addWidget(part)
        self._shortcut = QShortcut(CLOSE, self._window)
        self._shortcut.activated.connect(self.close_asked)
        self.close_button.clicked.connect(self.close_asked)
        self.back_button.clicked.connect(partial(self.turn_asked.emit, -1))
        self.next_button.clicked.connect(partial(self.turn_asked.emit, 1))

    def show_left(self, left: LeftOnBoard | None) -> None:
        """Say what the room sees, or hide if it sees nothing."""
        if left is None:
            if self._is_built:
                self._shortcut.setEnabled(False)
            self.hide()
            return
        if not self._is_built:
            self._build()
        self._shortcut.setEnabled(True)
        self.show()
        self.label.setText(_words(left))
        self.setAccessibleName(self.label.text())
        several = left.pages > 1
        for part in (self.page_label, self.back_button, self.next_button):
            part.setVisible(several)
        page = _("Page {page} of {pages}").format(page=left.page + 1, pages=left.pages)
        self.page_label.setText(page)
        self.back_button.setEnabled(left.page > 0)
        self.next_button.setEnabled(left.page < left.pages - 1)


def _words(left: LeftOnBoard) -> str:
    if left.is_unplugged:
        return _("The board’s display is unplugged. What the room saw comes back with it.")
    if left.is_calm:
        return _("The room still sees the board: the curtain.")
    return _("The room still sees the board: a page of thanks.")
