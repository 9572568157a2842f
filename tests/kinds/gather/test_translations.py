"""A helper's translation beneath a line: by keys on the console, on the board, in the record."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from facilitator.domain.contribution import SetAside
from facilitator.domain.text.language import ENGLISH, NO_WORDS, WELSH, Words
from facilitator.errors import NotAllowedNowError
from facilitator.room.pages.picture import NotesPage
from facilitator.ui.console.gathering.opened import GatherOpened
from facilitator.ui.console.middle import Tab
from facilitator.ui.console.window import ConsoleWindow
from facilitator.ui.live_signals import LiveSignals
from tests.helpers.finding import texts_on
from tests.helpers.keys import press, type_text
from tests.helpers.meeting import GATHER, Meeting, a_meeting, in_json, in_record
from tests.helpers.sessions import PLAN

LINES = (
    "Mae’n haws pan fydd amser i feddwl",
    "I can speak when nobody hurries me",
    "Pan fydd pawb yn gwrando",
    "When the boss is not in the room",
    "Gyda phaned o de",
    "After somebody else has begun",
)


@pytest.fixture
def meeting(tmp_path: Path) -> Iterator[Meeting]:
    plan = replace(PLAN, languages=(WELSH, ENGLISH))
    with a_meeting(tmp_path, people=8, plan=plan) as meeting:
        meeting.open_writing()
        for line in LINES:
            meeting.write(line)
        meeting.close_writing()
        yield meeting


def shown_console(meeting: Meeting, qtbot: QtBot) -> ConsoleWindow:
    """Return the console with the lines."""
    window = ConsoleWindow(meeting.session, LiveSignals(meeting.session))
    qtbot.addWidget(window)
    window.resize(1440, 900)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.desk.middle.turn_to(Tab.LINES)
    return window


def translate(meeting: Meeting, begins: str, text: str) -> None:
    """Put a line in the other language."""
    language = ENGLISH if begins in set(LINES[::2]) else WELSH
    line = meeting.of(begins)
    meeting.session.writing.translate(GATHER, line.id, Words.of(text, language))


def beneath(meeting: Meeting) -> list[str]:
    """Return what the board has beneath its lines."""
    page = meeting.session.picture().content
    assert isinstance(page, NotesPage)
    return [note.beneath.first for note in page.notes if note.beneath]


def opened_panel(console: ConsoleWindow) -> GatherOpened:
    """Return the panel of the opened lines."""
    return console.desk.middle.gathering.opened


def test_all_lines_are_translated_by_keys_alone(meeting: Meeting, qtbot: QtBot) -> None:
    meeting.open_together()
    console = shown_console(meeting, qtbot)
    panel = opened_panel(console)
    panel.lines.setFocus()
    panel.lines.choose(0)
    press("T")
    for number in range(len(LINES)):
        assert beneath(meeting) == []
        type_text(f"words {number}")
        press(Qt.Key.Key_Return)
    assert panel.translate.isHidden()
    assert panel.lines.hasFocus()
    marked = ("A helper’s words: words", "Geiriau cynorthwyydd: words")
    assert [words.rsplit(" ", 1)[0] in marked for words in beneath(meeting)] == [True] * 6
    assert {line.text for line in meeting.gathering.contributions} == set(LINES)


def test_the_field_begins_with_the_language_that_the_line_is_not_in(
    meeting: Meeting, qtbot: QtBot
) -> None:
    meeting.open_together()
    panel = opened_panel(shown_console(meeting, qtbot))
    for place, item in enumerate(panel.lines.items):
        panel.lines.choose(place)
        panel.lines.setFocus()
        press("T")
        is_welsh = item.text in (LINES[0], LINES[2])
        if is_welsh or item.text in (LINES[1], LINES[3]):
            assert panel.translate.language.currentData() == (ENGLISH if is_welsh else WELSH)
        press(Qt.Key.Key_Escape)


def test_the_console_says_how_many_are_missing_and_shows_what_there_is(
    meeting: Meeting, qtbot: QtBot
) -> None:
    meeting.open_together()
    console = shown_console(meeting, qtbot)
    panel = opened_panel(console)
    assert panel.missing.isHidden()
    translate(meeting, LINES[0], "With time to think")
    assert "5" in panel.missing.text()
    assert any("With time to think" in note for item in panel.lines.items for note in item.notes)
    assert any("With time to think" in item.spoken for item in panel.lines.items)


def test_a_line_can_be_translated_while_it_is_read_first(meeting: Meeting, qtbot: QtBot) -> None:
    console = shown_console(meeting, qtbot)
    closed = console.desk.middle.gathering.closed
    closed.lines.setFocus()
    closed.lines.choose(0)
    press("T")
    first = closed.lines.items[0].text
    type_text("in the other language")
    press(Qt.Key.Key_Return)
    assert meeting.of(first).translation.first == "in the other language"
    meeting.open_together()
    assert meeting.of(first).translation.first == "in the other language"
    assert closed.translate.field.text() == ""


def test_the_translation_that_is_deleted_leaves_the_board_at_once_and_no_other_stays(
    meeting: Meeting, qtbot: QtBot
) -> None:
    meeting.open_together()
    for number, line in enumerate(LINES):
        translate(meeting, line, f"words {number}")
    assert len(beneath(meeting)) == 6
    panel = opened_panel(shown_console(meeting, qtbot))
    panel.lines.setFocus()
    panel.lines.choose(2)
    press("T")
    panel.translate.delete_button.click()
    assert beneath(meeting) == []
    assert len(meeting.gathering.untranslated) == 1


def test_a_field_for_a_line_that_has_gone_is_closed_and_emptied(
    meeting: Meeting, qtbot: QtBot
) -> None:
    meeting.open_together()
    console = shown_console(meeting, qtbot)
    panel = opened_panel(console)
    panel.lines.setFocus()
    panel.lines.choose(0)
    press("T")
    type_text("half a sentence")
    line = meeting.of(panel.lines.items[0].text)
    meeting.session.writing.take_out(GATHER, line.id)
    assert panel.translate.isHidden()
    assert "half a sentence" not in texts_on(console)
    assert panel.translate.field.text() == ""


def test_a_line_set_aside_or_taken_out_is_not_waited_for(meeting: Meeting) -> None:
    aside = meeting.of(LINES[5])
    meeting.session.writing.set_aside(GATHER, aside.id, SetAside.PERSON)
    meeting.open_together()
    for number, line in enumerate(LINES[:4]):
        translate(meeting, line, f"words {number}")
    assert beneath(meeting) == []
    meeting.session.writing.take_out(GATHER, meeting.of(LINES[4]).id)
    assert len(beneath(meeting)) == 4


def test_a_reworded_line_loses_the_translation_of_what_it_said(meeting: Meeting) -> None:
    translate(meeting, LINES[1], "Pan nad oes neb yn fy mrysio")
    line = meeting.of(LINES[1])
    meeting.session.writing.reword(GATHER, line.id, "I can speak when there is time")
    assert meeting.of("I can speak").translation == NO_WORDS


def test_the_record_has_translations_only_where_every_line_has_its_own(meeting: Meeting) -> None:
    meeting.open_together()
    for number, line in enumerate(LINES[:-1]):
        translate(meeting, line, f"words {number}")
    translate(meeting, LINES[-1], "the last words")
    record = meeting.close()
    texts = " ".join(in_record(record))
    assert "A helper’s words: words 0" in texts
    assert "Geiriau cynorthwyydd: the last words" in texts
    assert "the last words" in in_json(record)


def test_a_record_with_one_missing_translation_has_none(meeting: Meeting) -> None:
    meeting.open_together()
    for number, line in enumerate(LINES[:-1]):
        translate(meeting, line, f"words {number}")
    record = meeting.close()
    assert "helper’s" not in " ".join(in_record(record))
    assert "words 0" not in in_json(record)


def test_a_workshop_of_one_language_offers_no_translation(tmp_path: Path, qtbot: QtBot) -> None:
    with a_meeting(tmp_path / "one", people=8) as meeting:
        meeting.open_writing()
        for line in LINES:
            meeting.write(line)
        meeting.close_writing()
        meeting.open_together()
        written = meeting.gathering.contributions[0]
        with pytest.raises(NotAllowedNowError):
            meeting.session.writing.translate(GATHER, written.id, Words.of("words", ENGLISH))
        panel = opened_panel(shown_console(meeting, qtbot))
        panel.lines.setFocus()
        panel.lines.choose(0)
        assert panel.lines.buttons["translate"].isHidden()
        press("T")
        assert panel.translate.isHidden()
