"""A sheet to cut into equal pieces, with dashed lines to cut along."""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from typing import NamedTuple

from facilitator.pdf.flowables import Block

CUT_COLOUR = "#4A453E"
CUT_LINE, CUT_DASH = 0.75, (4.0, 4.0)  # its width, and its dashes with what is between them


class Piece(NamedTuple):
    """A piece of a sheet: its number from 0, row by row, and where it is from the lower left."""

    number: int
    left: float
    foot: float
    width: float
    height: float


class Cuts(NamedTuple):
    """How a sheet is cut: into so many columns and rows."""

    columns: int
    rows: int


class CutSheet(Block, ABC):
    """A whole sheet in equal pieces; a subclass draws what is on each."""

    def __init__(self, cuts: Cuts) -> None:
        super().__init__(0)
        self._cuts = cuts

    def wrap(self, width: float, height: float, /) -> tuple[float, float]:
        self.width, self.height = width, height
        return width, height

    def pieces(self) -> Iterator[Piece]:
        """Yield the pieces in the order in which they are read."""
        width, height = self.width / self._cuts.columns, self.height / self._cuts.rows
        for number in range(self._cuts.columns * self._cuts.rows):
            row, column = divmod(number, self._cuts.columns)
            yield Piece(number, column * width, self.height - (row + 1) * height, width, height)

    @abstractmethod
    def draw_piece(self, piece: Piece) -> None:
        """Draw what is on a piece."""

    def draw_pieces(self) -> None:
        """Draw what is on all pieces."""
        for piece in self.pieces():
            self.draw_piece(piece)

    def draw(self) -> None:
        self._draw_cuts()
        self.draw_pieces()

    def _draw_cuts(self) -> None:
        """Draw the lines between pieces; they are for scissors, so nobody reads them out."""
        columns, rows = self._cuts
        with self.canv.artifact():
            self.canv.saveState()
            self.canv.stroke_with(CUT_COLOUR)
            self.canv.setLineWidth(CUT_LINE)
            self.canv.dash_with(*CUT_DASH)
            for number in range(1, columns):
                across = self.width * number / columns
                self.canv.line(across, 0, across, self.height)
            for number in range(1, rows):
                up = self.height * number / rows
                self.canv.line(0, up, self.width, up)
            self.canv.restoreState()
