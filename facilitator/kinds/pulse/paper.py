"""A pulse on paper, until the program does it."""

from facilitator.kinds.pulse.sentences import Sentence
from facilitator.room.on_paper import OpenedOnPaper, PaperPart
from facilitator.wording import _


def _way() -> str:
    return _(
        "Give everyone the same slip of paper. Read each question aloud; people write a number, or "
        "leave it blank, fold the slip and put it in a hat. Mix them. Open none while there are "
        "fewer than five: talk about the questions instead. Destroy the slips today."
    )


def _opened_way() -> str:
    return _(
        "Look at the slips only if there are five or more. With five to seven, say in words "
        "whether the answers are low, in the middle or high, and whether they are close together. "
        "From eight on, draw a mark for each in five columns on a sheet. No averages, and nothing "
        "about one slip."
    )


PAPER = PaperPart(
    lambda: _("pulse"),
    _way,
    Sentence.PAPER,
    opened=OpenedOnPaper(Sentence.PAPER_OPENED, Sentence.PAPER_HINT, _opened_way),
)
