"""The page after the opening: lettered lines to show, read and take out."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from facilitator.domain.text.language import Language, Words
from facilitator.domain.workshop import LINES_SHOWN, Showing
from facilitator.live.views.desk_view import BoardView, GatheringView, ReadRow
from facilitator.room.sentence_keys import Key
from facilitator.ui.console.commands.button import CommandButton
from facilitator.ui.console.commands.table import Act
from facilitator.ui.console.gathering.translate import TranslateCard, missing_words
from facilitator.ui.console.gathering.words import notes_beneath, shown_words
from facilitator.ui.console.to_say import to_say
from facilitator.ui.widgets.buttons import Button, quiet_button
from facilitator.ui.widgets.cards import card
from facilitator.ui.widgets.icons import Icon
from facilitator.ui.widgets.labels import label
from facilitator.ui.widgets.layouts import FlowLayout
from facilitator.ui.widgets.line_items import LineAction, LineItem
from facilitator.ui.widgets.lines import LineList
from facilitator.ui.widgets.questions import Answer, Question, QuestionCard
from facilitator.wording import _

TRANSLATE = "translate"


def way_button(words: str) -> Button:
    """Build a button for one of the ways in which the lines can be on the board."""
    button = Button(words)
    button.setCheckable(True)
    button.setProperty("role", "quiet")
    return button


def ways(buttons: Sequence[Button]) -> QFrame:
    """Put the buttons for the ways in one frame, as a choice."""
    frame = card()
    frame.setAccessibleName(_("How the lines are on the board"))
    row = QHBoxLayout(frame)
    row.setContentsMargins(3, 3, 3, 3)
    row.setSpacing(2)
    for button in buttons:
        row.addWidget(button)
    return frame


class GatherOpened(QWidget):
    """Shows opened lines by letter.

    Signals:
        lines_asked: show the lines on the board, or hide them.
        one_asked: show one line at a time, or all.
        overview_asked: show all lines at once in small text, or their pages.
        take_out_asked: the id of a line; the facilitator has confirmed.
        open_again_asked: open writing again.
        translated: the id of a line, and a helper's translation.
    """

    lines_asked = Signal()
    one_asked = Signal()
    overview_asked = Signal()
    take_out_asked = Signal(str)
    open_again_asked = Signal()
    translated = Signal(str, Words)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.state, self.heard = label(role="strong", wrap=False), label(role="do", wrap=False)
        self.who_wrote = label()
        self.who_wrote.hide()
        self.asks_button = quiet_button(_("If somebody asks"))
        self.asks_button.setCheckable(True)
        self.page_button, self.one_button = way_button(_("Pages")), way_button(_("One line"))
        self.overview_button = way_button(_("Overview"))
        self.away_button = way_button(_("Not on the board"))
        self.again_button = quiet_button(_("Open writing again"))
        self.heard_button = CommandButton(Act.HEARD, Icon.CHECK, words=_("All read aloud"))
        self.lines = LineList(
            _("Opened lines. Delete takes one out."),
            (
                LineAction(TRANSLATE, _("Translate"), Icon.LANGUAGE, "T"),
                LineAction("out", _("Take out"), Icon.TRASH, Qt.Key.Key_Delete),
            ),
        )
        self.lines.offer(TRANSLATE, offered=False)
        self.ask, self.translate = QuestionCard(), TranslateCard()
        self.missing = label(role="do")
        self._asked = ""  # the id of the line in question
        self._seen: set[tuple[int, int]] = set()  # (page, number of pages) that were on the board
        self._all_shown = False  # all were on the board since the lines were shuffled
        self._heard = False  # the facilitator says all were heard since the lines were shuffled
        self._showing = self._over_step = self._curtain = False
        self._alone = self._overview = self._dense = False
        self._place = (1, 1)
        self._lay_out()
        self._connect()

    def _connect(self) -> None:
        self.page_button.clicked.connect(self._ask_for_pages)
        self.one_button.clicked.connect(self._ask_for_one)
        self.overview_button.clicked.connect(self._ask_for_overview)
        self.away_button.clicked.connect(self._ask_for_none)
        self.again_button.clicked.connect(self.open_again_asked)
        self.heard_button.clicked.connect(self.say_heard)
        self.asks_button.toggled.connect(self.who_wrote.setVisible)
        self.lines.acted.connect(self._act)
        self.ask.answered.connect(self.take_out_asked)
        self.translate.translated.connect(self.translated)
        self.translate.turned.connect(self._choose)
        self.translate.left.connect(self._back_to_lines)

    def _lay_out(self) -> None:
        self._words, self._ways = QWidget(), QWidget()
        row, words = FlowLayout(self._ways), FlowLayout(self._words)
        choices = self.page_button, self.one_button, self.overview_button, self.away_button
        row.addWidget(ways(choices))
        for button in (self.asks_button, self.again_button):
            button.set_tight()
            row.addWidget(button)
        words.setSpacing(16)
        words.addWidget(self.state)
        words.addWidget(self.heard)
        words.addWidget(self.heard_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._words)
        column.addWidget(self._ways)
        for part in (self.ask, self.who_wrote, self.missing):
            column.addWidget(part)
        column.addWidget(self.lines, 1)
        column.addWidget(self.translate)
        column.addStretch()

    def set_dense(self, *, dense: bool) -> None:
        """Hide what the board's picture and the buttons say too, where there is little room."""
        self._dense = dense
        self._give_way(translating=not self.translate.isHidden())

    def _give_way(self, *, translating: bool = False) -> None:
        """Leave the room to what is being translated, so that what to say is not cut."""
        self._words.setVisible(not (self._dense or translating))
        self._ways.setVisible(not translating)
        self.lines.give_way(gives=translating)

    @Slot(GatheringView)
    def show_gathering(self, view: GatheringView) -> None:
        """Show the opened lines, lettered as on the board."""
        self._showing = view.showing
        opened: tuple[ReadRow, ...] = tuple(
            row for row in view.rows if row.set_aside is None and not row.late
        )
        lines = tuple(
            LineItem(row.id, shown_words(row), row.letter, notes=notes_beneath(row))
            for row in opened
        )
        if not {line.id for line in lines} <= {line.id for line in self.lines.items}:
            self._reset_state()  # a question about a line must not apply to another
        if self._asked not in {row.id for row in opened}:
            self.ask.drop()
        self.lines.offer(TRANSLATE, offered=bool(view.languages))
        self.lines.show_items(lines)
        self.translate.show_gathering(view)
        self.missing.setText(missing_words(view))
        translates = bool(view.languages) and any(row.translation for row in opened)
        self.missing.setVisible(translates and self.translate.isHidden())
        self._show_state()

    def clear_lines(self) -> None:
        """Clear all lines, and close any open question."""
        self._reset_state()
        self.translate.drop()
        self._give_way()
        self.lines.show_items(())

    def _reset_state(self) -> None:
        """Reset which lines were seen and heard, and close any open question."""
        self._seen, self._all_shown, self._heard = set(), False, False
        self._asked = ""
        self.ask.drop()

    @Slot(BoardView)
    def show_board(self, view: BoardView) -> None:
        """Update the board's page."""
        self._place = (view.page + 1, view.pages)
        self._over_step = view.showing in LINES_SHOWN
        self._overview = view.showing is Showing.OVERVIEW
        self._alone = view.showing is Showing.ONE
        self._curtain = view.curtain
        self._show_what_to_say(view.now.languages)
        self._show_state()

    @Slot()
    def say_heard(self) -> bool:
        """Toggle "all lines heard"; return whether all lines were on the board."""
        if self._all_shown:
            self._heard = not self._heard
            self._show_state()
        return self._all_shown

    def _show_state(self) -> None:
        page, pages = self._place
        if self._showing and not self._curtain and not self._overview:
            self._seen = {place for place in self._seen if place[1] == pages} | {(page, pages)}
            self._all_shown = self._all_shown or len(self._seen) >= pages
        words = _("Page {page} of {pages} is on the board.")
        away = _("The lines are open. They are not on the board.")
        self.state.setText(words.format(page=page, pages=pages) if self._showing else away)
        all_, not_yet = _("All read aloud"), _("Not all read aloud yet")
        self.heard.setText(all_ if self._heard else not_yet)
        icon, words = (Icon.UNDO, _("Not yet")) if self._heard else (Icon.CHECK, all_)
        self.heard_button.show_words(words, icon)
        self.heard_button.setVisible(self._all_shown)
        self.page_button.setChecked(self._showing and not (self._alone or self._overview))
        self.overview_button.setChecked(self._overview)
        self.one_button.setChecked(self._alone)
        self.away_button.setChecked(not self._showing)
        self.away_button.setVisible(self._over_step or not self._showing)

    def _ask_for_pages(self) -> None:
        if self._alone or self._overview:
            (self.one_asked if self._alone else self.overview_asked).emit()
        elif not self._showing:
            self.lines_asked.emit()
        self._show_state()  # a press has ticked the button, even if nothing changes

    def _ask_for_one(self) -> None:
        if not self._alone:
            self.one_asked.emit()
        self._show_state()

    def _ask_for_overview(self) -> None:
        if not self._overview:
            self.overview_asked.emit()
        self._show_state()

    def _ask_for_none(self) -> None:
        if self._over_step:
            self.lines_asked.emit()
        self._show_state()

    def _show_what_to_say(self, languages: tuple[Language, ...]) -> None:
        who, hard = to_say(languages, Key.WHO_WROTE), to_say(languages, Key.HARD_TRUTH)
        asks = _("Somebody asks who wrote it? Say: {sentence}").format(sentence=who)
        hears = _("If a line is hard to hear, leave it up and say: {sentence}").format(
            sentence=hard
        )
        self.who_wrote.setText(f"{asks}\n{hears}")

    def _act(self, act: str, line: str) -> None:
        if act == TRANSLATE:
            self._give_way(translating=True)  # before the field needs the room
            if not self.translate.open(line):
                self._give_way()
        else:
            self._ask_to_take_out(line)

    def _choose(self, line: str) -> None:
        """Choose the line that is being translated."""
        place = next((n for n, item in enumerate(self.lines.items) if item.id == line), -1)
        if place >= 0:
            self.lines.choose(place)

    def _back_to_lines(self) -> None:
        self._give_way()
        self.lines.setFocus()

    def _ask_to_take_out(self, line: str) -> None:
        self._asked = line
        letter = next((item.letter for item in self.lines.items if item.id == line), "")
        self.ask.ask(
            Question(
                _("Take line {letter} out?").format(letter=letter),
                _("It goes from board and record, for good. One voice is enough."),
                (Answer(line, _("Take it out for good")),),
                leave=_("Keep it"),
            )
        )
