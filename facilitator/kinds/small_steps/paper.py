"""Small steps on paper, where nobody types them."""

from facilitator.kinds.small_steps.sentences import Sentence
from facilitator.room.on_paper import PaperPart
from facilitator.wording import _


def _way() -> str:
    return _(
        "Say the step aloud. Someone writes down what it is, who looks after it, and when you look "
        "again. Keep that sheet: the record does not have it."
    )


PAPER = PaperPart(lambda: _("small steps that nobody types"), _way, Sentence.PAPER, captures=True)
