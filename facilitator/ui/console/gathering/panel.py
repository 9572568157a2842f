"""Contributions without names: a page for each state of the gathering."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.domain.contribution import GatheringState
from facilitator.domain.workshop import Setup
from facilitator.live.views.desk_view import BoardView, GatheringView
from facilitator.ui.console.gathering.closed import GatherClosed
from facilitator.ui.console.gathering.opened import GatherOpened
from facilitator.ui.console.gathering.waiting import GatherWaiting
from facilitator.ui.console.gathering.writing_page import GatherWriting
from facilitator.ui.widgets.labels import label
from facilitator.ui.widgets.layouts import Pages
from facilitator.ui.widgets.style import set_role
from facilitator.wording import _


class GatheringPanel(QWidget):
    """Shows what the facilitator may see of a gathering at this moment.

    ``foot`` has the button for the pending act; whoever puts the panel into a scroll area
    passes a foot that is outside of it.

    Signals:
        turned: the page of another state is shown.
    """

    turned = Signal()

    def __init__(self, foot: Pages | None = None) -> None:
        super().__init__()
        self.kicker, self.question = label(role="kicker"), label(role="workshop")
        self.none = label(_("Nothing is written without names in this step or before it."))
        self.pages = Pages()
        self.pages.add_page(self.none)
        self.lazy_waiting = self.pages.add_lazy(GatherWaiting)
        self.lazy_writing = self.pages.add_lazy(GatherWriting)
        self.lazy_closed = self.pages.add_lazy(GatherClosed)
        self.lazy_opened = self.pages.add_lazy(GatherOpened)
        self.foot, self._no_foot = foot or Pages(), QWidget()
        self.foot.add_later(self._no_foot)
        self.foot.show_page(self._no_foot)
        for page in (self.lazy_waiting, self.lazy_writing, self.lazy_closed):
            page.when_built(lambda built: self.foot.add_later(built.foot))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.kicker)
        column.addWidget(self.question)
        column.addWidget(self.pages, 1)
        if foot is None:
            column.addWidget(self.foot)
        self._short = self._dense = False

    @property
    def waiting(self) -> GatherWaiting:
        """The page before writing opens."""
        return self.lazy_waiting.part

    @property
    def writing(self) -> GatherWriting:
        """The page while people write."""
        return self.lazy_writing.part

    @property
    def closed(self) -> GatherClosed:
        """The page for reading the lines first."""
        return self.lazy_closed.part

    @property
    def opened(self) -> GatherOpened:
        """The page with the opened lines."""
        return self.lazy_opened.part

    @property
    def is_waiting(self) -> bool:
        """Whether nobody has written yet."""
        return isinstance(self.pages.page, GatherWaiting)

    @property
    def is_reading(self) -> bool:
        """Whether the lines are being read first."""
        return isinstance(self.pages.page, GatherClosed)

    @property
    def is_opened(self) -> bool:
        """Whether the lines have been opened."""
        return isinstance(self.pages.page, GatherOpened)

    def set_dense(self, *, short: bool, dense: bool) -> None:
        """Hide what is above the lines in a ``short`` window, and more in a ``dense`` one."""
        self._short, self._dense = short, dense
        self.lazy_opened.update(GatherOpened.set_dense, dense=dense)
        self.lazy_writing.update(GatherWriting.set_dense, dense=dense)
        self.lazy_closed.update(GatherClosed.set_dense, dense=dense)
        self._show_head()

    @Slot(GatheringView)
    def show_gathering(self, view: GatheringView | None) -> None:
        """Show the page of the gathering's state, and clear the other pages."""
        before = self.pages.page
        if view is None:
            self.pages.show_page(self.none)
            self.foot.show_page(self._no_foot)
            self._clear_others()
        else:
            self._show_state(view)
        self._show_head()
        if before is not self.pages.page:
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
        """Update the board's page and the room's languages."""
        self.lazy_opened.update(GatherOpened.show_board, view)
        self.lazy_closed.update(GatherClosed.show_languages, view.now.languages)

    @Slot(Setup)
    def show_setup(self, setup: Setup) -> None:
        """Show the support contact, and who gets the record."""
        self.lazy_waiting.update(GatherWaiting.show_setup, setup)
        self.lazy_closed.update(GatherClosed.show_setup, setup)

    def set_seen_by_room(self, *, seen: bool) -> None:
        """Hide what only the facilitator may read, while the room can see this screen."""
        self.lazy_closed.update(GatherClosed.set_seen_by_room, seen=seen)

    def _show_head(self) -> None:
        """Show the question small, without its heading, where the lines need the room."""
        has_gathering = self.pages.page is not self.none
        small = self._short and not self.is_waiting
        self.kicker.setVisible(has_gathering and not small)
        self.question.setVisible(has_gathering and not (self._dense and self.is_opened))
        set_role(self.question, "role", "kicker" if small else "workshop")

    def _show(
        self, page: GatherWaiting | GatherWriting | GatherClosed | GatherOpened, view: GatheringView
    ) -> None:
        if page is not self.pages.page:
            self._clear_others()
        page.show_gathering(view)
        self.pages.show_page(page)
        self.foot.show_page(self._no_foot if isinstance(page, GatherOpened) else page.foot)

    def _clear_others(self) -> None:
        if self.lazy_closed.is_built:
            self.closed.clear_lines()
        if self.lazy_opened.is_built:
            self.opened.clear_lines()
