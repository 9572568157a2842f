"""Dots to cut out, for choosing on paper."""

from math import ceil

from reportlab.platypus import PageBreak

from facilitator.pdf.cutting import Cuts, CutSheet, Piece
from facilitator.pdf.tags import Figure
from facilitator.record.handouts.drawing import Document
from facilitator.record.handouts.look import upright
from facilitator.record.handouts.pack import Pack, Print
from facilitator.record.handouts.phrases import Phrase, named, say
from facilitator.record.phrases import record_languages
from facilitator.record.styles import ACCENT, INK

CUTS = Cuts(6, 8)
EACH = 3  # dots for each person
OUTLINE = 1.25
ACROSS = 62.0  # points: 22 mm, to be held by any hand


def dots(pack: Pack, printing: Print) -> bytes:
    """Return as many sheets of dots as the people need."""
    document = Document(pack, printing, upright(printing))
    people = pack.setup.people if pack.setup else pack.plan.people.best
    for sheet in range(ceil(people * EACH / (CUTS.columns * CUTS.rows))):
        if sheet:
            document.flowables.append(PageBreak())
        document.flowables.append(_DotSheet(document))
    return document.built(named(Phrase.DOTS, printing.languages), [document.sheet.whole()])


class _DotSheet(CutSheet):
    """Equal dots, all of one colour: a colour would tell whose they are. Read as one figure."""

    def __init__(self, document: Document) -> None:
        super().__init__(CUTS)
        language = record_languages(document.languages)[0]
        words = say(language, Phrase.DOTS_WORDS, count=CUTS.columns * CUTS.rows)
        self._tag = document.root.add("Sect").add("Figure", language)
        self._tag.figure = Figure(words, (0, 0, *document.sheet.size))

    def draw_pieces(self) -> None:
        with self.canv.figure(self._tag):
            self.canv.fill_with(ACCENT)
            self.canv.stroke_with(INK)
            self.canv.setLineWidth(OUTLINE)
            super().draw_pieces()

    def draw_piece(self, piece: Piece) -> None:
        across, up = piece.left + piece.width / 2, piece.foot + piece.height / 2
        self.canv.circle(across, up, ACROSS / 2, stroke=1, fill=1)
