"""The record, from a summary to the bytes of a PDF."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, NextPageTemplate, PageBreak, PageTemplate
from reportlab.platypus.flowables import Flowable

from facilitator.domain.agreement.checks import HandsWay
from facilitator.domain.summary import RecordedGroup, RecordedStep, SessionSummary
from facilitator.domain.text.language import NO_WORDS, Language, Words
from facilitator.domain.time.dates import day
from facilitator.pdf.archive import Properties
from facilitator.pdf.canvas import TaggedCanvas
from facilitator.pdf.document import Layout, build
from facilitator.pdf.flowables import TaggedText
from facilitator.pdf.shaping import clean
from facilitator.pdf.tags import Tag
from facilitator.record.minutes import add_minutes
from facilitator.record.ornament import Box, draw_ornament, draw_strip
from facilitator.record.phrases import Phrase, days, phrase, record_languages
from facilitator.record.story import Card, Story
from facilitator.record.styles import (
    BODY,
    BOTTOM,
    FOOTER,
    GROUP,
    HEADING,
    KICKER,
    LABEL,
    LEAD,
    LONG_TITLE,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    QUESTION,
    SIDE,
    TEXT_WIDTH,
    TINTS,
    TITLE,
    TOP,
    WHITE,
)

UNKNOWN = Language("")  # its words are read in the record's first language
TIME_TO_TAKE_OUT = timedelta(days=7)
HIGHEST_ORNAMENT, LEAST_ORNAMENT = 400.0, 110.0
BELOW_ORNAMENT = 34.0
AGREED_BY = {
    HandsWay.HANDS: Phrase.AGREED_HANDS,
    HandsWay.HEADS_DOWN: Phrase.AGREED_HEADS_DOWN,
    HandsWay.SLIPS: Phrase.AGREED_SLIPS,
    HandsWay.CORNER: Phrase.AGREED_CORNER,
}
SHORT_TITLE = 48  # characters
FOOTER_TOP = 60.0  # from the foot of the page
BLEED = 3.0  # beyond the edges of the sheet


def draw_record(summary: SessionSummary) -> bytes:
    """Draw the record of a workshop as a PDF."""
    root = Tag("Document")
    cover = Story(root.add("Sect"), summary.languages)
    _add_cover(cover, summary)
    language = record_languages(summary.languages)[0]
    return build(
        [NextPageTemplate("inner"), *cover.flowables, PageBreak(), *_body(root, summary)],
        root,
        Layout((PAGE_WIDTH, PAGE_HEIGHT), _templates(cover.flowables), _footer_of(summary)),
        Properties(_title(summary), language, summary.held_on),
    )


def _templates(cover: Sequence[Flowable]) -> tuple[PageTemplate, ...]:
    """Return the cover's page template, with a picture above its words, and the inner one."""
    height = _ornament_height(cover)
    picture = Box(-BLEED, PAGE_HEIGHT + BLEED - height, PAGE_WIDTH + 2 * BLEED, height)

    def draw_picture(canvas: Canvas, _document: BaseDocTemplate) -> None:
        if isinstance(canvas, TaggedCanvas):
            draw_ornament(canvas, picture)

    below_picture = _frame(PAGE_HEIGHT - height - BELOW_ORNAMENT)
    return (
        PageTemplate("cover", [below_picture], onPage=draw_picture),
        PageTemplate("inner", [_frame(PAGE_HEIGHT - TOP)], onPage=_draw_strip),
    )


def _frame(top: float) -> Frame:
    return Frame(SIDE, BOTTOM, TEXT_WIDTH, top - BOTTOM, 0, 0, 0, 0)


def _draw_strip(canvas: Canvas, _document: BaseDocTemplate) -> None:
    if isinstance(canvas, TaggedCanvas):
        draw_strip(canvas, PAGE_WIDTH, PAGE_HEIGHT)


