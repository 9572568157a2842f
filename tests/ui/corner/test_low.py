"""The typing corner on low displays, in two languages: all in sight, the promise one press away."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from facilitator.domain.text.language import ENGLISH
from facilitator.room.pages.picture import CornerPicture
from facilitator.room.promise import promise_in_the_corner, short_promise
from facilitator.room.say import say
from facilitator.room.sentence_keys import Key
from facilitator.ui.corner.field import Field
from facilitator.ui.corner.window import CornerWindow
from tests.helpers.corner import AT_ONCE, BOTH, a_corner_picture, write
from tests.helpers.workshops import a_workshop

SIZES = [(1280, 720), (1093, 580), (1024, 768)]


def a_picture(*, late: bool = False) -> CornerPicture:
    """Return the picture of a corner in two languages, with all it promises."""
    workshop = replace(a_workshop(), languages=BOTH)
    promise, short = promise_in_the_corner(workshop), short_promise(workshop)
    return replace(a_corner_picture(BOTH), promise=promise, short=short, late=late)


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
def test_the_short_promise_is_whole_and_all_is_in_sight(
    qtbot: QtBot, size: tuple[int, int]
) -> None:
    window = opened(qtbot, size, late=False)
    assert bars(window) == []
    for kind in (QAbstractButton, QLabel):
        for widget in window.findChildren(kind):
            assert not widget.isVisible() or in_sight(window, widget), widget.accessibleName()


@pytest.mark.parametrize("size", SIZES)
def test_what_happens_to_late_lines_is_in_sight_too(qtbot: QtBot, size: tuple[int, int]) -> None:
    window = opened(qtbot, size, late=True)
    assert bars(window) == []
    for language in BOTH:
        late = say(language, Key.CORNER_LATE)
        (label,) = [label for label in window.findChildren(QLabel) if shows(label, late)]
        assert in_sight(window, label)
    foot = next(label for label in window.findChildren(QLabel, "foot") if label.isVisible())
    assert in_sight(window, foot)


def test_a_display_that_becomes_large_again_says_in_its_foot_how_a_turn_ends(qtbot: QtBot) -> None:
    window = opened(qtbot, (1093, 500), late=True)
    ends = say(ENGLISH, Key.CORNER_ENDS)
    assert not [label for label in window.findChildren(QLabel, "ends") if shows(label, ends)]
    window.resize(1440, 900)
    QApplication.processEvents()
    (foot,) = [label for label in window.findChildren(QLabel, "ends") if shows(label, ends)]
    tick = next(
        button for button in window.findChildren(QAbstractButton, "tick") if button.isVisible()
    )
    assert foot.mapTo(window, QPoint()).y() > tick.mapTo(window, QPoint()).y()


def shows(label: QLabel, text: str) -> bool:
    """Return whether a label is visible with a text."""
    return label.isVisible() and label.text() == text


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
