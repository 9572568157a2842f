"""What is true of every document of the pack, however it is printed."""

import io
import re
import subprocess
import sys
from pathlib import Path

import pytest
from pikepdf import Dictionary, Name, Object, Pdf

from facilitator.record.handouts import DEFAULT_SIZE, Handout, Paper, Print, make_handout
from facilitator.record.handouts.look import PAPERS
from tests.helpers.packs import BOTH, PRINTINGS, a_pack, an_answered_pack
from tests.helpers.records import outside_marks, read_aloud

ROOT = Path(__file__).parents[3]
EVERY = pytest.mark.parametrize("handout", Handout)
WITH_TEXT = pytest.mark.parametrize("handout", [h for h in Handout if h is not Handout.DOTS])
HOWEVER = pytest.mark.parametrize("printing", PRINTINGS, ids=str)
HEADINGS = ("H1", "H2", "H3")


def opened(document: bytes) -> Pdf:
    return Pdf.open(io.BytesIO(document))


@EVERY
@HOWEVER
def test_everything_drawn_is_read_or_marked_as_decoration(
    handout: Handout, printing: Print
) -> None:
    assert outside_marks(make_handout(handout, an_answered_pack(), printing)) == []


@EVERY
@HOWEVER
def test_every_mark_finds_the_way_back_to_its_element(handout: Handout, printing: Print) -> None:
    with opened(make_handout(handout, an_answered_pack(), printing)) as pdf:
        rows = pdf.Root.StructTreeRoot.ParentTree.Nums
        assert len(rows) == 2 * len(pdf.pages)
        for page in pdf.pages:
            place = int(page.obj.StructParents)
            for mark, element in enumerate(rows[2 * place + 1]):
                assert holds(element, page.obj, mark)


def holds(element: Object, page: Object, mark: int) -> bool:
    return any(
        "/MCID" in kid and int(kid.MCID) == mark and kid.Pg.objgen == page.objgen
        for kid in element.K
    )


@EVERY
@HOWEVER
def test_it_can_be_printed_again_byte_for_byte(handout: Handout, printing: Print) -> None:
    first, second = (make_handout(handout, an_answered_pack(), printing) for _ in range(2))
    assert first == second


@EVERY
@HOWEVER
def test_headings_begin_with_the_first_level_and_skip_none(
    handout: Handout, printing: Print
) -> None:
    levels = [
        int(kind[1])
        for read in read_aloud(make_handout(handout, an_answered_pack(), printing))
        for kind in read.kinds
        if kind in HEADINGS
    ]
    assert all(after <= before + 1 for before, after in zip([0, *levels], levels, strict=False)), (
        levels
    )


@EVERY
@pytest.mark.parametrize("paper", Paper)
def test_it_fits_its_paper(handout: Handout, paper: Paper) -> None:
    with opened(make_handout(handout, a_pack(), Print(BOTH, paper))) as pdf:
        for page in pdf.pages:
            sides = sorted(float(side) for side in page.mediabox[2:])
            assert sides == pytest.approx(sorted(PAPERS[paper]), abs=0.01)


@WITH_TEXT
@HOWEVER
def test_no_type_is_smaller_than_the_size_that_was_chosen(
    handout: Handout, printing: Print
) -> None:
    with opened(make_handout(handout, an_answered_pack(), printing)) as pdf:
        sizes = {
            float(size)
            for page in pdf.pages
            for size in re.findall(rb"/\S+ ([\d.]+) Tf", page.obj.Contents.read_bytes())
        }
    assert min(sizes) >= printing.size


@EVERY
def test_the_file_tells_no_person_and_no_time(handout: Handout) -> None:
    with opened(make_handout(handout, an_answered_pack(), Print(BOTH))) as pdf:
        about = {str(key): str(value) for key, value in pdf.docinfo.items()}
        metadata = pdf.Root.Metadata.read_bytes().decode("utf-8")
    assert about.pop("/Title")
    assert about == {
        "/Creator": "Facilitator",
        "/Producer": "Facilitator",
        "/CreationDate": "D:20261112000000Z",
        "/ModDate": "D:20261112000000Z",
    }
    assert "Sam Rhys" not in metadata
    assert set(re.findall(r"T(\d\d:\d\d:\d\d)", metadata)) == {"00:00:00"}


@EVERY
def test_without_a_day_the_file_tells_no_date(handout: Handout) -> None:
    with opened(make_handout(handout, a_pack(), Print(BOTH))) as pdf:
        assert {str(key) for key in pdf.docinfo} == {"/Title", "/Creator", "/Producer"}
        assert "xmp:CreateDate" not in pdf.Root.Metadata.read_bytes().decode("utf-8")


@WITH_TEXT
def test_each_language_is_marked_where_it_is_read(handout: Handout) -> None:
    read = read_aloud(make_handout(handout, an_answered_pack(), Print(BOTH)))
    assert {element.language for element in read} >= set(BOTH)


@WITH_TEXT
def test_all_fonts_are_embedded_subsets_that_can_be_read_back(handout: Handout) -> None:
    with opened(make_handout(handout, an_answered_pack(), Print(BOTH))) as pdf:
        for font in pdf.pages[0].obj.Resources.Font.values():
            assert re.match(r"/[A-Z]{6}\+", str(font.BaseFont))
            assert "/ToUnicode" in font
            assert "/FontFile2" in font.DescendantFonts[0].FontDescriptor
        assert pdf.Root.MarkInfo.Marked
        assert pdf.pages[0].obj.Tabs == Name.S


@HOWEVER
def test_a_sheet_of_dots_is_a_figure_with_its_words(printing: Print) -> None:
    with opened(make_handout(Handout.DOTS, a_pack(), printing)) as pdf:
        figures = [
            thing
            for thing in pdf.objects
            if isinstance(thing, Dictionary) and thing.get("/S") == Name.Figure
        ]
        assert len(figures) == len(pdf.pages)
        for figure, page in zip(figures, pdf.pages, strict=True):
            assert "48 dot" in str(figure.Alt)
            assert str(figure.Lang) == printing.languages[0]
            (layout,) = (entry for entry in figure.A if Name.Layout == entry.O)
            assert [float(edge) for edge in layout.BBox] == pytest.approx(
                [float(edge) for edge in page.mediabox], abs=0.01
            )


def test_large_print_is_what_is_printed_unless_somebody_chooses() -> None:
    assert Print(BOTH).size == DEFAULT_SIZE == 18


def test_nothing_that_draws_is_loaded_before_the_first_document() -> None:
    code = (
        "import sys, facilitator.live.handouts;"
        "drawing = {'reportlab', 'uharfbuzz', 'pikepdf', 'bidi'};"
        "sys.exit(not drawing.isdisjoint(sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False, cwd=ROOT).returncode == 0
