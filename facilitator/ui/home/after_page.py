"""After closing: what is gone, what remains, and where the record is."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from facilitator.ui.home.parts import Button, card, column, label, row
from facilitator.ui.kit.icons import Icon
from facilitator.wording import _


class AfterPage(QWidget):
    """Says in a sentence how it ended; an empty path means that there is no record.

    Signals:
        record_opened, folder_opened: a path.
        home_pressed: back to the first page.
    """

    record_opened = Signal(str)
    folder_opened = Signal(str)
    home_pressed = Signal()

    def __init__(self, sentence: str, record_path: str, title: str = "") -> None:
        super().__init__()
        inside = column(self, spacing=24)
        inside.setContentsMargins(0, 48, 0, 40)
        inside.addWidget(label(title or _("The workshop is closed"), "title"))
        box = card()
        said = column(box, margin=24, spacing=16)
        said.addWidget(label(sentence, "name"))
        buttons = row()
        if record_path:
            said.addWidget(label(record_path, "muted"))
            opening = Button(_("Open the record"), "main", Icon.RECORD)
            opening.clicked.connect(lambda: self.record_opened.emit(record_path))
            folder = Button(_("Open its folder"), "plain", Icon.FOLDER)
            folder.clicked.connect(lambda: self.folder_opened.emit(str(Path(record_path).parent)))
            buttons.addWidget(opening)
            buttons.addWidget(folder)
        home = Button(_("Back to Home"))
        home.clicked.connect(self.home_pressed)
        buttons.addWidget(home)
        buttons.addStretch(1)
        said.addLayout(buttons)
        inside.addWidget(box)
        self.times = label("", "muted")
        self.times.hide()
        inside.addWidget(self.times)
        inside.addStretch(1)

    def show_times(self, lines: tuple[str, ...]) -> None:
        """Show how long each step was to take and took. It is kept nowhere."""
        heading = _("Only shown here, only to you:")
        self.times.setText("\n".join((heading, *lines)))
        self.times.setVisible(bool(lines))
