"""Planned and actual minutes, small, before the record says what was done with words.

Only steps that have lines in the record are named, so that the others hint at nothing that was
left out. The rest is in one row, and all rows add up to the whole.
"""

from collections.abc import Iterator

from facilitator.domain.summary import SessionSummary
from facilitator.domain.text.language import Language, Words
from facilitator.record.phrases import Phrase, phrase, record_languages
from facilitator.record.story import Story
from facilitator.record.styles import KICKER, QUIET


def add_minutes(story: Story, summary: SessionSummary) -> None:
    """Add planned and actual minutes, language by language."""
    if not summary.took:
        return  # no clock was used
    story.heading("H2", story.say(Phrase.MINUTES), KICKER)
    for place, language in enumerate(record_languages(summary.languages)):
        lines = (phrase(language, Phrase.MINUTES_HOW), *_rows(summary, language))
        for number, line in enumerate(lines):
            gap = 6 if place and not number else 0
            words = Words(((language, line),))
            story.text("P", words, QUIET, gap=gap, keep=not number)


def _rows(summary: SessionSummary, language: Language) -> Iterator[str]:
    """Yield a row for each step in the record, for all others, and for the whole."""

    def row(name: str, planned: int, took: int) -> str:
        return phrase(language, Phrase.MINUTES_OF, step=name, planned=planned, took=took)

    for step in summary.steps:
        yield row(step.title.in_(language), step.minutes, step.took)
    planned = max(0, summary.minutes - sum(step.minutes for step in summary.steps))
    took = max(0, summary.took - sum(step.took for step in summary.steps))
    if summary.steps and (planned or took):
        yield row(phrase(language, Phrase.MINUTES_ELSE), planned, took)
    yield row(phrase(language, Phrase.MINUTES_ALL), summary.minutes, summary.took)
