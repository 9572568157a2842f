"""A result of the doctor's checks, and what to do about it."""

from dataclasses import dataclass

from facilitator.wording import _


@dataclass(frozen=True, slots=True)
class Finding:
    """The result of one check. ``remedy`` is empty if nothing need be done."""

    topic: str
    result: str
    remedy: str = ""
    needed: bool = True  # a workshop cannot do without it

    @property
    def missing(self) -> bool:
        """Whether something that a workshop needs is missing."""
        return self.needed and bool(self.remedy)

    def __str__(self) -> str:
        state = _("ok") if not self.remedy else _("to do") if self.needed else _("note")
        return f"{state:<6} {self.topic}: {self.result} {self.remedy}".rstrip()
