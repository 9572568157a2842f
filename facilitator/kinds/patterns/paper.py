"""Patterns on paper, until the program does them."""

from facilitator.kinds.patterns.sentences import Sentence
from facilitator.room.on_paper import PaperPart
from facilitator.wording import _


def _way() -> str:
    return _(
        "Put large sheets on the wall, and show the lines on the board. They keep their letters. "
        "Two or three people write the letters on the sheets, as the room says which lines belong "
        "together. A line may stand alone."
    )


PAPER = PaperPart(lambda: _("patterns"), _way, Sentence.PAPER)
