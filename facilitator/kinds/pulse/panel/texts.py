"""What the pulse's panel says: how far the pulse has come, and what to do."""

from collections.abc import Callable

from facilitator.kinds.pulse.desk import PulseView
from facilitator.kinds.pulse.state import AnsweredBy, Phase
from facilitator.wording import _


def state_of(view: PulseView) -> str:
    """Return how far the pulse has come."""
    enough = view.is_enough
    states: dict[Phase, Callable[[], str]] = {
        Phase.WAITING: lambda: _("Nobody has answered yet."),
        Phase.ANSWERING: lambda: (
            _("Enough people have answered to show the answers together.")
            if enough
            else _("Not enough people have answered yet.")
        ),
        Phase.CLOSED: lambda: (
            _("Answering is closed. The room can look at the answers together.")
            if enough
            else _("Answering is closed, and too few answered to show anything.")
        ),
        Phase.SHOWN: lambda: _("The room sees the answers together."),
        Phase.DROPPED: lambda: _(
            "The answers are deleted. The room talks about the statements instead."
        ),
    }
    return states[view.phase]()


def advice_on(view: PulseView) -> str:
    """Return what the facilitator should know at this point."""
    advice: dict[Phase, Callable[[PulseView], str]] = {
        Phase.WAITING: _before_answers,
        Phase.ANSWERING: _while_answering,
        Phase.CLOSED: _once_closed,
        Phase.SHOWN: _once_shown,
    }
    return advice[view.phase](view) if view.phase in advice else ""


def _before_answers(_view: PulseView) -> str:
    return _(
        "The board has the statements, then what is kept: turn its pages first. People answer "
        "in one way, all at the typing corner or all on slips: with both, whoever counts the "
        "slips could work out the others."
    )


def _while_answering(view: PulseView) -> str:
    if view.answered_by is AnsweredBy.SLIPS:
        return _(
            "Mix the slips, then count each statement. Each change is saved at once. "
            "Destroy the slips today."
        )
    return _(
        "Nobody sees an answer until answering is closed, not even you. "
        "Rather not say is an answer too."
    )


def _once_closed(view: PulseView) -> str:
    if not view.is_enough:
        return _(
            "At least {floor} have to take a turn. Talk about the statements instead, "
            "or let people answer again."
        ).format(floor=view.floor)
    if view.compares:
        return _(
            "Where only a few people answer differently from the time before, the board says "
            "that there is no clear difference. Once they are shown, nobody can answer any "
            "more, and the totals are deleted."
        )
    return _("Once they are shown, nobody can answer any more, and the totals are deleted.")


def _once_shown(view: PulseView) -> str:
    if view.beside:
        return _(
            "Describe each shape in plain words, and do not subtract one from the other: "
            "different people may have answered."
        )
    return _(
        "Describe each shape in plain words. No averages, and nothing about one answer. "
        "Only what the board shows is saved."
    )
