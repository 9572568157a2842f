"""How hands are shown, in the facilitator's language."""

from facilitator.domain.agreement.checks import HandsWay
from facilitator.wording import _


def way_words(way: HandsWay) -> str:
    """Describe a way to show hands in the facilitator's language."""
    return {
        HandsWay.HANDS: _("Hands"),
        HandsWay.HEADS_DOWN: _("Heads down, eyes closed"),
        HandsWay.SLIPS: _("Slips without names"),
        HandsWay.CORNER: _("Typing corner, without names"),
    }[way]
