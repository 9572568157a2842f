"""What each hand means in a check, one check to a page."""

from functools import partial

from reportlab.platypus import PageBreak

from facilitator.domain.agreement.checks import Check
from facilitator.domain.text.language import Language, Words
from facilitator.record.handouts.drawing import Document
from facilitator.record.handouts.look import HILLS, upright
from facilitator.record.handouts.pack import Pack, Print
from facilitator.record.handouts.phrases import Phrase, in_print, named
from facilitator.record.handouts.story import PackStory

TIMES = (
    1.7,
    1.55,
    1.4,
    1.3,
    1.2,
    1.1,
    1.0,
    0.9,
    0.8,
)  # the size of running text, the largest first
ABOVE_HILLS = 10.0


def scales(pack: Pack, printing: Print) -> bytes:
    """Return the legend of each check that the plan or the program has."""
    document = Document(pack, printing, upright(printing, HILLS + ABOVE_HILLS))
    for check in pack.checks:
        if document.flowables:
            document.flowables.append(PageBreak())
        document.fitted(partial(_add_check, check), TIMES)
    name = named(Phrase.SCALES, printing.languages)
    return document.built(name, [document.sheet.with_hills()])


def _add_check(check: Check, story: PackStory) -> None:
    languages, styles = story.languages, story.styles
    if check.name.first != check.question.first:
        story.text("P", in_print(check.name, languages), styles.label, gap=0, keep=True)
    story.heading("H1", in_print(check.question, languages), styles.heading, gap=4)
    marks = [_once(in_print(position.mark, languages)) for position in check.positions]
    width = max(story.width_of(mark, styles.heading) for mark in marks)
    rows = [
        (mark, in_print(position.words, languages))
        for mark, position in zip(marks, check.positions, strict=True)
    ]
    story.legend(rows, width)
    rule = _rule(check, languages)
    story.text("P", rule, styles.strong, gap=16)
    story.text("P", in_print(check.foot, languages), styles.body, gap=6)


def _once(mark: Words) -> Words:
    """Return a mark that is the same in each language only once."""
    texts = {text for _language, text in mark.texts}
    return Words.of(mark.first, Language("")) if len(texts) == 1 else mark


def _rule(check: Check, languages: tuple[Language, ...]) -> Words:
    """Return when a check passes, with the lowest mark that does."""
    needed = check.positions[check.needs].mark
    return Words(
        tuple(
            (language, text.format(mark=needed.in_(language)))
            for language, text in in_print(check.rule, languages).texts
        )
    )
