"""What PDF/A asks a file to say about itself: its properties, twice, and its colour profile.

PDF/A asks for the properties in a dictionary and as metadata (XMP), and both have to agree.
"""

from dataclasses import dataclass
from datetime import date
from html import escape

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream, PDFString

from facilitator.domain.text.language import Language
from facilitator.pdf.colour_profile import srgb_profile
from facilitator.pdf.reportlab_types import Document

MAKER = "Facilitator"


@dataclass(frozen=True, slots=True)
class Properties:
    """The properties of the file."""

    title: str
    language: Language
    day: date | None = None  # the day it is given; without one the file tells no date


def information(properties: Properties) -> PDFDictionary:
    """Write the dictionary of properties that the trailer refers to."""
    entries = {
        "Title": PDFString(properties.title),
        "Creator": PDFString(MAKER),
        "Producer": PDFString(MAKER),
    }
    if properties.day is not None:
        day = PDFString(f"D:{properties.day:%Y%m%d}000000Z")
        entries |= {"CreationDate": day, "ModDate": day}
    return PDFDictionary(entries)


def make_archival(document: Document, properties: Properties) -> None:
    """Add to a document's catalogue what PDF/A asks for."""
    catalogue = vars(document.Catalog)
    catalogue["Metadata"] = document.Reference(_metadata(properties))
    intents = PDFArray([document.Reference(_output_intent(document))])
    defaults = type(document.Catalog).__dict__["__Defaults__"]
    catalogue["__Defaults__"] = {**defaults, "OutputIntents": intents}


def _output_intent(document: Document) -> PDFDictionary:
    profile = PDFStream(PDFDictionary({"N": 3}), srgb_profile())
    return PDFDictionary(
        {
            "Type": PDFName("OutputIntent"),
            "S": PDFName("GTS_PDFA1"),
            "OutputConditionIdentifier": PDFString("sRGB"),
            "Info": PDFString("sRGB IEC61966-2.1"),
            "DestOutputProfile": document.Reference(profile),
        }
    )


def _metadata(properties: Properties) -> PDFStream:
    """Write the metadata (XMP), uncompressed, so that a program can search the file for it."""
    text = METADATA.format(
        title=escape(properties.title, quote=False),
        language=escape(properties.language, quote=False),
        maker=MAKER,
        dates=""
        if properties.day is None
        else DATES.format(day=f"{properties.day:%Y-%m-%d}T00:00:00Z"),
    )
    kind = PDFDictionary({"Type": PDFName("Metadata"), "Subtype": PDFName("XML")})
    return PDFStream(kind, text.encode("utf-8"), filters=[])


DATES = "<xmp:CreateDate>{day}</xmp:CreateDate><xmp:ModifyDate>{day}</xmp:ModifyDate>\n"
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
{dates}</rdf:Description>
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
