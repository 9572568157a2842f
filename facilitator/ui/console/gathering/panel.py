"""Contributions without names: one page for each state of the gathering."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.domain.contribution import GatheringState
from facilitator.domain.workshop import Setup
from facilitator.live.views.desk_view import BoardView, GatheringView
from facilitator.ui.console.gathering.closed import GatherClosed
from facilitator.ui.console.gathering.opened import GatherOpened
from facilitator.ui.console.gathering.waiting import GatherWaiting
from facilitator.ui.console.gathering.writing import GatherWriting
from facilitator.ui.widgets.labels import label
from facilitator.ui.widgets.layouts import Pages
from facilitator.ui.widgets.style import set_role
from facilitator.wording import _


class GatheringPanel(QWidget):
    """Shows a gathering as far as the facilitator may see it at this moment.

    ``foot`` has the one act that the gathering waits for; who shows the panel within something
    that scrolls gives the foot a place outside it.

    Signals:
        turned: the page of another state is shown.
    """

    turned = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kicker, self.question = label(role="kicker"), label(role="workshop")
        self.none = label(_("Nothing is written without names in this step or before it."))
        self.waiting, self.writing = GatherWaiting(), GatherWriting()
        self.closed, self.opened = GatherClosed(), GatherOpened()
        self.pages = Pages()
        for page in (self.none, self.waiting, self.writing, self.closed, self.opened):
            self.pages.add_page(page)
        self.foot, self._no_foot = Pages(), QWidget()
        for foot in (self._no_foot, self.waiting.foot, self.writing.foot, self.closed.foot):
            self.foot.add_page(foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.kicker)
        column.addWidget(self.question)
        column.addWidget(self.pages, 1)
        column.addWidget(self.foot)
        self._short = False

    @property
    def is_reading(self) -> bool:
        """Whether the lines are being read first."""
        return self.pages.shown is self.closed

    @property
    def is_opened(self) -> bool:
        """Whether the lines have been opened."""
        return self.pages.shown is self.opened

    def set_dense(self, *, short: bool, dense: bool) -> None:
        """Leave the room above the lines to them in a ``short`` window; more in a ``dense`` one."""
        self._short = short
        for page in (self.writing, self.closed):
            page.set_dense(dense=dense)
        self._show_head()

    @Slot(GatheringView)
    def show_gathering(self, view: GatheringView | None) -> None:
        """Show the page of the gathering's state, and forget what the others showed."""
        before = self.pages.shown
        if view is None:
            self.pages.show_page(self.none)
            self.foot.show_page(self._no_foot)
            self._forget()
        else:
            self._show_state(view)
        self._show_head()
        if before is not self.pages.shown:
            self.turned.emit()

    def _show_state(self, view: GatheringView) -> None:
        self.question.setText(view.question)
        match view.state:
            case GatheringState.WAITING:
                self.kicker.setText(_("Before anyone writes"))
                self._show(self.waiting, view)
            case GatheringState.WRITING:
                self.kicker.setText(_("Writing is open"))
                self._show(self.writing, view)
            case GatheringState.CLOSED:
                self.kicker.setText(_("Reading first. Writing has closed"))
                self._show(self.closed, view)
            case GatheringState.OPENED:
                self.kicker.setText(_("Opened together"))
                self._show(self.opened, view)

    @Slot(BoardView)
    def show_board(self, view: BoardView) -> None:
        """Show on which page the board is, and take notice of the room's languages."""
        self.opened.show_board(view)
        self.closed.show_languages(view.now.languages)

    @Slot(Setup)
    def show_setup(self, setup: Setup) -> None:
        """Show who is told if a line tells of harm, and who gets the record."""
        self.waiting.missing.show_setup(setup)
        self.closed.show_setup(setup)

    def set_seen_by_room(self, *, seen: bool) -> None:
        """Hide what only the facilitator may read, while the room can see this screen."""
        self.closed.set_seen_by_room(seen=seen)

    def _show_head(self) -> None:
        """Show the question small, and alone, where the lines need the room."""
        there = self.pages.shown is not self.none
        small = self._short and (self.is_reading or self.is_opened)
        self.kicker.setVisible(there and not small)
        self.question.setVisible(there)
        set_role(self.question, "role", "kicker" if small else "workshop")

    def _show(
        self, page: GatherWaiting | GatherWriting | GatherClosed | GatherOpened, view: GatheringView
    ) -> None:
        if page is not self.pages.shown:
            self._forget()
        page.show_gathering(view)
        self.pages.show_page(page)
        self.foot.show_page(self._no_foot if isinstance(page, GatherOpened) else page.foot)

    def _forget(self) -> None:
        self.closed.forget()
        self.opened.forget()
