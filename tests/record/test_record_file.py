"""The record as a PDF file: properties, tags, fonts, and the same bytes for the same summary."""

import io
import re
import subprocess
import sys
import time
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pikepdf import Dictionary, Name, Object, Pdf

from facilitator.domain.summary import SessionSummary
from facilitator.domain.text.language import WELSH
from facilitator.record import make_record
from tests.helpers.records import (
    a_full_room,
    a_summary,
    footers_in,
    in_two_languages,
    outside_marks,
    with_nothing_kept,
)

ROOT = Path(__file__).parent.parent.parent
ALL_KINDS = pytest.mark.parametrize(
    "summary", [a_summary(), in_two_languages(), with_nothing_kept(), a_full_room()]
)


def opened(record: bytes) -> Pdf:
    return Pdf.open(io.BytesIO(record))


def test_the_properties_hold_the_title_and_the_day_and_nothing_more() -> None:
    with opened(make_record(a_summary())) as pdf:
        assert {str(key): str(value) for key, value in pdf.docinfo.items()} == {
            "/Title": "Safe to speak up",
            "/Creator": "Facilitator",
            "/Producer": "Facilitator",
            "/CreationDate": "D:20261112000000Z",
            "/ModDate": "D:20261112000000Z",
        }


def test_the_metadata_tell_no_person_and_no_time_of_day() -> None:
    with opened(make_record(a_summary())) as pdf:
        text = pdf.Root.Metadata.read_bytes().decode("utf-8")
    assert "Safe to speak up" in text
    assert "dc:creator" not in text
    assert set(re.findall(r"T(\d\d:\d\d:\d\d)", text)) == {"00:00:00"}


def test_no_picture_and_no_unknown_object_travels_with_the_record() -> None:
    with opened(make_record(a_summary())) as pdf:
        kinds = {str(thing.get("/Type")) for thing in pdf.objects if isinstance(thing, Dictionary)}
        subtypes = {
            str(thing.get("/Subtype")) for thing in pdf.objects if isinstance(thing, Dictionary)
        }
    assert kinds <= {
        *("/Catalog", "/Pages", "/Page", "/Font", "/FontDescriptor", "/Outlines", "/None"),
        *("/StructTreeRoot", "/StructElem", "/OutputIntent", "None"),
    }
    assert subtypes <= {"None", "/Type0", "/CIDFontType2"}


@ALL_KINDS
def test_the_same_summary_gives_the_same_bytes(summary: SessionSummary) -> None:
    assert make_record(summary) == make_record(summary)


def test_the_same_summary_gives_the_same_bytes_at_another_time() -> None:
    first = make_record(a_summary())
    second = int(time.time())
    while int(time.time()) == second:
        assert make_record(a_summary()) == first
    assert make_record(a_summary()) == first


def test_another_run_of_the_program_gives_the_same_bytes() -> None:
    code = (
        "import hashlib; from facilitator.record import make_record;"
        "from tests.helpers.records import in_two_languages;"
        "import sys; sys.stdout.write(hashlib.sha256(make_record(in_two_languages())).hexdigest())"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
        ).stdout
        for _ in range(2)
    }
    assert len(runs) == 1
    assert len(runs.pop()) == 64


@ALL_KINDS
def test_everything_drawn_is_read_or_marked_as_decoration(summary: SessionSummary) -> None:
    assert outside_marks(make_record(summary)) == []


@ALL_KINDS
def test_every_mark_finds_the_way_back_to_its_element(summary: SessionSummary) -> None:
    with opened(make_record(summary)) as pdf:
        numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
        for page in pdf.pages:
            place = int(page.obj.StructParents)
            assert int(numbers[2 * place]) == place
            for mark, element in enumerate(numbers[2 * place + 1]):
                assert _holds(element, page.obj, mark)
            assert page.obj.Tabs == Name.S


def _holds(element: Object, page: Object, mark: int) -> bool:
    return any(
        "/MCID" in kid and int(kid.MCID) == mark and kid.Pg.objgen == page.objgen
        for kid in element.K
    )


