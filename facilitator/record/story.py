"""The record's parts as flowables with their tags, in the order in which they are read."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.platypus.flowables import Flowable

from facilitator.domain.summary import UnnamedMore
from facilitator.domain.text.language import NO_WORDS, Language, Words
from facilitator.pdf.flowables import (
    Bullet,
    CardRow,
    FactRow,
    Ground,
    Numeral,
    Panel,
    Paragraph,
    Place,
    TaggedText,
    WriteOnRow,
)
from facilitator.pdf.fonts import TypeStyle
from facilitator.pdf.tags import Tag
from facilitator.record.phrases import Phrase, phrase, phrases
from facilitator.record.styles import (
    ACCENT,
    AGREED,
    BODY,
    BODY_HEIGHT,
    CARD_LINE,
    CARD_QUIET,
    HEADING,
    INK,
    LABEL,
    NOTE,
    NUMERAL,
    QUIET,
    RULE,
    WARM,
    WHITE,
    WRITE_ON,
)

LABEL_WIDTH = 178.0
LONG_FACT = 500  # characters; a longer one is shown below its label, where it can run over
LIST_INDENT = 20.0
EARLIER_GAP = 4.0
AGREED_INDENT = 34.0
STEP_INDENT = 30.0
SHORT_NOTE = 90  # characters; longer ones are shown in two columns
BETWEEN_CARDS = 10.0
LINE_GROUND = Ground(WARM, RULE)
PANEL_GROUND = Ground(WARM, RULE, padding=16)
DOT, BOX = Bullet(ACCENT), Bullet(WHITE, box=True)


@dataclass(frozen=True, slots=True)
class Card:
    """A line without a name, what it has besides its words, and where else it belongs."""

    line: str
    more: UnnamedMore
    also_in: Words = NO_WORDS


class Story:
    """Collects flowables; every method adds one part at the end."""

    def __init__(self, root: Tag, languages: tuple[Language, ...]) -> None:
        self.flowables: list[Flowable] = []
        self._root = root
        self.languages = languages

    def say(self, key: Phrase, **fields: str | int) -> Words:
        """Return a fixed sentence in the record's languages."""
        return phrases(self.languages, key, **fields)

    def text(
        self, kind: str, words: Words, style: TypeStyle, *, gap: float = 6.0, keep: bool = False
    ) -> None:
        """Add a paragraph in each language; with ``keep`` they stay with what follows them."""
        for place, (language, text) in enumerate(words.texts):
            tagged = TaggedText(text, style, self._root.add(kind, language or None))
            self.flowables.append(Paragraph(tagged, Place(0 if place else gap, keep)))

    def heading(
        self, kind: str, words: Words, style: TypeStyle = HEADING, gap: float = 34.0
    ) -> None:
        """Add a heading, one line a language; it stays with what follows and gets a bookmark."""
        tag = self._root.add(kind)
        for place, (language, text) in enumerate(words.texts):
            self.flowables.append(
                Paragraph(
                    TaggedText(text, style, tag.add("Span", language or None)),
                    Place(0 if place else gap, keep=True),
                    bookmark="" if place else words.first,
                )
            )

    def panel(self, language: Language, sentences: Sequence[str], gap: float) -> None:
        """Add sentences in one language on a tinted ground."""
        paragraphs = [TaggedText(text, BODY, self._root.add("P", language)) for text in sentences]
        self.flowables.append(Panel(paragraphs, PANEL_GROUND, gap=gap, between=7, page=BODY_HEIGHT))

    def plain_list(self, lines: Sequence[str]) -> None:
        """Add lines as a list with dots; the first stays with the second, under the heading."""
        items = self._root.add_list("Disc")
        for number, line in enumerate(lines, start=1):
            tagged = TaggedText(line, BODY, items.add("LI").add("LBody"))
            place = Place(7, keep=number == 1 < len(lines), indent=LIST_INDENT)
            self.flowables.append(Paragraph(tagged, place, label=DOT))

    def several_lines(self, texts: Sequence[str]) -> None:
        """Add texts of one line or several as a list; only the first line of each has a dot."""
        items = self._root.add_list("Disc")
        for text in texts:
            body = items.add("LI").add("LBody")
            lines = text.split("\n")
            for place, line in enumerate(lines):
                tagged = TaggedText(line, BODY, body.add("P") if len(lines) > 1 else body)
                gap, keep = (0, False) if place else (7, len(lines) > 1)
                label = None if place else DOT
                self.flowables.append(Paragraph(tagged, Place(gap, keep, LIST_INDENT), label=label))

    def parked(self, lines: Sequence[tuple[str, str]]) -> None:
        """Add parked lines as a list with dots, and beneath each its reason, if given."""
        items = self._root.add_list("Disc")
        for line, why in lines:
            body = items.add("LI").add("LBody")
            tagged = TaggedText(line, BODY, body.add("P") if why else body)
            self.flowables.append(Paragraph(tagged, Place(7, bool(why), LIST_INDENT), label=DOT))
            if why:
                self._beneath(body, Phrase.REASON, (why,), LIST_INDENT)

    def agreement(self, lines: Sequence[tuple[str, tuple[str, ...]]]) -> None:
        """Add the agreement's lines as numbered cards, earlier wordings beneath them."""
        items = self._root.add_list("Decimal")
        for number, (line, earlier) in enumerate(lines, start=1):
            item = items.add("LI")
            numeral = Numeral(TaggedText(str(number), NUMERAL, item.add("Lbl")))
            body = item.add("LBody")
            self.flowables.append(
                Paragraph(
                    TaggedText(line, AGREED, body.add("P") if earlier else body),
                    Place(9, bool(earlier), AGREED_INDENT),
                    label=numeral,
                    ground=LINE_GROUND,
                )
            )
            if earlier:
                indent = AGREED_INDENT + LINE_GROUND.padding
                self._beneath(body, Phrase.EARLIER, earlier, indent)

    def _beneath(self, body: Tag, what: Phrase, lines: Sequence[str], indent: float) -> None:
        """Add small text below a line, after its name; two languages are separated."""
        name = self.say(what)
        gap = EARLIER_GAP
        if len(name.texts) > 1:
            for language, text in name.texts:
                self._quiet(text, body.add("P", language), gap, indent, keep=True)
                gap = 0
        for line in lines:
            text = line if len(name.texts) > 1 else f"{name.first} {line}"
            self._quiet(text, body.add("P"), gap, indent)
            gap = 0

    def _quiet(self, text: str, tag: Tag, gap: float, indent: float, *, keep: bool = False) -> None:
        tagged = TaggedText(text, QUIET, tag)
        self.flowables.append(Paragraph(tagged, Place(gap, keep, indent)))

    def cards(self, cards: Sequence[Card], tint: str) -> None:
        """Add lines without names as note cards, in the order given, row by row."""
        longest = max(len(card.line) + len(card.more.translation.first) for card in cards)
        columns = 3 if longest <= SHORT_NOTE else 2
        ground = Ground(tint, INK, padding=11, corner=6)
        items = self._root.add_list()
        for start in range(0, len(cards), columns):
            row = [
                self._card(card, items.add("LI").add("LBody"))
                for card in cards[start : start + columns]
            ]
            self.flowables.append(CardRow(row, columns, ground, BETWEEN_CARDS))

    def _card(self, card: Card, body: Tag) -> list[TaggedText]:
        """Return the texts of a card: that it is a drawing, its words, and what is below them."""
        more = card.more
        line, *beside = card.line.split("\n")  # what kinds of step say of it, in each language
        if more == UnnamedMore() and not beside and not card.also_in:
            return [TaggedText(line, NOTE, body)]
        drawing = self.say(Phrase.DRAWING).texts if more.drawing else ()
        texts = [TaggedText(text, CARD_QUIET, body.add("P", each)) for each, text in drawing]
        if line:
            texts.append(TaggedText(line, CARD_LINE, body.add("P")))
        for language, text in more.translation.texts:
            words = phrase(language, Phrase.HELPER_WORDS, text=text)
            texts.append(TaggedText(words, CARD_QUIET, body.add("P", language)))
        texts += [TaggedText(text, CARD_QUIET, body.add("P")) for text in beside]
        for language, text in card.also_in.texts:
            texts.append(TaggedText(text, CARD_QUIET, body.add("P", language)))
        return texts

    def next_steps(self, lines: Sequence[str]) -> None:
        """Add next steps with a box to tick; room for who and by when, where nothing says so."""
        names = [[text for _, text in self.say(key).texts] for key in (Phrase.WHO, Phrase.BY_WHEN)]
        items = self._root.add_list()
        for step in lines:
            line, *details = step.split("\n")
            body = items.add("LI").add("LBody")
            self.flowables.append(
                Paragraph(
                    TaggedText(line, AGREED, body.add("P") if details else body),
                    Place(18, keep=True, indent=STEP_INDENT),
                    label=BOX,
                )
            )
            for detail in details:
                self._quiet(detail, body.add("P"), 2, STEP_INDENT)
            if details:
                continue
            self.flowables.append(WriteOnRow(names, WRITE_ON, indent=STEP_INDENT))

    def fact(self, label: Words, value: Words) -> None:
        """Add a label and its value, once for each language of the value."""
        if not value:
            return
        if len(label.texts) == len(value.texts):
            for place, (name, text) in enumerate(zip(label.texts, value.texts, strict=True)):
                self._fact((name,), (text,), ruled=not place)
        else:
            self._fact(label.texts, value.texts, ruled=True)

    def _fact(
        self,
        labels: tuple[tuple[Language, str], ...],
        values: tuple[tuple[Language, str], ...],
        *,
        ruled: bool,
    ) -> None:
        tag = self._root.add("P")

        def side(texts: tuple[tuple[Language, str], ...], style: TypeStyle) -> list[TaggedText]:
            return [
                TaggedText(text, style, tag.add("Span", language or None))
                for language, text in texts
            ]

        gap = 16.0 if ruled else 0.0
        left, right = side(labels, LABEL), side(values, BODY)
        if sum(len(text) for _, text in values) <= LONG_FACT:
            rule = RULE if ruled else ""
            row = FactRow(left, right, label_width=LABEL_WIDTH, gap=gap, rule=rule)
            self.flowables.append(row)
            return
        for place, tagged in enumerate(left):
            self.flowables.append(Paragraph(tagged, Place(0 if place else 16, keep=True)))
        self.flowables += [Paragraph(tagged, Place()) for tagged in right]
