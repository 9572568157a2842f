"""One question card for every window."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from facilitator.room.spec import Theme
from facilitator.ui.console.style import console_style
from facilitator.ui.home.style import home_style
from facilitator.ui.widgets.buttons import Button
from facilitator.ui.widgets.questions import Answer, Question, QuestionCard, WordsField, quoted
from facilitator.ui.widgets.theme import Palette, palette_of

LINE = "We never say it"
TAKE_OUT = Question(
    "Take this line out?",
    "It goes for good.",
    (Answer("out", "Take it out"),),
    leave="Keep it",
    lines=quoted(LINE),
)
REASON = Question(
    "Why does it wait?",
    answers=(Answer("now", "Back today"), Answer("later", "Back next time")),
    field=WordsField("It is", is_needed=True),
)


class Page(QFrame):
    """A field, and a card under it that asks."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.field, self.card = QLineEdit(), QuestionCard()
        column = QVBoxLayout(self)
        column.addWidget(self.field)
        column.addWidget(self.card)
        self.chosen: list[tuple[str, ...]] = []
        self.card.answered.connect(lambda answer: self.chosen.append((answer,)))
        self.card.words_given.connect(lambda answer, words: self.chosen.append((answer, words)))


@pytest.fixture
def page(qtbot: QtBot) -> Page:
    """Return a page that is shown, with the keyboard in its field."""
    page = Page()
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    page.field.setFocus()
    return page


def focus_of(page: Page) -> QWidget | None:
    """Return what has the keyboard in the page's window."""
    return page.focusWidget()


def test_the_focus_goes_to_what_changes_nothing_and_back_to_where_it_was(
    page: Page, qtbot: QtBot
) -> None:
    page.card.ask(TAKE_OUT)
    assert focus_of(page) is page.card.leave_button
    qtbot.keyClick(page.card.leave_button, Qt.Key.Key_Escape)
    assert page.card.isHidden()
    assert focus_of(page) is page.field
    assert page.chosen == []
    page.card.ask(TAKE_OUT)
    page.card.buttons["out"].click()
    assert focus_of(page) is page.field
    assert page.chosen == [("out",)]


def test_the_focus_goes_to_what_is_around_where_its_place_has_gone(page: Page) -> None:
    page.card.ask(TAKE_OUT)
    page.field.hide()
    assert page.card.leave()
    assert focus_of(page) is page


def test_a_focus_that_went_elsewhere_meanwhile_stays_there(page: Page) -> None:
    other = QLineEdit(page)
    other.show()
    page.card.ask(TAKE_OUT)
    other.setFocus()
    page.card.drop()
    assert focus_of(page) is other


def test_an_answer_that_can_be_taken_back_has_the_focus(page: Page) -> None:
    page.card.ask(Question("Add it?", answers=(Answer("add", "Add"),), begins_at_answer=True))
    assert focus_of(page) is page.card.buttons["add"]


def test_what_somebody_wrote_is_in_the_card_only_while_it_is_asked_about(page: Page) -> None:
    page.card.ask(TAKE_OUT)
    assert LINE in page.card.line.text()
    page.card.leave()
    page.card.ask(REASON)
    page.card.field.setText(LINE)
    page.card.drop()
    texts = (page.card.title, page.card.line, page.card.text, page.card.field)
    assert not any(part.text() for part in texts)
    assert not page.card.field.isUndoAvailable()


def texts_under(widget: QWidget) -> list[str]:
    """Return every text under a widget, shown or for a screen reader: all that Qt stores of it."""
    values = [
        part.metaObject().property(number).read(part)
        for part in (widget, *widget.findChildren(QWidget))
        for number in range(part.metaObject().propertyCount())
    ]
    return [value for value in values if isinstance(value, str)]


@pytest.mark.parametrize("field", [None, WordsField("heron")])
@pytest.mark.parametrize("way", ["drop", "leave", "answer"])
def test_a_question_that_was_put_away_leaves_none_of_its_words_anywhere_in_the_card(
    page: Page, field: WordsField | None, way: str
) -> None:
    answers = (Answer("out", "Take out heron"),)
    title, text = "Take “heron” out?", "Then heron is gone."
    page.card.ask(Question(title, text, answers, "Keep heron", quoted("heron"), field))
    assert any("heron" in text for text in texts_under(page.card))
    if way == "answer":
        page.card.first_button.click()
    else:
        getattr(page.card, way)()
    assert page.card.isHidden()
    assert not [text for text in texts_under(page) if "heron" in text]


def test_enter_in_the_field_gives_the_first_answer_and_needs_words(
    page: Page, qtbot: QtBot
) -> None:
    page.card.ask(REASON)
    assert focus_of(page) is page.card.field
    page.card.field.setText(" ")
    qtbot.keyClick(page.card.field, Qt.Key.Key_Return)
    assert page.card.isVisible(), "a reason is needed"
    qtbot.keyClicks(page.card.field, "It waits")
    qtbot.keyClick(page.card.field, Qt.Key.Key_Return)
    assert page.chosen == [("now", " It waits")]


def test_a_question_without_a_field_shows_none(page: Page) -> None:
    page.card.ask(REASON)
    page.card.ask(TAKE_OUT)
    assert page.card.field.isHidden()


def test_each_answer_is_found_by_its_id(page: Page) -> None:
    page.card.ask(REASON)
    names = [button.objectName() for button in page.card.findChildren(Button)]
    assert names == ["answer now", "answer later", "answer leave"]


def test_a_screen_reader_reads_the_question_with_what_has_the_focus(page: Page) -> None:
    page.card.ask(TAKE_OUT)
    assert page.card.accessibleName() == "Take this line out?"
    read = page.card.leave_button.accessibleDescription()
    assert read == "Take this line out? It goes for good."
    page.card.ask(REASON)
    assert page.card.field.accessibleName() == "Why does it wait?"


@pytest.mark.parametrize("style", [home_style, console_style])
def test_the_words_of_the_main_answer_are_read_on_its_ground(
    page: Page, style: Callable[[Palette, int], str]
) -> None:
    palette = palette_of(Theme.WARM)
    page.setStyleSheet(style(palette, 100))
    page.card.ask(TAKE_OUT)
    QApplication.processEvents()
    words = page.card.buttons["out"].findChild(QLabel)
    assert isinstance(words, QLabel)
    assert words.palette().color(words.foregroundRole()) == QColor(palette.on_accent)
