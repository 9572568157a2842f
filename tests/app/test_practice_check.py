"""Made-up people in a check at the typing corner: all but the one at the keyboard."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from facilitator.app.practice import MadeUpPeople
from facilitator.domain.agreement.checks import HandsWay
from facilitator.domain.plan.step import StepKind
from facilitator.live.views.agreement_view import AgreementView, KindRow
from facilitator.resources import resource
from facilitator.ui.console.agreement.panel import AgreementPanel
from tests.helpers.agreements import FIST, THUMBS, an_agreeing_session, suggested
from tests.helpers.files import read_plan
from tests.helpers.sessions import SETUP

TRY = resource("plans/try/try-5.toml")


def test_made_up_people_leave_a_turn_at_the_corner_to_the_one_at_the_keyboard(
    tmp_path: Path,
) -> None:
    session = an_agreeing_session(tmp_path, replace(SETUP, people=8))
    (line,) = suggested(session, "One voice")
    session.holding.begin((line,), FIST, HandsWay.CORNER)
    people = MadeUpPeople(session)
    for _time in range(3):
        people.take_part()
    checking = session.workshop.agreement.checking
    assert checking is not None
    assert checking.tally.everyone == 7
    session.holding.hand_in(None)
    session.holding.close()
    session.close()


def test_the_try_names_the_buttons_as_they_are(qtbot: QtBot) -> None:
    (step,) = [s for s in read_plan(TRY).steps if s.kind is StepKind.AGREEMENT]
    panel = AgreementPanel()
    qtbot.addWidget(panel)
    view = AgreementView(kinds=(KindRow(THUMBS, "Thumbs", more=False),))
    panel.choice.ask(view, "")
    buttons = [button.accessibleName() for button in panel.findChildren(QAbstractButton)]
    for name in ("Check all", "Thumbs", "Next page", "Finish counting", "Back to the lines"):
        assert name in step.do
        assert any(button.startswith(name) for button in (*buttons, "Back to the lines")), name


def test_made_up_people_wait_until_the_meaning_of_each_hand_was_seen(tmp_path: Path) -> None:
    session = an_agreeing_session(tmp_path, replace(SETUP, people=8))
    lines = suggested(session, *(f"Line {place} of what we need here" for place in range(9)))
    session.holding.begin(lines, THUMBS)
    people = MadeUpPeople(session)
    people.take_part()
    checking = session.workshop.agreement.checking
    assert checking is not None
    assert not checking.tally.everyone
    while session.workshop.board.page < session.page_count() - 1:
        session.steps.next()
    people.take_part()
    counted = session.workshop.agreement.checking
    assert counted is not None
    assert counted.tally.everyone == 8
    session.close()
