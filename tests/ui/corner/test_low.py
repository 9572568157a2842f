"""The typing corner on low displays, in two languages: all in sight, the promise whole."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from facilitator.room.pages.picture import CornerPicture
from facilitator.room.promise import promise_in_the_corner
from facilitator.ui.corner.field import Field
from facilitator.ui.corner.window import CornerWindow
from tests.helpers.corner import AT_ONCE, BOTH, a_corner_picture, write
from tests.helpers.workshops import a_workshop

SIZES = [(1280, 720), (1093, 580), (1024, 768)]


def a_picture(*, late: bool = False) -> CornerPicture:
    """Return the picture of a corner in two languages, with all it promises."""
    workshop = replace(a_workshop(), languages=BOTH)
    promise = promise_in_the_corner(workshop)
    return replace(a_corner_picture(BOTH), promise=promise, late=late)


def opened(qtbot: QtBot, size: tuple[int, int], *, late: bool) -> CornerWindow:
    """Return a corner of a size."""
    window = CornerWindow(AT_ONCE)
    qtbot.addWidget(window)
    window.resize(*size)
    window.show_corner(a_picture(late=late))
    window.show()
    QApplication.processEvents()
    return window


def in_sight(window: CornerWindow, widget: QWidget) -> bool:
    """Return whether all of a widget is within the window."""
    area = QRect(widget.mapTo(window, QPoint()), widget.size())
    return window.rect().contains(area)


def bars(window: CornerWindow) -> list[str]:
    """Return what has to be scrolled."""
    areas = [area for area in window.findChildren(QScrollArea) if area.isVisible()]
    return [area.accessibleName() for area in areas if area.verticalScrollBar().maximum()]


@pytest.mark.parametrize("size", SIZES)
def test_the_promise_is_whole_and_all_is_in_sight(qtbot: QtBot, size: tuple[int, int]) -> None:
    window = opened(qtbot, size, late=False)
    assert bars(window) == []
    for kind in (QAbstractButton, QLabel):
        for widget in window.findChildren(kind):
            assert not widget.isVisible() or in_sight(window, widget), widget.accessibleName()


@pytest.mark.parametrize("size", SIZES)
def test_where_there_is_more_to_say_only_the_promise_scrolls(
    qtbot: QtBot, size: tuple[int, int]
) -> None:
    window = opened(qtbot, size, late=True)
    assert len(bars(window)) <= 1
    assert "" not in bars(window)  # the page itself has no name
    foot = next(label for label in window.findChildren(QLabel, "foot") if label.isVisible())
    assert in_sight(window, foot)


def test_a_display_that_becomes_large_again_has_the_foot_at_the_left(qtbot: QtBot) -> None:
    window = opened(qtbot, (1093, 580), late=False)
    window.resize(1440, 900)
    QApplication.processEvents()
    foot = next(label for label in window.findChildren(QLabel, "foot") if label.isVisible())
    tick = next(
        button for button in window.findChildren(QAbstractButton, "tick") if button.isVisible()
    )
    assert abs(foot.mapTo(window, QPoint()).x() - tick.mapTo(window, QPoint()).x()) < 20
    assert foot.mapTo(window, QPoint()).y() > tick.mapTo(window, QPoint()).y()


@pytest.mark.parametrize("size", SIZES)
def test_nothing_moves_while_somebody_types(qtbot: QtBot, size: tuple[int, int]) -> None:
    window = opened(qtbot, size, late=False)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    parts = [button for button in window.findChildren(QAbstractButton) if button.isVisible()]
    before = [part.mapTo(window, QPoint()) for part in parts]
    write("w" * 199)
    QApplication.processEvents()
    assert [part.mapTo(window, QPoint()) for part in parts] == before


def test_on_a_low_display_the_field_for_cards_is_whole(qtbot: QtBot) -> None:
    window = opened(qtbot, (1093, 580), late=False)
    window.show_cards()
    QApplication.processEvents()
    (field,) = (field for field in window.findChildren(Field) if field.isVisible())
    assert field.visibleRegion().boundingRect().height() == field.height()
    assert field.height() > 60


@pytest.mark.parametrize("size", SIZES)
def test_without_welsh_the_accents_leave_all_in_sight_or_give_way(
    qtbot: QtBot, size: tuple[int, int]
) -> None:
    window = CornerWindow(AT_ONCE)
    qtbot.addWidget(window)
    window.resize(*size)
    promise = promise_in_the_corner(a_workshop())
    window.show_corner(replace(a_corner_picture(), promise=promise))
    window.show()
    QApplication.processEvents()
    assert bars(window) == []
    for kind in (QAbstractButton, QLabel):
        for widget in window.findChildren(kind):
            assert not widget.isVisible() or in_sight(window, widget), widget.accessibleName()
