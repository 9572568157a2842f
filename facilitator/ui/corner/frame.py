"""The corner's window without its sequence of pages: keys, displays, and the cover."""

from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QResizeEvent, QScreen
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from facilitator.domain.contribution import Turn
from facilitator.domain.text.language import ENGLISH, NO_WORDS
from facilitator.room.pages.picture import CornerPicture
from facilitator.ui.corner.corner_keys import CornerKeys
from facilitator.ui.corner.own_page import OwnPages
from facilitator.ui.corner.pace import Pace
from facilitator.ui.corner.pages_of_corner import CornerPages
from facilitator.ui.widgets.fonts import load_fonts
from facilitator.ui.widgets.speech import speak
from facilitator.wording import _

NOTHING = CornerPicture((ENGLISH,), (), NO_WORDS)


class CornerFrame(QWidget):
    """Holds the corner's pages, and covers all words when others might see them.

    Signals:
        turn_given: the turn of a person; empty for a pass.
        answer_given: the index of the position that a person chose, -1 for showing none.
        own_given: what a person handed in on the page of a kind of step.
        card_given: a card, typed by a helper.
        console_asked, cards_asked: the facilitator held Esc and chose that.
        care_asked, agreement_asked, curtain_asked, promise_asked: F6, F7, F8, F9.
        announced: a text for screen readers.
    """

    turn_given = Signal(Turn)
    answer_given = Signal(int)
    own_given = Signal(object)
    card_given = Signal(Turn)
    console_asked = Signal()
    cards_asked = Signal()
    care_asked = Signal()
    agreement_asked = Signal()
    curtain_asked = Signal()
    promise_asked = Signal()
    announced = Signal(str)

    def __init__(self, pace: Pace, text_scale: float, own_pages: OwnPages) -> None:
        super().__init__()
        self._own_pages = own_pages
        load_fonts()
        self.setObjectName("corner")
        self.setWindowTitle(_("Typing corner – Facilitator"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._pace = pace
        self._text_scale = text_scale
        self._forced = False
        self._keys = CornerKeys(pace, self._take_key, self)
        self._connect_keys()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        self._pages = self._make_pages(NOTHING)
        self._watch_displays()
        self.announced.connect(partial(speak, self))

    def show_on(self, screen: QScreen) -> None:
        """Go full screen on a display: the laptop's own, never the board's."""
        self.hide()  # a full-screen window does not move to another display
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.showFullScreen()

    def cover(self) -> None:
        """Cover all words immediately; they are not lost.

        Repaints everything, since a changed display may still show an outdated picture.
        """
        self._pages.cover()
        self.repaint()

    def force_cover(self, *, forced: bool) -> None:
        """Force the cover: there is only one display, and the room sees it."""
        self._forced = forced
        self._pages.set_forced(forced=forced)

    def _make_pages(self, picture: CornerPicture) -> CornerPages:
        pages = CornerPages(
            picture, self._pace, self._text_scale, self._own_pages, forced=self._forced
        )
        for page in (pages.choice, pages.cards):
            page.console_asked.connect(self.console_asked)
        pages.cards.card_given.connect(self.card_given)
        pages.announced.connect(self.announced)
        self._column.addWidget(pages)
        self._keys.watch(pages)
        if picture is not NOTHING:
            pages.fit(self.size())
        return pages

    def _connect_keys(self) -> None:
        self._keys.care_asked.connect(self.care_asked)
        self._keys.agreement_asked.connect(self.agreement_asked)
        self._keys.curtain_asked.connect(self.curtain_asked)
        self._keys.promise_asked.connect(self.promise_asked)
        self._keys.hold_shown.connect(self._show_hold)

    def _watch_displays(self) -> None:
        app = QApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.connect(self._meet_screen)
            app.screenRemoved.connect(self.cover)
            app.primaryScreenChanged.connect(self.cover)
            for screen in app.screens():
                screen.geometryChanged.connect(self.cover)

    def _meet_screen(self, screen: QScreen) -> None:
        """Cover the words: a new display may show them, now or once it changes."""
        screen.geometryChanged.connect(self.cover)
        self.cover()

    def _take_key(self, event: QKeyEvent) -> bool:
        """Leave a key to the focused widget; subclasses use some keys."""
        return False

    def _show_hold(self, step: int) -> None:
        self._pages.entry.marks.show_step(step)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._pages.fit(event.size())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange and not self.isActiveWindow():
            self._keys.release_escape()
            self.cover()

    def closeEvent(self, event: QCloseEvent) -> None:
        event.setAccepted(not event.spontaneous())  # Alt+F4 must not uncover the console
