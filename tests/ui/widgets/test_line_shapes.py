"""Shapes that name lines can be told apart in any size and without colour, and have names."""

from dataclasses import replace
from itertools import combinations, pairwise

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from facilitator.domain.letters import Marks
from facilitator.domain.text.language import ENGLISH, WELSH, Words
from facilitator.room.layout.layout import lay_out
from facilitator.room.layout.sheet import TextItem
from facilitator.room.marks import SHAPES, DrawnMark, LineShape, board_mark, mark_of
from facilitator.room.pages.picture import Note, NotesPage, Spec
from facilitator.ui.widgets.line_shapes import paint_shape, paint_shapes
from tests.helpers.rulers import FixedRuler
from tests.helpers.workshops import a_workshop

FROM_THE_BACK = 24  # pixels: a shape of a board in a small picture
GREY = QImage.Format.Format_Grayscale8


def drawn(shape: LineShape, side: int) -> QImage:
    """Return a shape in shades of grey, a little inside a square."""
    image = QImage(side + 4, side + 4, GREY)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_shape(painter, QRectF(2, 2, side, side), shape, QColor("black"))
    painter.end()
    return image


def darkness(image: QImage) -> list[int]:
    """Return how dark each pixel is."""
    return [
        255 - image.pixelColor(x, y).lightness()
        for y in range(image.height())
        for x in range(image.width())
    ]


@pytest.mark.usefixtures("qapp")
def test_no_two_shapes_look_alike_without_colour() -> None:
    dark = {shape: darkness(drawn(shape, FROM_THE_BACK)) for shape in SHAPES}
    for shape, other_shape in combinations(SHAPES, 2):
        differing = sum(
            abs(one_pixel - other) > 128
            for one_pixel, other in zip(dark[shape], dark[other_shape], strict=True)
        )
        assert differing > 20, (shape, other_shape)


def test_a_shape_stays_in_its_square(qapp: QApplication) -> None:
    for shape in SHAPES:
        image = drawn(shape, 100)
        edge = [image.pixelColor(n, 0).lightness() for n in range(image.width())]
        edge += [image.pixelColor(0, n).lightness() for n in range(image.height())]
        assert min(edge) == 255, (qapp, shape)


def test_each_shape_has_a_name_of_its_own_in_each_language() -> None:
    for language in (ENGLISH, WELSH):
        names = [mark_of(number, Marks.SHAPES, language) for number in range(len(SHAPES))]
        assert len(set(names)) == len(SHAPES) == 24
    assert mark_of(0, Marks.SHAPES, ENGLISH) == "heart"
    assert mark_of(12, Marks.SHAPES, WELSH) == "calon mewn cylch"
    assert mark_of(24, Marks.SHAPES, ENGLISH) == "heart, heart"


def test_a_page_draws_shapes_in_the_place_of_letters_and_speaks_their_names() -> None:
    notes = tuple(Note(shape_mark(number), f"line {number}") for number in (0, 13, 30))
    sheets = lay_out(NotesPage(Words.of("Lines"), notes), (ENGLISH,), Spec(), FixedRuler())
    items = [item for sheet in sheets for item in sheet.items if isinstance(item, TextItem)]
    marks = [item for item in items if item.shapes]
    assert [len(item.shapes) for item in marks] == [1, 1, 2]
    assert [" ".join(item.lines) for item in marks] == [str(note.letter) for note in notes]
    assert {item.area.x for item in marks} == {marks[0].area.x}
    for mark, line in pairwise(items):
        if mark.shapes:
            assert mark.area.x + len(mark.shapes) * mark.style.size < line.area.x


def shape_mark(number: int) -> DrawnMark:
    """Return the mark of a line in a workshop with shapes."""
    workshop = a_workshop()
    setup = replace(workshop.setup, marks=Marks.SHAPES)
    mark = board_mark(replace(workshop, setup=setup), number)
    assert isinstance(mark, DrawnMark)
    return mark


@pytest.mark.usefixtures("qapp")
def test_two_shapes_share_their_area_and_stay_in_it() -> None:
    image = QImage(120, 60, GREY)
    image.fill(QColor("white"))
    painter = QPainter(image)
    paint_shapes(painter, QRectF(10, 5, 100, 50), (SHAPES[0], SHAPES[15]), QColor("black"))
    painter.end()
    dark = [x for x in range(120) for y in range(60) if image.pixelColor(x, y).lightness() < 128]
    assert min(dark) >= 10
    assert max(dark) < 110
    assert any(x < 60 for x in dark)
    assert any(x > 60 for x in dark)
