"""The private parts of reportlab that facilitator.pdf reaches, and how its flowables fill pages."""

import ast
import io
import re
import tomllib
from datetime import date
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest
from packaging.requirements import Requirement
from pikepdf import Pdf, Stream
from reportlab import rl_config
from reportlab.pdfbase.pdfdoc import PDFCatalog, PDFDictionary, PDFPage, PDFStream
from reportlab.pdfbase.pdfdoc import format as formatted
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Frame, PageTemplate
from reportlab.platypus.flowables import Flowable

from facilitator.domain.text.language import ENGLISH
from facilitator.pdf.archive import Properties
from facilitator.pdf.canvas import TaggedCanvas
from facilitator.pdf.document import Layout, build
from facilitator.pdf.flowables import CardRow, Ground, Panel, Paragraph, Place, TaggedText
from facilitator.pdf.fonts import REGULAR, TypeStyle
from facilitator.pdf.packing import new_number
from facilitator.pdf.tags import Tag
from tests.helpers.records import outside_marks, texts_in

ROOT = Path(__file__).parent.parent.parent
PACKAGE = ROOT / "facilitator/pdf"
PRIVATE = (
    *("_code", "_currentMatrix", "_doc", "_filename"),
    *("_preamble", "_make_preamble", "_startPage"),
)
BODY = TypeStyle(REGULAR, 12, 18)
SIZE = (300.0, 200.0)
PROPERTIES = Properties("Lines", ENGLISH, date(2026, 11, 12))


def built(story: list[Flowable], root: Tag, size: tuple[float, float] = SIZE) -> bytes:
    width, height = size
    frame = Frame(20, 20, width - 40, height - 40, 0, 0, 0, 0)
    return build(story, root, Layout(size, [PageTemplate("page", [frame])]), PROPERTIES)


def paragraph(root: Tag, text: str, *, keep: bool = False, bookmark: str = "") -> Paragraph:
    tagged = TaggedText(text, BODY, root.add("P"))
    return Paragraph(tagged, Place(6, keep), bookmark=bookmark)


def a_canvas() -> TaggedCanvas:
    return TaggedCanvas(io.BytesIO(), Tag("Document"), PROPERTIES)


@pytest.mark.parametrize("name", PRIVATE)
def test_the_canvas_has_the_private_parts_that_are_reached(name: str) -> None:
    assert hasattr(Canvas(io.BytesIO()), name)


def test_no_other_private_part_of_the_canvas_is_reached() -> None:
    trees = [ast.parse(file.read_text(encoding="utf-8")) for file in PACKAGE.glob("*.py")]
    names = {
        node.attr for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Attribute)
    }
    names |= {
        node.name for tree in trees for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)
    }
    canvas = Canvas(io.BytesIO())
    reached = {name for name in names if re.match("_[^_]", name) and hasattr(canvas, name)}
    assert reached == {*PRIVATE}


@pytest.mark.parametrize("name", ["absolutePosition", "translate", "showPage", "save", "drawPath"])
def test_the_canvas_has_the_methods_that_are_replaced_or_called(name: str) -> None:
    assert callable(getattr(Canvas, name))


def test_the_document_has_the_parts_that_its_types_leave_out() -> None:
    document = a_canvas()._doc
    assert document.delayedFonts == []
    assert "BasicFonts" in document.idToObject
    assert vars(document.idToObject["BasicFonts"])["dict"] == {}
    assert set(document.idToObjectNumberAndVersion) >= {"BasicFonts"}
    assert "Type" in PDFPage.__Defaults__
    assert {"StructTreeRoot", "MarkInfo", "Metadata"} <= set(PDFCatalog.__NoDefault__)
    assert "Type" in PDFCatalog.__Defaults__


def test_the_document_numbers_its_objects_from_one_and_finds_each_by_its_number() -> None:
    document = a_canvas()._doc
    document.Reference(PDFDictionary(), "Ours")
    assert document.numberToId[document.objectcounter] == "Ours"
    assert document.idToObjectNumberAndVersion["Ours"] == (document.objectcounter, 0)
    assert set(document.numberToId) == set(range(1, document.objectcounter + 1))


