"""How a number of people can write without names in a reasonable time (practice.md 3.3)."""

from enum import StrEnum

from facilitator.domain.plan.arithmetic import MOST_AT_CORNER

MOST_IN_A_STEP = 8  # at one keyboard while the others wait
MOST_WITH_CORNER = 20


class Writing(StrEnum):
    """What suits a number of people."""

    CORNER = "corner"  # one keyboard, within the step
    CORNER_IN_BREAK = "corner in break"
    BOTH = "both"  # cards as well as the keyboard
    CARDS = "cards"  # the keyboard is too slow but for those who need it


def writing_for(people: int) -> Writing:
    """Return what suits a number of people."""
    if people <= MOST_IN_A_STEP:
        return Writing.CORNER
    if people <= MOST_AT_CORNER:
        return Writing.CORNER_IN_BREAK
    return Writing.BOTH if people <= MOST_WITH_CORNER else Writing.CARDS
