"""The small steps that stayed from the group's last workshop, without names."""

import json
from dataclasses import dataclass
from datetime import date
from typing import Self

from facilitator.bounded_json import bounded_json
from facilitator.domain.plan.step import StepKind
from facilitator.domain.text.language import NO_WORDS, Language, Words
from facilitator.domain.workshop import Workshop


@dataclass(frozen=True, slots=True)
class Kept:
    """A step in its words, by when it was to be done, and when to look again."""

    text: str
    by: Words = NO_WORDS
    look_again: date | None = None

    @property
    def content(self) -> str:
        """The step as the library holds it."""
        again = None if self.look_again is None else self.look_again.isoformat()
        by = dict(self.by.texts)
        return json.dumps([self.text, by, again], ensure_ascii=False)

    @classmethod
    def of(cls, content: str) -> Self | None:
        """Read a step; ``None`` for what no small step left."""
        try:
            text, by, again = bounded_json(content)
            languages = tuple((Language(str(each)), str(words)) for each, words in by.items())
            look_again = None if again is None else date.fromisoformat(again)
        except (AttributeError, TypeError, ValueError):
            return None
        return cls(str(text), Words(languages), look_again)


def kept_in(workshop: Workshop) -> tuple[Kept, ...]:
    """Return the small steps of the group's last workshop that stayed by its yes."""
    last_time = workshop.last_time_of(StepKind.SMALL_STEPS)
    read = (Kept.of(line.content) for line in last_time.lines) if last_time is not None else ()
    return tuple(kept for kept in read if kept is not None)
