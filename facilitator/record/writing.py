"""A drawing written down as a PDF that is tagged (PDF/UA-1) and archival (PDF/A-2a).

The file is the same byte by byte for the same drawing; its only date is the workshop's day.
"""

import io
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from xml.sax.saxutils import escape

from pikepdf import Array, Dictionary, Name, Object, ObjectStreamMode, Pdf, Stream, String
from pikepdf import Page as WrittenPage

from facilitator.domain.language import Language
from facilitator.record.colour_profile import srgb_profile
from facilitator.record.drawing import Bookmark, Drawing, Page
from facilitator.record.embedding import embedded
from facilitator.record.styles import PAGE_HEIGHT, PAGE_WIDTH
from facilitator.record.tags import Tag

MAKER = "Facilitator"


@dataclass(frozen=True, slots=True)
class Properties:
    """All that the file says about itself."""

    title: str
    language: Language
    day: date


def written(drawing: Drawing, properties: Properties) -> bytes:
    """Return the drawing as a PDF."""
    pdf = Pdf.new()
    fonts = pdf.make_indirect(embedded(pdf, drawing.fonts))
    for page in drawing.pages:
        pdf.pages.append(_page(pdf, page, fonts))
    pages: list[Object] = [page.obj for page in pdf.pages]
    root = pdf.Root
    root.StructTreeRoot = _Structure(pdf, pages).of(drawing)
    root.MarkInfo = Dictionary(Marked=True)
    root.Lang = String(properties.language)
    root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    root.PageMode = Name.UseOutlines
    root.OutputIntents = Array([_output_intent(pdf)])
    root.Metadata = _metadata(pdf, properties)
    _write_outline(pdf, pages, drawing.bookmarks)
    _write_properties(pdf, properties)
    file = io.BytesIO()
    pdf.save(
        file,
        min_version="1.7",
        object_stream_mode=ObjectStreamMode.generate,
        compress_streams=True,
        deterministic_id=True,
    )
    return file.getvalue()


def _page(pdf: Pdf, page: Page, fonts: Object) -> WrittenPage:
    operators = "\n".join(page.operators).encode("ascii")
    return WrittenPage(
        Dictionary(
            Type=Name.Page,
            MediaBox=Array([0, 0, PAGE_WIDTH, PAGE_HEIGHT]),
            Resources=Dictionary(Font=fonts),
            Contents=pdf.make_indirect(Stream(pdf, operators)),
            StructParents=page.place,
            Tabs=Name.S,
        )
    )


class _Structure:
    """Writes the tree of tags, and the way back from each mark to its element."""

    def __init__(self, pdf: Pdf, pages: list[Object]) -> None:
        self._pdf, self._pages = pdf, pages
        self._written: dict[int, Object] = {}

    def of(self, drawing: Drawing) -> Object:
        root = self._pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        root.K = self._element(drawing.root.pruned(), root)
        way_back = Array([])
        for page in drawing.pages:
            way_back.append(page.place)
            marked = Array([self._written[id(tag)] for tag in page.marked])
            way_back.append(self._pdf.make_indirect(marked))
        root.ParentTree = self._pdf.make_indirect(Dictionary(Nums=way_back))
        root.ParentTreeNextKey = len(drawing.pages)
        return root

    def _element(self, tag: Tag, parent: Object) -> Object:
        element = self._pdf.make_indirect(
            Dictionary(Type=Name.StructElem, S=Name(f"/{tag.kind}"), P=parent)
        )
        self._written[id(tag)] = element
        if tag.language is not None:
            element.Lang = String(tag.language)
        if tag.spelled:
            element.ActualText = String(tag.spelled)
        attributes = _attributes(tag)
        if attributes:
            element.A = Array(attributes)
        marks = [self._mark(page, number) for page, number in tag.marks]
        element.K = Array([*marks, *(self._element(one, element) for one in tag.under)])
        return element

    def _mark(self, page: int, number: int) -> Object:
        return Dictionary(Type=Name.MCR, Pg=self._pages[page], MCID=number)


def _attributes(tag: Tag) -> list[Dictionary]:
    found = []
    if tag.numbering:
        found.append(Dictionary(O=Name.List, ListNumbering=Name(f"/{tag.numbering}")))
    if tag.rtl:
        found.append(Dictionary(O=Name.Layout, WritingMode=Name.RlTb))
    return found


def _write_outline(pdf: Pdf, pages: list[Object], bookmarks: list[Bookmark]) -> None:
    outline = pdf.make_indirect(Dictionary(Type=Name.Outlines, Count=len(bookmarks)))
    entries = [
        pdf.make_indirect(
            Dictionary(
                Title=String(one.title),
                Parent=outline,
                Dest=Array([pages[one.page], Name.XYZ, None, one.top, None]),
            )
        )
        for one in bookmarks
    ]
    for before, after in pairwise(entries):
        before.Next, after.Prev = after, before
    outline.First, outline.Last = entries[0], entries[-1]
    pdf.Root.Outlines = outline


def _write_properties(pdf: Pdf, properties: Properties) -> None:
    day = String(f"D:{properties.day:%Y%m%d}000000Z")
    pdf.trailer.Info = pdf.make_indirect(
        Dictionary(
            Title=String(properties.title),
            Creator=String(MAKER),
            Producer=String(MAKER),
            CreationDate=day,
            ModDate=day,
        )
    )


def _output_intent(pdf: Pdf) -> Object:
    profile = pdf.make_indirect(Stream(pdf, srgb_profile(), N=3))
    return pdf.make_indirect(
        Dictionary(
            Type=Name.OutputIntent,
            S=Name.GTS_PDFA1,
            OutputConditionIdentifier=String("sRGB"),
            Info=String("sRGB IEC61966-2.1"),
            DestOutputProfile=profile,
        )
    )


def _metadata(pdf: Pdf, properties: Properties) -> Object:
    text = METADATA.format(
        title=escape(properties.title),
        language=escape(properties.language),
        maker=MAKER,
        day=f"{properties.day:%Y-%m-%d}T00:00:00Z",
    )
    stream = Stream(pdf, text.encode("utf-8"), Type=Name.Metadata, Subtype=Name.XML)
    return pdf.make_indirect(stream)


METADATA = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfuaid:part>1</pdfuaid:part>
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>{maker}</pdf:Producer><xmp:CreatorTool>{maker}</xmp:CreatorTool>
<xmp:CreateDate>{day}</xmp:CreateDate><xmp:ModifyDate>{day}</xmp:ModifyDate>
</rdf:Description>
<rdf:Description rdf:about=""
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>PDF/UA version identifier</pdfaProperty:description>
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>
"""
