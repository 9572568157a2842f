"""Binds the panels about time to the commands of the live session."""

from collections.abc import Callable
from datetime import timedelta
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
    choices.strip_asked.connect(lambda on: attempt(partial(board.show_strip, on=on)))
    cue = drawers.cue
    desk.middle.now.cue_asked.connect(partial(drawers.toggle, cue))
    cue.everywhere_asked.connect(lambda texts: attempt(partial(board.say_at_cue, *texts)))
    cue.here_asked.connect(lambda texts: attempt(partial(board.say_at_cue_here, *texts)))
    turns, extra = drawers.turns, drawers.extra
    desk.middle.now.turns_asked.connect(partial(drawers.toggle, turns))
    turns.begin_asked.connect(partial(attempt, session.turns.begin))
    turns.done_asked.connect(partial(attempt, session.turns.done))
    turns.pass_asked.connect(partial(attempt, session.turns.pass_for_now))
    turns.stop_asked.connect(partial(attempt, session.turns.stop))
    desk.middle.now.extra_asked.connect(partial(drawers.toggle, extra))
    extra.start_asked.connect(
        lambda minutes: attempt(partial(session.extra.start, timedelta(minutes=minutes)))
    )
    extra.toggle_asked.connect(partial(attempt, session.extra.toggle))
    extra.stop_asked.connect(partial(attempt, session.extra.stop))
    desk.middle.now.ask_room_asked.connect(partial(attempt, finishing.ask))
