"""After closing: what is gone, what remains, and where the record is."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from facilitator.ui.widgets.buttons import IconButton
from facilitator.ui.widgets.cards import card
from facilitator.ui.widgets.icons import Icon
from facilitator.ui.widgets.labels import label
from facilitator.ui.widgets.layouts import column, row
from facilitator.wording import _


class AfterPage(QWidget):
    """Says in a sentence how it ended; an empty path means that there is no record.

    The path, which holds the workshop's title, and what else is private can be covered.

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
        said = column(box, margin=24, spacing=16)
        said.addWidget(label(sentence, "name", at_left=True))
        self._private = [label(private, at_left=True), label(record_path, "muted", at_left=True)]
        self._private = [line for line in self._private if line.text()]
        self._cover = self._make_cover()
        for part in (*self._private, self._cover):
            said.addWidget(part)
        buttons = row()
        if record_path:
            opening = IconButton(_("Open the record"), "main", Icon.RECORD)
            opening.clicked.connect(lambda: self.record_opened.emit(record_path))
            folder = IconButton(_("Open its folder"), "plain", Icon.FOLDER)
            folder.clicked.connect(lambda: self.folder_opened.emit(str(Path(record_path).parent)))
            buttons.addWidget(opening)
            buttons.addWidget(folder)
        self.home_button = IconButton(_("Back to Home"))
        self.home_button.clicked.connect(self.home_pressed)
        buttons.addWidget(self.home_button)
        buttons.addStretch(1)
        said.addLayout(buttons)
        inside.addWidget(box)
        self.times = label("", "muted")
        self.times.hide()
        inside.addWidget(self.times)
        inside.addStretch(1)
        self.set_covered(covered=False)

    def set_covered(self, *, covered: bool) -> None:
        """Cover what is private while others may see this screen, or show it."""
        for line in self._private:
            line.setVisible(not covered)
        self._cover.setVisible(covered and bool(self._private))

    def _make_cover(self) -> QFrame:
        cover = card("butter")
        line = row(cover, margin=18)
        reason = _("A second display is attached, so names are covered.")
        line.addWidget(label(reason), 1)
        self.show_button = IconButton(_("Show them here"), "plain", Icon.EYE)
        self.show_button.clicked.connect(self._uncover)
        line.addWidget(self.show_button)
        return cover

    def _uncover(self) -> None:
        self.set_covered(covered=False)
        self.home_button.setFocus()

    def show_times(self, lines: tuple[str, ...]) -> None:
        """Show how long each step was to take and took. It is kept nowhere."""
        heading = _("Only shown here, only to you:")
        self.times.setText("\n".join((heading, *lines)))
        self.times.setVisible(bool(lines))
