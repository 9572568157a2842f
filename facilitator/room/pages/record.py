"""The lines for the record as the room sees them, each with its letter.

Board and console use the same letters, so that a letter means the same line. Agreed lines come
first; parked lines, with their reason where the room included it, and earlier wordings come last,
each group under its name.
"""

from facilitator.domain.text.language import NO_WORDS, Words
from facilitator.domain.workshop import Workshop
from facilitator.room.pages.letters import Letters
from facilitator.room.pages.picture import ListPage, Mark, Note
from facilitator.room.pages.recorded import Recorded, RecordedLine, lines_of
from facilitator.room.say import say_in
from facilitator.room.sentence_keys import Key

NAMES = {
    Recorded.PARKED: Key.RECORD_PARKED,
    Recorded.REASON: Key.RECORD_REASON,
    Recorded.EARLIER: Key.RECORD_EARLIER,
}


def recorded(workshop: Workshop, letters: Letters | None = None) -> tuple[RecordedLine, ...]:
    """Return every line that can go in the record, in the order of the letters."""
    with_letters = letters or Letters().with_lines_of(workshop)
    places = {name: place for place, name in enumerate(with_letters.order)}
    letter_by_name = with_letters.by_name
    named = [(line.name, line) for line in lines_of(workshop)]
    named.sort(key=lambda each: places.get(each[0], len(places)))
    return tuple(
        line._replace(letter=letter) if (letter := letter_by_name.get(name)) else line
        for name, line in named
    )


def record_page(
    workshop: Workshop, heading: Words = NO_WORDS, letters: Letters | None = None
) -> ListPage:
    """Return the list of lines for the record; the place of a deleted line stays."""
    with_letters, languages = letters or Letters().with_lines_of(workshop), workshop.languages
    lines_by_name = {line.name: line for line in lines_of(workshop) if line.in_record}
    gone, letter_by_name = say_in(languages, Key.RECORD_GONE), with_letters.by_name
    notes: list[Note] = []
    what: Recorded | None = None
    for name in with_letters.on_page:
        line = lines_by_name.get(name)
        if line is None:
            notes.append(Note(letter_by_name[name], "", gone=gone))
            continue
        named = line.what in NAMES and line.what is not what
        above = say_in(languages, NAMES[line.what]) if named else NO_WORDS
        notes.append(Note(letter_by_name[name], line.text, above))
        what = line.what
    return ListPage(
        heading=heading or say_in(languages, Key.RECORD_TITLE),
        lines=tuple(notes),
        mark=Mark.LETTER,
        foot=say_in(languages, Key.RECORD_FOOT),
        fixed=() if notes else (say_in(languages, Key.RECORD_EMPTY),),
    )
