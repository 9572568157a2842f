"""Cards to hold up: stop, slow, break. Each has a shape as well, so that no colour speaks alone."""

from facilitator.pdf.canvas import TaggedCanvas
from facilitator.pdf.cutting import Cuts, CutSheet, Piece
from facilitator.pdf.flowables import TaggedText
from facilitator.record.handouts.drawing import Document
from facilitator.record.handouts.look import upright
from facilitator.record.handouts.pack import Pack, Print
from facilitator.record.handouts.phrases import Phrase, named, said_in
from facilitator.record.handouts.story import height_of, spans
from facilitator.record.ornament import Box
from facilitator.record.styles import APRICOT, BUTTER, INK, SKY

SIGNALS = (
    (Phrase.STOP, Phrase.STOP_HOW, APRICOT),
    (Phrase.SLOW, Phrase.SLOW_HOW, SKY),
    (Phrase.REST, Phrase.REST_HOW, BUTTER),
)
PADDING = 40.0  # of a card
SHAPE = 112.0  # high and wide
BESIDE_SHAPE = 32.0
LINE = 2.5
ROUND = 1  # joins and caps
LARGE = (2.6, 2.2, 1.9)  # times the size of running text, the largest first


def signals(pack: Pack, printing: Print) -> bytes:
    """Return a sheet with one card of each."""
    document = Document(pack, printing, upright(printing))
    document.flowables.append(_SignalSheet(document))
    return document.built(named(Phrase.SIGNALS, printing.languages), [document.sheet.whole()])


class _SignalSheet(CutSheet):
    """Three cards, each with its shape at the left and its words beside it."""

    def __init__(self, document: Document) -> None:
        super().__init__(Cuts(1, len(SIGNALS)))
        languages, styles = document.languages, document.styles
        room = document.sheet.width - 2 * PADDING - SHAPE - BESIDE_SHAPE
        height = document.sheet.height / len(SIGNALS) - PADDING
        texts = [(said_in(languages, word), said_in(languages, how)) for word, how, _ in SIGNALS]
        large, under = next(
            (
                (large, under)
                for under in (styles.heading_text, styles.under)
                for large in map(styles.large, LARGE)
                if max(height_of(word, large, room) for word, _how in texts)
                + max(height_of(how, under, room) for _word, how in texts)
                <= height
            ),
            (styles.large(LARGE[-1]), styles.under),
        )
        cards = document.root.add("Sect").add_list()
        self._texts: list[list[TaggedText]] = []
        for word, how in texts:
            body = cards.add("LI").add("LBody")
            self._texts.append(
                [*spans(body.add("P"), word, large), *spans(body.add("P"), how, under)]
            )

    def draw_piece(self, piece: Piece) -> None:
        middle = piece.foot + piece.height / 2
        shape = Box(piece.left + PADDING, middle - SHAPE / 2, SHAPE, SHAPE)
        with self.canv.artifact():
            self.canv.saveState()
            self.canv.fill_with(SIGNALS[piece.number][2])
            self.canv.stroke_with(INK)
            self.canv.setLineWidth(LINE)
            self.canv.setLineJoin(ROUND)
            self.canv.setLineCap(ROUND)
            DRAWN[piece.number](self.canv, shape)
            self.canv.restoreState()
        left = shape.left + SHAPE + BESIDE_SHAPE
        laid = [text.at(piece.width - PADDING - left) for text in self._texts[piece.number]]
        top = middle + sum(text.height for text in laid) / 2
        for text, tagged in zip(laid, self._texts[piece.number], strict=True):
            self.canv.write(text, left, top, tagged.tag)
            top -= text.height


def _octagon(canvas: TaggedCanvas, box: Box) -> None:
    """Draw the outline of a stop sign."""
    path, cut = canvas.beginPath(), box.width * 0.29
    right, top = box.left + box.width, box.foot + box.height
    path.moveTo(box.left + cut, box.foot)
    for across, up in (
        (right - cut, box.foot),
        (right, box.foot + cut),
        (right, top - cut),
        (right - cut, top),
        (box.left + cut, top),
        (box.left, top - cut),
        (box.left, box.foot + cut),
    ):
        path.lineTo(across, up)
    path.close()
    canvas.drawPath(path, stroke=1, fill=1)


def _waves(canvas: TaggedCanvas, box: Box) -> None:
    """Draw three slow waves, each a band."""
    high, width = box.height / 5, box.width
    for row in (0, 2, 4):
        foot = box.foot + row * high
        path = canvas.beginPath()
        path.moveTo(box.left, foot)
        handles = box.left + width / 3, box.left + width * 2 / 3
        path.curveTo(handles[0], foot + high, handles[1], foot - high, box.left + width, foot)
        path.lineTo(box.left + width, foot + high)
        path.curveTo(handles[1], foot, handles[0], foot + 2 * high, box.left, foot + high)
        path.close()
        canvas.drawPath(path, stroke=1, fill=1)


def _cup(canvas: TaggedCanvas, box: Box) -> None:
    """Draw a cup on its saucer."""
    left, foot, width, height = box
    handle = width * 0.3
    canvas.circle(left + width * 0.76, foot + height * 0.56, handle / 2, stroke=1, fill=0)
    path = canvas.beginPath()
    top, low = foot + height * 0.82, foot + height * 0.2
    path.moveTo(left + width * 0.06, top)
    path.lineTo(left + width * 0.76, top)
    path.curveTo(
        left + width * 0.76, low + height * 0.12, left + width * 0.66, low, left + width * 0.5, low
    )
    path.lineTo(left + width * 0.32, low)
    path.curveTo(
        left + width * 0.16, low, left + width * 0.06, low + height * 0.12, left + width * 0.06, top
    )
    path.close()
    canvas.drawPath(path, stroke=1, fill=1)
    canvas.line(left, foot + height * 0.08, left + width * 0.84, foot + height * 0.08)


DRAWN = (_octagon, _waves, _cup)
