"""The agreement as a poster: the group's own lines, or some to begin with and room for others."""

from facilitator.record.handouts.drawing import Document
from facilitator.record.handouts.look import HILLS, upright
from facilitator.record.handouts.pack import Pack, Print
from facilitator.record.handouts.phrases import BoardPhrase, Phrase, in_print, named, said_in
from facilitator.record.handouts.story import PackStory

TIMES = (1.9, 1.75, 1.6, 1.45, 1.3, 1.2, 1.1, 1.0)  # the size of running text, the largest first
ABOVE_HILLS = 10.0
OWN_LINES = 2  # to write on, where the lines are not the group's own


def poster(pack: Pack, printing: Print) -> bytes:
    """Return the poster."""
    document = Document(pack, printing, upright(printing, HILLS + ABOVE_HILLS))
    document.fitted(lambda story: _add_lines(story, pack), TIMES)
    name = named(Phrase.AGREEMENT, printing.languages)
    return document.built(name, [document.sheet.with_hills()])


def _add_lines(story: PackStory, pack: Pack) -> None:
    languages, styles = story.languages, story.styles
    lines = [in_print(line, languages) for line in pack.lines]
    if pack.agreed:
        story.heading("H1", said_in(languages, BoardPhrase.AGREEMENT), styles.title, gap=0)
        story.lines_on_cards(lines)
        story.text("P", said_in(languages, BoardPhrase.AGREEMENT_FOOT), styles.strong, gap=14)
        return
    story.heading("H1", said_in(languages, Phrase.BEGIN_WITH), styles.title, gap=0)
    story.text("P", said_in(languages, Phrase.BEGIN_FOOT), styles.strong, gap=6)
    story.lines_on_cards(lines)
    story.writing_lines(OWN_LINES)
