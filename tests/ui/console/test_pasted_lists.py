"""A pasted list becomes as many lines, after a preview."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from facilitator.domain.agreement.line import MAX_LINE
from facilitator.live.session.session import LiveSession
from facilitator.ui.console.agreement.panel import AgreementPanel
from facilitator.ui.console.middle import Tab
from facilitator.ui.console.said.paste_ask import MOST_LINES
from facilitator.ui.console.window import ConsoleWindow
from tests.helpers.agreements import agreeing_session, suggested
from tests.helpers.keys import press
from tests.helpers.sessions import SAID, a_session

LIST = "Ours:\n\n- One voice at a time\n- It is fine to pass\n- Ask first\n"
LINES = ["Ours:", "One voice at a time", "It is fine to pass", "Ask first"]


session = pytest.fixture(agreeing_session)


@pytest.fixture
def panel(console: ConsoleWindow) -> AgreementPanel:
    console.desk.middle.turn_to(Tab.AGREEMENT)
    return console.desk.middle.agreement


def paste(qtbot: QtBot, panel: AgreementPanel, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    panel.field.setFocus()
    qtbot.keyClick(panel.field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def texts(session: LiveSession) -> list[str]:
    return [line.text for line in session.workshop.agreement.lines]


def test_the_lines_are_shown_first_and_enter_adds_each(
    panel: AgreementPanel, session: LiveSession, qtbot: QtBot
) -> None:
    paste(qtbot, panel, LIST)
    assert texts(session) == []
    assert panel.pasted.isVisible()
    assert panel.pasted.title.text() == "Add these 4 lines?"
    for line in LINES:
        assert line in panel.pasted.line.text().replace("\u200b", "")
    assert panel.field.text() == ""
    press(Qt.Key.Key_Return)
    assert texts(session) == LINES
    assert not panel.pasted.isVisible()
    assert not panel.pasted.line.text(), "nobody's words are left in it"
    assert panel.field.hasFocus()


def test_esc_adds_none_and_leaves_what_was_typed(
    panel: AgreementPanel, session: LiveSession, qtbot: QtBot
) -> None:
    panel.field.setFocus()
    qtbot.keyClicks(panel.field, "Phones")
    paste(qtbot, panel, LIST)
    press(Qt.Key.Key_Escape)
    assert texts(session) == []
    assert panel.field.text() == "Phones"
    assert panel.field.hasFocus()


def test_one_line_is_pasted_as_ever(
    panel: AgreementPanel, session: LiveSession, qtbot: QtBot
) -> None:
    paste(qtbot, panel, "One voice at a time\n")
    assert not panel.pasted.isVisible()
    press(Qt.Key.Key_Return)
    assert texts(session) == ["One voice at a time"]


def test_a_line_that_is_too_long_stays_out_and_is_never_cut(
    panel: AgreementPanel, session: LiveSession, qtbot: QtBot
) -> None:
    family = "👨‍👩‍👧‍👦" * MAX_LINE  # as people count, as long as a line may be
    paste(qtbot, panel, f"{family}\n{'x' * (MAX_LINE + 1)}\nShort")
    assert "1 line stays out" in panel.pasted.text.text()
    press(Qt.Key.Key_Return)
    assert len(texts(session)) == 2
    assert texts(session)[0] == family
    assert texts(session)[1] == "Short"


def test_no_more_are_added_at_once_than_can_be_looked_through(
    panel: AgreementPanel, session: LiveSession, qtbot: QtBot
) -> None:
    paste(qtbot, panel, "\n".join(f"Line {n}" for n in range(MOST_LINES + 5)))
    assert "5 lines stay out" in panel.pasted.text.text()
    press(Qt.Key.Key_Return)
    assert len(texts(session)) == MOST_LINES


def test_a_list_pasted_into_a_wording_stays_one_line(
    panel: AgreementPanel, session: LiveSession, qtbot: QtBot
) -> None:
    suggested(session, "One voice")
    panel.lines.setFocus()
    panel.lines.choose(0)
    press(Qt.Key.Key_Return)
    assert panel.field.text() == "One voice"
    panel.field.selectAll()
    paste(qtbot, panel, "One voice\nat a time")
    assert not panel.pasted.isVisible()


def test_said_lines_are_taken_from_a_list_too(
    console: ConsoleWindow, session: LiveSession, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "said"
    folder.mkdir()
    other = a_session(folder)
    other.steps.jump(SAID.id)
    panel = console.desk.middle.said_panel
    panel.show_said(other.desk().said)
    asked: list[tuple[str, ...]] = []
    panel.add_all_asked.connect(asked.append)
    panel.field.setFocus()
    panel.field.setText("")
    QGuiApplication.clipboard().setText("• The garden\n• The kitchen")
    panel.field.paste()
    qtbot.mouseClick(panel.pasted.buttons["add"], Qt.MouseButton.LeftButton)
    assert asked == [("The garden", "The kitchen")]
    other.said.add_all(asked[0])
    assert [line.text for line in other.workshop.said] == ["The garden", "The kitchen"]
    assert session.workshop.said == ()
    other.close()
