"""The corner's look at any display size, after ``design/corner-2.png``."""

from dataclasses import dataclass, replace
from string import Template

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from facilitator.ui.widgets.style import LEAST_CONTROL, RING, style_sheet
from facilitator.ui.widgets.theme import Palette

DESIGN = QSize(1280, 800)
LEAST_UNIT, MOST_UNIT = 0.72, 1.8
LEAST_TEXT = 15  # pixels
LEAST_MARGINS, LEAST_SPACING, LEAST_GAP, LEAST_PAD = (24, 8), 4, 3, 8  # pixels
SMALLER = (1.0, 0.9, 0.8)  # tried in turn, until everything fits
TIGHTER = 0.7  # of the unit, with the least margins
LOWER = (0.0, 0.9, 1.8)  # lines of text by which fields are lower, tried in turn too

_SHEET = Template(
    """
#corner, #page { background: $ground; }
#short { font-size: ${short}px; font-weight: 700; }
#mark { font-size: ${mark}px; color: $accent; }
#more { font-size: ${control}px; font-weight: 700; color: $accent; background: $panel;
  border: 2px solid $accent; border-radius: 12px; padding: 0 17px; }
#more:hover { background: $hover; }
#more:pressed { background: $pressed; color: $text; }
#more:focus { border: ${ring}px solid $accent; padding: 0 16px; background: $selected;
  color: $chosen; min-height: 42px; min-width: 42px; }
#under { background: $rule; border: 0; min-height: 2px; max-height: 2px; }
#promise { font-size: ${hint}px; }
#question { font-size: ${question}px; font-weight: 700; }
#asked { font-size: ${asked}px; font-weight: 700; }
#line { font-size: ${line}px; font-weight: 700; background: $butter; color: $on_tint;
  border-radius: 8px; padding: ${line_pad}px 14px; }
#answers { font-size: ${answer}px; border: ${ring}px solid $rule; border-radius: 12px;
  background: $ground; padding: 2px; }
#answers:focus { border: ${ring}px solid $accent; }
#between { background: $rule; border: 0; min-width: 2px; max-width: 2px; }
#field { font-size: ${field}px; min-height: 0; border: ${ring}px solid $faint;
  border-radius: 14px; padding: ${pad}px; background: $panel; color: $text; }
#field:hover { border-color: $text; }
#field:focus { border-color: $accent; padding: ${pad}px; }
#cover { border: 2px solid $text; border-radius: 12px; min-height: 0; padding: 0; }
#cover:hover { background: $hover; }
#cover:pressed { background: $pressed; }
#cover:focus { border: ${ring}px solid $accent; min-height: 0; padding: 0; }
#cover QLabel, #cover IconLabel { font-size: ${control}px; font-weight: 700; color: $text; }
#cover:disabled { border: 2px dashed $faint; }
#cover QLabel:disabled, #cover IconLabel:disabled { color: $off; }
#cover QLabel[key="true"] { font-size: ${key_text}px; border: 2px solid $text;
  border-radius: 6px; padding: 2px 8px; }
#measure { font-size: ${foot}px; color: $muted; background: transparent; }
#measure[says="true"] { font-size: ${hint}px; color: $text; font-weight: 700; }
#done { font-size: ${done}px; font-weight: 700; padding: 0 ${sides}px; border-radius: 14px;
  min-height: ${tall}px; min-width: ${broad}px; border: ${ring}px solid $accent; }
#done:hover { border-color: $accent_hover; }
#done:pressed { border-color: $accent_pressed; }
#done:focus { border: ${ring}px solid $accent; padding: 0 ${sides}px; border-radius: 14px;
  min-height: ${tall}px; min-width: ${broad}px; }
#plain, #tick, #drawing, #another, #choice { font-size: ${control}px; min-height: ${rows}px; }
#tick, #drawing, #another, #choice { font-weight: 700; }
#plain:focus, #another:focus, #choice:focus { min-height: ${focused}px; }
#tick::indicator, #drawing::indicator { width: 24px; height: 24px; border: 2px solid $text;
  border-radius: 6px; }
#tick::indicator:checked, #drawing::indicator:checked { border-color: $accent; }
#whole { border: ${ring}px solid transparent; border-radius: 12px; }
#whole:focus { border-color: $accent; }
#choice { font-size: ${hint}px; min-width: ${wide}px; padding: 6px 24px; text-align: left; }
#choice:focus { min-width: ${wide}px; padding: 4px 22px; }
#back QLabel { font-size: ${control}px; }
#accent { font-size: ${control}px; min-width: ${key}px; padding: 0; }
#hint { font-size: ${hint}px; }
#still { font-size: ${hint}px; font-weight: 700; }
#foot, #ends { font-size: ${foot}px; color: $muted; }
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
        return replace(self, unit=self.unit * TIGHTER, tight=True)

    def pixels(self, design: float) -> int:
        """Convert a length of the design to pixels; texts are at least 15."""
        return max(LEAST_TEXT, round(design * self.unit))

    @property
    def margins(self) -> tuple[int, int]:
        """The minimum margins at the sides, and above and below, in pixels."""
        if self.tight:
            return LEAST_MARGINS
        return round((72 if self.languages > 1 else 120) * self.unit), round(38 * self.unit)

    def sides(self, size: QSize) -> int:
        """Return the margin at each side: texts are never broader than people can read."""
        if self.tight:
            return self.margins[0]
        return max(self.margins[0], (size.width() - self.width) // 2)

    @property
    def spacing(self) -> int:
        """The spacing between parts of the page, in pixels."""
        return LEAST_SPACING if self.tight else round(20 * self.unit)

    @property
    def gap(self) -> int:
        """The spacing inside a part, in pixels."""
        return LEAST_GAP if self.tight else round(12 * self.unit)

    @property
    def width(self) -> int:
        """The maximum width of texts, in pixels."""
        return round((1136 if self.languages > 1 else 1040) * self.unit)

    @property
    def pad(self) -> int:
        """The space between a field's edge and its words, in pixels."""
        return LEAST_PAD if self.tight else round(24 * self.unit)

    def sheet(self) -> str:
        """Build the style sheet."""
        both = self.languages > 1
        rows = max(LEAST_CONTROL - 2, round(self.pixels(18) * 3 if both else 0))
        sizes = {
            "short": self.pixels(18 if both else 22),
            "mark": self.pixels(21 if both else 26),
            "hint": self.pixels(18 if both else 22),
            "question": self.pixels(30 if both else 46),
            "asked": self.pixels(24 if both else 30),
            "line_pad": round(8 * self.unit),
            "line": self.pixels(22 if both else 26),
            "answer": self.pixels(18 if both else 22),
            "field": self.pixels(30),
            "control": self.pixels(17 if both else 19),
            "key_text": self.pixels(16),
            "done": self.pixels(20 if both else 28),
            "foot": self.pixels(17),
            "pad": self.pad,
            "sides": round(24 * self.unit),
            "tall": max(LEAST_CONTROL, round(72 * self.unit)) - 2 * RING,
            "broad": round(224 * self.unit) - 2 * RING - 2 * round(24 * self.unit),
            "rows": rows,
            "focused": rows - 4,
            "wide": round(320 * self.unit),
            "key": LEAST_CONTROL,
            "ring": RING,
        }
        colours = {name: getattr(self.palette, name) for name in Palette.__slots__}
        colours["chosen"] = self.palette.text if self.palette.is_dark else self.palette.accent
        body = style_sheet(self.palette, self.pixels(18))
        return body + _SHEET.substitute(colours | sizes)


def set_style(widget: QWidget, sheet: str) -> None:
    """Set a style sheet unless the widget has it: Qt polishes everything below it again."""
    if widget.styleSheet() != sheet:
        widget.setStyleSheet(sheet)
