"""The page that lists all saved data, over any page of Home."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QStackedWidget, QWidget

from facilitator.ui.widgets.buttons import Button
from facilitator.ui.widgets.cards import CoverCard, card
from facilitator.ui.widgets.labels import label
from facilitator.ui.widgets.layouts import column, row
from facilitator.ui.widgets.scrolling import PageScroll, centred
from facilitator.wording import _

if TYPE_CHECKING:
    from facilitator.live.library.remembered import Remembered


class RememberedPage(QWidget):
    """A card for each kind of saved data.

    Names and words of groups are covered while others may see them, until they are uncovered.

    Signals:
        left: back to the page below.
        forget_last_asked: delete what was entered last time.
        forget_steps_asked: delete what steps left for this group; the page is then shown again.
    """

    left = Signal()
    forget_last_asked = Signal()
    forget_steps_asked = Signal(str)

    def __init__(self, parts: "tuple[Remembered, ...]", *, covered: bool) -> None:
        super().__init__()
        inside = column(self, spacing=16)
        inside.setContentsMargins(0, 32, 0, 40)
        head = row()
        head.addWidget(label(_("What is kept"), "title"), 1)
        self.back_button = Button(_("Back"))
        self.back_button.clicked.connect(self.left)
        head.addWidget(self.back_button)
        inside.addLayout(head)
        self._cover = CoverCard(
            _("A second display is attached, so names of groups and their words are covered.")
        )
        self.show_button = self._cover.show_button
        self._cover.show_asked.connect(self._uncover)
        inside.addWidget(self._cover)
        self._private: list[QWidget] = []
        self.forget_steps_buttons: list[Button] = []
        self._covers: list[QWidget] = []  # shown in their place
        for part in parts:
            inside.addWidget(self._part(part))
        inside.addStretch(1)
        self.set_covered(covered=covered)

    def set_covered(self, *, covered: bool) -> None:
        """Cover or show names and words."""
        self._cover.setVisible(covered)
        for cover in self._private:
            cover.setVisible(not covered)
        for cover in self._covers:
            cover.setVisible(covered)

    def _uncover(self) -> None:
        self.set_covered(covered=False)
        self.back_button.setFocus()

    def _forget_last(self, lines: list[QLabel]) -> None:
        """Remove the lines from the page, and ask to delete them."""
        self.back_button.setFocus()
        self.forget_button.hide()
        self._private = [line for line in self._private if line not in lines]
        first, *others = lines
        for line in others:
            line.hide()
        first.setText(_("Nothing now."))
        first.show()
        self.forget_last_asked.emit()

    def _part(self, part: "Remembered") -> QFrame:
        box = card()
        inside = column(box, margin=20, spacing=6)
        inside.addWidget(label(part.heading, "heading"))
        if part.why:
            inside.addWidget(label(part.why, "muted"))
        lines = [label(text, at_left=True) for text in part.lines or (_("Nothing now."),)]
        for line in lines:
            inside.addWidget(line)
        if part.private and part.lines:
            self._private += lines
            hidden = label(_("Covered while a second display is attached."), "muted")
            self._covers.append(hidden)
            inside.addWidget(hidden)
        if part.is_last_time and part.lines:
            self.forget_button = Button(_("Delete what is from last time"))
            self.forget_button.clicked.connect(partial(self._forget_last, lines))
            inside.addWidget(self.forget_button)
        if part.group:
            button = Button(_("Delete what this group kept"))
            button.clicked.connect(partial(self.forget_steps_asked.emit, part.group))
            inside.addWidget(button)
            self._private.append(button)
            self.forget_steps_buttons.append(button)
        return box


class Over:
    """Shows a page over the others, and leaves the page below as it is."""

    def __init__(self, pages: QStackedWidget) -> None:
        self._pages = pages
        self._page: RememberedPage | None = None
        self._beneath, self._focus = 0, pages.focusWidget()

    def open(self, page: RememberedPage) -> None:
        """Show a page over the others, and focus its back button."""
        self.close()
        self._beneath, self._focus = self._pages.currentIndex(), self._pages.focusWidget()
        self._page = page
        page.left.connect(self.close)
        self._top = PageScroll(centred(page))
        self._pages.setCurrentIndex(self._pages.addWidget(self._top))
        page.back_button.setFocus()

    def close(self) -> bool:
        """Close the page and restore the focus; return whether it was open."""
        if self._page is None:
            return False
        self._page = None
        self._pages.setCurrentIndex(self._beneath)
        self._pages.removeWidget(self._top)
        self._top.deleteLater()
        if self._focus is not None:
            self._focus.setFocus()
        return True

    def set_covered(self, *, covered: bool) -> None:
        """Cover or show names and words on the page."""
        if self._page is not None:
            self._page.set_covered(covered=covered)
