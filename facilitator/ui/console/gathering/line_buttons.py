"""A row of buttons for the line that is read first."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from facilitator.live.views.desk_view import ReadRow
from facilitator.ui.console.gathering.translate import can_translate
from facilitator.ui.widgets.buttons import Button, quiet_button
from facilitator.ui.widgets.layouts import FlowLayout
from facilitator.wording import _


class LineButtons(QWidget):
    """The buttons for the chosen line, and one for all lines."""

    def __init__(self, again_button: Button, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.aside = Button(_("Set aside"), key=Qt.Key.Key_Delete)
        self.through = Button(_("Let through"))
        self.reword = Button(_("Reword without the person"), key="E")
        self.out = quiet_button(_("Take out"))
        self.translate = Button(_("Translate"), key="T")
        self._all = (
            *(self.aside, self.through, self.reword),
            *(self.translate, self.out, again_button),
        )
        again_button.show_mark(visible=False)
        for quiet in (self.out, again_button):
            quiet.set_tight()
        row = FlowLayout(self)
        row.setSpacing(4)
        for button in self._all:
            row.addWidget(button)

    def set_dense(self, *, dense: bool) -> None:
        """Fit into one row where there is little room, with fewer words."""
        shorter, whole = _("Reword"), _("Reword without the person")
        self.reword.show_words(shorter if dense else whole)
        self.reword.setAccessibleName(f"{whole} (E)")
        for button in (self.aside, self.through, self.reword, self.translate):
            button.set_tight(tight=dense)

    def show_row(self, row: ReadRow | None) -> None:
        """Update the buttons for a line, or for none."""
        self.aside.setVisible(row is not None and row.set_aside is None)
        self.through.setVisible(row is not None and row.set_aside is not None)
        self.translate.setVisible(row is not None and can_translate(row))
        for button in (self.reword, self.out):
            button.setVisible(row is not None)
