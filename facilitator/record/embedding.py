"""Fonts as the PDF carries them: only the glyphs in use, each with the text that it stands for."""

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String

from facilitator.record.drawing import FontsInUse
from facilitator.record.typeface import Typeface

SILENT = "\u200b"  # for a glyph that adds no character: its word is spelled beside it
SYMBOLIC = 4
MOST_ENTRIES = 100  # in one table of a character map


def embedded(pdf: Pdf, fonts: FontsInUse) -> Dictionary:
    """Return the dictionary of all fonts by their names in the document."""
    return Dictionary(
        {
            f"/{name}": _font(pdf, name, face, fonts.texts[name])
            for name, face in fonts.faces.items()
        }
    )


def _font(pdf: Pdf, name: str, face: Typeface, texts: dict[int, str]) -> Object:
    base = Name(f"/{_prefix(int(name[1:]))}+{face.name}")
    character_map = Stream(pdf, _character_map(texts).encode("ascii"))
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.Type0,
            BaseFont=base,
            Encoding=Name("/Identity-H"),
            DescendantFonts=Array([_descendant(pdf, base, face, sorted({0, *texts}))]),
            ToUnicode=pdf.make_indirect(character_map),
        )
    )


def _prefix(number: int) -> str:
    return "RECO" + chr(65 + number // 26) + chr(65 + number % 26)


def _descendant(pdf: Pdf, base: Name, face: Typeface, glyphs: list[int]) -> Object:
    identity = Dictionary(Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0)
    widths = Array([])
    for glyph in glyphs:
        widths.append(glyph)
        widths.append(Array([round(face.width_of(glyph))]))
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.CIDFontType2,
            BaseFont=base,
            CIDSystemInfo=identity,
            CIDToGIDMap=Name.Identity,
            DW=1000,
            W=widths,
            FontDescriptor=_descriptor(pdf, base, face, glyphs),
        )
    )


def _descriptor(pdf: Pdf, base: Name, face: Typeface, glyphs: list[int]) -> Object:
    data = face.cut_to(glyphs)
    ascent, descent = round(face.ascent), round(face.descent)
    return pdf.make_indirect(
        Dictionary(
            Type=Name.FontDescriptor,
            FontName=base,
            Flags=SYMBOLIC,
            StemV=80,
            ItalicAngle=0,
            Ascent=ascent,
            Descent=descent,
            CapHeight=round(face.ascent * 0.72),
            FontBBox=Array([-1000, descent, 3000, ascent]),
            FontFile2=pdf.make_indirect(Stream(pdf, data, Length1=len(data))),
        )
    )


def _character_map(texts: dict[int, str]) -> str:
    pairs = [(glyph, text or SILENT) for glyph, text in sorted(texts.items()) if glyph]
    lines = [
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
        "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def",
        "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
        "1 begincodespacerange <0000> <FFFF> endcodespacerange",
    ]
    for start in range(0, len(pairs), MOST_ENTRIES):
        some = pairs[start : start + MOST_ENTRIES]
        lines.append(f"{len(some)} beginbfchar")
        lines += [f"<{glyph:04X}> <{text.encode('utf-16-be').hex()}>" for glyph, text in some]
        lines.append("endbfchar")
    lines.append("endcmap CMapName currentdict /CMap defineresource pop end end")
    return "\n".join(lines)
