"""What goes in the record, as the room sees it: every line with its letter.

The lines stand as the board and the console letter them, so that a letter means the same line.
What the group agreed comes first; what waits, and earlier wordings, come last, each under its name.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Self

from facilitator.domain.agreement_versions import recorded_versions
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
class LineName:
    """What a line is known by: never its words."""

    id: str
    version: int | None = None
    unnamed: bool = False


@dataclass(frozen=True, slots=True)
class RecordedLine:
    """A line that can go in the record."""

    id: str  # a LineId or a ContributionId
    text: str
    in_record: bool
    what: Recorded
    step: StepId | None = None  # in which it was said or written
    version: int | None = None  # of an earlier wording: its number
    letter: str = ""  # of a line that goes in, or went in when this showing began

    @property
    def name(self) -> LineName:
        """What it is known by while its letter stands."""
        return LineName(self.id, self.version, unnamed=self.what is Recorded.UNNAMED)


@dataclass(frozen=True, slots=True)
class Letters:
    """The letters of one showing: no line moves up when another goes, since people point at them.

    It holds ids and never words. A place whose line is gone stays.
    """

    given: tuple[LineName, ...] = ()  # A first
    order: tuple[LineName, ...] = ()  # as they stand on the page

    def taking_in(self, workshop: Workshop) -> Self:
        """Return the letters with one for each line that goes in now; they begin anew if mixed."""
        lines = tuple(_lines(workshop))
        fresh = replace(self, given=(), order=())
        found = fresh if self._were_mixed(lines) else self
        before: LineName | None = None
        for line in lines:
            if line.in_record and line.name not in found.order:
                place = found.order.index(before) + 1 if before is not None else 0
                order = (*found.order[:place], line.name, *found.order[place:])
                found = replace(found, given=(*found.given, line.name), order=order)
            before = line.name if line.name in found.order else before
        return found

    def of(self, name: LineName) -> str:
        """Return a line's letter; nothing for one that has none."""
        return letter_of(self.given.index(name)) if name in self.given else ""

    def _were_mixed(self, lines: tuple[RecordedLine, ...]) -> bool:
        """Return whether lines without names got other ids: then nobody knows which was which."""
        known = {name for name in self.given if name.unnamed}
        now = {line.name for line in lines if line.name.unnamed}
        return bool(known and now) and known.isdisjoint(now)


def recorded(workshop: Workshop, letters: Letters | None = None) -> tuple[RecordedLine, ...]:
    """Return every line that can go in the record, in order, lettered."""
    known = letters or Letters().taking_in(workshop)
    return tuple(replace(line, letter=known.of(line.name)) for line in _lines(workshop))


def record_page(
    workshop: Workshop, heading: Words = NO_WORDS, letters: Letters | None = None
) -> ListPage:
    """Return the list of what will be kept, lettered; where a line went, its place stays."""
    known, languages = letters or Letters().taking_in(workshop), workshop.languages
    there = {line.name: line for line in recorded(workshop, known) if line.in_record}
    gone = say_in(languages, Key.RECORD_GONE)
    notes: list[Note] = []
    what: Recorded | None = None
    for name in known.order:
        line = there.get(name)
        if line is None:
            notes.append(Note(known.of(name), "", gone=gone))
            continue
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
    for versions in recorded_versions(agreement):
        for was in versions:
            kept, earlier = was.in_record, Recorded.EARLIER
            yield RecordedLine(was.line, was.text, kept, earlier, version=was.number)


def _gatherings(workshop: Workshop) -> tuple[Gathering, ...]:
    """Return the gatherings whose opened lines can go in the record.

    What was written for the agreement goes there only as a line of the agreement.
    """
    own = {r.step.id for r in workshop.agenda.runs if r.step.kind is StepKind.AGREEMENT}
    return tuple(g for g in workshop.gatherings if g.was_opened and g.step_id not in own)
