"""Binds the panels about time to the commands of the live session."""

from collections.abc import Callable
from functools import partial

from facilitator.live.session import LiveSession
from facilitator.ui.console.desk import Desk

Try = Callable[[Callable[[], None]], None]


def bind_time(desk: Desk, session: LiveSession, attempt: Try) -> None:
    """Connect what opens above the present step."""
    drawers, finishing = desk.middle.drawers, session.finishing
    for asked in (desk.header.finish_asked, desk.middle.now.finish_asked):
        asked.connect(partial(drawers.toggle, drawers.finish))
    drawers.finish.apply_asked.connect(partial(attempt, finishing.apply))
    drawers.finish.undo_asked.connect(partial(attempt, finishing.undo))
    drawers.finish.ask_asked.connect(partial(attempt, finishing.ask))
    choices, board = drawers.choices, session.board
    desk.middle.now.time_look_asked.connect(partial(drawers.toggle, choices))
    choices.everywhere_asked.connect(lambda look: attempt(partial(board.show_time, look)))
    choices.here_asked.connect(lambda look: attempt(partial(board.show_time_here, look)))
    desk.middle.now.ask_room_asked.connect(partial(attempt, finishing.ask))
