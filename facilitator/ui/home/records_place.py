"""Shows where records go on *Before you start*, and offers another folder."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from facilitator.ui.widgets.buttons import Button
from facilitator.ui.widgets.labels import label
from facilitator.ui.widgets.layouts import column
from facilitator.wording import _


class RecordsPlace(QWidget):
    """Names the folder, and warns if a service seems to copy it elsewhere.

    Signals:
        other_asked: choose another folder.
    """

    other_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.place = label("", "small")
        self.warning = label("", "problem")
        self.button = Button(_("Choose another folder for records"))
        self.button.set_from_left()
        self.button.clicked.connect(self.other_asked)
        inside = column(self, spacing=6)
        for part in (self.place, self.warning, self.button):
            inside.addWidget(part)
        self.show_folder("", "")

    def show_folder(self, folder: str, service: str) -> None:
        """Show where records go, and which service seems to copy them."""
        self.place.setText(_("Records are put here: {folder}").format(folder=folder))
        warning = _(
            "{service} seems to copy this folder to other computers, and may keep old versions "
            "of a record. Choose a folder that stays on this laptop."
        )
        self.warning.setText(warning.format(service=service) if service else "")
        self.warning.setVisible(bool(service))
