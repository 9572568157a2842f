"""A step is changed from the list of steps, by mouse and by keys."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from facilitator.domain.ids import StepId
from facilitator.domain.text.language import ENGLISH, WELSH
from facilitator.live.session.session import LiveSession
from facilitator.ui.console.agenda.panel import AgendaPanel
from facilitator.ui.console.window import ConsoleWindow
from tests.helpers.controls import put_in
from tests.helpers.sessions import CHOICE, OPEN, PLAN, SAID, TALK, a_session

Key, LEFT = Qt.Key, Qt.MouseButton.LeftButton


@pytest.fixture(params=[(ENGLISH,), (WELSH, ENGLISH)], ids=["one language", "two languages"])
def session(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[LiveSession]:
    session = a_session(tmp_path, plan=replace(PLAN, languages=request.param))
    session.board.toggle_curtain()
    yield session
    session.close()


@pytest.fixture
def agenda(console: ConsoleWindow) -> AgendaPanel:
    return console.desk.agenda


def place_of(session: LiveSession, step_id: StepId) -> int:
    return [row.step_id for row in session.desk().agenda.rows].index(step_id)


def choose(agenda: AgendaPanel, session: LiveSession, step_id: StepId) -> None:
    agenda.list.setCurrentRow(place_of(session, step_id))
    agenda.list.setFocus()


def double_click(agenda: AgendaPanel, place: int) -> None:
    view: QWidget = agenda.list.viewport()
    centre = agenda.list.visualItemRect(agenda.list.item(place)).center()
    QTest.mouseClick(view, LEFT, Qt.KeyboardModifier.NoModifier, centre)
    QTest.mouseDClick(view, LEFT, Qt.KeyboardModifier.NoModifier, centre)


def fill(agenda: AgendaPanel, question: str) -> None:
    for field in agenda.change_form.fields.questions.values():
        field.setText(question)


def test_a_double_click_asks_before_it_goes(
    agenda: AgendaPanel, console: ConsoleWindow, session: LiveSession
) -> None:
    place = place_of(session, OPEN.id)
    double_click(agenda, place)
    assert session.workshop.agenda.now.step.id == TALK.id
    assert "Go on to: Read, then listen?" in console.desk.middle.now.once_more.words.text()
    double_click(agenda, place)
    assert session.workshop.agenda.now.step.id == OPEN.id


def test_the_form_saves_minutes_title_and_a_question_in_each_language(
    agenda: AgendaPanel, session: LiveSession, qtbot: QtBot
) -> None:
    choose(agenda, session, SAID.id)
    qtbot.keyClick(agenda.list, Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    form = agenda.change_form
    assert form.isVisible()
    assert form.fields.first.hasFocus()
    form.fields.first.setText("Look back")
    fill(agenda, "What surprised you?")
    form.minutes.setValue(11)
    qtbot.keyClick(form.minutes, Key.Key_Return)
    assert form.isHidden()
    assert agenda.list.hasFocus()
    run = session.workshop.agenda.run_of(SAID.id)
    assert run.step.title.first == "Look back"
    languages = session.workshop.languages
    assert dict(run.step.question.texts) == dict.fromkeys(languages, "What surprised you?")
    assert session.desk().agenda.rows[place_of(session, SAID.id)].minutes == 11


def test_what_was_refused_stays_to_be_mended(
    agenda: AgendaPanel, console: ConsoleWindow, session: LiveSession, qtbot: QtBot
) -> None:
    choose(agenda, session, SAID.id)
    qtbot.keyClick(agenda.list, Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    for field in agenda.change_form.fields.titles.values():
        field.setText("")
    qtbot.mouseClick(agenda.change_form.save_button, LEFT)
    assert console.desk.middle.notice.text.startswith("The step has no title.")
    assert agenda.change_form.isVisible()
    for _press in range(2):  # the notice goes first
        qtbot.keyClick(agenda.change_form.fields.first, Key.Key_Escape)
    assert agenda.change_form.isHidden()
    assert session.workshop.agenda.run_of(SAID.id).step.title == SAID.title


def test_a_form_in_which_nothing_was_changed_just_goes(
    agenda: AgendaPanel, session: LiveSession, qtbot: QtBot
) -> None:
    before = session.workshop
    choose(agenda, session, SAID.id)
    qtbot.keyClick(agenda.list, Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(agenda.change_form.fields.first, Key.Key_Return)
    assert agenda.change_form.isHidden()
    assert session.workshop is before


def test_a_question_that_was_answered_and_time_that_has_begun_cannot_be_typed_over(
    agenda: AgendaPanel, session: LiveSession, qtbot: QtBot
) -> None:
    session.steps.jump(SAID.id)
    session.said.add("We got through winter")
    choose(agenda, session, SAID.id)
    qtbot.keyClick(agenda.list, Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    form = agenda.change_form
    assert not any(field.isEnabled() for field in form.fields.questions.values())
    assert "stays with what they gave" in next(iter(form.fields.questions.values())).toolTip()
    assert not form.minutes.isEnabled()
    assert form.fields.first.isEnabled()


def test_alt_and_the_arrows_move_a_step_and_it_stays_chosen(
    agenda: AgendaPanel, session: LiveSession, qtbot: QtBot
) -> None:
    choose(agenda, session, CHOICE.id)
    before = place_of(session, CHOICE.id)
    qtbot.keyClick(agenda.list, Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert place_of(session, CHOICE.id) == agenda.list.currentRow() == before - 1
    qtbot.keyClick(agenda.list, Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert place_of(session, CHOICE.id) == agenda.list.currentRow() == before


def test_an_added_step_has_a_question_and_a_refused_one_stays_in_the_form(
    agenda: AgendaPanel, console: ConsoleWindow, session: LiveSession, qtbot: QtBot
) -> None:
    qtbot.mouseClick(agenda.add_button, LEFT)
    form = agenda.add_form
    form.fields.first.setText("Look back")
    languages = session.workshop.languages
    first, *others = form.fields.questions.values()
    first.setText("What surprised you?")
    qtbot.keyClick(first, Key.Key_Return)
    assert form.isVisible() is bool(others)
    for field in others:
        assert console.desk.middle.notice.text.startswith("The room reads the question in each")
        field.setText("What surprised you?")
        qtbot.keyClick(field, Key.Key_Return)
    assert form.isHidden()
    added = session.workshop.agenda.runs[1].step
    assert added.was_added
    assert dict(added.question.texts) == dict.fromkeys(languages, "What surprised you?")


def test_every_field_of_a_change_has_a_label_that_stays_when_it_is_filled(
    agenda: AgendaPanel, session: LiveSession
) -> None:
    choose(agenda, session, SAID.id)
    QTest.keyClick(agenda.list, Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    form = agenda.change_form
    labelled = {label.buddy(): label for label in form.findChildren(QLabel) if label.buddy()}
    fields = (*form.fields.titles.values(), *form.fields.questions.values(), form.minutes)
    for field in fields:
        assert labelled[field].isVisible()
        assert labelled[field].text()


def test_a_new_step_names_the_step_that_it_follows(
    agenda: AgendaPanel, session: LiveSession
) -> None:
    agenda.add_button.click()
    assert TALK.title.first in agenda.add_form.kicker.text()
    session.steps.jump(SAID.id)
    assert SAID.title.first in agenda.add_form.kicker.text()


@pytest.mark.parametrize("size", [(1093, 580), (1280, 800)])
def test_in_a_low_window_the_fields_of_a_form_scroll_and_cover_none_of_their_labels(
    agenda: AgendaPanel, console: ConsoleWindow, session: LiveSession, size: tuple[int, int]
) -> None:
    console.resize(*size)
    agenda.add_button.click()
    agenda.add_form.leave()
    choose(agenda, session, SAID.id)
    QTest.keyClick(agenda.list, Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    change, add = agenda.change_form, agenda.add_form
    agenda.add_button.click()
    for form, button in ((change, change.save_button), (add, add.add_button)):
        form.setVisible(True)
        QApplication.processEvents()
        assert button.visibleRegion().boundingRect() == button.rect()
        labels = [label for label in form.findChildren(QLabel) if label.isVisible()]
        areas = [
            QRect(part.mapTo(form, QPoint()), part.size())
            for label in labels
            if label.buddy()
            for part in (label, label.buddy())
        ]
        assert areas
        assert not any(area.intersects(other) for area, other in combinations(areas, 2))
        form.setVisible(False)


def test_the_row_under_the_pointer_is_seen_and_nothing_moves(
    agenda: AgendaPanel, session: LiveSession
) -> None:
    first, other = place_of(session, CHOICE.id), place_of(session, SAID.id)
    areas = [agenda.list.visualItemRect(agenda.list.item(place)) for place in (first, other)]
    before = [agenda.list.viewport().grab(area).toImage() for area in areas]
    put_in(agenda.list, "hover", over=first)
    assert agenda.list.viewport().grab(areas[0]).toImage() != before[0]
    assert agenda.list.viewport().grab(areas[1]).toImage() == before[1]
    put_in(agenda.list, "rest")
    assert agenda.list.viewport().grab(areas[0]).toImage() == before[0]
