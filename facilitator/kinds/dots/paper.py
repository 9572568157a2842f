"""Dots on paper, until the program does them."""

from facilitator.kinds.dots.sentences import Sentence
from facilitator.room.on_paper import PaperPart
from facilitator.wording import _


def _way() -> str:
    return _(
        "Give each person three paper dots. Everyone chooses quietly first; then all put their "
        "dots on the sheets at once. With fewer than five people, talk about it instead."
    )


PAPER = PaperPart(lambda: _("dots"), _way, Sentence.PAPER)
