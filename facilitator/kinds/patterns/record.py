"""The names of patterns in the record, over the lines of their gathering."""

from facilitator.domain.agenda.agenda import StepRun
from facilitator.domain.summary import KindBlock, KindLine, NamedLines
from facilitator.domain.workshop import Workshop
from facilitator.kinds.patterns.lines import filled, opened_lines
from facilitator.kinds.patterns.sentences import Sentence
from facilitator.kinds.patterns.state import patterns_in, record_id
from facilitator.room.say import say_in


def blocks(workshop: Workshop, run: StepRun) -> tuple[KindBlock, ...]:
    """Return the name of each pattern that has lines; a step that stays in the room has none."""
    if not run.step.record_default:
        return ()
    state, lines = patterns_in(workshop, run.step), opened_lines(workshop, run.step)
    names = []
    for pattern in filled(state.patterns, lines):
        words = state.name_of(pattern.key).words
        text = "\n".join(text for _language, text in words.texts)
        over = NamedLines(words, pattern.lines)
        names.append(KindLine(record_id(pattern.key), text, over=over))
    heading = say_in(workshop.languages, Sentence.NAME)
    return (KindBlock(heading, tuple(names)),) if names else ()
