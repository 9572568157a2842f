"""The questions that the room is asked, each on a page of its own, as large as it fits."""

from reportlab.platypus import PageBreak, Spacer

from facilitator.domain.plan.step import Step
from facilitator.domain.text.language import Words
from facilitator.pdf.fonts import TypeStyle
from facilitator.record.handouts.drawing import Document
from facilitator.record.handouts.look import HILLS, on_its_side
from facilitator.record.handouts.pack import Pack, Print
from facilitator.record.handouts.phrases import Phrase, in_print, named
from facilitator.record.handouts.story import height_of

LARGEST, SMALLEST, STEP = 60.0, 20.0, 2.0  # points of a question
BETWEEN = 26.0  # two languages
ABOVE_HILLS = 14.0
GAP = 16.0  # under the title, and over the hint


def prompts(pack: Pack, printing: Print) -> bytes:
    """Return the questions of a plan, one to a page."""
    document = Document(pack, printing, on_its_side(printing, HILLS + ABOVE_HILLS))
    for step in pack.plan.steps:
        if step.question:
            _add_prompt(document, step, step.title, step.question)
        for segment in step.segments:
            if segment.question:
                _add_prompt(document, step, segment.name, segment.question)
    return document.built(named(Phrase.PROMPTS, printing.languages), [document.sheet.with_hills()])


def _add_prompt(document: Document, step: Step, title: Words, asked: Words) -> None:
    pack, styles, languages = document.pack, document.styles, document.languages
    if document.flowables:
        document.flowables.append(PageBreak())
    story = document.part()
    question = in_print(asked, languages)
    hint = in_print(pack.words_of(step).hint, languages)
    around = [(in_print(title, languages), styles.kicker), (hint, styles.heading_text)]
    room = document.sheet.text_height - sum(
        GAP + height_of(words, style, document.sheet.text_width) for words, style in around if words
    )
    style = fitting(question, document, room)
    left = room - height_of(question, style, document.sheet.text_width, BETWEEN)
    story.heading("H1", around[0][0], styles.kicker, gap=0)
    document.flowables.append(Spacer(0, max(GAP, left / 2)))
    for place, text in enumerate(question.texts):
        story.text("P", Words((text,)), style, gap=BETWEEN if place else 0)
    document.flowables.append(Spacer(0, max(0.0, left / 2)))
    story.text("P", hint, styles.heading_text, gap=GAP)


def fitting(words: Words, document: Document, room: float) -> TypeStyle:
    """Return the largest style in which a question fits; the smallest runs over the page."""
    width, least = document.sheet.text_width, max(SMALLEST, document.printing.size * 1.1)
    size = LARGEST
    while size > least:
        style = document.styles.large(size / document.printing.size)
        if height_of(words, style, width, BETWEEN) <= room:
            return style
        size -= STEP
    return document.styles.large(least / document.printing.size)
