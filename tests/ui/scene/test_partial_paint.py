"""Painting only what changed leaves the same board as painting it whole."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.room.pages.picture import RoomPicture, StepPage, TimeShown
from facilitator.ui.scene.scene import RoomScene
from facilitator.ui.scene.view import PictureView
from tests.helpers.pictures import SAID, every_kind, many_notes, step

ROUNDED = 4  # of 255 levels


def pictures() -> tuple[RoomPicture, ...]:
    """Return what follows on one another: other words, other times, other pages, other kinds."""
    page = step()
    lines = tuple(replace(page, said=SAID[:count]) for count in range(len(SAID)))
    times: tuple[StepPage, ...] = tuple(
        replace(lines[2], time=TimeShown(minutes, twelfths))
        for minutes, twelfths in ((8, 12), (7, 10), (1, 1), (0, 0))
    )
    sheets = tuple(replace(RoomPicture(many_notes(12)), page=place) for place in range(3))
    kinds = tuple(RoomPicture(content, languages) for _name, content, languages in every_kind())
    return (*map(RoomPicture, (*lines, *times)), *sheets, *kinds)


@pytest.mark.parametrize("size", [(960, 540), (611, 420), (1280, 1024)])
def test_what_is_on_the_display_is_the_whole_picture(qtbot: QtBot, size: tuple[int, int]) -> None:
    view = PictureView(RoomScene())
    qtbot.addWidget(view)
    view.resize(*size)
    with qtbot.waitExposed(view):
        view.show()
    for picture in pictures():
        view.show_picture(picture)
        qtbot.waitUntil(lambda: are_alike(on_display(view), whole(view)))


def are_alike(image: QImage, other_image: QImage) -> bool:
    """Return whether images are the same, but for how Qt rounds the edge of a clipped curve."""
    if image == other_image:
        return True
    pixels = (bytes(each.constBits()) for each in (image, other_image))
    return all(abs(level - other) <= ROUNDED for level, other in zip(*pixels, strict=True))


def on_display(view: PictureView) -> QImage:
    QApplication.processEvents()
    grabbed = view.screen().grabWindow(view.winId()).toImage()
    return grabbed.convertToFormat(QImage.Format.Format_RGB32)


def whole(view: PictureView) -> QImage:
    return view.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
