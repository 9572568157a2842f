"""The words about time for the room, besides the ring and its minutes."""

from datetime import timedelta
from enum import StrEnum

from facilitator.domain.agenda.agenda import StepRun
from facilitator.domain.contribution import GatheringState
from facilitator.domain.plan.step import Form, Step, Trait
from facilitator.domain.text.language import NO_WORDS, Language, Words
from facilitator.domain.time.clock import Moment
from facilitator.domain.time.round import Round, RoundState
from facilitator.domain.workshop import Workshop
from facilitator.room.pages.picture import AskPage
from facilitator.room.say import say_in
from facilitator.room.sentence_keys import Key

CHOICES = 3  # steps to choose from, on the board
Languages = tuple[Language, ...]
NOT_OFFERED = Trait.BUFFER | Trait.BREAK | Trait.DECIDES_RECORD


def cue_before(length: timedelta) -> timedelta:
    """Return how long before the end of a round the one soft cue comes."""
    if length >= timedelta(minutes=5):
        return timedelta(minutes=2)
    if length >= timedelta(minutes=2):
        return timedelta(minutes=1)
    return timedelta(seconds=20)


class Cue(StrEnum):
    """The moments of a round with a sentence on the board."""

    SOON = "soon"  # shortly before its end
    OVER = "over"


def cue_of(running: Round, now: Moment) -> Cue | None:
    """Return the cue of a running round at this moment, if any."""
    if running.state not in (RoundState.RUNNING, RoundState.HELD):
        return None
    left = running.left(now)
    if left <= timedelta():
        return Cue.OVER
    return Cue.SOON if left <= cue_before(running.length) else None


def cue_words(workshop: Workshop, run: StepRun, now: Moment) -> Words:
    """Return the board's words at this moment of a part, if any."""
    match cue_of(run.round, now):
        case Cue.SOON:
            return soon_words(workshop, run.step)
        case Cue.OVER:
            return over_words(workshop, run.step)
    return NO_WORDS


def soon_words(workshop: Workshop, step: Step) -> Words:
    """Return the board's words shortly before a part is over: the step's own or the usual ones.

    In a break the words call people back: words for people who talk do not fit there.
    """
    if step.is_break and step.id not in dict(workshop.board.cue_of):
        return say_in(workshop.languages, Key.BREAK_SOON)
    return workshop.board.cue_in(step.id) or usual_cue(workshop.languages)


def over_words(workshop: Workshop, step: Step) -> Words:
    """Return the board's words when the time of a part is over, for what people do in it."""
    return say_in(workshop.languages, _over_key(workshop, step))


def _over_key(workshop: Workshop, step: Step) -> Key:
    if step.is_break:
        return Key.BREAK_OVER
    if step.form is Form.SILENT:
        return Key.QUIET_OVER
    written = (gathering.state for gathering in workshop.gatherings if gathering.step_id == step.id)
    if GatheringState.WRITING in written:
        return Key.WRITING_OVER
    return Key.TIME_OVER if step.has(Trait.TALKS) else Key.PART_OVER


def break_is_over(run: StepRun, now: Moment) -> bool:
    """Return whether a step is a break, and its time is over or was ended."""
    return run.step.is_break and run.left(now) <= timedelta()


def usual_cue(languages: Languages) -> Words:
    """Return the default words shortly before a part is over."""
    return say_in(languages, Key.CLOSE_SOON)


def foot_words(workshop: Workshop, step: Step) -> tuple[Words, ...]:
    """Return all words that may appear at the foot of a step's page."""
    return soon_words(workshop, step), over_words(workshop, step)


def ask_page(workshop: Workshop) -> AskPage:
    """Return the page that asks the room how to use the remaining time."""
    languages, fewer = workshop.languages, workshop.board.fewer
    question = say_in(languages, Key.ASK_QUESTION)
    if fewer:
        key = Key.ASK_FEWER_ONE if fewer == 1 else Key.ASK_FEWER_MANY
        question = say_in(languages, key, minutes=fewer)
    ways = [(say_in(languages, Key.ASK_KEEP), say_in(languages, Key.ASK_KEEP_HOW))]
    following = workshop.agenda.next
    if following is not None:
        ways.append((say_in(languages, Key.ASK_MOVE), following.step.title))
    steps = _others(workshop)
    if len(steps) > 1:
        titles = _listed(languages, steps)
        ways.append((say_in(languages, Key.ASK_ELSE), titles))
    return AskPage(say_in(languages, Key.ASK_LABEL), question, tuple(ways))


def _others(workshop: Workshop) -> tuple[StepRun, ...]:
    """Return the first steps after the next one that the room could choose."""
    after_next = workshop.agenda.ahead[1:]
    return tuple(run for run in after_next if not run.step.has(NOT_OFFERED))[:CHOICES]


def _listed(languages: Languages, runs: tuple[StepRun, ...]) -> Words:
    texts = {
        language: " · ".join(run.step.title.in_(language) for run in runs)
        for language in languages
        if any(dict(run.step.title.texts).get(language) for run in runs)
    }
    return Words(tuple(texts.items())) if texts else NO_WORDS
