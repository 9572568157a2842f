"""What goes in the record, as the room sees it: every line with its letter.

The lines stand as the board and the console letter them, so that a letter means the same line.
What the group agreed comes first; what waits, with its reason where the room put it in, and
earlier wordings come last, each under its name.
"""

from dataclasses import replace

from facilitator.domain.text.language import NO_WORDS, Words
from facilitator.domain.workshop import Workshop
from facilitator.room.keys import Key
from facilitator.room.pages.letters import Letters
from facilitator.room.pages.picture import ListPage, Mark, Note
from facilitator.room.pages.recorded import Recorded, RecordedLine, lines_of
from facilitator.room.say import say_in

NAMES = {
    Recorded.PARKED: Key.RECORD_PARKED,
    Recorded.REASON: Key.RECORD_REASON,
    Recorded.EARLIER: Key.RECORD_EARLIER,
}


def recorded(workshop: Workshop, letters: Letters | None = None) -> tuple[RecordedLine, ...]:
    """Return every line that can go in the record, lettered, in the order that letters stand in."""
    known = letters or Letters().taking_in(workshop)
    places = {name: place for place, name in enumerate(known.order)}
    letter_by_name = known.by_name
    named = [(line.name, line) for line in lines_of(workshop)]
    named.sort(key=lambda each: places.get(each[0], len(places)))
    return tuple(
        replace(line, letter=letter) if (letter := letter_by_name.get(name)) else line
        for name, line in named
    )


def record_page(
    workshop: Workshop, heading: Words = NO_WORDS, letters: Letters | None = None
) -> ListPage:
    """Return the list of what will be kept, lettered; where a line went, its place stays."""
    known, languages = letters or Letters().taking_in(workshop), workshop.languages
    there = {line.name: line for line in recorded(workshop, known) if line.in_record}
    gone, letter_by_name = say_in(languages, Key.RECORD_GONE), known.by_name
    notes: list[Note] = []
    what: Recorded | None = None
    for name in known.on_page:
        line = there.get(name)
        if line is None:
            notes.append(Note(letter_by_name[name], "", gone=gone))
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
