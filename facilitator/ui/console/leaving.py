"""What is asked before the console is closed, so that a slip of the hand ends no workshop."""

from facilitator.ui.widgets.questions import Answer, Question
from facilitator.wording import _

STOP = "stop"


def stop_question() -> Question:
    """Return the question whether to stop here; it says what stays on the laptop."""
    return Question(
        _("Stop here and carry on another time?"),
        _(
            "Everything handed in is kept on this laptop. The board closes, no record is made "
            "and nothing is deleted. Home offers “Carry on”, and you are back in this step."
        ),
        (Answer(STOP, _("Stop here")),),
        leave=_("Go on with the workshop"),
    )
