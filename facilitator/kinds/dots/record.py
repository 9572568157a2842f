"""Dots in the record: beside their lines, as the board showed them, and nothing else."""

from facilitator.domain.agenda.agenda import StepRun
from facilitator.domain.summary import KindBlock
from facilitator.domain.text.language import in_order
from facilitator.domain.workshop import Workshop
from facilitator.kinds.dots.lines import goes_in_record
from facilitator.kinds.dots.sentences import Sentence
from facilitator.kinds.dots.state import dots_in
from facilitator.kinds.dots.words import beside_words
from facilitator.room.say import say_in


def blocks(workshop: Workshop, run: StepRun) -> tuple[KindBlock, ...]:
    """Return the dots beside each line, once they were shown; a line takes its dots along.

    No sum is there, so that nobody can work out a line that the room left out.
    """
    dots, languages = dots_in(workshop, run.step), in_order(workshop.languages)
    if dots.out_of_record or not dots.results or not goes_in_record(workshop, run.step):
        return ()
    beside = tuple(
        (result.letter, "\n".join(words.in_(language) for language in languages))
        for result in dots.results
        for words in (beside_words(result, languages),)
    )
    return (KindBlock(say_in(languages, Sentence.NAME), beside=beside),)
