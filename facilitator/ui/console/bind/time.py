"""Connects the time panels' signals to commands of the live session."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial

from facilitator.live.session.session import LiveSession
from facilitator.ui.console.columns import ConsoleColumns
from facilitator.ui.console.time.choices import TimeChoicesPanel
from facilitator.ui.console.time.cue import CuePanel
from facilitator.ui.console.time.extra_timer import ExtraTimerPanel
from facilitator.ui.console.time.finish import FinishPanel
from facilitator.ui.console.time.turns import TurnsPanel

Try = Callable[[Callable[[], None]], None]


def bind_time(desk: ConsoleColumns, session: LiveSession, attempt: Try) -> None:
    """Connect the panels that open above the present step."""
    drawers = desk.middle.drawers
    drawers.lazy_finish.when_built(partial(_bind_finish, session=session, attempt=attempt))
    drawers.lazy_choices.when_built(partial(_bind_choices, session=session, attempt=attempt))
    drawers.lazy_cue.when_built(partial(_bind_cue, session=session, attempt=attempt))
    drawers.lazy_turns.when_built(partial(_bind_turns, session=session, attempt=attempt))
    drawers.lazy_extra.when_built(partial(_bind_extra, session=session, attempt=attempt))


def _bind_finish(finish: FinishPanel, session: LiveSession, attempt: Try) -> None:
    finish.apply_asked.connect(partial(attempt, session.finishing.apply))
    finish.undo_asked.connect(partial(attempt, session.finishing.undo))
    finish.ask_asked.connect(partial(attempt, session.finishing.ask))


def _bind_choices(choices: TimeChoicesPanel, session: LiveSession, attempt: Try) -> None:
    board = session.board
    choices.everywhere_asked.connect(lambda look: attempt(partial(board.show_time, look)))
    choices.here_asked.connect(lambda look: attempt(partial(board.show_time_here, look)))
    choices.strip_asked.connect(lambda on: attempt(partial(board.show_strip, on=on)))


def _bind_cue(cue: CuePanel, session: LiveSession, attempt: Try) -> None:
    board = session.board
    cue.everywhere_asked.connect(lambda texts: attempt(partial(board.say_at_cue, *texts)))
    cue.here_asked.connect(lambda texts: attempt(partial(board.say_at_cue_here, *texts)))


def _bind_turns(turns: TurnsPanel, session: LiveSession, attempt: Try) -> None:
    turns.begin_asked.connect(partial(attempt, session.speaking_order.begin))
    turns.done_asked.connect(partial(attempt, session.speaking_order.done))
    turns.pass_asked.connect(partial(attempt, session.speaking_order.pass_for_now))
    turns.stop_asked.connect(partial(attempt, session.speaking_order.stop))


def _bind_extra(extra: ExtraTimerPanel, session: LiveSession, attempt: Try) -> None:
    extra.start_asked.connect(
        lambda minutes: attempt(partial(session.extra.start, timedelta(minutes=minutes)))
    )
    extra.toggle_asked.connect(partial(attempt, session.extra.toggle))
    extra.stop_asked.connect(partial(attempt, session.extra.stop))
