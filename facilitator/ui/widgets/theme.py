"""The colours of all windows. Every pair in use is checked for contrast by a test."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from facilitator.room.spec import Theme, Tint


@dataclass(frozen=True, slots=True)
class NoteTint:
    """The background of a note, and its symbol, so that meaning never depends on colour alone."""

    ground: str
    symbol: str


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours of one theme, as ``#rrggbb``."""

    theme: Theme
    ground: str  # behind everything
    text: str
    muted: str  # text of less weight
    accent: str  # main buttons, links, the ring, focus
    on_accent: str
    rule: str  # thin lines and outlines
    panel: str  # cards, fields, side panels
    chip: str  # ground of chips and quiet cards
    selected: str  # ground of what is chosen
    faint: str  # the ring's empty part, borders of empty boxes
    off: str  # text of what cannot be used now
    hover: str  # ground of a control under the pointer
    pressed: str  # ground of a control while it is pressed
    accent_hover: str  # the same for a main button
    accent_pressed: str
    butter: str = "#FFF3B0"  # calls for attention
    butter_edge: str = "#8A7A2A"
    butter_hover: str = "#FFE890"  # ground of a quiet control on butter
    butter_pressed: str = "#F5D86A"
    on_tint: str = "#1C1A17"  # text on butter and on every note

    @property
    def is_dark(self) -> bool:
        """Whether text is light on a dark background."""
        return luminance(self.text) > luminance(self.ground)


TINTS: Mapping[Tint, NoteTint] = MappingProxyType(
    {
        Tint.SKY: NoteTint("#9CC8F0", "●"),
        Tint.BUTTER: NoteTint("#FFF3B0", "■"),
        Tint.APRICOT: NoteTint("#F2A766", "▲"),
        Tint.STONE: NoteTint("#C9BEB4", "◆"),
    }
)


WARM = Palette(
    theme=Theme.WARM,
    ground="#FBF6EA",
    text="#1C1A17",
    muted="#4A453D",
    accent="#00527A",
    on_accent="#FFFFFF",
    rule="#DACFB9",
    panel="#FFFFFF",
    chip="#F2EBDC",
    selected="#D9EAF4",
    faint="#7A7468",
    off="#625D52",
    hover="#F2EBDC",
    pressed="#E3D8C2",
    accent_hover="#003F5E",
    accent_pressed="#002B42",
)
COOL = Palette(
    theme=Theme.COOL,
    ground="#EEF4F7",
    text="#1C1A17",
    muted="#40474D",
    accent="#00527A",
    on_accent="#FFFFFF",
    rule="#C3CFD6",
    panel="#FFFFFF",
    chip="#E0E9EE",
    selected="#CFE4F1",
    faint="#68757E",
    off="#56626B",
    hover="#E0E9EE",
    pressed="#C9D7DF",
    accent_hover="#003F5E",
    accent_pressed="#002B42",
)
CONTRAST = Palette(
    theme=Theme.CONTRAST,
    ground="#FFFFFF",
    text="#000000",
    muted="#000000",
    accent="#003D5C",
    on_accent="#FFFFFF",
    rule="#000000",
    panel="#FFFFFF",
    chip="#EDEDED",
    selected="#D9EAF4",
    faint="#595959",
    off="#4D4D4D",
    hover="#EDEDED",
    pressed="#CFCFCF",
    accent_hover="#00283D",
    accent_pressed="#000000",
    butter_edge="#000000",
    on_tint="#000000",
)
DIM = Palette(
    theme=Theme.DIM,
    ground="#16202A",
    text="#F4EFE4",
    muted="#CBD2D6",
    accent="#9CC8F0",
    on_accent="#16202A",
    rule="#3A4B59",
    panel="#1D2935",
    chip="#283644",
    selected="#2B4459",
    faint="#7F8D98",
    off="#A4B1BB",
    hover="#283644",
    pressed="#3A4E61",
    accent_hover="#BBDAF5",
    accent_pressed="#DCECFA",
)

PALETTES: Mapping[Theme, Palette] = MappingProxyType(
    {palette.theme: palette for palette in (WARM, COOL, CONTRAST, DIM)}
)


def palette_of(theme: Theme) -> Palette:
    """Look up the colours of a theme."""
    return PALETTES[theme]


def luminance(colour: str) -> float:
    """Compute the relative luminance of ``#rrggbb`` after WCAG, 0 to 1."""
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(colour: str, other: str) -> float:
    """Compute the contrast of two colours after WCAG, 1 to 21."""
    dark, light = sorted((luminance(colour), luminance(other)))
    return (light + 0.05) / (dark + 0.05)
