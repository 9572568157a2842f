"""Small steps on the board."""

from facilitator.kinds.small_steps.sentences import Sentence
from facilitator.room.pages.timed import timed_part

ROOM = timed_part(Sentence)
