"""A line for the back row to read, before the workshop begins."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from facilitator.domain.setup import Setup
from facilitator.domain.text.language import ENGLISH, NO_WORDS
from facilitator.room.pages.picture import MessagePage, RoomPicture, Spec
from facilitator.room.say import say_in
from facilitator.room.sentence_keys import Key
from facilitator.ui.board.window import BoardWindow
from facilitator.ui.widgets.screens import screen_named


class CheckLine(QObject):
    """Shows the smallest text that the board will use, on the board's display."""

    def __init__(self, home: QWidget) -> None:
        super().__init__(home)
        self._board: BoardWindow | None = None

    def toggle(self, setup: Setup, display: str) -> None:
        """Show the line on a display (by its key, "" for a window), or hide it."""
        if self._board is not None:
            self.put_away()
            return
        board = self._board = BoardWindow()
        board.close_asked.connect(self.put_away)
        board.key_pressed.connect(self.put_away)
        board.screen_gone.connect(self.put_away)
        screen = screen_named(display) if display else None
        if screen is not None:
            board.place_on(screen)
        else:
            board.as_window()
        spec = Spec(board.height_units, setup.ratio, setup.low_vision)
        languages = (ENGLISH,)
        page = MessagePage(NO_WORDS, say_in(languages, Key.CHECK_LINE))
        board.show_picture(RoomPicture(page, languages, spec))

    def put_away(self) -> None:
        """Hide the line."""
        if self._board is not None:
            board, self._board = self._board, None
            board.close_for_good()
            board.deleteLater()
