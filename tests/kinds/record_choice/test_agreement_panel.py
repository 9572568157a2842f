"""The agreement's lines in the console's panel about the record."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from facilitator.live.session.session import LiveSession
from facilitator.ui.console.middle import Tab
from facilitator.ui.console.window import ConsoleWindow
from tests.helpers.agreements import agree, an_agreeing_session, suggested
from tests.helpers.lines import act, texts_of, tick


@pytest.fixture
def session(tmp_path: Path) -> Iterator[LiveSession]:
    session = an_agreeing_session(tmp_path)
    (line,) = suggested(session, "One voice")
    agree(session, line)
    session.agreements.word(line, "One voice at a time")
    agree(session, line)
    yield session
    session.close()


def place_of(console: ConsoleWindow, text: str) -> int:
    return texts_of(console.desk.middle.record.lines).index(text)


def agreed(session: LiveSession) -> list[tuple[str, tuple[str, ...]]]:
    return [(line.text, line.earlier) for line in session.workshop.agreement.agreed]


def test_an_earlier_wording_is_named_and_taken_out_without_its_line(
    console: ConsoleWindow, session: LiveSession
) -> None:
    console.desk.middle.turn_to(Tab.RECORD)
    record = console.desk.middle.record
    earlier = place_of(console, "One voice")
    heading = record.lines.items[earlier].heading
    assert heading == "Our agreement: Agreed before, in other words"
    act(record.lines, earlier, "out")
    record.ask.answered.emit("out")
    assert agreed(session) == [("One voice at a time", ())]
    assert texts_of(record.lines) == ["One voice at a time"]


def test_an_earlier_wording_is_left_out_by_its_switch(
    console: ConsoleWindow, session: LiveSession
) -> None:
    console.desk.middle.turn_to(Tab.RECORD)
    tick(console.desk.middle.record.lines, place_of(console, "One voice"))
    rows = {row.text: row.in_record for row in session.desk().record.rows}
    assert rows == {"One voice at a time": True, "One voice": False}


def test_what_does_not_go_in_is_said_while_there_is_any(
    console: ConsoleWindow, session: LiveSession
) -> None:
    console.desk.middle.turn_to(Tab.RECORD)
    missing = console.desk.middle.record.missing
    assert missing.isHidden()
    (line,) = suggested(session, "Pass")
    assert missing.isVisible()
    assert missing.text().startswith("1 line of the agreement is neither agreed nor parked")
    agree(session, line)
    assert missing.isHidden()


def test_the_question_at_the_end_says_that_the_agreement_stays_and_only_then(
    console: ConsoleWindow, session: LiveSession
) -> None:
    record, stays = console.desk.middle.record, "Our agreement stays for this group’s next workshop"
    record.closing.make_button.click()
    assert stays not in record.closing.ask.text.text()
    record.closing.ask.leave_button.click()
    session.setup.set(replace(session.workshop.setup, group="Night shift"))
    session.agreements.keep_for_next(yes=True)
    record.closing.make_button.click()
    assert stays in record.closing.ask.text.text()
