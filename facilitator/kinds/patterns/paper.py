"""Patterns on paper, until the program does them."""

from facilitator.kinds.patterns.sentences import Sentence
from facilitator.room.on_paper import PaperPart
from facilitator.wording import _


def _way() -> str:
    return _(
        "Put large sheets on the wall. Show the lines on the board and leave them there until you "
        "are done: they get other letters when they are shown again. Two or three people write the "
        "letters on the sheets, as the room says which lines belong together. A line may stand "
        "alone."
    )


PAPER = PaperPart(lambda: _("patterns"), _way, Sentence.PAPER)
