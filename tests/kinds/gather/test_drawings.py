"""A card can be a drawing: a contribution like any other, from the helper's tick to the record."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from facilitator.domain.contribution import Contribution, SetAside, Turn
from facilitator.domain.ids import ContributionId
from facilitator.domain.limits import UnsoundError
from facilitator.domain.soundness import check_part
from facilitator.domain.text.language import ENGLISH, WELSH, Words
from facilitator.live.library.taking_out import open_record
from facilitator.room.pages.picture import NotesPage
from facilitator.room.say import say
from facilitator.room.sentence_keys import Key
from facilitator.ui.console.middle import Tab
from facilitator.ui.console.window import ConsoleWindow
from facilitator.ui.corner.cards_page import CardsPage
from facilitator.ui.corner.window import CornerWindow
from facilitator.ui.live_signals import LiveSignals
from tests.helpers.corner import a_corner, write
from tests.helpers.finding import texts_on
from tests.helpers.keys import press
from tests.helpers.meeting import GATHER, Meeting, a_meeting, in_json, in_record
from tests.helpers.sessions import PLAN

BOTH = (WELSH, ENGLISH)


@pytest.fixture
def meeting(tmp_path: Path) -> Iterator[Meeting]:
    with a_meeting(tmp_path, people=8, plan=replace(PLAN, languages=BOTH)) as meeting:
        meeting.open_writing()
        yield meeting


@pytest.fixture
def cards(qtbot: QtBot) -> CornerWindow:
    window = a_corner(qtbot)
    window.show_cards()
    return window


def page_of(cards: CornerWindow) -> CardsPage:
    """Return the page for cards."""
    return next(page for page in cards.findChildren(CardsPage) if page.isVisible())


def draw(meeting: Meeting, *texts: str) -> None:
    """Enter a drawing with the words of its maker, if any."""
    meeting.session.writing.give_cards((Turn(texts, drawing=True),))


def with_lines(meeting: Meeting, count: int = 5) -> None:
    """Let people write, and open all together."""
    for number in range(count):
        meeting.write(f"line {number}")
    meeting.close_writing()
    meeting.open_together()


def test_a_helper_marks_a_card_as_a_drawing(qtbot: QtBot, cards: CornerWindow) -> None:
    given: list[Turn] = []
    cards.card_given.connect(given.append)
    page = page_of(cards)
    qtbot.keyClick(page.drawing, Qt.Key.Key_Space)
    page.lines.setFocus()
    write("a small boat")
    qtbot.keyClick(page.lines.current, Qt.Key.Key_Return)
    assert given == [Turn(("a small boat",), drawing=True)]


def test_enter_on_the_tick_hands_the_card_over_too(cards: CornerWindow) -> None:
    given: list[Turn] = []
    cards.card_given.connect(given.append)
    page = page_of(cards)
    page.drawing.setFocus()
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Return)
    assert given == [Turn((), drawing=True)]
    assert page.lines.current.hasFocus()


def test_a_drawing_without_words_is_no_blank_card(qtbot: QtBot, cards: CornerWindow) -> None:
    given: list[Turn] = []
    cards.card_given.connect(given.append)
    page = page_of(cards)
    page.drawing.setChecked(True)
    qtbot.keyClick(page.lines.current, Qt.Key.Key_Return)
    assert given == [Turn((), drawing=True)]
    cards.show_turn_ended()
    assert not page.drawing.isChecked()


def test_the_helper_is_told_that_a_single_drawing_points_to_its_maker(cards: CornerWindow) -> None:
    how = say(ENGLISH, Key.CORNER_CARD_DRAWING_HOW)
    assert how in texts_on(page_of(cards))
    assert page_of(cards).drawing.accessibleDescription() == how


def test_board_and_console_show_a_drawing_with_its_letter_and_its_makers_words(
    meeting: Meeting, qtbot: QtBot
) -> None:
    draw(meeting, "two people on a bench")
    draw(meeting)
    with_lines(meeting)
    page = meeting.session.picture().content
    assert isinstance(page, NotesPage)
    drawn = [note for note in page.notes if note.drawing]
    assert {note.text for note in drawn} == {"two people on a bench", ""}
    assert all(note.drawing.texts == ((WELSH, "Llun"), (ENGLISH, "A drawing")) for note in drawn)
    assert all(note.letter for note in drawn)
    console = ConsoleWindow(meeting.session, LiveSignals(meeting.session))
    qtbot.addWidget(console)
    console.show()
    console.desk.middle.turn_to(Tab.LINES)
    spoken = [item.spoken for item in console.desk.middle.gathering.opened.lines.items]
    letters = {note.text: note.letter for note in drawn}
    assert f"{letters['two people on a bench']}. A drawing: two people on a bench" in spoken
    assert f"{letters['']}. A drawing" in spoken


def test_a_line_in_the_words_a_drawing_is_none(meeting: Meeting) -> None:
    meeting.write("A drawing")
    with_lines(meeting)
    page = meeting.session.picture().content
    assert isinstance(page, NotesPage)
    assert not any(note.drawing for note in page.notes)


def test_a_drawing_counts_as_a_turn_and_is_late_like_any_other(meeting: Meeting) -> None:
    draw(meeting)
    with_lines(meeting, count=4)
    assert meeting.gathering.turns == 5
    meeting.open_writing()
    draw(meeting, "late")
    late = meeting.of("late")
    assert (late.late, late.drawing, late.letter) == (True, True, None)
    meeting.close_writing()
    meeting.open_together()
    assert not any(line.text == "late" for line in meeting.gathering.contributions)


def test_a_drawing_is_mixed_with_fresh_ids_and_stays_one(meeting: Meeting) -> None:
    draw(meeting)
    before = meeting.gathering.contributions[0].id
    for _turn in range(4):
        meeting.write()
    (drawing,) = meeting.gathering.contributions
    assert drawing.drawing
    assert drawing.id != before


def test_the_record_says_that_it_was_a_drawing_in_each_language(meeting: Meeting) -> None:
    draw(meeting, "two people on a bench")
    draw(meeting)
    with_lines(meeting)
    record = meeting.close()
    texts = in_record(record)
    assert texts.count("Llun") == texts.count("A drawing") == 2
    place = texts.index("two people on a bench")
    assert texts[place - 2 : place] == ["Llun", "A drawing"]
    assert '"drawing": true' in in_json(record)


def test_a_drawing_can_be_found_and_taken_out_of_the_finished_record(meeting: Meeting) -> None:
    draw(meeting)
    with_lines(meeting)
    opened = open_record(meeting.close())
    lines = [line for group in opened.groups for line in group.lines]
    assert "A drawing" in [line.text for line in lines]


def test_a_drawing_that_is_set_aside_or_taken_out_is_not_opened(meeting: Meeting) -> None:
    draw(meeting, "him at his desk")
    draw(meeting, "a map")
    for number in range(4):
        meeting.write(f"line {number}")
    meeting.close_writing()
    meeting.session.writing.set_aside(GATHER, meeting.of("him").id, SetAside.PERSON)
    meeting.session.writing.take_out(GATHER, meeting.of("a map").id)
    meeting.open_together()
    page = meeting.session.picture().content
    assert isinstance(page, NotesPage)
    assert not any(note.drawing for note in page.notes)


@pytest.mark.parametrize(
    "line",
    [
        Contribution(ContributionId("a"), ""),
        Contribution(ContributionId("a"), "", drawing=True, translation=Words.of("x", ENGLISH)),
        Contribution(ContributionId("a"), "x", translation=Words(((WELSH, "x"), (ENGLISH, "x")))),
        Contribution(ContributionId("a"), "x", translation=Words(((WELSH, ""),))),
        Contribution(ContributionId("a"), "x" * 10_000, drawing=True),
    ],
)
def test_a_file_with_what_cannot_have_come_about_is_refused(line: Contribution) -> None:
    with pytest.raises(UnsoundError):
        check_part(line)


def test_a_drawing_without_words_is_sound() -> None:
    check_part(Contribution(ContributionId("a"), "", drawing=True))
