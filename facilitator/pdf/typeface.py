"""A font that shapes text, measures it, and can be cut down to the glyphs in use.

HarfBuzz does all three. It has no types, so this module is the only one that uses it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

import uharfbuzz as _hb

from facilitator.pdf.fonts import FontFile

LEFT_TO_RIGHT = {"kern": True, "liga": True}
RIGHT_TO_LEFT = {"kern": True, "liga": False, "dlig": False}  # ligatures would be copied backwards
NOT_EMBEDDED = (
    *("GSUB", "GPOS", "GDEF", "STAT", "DSIG", "MATH", "BASE", "kern", "meta", "gasp"),
    *("vhea", "vmtx", "VORG", "HVAR", "MVAR", "name"),
)


@dataclass(frozen=True, slots=True)
class Glyph:
    """A shaped glyph; lengths are in thousandths of the type size.

    ``cluster`` is the index in the text of its first character.
    """

    number: int
    cluster: int
    advance: float
    right: float
    up: float


class Typeface:
    """One font file at one weight."""

    def __init__(self, source: FontFile) -> None:
        self.name = source.name
        self._axes = {} if source.weight is None else {"wght": float(source.weight)}
        self._face = _hb.Face(_hb.Blob.from_file_path(str(source.path)))
        self._font = _hb.Font(self._face)
        if self._axes:
            self._font.set_variations(self._axes)
        self._per_mille = 1000 / self._face.upem
        extents = self._font.get_font_extents("ltr")
        self.ascent: float = extents.ascender * self._per_mille
        self.descent: float = extents.descender * self._per_mille
        self._glyphs: dict[str, int] = {}

    def glyph_of(self, character: str) -> int:
        """Return the glyph's number, or 0 if the font lacks the character."""
        if character not in self._glyphs:
            self._glyphs[character] = self._font.get_nominal_glyph(ord(character)) or 0
        return self._glyphs[character]

    def width_of(self, glyph: int) -> float:
        """Return a glyph's own width in thousandths of the type size."""
        return float(self._font.get_glyph_h_advance(glyph) * self._per_mille)

    def shaped(self, text: str, *, rtl: bool) -> tuple[Glyph, ...]:
        """Shape a text in one script; the glyphs are from left to right."""
        buffer = _hb.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        buffer.direction = "rtl" if rtl else "ltr"
        _hb.shape(self._font, buffer, RIGHT_TO_LEFT if rtl else LEFT_TO_RIGHT)
        unit = self._per_mille
        return tuple(
            Glyph(
                info.codepoint,
                info.cluster,
                place.x_advance * unit,
                place.x_offset * unit,
                place.y_offset * unit,
            )
            for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
        )

    def cut_to(self, glyphs: Iterable[int]) -> bytes:
        """Cut the font down to these glyphs, under their old numbers, at its one weight."""
        wanted = _hb.SubsetInput()
        flags = _hb.SubsetFlags
        wanted.flags = (
            flags.RETAIN_GIDS | flags.NOTDEF_OUTLINE | flags.NO_LAYOUT_CLOSURE | flags.NO_HINTING
        )
        wanted.sets(_hb.SubsetInputSets.GLYPH_INDEX).update(glyphs)
        wanted.sets(_hb.SubsetInputSets.DROP_TABLE_TAG).update(
            int.from_bytes(tag.encode(), "big") for tag in NOT_EMBEDDED
        )
        if self._face.has_var_data:
            wanted.pin_all_axes_to_default(self._face)
            for axis, value in self._axes.items():
                wanted.pin_axis_location(self._face, axis, value)
        return bytes(wanted.subset(self._face).blob.data)


@cache
def typeface(source: FontFile) -> Typeface:
    """Open the font of a file, once."""
    return Typeface(source)
