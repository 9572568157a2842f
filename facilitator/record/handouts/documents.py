"""Which document is drawn by what."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from facilitator.record.handouts.cards import blank_cards, large_blank_cards
from facilitator.record.handouts.pack import Handout, Pack, Print
from facilitator.record.handouts.prompts import prompts
from facilitator.record.handouts.running_order import running_order

_DRAWING: Mapping[Handout, Callable[[Pack, Print], bytes]] = MappingProxyType(
    {
        Handout.RUNNING_ORDER: running_order,
        Handout.PROMPTS: prompts,
        Handout.CARDS: blank_cards,
        Handout.LARGE_CARDS: large_blank_cards,
    }
)


def draw_handout(handout: Handout, pack: Pack, printing: Print) -> bytes:
    """Draw a document of the pack as a PDF."""
    return _DRAWING[handout](pack, printing)
