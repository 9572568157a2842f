"""The style sheet of all windows but the board.

Set dynamic properties on widgets:

- buttons: ``role`` is ``main``, ``plain`` (also when not set) or ``quiet``, and ``large`` is
  ``true`` on the most important one of a page;
- labels: ``role`` is ``title``, ``heading``, ``muted``, ``small`` or ``strong``;
- ``chip`` on a label: ``plain``, ``butter``, ``selected`` or ``warning``;
- ``key`` on a label: a key's cap;
- ``card`` on a frame: ``plain``, ``soft``, ``butter`` or ``selected``;
- ``panel`` on any widget: ``true`` for the panel's background.
"""

from string import Template

from PySide6.QtWidgets import QWidget

from facilitator.resources import resource
from facilitator.ui.widgets.fonts import FAMILIES
from facilitator.ui.widgets.theme import Palette

LEAST_CONTROL = 44  # pixels
RING = 3  # pixels

_BASE = Template(
    """
QWidget { font-family: $families; font-size: ${body}px; color: $text; }
QMainWindow, QDialog, QWidget[window="true"] { background: $ground; }
QWidget[panel="true"] { background: $panel; }
QScrollArea { background: transparent; border: 0; border-radius: 8px; }
QScrollArea > QWidget > QWidget { background: transparent; }
QScrollArea:focus { border: ${ring}px solid $accent; }
QLabel { background: transparent; }
QLabel[role="title"] { font-size: ${title}px; font-weight: 700; }
QLabel[role="heading"] { font-size: ${heading}px; font-weight: 700; }
QLabel[role="strong"] { font-weight: 700; }
QLabel[role="muted"] { color: $muted; }
QLabel[role="small"] { color: $muted; font-size: ${small}px; }
QLabel[chip] { background: $chip; color: $text; border-radius: 13px; padding: 0 10px;
  min-height: 26px; font-size: ${small}px; font-weight: 600; }
QLabel[chip="butter"] { background: $butter; color: $on_tint; }
QLabel[chip="warning"] { background: $butter; color: $on_tint; border: 2px solid $butter_edge; }
QLabel[chip="selected"] { background: $selected; color: $chosen; }
QLabel[key="true"] { background: $chip; color: $muted; border: 1px solid $rule;
  border-radius: 4px; padding: 0 6px; min-height: 20px; font-size: ${tiny}px; font-weight: 600; }
QFrame[card] { background: $panel; border: 1px solid $rule; border-radius: 12px; }
QFrame[card="soft"] { background: $chip; border-color: $chip; }
QFrame[card="butter"] { background: $butter; border-color: $butter_edge; }
QFrame[card="butter"] QLabel { color: $on_tint; }
QFrame[card="butter"] QPushButton[role="quiet"]:focus,
QFrame[card="butter"] QCheckBox:focus, QFrame[card="butter"] QRadioButton:focus {
  border-color: $on_tint; }
QFrame[card="butter"] QPushButton[role="quiet"], QFrame[card="butter"] QCheckBox,
QFrame[card="butter"] QRadioButton { color: $on_tint; }
QFrame[card="selected"] { background: $selected; border-color: $selected; }
QFrame[card]:focus { border: ${ring}px solid $accent; }
QFrame[rule="true"] { background: $rule; border: 0; max-height: 1px; min-height: 1px; }
QToolTip { background: $panel; color: $text; border: 1px solid $rule; padding: 6px; }
QMenu { background: $panel; border: 1px solid $rule; border-radius: 8px; padding: 8px; }
QMenu::item { min-height: 36px; padding: 4px 16px; border-radius: 6px; }
QMenu::item:selected { background: $selected; color: $chosen; }
QMenu::item:disabled { color: $muted; }
QMenu::separator { height: 1px; background: $rule; margin: 6px 8px; }
QProgressBar { background: $chip; border: 0; border-radius: 6px; min-height: 12px;
  max-height: 12px; }
QProgressBar::chunk { background: $accent; border-radius: 6px; }
"""
)

