"""However flat or tall the board is, and however far the back row: it shows every page."""

import pytest
from pytestqt.qtbot import QtBot

from facilitator.domain.setup import MOST_RATIO
from facilitator.room.pages.picture import RoomPicture, Spec
from facilitator.ui.board.window import BoardWindow
from tests.helpers.pictures import every_kind


@pytest.mark.parametrize("size", [(1900, 40), (1280, 320), (720, 1280), (320, 1280)])
def test_every_page_can_be_set(qtbot: QtBot, size: tuple[int, int]) -> None:
    board = BoardWindow()
    qtbot.addWidget(board)
    board.resize(*size)
    spec = Spec(board.height_units, MOST_RATIO, low_vision=True)
    for name, content, languages in every_kind():
        board.show_picture(RoomPicture(content, languages, spec))
        assert not board.grab().isNull(), name
