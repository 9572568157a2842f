"""A check that a step begins, on the board: the check itself covers its page."""

from facilitator.kinds.consent_check.sentences import Sentence
from facilitator.room.pages.timed import timed_part

ROOM = timed_part(Sentence)
