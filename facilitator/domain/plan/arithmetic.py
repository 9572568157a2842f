"""Works out the times that facilitators often get wrong (practice.md 2.2 and 3.3)."""

from dataclasses import dataclass
from datetime import timedelta
from math import ceil

CHANGEOVERS = 1.1  # a round takes a tenth longer than its turns
CORNER_EACH = (timedelta(seconds=60), timedelta(seconds=75))
CARD_EACH = (timedelta(seconds=15), timedelta(seconds=20))  # typed by a helper, once sorted
CARD_WRITING = timedelta(minutes=2)
MOST_AT_CORNER = 14  # at one keyboard; more people need cards
LEAST_IN_ROUND = timedelta(seconds=15)  # one word, and handing on
LEAST_SLACK = 0.03  # of the whole plan
LONGEST_SITTING = timedelta(minutes=75)
TURNS_TOLD = 5  # the precision with which the number of turns is shown
MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Span:
    """A range of time, from a quick group to a slow one."""

    shortest: timedelta
    longest: timedelta


def round_length(people: int, seconds_each: int) -> timedelta:
    """Return the length of a round with its changeovers, in whole minutes rounded up."""
    needed = timedelta(seconds=people * seconds_each) * CHANGEOVERS
    return ceil(needed / MINUTE) * MINUTE


def corner_length(people: int) -> Span:
    """Return the time that people need at one keyboard."""
    quick, slow = CORNER_EACH
    return Span(people * quick, people * slow)


def cards_length(people: int) -> Span:
    """Return the time for cards: all write at once, then a helper types them one by one."""
    quick, slow = CARD_EACH
    return Span(CARD_WRITING + people * quick, CARD_WRITING + people * slow)


def still_to_come(people: int, turns: int) -> int:
    """Return the number of people who still need time, from turns in whole fives.

    So nobody can count turns by trying numbers of people.
    """
    return max(people - turns // TURNS_TOLD * TURNS_TOLD, 0)
