"""The lines for the record as the room sees them, each under its question and with its letter.

Board and console use the same order and the same letters, so that a letter means the same line.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from facilitator.domain.ids import LineId, StepId
from facilitator.domain.letters import LineName
from facilitator.domain.summary import RecordParts
from facilitator.domain.text.language import NO_WORDS, Language, Words
from facilitator.domain.workshop import Workshop
from facilitator.room.lines import drawing_words, helper_words
from facilitator.room.marks import board_mark
from facilitator.room.pages.picture import ListPage, Mark, Note
from facilitator.room.pages.recorded import Recorded, RecordedLine, gatherings_of, lines_of
from facilitator.room.say import say_in
from facilitator.room.sentence_keys import Key

NAMES = {
    Recorded.PARKED: Key.RECORD_PARKED,
    Recorded.REASON: Key.RECORD_REASON,
    Recorded.EARLIER: Key.RECORD_EARLIER,
}


@dataclass(frozen=True, slots=True)
class _Listed:
    """A letter on the page, with its line unless that is left out."""

    letter: int
    name: LineName
    what: Recorded
    line: RecordedLine | None = None  # only where it goes in the record
    heading: Words = NO_WORDS  # of a line from a kind of step


def recorded(workshop: Workshop, parts: RecordParts) -> tuple[RecordedLine, ...]:
    """Return every line that can go in the record, in the order of the page."""
    place_of = _Order(workshop).place_of
    lines = lines_of(workshop, parts)
    return tuple(sorted(lines, key=lambda line: place_of(line.name, line.what, line.letter)))


def record_page(workshop: Workshop, parts: RecordParts, heading: Words = NO_WORDS) -> ListPage:
    """Return the lines for the record by their questions; one that is left out keeps its letter."""
    languages, place_of = workshop.languages, _Order(workshop).place_of
    listed = sorted(
        _listed(workshop, parts), key=lambda each: place_of(each.name, each.what, each.letter)
    )
    gone = say_in(languages, Key.RECORD_GONE)
    notes: list[Note] = []
    section: object = None
    for each in listed:
        of = _section_of(each)
        above = NO_WORDS if of == section else _name_of(workshop, each)
        mark = board_mark(workshop, each.letter)
        notes.append(_note(languages, each.line, Note(mark, "", above, gone)))
        section = of
    return ListPage(
        heading=heading or say_in(languages, Key.RECORD_TITLE),
        lines=tuple(notes),
        mark=Mark.RECORD,
        foot=say_in(languages, Key.RECORD_FOOT) if notes else NO_WORDS,
        fixed=() if notes else (say_in(languages, Key.RECORD_EMPTY),),
    )


def _note(languages: tuple[Language, ...], line: RecordedLine | None, left_out: Note) -> Note:
    """Return a line of the page; ``left_out`` where it does not go in the record."""
    if line is None:
        return left_out
    return replace(
        left_out,
        text=line.text,
        gone=NO_WORDS,
        drawing=drawing_words(languages, drawing=line.drawing),
        beneath=helper_words(line.translation),
    )


def _listed(workshop: Workshop, parts: RecordParts) -> Iterator[_Listed]:
    """Yield every letter of the page, those of lines that are left out or deleted too."""
    lines = {line.letter: line for line in lines_of(workshop, parts)}
    for gathering in gatherings_of(workshop):
        usual = workshop.agenda.run_of(gathering.step_id).step.record_default
        for letter in gathering.letters:
            if usual or (letter in lines and lines[letter].in_record):
                name = LineName("", of=gathering.step_id)
                yield _of_line(letter, name, Recorded.UNNAMED, lines.get(letter))
    for lettered in workshop.letters:
        line, name = lines.get(lettered.letter), lettered.name
        yield _of_line(lettered.letter, name, _what_of(name), line)


def _of_line(letter: int, name: LineName, what: Recorded, line: RecordedLine | None) -> _Listed:
    if line is None:
        return _Listed(letter, name, what)
    return _Listed(letter, name, line.what, line if line.in_record else None, line.heading)


def _what_of(name: LineName) -> Recorded:
    """Return the kind of a deleted line."""
    if name.why:
        return Recorded.REASON
    if name.version is not None:
        return Recorded.EARLIER
    return Recorded.AGREED if name.of is None else Recorded.SAID


def _section_of(listed: _Listed) -> object:
    return listed.name.of or listed.what, listed.heading


def _name_of(workshop: Workshop, listed: _Listed) -> Words:
    """Return the question over a line, or the name of its group."""
    if listed.heading:
        return listed.heading
    if listed.name.of is not None:
        step = workshop.agenda.run_of(listed.name.of).step
        return step.question or step.title
    return say_in(workshop.languages, NAMES.get(listed.what, Key.AGREEMENT_TITLE))


class _Order:
    """The order of the page: the agreement, the steps as they run, then what waits."""

    def __init__(self, workshop: Workshop) -> None:
        steps = enumerate(workshop.agenda.steps)
        self._steps: dict[StepId, int] = {step.id: place for place, step in steps}
        self._own = {
            each.name.id: each.letter
            for each in workshop.letters
            if each.name.version is None and not each.name.why
        }
        self._parked = {line.id: place for place, line in enumerate(workshop.agreement.parked)}

    def place_of(self, name: LineName, what: Recorded, letter: int | None) -> tuple[float, ...]:
        """Return the place of a line: by section, then by letter; a reason follows its line."""
        last = float("inf")
        own = last if letter is None else letter
        if what is Recorded.AGREED:
            return -1, own
        if name.of is not None:
            return self._steps.get(name.of, len(self._steps)), own
        if what is Recorded.EARLIER:
            return len(self._steps) + 2, own
        parked = self._parked.get(LineId(name.id), last)
        return len(self._steps) + 1, self._own.get(name.id, last), parked, name.why
