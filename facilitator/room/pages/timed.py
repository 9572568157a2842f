"""The page of a timed step: its question, its time, and its said lines."""

from dataclasses import replace

from facilitator.domain.agenda.agenda import StepRun
from facilitator.domain.plan.step import Step
from facilitator.domain.text.language import NO_WORDS, Words, joined
from facilitator.room.pages.agreement import pin_of
from facilitator.room.pages.kind import Languages, PageRequest, RoomPart, called
from facilitator.room.pages.picture import Content, StepPage, TimeShown
from facilitator.room.pages.time import cue_words, foot_words
from facilitator.room.promise import support_at_the_end
from facilitator.room.sentence_keys import RoomKey


def timed_part(sentences: type[RoomKey]) -> RoomPart:
    """Return the room's part of a kind with only a question, a time and said lines.

    The sentence ``NAME`` is the label.
    """
    label = called(sentences["NAME"])

    def page(request: PageRequest) -> Content:
        return timed_page(request, label(request.step, request.languages))

    return RoomPart(label, page, sentences=sentences)


def page_of_step(
    step: Step,
    languages: Languages,
    words: tuple[Words, Words],
    time: TimeShown | None = None,
    foot: Words = NO_WORDS,
) -> StepPage:
    """Return the page of a timed step at its beginning, without repeated words.

    ``words`` are its label and its hint.
    """
    (label, hint), question = words, step.question or step.title
    is_said = all(question.in_(language) == label.in_(language) for language in languages)
    return StepPage(
        label=NO_WORDS if is_said else label,
        question=question,
        hint=hint,
        time=time,
        foot=foot,
    )


def timed_page(
    request: PageRequest, label: Words, hint: Words | None = None, *, shows_time: bool = True
) -> StepPage:
    """Return the page of a timed step at this moment; without ``hint`` it is the plan's."""
    workshop, run, languages = request.workshop, request.run, request.languages
    look = workshop.board.time_in(run.step.id)
    page = page_of_step(
        _at_its_segment(run),
        languages,
        (label, run.step.hint if hint is None else hint),
        time=TimeShown.of(run.round.left(request.now), run.round.length, look)
        if shows_time
        else None,
        foot=cue_words(workshop, run, request.now),
    )
    page = replace(page, foot_room=foot_words(workshop, run.step))
    lines = tuple(line.text for line in workshop.said_in(run.step.id))
    segment = run.step.segments[run.segment].name if run.step.segments else NO_WORDS
    name, pin = pin_of(workshop, run.step)
    words = joined(segment or page.hint, support_at_the_end(workshop))
    return replace(page, hint=words, said=(*page.said, *lines), pin_label=name, pin=pin)


def _at_its_segment(run: StepRun) -> Step:
    """Return the step with the question of its present segment, if that has one."""
    segments = run.step.segments
    question = segments[run.segment].question if segments else NO_WORDS
    return replace(run.step, question=question) if question else run.step
