"""Every text on the board is at 7 to 1 on its ground, in every theme."""

from facilitator.room.layout.layout import lay_out
from facilitator.room.layout.sheet import BandItem, BoxItem, Sheet, TextItem, Tone
from facilitator.room.pages.picture import Spec
from facilitator.room.spec import Tint
from facilitator.ui.widgets.theme import PALETTES, TINTS, Palette, contrast
from tests.helpers.rulers import FixedRuler
from tests.room.layout.test_frame import EVERY_PAGE

BAND = "the band of what is now"
PAPER = "the paper"


def pairs(sheet: Sheet) -> set[tuple[Tone, str]]:
    """Return each tone of a text with the ground under it."""
    under = [item for item in sheet.items if isinstance(item, BoxItem | BandItem)]
    tones: set[tuple[Tone, str]] = set()
    for text in (item for item in sheet.items if isinstance(item, TextItem)):
        middle = text.area.y + text.line_height / 2
        grounds = [
            item.tint.value if isinstance(item, BoxItem) else BAND
            for item in under
            if item.area.y <= middle <= item.area.bottom
            and item.area.x <= text.area.x <= item.area.right
        ]
        tones.add((text.style.tone, grounds[-1] if grounds else PAPER))
    return tones


def colour_of(tone: Tone, palette: Palette) -> str:
    return {
        Tone.TEXT: palette.text,
        Tone.MUTED: palette.muted,
        Tone.ACCENT: palette.accent,
        Tone.ON_TINT: palette.on_tint,
    }[tone]


def ground_of(name: str, palette: Palette) -> str:
    if name == PAPER:
        return palette.ground
    return palette.selected if name == BAND else TINTS[Tint(name)].ground


def test_every_text_of_every_page_is_read_at_seven_to_one() -> None:
    used: set[tuple[Tone, str]] = set()
    for _name, content, languages in EVERY_PAGE:
        for sheet in lay_out(content, languages, Spec(), FixedRuler()):
            used |= pairs(sheet)
    assert {ground for _tone, ground in used} >= {PAPER, BAND, Tint.BUTTER.value}
    for palette in PALETTES.values():
        for tone, ground in used:
            colours = colour_of(tone, palette), ground_of(ground, palette)
            assert contrast(*colours) >= 7, (palette.theme, tone, ground)
