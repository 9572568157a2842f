"""A story built into a PDF that is tagged (PDF/UA-1) and archival (PDF/A-2a).

The file is the same byte by byte for the same story; its only date is the day it is given.
"""

import gc
import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from xml.sax.saxutils import escape

from pikepdf import Array, Dictionary, Name, Object, ObjectStreamMode, Pdf, Stream, String
from reportlab.platypus import BaseDocTemplate, PageTemplate
from reportlab.platypus.flowables import Flowable

from facilitator.domain.text.language import Language
from facilitator.pdf.canvas import Footer, TaggedCanvas
from facilitator.pdf.colour_profile import srgb_profile
from facilitator.pdf.shaping import font_stack
from facilitator.pdf.tags import Tag

MAKER = "Facilitator"


@dataclass(frozen=True, slots=True)
class Properties:
    """All that the file says about itself."""

    title: str
    language: Language
    day: date


@dataclass(frozen=True, slots=True)
class Layout:
    """The pages that a story flows through: their size in points, templates and footer."""

    size: tuple[float, float]
    templates: Sequence[PageTemplate]
    footer: Footer | None = None


def build(story: list[Flowable], root: Tag, layout: Layout, properties: Properties) -> bytes:
    """Return the PDF of a story, which it consumes, and whose tags are in ``root``."""
    try:
        file = _flowed(story, root, layout, properties.language)
    finally:
        font_stack.cache_clear()  # it caches shaped words, which are people's words
    gc.collect()  # canvas and document refer to each other, and are as large as the file
    return _finished(file, properties)


def _flowed(story: list[Flowable], root: Tag, layout: Layout, language: Language) -> io.BytesIO:
    """Return the file as reportlab writes it: complete, but for the parts of PDF/A."""
    file = io.BytesIO()
    template = BaseDocTemplate(
        file,
        pagesize=layout.size,
        pageTemplates=list(layout.templates),
        invariant=1,
        lang=language,
    )
    template.build(story, canvasmaker=partial(TaggedCanvas, root=root, footer=layout.footer))
    return file


def _finished(file: io.BytesIO, properties: Properties) -> bytes:
    """Return the file with the parts of PDF/A, in object streams, which make it smaller."""
    with Pdf.open(file) as pdf:
        pdf.Root.OutputIntents = Array([_output_intent(pdf)])
        pdf.Root.Metadata = _metadata(pdf, properties)
        _write_properties(pdf, properties)
        finished = io.BytesIO()
        pdf.save(
            finished,
            min_version="1.7",
            object_stream_mode=ObjectStreamMode.generate,
            compress_streams=True,
            deterministic_id=True,
        )
    return finished.getvalue()


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
