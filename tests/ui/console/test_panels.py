"""Panels of the console, given views made by hand."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from facilitator.domain.contribution import GatheringState, SetAside
from facilitator.domain.ids import LineId, StepId
from facilitator.domain.text.hints import Hint
from facilitator.domain.text.language import ENGLISH, WELSH
from facilitator.domain.text.text import graphemes
from facilitator.domain.time.round import RoundState
from facilitator.live.session.step_changes import StepTexts
from facilitator.live.views.desk_view import SaidRow, SaidView
from facilitator.room.pages.picture import CalmPage, RoomPicture
from facilitator.room.say import say
from facilitator.room.sentence_keys import Key
from facilitator.ui.console.agenda.panel import AgendaPanel
from facilitator.ui.console.gathering.after_aside import SENTENCES
from facilitator.ui.console.gathering.panel import GatheringPanel
from facilitator.ui.console.header import HeaderPanel
from facilitator.ui.console.now.panel import NowPanel
from facilitator.ui.console.said.panel import SaidPanel
from facilitator.ui.console.say import SayPanel
from facilitator.ui.widgets.labels import BREAK_HERE, breakable
from tests.helpers.desks import DESK, GATHERING, a_read_row
from tests.helpers.meeting import a_meeting
from tests.helpers.sessions import PLAN

BOTH = (WELSH, ENGLISH)
LEFT = Qt.MouseButton.LeftButton
HOSTS: list[QMainWindow] = []


def hosted(qtbot: QtBot, panel: QWidget) -> None:
    """Show a panel in a window, as the console does."""
    host = QMainWindow()
    host.setCentralWidget(panel)
    host.setMinimumSize(400, 300)  # its own would be asked of the display again and again
    host.resize(800, 640)
    qtbot.addWidget(host, before_close_func=HOSTS.remove)
    HOSTS.append(host)
    host.show()


def test_a_held_round_can_go_on(qtbot: QtBot) -> None:
    panel = NowPanel()
    hosted(qtbot, panel)
    panel.show_clock(replace(DESK.clock, state=RoundState.HELD))
    assert panel.buttons.toggle.words == "Resume"


def test_time_over_is_spoken_by_a_screen_reader(qtbot: QtBot) -> None:
    panel = NowPanel()
    hosted(qtbot, panel)
    panel.show_clock(replace(DESK.clock, face="+0:12", over=True))
    assert panel.face.text() == "+0:12"
    assert panel.face.accessibleName() == "0:12 over the time"


def test_the_clock_is_as_wide_at_every_second(qtbot: QtBot) -> None:
    panel = NowPanel()
    hosted(qtbot, panel)
    widths = set()
    for face in ("1:11", "0:00", "4:44"):
        panel.show_clock(replace(DESK.clock, face=face))
        widths.add(panel.face.sizeHint().width())
    assert len(widths) == 1


def test_a_cue_stands_before_what_to_say(qtbot: QtBot) -> None:
    panel = SayPanel()
    hosted(qtbot, panel)
    panel.show_now(replace(DESK.now, cue="Start to bring this to a close."))
    assert panel.cue.text() == "“Start to bring this to a close.”"
    assert panel.cue.y() < panel.say.y()


def test_a_step_is_spoken_with_its_standing(qtbot: QtBot) -> None:
    panel = AgendaPanel()
    hosted(qtbot, panel)
    panel.show_agenda(DESK.agenda)
    role = Qt.ItemDataRole.AccessibleTextRole
    assert panel.list.item(0).data(role) == "Welcome, 5 min, done"
    assert panel.list.item(3).data(role) == "Stretch, 4 min, dropped"


def test_enter_asks_to_go_to_the_chosen_step(qtbot: QtBot) -> None:
    panel = AgendaPanel()
    hosted(qtbot, panel)
    panel.show_agenda(DESK.agenda)
    panel.list.setCurrentRow(2)
    with qtbot.waitSignal(panel.go_asked) as asked:
        qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    assert asked.args == [StepId("c")]


def test_steps_that_are_there_stay_when_the_agenda_changes(qtbot: QtBot) -> None:
    panel = AgendaPanel()
    hosted(qtbot, panel)
    panel.show_agenda(DESK.agenda)
    panel.list.setCurrentRow(2)
    first, *others = DESK.agenda.rows
    with qtbot.assertNotEmitted(panel.list.model().modelReset):
        panel.show_agenda(replace(DESK.agenda, rows=(replace(first, title="Hello"), *others)))
    titles = [panel.list.item(place).text() for place in range(panel.list.count())]
    assert titles == ["Hello", *(row.title for row in others)]
    assert panel.list.currentRow() == 2


def test_a_list_of_steps_grows_and_shrinks(qtbot: QtBot) -> None:
    panel = AgendaPanel()
    hosted(qtbot, panel)
    rows = DESK.agenda.rows
    for some in (rows, rows[:2], rows):
        panel.show_agenda(replace(DESK.agenda, rows=some))
        titles = [panel.list.item(place).text() for place in range(panel.list.count())]
        assert titles == [row.title for row in some]


def test_the_menu_of_a_step_offers_only_what_is_possible(qtbot: QtBot) -> None:
    panel = AgendaPanel()
    hosted(qtbot, panel)
    words = [[a.text() for a in panel.menu_for(row).actions()] for row in DESK.agenda.rows]
    change, order = (
        "Title, question and minutes\tAlt Enter",
        ["Earlier\tAlt ↑", "Later\tAlt ↓"],
    )
    assert words[0] == ["Go to this step"]
    assert words[1] == ["Title and question\tAlt Enter", "Skip this step"]
    assert words[2] == ["Go to this step", change, *order, "Drop it"]
    assert words[3] == ["Go to this step", change, "Bring it back"]


def test_a_step_is_added_from_the_small_form(qtbot: QtBot) -> None:
    panel = AgendaPanel()
    hosted(qtbot, panel)
    qtbot.mouseClick(panel.add_button, LEFT)
    qtbot.keyClicks(panel.add_form.fields.first, "Stretch")
    panel.add_form.minutes.setValue(4)
    with qtbot.waitSignal(panel.add_asked) as asked:
        qtbot.keyClick(panel.add_form.fields.first, Qt.Key.Key_Return)
    assert asked.args == [StepTexts(("Stretch",), ("",)), 4, "open talk", ""]
    assert panel.add_form.isVisible(), "nothing has said yet that it was added"


def test_the_banner_stands_while_nothing_is_kept(qtbot: QtBot) -> None:
    panel = HeaderPanel()
    hosted(qtbot, panel)
    panel.show_header(replace(DESK.header, saved=False, banner="The disk is full."))
    assert panel.banner.isVisible()
    with qtbot.waitSignal(panel.save_elsewhere_asked):
        qtbot.mouseClick(panel.save_button, LEFT)


SAID = SaidView(
    StepId("b"),
    (SaidRow(LineId("1"), "we listen", True), SaidRow(LineId("2"), "tea helpz", True)),
)


def test_up_in_the_empty_field_corrects_the_last_line(qtbot: QtBot) -> None:
    panel = SaidPanel()
    hosted(qtbot, panel)
    panel.show_said(SAID)
    qtbot.keyClick(panel.field, Qt.Key.Key_Up)
    assert panel.field.text() == "tea helpz"
    qtbot.keyClick(panel.field, Qt.Key.Key_Backspace)
    qtbot.keyClicks(panel.field, "s")
    with qtbot.waitSignal(panel.correct_asked) as asked:
        qtbot.keyClick(panel.field, Qt.Key.Key_Return)
    assert asked.args == ["2", "tea helps"]


def test_a_line_that_was_refused_stays_in_the_field(qtbot: QtBot) -> None:
    panel = SaidPanel()
    hosted(qtbot, panel)
    panel.show_said(SAID)
    qtbot.keyClicks(panel.field, "one more")
    qtbot.keyClick(panel.field, Qt.Key.Key_Return)
    assert panel.field.text() == "one more"
    panel.show_said(replace(SAID, rows=(*SAID.rows, SaidRow(LineId("3"), "one more", True))))
    assert panel.field.text() == ""


def test_words_that_were_begun_are_back_after_a_correction(qtbot: QtBot) -> None:
    panel = SaidPanel()
    hosted(qtbot, panel)
    panel.show_said(SAID)
    qtbot.keyClicks(panel.field, "half a li")
    qtbot.keyClick(panel.field, Qt.Key.Key_F2)
    assert panel.field.text() == "tea helpz"
    qtbot.keyClick(panel.field, Qt.Key.Key_F2)
    qtbot.keyClick(panel.field, Qt.Key.Key_Escape)
    assert panel.field.text() == "half a li"
    qtbot.keyClick(panel.field, Qt.Key.Key_Escape)
    assert panel.field.text() == ""


def test_a_said_line_goes_only_after_being_asked(qtbot: QtBot) -> None:
    panel = SaidPanel()
    hosted(qtbot, panel)
    panel.show_said(SAID)
    removed: list[str] = []
    panel.remove_asked.connect(removed.append)
    panel.list.choose(0)
    qtbot.keyClick(panel.list, Qt.Key.Key_Delete)
    assert removed == []
    qtbot.mouseClick(panel.ask.buttons["1"], LEFT)
    assert removed == ["1"]


def test_a_said_line_that_went_comes_back_by_no_key(qtbot: QtBot) -> None:
    panel = SaidPanel()
    hosted(qtbot, panel)
    panel.show_said(SAID)
    qtbot.keyClicks(panel.field, "Sam said so")
    qtbot.keyClick(panel.field, Qt.Key.Key_Return)
    panel.show_said(replace(SAID, rows=(*SAID.rows, SaidRow(LineId("3"), "Sam said so", True))))
    panel.list.choose(2)
    qtbot.keyClick(panel.list, Qt.Key.Key_Delete)
    panel.show_said(SAID)
    assert panel.ask.isHidden()
    panel.field.undo()
    assert panel.field.text() == ""
    assert not panel.field.isUndoAvailable()


ROWS = (
    a_read_row("a", "A quiet minute"),
    a_read_row("b", "My manager stops cutting people off", hints=(Hint.ROLE,)),
    a_read_row("c", "Nobody fills every silence"),
)


def reading(qtbot: QtBot) -> GatheringPanel:
    panel = GatheringPanel()
    hosted(qtbot, panel)
    panel.show_setup(DESK.setup)
    panel.show_gathering(replace(GATHERING, rows=ROWS))
    panel.closed.lines.setFocus()
    return panel


def test_delete_sets_a_line_aside_with_a_reason_and_then_says_what_to_say(qtbot: QtBot) -> None:
    closed = reading(qtbot).closed
    qtbot.keyClick(closed.lines, Qt.Key.Key_Right)
    qtbot.keyClick(closed.lines, Qt.Key.Key_Delete)
    assert len(closed.ask.buttons) == len(SetAside)
    with qtbot.waitSignal(closed.set_aside_asked) as asked:
        qtbot.mouseClick(closed.ask.buttons[str(SetAside.RISK)], LEFT)
    assert asked.args == ["b", SetAside.RISK]
    assert "the house" in closed.after.say.text()
    assert "do not ask who wrote it" in closed.after.do.text()


@pytest.mark.parametrize("why", SetAside)
def test_what_to_say_of_a_line_set_aside_is_there_in_both_of_the_rooms_languages(
    qtbot: QtBot, why: SetAside
) -> None:
    panel = reading(qtbot)
    panel.show_board(replace(DESK.board, now=RoomPicture(CalmPage(), (ENGLISH, WELSH))))
    qtbot.keyClick(panel.closed.lines, Qt.Key.Key_Delete)
    qtbot.mouseClick(panel.closed.ask.buttons[str(why)], LEFT)
    sentences = panel.closed.after.say.text().split("\n")
    assert len(sentences) == 2
    assert all(line.startswith("“") and line.endswith("”") for line in sentences)
    assert sentences == [
        f"“{say(language, SENTENCES[why], contact='the house')}”" for language in BOTH
    ]


def test_beside_opened_lines_stands_what_to_say_to_who_asks_and_of_a_hard_truth(
    qtbot: QtBot,
) -> None:
    panel = reading(qtbot)
    for languages in ((ENGLISH,), BOTH):
        panel.show_board(replace(DESK.board, now=RoomPicture(CalmPage(), languages)))
        for key in (Key.WHO_WROTE, Key.HARD_TRUTH):
            assert all(
                say(language, key) in panel.opened.who_wrote.text() for language in languages
            )


def test_escape_lets_a_line_stand(qtbot: QtBot) -> None:
    closed = reading(qtbot).closed
    asked: list[str] = []
    closed.set_aside_asked.connect(lambda line, _why: asked.append(line))
    qtbot.keyClick(closed.lines, Qt.Key.Key_Delete)
    qtbot.keyClick(closed.ask, Qt.Key.Key_Escape)
    assert not closed.ask.isVisible()
    assert asked == []


def test_a_line_is_reworded_and_the_editor_keeps_nothing_of_it(qtbot: QtBot) -> None:
    closed = reading(qtbot).closed
    qtbot.keyClick(closed.lines, Qt.Key.Key_E)
    assert closed.reword.field.text() == "A quiet minute"
    closed.reword.field.selectAll()
    qtbot.keyClicks(closed.reword.field, "Some quiet first")
    with qtbot.waitSignal(closed.reword_asked) as asked:
        qtbot.mouseClick(closed.reword.keep_button, LEFT)
    assert asked.args == ["a", "Some quiet first"]
    closed.reword.field.undo()
    assert closed.reword.field.text() == ""


def test_the_chosen_line_stays_chosen_when_the_order_is_new(qtbot: QtBot) -> None:
    panel = reading(qtbot)
    qtbot.keyClick(panel.closed.lines, Qt.Key.Key_Right)
    panel.show_gathering(replace(GATHERING, rows=ROWS[::-1]))
    chosen = panel.closed.chosen
    assert chosen is not None
    assert chosen.id == "b"


def test_lines_are_not_shown_while_the_room_sees_the_screen(qtbot: QtBot) -> None:
    panel = reading(qtbot)
    panel.set_seen_by_room(seen=True)
    assert not panel.closed.lines.isVisible()
    assert panel.closed.seen.isVisible()


def test_few_people_open_only_after_everyone_agreed(qtbot: QtBot) -> None:
    panel = reading(qtbot)
    panel.show_gathering(replace(GATHERING, rows=ROWS, needs_warning=True))
    verdict = panel.closed.verdict
    assert not verdict.open_button.isEnabled()
    qtbot.keyClick(verdict.agreed_tick, Qt.Key.Key_Space)
    with qtbot.waitSignal(verdict.open_together_asked) as asked:
        qtbot.mouseClick(verdict.open_button, LEFT)
    assert asked.args == [True]


def test_the_warning_to_read_aloud_is_in_both_of_the_rooms_languages(
    tmp_path: Path, qtbot: QtBot
) -> None:
    plan = replace(PLAN, languages=(ENGLISH, WELSH))
    with a_meeting(tmp_path, people=8, plan=plan) as meeting:
        meeting.open_writing()
        for n in range(3):
            meeting.write(f"line {n}")
        meeting.close_writing()
        panel = reading(qtbot)
        panel.show_gathering(meeting.session.desk().gathering)
    told = panel.closed.verdict.warning
    assert told.isVisible()
    assert told.text().split("\n") == [f"“{say(language, Key.FEW_WARNING)}”" for language in BOTH]


def test_no_line_is_left_in_any_widget_once_writing_is_open(qtbot: QtBot) -> None:
    panel = reading(qtbot)
    panel.show_gathering(replace(GATHERING, state=GatheringState.WRITING))
    assert panel.closed.lines.items == ()
    assert panel.writing.isVisible()


def test_writing_opens_only_with_the_tick(qtbot: QtBot) -> None:
    panel = reading(qtbot)
    panel.show_gathering(replace(GATHERING, state=GatheringState.WAITING))
    waiting = panel.waiting
    assert not waiting.open_button.isEnabled()
    QTest.keyClick(waiting.said_tick, Qt.Key.Key_Space)
    assert waiting.open_button.isEnabled()


def test_a_word_too_long_may_break_and_a_short_one_is_untouched() -> None:
    assert breakable("a short line") == "a short line"
    broken = breakable("x" * 60)
    assert BREAK_HERE in broken
    assert broken.replace(BREAK_HERE, "") == "x" * 60
    flags = breakable("🏳️‍🌈" * 40)
    assert set(graphemes(flags.replace(BREAK_HERE, ""))) == {"🏳️‍🌈"}
    assert all(set(graphemes(part)) == {"🏳️‍🌈"} for part in flags.split(BREAK_HERE))
