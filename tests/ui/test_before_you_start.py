"""Before you start, by mouse and keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.domain.workshop import Setup
from facilitator.ui.home.before_page import BeforeYouStartPage
from facilitator.ui.home.fields import metres_of, time_of
from facilitator.ui.home.window import HomeWindow
from tests.helpers.clock import FakeClock
from tests.helpers.homes import a_short_plan


@pytest.fixture
def page(qtbot: QtBot, clock: FakeClock) -> BeforeYouStartPage:
    window = HomeWindow(clock)
    qtbot.addWidget(window)
    window.show()
    window.show_before(a_short_plan(), ("projector",))
    assert isinstance(window.page, BeforeYouStartPage)
    window.page.destroyed.connect(lambda: window)  # the page lives as long as the test
    return window.page


def test_start_hands_out_what_was_typed(page: BeforeYouStartPage, qtbot: QtBot) -> None:
    asked = page.questions
    qtbot.keyClicks(asked.people_box, "9")
    qtbot.keyClicks(asked.group_field, "Night team")
    qtbot.keyClicks(asked.back_row_field, "8,5")
    qtbot.keyClicks(asked.image_height_field, "1.7 m")
    with qtbot.waitSignal(page.start_asked) as started:
        qtbot.keyClick(page.start_button, Qt.Key.Key_Return)
    assert started.args is not None
    plan_id, setup, display = started.args
    assert isinstance(setup, Setup)
    assert (plan_id, display, setup.people, setup.group) == ("short", "projector", 9, "Night team")
    assert setup.ratio == 5.0
    assert setup.starts_at is not None
    assert setup.starts_at.tzinfo is not None


def test_a_wrong_time_is_said_beside_its_field(page: BeforeYouStartPage, qtbot: QtBot) -> None:
    page.questions.start_field.setText("soon")
    with qtbot.assertNotEmitted(page.start_asked):
        qtbot.mouseClick(page.start_button, Qt.MouseButton.LeftButton)
    assert page.questions.start_asked.problem.isVisible()
    assert page.window().focusWidget() is page.questions.start_field


def test_too_many_people_is_said_and_blocks_nothing(page: BeforeYouStartPage, qtbot: QtBot) -> None:
    page.questions.people_box.setValue(30)
    assert "made for 3 to 12 people" in page.questions.concerns_label.text()
    with qtbot.waitSignal(page.start_asked):
        qtbot.mouseClick(page.start_button, Qt.MouseButton.LeftButton)


def test_the_keyboard_is_on_the_number_of_people(page: BeforeYouStartPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(page.questions.people_box.hasFocus)


@pytest.mark.parametrize("text", ["13:05", "13.05", "1305", " 13:05 "])
def test_a_time_is_read_as_people_write_it(text: str) -> None:
    at = time_of(text)
    assert at is not None
    assert f"{at:%H:%M}" == "13:05"


@pytest.mark.parametrize("text", ["25:00", "soon", "", "12:61"])
def test_what_is_no_time_is_not_guessed(text: str) -> None:
    assert time_of(text) is None


def test_metres_are_read_with_point_or_comma() -> None:
    assert metres_of("8,5 m") == metres_of("8.5") == 8.5
    assert metres_of("far") is None


@pytest.mark.parametrize("size", [(1093, 580), (1280, 760)])
def test_start_is_in_sight_without_scrolling(
    page: BeforeYouStartPage, size: tuple[int, int]
) -> None:
    window = page.window()
    window.resize(*size)
    for _round in range(6):  # layouts within layouts settle one after another
        QApplication.processEvents()
    for button in (page.back_button, page.start_button):
        assert button.visibleRegion().boundingRect() == button.rect()
