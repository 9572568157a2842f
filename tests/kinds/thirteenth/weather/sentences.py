"""The fixed sentences of this kind that the room meets."""

from facilitator.room.sentence_keys import RoomKey


class Sentence(RoomKey):
    """A fixed sentence of this kind."""

    NAME = "name"
    KEPT = "kept"
    SO_MANY = "so_many"

    @property
    def part(self) -> str:
        """The table of the sentence files in which they are."""
        return "weather"
