"""A running workshop with its windows: console, board and typing corner, connected."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from facilitator.app.displays import Displays, standing_on
from facilitator.app.practice import MadeUpPeople
from facilitator.domain.contribution import Turn
from facilitator.errors import FacilitatorError
from facilitator.live.session import LiveSession
from facilitator.room.picture import CornerPicture
from facilitator.ui.board.window import BoardWindow
from facilitator.ui.console.window import ConsoleWindow
from facilitator.ui.corner.pace import Pace
from facilitator.ui.corner.window import CornerWindow
from facilitator.ui.kit.close_guard import CloseGuard
from facilitator.ui.live_signals import LiveSignals
from facilitator.ui.scene.scene import RoomScene
from facilitator.wording import _

TICK_MS = 200


class WorkshopWindows(QObject):
    """Connects one session to its windows, and lets go of them when it ends.

    Signals:
        record_asked, stop_asked, delete_asked: how the facilitator wants the workshop to end.
        leave_asked: the console is to be closed; nobody was asked yet.
        elsewhere_asked: the workshop is not kept, and should be saved somewhere else.
    """

    record_asked = Signal()
    stop_asked = Signal()
    leave_asked = Signal()
    delete_asked = Signal()
    elsewhere_asked = Signal()

    def __init__(
        self,
        application: QApplication,
        session: LiveSession,
        wanted_display: str | None,
        pace: Pace,
    ) -> None:
        super().__init__()
        self.session = session
        self.signals = LiveSignals(session, self)
        self._scene = RoomScene()  # one for all pictures: each page is laid out once
        self.console = ConsoleWindow(session, self.signals, self._scene)
        self.board = BoardWindow(self._scene)
        self.corner = CornerWindow(pace)
        self._in_window = session.workshop.practice or wanted_display == ""
        self.displays = Displays(application, self.board, self.console, wanted_display)
        self.people = MadeUpPeople(session, self)
        self._guard = CloseGuard(self.console)
        self._guard.asked.connect(self.leave_asked)
        self._tick = QTimer(self)
        self._tick.setInterval(TICK_MS)
        self._tick.timeout.connect(self.tick)
        self._connect_board()
        self._connect_console()
        self._connect_corner()

    def open(self) -> None:
        """Show console and board. In practice the board is a window beside the console."""
        practice = self.session.workshop.practice
        self.console.showMaximized()
        self.board.show_picture(self.session.picture())
        self.displays.place(in_window=self._in_window)
        self._show_displays()
        self._settle()
        self._tick.start()
        if practice:
            self.people.start()

    def close(self) -> None:
        """Let go of the windows and of the file."""
        self._tick.stop()
        self.people.stop()
        self.session.close()
        self._guard.stand_aside()
        self.board.close_for_good()
        self.corner.close()
        self.console.close()
        for window in (self.corner, self.board, self.console):
            window.deleteLater()
        self.deleteLater()

    def tick(self) -> None:
        """Look at the clock and at the displays."""
        self.session.tick()
        self.displays.watch()
        self._keep_corner_off_the_board()

    def _connect_board(self) -> None:
        self.signals.room_changed.connect(self.board.show_picture)
        self.signals.desk_changed.connect(
            lambda desk: self._scene.keep_only(desk.board.now, desk.board.next)
        )
        self.board.shape.connect(self.session.board.set_height)
        self.board.key_pressed.connect(self.console.handle_board_key)
        self.board.close_asked.connect(self.displays.put_away)
        self.displays.changed.connect(self._displays_changed)
        self.displays.came_back.connect(self.session.board.drop_curtain)
        self.displays.came_back.connect(self._settle)

    def _connect_console(self) -> None:
        console = self.console
        console.board_full_screen_asked.connect(self._toggle_full_screen)
        console.corner_asked.connect(self.open_corner)
        console.cards_asked.connect(self.open_cards)
        console.make_record_asked.connect(self.record_asked)
        console.stop_asked.connect(self.stop_asked)
        console.home_asked.connect(self.leave_asked)
        console.delete_asked.connect(self.delete_asked)
        console.save_elsewhere_asked.connect(self.elsewhere_asked)

    def _connect_corner(self) -> None:
        corner, board = self.corner, self.session.board
        corner.turn_given.connect(self._keep_turn)
        corner.card_given.connect(self._keep_turn)
        corner.console_asked.connect(self.close_corner)
        corner.care_asked.connect(board.care)
        corner.curtain_asked.connect(board.toggle_curtain)
        corner.promise_asked.connect(board.promise)
        corner.agreement_asked.connect(board.agreement)
        self.signals.corner_changed.connect(self._corner_changed)

    def open_corner(self) -> None:
        """Open the typing corner on this laptop's display; it refuses where the room would see."""
        self._open_corner(cards=False)

    def open_cards(self) -> None:
        """Open the corner's page for cards."""
        self._open_corner(cards=True)

    def close_corner(self) -> None:
        """Go back to the console."""
        self.corner.hide()
        self.console.show_cover(covered=self.displays.only_board_is_left)
        self.console.activateWindow()

    def _open_corner(self, *, cards: bool) -> None:
        picture, screen = self.session.corner(), self.displays.private()
        if picture is None:
            return
        if self.displays.mirrored or (screen is None and not self.displays.single):
            self.console.show_notice(_where_to_write())
            return
        self.console.show_cover(covered=True)
        self.corner.force_cover(forced=self.displays.single)
        self.corner.show_corner(picture)
        if cards:
            self.corner.show_cards()
        self.corner.show_on(screen or self.console.screen())

    def _corner_changed(self, picture: CornerPicture | None) -> None:
        if picture is None and self.corner.isVisible():
            self.close_corner()

    def _keep_turn(self, turn: Turn) -> None:
        """Keep a turn or a card; only then does the corner wipe it."""
        try:
            self.session.writing.give_turn(turn)
        except FacilitatorError as error:
            self.corner.show_turn_kept_back()
            self.console.show_notice(str(error))
        else:
            self.corner.show_turn_ended()

    def _toggle_full_screen(self) -> None:
        self.displays.toggle_full_screen()
        self._show_displays()
        self._settle()

    def _settle(self) -> None:
        """Give the keyboard to whoever had it, once the board is there: the system decides when."""
        self._activate()
        QTimer.singleShot(TICK_MS, self, self._activate_again)

    def _activate(self) -> None:
        window = self.corner if self.corner.isVisible() else self.console
        window.activateWindow()

    def _activate_again(self) -> None:
        """Ask once more; the corner may have been opened since."""
        if self.displays.private() is not None:
            self._activate()
        if self.displays.in_window and not self.corner.isVisible():
            self.board.raise_()  # not behind the console

    def _displays_changed(self) -> None:
        """Cover words in the same turn of the event loop, then say where the board is."""
        self.corner.cover()
        self._show_displays()
        self.displays.watch()
        self._keep_corner_off_the_board()
        if not self.corner.isVisible():
            self.console.show_cover(covered=self.displays.only_board_is_left)

    def _keep_corner_off_the_board(self) -> None:
        """Put the corner back on the laptop's display; where that went, close it."""
        if not self.corner.isVisible() or self.displays.mirrored:
            return
        screen = self.displays.private()
        if self.displays.only_board_is_left:
            self.close_corner()
        elif screen is not None and standing_on(self.corner) != screen:
            self.corner.show_on(screen)

    def _show_displays(self) -> None:
        displays = self.displays
        practice = self.session.workshop.practice  # made-up people have nothing to hide
        self.corner.force_cover(forced=displays.single or displays.mirrored)
        self.console.set_seen_by_room(seen=displays.room_may_read and not practice)
        self.console.show_board_place(displays.where())


def _where_to_write() -> str:
    return _(
        "The room would see the typing corner on this display. Set the displays to extend instead "
        "of mirror, or unplug the projector, then open it again. Or use cards."
    )
