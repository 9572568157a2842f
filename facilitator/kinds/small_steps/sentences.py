"""The fixed sentences of this kind that the room reads."""

from facilitator.room.sentence_keys import RoomKey


class Sentence(RoomKey):
    """A fixed sentence of this kind."""

    NAME = "name"
    HEADING = "heading"
    LATER = "later"
    NOT_AGREED = "not_agreed"
    EVERYONE = "everyone"
    BY_DAY = "by_day"
    LOOK_AGAIN = "look_again"
    AGAIN = "again"
    IF_THEN = "if_then"
    LOOKED_AFTER = "looked_after"
    LAST_TIME = "last_time"
    HOW = "how"
    SAVED = "saved"

    @property
    def part(self) -> str:
        """Their table in the sentence files."""
        return "small_steps"
