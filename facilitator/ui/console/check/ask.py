"""What is asked before a check at the typing corner is closed, or left.

People may still be on their way to the corner, and what they chose there cannot come back. Enter
is no answer: the one that led out of the corner may still be held.
"""

from facilitator.ui.widgets.questions import Answer, Question
from facilitator.wording import _

CLOSE, LEAVE = "close", "leave"


def close_question() -> Question:
    """Return the question whether everyone has had a turn."""
    return Question(
        _("Has everyone had a turn?"),
        _("Then the room sees what it came to, and nobody can answer any more."),
        (Answer(CLOSE, _("Yes, close it")),),
        leave=_("Go on with the check"),
        takes_enter=False,
    )


def leave_question() -> Question:
    """Return the question whether what people have handed in is to go."""
    return Question(
        _("Leave this check?"),
        _("What people have chosen at the typing corner goes, unseen."),
        (Answer(LEAVE, _("Leave it, unseen")),),
        leave=_("Go on with the check"),
        takes_enter=False,
    )
