"""The questions before a check at the typing corner is closed or cancelled.

People may still be on their way to the corner, and their choices cannot be restored. Enter
answers nothing here: the Enter that left the corner may still be held down.
"""

from facilitator.ui.widgets.questions import Answer, Question
from facilitator.wording import _

CLOSE, LEAVE = "close", "leave"


def close_question() -> Question:
    """Ask whether everyone has had a turn."""
    return Question(
        _("Has everyone had a turn?"),
        _(
            "Then the room sees what it came to, and nobody can answer any more. "
            "Enter does not answer here: use the mouse, or Tab and Space."
        ),
        (Answer(CLOSE, _("Yes, close it")),),
        leave=_("Go on with the check"),
        takes_enter=False,
    )


def leave_question() -> Question:
    """Ask whether to discard what people have handed in."""
    return Question(
        _("Leave this check?"),
        _(
            "What people have chosen at the typing corner goes, unseen. "
            "Enter does not answer here: use the mouse, or Tab and Space."
        ),
        (Answer(LEAVE, _("Leave it, unseen")),),
        leave=_("Go on with the check"),
        takes_enter=False,
    )