def test_a_number_that_is_taken_is_given_to_no_other_object() -> None:
    document = a_canvas()._doc
    number = new_number(document)
    document.Reference(PDFDictionary(), "Ours")
    assert number not in document.numberToId
    assert document.idToObjectNumberAndVersion["Ours"] == (number + 1, 0)


def test_a_document_without_bookmarks_says_so_once_they_are_prepared() -> None:
    canvas = a_canvas()
    canvas._doc.Outlines.prepare(canvas._doc, canvas)
    assert canvas._doc.Outlines.ready < 0


def test_a_stream_tells_its_dictionary_its_content_and_its_filters() -> None:
    stream = PDFStream(PDFDictionary({"N": 3}), b"content")
    assert (stream.content, stream.filters) == (b"content", None)
    text = formatted(stream.dictionary, a_canvas()._doc)
    assert (text[:2], text[2:-2].split(), text[-2:]) == (b"<<", [b"/N", b"3"], b">>")


@pytest.mark.parametrize(("dx", "dy"), [(20.0, 30.5), (-7.125, 0.0)])
def test_the_origin_moves_as_reportlab_moves_it(dx: float, dy: float) -> None:
    ours, theirs = a_canvas(), Canvas(io.BytesIO())
    for canvas in (ours, theirs):
        canvas.scale(2, 3)
        canvas.translate(dx, dy)
        canvas.translate(dx, dy)
    assert ours.absolutePosition(1, 2) == pytest.approx(theirs.absolutePosition(1, 2))


def test_reportlab_is_pinned_and_without_its_extra_for_other_directions() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    everything = [project["dependencies"], *project["optional-dependencies"].values()]
    wanted = [Requirement(text) for texts in everything for text in texts]
    (reportlab,) = [requirement for requirement in wanted if requirement.name == "reportlab"]
    assert not reportlab.extras
    admitted = [
        version
        for version in ("4.4", "5.0", "5.1.0", "5.1.9", "5.2", "6")
        if version in reportlab.specifier
    ]
    assert admitted == ["5.1.0", "5.1.9"]


def test_streams_are_not_written_as_ascii85() -> None:
    assert not rl_config.useA85
    root = Tag("Document")
    with Pdf.open(io.BytesIO(built([paragraph(root, "A line.")], root))) as pdf:
        filters = {str(thing.get("/Filter")) for thing in pdf.objects if isinstance(thing, Stream)}
    assert not any("ASCII85" in name for name in filters)


def test_no_font_is_named_that_is_not_embedded() -> None:
    root = Tag("Document")
    record = built([paragraph(root, "A line.")], root)
    assert b"Helvetica" not in b"".join(_streams(record))


def _streams(record: bytes) -> list[bytes]:
    with Pdf.open(io.BytesIO(record)) as pdf:
        return [page.Contents.read_bytes() for page in pdf.pages] + [str(pdf.Root).encode()]


def test_a_paragraph_runs_over_to_the_next_page_and_is_read_once() -> None:
    root = Tag("Document")
    words = " ".join(f"word{number}" for number in range(300))
    record = built([paragraph(root, words)], root)
    with Pdf.open(io.BytesIO(record)) as pdf:
        assert len(pdf.pages) > 2
    assert texts_in(record) == [words]


def test_no_line_of_a_paragraph_is_left_alone_on_a_page() -> None:
    root = Tag("Document")
    laid = paragraph(root, " ".join(f"word{number}" for number in range(40)))
    whole = laid.wrap(260, 1000)[1]
    for height in range(0, int(whole), 3):
        parts = laid.split(260, height)
        heights = [part.wrap(260, 1000)[1] for part in parts]
        assert not parts or (len(parts) == 2 and min(heights) >= 2 * BODY.leading)
        assert not parts or sum(heights) == pytest.approx(whole)


def test_a_heading_stays_with_what_follows_it() -> None:
    root = Tag("Document")
    filling = [paragraph(root, f"Line {number}.") for number in range(5)]
    story = [*filling, paragraph(root, "Heading", keep=True), paragraph(root, "What follows. " * 9)]
    record = built(list(story), root)
    places = dict(_pages_of(record, root))
    assert places["Heading"] == places[("What follows. " * 9).strip()] == 1


