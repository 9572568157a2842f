"""Before you start, by mouse and keys."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from facilitator.domain.last_time import LastTime
from facilitator.domain.letters import Marks
from facilitator.domain.plan.summary import PlanSummary
from facilitator.domain.setup import (
    LONGEST_ANSWER,
    LONGEST_NUMBER,
    LONGEST_SUPPORT,
    LONGEST_TITLE,
)
from facilitator.domain.text.language import ENGLISH, WELSH, Words
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


@pytest.mark.parametrize("by", ["Esc", "Back"])
def test_what_was_typed_is_there_on_the_way_back(
    page: BeforeYouStartPage, qtbot: QtBot, by: str
) -> None:
    home = page.window()
    assert isinstance(home, HomeWindow)
    asked = page.questions
    asked.people_box.setValue(9)
    for field, text in (
        (asked.group_field, "Night team"),
        (asked.support_field, "Sam, room 4"),
        (asked.recipients_field, "all of us"),
        (asked.back_row_field, "eight"),
    ):
        field.setText(text)
    asked.in_charge_no.setChecked(True)
    asked.display_box.setCurrentIndex(1)
    if by == "Esc":
        qtbot.keyClick(asked.group_field, Qt.Key.Key_Escape)
    else:
        page.back_button.click()
    assert home.page is home.home_page
    home.show_before(a_short_plan(), ("projector",))
    assert isinstance(home.page, BeforeYouStartPage)
    again = home.page.questions
    texts = (again.group_field, again.support_field, again.recipients_field, again.back_row_field)
    assert [text.text() for text in texts] == ["Night team", "Sam, room 4", "all of us", "eight"]
    assert (again.people_box.value(), again.display) == (9, "")
    assert again.in_charge_no.isChecked()


def test_a_start_that_was_only_proposed_is_proposed_again(
    page: BeforeYouStartPage, clock: FakeClock
) -> None:
    home, proposed = page.window(), page.questions.start_field.text()
    assert isinstance(home, HomeWindow)
    page.back_button.click()
    clock.advance(minutes=20)
    home.show_before(a_short_plan(), ())
    assert isinstance(home.page, BeforeYouStartPage)
    assert home.page.questions.start_field.text() != proposed


def test_once_a_workshop_was_started_the_next_begins_with_empty_fields(
    page: BeforeYouStartPage,
) -> None:
    home = page.window()
    assert isinstance(home, HomeWindow)
    page.questions.group_field.setText("Night team")
    page.back_button.click()
    home.show_before(a_short_plan(), ())
    assert isinstance(home.page, BeforeYouStartPage)
    home.page.start_button.click()
    home.show_before(a_short_plan(), ())
    assert isinstance(home.page, BeforeYouStartPage)
    assert not home.page.questions.group_field.text()


def test_the_plan_is_called_as_the_facilitator_reads_it(qtbot: QtBot, clock: FakeClock) -> None:
    home = HomeWindow(clock)
    qtbot.addWidget(home)
    title = Words.from_mapping({"cy": "Sgwrs fer", "en": "Short talk"})
    plan = replace(a_short_plan(), title=title, languages=(WELSH, ENGLISH))
    home.show_before(plan, ())
    assert isinstance(home.page, BeforeYouStartPage)
    assert home.page.questions.title_field.placeholderText() == "Short talk"
    texts = [label.text() for label in home.page.findChildren(QLabel)]
    assert "Short talk" in texts
    assert "Sgwrs fer" not in texts
    assert PlanSummary.of(plan).title == "Short talk"


def test_who_facilitates_and_how_to_reach_them_are_asked_and_come_back(
    page: BeforeYouStartPage,
) -> None:
    asked = page.questions
    asked.facilitator_field.setText(" Ana Rhys ")
    asked.reach_field.setText("ana@example.org")
    setup = page.setup()
    assert setup is not None
    assert (setup.facilitator, setup.reach) == ("Ana Rhys", "ana@example.org")
    typed = page.typed
    for field in (asked.facilitator_field, asked.reach_field):
        field.clear()
    typed.put_back(asked)
    assert page.setup() == setup


def test_displays_that_come_and_go_are_offered_and_what_was_chosen_stays(
    page: BeforeYouStartPage,
) -> None:
    asked = page.questions
    asked.show_displays(("projector", "wall"), mirrored=False)
    assert asked.display == "projector"
    asked.display_box.setCurrentIndex(1)
    asked.show_displays(("another", "projector", "wall"), mirrored=False)
    assert asked.display == "wall"
    asked.show_displays((), mirrored=False)
    assert asked.display == ""
    asked.show_displays(("wall",), mirrored=False)
    assert asked.display == "wall", "a projector that is plugged in is proposed"


def test_before_you_start_warns_while_displays_are_mirrored(page: BeforeYouStartPage) -> None:
    asked = page.questions
    assert asked.mirrored_card.isHidden()
    asked.show_displays((), mirrored=True)
    assert asked.mirrored_card.isVisible()
    assert "mirrored" in asked.mirrored_card.findChildren(QLabel)[0].text()
    asked.show_displays(("projector",), mirrored=False)
    assert asked.mirrored_card.isHidden()


@pytest.mark.parametrize(
    ("name", "most"),
    [
        ("title", LONGEST_TITLE),
        ("group", LONGEST_ANSWER),
        ("support", LONGEST_SUPPORT),
        ("recipients", LONGEST_ANSWER),
        ("facilitator", LONGEST_ANSWER),
        ("reach", LONGEST_ANSWER),
        ("start", LONGEST_NUMBER),
        ("back_row", LONGEST_NUMBER),
        ("image_height", LONGEST_NUMBER),
    ],
)
def test_a_field_takes_as_many_characters_as_on_the_console(
    page: BeforeYouStartPage, name: str, most: int
) -> None:
    field = getattr(page.questions, f"{name}_field")
    assert isinstance(field, QLineEdit)
    field.clear()
    QGuiApplication.clipboard().setText("e\u0301" * 3000)
    field.paste()
    assert field.text() == "e\u0301" * most


def test_what_was_entered_longer_the_last_time_is_handed_out_whole(
    page: BeforeYouStartPage,
) -> None:
    page.show_last_time(LastTime(facilitator="name " * 600), covered=False)
    setup = page.setup()
    assert setup is not None
    assert setup.facilitator == ("name " * 600).strip()


def test_lines_are_named_as_the_plan_says_or_as_is_chosen(qtbot: QtBot, clock: FakeClock) -> None:
    window = HomeWindow(clock)
    qtbot.addWidget(window)
    window.show()
    window.show_before(replace(a_short_plan(), marks=Marks.NUMBERS), ())
    page = window.page
    assert isinstance(page, BeforeYouStartPage)
    setup = page.setup()
    assert setup is not None
    assert setup.marks is Marks.NUMBERS
    qtbot.keyClick(page.questions.marks, Qt.Key.Key_Up)
    setup = page.setup()
    assert setup is not None
    assert setup.marks is Marks.LETTERS
    assert page.typed.marks is Marks.LETTERS
