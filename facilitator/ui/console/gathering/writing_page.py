"""The page while people write: whether enough took part, never how many, and no lines."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.domain.plan.step import Way
from facilitator.live.views.desk_view import GatheringView
from facilitator.ui.console.commands.button import CommandButton
from facilitator.ui.console.commands.table import Act
from facilitator.ui.console.gathering.idle_choice import IdleChoice
from facilitator.ui.widgets.buttons import Button
from facilitator.ui.widgets.cards import card
from facilitator.ui.widgets.icons import Icon
from facilitator.ui.widgets.labels import label
from facilitator.ui.widgets.layouts import FlowLayout
from facilitator.ui.widgets.scrolling import FittingScroll
from facilitator.wording import _


class GatherWriting(QWidget):
    """Says whether enough took part, and offers the ways of writing.

    ``foot`` has their buttons, below the scrolling area.

    Signals:
        corner_asked, cards_asked, close_asked: the button was pressed.
    """

    corner_asked = Signal()
    cards_asked = Signal()
    close_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.progress, self.fits = label(role="workshop"), label()
        self.in_charge = label(
            _(
                "Somebody here is in charge of others. Cards are typed in by somebody who is not: "
                "whoever types them sees the handwriting."
            )
        )
        self.corner_button = CommandButton(Act.CORNER, Icon.KEYBOARD, role="main")
        self.cards_button = Button(_("Type cards"), Icon.CARDS)
        self.close_button = Button(_("Close writing"), Icon.LOCK)
        self.idle = IdleChoice()
        self._lay_out()
        self.corner_button.clicked.connect(self.corner_asked)
        self.cards_button.clicked.connect(self.cards_asked)
        self.close_button.clicked.connect(self.close_asked)

    def _lay_out(self) -> None:
        frame, words = card(), QWidget()
        inside = QVBoxLayout(words)
        inside.setSpacing(8)
        inside.addWidget(self.progress)
        inside.addWidget(self.fits)
        inside.addWidget(
            label(
                _(
                    "Nobody sees a line until writing is closed, not even you. "
                    "The facilitator takes a turn too, or leaves one empty."
                ),
                "do",
            )
        )
        inside.addWidget(self.in_charge)
        around = QVBoxLayout(frame)
        around.setContentsMargins(24, 12, 16, 12)
        self.area = FittingScroll(words, _("How far the writing is"))
        around.addWidget(self.area)
        self.foot = QWidget()
        row = FlowLayout(self.foot)
        for button in (self.corner_button, self.cards_button, self.close_button):
            row.addWidget(button)
        inside.addWidget(self.idle)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(frame)
        column.addStretch()

    def set_dense(self, *, dense: bool) -> None:
        """Put the ways of writing in one row, where there is little room."""
        self.corner_button.show_cap(visible=not dense)
        for button in (self.cards_button, self.close_button):
            button.show_mark(visible=not dense)

    @Slot(GatheringView)
    def show_gathering(self, view: GatheringView) -> None:
        """Show whether enough took part, and this gathering's ways of writing."""
        self.progress.setText(view.progress)
        self.fits.setText(view.fits)
        self.fits.setVisible(bool(view.fits))
        self.in_charge.setVisible(view.in_charge and Way.CARDS in view.ways)
        self.corner_button.setVisible(Way.CORNER in view.ways)
        self.idle.setVisible(Way.CORNER in view.ways)
        self.cards_button.setVisible(Way.CARDS in view.ways)
