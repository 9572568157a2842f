"""The agreement's card on the console shows what is pending before the lines."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from facilitator.domain.agreement.line import Parking, When
from facilitator.domain.ids import StepId
from facilitator.live.session.session import LiveSession
from facilitator.ui.console.agreement.beside import AgreementCard
from facilitator.ui.console.window import ConsoleWindow
from tests.helpers.agreements import agree, agreeing_session, suggested
from tests.live.views.test_agreement_waiting import WRITTEN, open_written

session = pytest.fixture(agreeing_session)


@pytest.fixture
def card(console: ConsoleWindow) -> AgreementCard:
    return console.desk.agreement


def test_opened_lines_are_offered_until_they_are_taken_over(
    card: AgreementCard, session: LiveSession, qtbot: QtBot
) -> None:
    open_written(session)
    assert card.isHidden(), "in its own step the panel offers them"
    session.steps.jump(StepId("talk"))
    assert card.opened.text() == "5 opened lines wait to be taken over into the agreement."
    assert card.show_button.isHidden()
    qtbot.mouseClick(card.take_over_button, Qt.MouseButton.LeftButton)
    assert {line.text for line in session.workshop.agreement.proposed} == set(WRITTEN)
    assert card.isHidden()


def test_a_parked_line_is_named_when_its_time_has_come_and_put_away_with_one_button(
    card: AgreementCard, session: LiveSession, qtbot: QtBot
) -> None:
    (line,) = suggested(session, "No phones")
    session.agreements.park(line, Parking("Care", When.AFTER_BREAK))
    assert card.isHidden()
    session.steps.jump(StepId("after"))
    assert card.due.text() == "Parked until now: “No phones”"
    qtbot.mouseClick(card.looked_button, Qt.MouseButton.LeftButton)
    assert card.isHidden()


def test_the_prompt_stands_before_the_lines(card: AgreementCard, session: LiveSession) -> None:
    agree(session, *suggested(session, "One voice"))
    session.steps.jump(StepId("after"))
    assert card.prompt.text().startswith("After the break")
    assert card.prompt.y() < card.looked_button.y() < card.lines.y()
