"""Home's additions to the shared style sheet."""

from string import Template

from facilitator.ui.widgets.style import RING, style_sheet
from facilitator.ui.widgets.theme import Palette

_CARDS = Template(
    """
QFrame[card="next"] { border: 2px solid $accent; }
QPushButton[role="card"] { background: $panel; border: 1px solid $rule; border-radius: 12px;
  padding: 0; text-align: left; }
QPushButton[role="card"]:hover { border: 2px solid $accent; padding: 0; }
QPushButton[role="card"]:pressed { background: $pressed; border: 2px solid $accent; }
QPushButton[role="card"]:disabled { background: $ground; border: 1px dashed $faint; }
QPushButton[role="card"]:focus { border: ${ring}px solid $accent; padding: 0; }
QAbstractSpinBox QLineEdit { border: 0; padding: 0; min-height: 0; background: transparent; }
QLabel[role="brand"] { font-size: ${brand}px; font-weight: 700; }
QLabel[role="problem"] { color: $text; background: $butter; border: 1px solid $butter_edge;
  border-radius: 8px; padding: 8px 12px; font-weight: 600; color: $on_tint; }
"""
)


def home_style(palette: Palette, text_px: int) -> str:
    """Build Home's style sheet for a theme and a size of body text in pixels."""
    colours = {name: getattr(palette, name) for name in palette.__slots__ if name != "theme"}
    own = _CARDS.substitute(colours, ring=RING, brand=round(text_px * 1.75))
    return style_sheet(palette, text_px) + own
