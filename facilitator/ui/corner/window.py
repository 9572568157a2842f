"""The typing corner: full screen on the laptop, where people write without names."""

from datetime import timedelta
from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent

from facilitator.room.pages.picture import CornerPicture
from facilitator.ui.corner.answer_page import AnswerPage
from facilitator.ui.corner.corner_keys import is_black
from facilitator.ui.corner.entry_base import EntryBase
from facilitator.ui.corner.entry_page import EntryPage
from facilitator.ui.corner.frame import CornerFrame
from facilitator.ui.corner.own_page import OwnEntry, OwnPages
from facilitator.ui.corner.pace import Idle, Pace, timer
from facilitator.ui.corner.pages_of_corner import CornerPages
from facilitator.ui.widgets.key_presses import is_enter


class Stage(Enum):
    """What the corner waits for."""

    ENTRY = auto()  # a person to write or pass
    PROMISE = auto()  # that person, who reads the whole promise
    GIVEN = auto()  # the session to save a turn
    ENDED = auto()  # the next person
    CHOICE = auto()  # the facilitator, who held Esc
    CARDS = auto()  # a helper


class CornerWindow(CornerFrame):
    """Hands over each turn as one value, and wipes it once the session confirms that it is saved.

    ``idle`` detects that somebody has left; whoever opens the corner passes it clock readings.
    """

    def __init__(
        self,
        pace: Pace | None = None,
        text_scale: float = 1.0,
        own_pages: OwnPages | None = None,
    ) -> None:
        pace = pace or Pace()
        self._stage = self._before = Stage.ENDED
        self._saved = False
        super().__init__(pace, text_scale, own_pages or {})
        self._answer = timer(self, pace.least_answer)
        self._turn = timer(self, pace.least_turn)  # starts with a new page
        self._answer.timeout.connect(self._answer_now)
        self.idle = Idle(pace, self)
        self.idle.warned.connect(self._ask_still)
        self.idle.over.connect(self.wipe)
        self._keys.held.connect(self._open_choice)

    def show_corner(self, picture: CornerPicture) -> None:
        """Show a new entry page; wipe what was typed and not handed over."""
        used, self._pages = self._pages, self._make_pages(picture)
        used.entry.wipe()
        used.cards.wipe()
        self._pages.show()
        used.hide()
        used.deleteLater()
        self.idle.stop()
        self._answer.stop()
        self._stage = Stage.ENDED
        self._open_entry()

    def show_cards(self, *, alone: bool = False) -> None:
        """Show the page for typing cards; ``alone`` if people do not type here themselves."""
        self._pages.cards.set_alone(alone=alone)
        self._open_cards()

    def show_turn_ended(self) -> None:
        """Wipe and show the end, after the turn or card is saved; never sooner than for others."""
        if self._stage is Stage.CARDS:
            self._pages.cards.show_saved()
            self._keys.restart()
            return
        self._saved = True
        if not self._answer.isActive():
            self._end()

    def show_turn_not_saved(self) -> None:
        """Leave the words in the field, covered, and say that they could not be saved."""
        self._pages.allow_retry()
        if self._stage is Stage.GIVEN:
            self._answer.stop()
            self._pages.entry.show_not_saved()
            self._pages.entry.lock(locked=False)
            self._stage = Stage.ENTRY
            self.idle.touch()

    def _make_pages(self, picture: CornerPicture) -> CornerPages:
        pages = super()._make_pages(picture)
        pages.choice.back_asked.connect(self._go_back)
        pages.choice.cards_asked.connect(self._choose_cards)
        pages.cards.back_asked.connect(self._open_entry)
        pages.cards.touched.connect(self._touched)
        self._listen_to(pages.entry)
        return pages

    def _listen_to(self, entry: EntryBase) -> None:
        entry.done.connect(self._give)
        entry.touched.connect(self._touched)
        entry.more_asked.connect(self._open_promise)

    def _take_key(self, event: QKeyEvent) -> bool:
        """Handle a key, or leave it to the focused widget."""
        if self._stage is Stage.ENDED:
            if not event.isAutoRepeat() and not is_black(event):
                self._open_entry()
            return True
        if self._stage is Stage.CARDS:
            return self._take_card_key(event)
        if self._stage is Stage.PROMISE:
            return self._take_promise_key(event)
        if self._stage is Stage.ENTRY:
            self._touch()
            return self._take_entry_key(event)
        return self._stage is not Stage.CHOICE

    def _take_entry_key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_F2:
            self._pages.entry.switch_cover()
        elif is_enter(event) and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if not event.isAutoRepeat():
                self._give()
        else:
            return self._pages.entry.take_key(event)
        return True

    def _take_promise_key(self, event: QKeyEvent) -> bool:
        """Go back by Enter from anywhere on the page; leave scrolling to the widgets."""
        self._touch()
        if is_enter(event) and not event.isAutoRepeat():
            self._open_entry()
        return is_enter(event)

    def _take_card_key(self, event: QKeyEvent) -> bool:
        self._touch()
        if event.key() == Qt.Key.Key_F2:
            self._pages.cards.switch_cover()
        elif is_enter(event) and self._pages.cards.is_on_card:
            if not event.isAutoRepeat():
                self._pages.cards.give()
        else:
            return self._pages.cards.take_key(event)
        return True

    def _touch(self) -> None:
        self.idle.touch()
        self._pages.touch()

    def _touched(self) -> None:
        """Restart the idle time also for input without keys: dictation, input methods, clicks."""
        if self._stage in (Stage.ENTRY, Stage.PROMISE, Stage.CARDS):
            self._touch()

    def _give(self) -> None:
        """Hand the turn over; the response takes the same minimum time for everyone."""
        entry = self._pages.entry
        if self._stage is not Stage.ENTRY or not entry.is_ready() or entry.go_on():
            return
        self._stage, self._saved = Stage.GIVEN, False
        self.idle.stop()
        entry.show_still(asks=False)
        entry.cover()
        entry.lock(locked=True)
        entry.show_moment()
        usual = round(self._pace.least_answer / timedelta(milliseconds=1))
        self._answer.start(max(usual, self._turn.remainingTime()))
        if isinstance(entry, AnswerPage):
            self.answer_given.emit(entry.answer)
        elif isinstance(entry, EntryPage):
            self.turn_given.emit(entry.turn)
        elif isinstance(entry, OwnEntry):
            self.own_given.emit(entry.answer)

    def _answer_now(self) -> None:
        if self._saved:
            self._end()
        else:
            self.show_turn_not_saved()

    def _end(self) -> None:
        self._answer.stop()
        self._make_entry()
        self._stage = self._before = Stage.ENDED
        self._pages.open(self._pages.closing, self._pages.closing)

    def _make_entry(self) -> None:
        entry = self._pages.make_entry()
        self._listen_to(entry)
        self._keys.watch(entry)

    def _open_entry(self) -> None:
        if self._stage is Stage.ENDED:
            self._turn.start()
        self._stage = Stage.ENTRY
        self._pages.open_entry()

    def _open_promise(self) -> None:
        """Show the whole promise; what was typed waits on its page."""
        if self._stage is Stage.ENTRY:
            self._stage = Stage.PROMISE
            page = self._pages.open_promise()
            page.back_asked.connect(self._open_entry, Qt.ConnectionType.UniqueConnection)
            self._keys.watch(page)

    def _ask_still(self) -> None:
        if self._stage is Stage.PROMISE:
            self._open_entry()  # where the question is seen
        self._pages.entry.show_still(asks=self._stage is Stage.ENTRY)
        self._pages.cards.show_still(asks=self._stage is Stage.CARDS)

    def wipe(self) -> None:
        """Wipe what somebody left, so that the next person does not see it."""
        self._pages.cards.wipe()
        self._pages.cards.begin()
        self._make_entry()
        self.idle.stop()  # wiping emits changes too
        if self._stage in (Stage.ENTRY, Stage.PROMISE):
            self._open_entry()

    def _open_choice(self) -> None:
        if self._stage not in (Stage.GIVEN, Stage.CHOICE):
            self._before, self._stage = self._stage, Stage.CHOICE
            self.cover()
            self._pages.open(self._pages.choice, self._pages.choice.buttons[0])

    def _go_back(self) -> None:
        self._stage = self._before
        if self._stage is Stage.ENDED:
            self._pages.open(self._pages.closing, self._pages.closing)
        elif self._stage is Stage.CARDS:
            self._open_cards()
        else:
            self._open_entry()

    def _open_cards(self) -> None:
        self._stage = Stage.CARDS
        self._pages.open(self._pages.cards, self._pages.cards.lines.current)

    def _choose_cards(self) -> None:
        self._pages.cards.begin()
        self._open_cards()
        self.cards_asked.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._stage is Stage.ENDED:
            self._open_entry()