def _footer_of(summary: SessionSummary) -> Callable[[TaggedCanvas, int, int], None]:
    """Return a writer of title and page number below a page; the cover has no title below."""
    title = TaggedText(summary.title, FOOTER, None).at(TEXT_WIDTH * 0.62)

    def write(canvas: TaggedCanvas, page: int, pages: int) -> None:
        top = FOOTER_TOP
        for text in _page_of(summary.languages, page, pages):
            number = TaggedText(text, FOOTER, None).at(TEXT_WIDTH)
            canvas.write_footer(number, PAGE_WIDTH - SIDE - number.lines[0].width, top)
            top -= number.height
        if page > 1 and len(title.lines) == 1:
            canvas.write_footer(title, SIDE, FOOTER_TOP)

    return write


def _title(summary: SessionSummary) -> str:
    return clean(summary.title) or phrase(record_languages(summary.languages)[0], Phrase.RECORD)


def _page_of(languages: tuple[Language, ...], page: int, pages: int) -> list[str]:
    return [
        phrase(language, Phrase.PAGE, page=page, pages=pages)
        for language in record_languages(languages)
    ]


def _ornament_height(cover: Sequence[Flowable]) -> float:
    """Return the height that the cover's words leave to its picture."""
    words = sum(part.getSpaceBefore() + part.wrap(TEXT_WIDTH, PAGE_HEIGHT)[1] for part in cover)
    room = PAGE_HEIGHT - BOTTOM - BELOW_ORNAMENT - words
    return min(HIGHEST_ORNAMENT, max(LEAST_ORNAMENT, room))


def _typed(text: str) -> Words:
    """Wrap a text that somebody typed, whose language is unknown."""
    return Words(((UNKNOWN, text),) if clean(text) else ())


def _add_cover(story: Story, summary: SessionSummary) -> None:
    story.text("P", story.say(Phrase.RECORD), KICKER)
    title = _typed(summary.title) or story.say(Phrase.RECORD)
    story.heading("H1", title, TITLE if len(title.first) <= SHORT_TITLE else LONG_TITLE, gap=4)
    story.text("P", _typed(summary.group), LEAD, gap=6)
    languages = summary.languages
    story.fact(story.say(Phrase.DATE), days(languages, summary.held_on))
    story.fact(story.say(Phrase.REPLACES), _what_it_replaces(summary))
    story.fact(story.say(Phrase.PLAN), summary.plan_title)
    story.fact(story.say(Phrase.PURPOSE), _typed(summary.purpose))
    story.fact(story.say(Phrase.RECIPIENTS), _typed(summary.recipients))
    story.fact(story.say(Phrase.FACILITATOR), _typed(summary.facilitator))
    story.fact(story.say(Phrase.REACH), _typed(summary.reach))
    story.fact(story.say(Phrase.SUPPORT), _typed(summary.support))
    story.fact(story.say(Phrase.LOOK_AGAIN), days(languages, summary.review_by))


def _what_it_replaces(summary: SessionSummary) -> Words:
    """Return the dates of this record and the earlier one; never which words went, or how many."""
    replacement = summary.replacement
    if replacement is None:
        return NO_WORDS
    return Words(
        tuple(
            (
                language,
                phrase(
                    language,
                    Phrase.REPLACES_WHAT,
                    earlier=day(language, replacement.of),
                    date=day(language, replacement.made_on),
                ),
            )
            for language in record_languages(summary.languages)
        )
    )


def _body(root: Tag, summary: SessionSummary) -> list[Flowable]:
    flowables: list[Flowable] = []

    def part() -> Story:
        return Story(root.add("Sect"), summary.languages)

    if summary.agreement or summary.parked:
        story = part()
        _add_agreement(story, summary)
        flowables += story.flowables
    for number, step in enumerate(summary.steps):
        story = part()
        _add_step(story, step, TINTS[number % len(TINTS)])
        flowables += story.flowables
    if summary.next_steps:
        story = part()
        story.heading("H2", story.say(Phrase.NEXT_STEPS))
        story.next_steps(summary.next_steps)
        flowables += story.flowables
    if not flowables or summary.took:
        story = part()
        if not flowables:
            story.text("P", story.say(Phrase.STAYS), LEAD)
        add_minutes(story, summary)
        flowables += story.flowables
    story = part()
    _add_what_was_done(story, summary)
    return [*flowables, *story.flowables]


