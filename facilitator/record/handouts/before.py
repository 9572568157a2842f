"""The page for participants to have beforehand: what happens, and how they can take part."""

from collections.abc import Sequence
from datetime import timedelta

from reportlab.platypus import PageBreak

from facilitator.domain.plan.step import Step, Trait, Way
from facilitator.domain.text.language import ENGLISH, WELSH, Language, Words, joined
from facilitator.record.handouts.drawing import Document, footer_of
from facilitator.record.handouts.facts import date_of, time_of
from facilitator.record.handouts.look import with_footer
from facilitator.record.handouts.pack import Pack, Print
from facilitator.record.handouts.phrases import BoardPhrase, Phrase, in_print, named, only, typed
from facilitator.record.handouts.story import Cell, PackStory
from facilitator.record.phrases import record_languages

ROUGH = 5  # minutes to which times are rounded, as on the board
MINUTE = timedelta(minutes=1)
LINES = 8  # to write on
WRITING = {
    frozenset({Way.CORNER, Way.CARDS}): Phrase.WAY_WRITE,
    frozenset({Way.CORNER}): Phrase.WAY_CORNER,
    frozenset({Way.CARDS}): Phrase.WAY_CARDS,
}


def before(pack: Pack, printing: Print) -> bytes:
    """Return the page for participants, once for each language."""
    languages = record_languages(printing.languages)
    document = Document(pack, printing, with_footer(printing, len(languages)))
    for language in languages:
        if document.flowables:
            document.flowables.append(PageBreak())
        _Before(document, language).add()
    name = named(Phrase.BEFORE, languages)
    title = in_print(pack.title, languages).first
    footer = footer_of(title, languages, document.sheet, document.styles)
    return document.built((f"{name[0]}: {title}", name[1]), [document.sheet.plain()], footer)


class _Before:
    """What participants read in one language."""

    def __init__(self, document: Document, language: Language) -> None:
        self._document, self._language = document, language
        self._pack, self._styles = document.pack, document.styles
        self._story: PackStory = document.part(language)

    def add(self) -> None:
        """Add everything in the order in which somebody needs it."""
        story, styles = self._story, self._styles
        story.text("P", self._say(Phrase.BEFORE), styles.label)
        story.heading("H1", self._own(self._pack.title), styles.title, gap=2)
        self._add_facts()
        self._add_parts()
        self._add_list(Phrase.WAYS, self._ways())
        if any(step.has(Trait.WRITES) for step in self._pack.plan.steps):
            self._add_kept()
        self._add_change()

    def _say(self, key: Phrase | BoardPhrase, **fields: str | int) -> Words:
        return only(self._language, key, **fields)

    def _own(self, words: Words) -> Words:
        return in_print(words, (self._language,))

    def _add_facts(self) -> None:
        setup, width = self._pack.setup, 6.5 * self._styles.size
        own = (self._language,)
        facts = (
            (Phrase.DATE, date_of(self._pack, own).first),
            (Phrase.WHEN, time_of(self._pack, own).first),
            (Phrase.WHERE, ""),
            (Phrase.CONTACT, self._pack.contact),
            (Phrase.SUPPORT, setup.support if setup else ""),
        )
        for key, text in facts:
            self._story.filled(self._say(key), typed(text), self._styles.label, width)

    def _add_parts(self) -> None:
        pack, styles = self._pack, self._styles
        self._story.heading("H2", self._say(Phrase.HAPPENS), styles.heading, gap=22)
        self._story.text("P", self._say(Phrase.HAPPENS_ABOUT), styles.body, gap=4, keep=True)
        times, by_clock = pack.times(ROUGH), pack.starts is not None
        rows: list[list[Cell]] = [
            [
                [(typed(times[place] if by_clock else self._minutes(step)), styles.label)],
                self._part(step),
            ]
            for place, step in enumerate(pack.plan.steps)
            if not step.has(Trait.BUFFER)
        ]
        if by_clock:
            finish = self._say(Phrase.FINISH)
            rows.append([[(typed(times[-1]), styles.label)], [(finish, styles.strong)]])
        first, width = (Phrase.TIME, 3.2) if by_clock else (Phrase.MINUTES, 4.8)
        heads = [self._say(first), self._say(Phrase.PART)]
        self._story.table(heads, (width * styles.size, 0.0), rows)

    def _part(self, step: Step) -> Cell:
        """Return a step's title, what will be asked, and whether there is a break in it."""
        title, question = self._own(step.title), self._own(step.question)
        cell = [(title, self._styles.strong)]
        if question != title:
            cell.append((question, self._styles.body))
        if step.with_break:
            cell.append((self._say(Phrase.BREAK_IN_IT), self._styles.label))
        return cell

    def _minutes(self, step: Step) -> str:
        return f"{step.length / MINUTE:g}"

    def _ways(self) -> list[Words]:
        offered = {way for step in self._pack.plan.steps for way in step.ways}
        keys = [Phrase.WAY_SAY]
        if way := WRITING.get(frozenset(offered)):
            keys.append(way)
        keys.append(Phrase.WAY_TELL)
        if set(self._document.languages) == {ENGLISH, WELSH}:
            keys.append(Phrase.WAY_LANGUAGES)
        keys += [Phrase.WAY_LEAVE, Phrase.WAY_LATE, Phrase.WAY_WITH]
        return [self._say(key) for key in keys]

    def _add_list(self, heading: Phrase, lines: Sequence[Words]) -> None:
        self._story.heading("H2", self._say(heading), self._styles.heading, gap=24)
        self._story.points(lines)

    def _add_kept(self) -> None:
        begins, story = len(self._document.flowables), self._story
        story.heading("H2", self._say(Phrase.KEPT), self._styles.heading, gap=24)
        kept, reads, out = (
            self._say(key) for key in (BoardPhrase.KEPT, BoardPhrase.READS, BoardPhrase.OUT)
        )
        story.text("P", joined(joined(kept, reads), out), self._styles.body)
        self._document.keep_together(begins)

    def _add_change(self) -> None:
        """Add the question about access on a page of its own, which can be handed in."""
        story = self._story
        self._document.flowables.append(PageBreak())
        story.heading("H2", self._say(Phrase.CHANGE), self._styles.heading, gap=0)
        story.text("P", self._say(Phrase.CHANGE_HOW), self._styles.body)
        story.writing_lines(LINES)
