"""Answers of the last workshop are proposed and marked, and gone once they are cleared."""

import os
from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot

from facilitator.app.data_folder import DataFolder
from facilitator.app.home_view import Settings, home_view
from facilitator.app.program import Program
from facilitator.domain.setup import Setup
from facilitator.domain.text.contacts import NO_BREAK_SPACE
from facilitator.live.library.remembered import remembered_here
from facilitator.store.database import transaction
from facilitator.store.library.agreements import save_group_agreement
from facilitator.store.library.settings import LAST_TIME, save_setting
from facilitator.store.library.workshops import workshops
from facilitator.ui.home.before_page import BeforeYouStartPage
from facilitator.ui.home.from_last_time import FromLastTime
from facilitator.ui.home.questions import Questions
from facilitator.ui.home.remembered_page import RememberedPage
from facilitator.ui.home.window import HomeWindow
from tests.helpers.sessions import PLAN, SETUP

ENTERED = replace(
    SETUP,
    group="Night team",
    support="Sam, 020 7946 0001",
    recipients="all of Night team",
    facilitator="Ana",
    reach="ana@example.org",
    back_row_m=8.5,
    image_height_m=1.7,
)
LEFT = Qt.MouseButton.LeftButton
OFFSCREEN = pytest.mark.qt_log_ignore("This plugin does not support grabbing", extend=True)


FIELDS = ("support", "recipients", "facilitator", "reach", "back_row", "image_height")
ALL = ("Sam, 020 7946 0001", "all of Night team", "Ana", "ana@example.org", "8.5", "1.7")


def begin_and_stop(program: Program, setup: Setup = ENTERED) -> None:
    """Begin a workshop and stop it as the console does: it waits on Home."""
    program.begin(PLAN, setup)
    assert program.running is not None
    program.running.console.stop_asked.emit()
    QApplication.processEvents()


def before(program: Program) -> tuple[Questions, FromLastTime]:
    """Return the fields of *Before you start*, and its card of last time."""
    program.home.plan_chosen.emit("pscc-90")
    page = program.home.page
    assert isinstance(page, BeforeYouStartPage)
    (card,) = page.findChildren(FromLastTime)
    return page.questions, card


def answers(asked: Questions) -> tuple[str, ...]:
    """Return what is in the fields that are remembered."""
    fields = (getattr(asked, f"{name}_field") for name in FIELDS)
    return tuple(field.text() for field in fields)


def read(widget: QWidget) -> str:
    """Return all that can be read; a number's spaces are shown as ones that do not break."""
    QApplication.processEvents()
    texts = (label.text() for label in widget.findChildren(QLabel) if label.isVisible())
    return "\n".join(texts).replace(NO_BREAK_SPACE, " ")


def one_display(program: Program) -> None:
    """Have Home take it that nobody else sees this screen."""
    program.home.set_room_may_see(False)


def test_what_was_entered_is_proposed_and_marked_as_from_last_time(program: Program) -> None:
    begin_and_stop(program)
    one_display(program)
    asked, card = before(program)
    assert answers(asked) == ALL
    assert card.isVisible()
    assert read(program.home).count("From last time") == len(ALL)
    asked.support_field.setText("Kim")
    assert read(program.home).count("From last time") == len(ALL) - 1
    assert (asked.group_field.text(), asked.title_field.text()) == ("", "")


def test_who_got_the_record_waits_for_a_press_while_the_room_may_see(
    program: Program, qtbot: QtBot
) -> None:
    begin_and_stop(program)
    asked, card = before(program)
    assert answers(asked) == (ALL[0], "", *ALL[2:])
    assert "Night team" not in read(program.home)
    qtbot.mouseClick(card.recipients_button, LEFT)
    assert answers(asked) == ALL


def test_who_got_the_record_goes_off_the_page_when_a_display_is_plugged_in(
    program: Program, qtbot: QtBot
) -> None:
    begin_and_stop(program)
    one_display(program)
    asked, card = before(program)
    program.home.set_room_may_see(True)
    assert answers(asked) == (ALL[0], "", *ALL[2:])
    qtbot.mouseClick(card.recipients_button, LEFT)
    assert answers(asked) == ALL
    program.home.set_room_may_see(True)
    assert answers(asked) == ALL, "it was asked for"


def test_what_is_from_last_time_is_cleared_and_forgotten_by_one_press(
    program: Program, data: DataFolder, qtbot: QtBot
) -> None:
    begin_and_stop(program)
    one_display(program)
    asked, card = before(program)
    asked.support_field.setText("Kim")
    qtbot.mouseClick(card.clear_button, LEFT)
    assert answers(asked) == ("Kim", "", "", "", "", "")
    assert not Settings(data.library).last_time
    assert b"7946" not in (data.path / "library.db").read_bytes()
    assert b"example.org" not in (data.path / "library.db").read_bytes()
    program.home.plan_chosen.emit("three-q-30")
    assert not program.home.page.findChildren(FromLastTime)


