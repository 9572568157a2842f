"""The planner's additions to the shared style sheet."""

from string import Template

from facilitator.ui.widgets.style import style_sheet
from facilitator.ui.widgets.theme import Palette

_SHEET = Template(
    """
QFrame[side="top"] { background: $panel; border: 0; border-bottom: 1px solid $rule; }
QScrollArea[head="true"], QScrollArea[head="true"] > QWidget > QWidget { background: $panel;
  border-radius: 0; }
QFrame[side="right"] { background: $panel; border: 0; border-left: 1px solid $rule; }
QFrame[picture="true"] { border: 1px solid $rule; background: $ground; }
QLabel[role="workshop"] { font-size: ${workshop}px; font-weight: 700; }
QLabel[role="field"] { font-size: ${small}px; font-weight: 600; }
QListView[steps="true"] { background: transparent; border: 3px solid transparent;
  border-radius: 12px; }
QListView[steps="true"]:focus { border-color: $accent; }
"""
)


def planner_style(palette: Palette, text_px: int) -> str:
    """Build the planner's style sheet for a theme and a size of body text in pixels."""
    values = {name: getattr(palette, name) for name in palette.__slots__ if name != "theme"}
    values |= {"workshop": round(text_px * 1.25), "small": round(text_px * 0.875)}
    return style_sheet(palette, text_px) + _SHEET.substitute(values)
