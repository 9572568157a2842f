"""Time moves nothing on the board as its own ruler breaks the lines."""

import pytest
from PySide6.QtWidgets import QApplication

from facilitator.domain.text.language import Language
from facilitator.room.pages.picture import Spec
from facilitator.ui.scene.ruler import QtRuler
from tests.helpers.pictures import BOTH
from tests.room.layout.test_still_board import (
    HEIGHTS,
    ONE,
    assert_a_turn_moves_nothing,
    assert_nothing_moves,
    pages,
)


@pytest.mark.parametrize("height", sorted(set(HEIGHTS.values())))
@pytest.mark.parametrize("languages", [ONE, BOTH], ids=["en", "cy+en"])
def test_time_and_page_turns_move_nothing_in_our_own_letters(
    qapp: QApplication, languages: tuple[Language, ...], height: int
) -> None:
    assert qapp is QApplication.instance()  # fonts need it
    ruler = QtRuler()
    for page in pages(languages, strip=True, pinned=True):
        assert_nothing_moves(page, Spec(height), ruler)
        assert_a_turn_moves_nothing(page, Spec(height), ruler)
