"""The parts of a document as flowables with their tags, in the order in which they are read."""

from collections.abc import Sequence

from reportlab.platypus.flowables import Flowable

from facilitator.domain.text.language import Language, Words
from facilitator.pdf.flowables import Bullet, Ground, Paragraph, Place, TaggedText
from facilitator.pdf.fonts import TypeStyle
from facilitator.pdf.rows import Column, Row, RowLook, WritingLine
from facilitator.pdf.tags import Tag
from facilitator.record.handouts.look import Type
from facilitator.record.story import Story
from facilitator.record.styles import ACCENT, INK, RULE, WARM, WHITE

BAR = Ground(WARM, RULE, padding=9.0)
LEGEND = Ground(WARM, RULE, padding=6.0)
DOT, BOX = Bullet(ACCENT), Bullet(WHITE, box=True)
WIDE = 3  # columns
ENDLESS = 10_000.0  # points: no text is as wide
LIST_INDENT, BOX_INDENT = 20.0, 28.0


Cell = Sequence[tuple[Words, TypeStyle]]  # texts one below another, each with its style


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
        self.styles, self.flowables, self.languages = styles, flowables, languages

    def labelled(self, label: Words, value: Words, width: float, gap: float = 8.0) -> None:
        """Add a label with its text beside it."""
        if value:
            tag = self._root.add("P")
            columns = (
                Column(spans(tag, label, self.styles.label), width),
                Column(spans(tag, value, self.styles.body)),
            )
            self.flowables.append(Row(columns, RowLook(gap)))

    def points(self, lines: Sequence[Words], gap: float = 8.0) -> None:
        """Add lines as a list with dots."""
        self._list(lines, gap, DOT, LIST_INDENT)

    def ticks(self, lines: Sequence[Words], gap: float = 8.0) -> None:
        """Add lines with a box to tick at their left."""
        self._list(lines, gap, BOX, BOX_INDENT)

    def _list(self, lines: Sequence[Words], gap: float, label: Bullet, indent: float) -> None:
        items = self._root.add_list("Disc" if label is DOT else "None")
        for line in lines:
            body = items.add("LI").add("LBody")
            for place, tagged in enumerate(spans(body, line, self.styles.body)):
                where = Place(0 if place else gap, indent=indent)
                bullet = None if place else label
                self.flowables.append(Paragraph(tagged, where, label=bullet))

    def legend(self, rows: Sequence[tuple[Words, Words]], width: float) -> None:
        """Add marks in large type, each with its meaning beside it.

        Where the marks need no language, two languages are side by side.
        """
        beside = all(len(mark.texts) == 1 for mark, _meaning in rows)
        items = self._root.add_list("Unordered")
        for mark, meaning in rows:
            item = items.add("LI")
            marks = spans(item.add("Lbl"), mark, self.styles.heading)
            meanings = spans(item.add("LBody"), meaning, self.styles.heading_text)
            texts = [(text,) for text in meanings] if beside else [meanings]
            first = Column(marks, width + 0.5 * self.styles.size)
            columns = (first, *(Column(column) for column in texts))
            self.flowables.append(Row(columns, RowLook(6, ground=LEGEND)))

    def lines_on_cards(self, lines: Sequence[Words]) -> None:
        """Add lines of an agreement, each on a card of its own."""
        items = self._root.add_list()
        for line in lines:
            column = Column(spans(items.add("LI").add("LBody"), line, self.styles.lead))
            self.flowables.append(Row((column,), RowLook(8, ground=BAR)))

    def width_of(self, words: Words, style: TypeStyle) -> float:
        """Return the width of the longest text on one line."""
        texts = [TaggedText(text, style, None).at(ENDLESS) for _language, text in words.texts]
        return max(line.width for text in texts for line in text.lines) + 0.5

    def bar(
        self, parts: Sequence[tuple[Words, TypeStyle, float]], gap: float, kind: str = "H2"
    ) -> None:
        """Add a heading on a tinted bar: texts in columns, each with its style and width."""
        tag = self._root.add(kind)
        columns = [Column(spans(tag, words, style), width) for words, style, width in parts]
        title = " ".join(words.first for words, _style, _width in parts[:2])
        look = RowLook(gap, keep=True, ground=BAR, bookmark=title)
        self.flowables.append(Row(columns, look))

    def filled(
        self, label: Words, value: Words, style: TypeStyle, width: float, gap: float = 6.0
    ) -> None:
        """Add a label with its value beside it, or with a line to write it on."""
        tag = self._root.add("P")
        columns = (
            Column(spans(tag, label, style), width),
            Column(spans(tag, value, self.styles.body)),
        )
        self.flowables.append(Row(columns, RowLook(gap, line="" if value else INK)))

    def writing_lines(self, count: int) -> None:
        """Add lines to write on; they are for a pen, so nobody reads them out."""
        height = 1.8 * self.styles.size
        for _line in range(count):
            self.flowables.append(WritingLine(height, INK))

    def table(
        self, heads: Sequence[Words], widths: Sequence[float], rows: Sequence[Sequence[Cell]]
    ) -> None:
        """Add a table with a head; in a wide one the first cell of each row is its head.

        A column without a width has what others leave.
        """
        table = self._root.add("Table")
        head = table.add("THead").add("TR")
        columns = [
            Column(spans(head.add_head("Column"), words, self.styles.label), width)
            for words, width in zip(heads, widths, strict=True)
        ]
        self.flowables.append(Row(columns, RowLook(10, keep=True)))
        body = table.add("TBody")
        for number, row in enumerate(rows, start=2):
            line = body.add("TR")
            cells: list[Column] = []
            for place, (cell, width) in enumerate(zip(row, widths, strict=True)):
                is_head = place == 0 and len(row) >= WIDE
                tag = line.add_head("Row") if is_head else line.add("TD")
                texts = [text for words, style in cell for text in spans(tag, words, style)]
                cells.append(Column(tuple(texts), width))
            look = RowLook(9, keep=number == len(rows), rule=RULE)  # the last is never alone
            self.flowables.append(Row(cells, look))


def spans(tag: Tag, words: Words, style: TypeStyle) -> tuple[TaggedText, ...]:
    """Return a text in each language, each a part of one element."""
    return tuple(
        TaggedText(text, style, tag.add("Span", language or None)) for language, text in words.texts
    )


def height_of(words: Words, style: TypeStyle, width: float, between: float = 0.0) -> float:
    """Return the height of a text in its languages, one below another."""
    heights = [TaggedText(text, style, None).at(width).height for _language, text in words.texts]
    return sum(heights) + between * max(0, len(heights) - 1)
