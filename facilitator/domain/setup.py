"""The answers before a workshop; no words of participants."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Self

from facilitator.domain.letters import Marks
from facilitator.domain.text.text import clean_line, shows_something

TYPICAL_RATIO = 5.0  # back row ÷ image height, when not given
MOST_PEOPLE = 99  # one facilitator, one room
LONGEST_TITLE, LONGEST_SUPPORT, LONGEST_ANSWER = 80, 120, 200  # characters in a field
LONGEST_NUMBER = 20  # characters in a typed time or length
LEAST_RATIO, MOST_RATIO = 1.0, 8.0  # beyond 8 no line fits on a board: sit nearer


@dataclass(frozen=True, slots=True)
class Setup:
    """The answers of *Before you start*. Nothing here is about a single participant."""

    people: int
    starts_at: datetime | None = None  # aware; the planned beginning of the workshop
    title: str = ""
    group: str = ""
    support: str = ""  # the support or safeguarding contact
    recipients: str = ""  # who gets the record
    facilitator: str = ""  # the facilitator's name for the record
    reach: str = ""  # how to reach them afterwards, to have a line removed
    in_charge: bool = False  # somebody here is in charge of others
    back_row_m: float | None = None  # metres from the image to the back row
    image_height_m: float | None = None  # metres
    low_vision: bool = False  # text for low vision: ÷ 100 instead of ÷ 150
    marks: Marks = Marks.LETTERS  # by which people name lines

    @property
    def ratio(self) -> float:
        """Back row ÷ image height."""
        if not self.back_row_m or not self.image_height_m:
            return TYPICAL_RATIO
        return min(max(self.back_row_m / self.image_height_m, LEAST_RATIO), MOST_RATIO)

    @property
    def ready_for_writing(self) -> bool:
        """Whether the facts for the promise before writing are set."""
        return shows_something(self.support) and shows_something(self.recipients)

    @property
    def cleaned(self) -> Self:
        """The same setup with cleaned texts: on one line, and empty if invisible."""
        return replace(
            self,
            title=clean_line(self.title),
            group=clean_line(self.group),
            support=clean_line(self.support),
            recipients=clean_line(self.recipients),
            facilitator=clean_line(self.facilitator),
            reach=clean_line(self.reach),
        )
