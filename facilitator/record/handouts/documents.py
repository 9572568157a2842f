"""Which document is drawn by what."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from facilitator.record.handouts.before import before
from facilitator.record.handouts.cards import blank_cards, large_blank_cards
from facilitator.record.handouts.dots import dots
from facilitator.record.handouts.interpreter import interpreter
from facilitator.record.handouts.pack import Handout, Pack, Print
from facilitator.record.handouts.poster import poster
from facilitator.record.handouts.privacy import privacy
from facilitator.record.handouts.prompts import prompts
from facilitator.record.handouts.running_order import running_order
from facilitator.record.handouts.scales import scales
from facilitator.record.handouts.signals import signals

_DRAWING: Mapping[Handout, Callable[[Pack, Print], bytes]] = MappingProxyType(
    {
        Handout.RUNNING_ORDER: running_order,
        Handout.PROMPTS: prompts,
        Handout.CARDS: blank_cards,
        Handout.LARGE_CARDS: large_blank_cards,
        Handout.BEFORE: before,
        Handout.SCALES: scales,
        Handout.POSTER: poster,
        Handout.DOTS: dots,
        Handout.SIGNALS: signals,
        Handout.PRIVACY: privacy,
        Handout.INTERPRETER: interpreter,
    }
)


def draw_handout(handout: Handout, pack: Pack, printing: Print) -> bytes:
    """Draw a document of the pack as a PDF."""
    return _DRAWING[handout](pack, printing)
