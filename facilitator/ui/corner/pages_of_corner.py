"""The corner's pages, rebuilt for each picture; the entry page is rebuilt for each person."""

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QStackedWidget, QWidget

from facilitator.domain.text.language import in_order
from facilitator.room.pages.picture import CornerPicture
from facilitator.ui.corner.answer_page import AnswerPage
from facilitator.ui.corner.cards_page import CardsPage
from facilitator.ui.corner.entry_base import EntryBase
from facilitator.ui.corner.entry_page import EntryPage
from facilitator.ui.corner.own_page import OwnPages
from facilitator.ui.corner.pace import Pace
from facilitator.ui.corner.pages import ChoicePage, ClosingPage
from facilitator.ui.corner.promise_area import PromisePage, back_key
from facilitator.ui.corner.style import Look, set_style
from facilitator.ui.widgets.scrolling import CalmScroll
from facilitator.ui.widgets.theme import palette_of


class CornerPages(QStackedWidget):
    """The five pages of the corner, one of them visible; none is reused for another picture.

    Signals:
        announced: a text for screen readers.
    """

    announced = Signal(str)

    def __init__(
        self,
        picture: CornerPicture,
        pace: Pace,
        text_scale: float,
        own_pages: OwnPages,
        *,
        forced: bool,
    ) -> None:
        super().__init__()
        self._own_pages = own_pages
        self.setObjectName("corner")
        self._picture = picture
        self._forced = forced
        self._text_scale = text_scale
        self._promise: PromisePage | None = None  # once somebody asks for it
        languages = in_order(picture.languages)
        self.closing = ClosingPage(languages)
        self.choice = ChoicePage(languages, back=back_key(picture))
        self.cards = CardsPage(languages, pace.card_kept, forced=forced)
        self.frame = CalmScroll()
        self.frame.setWidgetResizable(True)
        self.frame.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.entry = self._made_entry()
        self.cards.announced.connect(self.announced)
        self.frame.setWidget(self.entry)
        for page in (self.frame, self.closing, self.choice, self.cards):
            self.addWidget(page)

    def make_entry(self) -> EntryBase:
        """Replace the entry page by a new one, and wipe the old one."""
        QGuiApplication.inputMethod().reset()
        used = self.entry
        self.entry = self._made_entry()
        used.wipe()
        self.frame.takeWidget()
        used.deleteLater()
        self.frame.setWidget(self.entry)
        self.fit_entry(self.size())
        return self.entry

    def cover(self) -> None:
        """Cover all words immediately."""
        self.entry.cover()
        self.cards.cover()

    def allow_retry(self) -> None:
        """Allow editing again after a failed save, covered."""
        self.cover()
        self.cards.let_type()
        if self.currentWidget() is self.cards:
            self.cards.show_not_saved()

    def set_forced(self, *, forced: bool) -> None:
        """Force the cover, or return control to people."""
        self._forced = forced
        self.entry.set_forced(forced=forced)
        self.cards.set_forced(forced=forced)

    def touch(self) -> None:
        """Hide the question whether somebody is still there."""
        self.entry.show_still(asks=False)
        self.cards.show_still(asks=False)

    def open(self, page: QWidget, focus: QWidget) -> None:
        """Show a page and focus it."""
        self.setCurrentWidget(page)
        focus.setFocus()

    def open_promise(self) -> PromisePage:
        """Show the whole promise and focus it, so that a screen reader reads it out."""
        if self._promise is None:
            self._promise = PromisePage(self._picture)
            self.addWidget(self._promise)
        self._promise.fit(self._look(self.size()), self.size())
        self.open(self._promise, self._promise.area)
        return self._promise

    def open_entry(self) -> None:
        """Show the entry page and focus its first control."""
        self.open(self.frame, self.entry.first)

    def fit(self, size: QSize) -> None:
        """Lay all pages out for a size."""
        look = self._look(size)
        set_style(self, look.sheet())
        for page in (self.closing, self.choice, self.cards):
            page.fit(look, size)
        self.cards.dress(look, size)
        if self._promise is not None:
            self._promise.fit(look, size)
        self.fit_entry(size)

    def fit_entry(self, size: QSize) -> None:
        """Lay the entry page out for a size."""
        fits = self.entry.fit(self._look(size), size)
        bar = Qt.ScrollBarPolicy  # else Qt keeps a scroll bar that it needed once
        self.frame.setVerticalScrollBarPolicy(
            bar.ScrollBarAlwaysOff if fits else bar.ScrollBarAsNeeded
        )
        QCoreApplication.sendPostedEvents(self.entry, QEvent.Type.LayoutRequest)

    def _made_entry(self) -> EntryBase:
        entry = self._entry_of(self._picture)
        entry.announced.connect(self.announced)
        return entry

    def _look(self, size: QSize) -> Look:
        palette = palette_of(self._picture.theme)
        return Look.for_size(palette, size, self._text_scale, len(self._picture.languages))

    def _entry_of(self, picture: CornerPicture) -> EntryBase:
        """Build the entry page: a kind's own, for a check, or for writing."""
        if picture.own is not None:
            return self._own_pages[picture.own.kind]()(picture, forced=self._forced)
        if picture.positions:
            return AnswerPage(picture, forced=self._forced)
        return EntryPage(picture, forced=self._forced)
