"""The file that a document is packed into: complete, small, and the same for the same document."""

import io
import zlib
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from pikepdf import Dictionary, Name, Pdf, Stream
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfdoc import PDFDocument
from reportlab.platypus import Flowable, Frame, PageTemplate

from facilitator.domain.text.language import ENGLISH
from facilitator.pdf.archive import Properties
from facilitator.pdf.document import Layout, build
from facilitator.pdf.flowables import Paragraph, Place, TaggedText
from facilitator.pdf.fonts import REGULAR, TypeStyle
from facilitator.pdf.packing import TOGETHER, new_number, packed
from facilitator.pdf.tags import Tag
from tests.helpers.records import texts_in

STYLE = TypeStyle(REGULAR, 12, 18)
LINES = [f"Line {number} of many." for number in range(3 * TOGETHER)]

PINK = (255, 0, 128, 64)


def file_of(lines: list[str], title: str = "Lines", more: tuple[Flowable, ...] = ()) -> bytes:
    root = Tag("Document")
    page = PageTemplate("page", [Frame(40, 40, 300, 300, 0, 0, 0, 0)])
    story = [
        Paragraph(TaggedText(line, STYLE, root.add("P")), Place(6), bookmark="" if n else title)
        for n, line in enumerate(lines)
    ]
    properties = Properties(title, ENGLISH, date(2026, 11, 12))
    return build([*story, *more], root, Layout((380, 380), [page]), properties)


class Picture(Flowable):
    """Draws a half transparent image, and a form."""

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        return 20, 20

    def draw(self) -> None:
        self.canv.drawImage(ImageReader(Image.new("RGBA", (4, 3), PINK)), 0, 0, mask="auto")
        self.canv.beginForm("form")
        self.canv.rect(0, 0, 5, 5)
        self.canv.endForm()
        self.canv.doForm("form")


@pytest.fixture(name="many", scope="module")
def file_of_many_lines() -> Iterator[Pdf]:
    with Pdf.open(io.BytesIO(file_of(LINES))) as pdf:
        yield pdf


def test_a_reader_finds_nothing_wrong_with_the_file(many: Pdf) -> None:
    assert many.check_pdf_syntax() == []


@pytest.mark.parametrize("count", [1, TOGETHER - 1, TOGETHER, 3 * TOGETHER])
def test_every_line_is_read_however_many_there_are(count: int) -> None:
    assert texts_in(file_of(LINES[:count])) == LINES[:count]


def test_every_reference_leads_to_an_object(many: Pdf) -> None:
    assert sum(1 for thing in many.objects if thing is None) == 0
    elements = [thing for thing in many.objects if _is_element(thing)]
    assert len(elements) == len(LINES) + 1
    assert all(_is_element(element.P) or "/ParentTree" in element.P for element in elements)


def _is_element(thing: object) -> bool:
    return isinstance(thing, Dictionary) and thing.get("/Type") == Name.StructElem


def test_what_is_no_stream_is_packed() -> None:
    file = file_of(LINES)
    assert b"/StructElem" not in file
    assert file.count(b" 0 obj") == file.count(b"endstream")


def test_every_stream_but_the_metadata_is_compressed(many: Pdf) -> None:
    plain = [
        thing for thing in many.objects if isinstance(thing, Stream) and "/Filter" not in thing
    ]
    assert [str(stream.Type) for stream in plain] == ["/Metadata"]
    page = many.pages[0].obj.Contents
    assert zlib.decompress(page.read_raw_bytes()) == page.read_bytes()


def test_a_stream_is_as_long_as_it_says(many: Pdf) -> None:
    for thing in many.objects:
        if isinstance(thing, Stream):
            assert len(thing.read_raw_bytes()) == int(thing.Length)


def test_files_are_named_alike_where_they_are_alike() -> None:
    names = [_name(file_of(["A line."])), _name(file_of(["A line."]))]
    others = [_name(file_of(["Another line."])), _name(file_of(["A line."], "Another title"))]
    assert names[0] == names[1]
    assert len({names[0], *others}) == 3


def _name(file: bytes) -> bytes:
    with Pdf.open(io.BytesIO(file)) as pdf:
        first, second = (bytes(name) for name in pdf.trailer.ID)
    assert first == second
    return first


def test_an_image_and_a_form_are_read_back_as_streams() -> None:
    with Pdf.open(io.BytesIO(file_of(["A line."], more=(Picture(),)))) as pdf:
        assert pdf.check_pdf_syntax() == []
        things = dict(pdf.pages[0].obj.Resources.XObject.items())
        assert all(isinstance(thing, Stream) for thing in things.values())
        by_type = {str(thing.Subtype): thing for thing in things.values()}
        image, mask = by_type["/Image"], by_type["/Image"].SMask
        assert image.read_bytes() == bytes(PINK[:3]) * 12
        assert mask.read_bytes() == bytes(PINK[3:]) * 12
        assert b" re" in by_type["/Form"].read_bytes()
        for stream in (mask, *by_type.values()):
            assert len(stream.read_raw_bytes()) == int(stream.Length)


@pytest.mark.parametrize("end", [b"", b"\n", b"\r\n"])
def test_a_stream_is_never_packed(end: bytes) -> None:
    document: Any = PDFDocument()
    stream = b"<</Length 2>>\nstream\n..\nendstream" + end
    with pytest.raises(TypeError):
        packed(document, None, [(new_number(document), stream)], document.info)


def test_a_title_may_name_the_end_of_a_stream() -> None:
    with Pdf.open(io.BytesIO(file_of(["A line."], "stream endstream"))) as pdf:
        assert pdf.docinfo.Title == "stream endstream"
