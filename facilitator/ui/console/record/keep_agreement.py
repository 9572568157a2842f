"""The question at the end whether to save the agreement for this group's next workshop."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from facilitator.live.views.agreement_view import AgreementView
from facilitator.ui.widgets.buttons import tick
from facilitator.ui.widgets.labels import label
from facilitator.wording import _


class KeepAgreement(QWidget):
    """A box to tick once the room has said yes; unticked by default.

    Signals:
        keep_asked: whether the room said yes.
    """

    keep_asked = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box, self.why = tick(""), label()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.box)
        row.addWidget(self.why, 1)
        self.box.clicked.connect(self.keep_asked)
        self.hide()

    @Slot(AgreementView)
    def show_agreement(self, view: AgreementView) -> None:
        """Show the question if anything is agreed."""
        self.setVisible(bool(view.agreed))
        self.box.setChecked(view.for_next)
        self.box.setEnabled(view.group_named)
        words = (
            _("The group said yes: our agreement stays here for this group’s next workshop")
            if view.group_named
            else _("Our agreement could stay for the next workshop if the group had a name.")
        )
        self.why.setText(words)
        self.box.setAccessibleName(words)
