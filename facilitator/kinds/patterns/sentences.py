"""The fixed sentences of this kind that the room reads."""

from facilitator.room.sentence_keys import RoomKey


class Sentence(RoomKey):
    """A fixed sentence of this kind."""

    NAME = "name"
    NAMES = "names"
    MISSED = "missed"
    ALONE = "alone"
    LINES = "lines"
    ONE_LINE = "one_line"
    SAVED = "saved"

    @property
    def part(self) -> str:
        """Their table in the sentence files."""
        return "patterns"
