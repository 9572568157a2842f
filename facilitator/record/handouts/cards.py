"""Blank cards to write on without a name, eight or four to a sheet, with lines to cut along."""

from facilitator.pdf.cutting import Cuts, CutSheet, Piece
from facilitator.record.handouts.drawing import Document
from facilitator.record.handouts.look import on_its_side, upright
from facilitator.record.handouts.pack import Pack, Print
from facilitator.record.handouts.phrases import Phrase, named, said_in
from facilitator.record.handouts.story import spans
from facilitator.record.styles import INK, WHITE

PADDING = 20.0  # of a card
BOX, BESIDE_BOX = 16.0, 28.0


def blank_cards(pack: Pack, printing: Print) -> bytes:
    """Return a sheet of eight cards."""
    return _cards(Document(pack, printing, upright(printing)), Cuts(2, 4), Phrase.CARDS)


def large_blank_cards(pack: Pack, printing: Print) -> bytes:
    """Return a sheet of four cards."""
    return _cards(Document(pack, printing, on_its_side(printing)), Cuts(2, 2), Phrase.LARGE_CARDS)


def _cards(document: Document, cuts: Cuts, name: Phrase) -> bytes:
    document.flowables.append(_CardSheet(document, cuts))
    return document.built(named(name, document.languages), [document.sheet.whole()])


class _CardSheet(CutSheet):
    """Equal cards with a box to tick at the foot."""

    def __init__(self, document: Document, cuts: Cuts) -> None:
        super().__init__(cuts)
        words = said_in(document.languages, Phrase.NOT_IN_RECORD)
        cards = document.root.add("Sect").add_list()
        self._texts = [
            spans(cards.add("LI").add("LBody"), words, document.styles.body)
            for _card in range(cuts.columns * cuts.rows)
        ]

    def draw_piece(self, piece: Piece) -> None:
        left, room = piece.left + PADDING, piece.width - 2 * PADDING - BESIDE_BOX
        texts = self._texts[piece.number]
        top = piece.foot + PADDING + sum(text.at(room).height for text in texts)
        middle = top - texts[0].style.leading / 2
        with self.canv.artifact():
            self.canv.fill_with(WHITE)
            self.canv.stroke_with(INK)
            self.canv.setLineWidth(1.25)
            self.canv.roundRect(left, middle - BOX / 2, BOX, BOX, 3, fill=1)
        for text in texts:
            self.canv.write(text.at(room), left + BESIDE_BOX, top, text.tag)
            top -= text.at(room).height
