"""Connects a running workshop to its windows: console, board and typing corner."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from facilitator.app.corner_place import CornerPlace
from facilitator.app.displays import Displays
from facilitator.app.practice import MadeUpPeople
from facilitator.kinds.registry import CORNER_PAGES, PANELS
from facilitator.live.session.session import LiveSession
from facilitator.ui.board.window import BoardWindow
from facilitator.ui.console.window import ConsoleWindow
from facilitator.ui.corner.pace import Pace
from facilitator.ui.live_signals import LiveSignals
from facilitator.ui.scene.scene import RoomScene
from facilitator.ui.widgets.close_guard import CloseGuard

TICK_MS = 200
TIMES = 5  # after a display changes, the system shows and raises windows for a while


class WorkshopWindows(QObject):
    """Connects a session to its windows, and closes them when it ends.

    Signals:
        record_asked, stop_asked, delete_asked: how the facilitator wants the workshop to end.
        leave_asked: close the console; not confirmed yet.
        elsewhere_asked: the workshop is not saved, and needs another place.
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
        self._scene = RoomScene(session.pages)  # shared, so that each page is laid out once
        self.console = ConsoleWindow(session, self.signals, self._scene, PANELS)
        self.board = BoardWindow(self._scene)
        self._in_window = wanted_display == ""
        self.displays = Displays(application, self.board, self.console, wanted_display)
        self.corner_place = CornerPlace(
            session, self.signals, self.console, self.displays, pace, CORNER_PAGES
        )
        self.corner = self.corner_place.window
        self.people = MadeUpPeople(session, self)
        self._guard = CloseGuard(self.console)
        self._guard.asked.connect(self.leave_asked)
        self._tick = QTimer(self)
        self._tick.setInterval(TICK_MS)
        self._tick.timeout.connect(self.tick)
        self._to_console = QTimer(self)
        self._to_console.setInterval(TICK_MS)
        self._to_console.timeout.connect(self._give_keyboard)
        self._to_ask = 0  # remaining attempts to get the focus for our windows
        self.console_is_maximised = True  # for the focus when it opens
        self._connect_board()
        self._connect_console()

    def open(self) -> None:
        """Show console and board; in practice made-up people take part."""
        practice = self.session.workshop.practice
        (self.console.showMaximized if self.console_is_maximised else self.console.show)()
        self.board.show_picture(self.session.picture())
        self.displays.place(in_window=self._in_window)
        self._show_displays()
        self._settle()
        self._tick.start()
        if practice:
            self.people.start()

    def close(self) -> None:
        """Close the file and the windows; save what is being typed first."""
        self._tick.stop()
        self._to_console.stop()
        self.people.stop()
        self.save_typing()
        self.session.close()
        self._guard.allow_closing()
        self.displays.end()
        self.board.close_for_good()
        self.corner.close()
        self.console.close()
        for window in (self.corner, self.board, self.console):
            window.deleteLater()
        self.deleteLater()

    def save_typing(self) -> None:
        """Save the note that is being typed; no other field saves unfinished text."""
        self.console.desk.middle.note.save_typed()

    def take_off_displays(self) -> None:
        """Hide every window and wipe the typing corner, before anything slow."""
        self._tick.stop()
        self._to_console.stop()
        self.people.stop()
        self.save_typing()
        self.corner.hide()
        self.corner.wipe()
        self.board.hide()
        self.console.hide()

    def tick(self) -> None:
        """Check the clock and the displays."""
        self.session.tick()
        self.displays.watch()
        self.corner_place.keep_off_the_board()
        self.corner_place.look_at_clock()

    def _connect_board(self) -> None:
        self.signals.room_changed.connect(self.board.show_picture)
        self.board.shape.connect(self.session.board.set_height)
        self.board.key_pressed.connect(self.console.handle_board_key)
        self.board.close_asked.connect(self.displays.put_away)
        self.console.desk.boards.front_asked.connect(self.board.raise_)
        self.console.desk.off.show_asked.connect(self._toggle_full_screen)
        self.displays.changed.connect(self._displays_changed)
        self.displays.came_back.connect(self.session.board.drop_curtain)
        self.displays.came_back.connect(self._settle)

    def _connect_console(self) -> None:
        console = self.console
        console.board_full_screen_asked.connect(self._toggle_full_screen)
        console.board_place_asked.connect(self._place_board)
        console.corner_asked.connect(self.open_corner)
        console.cards_asked.connect(self.open_cards)
        console.make_record_asked.connect(self.record_asked)
        console.stop_asked.connect(self.stop_asked)
        console.home_asked.connect(self.leave_asked)
        console.delete_asked.connect(self.delete_asked)
        console.save_elsewhere_asked.connect(self.elsewhere_asked)

    def open_corner(self) -> None:
        """Open the typing corner on this laptop; raise an error if the room could see it."""
        self.corner_place.open()

    def open_cards(self) -> None:
        """Open the corner's page for cards."""
        self.corner_place.open(cards=True)

    def _toggle_full_screen(self) -> None:
        if self.displays.is_seen_by_room:
            self.console.ask_where_board_goes(self.displays.other_places())
            return
        self.displays.toggle_full_screen()
        self._show_displays()
        self._settle()

    def _place_board(self, display: str) -> None:
        self.displays.place_on(display)
        self._show_displays()
        self._settle()

    def _settle(self) -> None:
        """Restore the focus once the board is shown; the system decides when that is."""
        self._activate()
        QTimer.singleShot(TICK_MS, self, self._activate_again)

    def _activate(self) -> None:
        window = self.corner if self.corner.isVisible() else self.console
        window.activateWindow()

    def _activate_again(self) -> None:
        """Ask for the focus again; the corner may have been opened since."""
        if self.displays.private() is not None:
            self._activate()
        if self.displays.in_window and not self.corner.isVisible():
            self.board.raise_()  # must not be behind the console

    def _displays_changed(self) -> None:
        """Cover words in the same turn of the event loop, then show where the board is."""
        self.corner.cover()
        if any(window.isActiveWindow() for window in (self.console, self.board, self.corner)):
            self._to_ask = TIMES
            self._to_console.start()
        self.console.desk.middle.board_ask.leave()
        self._show_displays()
        self.displays.watch()
        self.corner_place.keep_off_the_board()

    @property
    def takes_keyboard(self) -> bool:
        """Whether we still ask the system for the focus after a display change."""
        return self._to_console.isActive()

    def _give_keyboard(self) -> None:
        """Ask for the focus until no board takes it any more; the system decides when."""
        self._to_ask -= 1
        if self._to_ask <= 0:
            self._to_console.stop()
        if self.displays.private() is None:
            return
        if self.displays.mirrored:
            self.console.raise_()
        self._activate_again()

    def _show_displays(self) -> None:
        displays = self.displays
        practice = self.session.workshop.practice  # made-up people have nothing to hide
        self.corner.force_cover(forced=displays.single or displays.mirrored)
        self.console.set_seen_by_room(seen=displays.room_may_read and not practice)
        self.console.show_board_place(displays.where(), warns=displays.mirrored)
        self.console.desk.off.show_off(off=displays.is_off)
        self.console.desk.boards.set_in_window(
            in_window=displays.in_window, alone=not displays.other_places()
        )
