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
QFrame[card="butter"] QPushButton[role="quiet"], QFrame[card="butter"] QCheckBox,
QFrame[card="butter"] QRadioButton { color: $on_tint; }
QFrame[card="butter"] QPushButton[role="quiet"]:focus,
QFrame[card="butter"] QCheckBox:focus, QFrame[card="butter"] QRadioButton:focus {
  border-color: $on_tint; }
QFrame[card="butter"] QPushButton[role="quiet"]:hover { background: $butter_hover; }
QFrame[card="butter"] QPushButton[role="quiet"]:pressed,
QFrame[card="butter"] QPushButton[role="quiet"]:checked { background: $butter_pressed; }
QFrame[card="selected"] { background: $selected; border-color: $selected; }
QFrame[card]:focus { border: ${ring}px solid $accent; }
QFrame[rule="true"] { background: $rule; border: 0; max-height: 1px; min-height: 1px; }
QToolTip { background: $panel; color: $text; border: 1px solid $rule; padding: 6px; }
QMenu { background: $panel; border: 1px solid $rule; border-radius: 8px; padding: 8px; }
QMenu::item { min-height: 38px; padding: 0 13px; border: ${ring}px solid transparent;
  border-radius: 8px; }
QMenu::item:selected { background: $selected; color: $chosen; border-color: $accent; }
QMenu::item:pressed { background: $pressed; color: $text; }
QMenu::item:disabled { color: $off; }
QMenu::item:disabled:selected { background: $panel; border-color: $faint; }
QMenu::separator { height: 1px; background: $rule; margin: 6px 8px; }
QProgressBar { background: $chip; border: 0; border-radius: 6px; min-height: 12px;
  max-height: 12px; }
QProgressBar::chunk { background: $accent; border-radius: 6px; }
"""
)

_BUTTONS = Template(
    """
QPushButton, QToolButton { background: $panel; color: $text; border: 1px solid $rule;
  border-radius: 8px; min-height: 42px; padding: 0 15px; font-weight: 600; }
QToolButton { padding: 0; min-height: 42px; }
QPushButton:hover, QToolButton:hover { background: $hover; border-color: $faint; }
QPushButton:pressed, QToolButton:pressed { background: $pressed; border-color: $faint; }
QPushButton:checked, QToolButton:checked { background: $selected; color: $chosen;
  border-color: $accent; }
QPushButton:checked:hover, QToolButton:checked:hover { border-color: $text; }
QPushButton:checked:pressed, QToolButton:checked:pressed { background: $pressed; color: $text; }
QPushButton:disabled, QToolButton:disabled { color: $off; background: $ground;
  border: 1px dashed $faint; }
QPushButton:focus, QToolButton:focus { border: ${ring}px solid $accent; min-height: 38px;
  padding: 0 13px; outline: 0; }
QToolButton:focus { padding: 0; }
QPushButton[role="main"] { background: $accent; color: $on_accent; border-color: $accent; }
QPushButton[role="main"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[role="main"]:pressed { background: $accent_pressed; border-color: $accent_pressed; }
QPushButton[role="main"]:disabled { background: $chip; color: $off; border: 1px dashed $faint; }
QPushButton[role="main"]:focus { border: ${ring}px solid $accent; border-radius: 8px;
  background-clip: border; outline: 0; }
QPushButton[role="quiet"], QToolButton[role="quiet"] { background: transparent;
  border-color: transparent; color: $muted; }
QPushButton[role="quiet"]:hover, QToolButton[role="quiet"]:hover { background: $hover; }
QPushButton[role="quiet"]:pressed, QToolButton[role="quiet"]:pressed { background: $pressed;
  color: $text; }
QPushButton[role="quiet"]:checked, QToolButton[role="quiet"]:checked { background: $selected;
  color: $chosen; }
QPushButton[role="quiet"]:disabled, QToolButton[role="quiet"]:disabled { color: $off;
  background: transparent; border: 1px dashed $faint; }
QPushButton[role="quiet"]:focus, QToolButton[role="quiet"]:focus { border-color: $accent;
  color: $text; }
Button[role="main"] QLabel, Button[role="main"] QWidget { color: $on_accent; }
Button QLabel[key="true"] { background: transparent; }
Button[role="main"] QLabel[key="true"] { color: $on_accent; border-color: $on_accent; }
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
Button QLabel:disabled, Button QWidget:disabled, Button[role="main"] QLabel:disabled,
Button[role="main"] QWidget:disabled, Button[role="quiet"] QLabel:disabled,
QFrame[card="butter"] Button QLabel:disabled, QFrame[card="butter"] Button IconLabel:disabled {
  color: $off; }
QFrame[card="butter"] Button[role="quiet"]:disabled { border-color: $on_tint; }
QFrame[card="butter"] Button[role="quiet"] QLabel:disabled,
QFrame[card="butter"] QCheckBox:disabled,
QFrame[card="butter"] QRadioButton:disabled { color: $on_tint; }
Button QLabel[key="true"]:disabled, Button[role="main"] QLabel[key="true"]:disabled {
  border-color: $faint; }
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
  selection-background-color: $accent; selection-color: $on_accent;
  placeholder-text-color: $off; }
