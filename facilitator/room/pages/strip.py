"""The strip along the lower edge of the board: the present step, the next one, and the break."""

from facilitator.domain.agenda.agenda import Agenda, StepRun
from facilitator.domain.plan.step import Trait
from facilitator.domain.text.language import NO_WORDS, Language, Words
from facilitator.domain.workshop import WELCOMES, Board, Showing, Workshop
from facilitator.room.pages.picture import Strip
from facilitator.room.say import say, say_in
from facilitator.room.sentence_keys import Key

# Nothing is worked on there, or the page has all parts of the day.
WITHOUT_STRIP = (Showing.CARE, Showing.TODAY, *WELCOMES)


def has_strip(board: Board) -> bool:
    """Return whether the strip is shown under the present content of the board."""
    if board.curtain or board.showing in WITHOUT_STRIP:
        return False
    return board.strip and not (board.quiet and board.showing is Showing.STEP)


def before_break(agenda: Agenda) -> tuple[StepRun, ...] | None:
    """Return the steps between now and the next break; ``None`` when no break is ahead."""
    for place, run in enumerate(agenda.ahead):
        if run.step.is_break:
            return agenda.ahead[:place]
    return None


def strip_of(workshop: Workshop, break_at: str) -> Strip:
    """Return the strip of a step. ``break_at`` is a time of day, empty when no break is ahead."""
    languages, agenda = workshop.languages, workshop.agenda
    following = next((run for run in agenda.ahead if not run.step.has(Trait.BUFFER)), None)
    return Strip(
        now=_named(languages, Key.STRIP_NOW, agenda.now),
        following=_named(languages, Key.STRIP_NEXT, following)
        if following is not None
        else say_in(languages, Key.STRIP_LAST),
        pause=say_in(languages, Key.STRIP_BREAK, time=break_at) if break_at else NO_WORDS,
    )


def _named(languages: tuple[Language, ...], key: Key, run: StepRun) -> Words:
    """Return a sentence with a step's title, in each of the workshop's languages."""
    return Words(
        tuple(
            (language, say(language, key, step=run.step.title.in_(language)))
            for language in languages
        )
    )
