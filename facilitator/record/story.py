"""The record's parts as blocks with their tags, in the order in which they are read."""

from collections.abc import Sequence
from dataclasses import replace

from facilitator.domain.language import Language, Words
from facilitator.record.blocks import (
    BETWEEN,
    NOTE_PADDING,
    Block,
    Card,
    CardRow,
    FactRow,
    Label,
    Panel,
    TextBlock,
    WriteOnRow,
)
from facilitator.record.direction import runs_right_to_left
from facilitator.record.lines import SetText, set_text
from facilitator.record.phrases import Phrase, phrases
from facilitator.record.styles import (
    AGREED,
    BODY,
    HEADING,
    LABEL,
    NOTE,
    NUMERAL,
    QUIET,
    RULE,
    TEXT_WIDTH,
    WARM,
    WRITE_ON,
    TypeStyle,
)
from facilitator.record.tags import Tag

LABEL_WIDTH = 178.0
VALUE_WIDTH = TEXT_WIDTH - LABEL_WIDTH - 12
MOST_FACT_LINES = 14  # a longer one stands below its label, where it can run over
LIST_INDENT = 20.0
EARLIER_GAP = 4.0
AGREED_INDENT = 34.0
STEP_INDENT = 30.0
SHORT_NOTE = 90  # characters; longer ones stand in two columns
AGREED_CARD = Card(WARM, RULE)
PANEL_CARD = Card(WARM, RULE, padding=16)


