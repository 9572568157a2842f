"""The colours of the hills, on the board and on the cards of Home."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from facilitator.room.spec import Theme, Tint


@dataclass(frozen=True, slots=True)
class Hills:
    """The hills' colours in one theme: tints let into its ground, as quiet as on warm paper."""

    sky: str
    stone: str
    apricot: str
    butter: str
    line: str

    def of(self, tint: Tint | None) -> str | None:
        """Return the colour for a tint; ``None`` for paper."""
        return None if tint is None else str(getattr(self, tint.value))


HILLS: Mapping[Theme, Hills] = MappingProxyType(
    {
        Theme.WARM: Hills("#C2DAEE", "#DDD4CA", "#F6C79B", "#FDF4C7", "#4A453D"),
        Theme.COOL: Hills("#BDDAF3", "#D8D4CF", "#F0C6A0", "#F8F3CC", "#40474D"),
        Theme.CONTRAST: Hills("#C4DEF6", "#DFD8D3", "#F7CAA3", "#FFF8D0", "#474747"),
        Theme.DIM: Hills("#273D50", "#333A41", "#423A33", "#3A403A", "#7F8D98"),
    }
)
