"""A pulse on the board."""

from facilitator.kinds.pulse.sentences import Sentence
from facilitator.room.pages.timed import timed_part

ROOM = timed_part(Sentence)