class Story:
    """Collects blocks; every method adds one part below what is there."""

    def __init__(self, root: Tag, languages: tuple[Language, ...]) -> None:
        self.blocks: list[Block] = []
        self._root = root
        self._languages = languages

    def say(self, key: Phrase, **fields: str | int) -> Words:
        """Return a fixed sentence in the record's languages."""
        return phrases(self._languages, key, **fields)

    def text(
        self, kind: str, words: Words, style: TypeStyle, *, gap: float = 6.0, keep: bool = False
    ) -> None:
        """Add a paragraph in each language; with ``keep`` they stay with what follows them."""
        for place, (language, text) in enumerate(words.texts):
            tag = self._root.add(kind, language or None)
            pattern = TextBlock(_nothing(style), tag, gap=0 if place else gap, keep=keep)
            self._add(text, tag, pattern)

    def heading(
        self, kind: str, words: Words, style: TypeStyle = HEADING, gap: float = 34.0
    ) -> None:
        """Add a heading, one line a language; it stays with what follows and gets a bookmark."""
        tag = self._root.add(kind)
        for place, (language, text) in enumerate(words.texts):
            line = tag.add("Span", language or None)
            pattern = TextBlock(
                _nothing(style),
                line,
                gap=0 if place else gap,
                keep=True,
                bookmark="" if place else words.first,
            )
            self._add(text, line, pattern)

    def panel(self, language: Language, sentences: Sequence[str], gap: float) -> None:
        """Add sentences in one language on a ground of their own."""
        width = TEXT_WIDTH - 2 * PANEL_CARD.padding
        paragraphs = tuple(
            TextBlock(*_placed(text, BODY, width, self._root.add("P", language)), gap=7)
            for text in sentences
        )
        self.blocks.append(Panel(paragraphs, PANEL_CARD, gap))

    def plain_list(self, lines: Sequence[str]) -> None:
        """Add lines as a list with dots."""
        items = self._root.add_list("Disc")
        for line in lines:
            tag = items.add("LI").add("LBody")
            pattern = TextBlock(_nothing(BODY), tag, gap=7, indent=LIST_INDENT, label=Label())
            self._add(line, tag, pattern)

    def parked(self, lines: Sequence[tuple[str, str]]) -> None:
        """Add parked lines as a list with dots, why each waits beneath it where that is told."""
        items = self._root.add_list("Disc")
        for line, why in lines:
            body = items.add("LI").add("LBody")
            tag = body.add("P") if why else body
            pattern = TextBlock(
                _nothing(BODY), tag, gap=7, keep=bool(why), indent=LIST_INDENT, label=Label()
            )
            self._add(line, tag, pattern)
            if why:
                self._beneath(body, Phrase.REASON, (why,), LIST_INDENT)

    def agreement(self, lines: Sequence[tuple[str, tuple[str, ...]]]) -> None:
        """Add the agreement's lines as numbered cards, what they were before beneath them."""
        items = self._root.add_list("Decimal")
        for number, (line, earlier) in enumerate(lines, start=1):
            item = items.add("LI")
            numeral = Label(set_text(str(number), NUMERAL, AGREED_INDENT), item.add("Lbl"))
            body = item.add("LBody")
            tag = body.add("P") if earlier else body
            pattern = TextBlock(
                _nothing(AGREED),
                tag,
                gap=9,
                keep=bool(earlier),
                indent=AGREED_INDENT,
                label=numeral,
                card=AGREED_CARD,
            )
            self._add(line, tag, pattern)
            if earlier:
                self._earlier(body, earlier)

    def _earlier(self, body: Tag, lines: tuple[str, ...]) -> None:
        """Add wordings in which a line was agreed before."""
        self._beneath(body, Phrase.EARLIER, lines, AGREED_INDENT + AGREED_CARD.padding)

    def _beneath(self, body: Tag, what: Phrase, lines: Sequence[str], indent: float) -> None:
        """Add what belongs to a line, quietly, under its name; two languages stand apart."""
        said = self.say(what)
        gap = EARLIER_GAP
        if len(said.texts) > 1:
            for language, text in said.texts:
                self._quiet(text, body.add("P", language), gap, indent, keep=True)
                gap = 0
        for line in lines:
            text = line if len(said.texts) > 1 else f"{said.first} {line}"
            self._quiet(text, body.add("P"), gap, indent)
            gap = 0

    def _quiet(self, text: str, tag: Tag, gap: float, indent: float, *, keep: bool = False) -> None:
        self._add(text, tag, TextBlock(_nothing(QUIET), tag, gap=gap, keep=keep, indent=indent))

    def cards(self, lines: Sequence[str], tint: str) -> None:
        """Add lines without names as note cards, in the order given, row by row."""
        columns = 3 if max(map(len, lines)) <= SHORT_NOTE else 2
        width = (TEXT_WIDTH - BETWEEN * (columns - 1)) / columns
        items = self._root.add_list()
        for start in range(0, len(lines), columns):
            row = []
            for line in lines[start : start + columns]:
                body = items.add("LI").add("LBody")
                row.append(_placed(line, NOTE, width - 2 * NOTE_PADDING, body))
            self.blocks.append(CardRow(tuple(row), width, tint))

    def next_steps(self, lines: Sequence[str]) -> None:
        """Add next steps with a box to tick and room for who and by when."""
        names = tuple(
            tuple(set_text(text, WRITE_ON, TEXT_WIDTH / 3) for _, text in self.say(key).texts)
            for key in (Phrase.WHO, Phrase.BY_WHEN)
        )
        items = self._root.add_list()
        for line in lines:
            tag = items.add("LI").add("LBody")
            pattern = TextBlock(
                _nothing(AGREED), tag, 18, keep=True, indent=STEP_INDENT, label=Label(box=True)
            )
            self._add(line, tag, pattern)
            self.blocks.append(WriteOnRow(names, STEP_INDENT))

    def fact(self, label: Words, value: Words, *, ruled: bool = True) -> None:
        """Add a label and what it names, once for each language that the value has."""
        if not value:
            return
        if len(label.texts) == len(value.texts):
            for place, (one, named) in enumerate(zip(label.texts, value.texts, strict=True)):
                self._fact((one,), (named,), ruled=ruled and not place)
        else:
            self._fact(label.texts, value.texts, ruled=ruled)

    def _fact(
        self,
        labels: tuple[tuple[Language, str], ...],
        values: tuple[tuple[Language, str], ...],
        *,
        ruled: bool,
    ) -> None:
        tag = self._root.add("P")
        left = tuple(
            _placed(t, LABEL, LABEL_WIDTH, tag.add("Span", one or None)) for one, t in labels
        )
        right = tuple(
            _placed(t, BODY, VALUE_WIDTH, tag.add("Span", one or None)) for one, t in values
        )
        row = FactRow(left, right, gap=16 if ruled else 0, ruled=ruled)
        if row.height <= MOST_FACT_LINES * BODY.leading:
            self.blocks.append(row)
            return
        for place, (what, own) in enumerate(left):
            self.blocks.append(TextBlock(what, own, gap=0 if place else 16, keep=True))
        for (_, text), (_, own) in zip(values, right, strict=True):
            self.blocks.append(TextBlock(set_text(text, BODY, TEXT_WIDTH), own))

    def _add(self, text: str, tag: Tag, pattern: TextBlock) -> None:
        """Add a text by the pattern, set to the width that the pattern leaves it."""
        padding = pattern.card.padding if pattern.card else 0
        width = TEXT_WIDTH - pattern.indent - 2 * padding
        what, own = _placed(text, pattern.what.style, width, tag)
        self.blocks.append(replace(pattern, what=what, tag=own))


def _placed(text: str, style: TypeStyle, width: float, tag: Tag) -> tuple[SetText, Tag]:
    """Return a text in lines, and the element that its words belong to."""
    what = set_text(text, style, width)
    return what, tag.reading(what.text) if runs_right_to_left(what.text) else tag


def _nothing(style: TypeStyle) -> SetText:
    return SetText("", style, (), 0)