_BUTTONS = Template(
    """
QPushButton, QToolButton { background: $panel; color: $text; border: 1px solid $rule;
  border-radius: 8px; min-height: 42px; min-width: 42px; padding: 0 15px; font-weight: 600; }
QToolButton { padding: 0; min-height: 42px; }
QPushButton:hover, QToolButton:hover { border-color: $faint; }
QPushButton:pressed, QToolButton:pressed { background: $chip; }
QPushButton:checked, QToolButton:checked { background: $selected; color: $chosen; }
QPushButton:disabled, QToolButton:disabled { color: $faint; background: $ground; }
QPushButton:focus, QToolButton:focus { border: ${ring}px solid $accent; min-height: 38px;
  min-width: 38px; padding: 0 13px; outline: 0; }
QToolButton:focus { padding: 0; }
QPushButton[role="main"] { background: $accent; color: $on_accent; border-color: $accent; }
QPushButton[role="main"]:hover { border-color: $text; }
QPushButton[role="main"]:pressed { background: $text; color: $ground; }
QPushButton[role="main"]:disabled { background: $chip; color: $faint; border-color: $chip; }
QPushButton[role="main"]:focus { border: ${ring}px solid $text; border-radius: 8px;
  background-clip: border; outline: 0; }
QPushButton[role="quiet"], QToolButton[role="quiet"] { background: transparent;
  border-color: transparent; color: $muted; }
QPushButton[role="quiet"]:hover, QToolButton[role="quiet"]:hover { background: $chip; }
QPushButton[role="quiet"]:checked, QToolButton[role="quiet"]:checked { background: $selected;
  color: $chosen; }
QPushButton[role="quiet"]:focus, QToolButton[role="quiet"]:focus { border-color: $accent;
  color: $text; }
Button[role="main"] QLabel, Button[role="main"] QWidget { color: $on_accent; }
Button[role="main"] QLabel[key="true"] { background: $accent; color: $on_accent;
  border-color: $on_accent; }
Button[wordless="true"] { padding: 0; }
QFrame[card="butter"] IconLabel { color: $on_tint; }
QFrame[card="butter"] Button QLabel, QFrame[card="butter"] Button IconLabel { color: $text; }
QFrame[card="butter"] Button[role="main"] QLabel,
QFrame[card="butter"] Button[role="main"] IconLabel { color: $on_accent; }
QFrame[card="butter"] Button[role="quiet"] QLabel { color: $on_tint; }
QFrame[card="butter"] Button QLabel[key="true"] { color: $text; }
Button[wordless="true"]:focus { padding: 0; }
Button QLabel { font-weight: 600; }
Button[role="quiet"] QLabel, Button[role="quiet"] QWidget { color: $muted; }
Button QLabel:disabled, Button QWidget:disabled { color: $faint; }
Button[role="main"] QLabel:disabled { color: $faint; }
Button[large="true"] { min-height: 56px; padding: 0; }
Button[large="true"]:focus { min-height: 52px; }
Button[large="true"] QLabel { font-size: ${large}px; }
QPushButton::menu-indicator, QToolButton::menu-indicator { image: none; width: 0; }
"""
)

