"""A pulse in the record: what the board showed, and nothing else."""

from facilitator.domain.agenda.agenda import StepRun
from facilitator.domain.plan.step import Step
from facilitator.domain.summary import KindBlock, KindLine
from facilitator.domain.text.language import Language, Words, in_order
from facilitator.domain.workshop import Workshop
from facilitator.kinds.pulse.sentences import Sentence
from facilitator.kinds.pulse.shape import Shape
from facilitator.kinds.pulse.state import PulseOptions, pulse_in
from facilitator.kinds.pulse.words import is_ours, labels_of, shape_page, statements_in
from facilitator.room.say import say, say_in


def blocks(workshop: Workshop, run: StepRun) -> tuple[KindBlock, ...]:
    """Return a line for each statement that was shown; none before.

    A line has its text in each language, on lines of its own: the room leaves out both or none.
    """
    step, languages = run.step, in_order(workshop.languages)
    lines = tuple(line for line, _statement, _shape in recorded_statements(workshop, run))
    if not lines:
        return ()
    ours = "\n".join(say(language, Sentence.NOT_A_SCALE) for language in languages)
    notes = (*((ours,) if is_ours(step) else ()), *_source_of(step))
    below = tuple(KindLine(f"note {place}", note) for place, note in enumerate(notes))
    return (KindBlock(say_in(languages, Sentence.NAME), (*lines, *below)),)


def recorded_statements(
    workshop: Workshop, run: StepRun
) -> tuple[tuple[KindLine, Words, Shape], ...]:
    """Return each statement that was shown, with its line in the record and its shape."""
    pulse, step, languages = pulse_in(workshop, run.step), run.step, in_order(workshop.languages)
    if not step.record_default:
        return ()
    pairs = zip(statements_in(step, languages), pulse.shapes, strict=False)
    return tuple(
        (KindLine(str(place), _lines_of(statement, shape, step, languages)), statement, shape)
        for place, (statement, shape) in enumerate(pairs)
        if shape.is_shown
    )


def _lines_of(statement: Words, shape: Shape, step: Step, languages: tuple[Language, ...]) -> str:
    return "\n".join(_line(statement, shape, step, language) for language in languages)


def _source_of(step: Step) -> tuple[str, ...]:
    """Return the source of statements that are not ours, and the permission to use them."""
    options = step.options
    if not isinstance(options, PulseOptions):
        return ()
    return tuple(filter(None, (options.source, options.permission)))


def _line(statement: Words, shape: Shape, step: Step, language: Language) -> str:
    """Return a statement with its shape in words, in one language."""
    page = shape_page(statement, shape, step, (language,))
    bands = (f"{name.in_(language)}: {amount.in_(language)}" for name, amount in page.rows)
    labels = labels_of(step, (language,)) if shape.columns else ()
    dots = (
        f"{mark.in_(language)} {words.in_(language)}".strip() + f": {count}"
        for (mark, words), count in zip(labels, shape.columns, strict=True)
    )
    parts = "; ".join((*bands, *dots))
    sentences = f"{statement.in_(language)} {page.text.in_(language)}"
    return f"{sentences} {parts}." if parts else sentences