def test_what_this_computer_remembers_names_it_and_forgets_it(
    program: Program, data: DataFolder, qtbot: QtBot
) -> None:
    begin_and_stop(program)
    one_display(program)
    program.home.remembered_asked.emit()
    (page,) = program.home.findChildren(RememberedPage)
    for answer in ALL:
        assert answer in read(page)
    qtbot.mouseClick(page.forget_button, LEFT)
    assert "Sam" not in read(page)
    assert not Settings(data.library).last_time


def test_contacts_that_are_changed_on_the_console_are_proposed_next_time(
    program: Program, data: DataFolder
) -> None:
    program.begin(PLAN, replace(ENTERED, support=""))
    assert program.running is not None
    program.running.session.setup.set(replace(ENTERED, support="Kim, room 4"))
    last = Settings(data.library).last_time
    assert last is not None
    assert last.support == "Kim, room 4"


def test_a_workshop_that_is_carried_on_brings_nothing_back_that_was_forgotten(
    program: Program, data: DataFolder
) -> None:
    begin_and_stop(program)
    program.home.forget_last_asked.emit()
    (entry,) = workshops(data.library)
    program.home.carry_on_asked.emit(entry.id)
    assert program.running is not None
    program.running.tick()
    assert not Settings(data.library).last_time


def test_practice_is_proposed_to_nobody(program: Program, data: DataFolder) -> None:
    program.home.try_asked.emit()
    assert program.running is not None
    assert not Settings(data.library).last_time


def test_a_field_that_somebody_emptied_stays_empty_on_the_way_back(program: Program) -> None:
    begin_and_stop(program)
    one_display(program)
    asked, _card = before(program)
    for name in (*FIELDS, "start"):
        getattr(asked, f"{name}_field").clear()
    page = program.home.page
    assert isinstance(page, BeforeYouStartPage)
    page.back_button.click()
    asked, card = before(program)
    assert answers(asked) == ("",) * len(FIELDS)
    assert asked.start_field.text() == ""
    assert not card.isVisible()


@pytest.mark.parametrize(
    "value", ["Sam", 7, None, ["Sam"], {"support": 7}, {"reach": "x" * 300}, {"back_row_m": -1.0}]
)
def test_a_value_that_was_never_stored_by_us_is_not_proposed(
    data: DataFolder, value: object
) -> None:
    with transaction(data.library):
        save_setting(data.library, LAST_TIME, value)
    assert not Settings(data.library).last_time
    parts = remembered_here(data.library, data.path)
    assert [part.lines for part in parts if part.is_last_time] == [()]


def test_an_earlier_group_is_chosen_with_what_waits_for_it(
    program: Program, data: DataFolder
) -> None:
    with transaction(data.library):
        save_group_agreement(data.library, "night team", ("One voice at a time.", "We can pass."))
    begin_and_stop(program)
    asked, _card = before(program)
    assert "Night team" not in read(program.home), "a name is read only once it is asked for"
    (action,) = asked.groups.menu().actions()
    waits = "2 lines of its agreement, 1 workshop that was not finished"
    assert action.text() == f"Night team ({waits})"
    action.trigger()
    assert asked.group_field.text() == "Night team"
    assert f"Here for this group: {waits}." in read(program.home)


def test_no_group_is_listed_while_the_displays_are_mirrored(program: Program) -> None:
    begin_and_stop(program)
    asked, _card = before(program)
    assert asked.groups.button.isEnabled()
    program.home.show_displays((), mirrored=True)
    assert not asked.groups.button.isEnabled()


@OFFSCREEN
@pytest.mark.parametrize(
    "room_comes_to_see",
    [
        lambda home: home.show_displays((), mirrored=True),
        lambda home: home.set_room_may_see(True),
    ],
    ids=["mirrored", "a display comes"],
)
def test_a_list_of_groups_that_is_open_closes_when_the_room_may_see_it(
    program: Program, room_comes_to_see: Callable[[HomeWindow], None]
) -> None:
    begin_and_stop(program)
    asked, _card = before(program)
    asked.groups.button.click()
    assert [action.text() for menu in open_menus() for action in menu.actions()] == [
        "Night team (1 workshop that was not finished)"
    ]
    room_comes_to_see(program.home)
    assert open_menus() == []
    assert asked.group_field.text() == ""


def open_menus() -> list[QMenu]:
    """Return the menus that are on the screen."""
    windows = QApplication.topLevelWidgets()
    return [menu for menu in windows if isinstance(menu, QMenu) and menu.isVisible()]


def test_the_workshop_that_was_stopped_last_is_the_first_to_carry_on(
    program: Program, data: DataFolder
) -> None:
    for title in ("First", "Second", "Third"):
        begin_and_stop(program, replace(ENTERED, title=title))
    for place, title in enumerate(("Second", "First", "Third")):
        entry = next(workshop for workshop in workshops(data.library) if workshop.title == title)
        path = data.path / entry.file
        os.utime(path, (1_800_000_000 - place, 1_800_000_000 - place))
    view = home_view(program._list, data.library, Settings(data.library))
    assert [row.title for row in view.workshops] == ["Second", "First", "Third"]