@ALL_KINDS
def test_all_fonts_are_embedded_subsets_that_can_be_read_back(summary: SessionSummary) -> None:
    with opened(make_record(summary)) as pdf:
        fonts = pdf.pages[0].obj.Resources.Font
        assert len(fonts.keys()) >= 4
        for font in fonts.values():
            assert re.match(r"/[A-Z]{6}\+", str(font.BaseFont))
            assert "/ToUnicode" in font
            assert "/FontFile2" in font.DescendantFonts[0].FontDescriptor


def test_the_document_says_that_it_is_tagged_and_in_which_language() -> None:
    with opened(make_record(in_two_languages())) as pdf:
        assert bool(pdf.Root.MarkInfo.Marked)
        assert str(pdf.Root.Lang) == WELSH
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)


def test_every_page_but_the_cover_says_whose_and_which_it_is() -> None:
    footers = footers_in(make_record(in_two_languages()))
    assert footers[0] == "Tudalen 1 o 4 | Page 1 of 4"
    assert footers[3] == "Tudalen 4 o 4 | Page 4 of 4 | Safe to speak up"


def test_no_element_is_read_out_as_nothing() -> None:
    with opened(make_record(replace(a_summary(), agreement=("\x07", "Anyone can pass.")))) as pdf:
        elements = [
            thing
            for thing in pdf.objects
            if isinstance(thing, Dictionary) and thing.get("/Type") == Name.StructElem
        ]
        assert elements
        assert [element for element in elements if not len(element.K)] == []


def test_every_heading_is_a_bookmark() -> None:
    with opened(make_record(a_summary())) as pdf, pdf.open_outline() as outline:
        assert [item.title for item in outline.root] == [
            "Safe to speak up",
            "Our agreement",
            "Arriving",
            "What stays unsaid",
            "Next steps",
            "Minutes",
            "What was done with what people wrote",
        ]


def test_a_record_without_a_title_is_still_called_something() -> None:
    with opened(make_record(replace(a_summary(), title=" "))) as pdf:
        assert str(pdf.docinfo.Title) == "Workshop record"


def test_the_day_is_written_without_a_time_for_any_year() -> None:
    with opened(make_record(replace(a_summary(), held_on=date(2031, 1, 2)))) as pdf:
        assert str(pdf.docinfo.CreationDate) == "D:20310102000000Z"


def test_nothing_that_draws_is_loaded_before_the_first_record() -> None:
    code = (
        "import sys, facilitator.record;"
        "drawing = {'reportlab', 'uharfbuzz', 'pikepdf', 'bidi'};"
        "sys.exit(not drawing.isdisjoint(sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False, cwd=ROOT).returncode == 0


@pytest.mark.parametrize("text", ["word " * 600, "w" * 3000, "שלום \U0001fa77 " * 300])
def test_a_record_can_be_made_whatever_the_length_of_what_was_entered(text: str) -> None:
    whole = in_two_languages()
    for summary in (
        replace(whole, title=text),
        replace(whole, group=text),
        replace(whole, purpose=text),
        replace(whole, recipients=text),
        replace(whole, facilitator=text, reach=text, support=text),
    ):
        assert make_record(summary).startswith(b"%PDF-")


@pytest.mark.parametrize("before", range(8, 28))
def test_no_line_of_a_list_is_left_alone_under_its_heading(before: int) -> None:
    first, second = a_summary().steps[0], a_summary().steps[0]
    steps = (
        replace(first, said=tuple(f"Line {number}" for number in range(before))),
        replace(second, said=("One", "Two", "Three", "Four")),
    )
    with opened(make_record(replace(a_summary(), agreement=(), steps=steps, parked=()))) as pdf:
        bodies = [
            thing
            for thing in pdf.objects
            if isinstance(thing, Dictionary) and thing.get("/S") == Name.LBody
        ]
        pages = [body.K[0].Pg.objgen for body in bodies]
    assert len(set(pages[before : before + 2])) == 1