QLineEdit, QComboBox, QAbstractSpinBox { min-height: 38px; }
QAbstractSpinBox QLineEdit { border: 0; padding: 0; min-height: 0; background: transparent; }
QAbstractSpinBox { max-height: 38px; }
QPlainTextEdit, QTextEdit { padding: 7px 7px; min-height: 72px; }
QLineEdit:hover, QPlainTextEdit:hover, QTextEdit:hover, QComboBox:hover,
QAbstractSpinBox:hover { border-color: $text; }
QComboBox:hover { background: $hover; }
QComboBox:on { background: $pressed; }
QLineEdit:focus, QComboBox:focus, QAbstractSpinBox:focus { border: ${ring}px solid $accent;
  padding: 0 9px; }
QPlainTextEdit:focus, QTextEdit:focus { border: ${ring}px solid $accent; padding: 5px 5px; }
QLineEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled, QPlainTextEdit:disabled,
QTextEdit:disabled { color: $off; background: $ground; border: 1px dashed $faint; }
QComboBox::drop-down { subcontrol-origin: border; border: 0; width: 34px; }
QComboBox::down-arrow { image: url("$down"); width: 16px; height: 16px; }
QComboBox QAbstractItemView { background: $panel; border: 1px solid $rule; outline: 0;
  selection-background-color: $selected; selection-color: $chosen; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { width: 0; border: 0; }
QAbstractSpinBox QLineEdit:hover, QAbstractSpinBox QLineEdit:focus,
QAbstractSpinBox QLineEdit:disabled { border: 0; padding: 0; background: transparent; }
QCheckBox, QRadioButton { background: transparent; spacing: 12px; min-height: 38px;
  border: ${ring}px solid transparent; border-radius: 8px; padding: 0 4px; }
QCheckBox:focus, QRadioButton:focus { border-color: $accent; }
QCheckBox:disabled, QRadioButton:disabled { color: $off; }
QCheckBox::indicator, QRadioButton::indicator { width: 20px; height: 20px;
  border: 2px solid $faint; border-radius: 5px; background: $panel; }
QRadioButton::indicator { border-radius: 12px; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { border-color: $text;
  background: $hover; }
QCheckBox::indicator:pressed, QRadioButton::indicator:pressed { border-color: $text;
  background: $pressed; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url("$tick"); }
QCheckBox::indicator:checked:hover { background: $accent_hover; border-color: $accent_hover; }
QCheckBox::indicator:checked:pressed { background: $accent_pressed;
  border-color: $accent_pressed; }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { border-color: $rule;
  background: $ground; }
QCheckBox::indicator:checked:disabled { background: $faint; border-color: $faint; }
QRadioButton::indicator:checked { border: 7px solid $accent; width: 10px; height: 10px; }
QRadioButton::indicator:checked:hover { border-color: $accent_hover; background: $panel; }
QRadioButton::indicator:checked:pressed { border-color: $accent_pressed; background: $panel; }
QRadioButton::indicator:checked:disabled { border-color: $faint; }
QAbstractItemView { background: transparent; border: ${ring}px solid transparent;
  border-radius: 8px; outline: 0; }
QAbstractItemView:focus { border-color: $accent; }
QAbstractItemView::item { min-height: 44px; padding: 0 8px; border-radius: 8px; }
QAbstractItemView::item:hover { background: $hover; }
QAbstractItemView::item:selected { background: $selected; color: $chosen; }
QAbstractItemView::item:disabled { color: $off; background: transparent; }
LineList, LineList:focus { background: $panel; border: 1px solid $rule; border-radius: 12px;
  qproperty-theme: "$theme"; }
LineList[look="cards"], LineList[look="cards"]:focus { background: transparent; border: 0; }
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
QSlider::sub-page:horizontal:disabled { background: $faint; }
QSlider::handle:horizontal { background: $panel; border: 2px solid $faint; width: 24px;
  margin: -10px 0; border-radius: 14px; }
QSlider::handle:horizontal:hover { border-color: $text; background: $hover; }
QSlider::handle:horizontal:pressed { border-color: $text; background: $pressed; }
QSlider::handle:horizontal:focus { border: ${ring}px solid $accent; width: 22px; }
QSlider::handle:horizontal:disabled { border-color: $rule; background: $ground; }
QTabBar { min-height: 44px; }
QTabBar::tab { background: transparent; color: $muted; min-height: 38px; padding: 0 13px;
  border: ${ring}px solid transparent; border-bottom: ${ring}px solid transparent;
  font-weight: 600; }
QTabBar::tab:hover { background: $hover; }
QTabBar::tab:selected { color: $chosen; border-bottom-color: $accent; }
QTabBar::tab:disabled { color: $off; }
QTabBar::tab:focus { background: $selected; border-color: $accent; }
QTabWidget::pane { border: 0; border-top: 1px solid $rule; }
"""
)


def style_sheet(palette: Palette, text_px: int = 16) -> str:
    """Build a window's style sheet for a theme and a size of body text in pixels."""
    ink = "light" if palette.is_dark else "dark"
    on_accent = "dark" if palette.is_dark else "light"
    colours = {name: getattr(palette, name) for name in palette.__slots__ if name != "theme"}
    values = colours | {
        "theme": str(palette.theme),
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
