"""A document while it is put together: its parts, its pages and its file."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from reportlab.platypus import KeepTogether, PageTemplate
from reportlab.platypus.flowables import Flowable

from facilitator.domain.text.language import Language
from facilitator.pdf.archive import Properties
from facilitator.pdf.canvas import Footer, TaggedCanvas
from facilitator.pdf.document import Layout, build
from facilitator.pdf.flowables import TaggedText
from facilitator.pdf.tags import Tag
from facilitator.record.handouts.look import FOOT, SIDE, Sheet, Type
from facilitator.record.handouts.pack import Pack, Print
from facilitator.record.handouts.story import PackStory
from facilitator.record.phrases import Phrase, phrase, record_languages


@dataclass(slots=True)
class Document:
    """Collects the parts of a document; each part is a section in the tree of tags."""

    pack: Pack
    printing: Print
    sheet: Sheet
    flowables: list[Flowable] = field(default_factory=list)
    root: Tag = field(default_factory=lambda: Tag("Document"))

    @property
    def languages(self) -> tuple[Language, ...]:
        """The languages that are printed."""
        return self.printing.languages

    @property
    def styles(self) -> Type:
        """The styles of its texts."""
        return Type(self.printing.size)

    def part(self, language: Language | None = None) -> PackStory:
        """Begin a part, perhaps all in one language; it is read after all before it."""
        return PackStory(
            self.root.add("Sect", language), self.languages, self.styles, self.flowables
        )

    def fitted(self, add: Callable[[PackStory], None], times: Sequence[float]) -> None:
        """Add a part in the largest type in which it fits on a page; the smallest runs over.

        ``times`` are what the size of running text is multiplied by, the largest first.
        """
        for factor in times:
            tag, flowables = Tag("Sect"), list[Flowable]()
            styles = Type(self.printing.size * factor, self.printing.size)
            add(PackStory(tag, self.languages, styles, flowables))
            if _height(flowables, self.sheet) <= self.sheet.text_height or factor == times[-1]:
                self.root.under.append(tag)
                self.flowables += flowables
                return

    def keep_together(self, begins: int) -> None:
        """Keep what was added from a place on, on one page where it fits."""
        parts = self.flowables[begins:]
        self.flowables[begins:] = [KeepTogether(parts)]

    def built(
        self,
        name: tuple[str, Language],
        templates: Sequence[PageTemplate],
        footer: Footer | None = None,
    ) -> bytes:
        """Return the file, with its name and the language that it is in first."""
        layout = Layout(self.sheet.size, templates, footer)
        return build(self.flowables, self.root, layout, Properties(*name, self.pack.day))


def _height(flowables: Sequence[Flowable], sheet: Sheet) -> float:
    """Return the height of flowables one below another; the first has no space above it."""
    heights = [part.wrap(sheet.text_width, sheet.text_height)[1] for part in flowables]
    return sum(heights) + sum(part.getSpaceBefore() for part in flowables[1:])


def footer_of(title: str, languages: tuple[Language, ...], sheet: Sheet, styles: Type) -> Footer:
    """Return a writer of the title and the page's number below a page."""
    left = TaggedText(title, styles.quiet, None).at(sheet.text_width * 0.62)

    def write(canvas: TaggedCanvas, page: int, pages: int) -> None:
        top = FOOT + len(record_languages(languages)) * styles.quiet.leading
        if len(left.lines) == 1:
            canvas.write_footer(left, SIDE, top)
        for language in record_languages(languages):
            text = phrase(language, Phrase.PAGE, page=page, pages=pages)
            number = TaggedText(text, styles.quiet, None).at(sheet.text_width)
            canvas.write_footer(number, sheet.width - SIDE - number.lines[0].width, top)
            top -= number.height

    return write
