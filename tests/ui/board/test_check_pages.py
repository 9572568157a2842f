"""The pages of a check as the board's own ruler breaks them."""

import pytest
from PySide6.QtWidgets import QApplication

from facilitator.domain.agreement.checks import Check, HandsWay, Tally
from facilitator.domain.text.language import ENGLISH, WELSH
from facilitator.room.checks import checks
from facilitator.room.layout.layout import lay_out
from facilitator.room.layout.sheet import Sheet
from facilitator.room.pages.hands import hands_page
from facilitator.room.pages.picture import Spec
from facilitator.ui.scene.ruler import QtRuler
from facilitator.ui.widgets.fonts import load_fonts
from tests.room.pages.test_agreement import BOTH, LINES, ONE, checked, with_lines, words_on

EVERY_CHECK = pytest.mark.parametrize("check", checks(), ids=lambda check: str(check.id))
EVERY_WAY = pytest.mark.parametrize("way", list(HandsWay))
WIDE, SQUARE = 1080, 1440  # board units: 1920 × 1080, 1024 × 768


@pytest.fixture
def ruler(qapp: QApplication) -> QtRuler:
    assert qapp is QApplication.instance()  # fonts need it
    load_fonts()
    return QtRuler()


def holds_all_of(sheet: Sheet, check: Check) -> bool:
    """Return whether one sheet has every position of a check."""
    words = words_on([sheet])
    return all(position.words.in_(WELSH).replace(" ", "") in words for position in check.positions)


@EVERY_CHECK
@EVERY_WAY
@pytest.mark.parametrize("height", [WIDE, SQUARE])
def test_in_two_languages_all_positions_stand_on_the_last_of_two_pages(
    ruler: QtRuler, check: Check, way: HandsWay, height: int
) -> None:
    """At 4:3 the eight positions, and the long question of consent, need a third."""
    workshop = checked(with_lines(LINES[:1], 0, BOTH), Tally.of(check, way))
    sheets = lay_out(hands_page(workshop), BOTH, Spec(height), ruler)
    is_long = height == SQUARE and check.id in ("3-consent", "4-gradients")
    spoken = way in (HandsWay.HEADS_DOWN, HandsWay.SLIPS)
    assert len(sheets) <= (3 if is_long or spoken else 2) + (is_long and spoken)
    if not (height == SQUARE and check.id == "4-gradients"):
        assert holds_all_of(sheets[-1], check)


@EVERY_CHECK
@pytest.mark.parametrize("height", [WIDE, SQUARE])
def test_six_lines_and_what_each_hand_means_take_two_pages(
    ruler: QtRuler, check: Check, height: int
) -> None:
    workshop = checked(with_lines(LINES[:6], 0, ONE), Tally.of(check, HandsWay.HANDS))
    sheets = lay_out(hands_page(workshop), ONE, Spec(height), ruler)
    words = words_on(list(sheets))
    assert len(sheets) <= (3 if height == SQUARE and check.id == "4-gradients" else 2)
    for line in LINES[:6]:
        assert line.replace(" ", "") in words
    for position in check.positions:
        assert position.words.in_(ENGLISH).replace(" ", "") in words_on(list(sheets[-1:]))


@EVERY_CHECK
@EVERY_WAY
def test_one_line_and_what_each_hand_means_stand_on_one_page(
    ruler: QtRuler, check: Check, way: HandsWay
) -> None:
    workshop = checked(with_lines(("One voice",), 0, ONE), Tally.of(check, way))
    assert len(lay_out(hands_page(workshop), ONE, Spec(WIDE), ruler)) == 1


@pytest.mark.parametrize("check", checks()[1:3], ids=lambda check: str(check.id))
def test_three_lines_and_what_each_hand_means_stand_close_on_one_page(
    ruler: QtRuler, check: Check
) -> None:
    workshop = checked(with_lines(LINES[:3], 0, ONE), Tally.of(check, HandsWay.HANDS))
    assert len(lay_out(hands_page(workshop), ONE, Spec(WIDE), ruler)) == 1