def _pages_of(record: bytes, root: Tag) -> list[tuple[str, int]]:
    return list(zip(texts_in(record), (tag.marks[0][0] for tag in root.under), strict=True))


def test_a_bookmark_leads_to_the_page_of_its_heading() -> None:
    root = Tag("Document")
    story = [paragraph(root, f"Part {number}", bookmark=f"Part {number}") for number in range(20)]
    record = built(list(story), root)
    with Pdf.open(io.BytesIO(record)) as pdf:
        numbers = {str(page.obj.objgen): place for place, page in enumerate(pdf.pages)}
        entries = [pdf.Root.Outlines.First]
        while "/Next" in entries[-1]:
            entries.append(entries[-1].Next)
        led_to = {str(entry.Title): numbers[str(entry.Dest[0].objgen)] for entry in entries}
    places = {f"Part {number}": tag.marks[0][0] for number, tag in enumerate(root.under)}
    assert led_to == places
    assert max(places.values()) > 1


def test_cards_of_a_row_are_read_from_left_to_right_on_any_width() -> None:
    for columns, width in ((1, 200.0), (2, 300.0), (8, 900.0)):
        root = Tag("Document")
        texts = [f"Card {number} of {columns}" for number in range(columns)]
        row = [TaggedText(text, BODY, root.add("P")) for text in texts]
        ground = Ground("#FFF3B0", "#1C1A17")
        record = built(
            [CardRow([[text] for text in row], columns, ground, 10)], root, (width, 200.0)
        )
        assert texts_in(record) == texts
        assert outside_marks(record) == []


def test_a_panel_that_is_higher_than_a_page_runs_over_to_the_next() -> None:
    root = Tag("Document")
    texts = [" ".join(f"word{number}" for number in range(90)), "A short one.", "word " * 200]
    paragraphs = [TaggedText(text, BODY, root.add("P")) for text in texts]
    ground = Ground("#FBF6EA", "#C9BEB4", padding=16)
    record = built([Panel(paragraphs, ground, gap=10, between=7, page=160)], root)
    assert texts_in(record) == [text.strip() for text in texts]
    assert outside_marks(record) == []


def test_words_are_cached_and_still_stand_where_their_own_line_has_them() -> None:
    random = Random(7)
    words = ["fyw", "Waun", "AVATAR", "to", "office", "ŵyl", "café", "naïve"]
    lines = [" ".join(random.choices(words, k=20)) for _ in range(40)]
    root = Tag("Document")
    record = built([paragraph(root, line) for line in lines], root)
    assert texts_in(record) == lines


def test_the_parts_of_one_page_follow_one_another_downwards() -> None:
    root = Tag("Document")
    heights: list[float] = []

    class Noting(Paragraph):
        def draw(self) -> None:
            heights.append(self.canv.absolutePosition(0, 0)[1])
            super().draw()

    built([Noting(TaggedText(f"Line {n}", BODY, root.add("P")), Place(6)) for n in range(5)], root)
    assert all(above - below == pytest.approx(24) for above, below in pairwise(heights))


def test_what_is_saved_of_the_canvas_is_restored_as_reportlab_restores_it() -> None:
    ours, theirs = a_canvas(), Canvas(io.BytesIO())
    for canvas in (ours, theirs):
        canvas.translate(3, 4)
        for _ in range(2):
            canvas.saveState()
            canvas.translate(20, 30)
        canvas.restoreState()
    assert ours.absolutePosition(0, 0) == pytest.approx(theirs.absolutePosition(0, 0))
    assert [code for code in ours._code if code in "qQ"] == ["q", "q", "Q"]


@pytest.mark.parametrize("colour", ["#000000", "#FFFFFF", "#9CC8F0", "#C9BEB4"])
def test_a_colour_is_written_to_the_nearest_of_256_steps(colour: str) -> None:
    canvas = a_canvas()
    canvas.fill_with(colour)
    canvas.stroke_with(colour)
    for code, operator in zip(canvas._code, ("rg", "RG"), strict=True):
        *parts, last = code.split()
        assert "#" + "".join(f"{round(float(part) * 255):02X}" for part in parts) == colour
        assert last == operator
