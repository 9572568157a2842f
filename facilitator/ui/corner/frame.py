"""The window of the corner without its course: pages, keys, displays, and what is covered when."""

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
        turn_given: what one person hands over; empty for a pass.
        answer_given: the place of the position that one person chose, -1 for rather not to show.
        own_given: what one person handed in on the page of a kind of step.
        card_given: one card, typed in by a helper.
        console_asked, cards_asked: the facilitator held Esc and chose that.
        care_asked, agreement_asked, curtain_asked, promise_asked: F6, F7, F8, F9.
        announced: what whoever uses a screen reader hears at once.
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
        """Fill a display: the laptop's own, never the board's."""
        self.hide()  # a window that fills one display would not go to another
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.showFullScreen()

    def cover(self) -> None:
        """Cover all words at once, and keep them.

        All is painted anew: a display that changed may still show an older picture, out of place.
        """
        self._pages.cover()
        self.repaint()

    def force_cover(self, *, forced: bool) -> None:
        """Keep words covered whatever the switch: there is one display, and the room sees it."""
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
        """Cover the words: a display came, and it may show them, now or once it changes."""
        screen.geometryChanged.connect(self.cover)
        self.cover()

    def _take_key(self, event: QKeyEvent) -> bool:
        """Leave a key to the widget that has the keyboard; the window itself uses some."""
        return False

    def _show_hold(self, step: int) -> None:
        self._pages.entry.marks.show_step(step)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._pages.fit(event.size())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange and not self.isActiveWindow():
            self._keys.let_go()
            self.cover()

    def closeEvent(self, event: QCloseEvent) -> None:
        event.setAccepted(not event.spontaneous())  # Alt+F4 must not uncover the console
