"""A file is chosen from Home."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QDir, Qt
from PySide6.QtWidgets import QFileDialog, QHeaderView, QPushButton
from pytestqt.qtbot import QtBot

from facilitator.room.pages.picture import Theme
from facilitator.ui.home.window import HomeWindow
from facilitator.ui.widgets.theme import palette_of


@pytest.fixture
def dialog(home: HomeWindow, qtbot: QtBot) -> Iterator[QFileDialog]:
    """Press the button, and return what it opens."""
    home.show_notice("Field “summary”: this is not a text.")
    open_file = next(b for b in home.findChildren(QPushButton) if b.text() == "Open a file")
    qtbot.mouseClick(open_file, Qt.MouseButton.LeftButton)
    opened = next(dialog for dialog in home.findChildren(QFileDialog) if dialog.isVisible())
    yield opened
    opened.close()


def test_what_was_wrong_with_one_file_is_not_said_of_the_next(
    home: HomeWindow, dialog: QFileDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    assert home.notice_label.isVisible()
    with qtbot.waitSignal(home.open_file_asked):
        dialog.fileSelected.emit(str(tmp_path / "plan.toml"))
    assert not home.notice_label.isVisible()


def test_files_are_looked_for_where_people_keep_their_own(dialog: QFileDialog) -> None:
    assert QDir.homePath() in dialog.directory().absolutePath()


def test_the_heads_of_the_columns_can_be_read(dialog: QFileDialog) -> None:
    header = next(view for view in dialog.findChildren(QHeaderView) if view.isVisible())
    ground = header.grab().toImage().pixelColor(2, 2)
    assert ground.name() == palette_of(Theme.WARM).ground.lower()
