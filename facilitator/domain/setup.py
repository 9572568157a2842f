"""What is known of a workshop before it begins, and how far it is; nothing that people say."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Self

from facilitator.domain.text.text import clean_line, shows_something

TYPICAL_RATIO = 5.0  # back row ÷ image height, when nobody told
MOST_PEOPLE = 99  # one facilitator, one room
LONGEST_TITLE, LONGEST_SUPPORT, LONGEST_ANSWER = 80, 120, 200  # characters that fields take
LONGEST_NUMBER = 20  # characters, of a time or a length as it is typed
LEAST_RATIO, MOST_RATIO = 1.0, 8.0  # beyond 8 no board holds a line: sit nearer


@dataclass(frozen=True, slots=True)
class Setup:
    """What *Before you start* asks. Nothing here is about a single participant."""

    people: int
    starts_at: datetime | None = None  # aware; when the workshop is planned to begin
    title: str = ""
    group: str = ""
    support: str = ""  # the support or safeguarding contact
    recipients: str = ""  # who gets the record
    facilitator: str = ""  # who facilitates, as the record says it
    reach: str = ""  # how to reach them afterwards, to have a line taken out
    in_charge: bool = False  # somebody here is in charge of others
    back_row_m: float | None = None  # metres from the image to the back row
    image_height_m: float | None = None  # metres
    low_vision: bool = False  # text for low vision: ÷ 100 instead of ÷ 150

    @property
    def ratio(self) -> float:
        """Back row ÷ image height."""
        if not self.back_row_m or not self.image_height_m:
            return TYPICAL_RATIO
        return min(max(self.back_row_m / self.image_height_m, LEAST_RATIO), MOST_RATIO)

    @property
    def ready_for_writing(self) -> bool:
        """Whether what people must be told before they write is known."""
        return shows_something(self.support) and shows_something(self.recipients)

    @property
    def cleaned(self) -> Self:
        """The same with each text as it is kept: on one line, and empty if nothing can be seen."""
        return replace(
            self,
            title=clean_line(self.title),
            group=clean_line(self.group),
            support=clean_line(self.support),
            recipients=clean_line(self.recipients),
            facilitator=clean_line(self.facilitator),
            reach=clean_line(self.reach),
        )


class Stage(StrEnum):
    """How far a workshop is on its way out."""

    RUNNING = "running"
    CLOSING = "closing"  # the record is being made and everything else forgotten
    CLOSED = "closed"  # forgotten, but for what the library keeps
