"""The question before the console closes, so that no workshop is stopped by accident."""

from facilitator.ui.widgets.questions import Answer, Question
from facilitator.wording import _

STOP = "stop"


def stop_question() -> Question:
    """Ask whether to stop here; the question says what stays on the laptop."""
    return Question(
        _("Stop here and carry on another time?"),
        _(
            "Everything handed in is kept on this laptop. The board shows the curtain until you "
            "close it on Home. No record is made, and nothing is deleted. Home offers “Carry on”, "
            "and you are back in this step."
        ),
        (Answer(STOP, _("Stop here")),),
        leave=_("Go on with the workshop"),
    )
