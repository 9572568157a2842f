"""Made-up people in practice: they suggest lines and show their hands, once."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from facilitator.app.practice import SUGGESTED, MadeUpPeople
from facilitator.domain.agreement.checks import Outcome
from tests.helpers.agreements import THUMBS, an_agreeing_session


def test_made_up_people_suggest_lines_and_show_their_hands_once(
    tmp_path: Path, qtbot: QtBot
) -> None:
    del qtbot  # a timer wants an application
    session = an_agreeing_session(tmp_path)
    people = MadeUpPeople(session)
    for _time in range(SUGGESTED + 3):
        people.take_part()
    lines = session.workshop.agreement.lines
    assert len(lines) == SUGGESTED
    session.holding.begin(tuple(line.id for line in lines), THUMBS)
    session.board.toggle_curtain()
    people.take_part()
    checking = session.workshop.agreement.checking
    assert checking is not None
    assert checking.tally.everyone == 0
    session.board.toggle_curtain()
    for _time in range(3):
        people.take_part()
    checking = session.workshop.agreement.checking
    assert checking is not None
    assert checking.tally.everyone == session.workshop.setup.people
    assert checking.tally.outcome is Outcome.AGREED
    session.close()
