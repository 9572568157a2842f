"""The console's additions to the shared style sheet: text large enough to read standing."""

from string import Template

from facilitator.ui.widgets.style import style_sheet
from facilitator.ui.widgets.theme import Palette

BODY, SAY, NOW, CLOCK = 18, 26, 32, 88  # pixels, at 100 %, where it is roomy
NOW_SMALL, NOW_LEAST, CLOCK_SMALL = 28, 21, 44  # also, elsewhere
LEAST_SCALE, MOST_SCALE, STEP_SCALE = 100, 160, 10  # per cent

_SHEET = Template(
    """
QLabel[role="say"] { font-size: ${say}px; font-weight: 500; }
QLabel[role="cue"] { font-size: ${say}px; font-weight: 600; color: $text; }
QLabel[role="say"][fit="1"], QLabel[role="cue"][fit="1"] { font-size: ${say_less}px; }
QLabel[role="say"][fit="2"], QLabel[role="cue"][fit="2"] { font-size: ${body}px; }
QLabel[role="now-small"] { font-size: ${now_small}px; font-weight: 700; }
QLabel[role="now-least"] { font-size: ${now_least}px; font-weight: 700; }
QLabel[next="first"] { font-size: ${workshop}px; font-weight: 700; }
QLabel[next="what"] { font-size: ${small}px; font-weight: 500; }
QLabel[role="now"] { font-size: ${now}px; font-weight: 700; }
QLabel[role="kicker"] { color: $muted; font-size: ${small}px; font-weight: 600; }
Button QLabel, Button IconLabel { font-size: ${small}px; }
QListWidget[steps="true"] { font-size: ${small}px; }
QLabel[role="beside"] { font-size: ${small}px; }
QLabel[role="do"] { color: $muted; }
QLabel[role="face"] { font-size: ${clock}px; font-weight: 800; }
QLabel[role="face-small"] { font-size: ${face_small}px; font-weight: 800; }
QLabel[role="workshop"] { font-size: ${workshop}px; font-weight: 700; }
QLabel[role="workshop-small"] { font-size: ${body}px; font-weight: 700; }
QLabel[role="notice"] { font-weight: 600; }
QLabel[role="promise"] { font-size: ${promise}px; }
QPushButton[chip] { background: $chip; color: $text; border: 1px solid $chip; border-radius: 14px;
  padding: 0 12px; min-height: 30px; min-width: 24px; font-size: ${small}px; font-weight: 600; }
QPushButton[chip]:hover { background: $hover; border-color: $faint; }
QPushButton[chip]:pressed { background: $pressed; border-color: $faint; }
QPushButton[chip]:disabled { background: $ground; color: $off; border: 1px dashed $faint; }
QPushButton[chip]:focus { border: 3px solid $accent; padding: 0 10px; min-height: 26px;
  min-width: 20px; }
QWidget[ground="true"] { background: $ground; }
QFrame[side="left"] { background: $panel; border: 0; border-right: 1px solid $rule; }
QFrame[side="right"] { background: $panel; border: 0; border-left: 1px solid $rule; }
QFrame[side="top"] { background: $panel; border: 0; border-bottom: 1px solid $rule; }
QFrame[search="true"] { background: $panel; border: 2px solid $accent; border-radius: 12px; }
QFrame[stage="true"]:focus { border: 0; }
QFrame[picture="true"] { border: 1px solid $rule; background: $ground; }
QLineEdit[note="true"] { background: $ground; border-color: $rule; }
QListWidget { border: 0; }
QTreeWidget { border: 3px solid transparent; }
QTreeWidget:focus { border: 3px solid $accent; }
QTreeWidget::item { padding: 2px 8px; min-height: 0; }
QListWidget:focus { border: 3px solid $accent; }
"""
)


def console_style(palette: Palette, scale: int) -> str:
    """Build the console's style sheet; ``scale`` is its text size in per cent."""
    values = {name: getattr(palette, name) for name in palette.__slots__ if name != "theme"}
    sizes = {
        "say": SAY,
        "now": NOW,
        "clock": CLOCK,
        "body": BODY,
        "small": 16,
        "workshop": 20,
        "promise": 20,
        "face_small": CLOCK_SMALL,
        "say_less": 22,
        "now_small": NOW_SMALL,
        "now_least": NOW_LEAST,
    }
    values |= {name: round(pixels * scale / 100) for name, pixels in sizes.items()}
    return style_sheet(palette, round(BODY * scale / 100)) + _SHEET.substitute(values)
