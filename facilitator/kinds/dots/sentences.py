"""The fixed sentences of this kind that the room reads."""

from facilitator.room.sentence_keys import RoomKey


class Sentence(RoomKey):
    """A fixed sentence of this kind."""

    NAME = "name"
    BUDGET = "budget"
    AT_LAPTOP = "at_laptop"
    AT_LAPTOP_HOW = "at_laptop_how"
    YOUR_DOTS = "your_dots"
    YOUR_DOTS_HOW = "your_dots_how"
    FEWER = "fewer"
    FEWER_HOW = "fewer_how"
    TOGETHER = "together"
    BY_HAND = "by_hand"
    CLOSED = "closed"
    CLOSED_TEXT = "closed_text"
    TALK_INSTEAD = "talk_instead"
    STAYS = "stays"
    STAYS_OR_MORE = "stays_or_more"
    BESIDE = "beside"
    BESIDE_OR_MORE = "beside_or_more"
    SAVED = "saved"
    SAVED_BY_HAND = "saved_by_hand"
    SHORT_SAVED = "short_saved"
    SHOWN = "shown"
    RECORDED = "recorded"
    NOT_RECORDED = "not_recorded"
    SHORT_SHOWN = "short_shown"
    SHORT_ONLY_SHOWN = "short_only_shown"
    SHORT_OUT = "short_out"
    HOW = "how"
    LINES = "lines"
    LEFT = "left"
    NO_MORE = "no_more"
    COVERED = "covered"
    IN_SIGHT = "in_sight"
    FORCED = "forced"
    READER = "reader"

    @property
    def part(self) -> str:
        """Their table in the sentence files."""
        return "dots"
