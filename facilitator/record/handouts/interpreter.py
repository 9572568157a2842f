"""What an interpreter needs to prepare: the day, every question, the agreement, and the words."""

from datetime import timedelta

from reportlab.platypus import PageBreak

from facilitator.domain.plan.step import Step
from facilitator.domain.text.language import ENGLISH, WELSH, Words
from facilitator.record.handouts.drawing import Document, footer_of
from facilitator.record.handouts.facts import date_of, time_of
from facilitator.record.handouts.look import with_footer
from facilitator.record.handouts.pack import Pack, Print
from facilitator.record.handouts.phrases import (
    BoardPhrase,
    Phrase,
    in_print,
    named,
    said_in,
    typed,
)
from facilitator.record.handouts.story import Cell, PackStory
from facilitator.record.phrases import record_languages

MINUTE = timedelta(minutes=1)
GUESS = " (?)"  # beside a word that is not the usual one
HOW = (
    Phrase.HOW_FIRST,
    Phrase.HOW_BREATH,
    Phrase.HOW_SLOW,
    Phrase.HOW_ALL,
    Phrase.HOW_LINE,
    Phrase.HOW_AWAY,
)


def interpreter(pack: Pack, printing: Print) -> bytes:
    """Return the pack for an interpreter, all in the languages that are printed."""
    languages = record_languages(printing.languages)
    document = Document(pack, printing, with_footer(printing, len(languages)))
    _add_front(document)
    _add_steps(document)
    _add_agreement(document)
    _add_glossary(document)
    name = named(Phrase.INTERPRETER, languages)
    title = in_print(pack.title, languages).first
    footer = footer_of(title, languages, document.sheet, document.styles)
    return document.built((f"{name[0]}: {title}", name[1]), [document.sheet.plain()], footer)


def _add_front(document: Document) -> None:
    pack, story, styles = document.pack, document.part(), document.styles
    languages = document.languages
    story.text("P", said_in(languages, Phrase.INTERPRETER), styles.label)
    story.heading("H1", in_print(pack.title, languages), styles.title, gap=2)
    width = 6.5 * styles.size
    for key, words in (
        (Phrase.DATE, date_of(pack, record_languages(languages))),
        (Phrase.WHEN, time_of(pack, record_languages(languages))),
        (Phrase.CONTACT, typed(pack.contact)),
    ):
        story.labelled(said_in(languages, key), words, width, gap=12)
    story.heading("H2", said_in(languages, Phrase.HOW), styles.heading, gap=22)
    story.points([said_in(languages, key) for key in HOW])


def _add_steps(document: Document) -> None:
    """Add each step with its time, its question, and what the facilitator means to say."""
    pack, styles, languages = document.pack, document.styles, document.languages
    begins = len(document.flowables)
    document.part().heading("H2", said_in(languages, Phrase.HAPPENS), styles.heading, gap=26)
    for time, step in zip(pack.times(), pack.plan.steps, strict=False):
        _add_step(document.part(), time, step)
        document.keep_together(begins)
        begins = len(document.flowables)


def _add_step(story: PackStory, time: str, step: Step) -> None:
    styles, languages = story.styles, story.languages
    story.bar(
        (
            (typed(time), styles.label, 3.2 * styles.size),
            (in_print(step.title, languages), styles.strong, 0.0),
            (
                said_in(languages, BoardPhrase.MINUTES, minutes=f"{step.length / MINUTE:g}"),
                styles.strong,
                4.4 * styles.size,
            ),
        ),
        gap=18,
        kind="H3",
    )
    story.text("P", in_print(step.question, languages), styles.question, gap=8)
    for segment in step.segments:
        story.text("P", in_print(segment.question, languages), styles.question, gap=8)
    if step.say:
        story.text("P", said_in(languages, Phrase.SAID), styles.label, gap=8, keep=True)
        story.text("P", typed(step.say), styles.body, gap=2)


def _add_agreement(document: Document) -> None:
    pack, story, styles = document.pack, document.part(), document.styles
    title = BoardPhrase.AGREEMENT if pack.agreed else Phrase.BEGIN_WITH
    story.heading("H2", said_in(document.languages, title), styles.heading, gap=26)
    story.points([in_print(line, document.languages) for line in pack.lines])


def _add_glossary(document: Document) -> None:
    pack, story, styles = document.pack, document.part(), document.styles
    languages = document.languages
    document.flowables.append(PageBreak())
    story.heading("H2", said_in(languages, Phrase.GLOSSARY), styles.heading, gap=0)
    story.text("P", said_in(languages, Phrase.GLOSSARY_HOW), styles.body, gap=4, keep=True)
    heads = [said_in(languages, key) for key in (Phrase.WELSH, Phrase.TERM)]
    rows: list[list[Cell]] = []
    for term in pack.terms:
        welsh = term.words.in_(WELSH) + ("" if term.usual else GUESS)
        english: Cell = [(Words.of(term.words.in_(ENGLISH), ENGLISH), styles.body)]
        if term.note:
            english = [*english, (Words.of(term.note, ENGLISH), styles.quiet)]
        rows.append([[(Words.of(welsh, WELSH), styles.strong)], english])
    story.table(heads, (0.0, 0.0), rows)
