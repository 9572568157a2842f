"""The page for reading first: writing is closed, and no line is on the board yet."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.domain.contribution import SetAside
from facilitator.domain.text.language import ENGLISH, Language, Words
from facilitator.domain.workshop import Setup
from facilitator.live.views.desk_view import GatheringView, ReadRow
from facilitator.ui.console.gathering.after_aside import AfterAside
from facilitator.ui.console.gathering.hints import hint_words, why_words
from facilitator.ui.console.gathering.line_buttons import LineButtons
from facilitator.ui.console.gathering.reword import RewordCard
from facilitator.ui.console.gathering.seen import SeenCard
from facilitator.ui.console.gathering.translate import TranslateCard, can_translate
from facilitator.ui.console.gathering.verdict import VerdictCard
from facilitator.ui.console.gathering.words import notes_beneath, shown_words
from facilitator.ui.widgets.icons import Icon
from facilitator.ui.widgets.labels import label
from facilitator.ui.widgets.layouts import Pages
from facilitator.ui.widgets.line_items import LineAction, LineItem
from facilitator.ui.widgets.line_paint import Look
from facilitator.ui.widgets.lines import LineList
from facilitator.ui.widgets.questions import Answer, Question, QuestionCard, quoted
from facilitator.wording import _

FOR_GOOD, ASIDE, REWORD, TRANSLATE = "for good", "aside", "reword", "translate"


class GatherClosed(QWidget):
    """The lines, visible to the facilitator only, and the commands for each.

    ``foot`` has the button to open them, below the scrolling area.

    Signals:
        set_aside_asked: the id of a line, and why.
        let_through_asked, take_out_asked: the id of a line.
        reword_asked: the id of a line, and other words.
        translated: the id of a line, and a helper's translation.
        care_asked: pause for care.
    """

    set_aside_asked = Signal(str, SetAside)
    let_through_asked = Signal(str)
    take_out_asked = Signal(str)
    reword_asked = Signal(str, str)
    translated = Signal(str, Words)
    care_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = LineList(
            _("Lines to read first. Delete sets one aside, E rewords it."),
            (
                LineAction(ASIDE, _("Set aside"), Icon.COVERED, Qt.Key.Key_Delete),
                LineAction(REWORD, _("Reword"), Icon.PENCIL, "E"),
                LineAction(TRANSLATE, _("Translate"), Icon.LANGUAGE, "T"),
            ),
            Look.CARDS,
        )
        self.verdict, self.seen = VerdictCard(), SeenCard()
        self.ask, self.reword, self.after = QuestionCard(), RewordCard(), AfterAside()
        self.translate = TranslateCard()
        self.lines.offer(TRANSLATE, offered=False)
        self.line_buttons = LineButtons(self.verdict.again_button)
        self.aside_button, self.through_button = self.line_buttons.aside, self.line_buttons.through
        self.reword_button, self.out_button = self.line_buttons.reword, self.line_buttons.out
        self.advice = label(_advice(), "do")
        self._support, self._seen, self._dense = "", False, False
        self._languages: tuple[Language, ...] = (ENGLISH,)
        self._rows: tuple[ReadRow, ...] = ()
        self._about = ""  # the id of the line in question
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        reading = QWidget()
        column = QVBoxLayout(reading)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.advice)
        column.addWidget(self.lines, 1)
        for part in (self.line_buttons, *self._questions):
            column.addWidget(part)
        column.addStretch()
        self.foot = QWidget()
        below = QVBoxLayout(self.foot)
        below.setContentsMargins(0, 0, 0, 0)
        below.addWidget(self.verdict)
        self.pages = Pages()
        self.pages.add_page(reading)
        self.pages.add_page(self.seen)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.pages)

    @property
    def _questions(self) -> tuple[QWidget, ...]:
        """What can be open about a line."""
        return self.ask, self.reword, self.after, self.translate

    def _connect(self) -> None:
        self.aside_button.clicked.connect(self._ask_why)
        self.lines.acted.connect(self._act)
        self.reword_button.clicked.connect(self._open_reword)
        self.through_button.clicked.connect(self._let_through)
        self.out_button.clicked.connect(self._ask_to_take_out)
        self.lines.chosen_changed.connect(self._show_actions)
        self.ask.answered.connect(self._answer)
        self.reword.reworded.connect(self._reworded)
        self.line_buttons.translate.clicked.connect(self._open_translate)
        self.translate.translated.connect(self.translated)
        self.translate.turned.connect(self._choose)
        self.after.care_asked.connect(self.care_asked)
        self.seen.alone_asked.connect(lambda: self.set_seen_by_room(seen=False))
        for card in (self.ask.left, self.reword.left, self.after.left, self.translate.left):
            card.connect(self._back_to_lines)

    def set_dense(self, *, dense: bool) -> None:
        """Hide the advice where there is little room; screen readers still speak it."""
        self._dense = dense
        self.advice.setVisible(not dense)
        self.line_buttons.set_dense(dense=dense)
        self.verdict.set_dense(dense=dense)
        self.lines.setAccessibleDescription(_advice() if dense else "")

    @Slot(GatheringView)
    def show_gathering(self, view: GatheringView) -> None:
        """Show the lines, and whether they can be opened."""
        self.verdict.show_gathering(view)
        self.lines.offer(TRANSLATE, offered=bool(view.languages))
        if view.rows != self._rows:
            if self._about not in {row.id for row in view.rows}:
                self._drop_questions()  # a question about a line must not apply to another
            self._show_rows(view.rows)
        self.translate.show_gathering(view)
        self._show_actions()

    @Slot(Setup)
    def show_setup(self, setup: Setup) -> None:
        """Set the support contact."""
        self._support = setup.support

    def show_languages(self, languages: tuple[Language, ...]) -> None:
        """Set the languages for sentences to the room."""
        self._languages = languages

    def set_seen_by_room(self, *, seen: bool) -> None:
        """Hide the lines while the room can see this screen."""
        self.pages.show_place(1 if seen else 0)
        self._seen = seen
        self._show_actions()

    def clear_lines(self) -> None:
        """Clear all lines, and close any open question."""
        self._show_rows(())
        self._drop_questions()

    def _drop_questions(self) -> None:
        self._about = ""
        self.ask.drop()
        self.reword.drop()
        self.translate.drop()
        self.after.hide()

    def _show_rows(self, rows: tuple[ReadRow, ...]) -> None:
        self._rows = rows
        self.lines.show_items(tuple(map(_item, rows)))

    @property
    def chosen(self) -> ReadRow | None:
        """The line that the buttons act on."""
        item = self.lines.chosen
        return next((row for row in self._rows if item is not None and row.id == item.id), None)

    def _act(self, act: str, _line: object) -> None:
        acts = {ASIDE: self._ask_why, REWORD: self._open_reword, TRANSLATE: self._open_translate}
        acts[act]()

    def _show_actions(self) -> None:
        row = self.chosen
        busy = any(not part.isHidden() for part in self._questions)
        self.line_buttons.setVisible(not busy)
        self.lines.setVisible(not (busy and self._dense))
        self.lines.give_way(gives=busy)
        self.verdict.setVisible(not busy and not self._seen)
        self.line_buttons.show_row(row)

    def _ask_why(self) -> None:
        row = self.chosen
        if row is not None and row.set_aside is None:
            self._ask_about(row)
            self.ask.ask(_why_question(shown_words(row)))
            self._show_actions()

    def _ask_to_take_out(self) -> None:
        row = self.chosen
        if row is not None:
            self._ask_about(row)
            self.ask.ask(
                Question(
                    _("Take this line out?"),
                    _("It goes for good: it cannot be brought back, by anyone."),
                    (Answer(FOR_GOOD, _("Take it out for good")),),
                    leave=_("Keep it"),
                    lines=quoted(shown_words(row)),
                )
            )
            self._show_actions()

    def _ask_about(self, row: ReadRow) -> None:
        """Set the line in question; changing the selection does not change it."""
        self._drop_questions()
        self._about = row.id

    def _answer(self, answer: str) -> None:
        about = self._about
        if answer == FOR_GOOD:
            self.take_out_asked.emit(about)
            self._back_to_lines()
            return
        self.set_aside_asked.emit(about, SetAside(answer))
        self.after.show_why(SetAside(answer), self._support, self._languages)
        self._show_actions()

    def _let_through(self) -> None:
        row = self.chosen
        if row is not None:
            self.let_through_asked.emit(row.id)

    def _open_reword(self) -> None:
        row = self.chosen
        if row is not None:
            self._ask_about(row)
            self.reword.open(row.text)
            self._show_actions()

    def _open_translate(self) -> None:
        row = self.chosen
        if row is not None and can_translate(row):
            self._ask_about(row)
            self.translate.open(row.id)
            self._show_actions()

    def _choose(self, line: str) -> None:
        """Choose the line that is being translated."""
        self._about = line
        place = next((n for n, row in enumerate(self._rows) if row.id == line), -1)
        if place >= 0:
            self.lines.choose(place)

    def _reworded(self, text: str) -> None:
        self.reword_asked.emit(self._about, text)
        self._back_to_lines()

    def _back_to_lines(self) -> None:
        self._show_actions()
        self.lines.setFocus()


def _why_question(line: str) -> Question:
    return Question(
        _("Why set this line aside?"),
        _(
            "Nobody else is told. A hard truth about how things work here? "
            "Leave it up: that is what this is for."
        ),
        tuple(Answer(str(why), why_words(why)) for why in SetAside),
        leave=_("Leave it up"),
        lines=quoted(line),
        begins_at_answer=True,
    )


def _advice() -> str:
    return _(
        "Shown in a new order each time. Set a line aside if it names or attacks someone, or "
        "tells of serious harm. Not because it is hard to hear."
    )


def _item(row: ReadRow) -> LineItem:
    """Return a line with its hints, or why it is set aside."""
    notes = [*notes_beneath(row), *(hint_words(hint) for hint in row.hints)]
    if row.set_aside is not None:
        notes = [_("Set aside: {why}").format(why=why_words(row.set_aside).lower())]
    if row.late:
        notes.append(_("late"))
    if not row.in_record:
        notes.append(_("not in the record"))
    words = shown_words(row)
    return LineItem(row.id, words, notes=tuple(notes), is_quiet=row.set_aside is not None)
