"""What the panel for dots says at each phase."""

from collections.abc import Callable

from facilitator.kinds.dots.desk import DotsView
from facilitator.kinds.dots.state import Phase, PlacedBy
from facilitator.wording import _


def state_of(view: DotsView) -> str:
    """Return how far the dots have come, in one sentence."""
    states: dict[Phase, Callable[[], str]] = {
        Phase.WAITING: lambda: (
            _("Nobody has placed dots yet.")
            if view.lines
            else _("No lines are open that could get dots.")
        ),
        Phase.PLACING: lambda: _placing(view),
        Phase.CLOSED: lambda: (
            _("Placing is closed. The room can look at the dots together.")
            if view.is_enough
            else _("Placing is closed, and too few took part to show any dots.")
        ),
        Phase.SHOWN: lambda: _("The room sees the dots beside their lines."),
        Phase.DROPPED: lambda: _("The dots are deleted. The room talks about the lines instead."),
    }
    return states[view.phase]()


def _placing(view: DotsView) -> str:
    if view.placed_by is PlacedBy.HAND:
        return _("Count the dots of each line. Each number is saved as you enter it.")
    if view.is_enough:
        return _("Enough people have taken a turn to show the dots together.")
    return _("Not enough people have taken a turn yet.")


def advice_on(view: DotsView) -> str:
    """Return what to know, and what can be done next."""
    advice: dict[Phase, Callable[[], str]] = {
        Phase.WAITING: lambda: (
            _(
                "{lines} lines get dots. They are fixed once placing begins, and so is how many "
                "dots there are."
            ).format(lines=view.lines)
            if view.lines
            else _("Open the lines of the gathering first. Then this step can begin.")
        ),
        Phase.PLACING: lambda: (
            _("Everyone takes a turn, with dots or without. The board shows nothing of them.")
            if view.placed_by is PlacedBy.CORNER
            else _("People who placed no dot count, too. The board shows nothing meanwhile.")
        ),
        Phase.CLOSED: lambda: (
            _("Once they are shown, nobody can place dots any more.")
            if view.is_enough
            else _(
                "At least {floor} have to take a turn. Talk about the lines instead, "
                "or let people place dots again."
            ).format(floor=view.floor)
        ),
        Phase.SHOWN: lambda: _(
            "Begin with a line that has few dots, or none: what does it tell us? "
            "“+” is “or more”, so that nobody’s dots can be worked out."
        ),
        Phase.DROPPED: lambda: "",
    }
    return advice[view.phase]()
