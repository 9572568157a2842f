"""The page after a workshop: what is deleted, what remains, and where the record is."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from facilitator.ui.widgets.buttons import Button, main_button
from facilitator.ui.widgets.cards import CoverCard, card
from facilitator.ui.widgets.icons import Icon
from facilitator.ui.widgets.labels import label
from facilitator.ui.widgets.layouts import column, row
from facilitator.wording import _


class AfterPage(QWidget):
    """Says how the workshop ended; an empty path means that there is no record.

    The path contains the workshop's title; it and other private texts can be covered.

    Signals:
        record_opened, folder_opened: a path.
        home_pressed: back to the first page.
    """

    record_opened = Signal(str)
    folder_opened = Signal(str)
    home_pressed = Signal()

    def __init__(self, sentence: str, record_path: str, title: str = "", private: str = "") -> None:
        super().__init__()
        inside = column(self, spacing=24)
        inside.setContentsMargins(0, 48, 0, 40)
        inside.addWidget(label(title or _("The workshop is closed"), "title"))
        box = card()
        inner = column(box, margin=24, spacing=16)
        inner.addWidget(label(sentence, "name", at_left=True))
        self._private = [label(private, at_left=True), label(record_path, "muted", at_left=True)]
        self._private = [line for line in self._private if line.text()]
        self._cover = CoverCard(_("A second display is attached, so names are covered."))
        self._cover.show_asked.connect(self._uncover)
        for part in (*self._private, self._cover):
            inner.addWidget(part)
        inner.addLayout(self._buttons(record_path))
        inside.addWidget(box)
        self.times = label("", "muted")
        self.times.hide()
        inside.addWidget(self.times)
        inside.addStretch(1)
        self.set_covered(covered=False)

    def _buttons(self, record_path: str) -> QHBoxLayout:
        buttons = row()
        if record_path:
            self.record_button = opening = main_button(_("Open the record"), Icon.RECORD)
            opening.clicked.connect(lambda: self.record_opened.emit(record_path))
            self.folder_button = folder = Button(_("Open its folder"), Icon.FOLDER)
            folder.clicked.connect(lambda: self.folder_opened.emit(str(Path(record_path).parent)))
            buttons.addWidget(opening)
            buttons.addWidget(folder)
        self.home_button = Button(_("Back to Home"))
        self.home_button.clicked.connect(self.home_pressed)
        buttons.addWidget(self.home_button)
        buttons.addStretch(1)
        return buttons

    def set_covered(self, *, covered: bool) -> None:
        """Cover or show private texts, as others may see this screen."""
        for line in self._private:
            line.setVisible(not covered)
        self._cover.setVisible(covered and bool(self._private))

    def _uncover(self) -> None:
        self.set_covered(covered=False)
        self.home_button.setFocus()

    def show_times(self, lines: tuple[str, ...]) -> None:
        """Show planned and actual minutes of each step. They are not saved."""
        heading = _("Only shown here, only to you:")
        self.times.setText("\n".join((heading, *lines)))
        self.times.setVisible(bool(lines))
