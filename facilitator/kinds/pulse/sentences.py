"""The fixed sentences of this kind that the room meets."""

from facilitator.room.keys import RoomKey


class Sentence(RoomKey):
    """A fixed sentence of this kind."""

    NAME = "name"
    PAPER = "paper"
    PAPER_HINT = "paper_hint"
    PAPER_OPENED = "paper_opened"

    @property
    def part(self) -> str:
        """The table of the sentence files in which they are."""
        return "pulse"
