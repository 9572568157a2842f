"""Colours and sizes of every theme: contrast, and controls large enough."""

import colorsys

import pytest
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QCheckBox,
    QLabel,
    QLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from facilitator.domain.plan.step import StepKind
from facilitator.kinds.registry import LIVE
from facilitator.room.pages.picture import Theme
from facilitator.room.spec import Tint
from facilitator.ui.widgets.buttons import RingButton
from facilitator.ui.widgets.fonts import FAMILIES, FAMILY, font, load_fonts
from facilitator.ui.widgets.hill_colours import HILLS
from facilitator.ui.widgets.icons import Icon, icon
from facilitator.ui.widgets.style import style_sheet
from facilitator.ui.widgets.theme import (
    PALETTES,
    TINTS,
    Palette,
    contrast,
    palette_of,
)

QUIET, QUIET_LINE = 1.55, 9.3  # the most that the hills differ from the paper they are on
EVERY_PALETTE = pytest.mark.parametrize(
    "palette", PALETTES.values(), ids=lambda palette: palette.theme
)


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
    assert contrast("#1C1A17", "#FBF6EA") == pytest.approx(16.1, abs=0.1)
    assert contrast("#F4EFE4", "#16202A") == pytest.approx(14.4, abs=0.1)


def test_every_theme_has_its_palette() -> None:
    assert all(palette_of(theme).theme is theme for theme in Theme)
    assert [theme for theme in Theme if palette_of(theme).is_dark] == [Theme.DIM]


@EVERY_PALETTE
def test_the_room_reads_every_text_at_seven_to_one(palette: Palette) -> None:
    for tone in (palette.text, palette.muted, palette.accent):
        assert contrast(tone, palette.ground) >= 7
    for tint in TINTS.values():
        assert contrast(palette.on_tint, tint.ground) >= 7


@EVERY_PALETTE
def test_the_facilitator_reads_every_text_at_four_and_a_half_to_one(palette: Palette) -> None:
    grounds = (palette.ground, palette.panel, palette.chip, palette.selected)
    for ground in grounds:
        assert contrast(palette.text, ground) >= 4.5
        assert contrast(palette.muted, ground) >= 4.5
    chosen = palette.text if palette.is_dark else palette.accent
    assert contrast(chosen, palette.selected) >= 4.5
    assert contrast(palette.on_accent, palette.accent) >= 4.5
    assert contrast(palette.on_tint, palette.butter) >= 4.5


@EVERY_PALETTE
def test_the_hills_are_as_quiet_as_on_warm_paper_and_each_is_seen(palette: Palette) -> None:
    hills, ground = HILLS[palette.theme], palette.ground
    shades = [hills.of(tint) for tint in Tint]
    assert len({*shades, hills.of(None)}) == len(Tint) + 1
    for shade in shades:
        assert shade is not None
        assert 1 < contrast(shade, ground) <= QUIET
        assert contrast(hills.line, shade) >= 3
    assert contrast(hills.line, ground) <= QUIET_LINE


@EVERY_PALETTE
def test_the_part_of_the_day_that_is_now_is_read_on_its_ground(palette: Palette) -> None:
    assert contrast(palette.text, palette.selected) >= 7
    assert contrast(palette.on_accent, palette.accent) >= 4.5
    assert contrast(palette.on_tint, TINTS[Tint.APRICOT].ground) >= 7


@EVERY_PALETTE
def test_focus_and_the_edges_of_fields_are_seen(palette: Palette) -> None:
    for ground in (palette.ground, palette.panel):
        assert contrast(palette.accent, ground) >= 3
        assert contrast(palette.faint, ground) >= 3


@EVERY_PALETTE
def test_no_timer_is_red(palette: Palette) -> None:
    for colour in (palette.accent, palette.faint, palette.text, palette.butter, palette.muted):
        parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
        hue, _, saturation = colorsys.rgb_to_hls(*parts)
        assert saturation <= 0.3 or 15 < hue * 360 < 345


def test_tints_differ_by_symbol_too() -> None:
    assert len({tint.symbol for tint in TINTS.values()}) == len(TINTS) == 4


def test_every_icon_can_be_drawn(qapp: object) -> None:
    assert qapp
    for name in Icon:
        assert not icon(name, "#1C1A17").pixmap(24, 24).isNull()


def test_every_kind_of_step_has_an_icon() -> None:
    assert len({LIVE.desk[kind].icon for kind in StepKind}) == len(StepKind)


def test_our_typefaces_come_with_the_program(qapp: object) -> None:
    assert qapp
    assert load_fonts() == FAMILY
    assert load_fonts() == FAMILY
    assert set(FAMILIES) <= set(QFontDatabase.families())
    assert font(18, 700).pixelSize() == 18


@EVERY_PALETTE
def test_controls_are_large_enough_and_keep_their_place_under_focus(
    palette: Palette, qtbot: QtBot
) -> None:
    load_fonts()
    window = QWidget()
    qtbot.addWidget(window)
    window.setStyleSheet(style_sheet(palette))
    layout = QVBoxLayout(window)
    layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # offscreen warns of it
    controls: list[QWidget] = [QLineEdit("A line"), QCheckBox("Not in the record")]
    for role in ("main", "plain", "quiet"):
        button = RingButton("Start")
        button.setProperty("role", role)
        controls.append(button)
    other = QPushButton("Something else")
    for control in (QLabel("Label"), other, *controls):
        layout.addWidget(control)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    for control in controls:
        other.setFocus()
        qtbot.waitUntil(other.hasFocus)
        at_rest = control.sizeHint()
        before = control.grab().toImage()
        control.setFocus()
        qtbot.waitUntil(control.hasFocus)
        assert control.height() >= 44
        assert control.sizeHint() == at_rest
        assert control.grab().toImage() != before
