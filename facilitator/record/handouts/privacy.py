"""The privacy notice: what is kept, for how long and who sees it, with blanks to fill in.

It is plain words for people, and no legal advice.
"""

from reportlab.platypus import PageBreak

from facilitator.domain.text.language import Language, Words
from facilitator.record.handouts.drawing import Document
from facilitator.record.handouts.look import upright
from facilitator.record.handouts.pack import Pack, Print
from facilitator.record.handouts.phrases import Phrase, named, only, typed
from facilitator.record.phrases import record_languages

GAP = 8.0
MOST_LABEL = 0.6  # of the width, beside a line to write on


def privacy(pack: Pack, printing: Print) -> bytes:
    """Return the notice, once for each language."""
    languages = record_languages(printing.languages)
    document = Document(pack, printing, upright(printing))
    for language in languages:
        if document.flowables:
            document.flowables.append(PageBreak())
        _Notice(document, language).add()
    return document.built(named(Phrase.PRIVACY, languages), [document.sheet.plain()])


class _Notice:
    """The notice in one language."""

    def __init__(self, document: Document, language: Language) -> None:
        self._pack, self._language = document.pack, language
        self._story, self._styles = document.part(language), document.styles
        self._room = document.sheet.text_width

    def add(self) -> None:
        """Add each thing that people have a right to know."""
        setup = self._pack.setup
        self._story.text("P", self._say(Phrase.PRIVACY), self._styles.label, gap=0)
        title = self._say(Phrase.PRIVACY_TITLE)
        self._story.heading("H1", title, self._styles.heading, gap=0)
        self._fill_in(Phrase.RESPONSIBLE, "")
        if self._pack.contact:
            who = self._say(Phrase.FACILITATOR_IS, who=self._pack.contact)
            self._story.text("P", who, self._styles.body, gap=0)
        self._item(Phrase.WHY, Phrase.WHY_TEXT)
        self._fill_in(Phrase.LEGAL, "")
        self._item(Phrase.WHAT, Phrase.WHAT_TEXT)
        self._item(Phrase.LONG, Phrase.LONG_TEXT)
        self._fill_in(Phrase.UNTIL, "")
        self._item(Phrase.SEES, Phrase.SEES_TEXT)
        self._fill_in(Phrase.RECORD_TO, setup.recipients if setup else "")
        self._item(Phrase.OUT)
        self._fill_in(Phrase.ASK, self._pack.contact)
        self._item(Phrase.COMPLAIN, Phrase.COMPLAIN_TEXT)

    def _say(self, key: Phrase, **fields: str) -> Words:
        return only(self._language, key, **fields)

    def _item(self, heading: Phrase, text: Phrase | None = None) -> None:
        self._story.heading("H2", self._say(heading), self._styles.label, gap=GAP)
        if text is not None:
            self._story.text("P", self._say(text), self._styles.body, gap=0)

    def _fill_in(self, key: Phrase, value: str) -> None:
        """Add a sentence with its value, or with a line to write it on."""
        label, style = self._say(key), self._styles.strong
        width = self._story.width_of(label, style)
        if value or width <= self._room * MOST_LABEL:
            self._story.filled(label, typed(value), style, width, gap=3)
        else:
            self._story.text("P", label, style, gap=3, keep=True)
            self._story.writing_lines(1)
