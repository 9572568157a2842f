"""The corner's look at any display size, after ``design/typing-corner.png``."""

from dataclasses import dataclass, replace
from string import Template

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from facilitator.ui.widgets.style import LEAST_CONTROL, RING, style_sheet
from facilitator.ui.widgets.theme import Palette

DESIGN = QSize(1440, 900)
LEAST_UNIT, MOST_UNIT = 0.72, 1.6
LEAST_TEXT = 15  # pixels
LEAST_MARGINS, LEAST_SPACING, LEAST_PAD = (24, 10), 6, 8  # pixels
SMALLER = (1.0, 0.92, 0.84, 0.76)  # tried in turn, until the promise needs no scrolling

_SHEET = Template(
    """
#corner, #page { background: $ground; }
#promise { font-size: ${promise}px; }
#question { font-size: ${question}px; font-weight: 700; }
#asked { font-size: ${asked}px; font-weight: 700; }
#line { font-size: ${line}px; font-weight: 700; background: $butter; color: $on_tint;
  border-radius: 8px; padding: ${line_pad}px 14px; }
#answers { font-size: ${answer}px; border: ${ring}px solid $rule; border-radius: 12px;
  background: $ground; padding: 2px; }
#answers:focus { border: ${ring}px solid $accent; }
#between { background: $rule; border: 0; min-width: 2px; max-width: 2px; }
#field { font-size: ${field}px; min-height: 0; border: ${ring}px solid $accent;
  border-radius: 12px; padding: ${pad}px; background: $panel; color: $text; }
#cover { font-size: ${control}px; font-weight: 700; border: 2px solid $text; padding: 6px 17px;
  text-align: left; }
#cover:focus { border: ${ring}px solid $accent; padding: 5px 16px; }
#measure { font-size: ${control}px; color: $muted; }
#done { font-size: ${done}px; font-weight: 700; padding: 8px ${sides}px;
  min-height: ${tall}px; border: 6px solid $accent; }
#done:focus { border: 6px double $on_accent; }
#plain, #tick, #another, #choice { font-size: ${control}px; min-height: ${rows}px; }
#another:focus, #choice:focus, #plain:focus { min-height: ${focused}px; }
#accent { font-size: ${control}px; min-width: ${key}px; padding: 0; }
#hint { font-size: ${promise}px; }
#still { font-size: ${promise}px; font-weight: 700; }
#foot { font-size: ${foot}px; color: $muted; }
#thanks { font-size: ${question}px; font-weight: 700; }
#thanks_text { font-size: ${field}px; }
"""
)


@dataclass(frozen=True, slots=True)
class Look:
    """Colours, and the scale of the design's pixels."""

    palette: Palette
    unit: float
    languages: int = 1
    tight: bool = False

    @classmethod
    def for_size(cls, palette: Palette, size: QSize, text_scale: float, languages: int) -> "Look":
        """Build the look for a display, optionally with larger text."""
        fit = min(size.width() / DESIGN.width(), size.height() / DESIGN.height())
        return cls(palette, min(max(fit, LEAST_UNIT), MOST_UNIT) * text_scale, languages)

    def smaller(self, share: float) -> "Look":
        """Scale the look by a factor."""
        return replace(self, unit=self.unit * share)

    def tighter(self) -> "Look":
        """Reduce the look to minimal spacing."""
        return replace(self, tight=True)

    def pixels(self, design: float) -> int:
        """Convert a length of the design to pixels; texts are at least 15."""
        return max(LEAST_TEXT, round(design * self.unit))

    @property
    def margins(self) -> tuple[int, int]:
        """The minimum margins at the sides, and above and below, in pixels."""
        if self.tight:
            return LEAST_MARGINS
        return round((96 if self.languages > 1 else 128) * self.unit), round(32 * self.unit)

    @property
    def spacing(self) -> int:
        """The spacing between widgets, in pixels."""
        return LEAST_SPACING if self.tight else round(18 * self.unit)

    @property
    def width(self) -> int:
        """The maximum width of texts, in pixels."""
        return round((1300 if self.languages > 1 else 1100) * self.unit)

    def sheet(self) -> str:
        """Build the style sheet."""
        both = self.languages > 1
        sizes = {
            "promise": self.pixels(20 if both else 23),
            "question": self.pixels(34 if both else 50),
            "asked": self.pixels(26 if both else 32),
            "line_pad": round(8 * self.unit),
            "line": self.pixels(24 if both else 28),
            "answer": self.pixels(19 if both else 24),
            "field": self.pixels(32),
            "control": self.pixels(18 if both else 20),
            "done": self.pixels(22 if both else 28),
            "foot": self.pixels(16),
            "pad": LEAST_PAD if self.tight else self.pixels(24),
            "sides": self.pixels(44),
            "tall": self.pixels(52),
            "rows": max(LEAST_CONTROL - 2, round(self.pixels(18) * 3 if both else 0)),
            "focused": max(LEAST_CONTROL - 2, round(self.pixels(18) * 3 if both else 0)) - 4,
            "key": LEAST_CONTROL,
            "ring": RING,
        }
        names = (
            "ground",
            "text",
            "muted",
            "accent",
            "on_accent",
            "rule",
            "panel",
            "butter",
            "on_tint",
        )
        colours = {name: getattr(self.palette, name) for name in names}
        body = style_sheet(self.palette, self.pixels(18))
        return body + _SHEET.substitute(colours | sizes)


def set_style(widget: QWidget, sheet: str) -> None:
    """Set a style sheet unless the widget has it: Qt polishes everything below it again."""
    if widget.styleSheet() != sheet:
        widget.setStyleSheet(sheet)