_FIELDS = Template(
    """
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox { background: $panel;
  color: $text; border: 1px solid $faint; border-radius: 8px; padding: 2px 11px;
  selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit, QComboBox, QAbstractSpinBox { min-height: 38px; }
QAbstractSpinBox QLineEdit { border: 0; padding: 0; min-height: 0; background: transparent; }
QAbstractSpinBox { max-height: 38px; }
QPlainTextEdit, QTextEdit { padding: 7px 7px; min-height: 72px; }
QLineEdit:focus, QComboBox:focus, QAbstractSpinBox:focus { border: ${ring}px solid $accent;
  padding: 0 9px; }
QPlainTextEdit:focus, QTextEdit:focus { border: ${ring}px solid $accent; padding: 5px 5px; }
QLineEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled, QPlainTextEdit:disabled {
  color: $muted; background: $ground; border-color: $rule; }
QComboBox::drop-down { border: 0; width: 32px; }
QComboBox::down-arrow { image: url("$down"); width: 16px; height: 16px; }
QComboBox QAbstractItemView { background: $panel; border: 1px solid $rule; outline: 0;
  selection-background-color: $selected; selection-color: $chosen; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { width: 0; border: 0; }
QCheckBox, QRadioButton { background: transparent; spacing: 12px; min-height: 38px;
  border: ${ring}px solid transparent; border-radius: 8px; padding: 0 4px; }
QCheckBox:focus, QRadioButton:focus { border-color: $accent; }
QCheckBox:disabled, QRadioButton:disabled { color: $muted; }
QCheckBox::indicator, QRadioButton::indicator { width: 20px; height: 20px;
  border: 2px solid $faint; border-radius: 5px; background: $panel; }
QRadioButton::indicator { border-radius: 12px; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url("$tick"); }
QCheckBox::indicator:disabled { border-color: $rule; }
QRadioButton::indicator:checked { border: 7px solid $accent; width: 10px; height: 10px; }
QAbstractItemView { background: transparent; border: ${ring}px solid transparent;
  border-radius: 8px; outline: 0; }
QAbstractItemView:focus { border-color: $accent; }
QAbstractItemView::item { min-height: 44px; padding: 0 8px; border-radius: 8px; }
QAbstractItemView::item:selected { background: $selected; color: $chosen; }
QHeaderView, QHeaderView::section { background: $ground; color: $muted; border: 0;
  padding: 4px 8px; font-weight: 600; }
QScrollBar:vertical { background: transparent; width: 14px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 14px; margin: 0; }
QScrollBar::handle { background: $rule; border-radius: 5px; margin: 2px; }
QScrollBar::handle:hover { background: $faint; }
QScrollBar::handle:vertical { min-height: 44px; }
QScrollBar::handle:horizontal { min-width: 44px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSlider { min-height: 44px; }
QSlider::groove:horizontal { background: $chip; height: 8px; border-radius: 4px; }
QSlider::sub-page:horizontal { background: $accent; border-radius: 4px; }
QSlider::handle:horizontal { background: $panel; border: 2px solid $faint; width: 24px;
  margin: -10px 0; border-radius: 14px; }
QSlider::handle:horizontal:focus { border: ${ring}px solid $accent; }
QTabBar { min-height: 44px; }
QTabBar::tab { background: transparent; color: $muted; min-height: 40px; padding: 0 16px;
  border: 0; border-bottom: 3px solid transparent; font-weight: 600; }
QTabBar::tab:selected { color: $chosen; border-bottom-color: $accent; }
QTabBar::tab:focus { background: $selected; }
QTabWidget::pane { border: 0; border-top: 1px solid $rule; }
"""
)


def style_sheet(palette: Palette, text_px: int = 16) -> str:
    """Build a window's style sheet for a theme and a size of body text in pixels."""
    ink = "light" if palette.is_dark else "dark"
    on_accent = "dark" if palette.is_dark else "light"
    colours = {name: getattr(palette, name) for name in palette.__slots__ if name != "theme"}
    values = colours | {
        "families": _families(),
        "chosen": palette.text if palette.is_dark else palette.accent,
        "ring": RING,
        "body": text_px,
        "title": round(text_px * 2.25),
        "heading": round(text_px * 1.375),
        "small": round(text_px * 0.875),
        "large": round(text_px * 1.15),
        "tiny": round(text_px * 0.8),
        "down": resource(f"icons/down-{ink}.png").as_posix(),
        "tick": resource(f"icons/tick-{on_accent}.png").as_posix(),
    }
    return "".join(part.substitute(values) for part in (_BASE, _BUTTONS, _FIELDS))


def set_role(widget: QWidget, name: str, value: str) -> None:
    """Set a property that the style sheet reads, and restyle the widget."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    restyle(widget)


def restyle(widget: QWidget) -> None:
    """Apply the style sheet again, because a property that it reads has changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def _families() -> str:
    return ", ".join(f'"{family}"' for family in FAMILIES)