def _add_agreement(story: Story, summary: SessionSummary) -> None:
    """Add the final wordings, how they were agreed, and parked lines; never who said what."""
    story.heading("H2", story.say(Phrase.AGREEMENT))
    if summary.agreement:
        for way in summary.agreed_ways:
            story.text("P", story.say(AGREED_BY[way]), BODY, gap=6, keep=True)
        story.text("P", story.say(Phrase.COME_BACK), BODY, gap=6, keep=True)
        lines = enumerate(summary.agreement)
        story.agreement([(line, summary.earlier_of(number)) for number, line in lines])
    if summary.parked:
        story.text("P", story.say(Phrase.PARKED), LABEL, gap=16, keep=True)
        story.parked([(line, summary.reason_of(n)) for n, line in enumerate(summary.parked)])


def _add_step(story: Story, step: RecordedStep, tint: str) -> None:
    """Add a step: its title small above its question, or large if it has no question."""
    if step.question:
        story.heading("H2", step.title, KICKER)
        story.text("P", step.question, QUESTION, gap=4, keep=True)
    else:
        story.heading("H2", step.title, QUESTION)
    if step.said and step.unnamed:
        story.text("P", story.say(Phrase.SAID), LABEL, gap=10, keep=True)
    if step.said:
        story.plain_list(step.said)
    if step.unnamed:
        story.text("P", story.say(Phrase.UNNAMED), LABEL, gap=10, keep=True)
        _add_unnamed(story, step, tint)
    for block in step.blocks:
        story.text("P", block.heading, LABEL, gap=10, keep=True)
        story.several_lines(block.lines)


def _add_unnamed(story: Story, step: RecordedStep, tint: str) -> None:
    """Add lines without names; where the room grouped them, each once, under the first name."""
    cards = [Card(line, step.more_of(place)) for place, line in enumerate(step.unnamed)]
    if not step.groups:
        story.cards(cards, tint)
        return
    left = list(range(len(cards)))
    for number, group in enumerate(step.groups):
        lines = [line for line in group.lines if line in left]
        if lines:
            story.heading("H3", group.name, GROUP, gap=14)
            also_in = [_also_in(story, step, group, line) for line in lines]
            story.cards(
                [replace(cards[line], also_in=also)
                 for line, also in zip(lines, also_in, strict=True)],
                TINTS[number % len(TINTS)],
            )  # fmt: skip
        left = [line for line in left if line not in lines]
    if left:
        story.heading("H3", story.say(Phrase.ON_THEIR_OWN), GROUP, gap=14)
        story.cards([cards[line] for line in left], WHITE)


def _also_in(story: Story, step: RecordedStep, group: RecordedGroup, line: int) -> Words:
    """Return which other groups a line is in, in each language."""
    others = [other for other in step.groups if other is not group and line in other.lines]
    if not others:
        return NO_WORDS
    return Words(
        tuple(
            (language, phrase(language, Phrase.ALSO_IN, names=_names_in(others, language)))
            for language in record_languages(story.languages)
        )
    )


def _names_in(groups: list[RecordedGroup], language: Language) -> str:
    return ", ".join(group.name.in_(language) for group in groups)


def _add_what_was_done(story: Story, summary: SessionSummary) -> None:
    """Add what happened to people's words: the same sentences whatever was left out."""
    unnamed = summary.wrote_without_names
    story.heading("H2", story.say(Phrase.WHAT_WAS_DONE if unnamed else Phrase.ABOUT), HEADING)
    keys = (Phrase.NO_NAMES, Phrase.READ_FIRST, Phrase.MIXED) if unnamed else ()
    who = ", ".join(filter(None, (clean(summary.facilitator), clean(summary.reach))))
    take_out = Phrase.TAKE_OUT_FROM if who else Phrase.TAKE_OUT
    for place, language in enumerate(record_languages(summary.languages)):
        until = day(language, summary.held_on + TIME_TO_TAKE_OUT)
        sentences = [phrase(language, key) for key in (*keys, Phrase.DELETED, Phrase.BESIDE)]
        sentences.append(phrase(language, take_out, date=until, who=who))
        story.panel(language, sentences, gap=10 if place else 12)
