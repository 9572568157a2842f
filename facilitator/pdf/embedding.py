"""Fonts as the PDF embeds them: only the glyphs in use, each with the text that it represents.

reportlab asks a font in ``delayedFonts`` for its objects when the document is saved.
"""

from collections.abc import Iterator
from itertools import count

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFObjectReference,
    PDFStream,
)

from facilitator.pdf.reportlab_types import Document
from facilitator.pdf.shaping import Piece
from facilitator.pdf.typeface import Glyph, Typeface

SILENT = "\u200b"  # for a glyph that adds no character: its word is spelled beside it
SYMBOLIC = 4
MOST_ENTRIES = 100  # in one table of a character map


class EmbeddedFont:
    """A font of a document, with each glyph in use and its text."""

    def __init__(self, face: Typeface, number: int) -> None:
        self.name = f"F{number}"
        self._face = face
        self._base = f"RECO{chr(65 + number // 26)}{chr(65 + number % 26)}+{face.name}"
        self._texts: dict[int, str] = {}

    def use(self, piece: Piece) -> bool:
        """Use a piece's glyphs; return whether they can be read back as the piece's text."""
        readable = True
        for glyph, text in _glyph_texts(piece):
            readable &= self._texts.setdefault(glyph.number, text) == text
        return readable

    def addObjects(self, document: Document) -> None:
        """Add the font's objects to the document."""
        glyphs = sorted({0, *self._texts})
        descendant = PDFDictionary(
            {
                "Type": PDFName("Font"),
                "Subtype": PDFName("CIDFontType2"),
                "BaseFont": PDFName(self._base),
                "CIDSystemInfo": "<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>",
                "CIDToGIDMap": PDFName("Identity"),
                "DW": 1000,
                "W": _widths(self._face, glyphs),
                "FontDescriptor": document.Reference(self._descriptor(document, glyphs)),
            }
        )
        unicode_map = PDFStream(content=_character_map(self._texts))
        font = PDFDictionary(
            {
                "Type": PDFName("Font"),
                "Subtype": PDFName("Type0"),
                "BaseFont": PDFName(self._base),
                "Encoding": PDFName("Identity-H"),
                "DescendantFonts": PDFArray([document.Reference(descendant)]),
                "ToUnicode": document.Reference(unicode_map),
            }
        )
        document.Reference(font, self.name)
        by_name = document.idToObject["BasicFonts"]
        vars(by_name)["dict"][self.name] = PDFObjectReference(self.name)

    def _descriptor(self, document: Document, glyphs: list[int]) -> PDFDictionary:
        data = self._face.cut_to(glyphs)
        file = PDFStream(content=data)
        file.dictionary["Length1"] = len(data)
        ascent, descent = round(self._face.ascent), round(self._face.descent)
        return PDFDictionary(
            {
                "Type": PDFName("FontDescriptor"),
                "FontName": PDFName(self._base),
                "Flags": SYMBOLIC,
                "StemV": 80,
                "ItalicAngle": 0,
                "Ascent": ascent,
                "Descent": descent,
                "CapHeight": round(self._face.ascent * 0.72),
                "FontBBox": PDFArray([-1000, descent, 3000, ascent]),
                "FontFile2": document.Reference(file),
            }
        )


class EmbeddedFonts:
    """The fonts of one document."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._fonts: dict[str, EmbeddedFont] = {}
        self._numbers = count(1)

    def of(self, face: Typeface) -> EmbeddedFont:
        """Return the document's font for a typeface."""
        if face.name not in self._fonts:
            font = EmbeddedFont(face, next(self._numbers))
            self._fonts[face.name] = font
            self._document.delayedFonts.append(font)
        return self._fonts[face.name]


def _glyph_texts(piece: Piece) -> Iterator[tuple[Glyph, str]]:
    """Yield each glyph with its text: one character each, the last glyph the rest."""
    starts = sorted({glyph.cluster for glyph in piece.glyphs})
    for start, end in zip(starts, [*starts[1:], len(piece.text)], strict=True):
        cluster = [glyph for glyph in piece.glyphs if glyph.cluster == start]
        for place, glyph in enumerate(cluster):
            last = place == len(cluster) - 1
            yield glyph, piece.text[start + place : end if last else min(start + place + 1, end)]


def _widths(face: Typeface, glyphs: list[int]) -> str:
    return f"[{' '.join(f'{glyph} [{face.width_of(glyph):g}]' for glyph in glyphs)}]"


def _character_map(texts: dict[int, str]) -> str:
    pairs = [(glyph, text or SILENT) for glyph, text in sorted(texts.items()) if glyph]
    lines = [
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
        "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def",
        "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
        "1 begincodespacerange <0000> <FFFF> endcodespacerange",
    ]
    for start in range(0, len(pairs), MOST_ENTRIES):
        chunk = pairs[start : start + MOST_ENTRIES]
        lines.append(f"{len(chunk)} beginbfchar")
        lines += [f"<{glyph:04X}> <{text.encode('utf-16-be').hex()}>" for glyph, text in chunk]
        lines.append("endbfchar")
    lines.append("endcmap CMapName currentdict /CMap defineresource pop end end")
    return "\n".join(lines)
