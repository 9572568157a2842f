"""Binds the panels about time to the commands of the live session."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial

from facilitator.live.session.session import LiveSession
from facilitator.ui.console.columns import Desk

Try = Callable[[Callable[[], None]], None]


def bind_time(desk: Desk, session: LiveSession, attempt: Try) -> None:
    """Connect what opens above the present step."""
    drawers, finishing = desk.middle.drawers, session.finishing
    drawers.finish.apply_asked.connect(partial(attempt, finishing.apply))
    drawers.finish.undo_asked.connect(partial(attempt, finishing.undo))
    drawers.finish.ask_asked.connect(partial(attempt, finishing.ask))
    choices, board = drawers.choices, session.board
    choices.everywhere_asked.connect(lambda look: attempt(partial(board.show_time, look)))
    choices.here_asked.connect(lambda look: attempt(partial(board.show_time_here, look)))
    choices.strip_asked.connect(lambda on: attempt(partial(board.show_strip, on=on)))
    cue = drawers.cue
    cue.everywhere_asked.connect(lambda texts: attempt(partial(board.say_at_cue, *texts)))
    cue.here_asked.connect(lambda texts: attempt(partial(board.say_at_cue_here, *texts)))
    turns, extra = drawers.turns, drawers.extra
    turns.begin_asked.connect(partial(attempt, session.turns.begin))
    turns.done_asked.connect(partial(attempt, session.turns.done))
    turns.pass_asked.connect(partial(attempt, session.turns.pass_for_now))
    turns.stop_asked.connect(partial(attempt, session.turns.stop))
    extra.start_asked.connect(
        lambda minutes: attempt(partial(session.extra.start, timedelta(minutes=minutes)))
    )
    extra.toggle_asked.connect(partial(attempt, session.extra.toggle))
    extra.stop_asked.connect(partial(attempt, session.extra.stop))
