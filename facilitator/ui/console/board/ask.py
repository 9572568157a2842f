"""The question before the board leaves a display that the room can see."""

from collections.abc import Mapping

from facilitator.ui.widgets.questions import Answer, Question
from facilitator.wording import _

IN_WINDOW = "window"


def place_question(displays: Mapping[str, str]) -> Question:
    """Ask where to move the board; ``displays`` maps keys to names."""
    others = (
        Answer(key, _("Move it to {display}").format(display=name))
        for key, name in displays.items()
    )
    return Question(
        _("Take the board off its display?"),
        _("The room would see what is behind it there: the desktop of this laptop."),
        (*others, Answer(IN_WINDOW, _("Show it in a window here"))),
        leave=_("Leave it there"),
    )


def place_of(answer: str) -> str:
    """Return the key of the chosen display, "" for a window on this screen."""
    return "" if answer == IN_WINDOW else answer
