"""What the room reads about time, besides the ring and its minutes."""

from datetime import timedelta

from facilitator.domain.agenda import StepRun
from facilitator.domain.clock import Moment
from facilitator.domain.language import NO_WORDS, Language, Words
from facilitator.domain.round import Round, RoundState
from facilitator.domain.step import Step, StepKind
from facilitator.domain.workshop import Workshop
from facilitator.room.keys import Key
from facilitator.room.picture import AskPage
from facilitator.room.say import say_in

CHOICES = 3  # steps to choose from, on the board
Languages = tuple[Language, ...]
NOT_OFFERED = (StepKind.SLACK, StepKind.BREAK, StepKind.RECORD_CHOICE)


def cue_before(length: timedelta) -> timedelta:
    """Return how long before the end of a round the one soft cue comes."""
    if length >= timedelta(minutes=5):
        return timedelta(minutes=2)
    if length >= timedelta(minutes=2):
        return timedelta(minutes=1)
    return timedelta(seconds=20)


def cue_of(shown: Round, now: Moment) -> Key | None:
    """Return the sentence that a running round asks for at this moment, if any."""
    if shown.state not in (RoundState.RUNNING, RoundState.HELD):
        return None
    left = shown.left(now)
    if left <= timedelta():
        return Key.TIME_OVER
    return Key.CLOSE_SOON if left <= cue_before(shown.length) else None


def cue_words(workshop: Workshop, run: StepRun, now: Moment) -> Words:
    """Return what the board says at this moment of a part, if anything."""
    match cue_of(run.round, now):
        case Key.CLOSE_SOON:
            return soon_words(workshop, run.step)
        case Key() as key:
            return say_in(workshop.languages, key)
    return NO_WORDS


def soon_words(workshop: Workshop, step: Step) -> Words:
    """Return what the board says shortly before a part is over: the step's own or usual words."""
    return workshop.board.cue_in(step.id) or usual_cue(workshop.languages)


def usual_cue(languages: Languages) -> Words:
    """Return what the board says there unless somebody chose other words."""
    return say_in(languages, Key.CLOSE_SOON)


def foot_words(workshop: Workshop, step: Step) -> tuple[Words, ...]:
    """Return all that may come to stand at the foot of a step's page."""
    return soon_words(workshop, step), say_in(workshop.languages, Key.TIME_OVER)


def ask_page(workshop: Workshop) -> AskPage:
    """Return the page that asks the room how to use the time that is left."""
    languages, fewer = workshop.languages, workshop.board.fewer
    question = say_in(languages, Key.ASK_QUESTION)
    if fewer:
        key = Key.ASK_FEWER_ONE if fewer == 1 else Key.ASK_FEWER_MANY
        question = say_in(languages, key, minutes=fewer)
    ways = [(say_in(languages, Key.ASK_KEEP), say_in(languages, Key.ASK_KEEP_HOW))]
    following = workshop.agenda.next
    if following is not None:
        ways.append((say_in(languages, Key.ASK_MOVE), following.step.title))
    others = _others(workshop)
    if len(others) > 1:
        titles = _listed(languages, others)
        ways.append((say_in(languages, Key.ASK_ELSE), titles))
    return AskPage(say_in(languages, Key.ASK_LABEL), question, tuple(ways))


def _others(workshop: Workshop) -> tuple[StepRun, ...]:
    """Return the first steps after the next one that the room could choose."""
    after_next = workshop.agenda.ahead[1:]
    return tuple(run for run in after_next if run.step.kind not in NOT_OFFERED)[:CHOICES]


def _listed(languages: Languages, runs: tuple[StepRun, ...]) -> Words:
    texts = {
        language: " · ".join(run.step.title.in_(language) for run in runs)
        for language in languages
        if any(dict(run.step.title.texts).get(language) for run in runs)
    }
    return Words(tuple(texts.items())) if texts else NO_WORDS
