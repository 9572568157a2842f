"""The fixed sentences of this kind that the room reads."""

from facilitator.room.sentence_keys import RoomKey


class Sentence(RoomKey):
    """A fixed sentence of this kind."""

    NAME = "name"

    @property
    def part(self) -> str:
        """Their table in the sentence files."""
        return "gather"
