"""Time moves nothing on the board as its own ruler breaks the lines."""

import pytest
from PySide6.QtWidgets import QApplication

from facilitator.domain.text.language import Language
from facilitator.ui.scene.ruler import QtRuler
from tests.helpers.pictures import BOTH
from tests.room.layout.test_still_board import ONE, SPECS, assert_still


@pytest.mark.parametrize("languages", [ONE, BOTH], ids=["en", "cy+en"])
def test_time_and_page_turns_move_nothing_in_our_own_letters(
    qapp: QApplication, languages: tuple[Language, ...]
) -> None:
    assert qapp is QApplication.instance()  # fonts need it
    assert_still(languages, QtRuler(), SPECS[:3])
