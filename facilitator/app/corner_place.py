"""Opens and closes the typing corner on this laptop's display, never on the board's."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QScreen

from facilitator.app.displays import Displays, is_same, screen_of
from facilitator.domain.contribution import Turn
from facilitator.domain.ids import StepId
from facilitator.domain.plan.step import Way
from facilitator.errors import FacilitatorError
from facilitator.live.session.session import LiveSession
from facilitator.room.pages.agreement import ways_of
from facilitator.room.pages.picture import CornerPicture
from facilitator.ui.console.gathering.idle_choice import IdleChoice
from facilitator.ui.console.gathering.writing_page import GatherWriting
from facilitator.ui.console.window import ConsoleWindow
from facilitator.ui.corner.own_page import OwnPages
from facilitator.ui.corner.pace import Pace
from facilitator.ui.corner.window import CornerWindow
from facilitator.ui.live_signals import LiveSignals
from facilitator.wording import _

TIMES = 10  # after a display comes back, the system moves windows for a while


class CornerPlace(QObject):
    """Connects the typing corner to the session, and places it where the room cannot see it.

    Signals:
        idle_chosen: how long the corner waits after somebody left, before it wipes the words.
    """

    idle_chosen = Signal(timedelta)

    def __init__(
        self,
        session: LiveSession,
        signals: LiveSignals,
        console: ConsoleWindow,
        displays: Displays,
        pace: Pace,
        own_pages: OwnPages,
    ) -> None:
        super().__init__(displays)
        self.window = CornerWindow(pace, own_pages=own_pages)
        self._session, self._console, self._displays = session, console, displays
        self._shown_step: StepId | None = None  # whose kind has the page that is open
        self._is_aside = False  # hidden, since the laptop's display was unplugged
        self._console_is_covered = False
        self._to_ask = 0  # remaining attempts to get the focus for the corner
        self._idle_choice: IdleChoice | None = None  # built on first use
        console.desk.middle.lazy_gathering.when_built(
            lambda panel: panel.lazy_writing.when_built(self._show_idle_choice)
        )
        self.set_idle(pace.idle)
        self._connect()
        signals.corner_changed.connect(self._corner_changed)

    @property
    def is_open(self) -> bool:
        """Whether somebody may be writing at this laptop."""
        return self.window.isVisible()

    def set_idle(self, length: timedelta) -> None:
        """Set how long to wait for somebody who left, and show that on the console."""
        self.window.idle.set_length(length)
        if self._idle_choice is not None:
            self._idle_choice.show_length(self.window.idle.length)

    def _show_idle_choice(self, page: GatherWriting) -> None:
        self._idle_choice = page.idle
        page.idle.show_length(self.window.idle.length)
        page.idle.chosen.connect(self._choose_idle)

    def open(self, *, cards: bool = False) -> None:
        """Open the corner, or its page for cards; raise an error if the room could see it."""
        picture, screen = self._session.corner(), self._displays.private()
        if picture is None:
            return
        if self._displays.mirrored or (screen is None and not self._displays.single):
            self._console.show_notice(_where_to_write())
            return
        self._cover_console(covered=True)
        self.window.force_cover(forced=self._displays.single)
        self._shown_step = step_of(picture)
        self.window.show_corner(picture)
        if cards:
            self.window.show_cards(alone=not self._has_corner())
        self.window.show_on(screen or self._console.screen())

    def _has_corner(self) -> bool:
        """Return whether people may type by themselves in the open gathering or check."""
        gathering, agenda = self._session.writing.open_gathering, self._session.workshop.agenda
        return gathering is None or Way.CORNER in ways_of(agenda.run_of(gathering.step_id).step)

    def close(self) -> None:
        """Go back to the console; discard what was not handed over."""
        self.window.hide()
        self.window.wipe()
        self._is_aside = False
        self.keep_off_the_board()
        self._console.activateWindow()

    def keep_off_the_board(self) -> None:
        """Move corner and console where the room cannot see them on the present displays.

        If the laptop's display is unplugged, the corner is hidden with its unfinished words;
        when the display comes back they are shown again, covered.
        """
        screen = self._displays.private()
        if self._displays.only_board_is_left:
            self._is_aside = self._is_aside or self.is_open
            self.window.hide()
        elif screen is not None and not self._displays.mirrored:
            self._put_back(screen)
        self._cover_console(covered=self.is_open or self._displays.console_is_on_the_boards)

    def _put_back(self, screen: QScreen) -> None:
        if self._is_aside:
            self._is_aside = False
            self.window.cover()
            self.window.show_on(screen)
            self._to_ask = TIMES
        elif self.is_open and not is_same(screen_of(self.window), screen):
            self.window.show_on(screen)

    def _cover_console(self, *, covered: bool) -> None:
        if covered != self._console_is_covered:
            self._console_is_covered = covered
            self._console.show_cover(covered=covered)

    def look_at_clock(self) -> None:
        """Let the corner check whether somebody left it; ask for the focus if it is shown again."""
        if self._to_ask and self.is_open:
            self._to_ask = 0 if self.window.isActiveWindow() else self._to_ask - 1
            self.window.activateWindow()
        self.window.idle.look_at(self._session.time.reading)

    def _connect(self) -> None:
        corner, board = self.window, self._session.board
        corner.turn_given.connect(self._keep_turn)
        corner.card_given.connect(self._keep_turn)
        corner.answer_given.connect(self._keep_answer)
        corner.own_given.connect(self._keep_own)
        corner.console_asked.connect(self.close)
        corner.care_asked.connect(board.care)
        corner.curtain_asked.connect(board.toggle_curtain)
        corner.promise_asked.connect(board.promise)
        corner.agreement_asked.connect(board.agreement)

    def _choose_idle(self, length: timedelta) -> None:
        self.set_idle(length)
        self.idle_chosen.emit(length)

    def _corner_changed(self, picture: CornerPicture | None) -> None:
        is_other = picture is None or step_of(picture) != self._shown_step
        if is_other and (self.is_open or self._is_aside):
            self.close()

    def _keep_turn(self, turn: Turn) -> None:
        """Save a turn or a card."""
        self._hand_in(partial(self._session.writing.give_turn, turn))

    def _keep_answer(self, place: int) -> None:
        """Save what a person chose in a check; choosing none is an answer too."""
        answer = place if place >= 0 else None
        self._hand_in(partial(self._session.holding.hand_in, answer))

    def _keep_own(self, answer: object) -> None:
        """Save what a person handed in on the page of a kind of step."""
        if self._shown_step is not None:
            self._hand_in(partial(self._session.own.hand_in, self._shown_step, answer))

    def _hand_in(self, keep: Callable[[], None]) -> None:
        """Save what was handed over; only then does the corner wipe it."""
        try:
            keep()
        except FacilitatorError as error:
            self.window.show_turn_not_saved()
            self._console.show_notice(str(error))
        else:
            self.window.show_turn_ended()


def _where_to_write() -> str:
    return _(
        "The room would see the typing corner on this display. Set the displays to extend instead "
        "of mirror, or unplug the projector, then open it again. Or use cards."
    )


def step_of(picture: CornerPicture) -> StepId | None:
    """Return the step whose kind has the page; ``None`` for writing, and for a check."""
    return None if picture.own is None else picture.own.step_id
