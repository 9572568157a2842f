"""The parts of a document as flowables with their tags, in the order in which they are read."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.platypus.flowables import Flowable

from facilitator.domain.text.language import Language, Words
from facilitator.pdf.flowables import Bullet, Ground, Paragraph, Place, TaggedText
from facilitator.pdf.fonts import TypeStyle
from facilitator.pdf.rows import Column, Row, RowLook
from facilitator.pdf.tags import Tag
from facilitator.record.handouts.look import Type
from facilitator.record.story import Story
from facilitator.record.styles import ACCENT, RULE, WARM, WHITE

BAR = Ground(WARM, RULE, padding=9.0)
DOT, BOX = Bullet(ACCENT), Bullet(WHITE, box=True)
LIST_INDENT, BOX_INDENT = 20.0, 28.0


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column of a table: its head, its width and how its texts are set."""

    head: Words
    style: TypeStyle
    width: float = 0.0


class PackStory(Story):
    """Collects the flowables of a document; every method adds one part at the end."""

    def __init__(
        self,
        root: Tag,
        languages: tuple[Language, ...],
        styles: Type,
        flowables: list[Flowable],
    ) -> None:
        super().__init__(root, languages)
        self.styles, self.flowables = styles, flowables

    def labelled(self, label: Words, value: Words, width: float, gap: float = 8.0) -> None:
        """Add a label with its text beside it."""
        if value:
            tag = self._root.add("P")
            columns = (
                Column(spans(tag, label, self.styles.label), width),
                Column(spans(tag, value, self.styles.body)),
            )
            self.flowables.append(Row(columns, RowLook(gap)))

    def ticks(self, lines: Sequence[Words], gap: float = 8.0) -> None:
        """Add lines with a box to tick at their left."""
        items = self._root.add_list()
        for line in lines:
            body = items.add("LI").add("LBody")
            for place, tagged in enumerate(spans(body, line, self.styles.body)):
                label = None if place else BOX
                self.flowables.append(
                    Paragraph(tagged, Place(0 if place else gap, indent=BOX_INDENT), label=label)
                )

    def bar(self, parts: Sequence[tuple[Words, TypeStyle, float]], gap: float) -> None:
        """Add a heading on a tinted bar: texts in columns, each with its style and width."""
        tag = self._root.add("H2")
        columns = [Column(spans(tag, words, style), width) for words, style, width in parts]
        title = " ".join(words.first for words, _style, _width in parts[:2])
        look = RowLook(gap, keep=True, ground=BAR, bookmark=title)
        self.flowables.append(Row(columns, look))

    def table(self, columns: Sequence[TableColumn], rows: Sequence[Sequence[Words]]) -> None:
        """Add a table with a head; the first cell of each row is its head."""
        table = self._root.add("Table")
        head = table.add("THead").add("TR")
        self._row(
            [
                Column(spans(head.add_head("Column"), column.head, self.styles.label), column.width)
                for column in columns
            ],
            RowLook(10, keep=True),
        )
        body = table.add("TBody")
        for row in rows:
            line = body.add("TR")
            cells: list[Column] = []
            for place, (column, words) in enumerate(zip(columns, row, strict=True)):
                cell = line.add("TD") if place else line.add_head("Row")
                cells.append(Column(spans(cell, words, column.style), column.width))
            self._row(cells, RowLook(9, rule=RULE))

    def _row(self, columns: Sequence[Column], look: RowLook) -> None:
        self.flowables.append(Row(columns, look))


def spans(tag: Tag, words: Words, style: TypeStyle) -> tuple[TaggedText, ...]:
    """Return a text in each language, each a part of one element."""
    return tuple(
        TaggedText(text, style, tag.add("Span", language or None)) for language, text in words.texts
    )
