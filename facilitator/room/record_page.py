"""What goes in the record, as the room sees it: every line with its letter.

The lines stand as the board and the console letter them, so that a letter means the same line.
What the group agreed comes first; what waits, and earlier wordings, come last, each under its name.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from facilitator.domain.agreement_versions import versions_of
from facilitator.domain.contribution import Gathering
from facilitator.domain.ids import StepId
from facilitator.domain.language import NO_WORDS, Words
from facilitator.domain.step import StepKind
from facilitator.domain.workshop import Workshop
from facilitator.room.keys import Key
from facilitator.room.picture import ListPage, Mark, Note, letter_of
from facilitator.room.say import say_in


class Recorded(StrEnum):
    """What a line that can go in the record is."""

    AGREED = "agreed"
    SAID = "said"
    UNNAMED = "unnamed"
    PARKED = "parked"
    EARLIER = "earlier"


NAMES = {Recorded.PARKED: Key.RECORD_PARKED, Recorded.EARLIER: Key.RECORD_EARLIER}


@dataclass(frozen=True, slots=True)
class RecordedLine:
    """A line that can go in the record."""

    id: str  # a LineId or a ContributionId
    text: str
    in_record: bool
    what: Recorded
    step: StepId | None = None  # in which it was said or written
    version: int | None = None  # of an earlier wording: its number
    letter: str = ""  # of a line that goes in


def recorded(workshop: Workshop) -> tuple[RecordedLine, ...]:
    """Return every line that can go in the record, in order, lettered."""
    lettered: list[RecordedLine] = []
    place = 0
    for line in _lines(workshop):
        lettered.append(replace(line, letter=letter_of(place)) if line.in_record else line)
        place += line.in_record
    return tuple(lettered)


def record_page(workshop: Workshop, heading: Words = NO_WORDS) -> ListPage:
    """Return the list of what will be kept, lettered."""
    languages = workshop.languages
    notes: list[Note] = []
    what: Recorded | None = None
    for line in recorded(workshop):
        if line.in_record:
            named = line.what in NAMES and line.what is not what
            above = say_in(languages, NAMES[line.what]) if named else NO_WORDS
            notes.append(Note(line.letter, line.text, above))
            what = line.what
    return ListPage(
        heading=heading or say_in(languages, Key.RECORD_TITLE),
        lines=tuple(notes),
        mark=Mark.LETTER,
        foot=say_in(languages, Key.RECORD_FOOT),
        fixed=() if notes else (say_in(languages, Key.RECORD_EMPTY),),
    )


def _lines(workshop: Workshop) -> Iterator[RecordedLine]:
    agreement = workshop.agreement
    for line in agreement.agreed:
        yield RecordedLine(line.id, line.text, line.in_record, Recorded.AGREED)
    for said in workshop.said:
        yield RecordedLine(said.id, said.text, said.in_record, Recorded.SAID, said.step_id)
    for gathering in _gatherings(workshop):
        for one in gathering.ready:
            step = gathering.step_id
            yield RecordedLine(one.id, one.text, one.in_record, Recorded.UNNAMED, step)
    for line in agreement.parked:
        yield RecordedLine(line.id, line.text, line.in_record, Recorded.PARKED)
    for line in agreement.agreed:
        for was in versions_of(line) if line.in_record else ():
            kept, earlier = was.in_record, Recorded.EARLIER
            yield RecordedLine(was.line, was.text, kept, earlier, version=was.number)


def _gatherings(workshop: Workshop) -> tuple[Gathering, ...]:
    """Return the gatherings whose opened lines can go in the record.

    What was written for the agreement goes there only as a line of the agreement.
    """
    own = {r.step.id for r in workshop.agenda.runs if r.step.kind is StepKind.AGREEMENT}
    return tuple(g for g in workshop.gatherings if g.was_opened and g.step_id not in own)
