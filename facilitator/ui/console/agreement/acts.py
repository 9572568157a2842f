"""Turns keys and buttons of the agreement's lines into signals, after asking what is needed."""

from PySide6.QtCore import QObject, Signal

from facilitator.domain.agreement.line import LineState, When
from facilitator.live.views.agreement_view import AgreementView, LineRow
from facilitator.live.views.better import better_than
from facilitator.ui.console.agreement.lines import AgreementList
from facilitator.ui.console.check.choice import CheckChoice
from facilitator.ui.console.commands.table import LineAct
from facilitator.ui.widgets.questions import Answer, Question, QuestionCard, WordsField
from facilitator.wording import _

STEERS = {
    LineAct.CLARIFY: LineState.CLARIFYING,
    LineAct.READY: LineState.READY,
    LineAct.NEEDS_CHANGE: LineState.NEEDS_CHANGE,
    LineAct.DROP: LineState.LET_GO,
    LineAct.TAKE_UP: LineState.SUGGESTED,
}


class AgreementActs(QObject):
    """Turns an act into signals for the session, about the chosen lines.

    Signals:
        word_asked: id, text, example. park_asked: id, reason, when. join_asked: ids, text.
        steer_asked: id, state. confirm_asked, separate_asked, take_out_asked, foot_asked: id.
        check_asked: ids, kind, way, level. wording_asked: edit a line's wording in the field.
        add_asked, more_asked: focus the field, or open the menu.
        announced: a sentence for the facilitator. done: focus the lines again.
    """

    word_asked = Signal(str, str, str)
    park_asked = Signal(str, str, str)
    join_asked = Signal(tuple, str)
    steer_asked = Signal(str, str)
    confirm_asked = Signal(str)
    separate_asked = Signal(str)
    take_out_asked = Signal(str)
    foot_asked = Signal(str)
    check_asked = Signal(tuple, str, str, int)
    wording_asked = Signal(LineRow)
    add_asked = Signal()
    more_asked = Signal()
    announced = Signal(str)
    done = Signal()

    def __init__(self, lines: AgreementList, form: QuestionCard, choice: CheckChoice) -> None:
        super().__init__(lines)
        self._lines, self._form, self._choice = lines, form, choice
        self._view = AgreementView()
        self._about: tuple[LineRow, ...] = ()
        self._asked = LineAct.PARK  # about these lines
        lines.act_asked.connect(self.do)
        form.answered.connect(self._take_out)
        form.words_given.connect(self._take_words)
        form.left.connect(self._leave)
        choice.chosen.connect(self._check)
        choice.left.connect(self._leave)

    def show_view(self, view: AgreementView) -> None:
        """Store the view; drop a question about a line that was removed."""
        self._view = view
        if not all(view.has(row.id) for row in self._about):
            self._about = ()
            self._form.drop()
            self._choice.drop()

    def _leave(self) -> None:
        self._about = ()
        self.done.emit()

    def do(self, act: str) -> None:
        """Apply an act to the chosen lines."""
        wanted = LineAct(act)
        if wanted in (LineAct.ADD, LineAct.MORE):
            (self.add_asked if wanted is LineAct.ADD else self.more_asked).emit()
        elif wanted is LineAct.CHECK_ALL:
            self._choose_check(self._to_check())
        elif not self._lines.chosen_rows:
            self.announced.emit(_("Choose a line first."))
        else:
            self._do_chosen(wanted)

    def _do_chosen(self, act: LineAct) -> None:
        about = self._lines.chosen_rows
        row = about[0]
        direct = {
            LineAct.CONFIRM: self.confirm_asked,
            LineAct.SEPARATE: self.separate_asked,
            LineAct.FOOT: self.foot_asked,
        }
        if act in STEERS:
            for line in about:
                self.steer_asked.emit(line.id, STEERS[act].value)
        elif act in direct:
            direct[act].emit(row.id)
        elif act is LineAct.WORD:
            self.wording_asked.emit(row)
        elif act is LineAct.CHECK:
            self._choose_check(about)
        else:
            self._ask(act, about)

    def _ask(self, act: LineAct, about: tuple[LineRow, ...]) -> None:
        asking = {
            LineAct.PARK: self._ask_to_park,
            LineAct.JOIN: self._ask_to_join,
            LineAct.EXAMPLE: self._ask_for_example,
            LineAct.BETTER: self._offer_better,
            LineAct.TAKE_OUT: self._ask_to_take_out,
        }
        asking[act](about)

    def _put(self, asked: LineAct, about: tuple[LineRow, ...], question: Question) -> None:
        """Ask about these lines; replace any earlier question."""
        self._asked, self._about = asked, about
        self._choice.drop()
        self._form.ask(question)

    def _ask_to_park(self, about: tuple[LineRow, ...]) -> None:
        answers = (
            Answer(When.BEFORE_CLOSE.value, _("Park it; back before we close")),
            Answer(When.AFTER_BREAK.value, _("Back after the break")),
            Answer(When.NEXT_TIME.value, _("Back next time")),
        )
        why = _(
            "Why does it wait, in the group’s words? It leaves the board. The reason goes in the "
            "record only if you put it there."
        )
        title = _("Park “{line}”").format(line=about[0].text)
        question = Question(title, why, answers, field=WordsField(is_needed=True))
        self._put(LineAct.PARK, about, question)

    def _ask_to_join(self, about: tuple[LineRow, ...]) -> None:
        if len(about) < 2:
            self.announced.emit(_("Choose two lines to join: Shift ↓, or Ctrl ↓ and Ctrl Space."))
            return
        title = _("Join {count} lines under one wording").format(count=len(about))
        text = _("Ask those who said them. It stands as proposed until they say yes.")
        answers = (Answer("join", _("Propose this wording")),)
        words = WordsField(about[0].text, is_needed=True)
        self._put(LineAct.JOIN, about, Question(title, text, answers, field=words))

    def _ask_for_example(self, about: tuple[LineRow, ...]) -> None:
        title = _("What would “{line}” look like?").format(line=about[0].text)
        answers = (Answer("example", _("Keep the example")),)
        words = WordsField(about[0].example)
        self._put(LineAct.EXAMPLE, about, Question(title, "", answers, field=words))

    def _offer_better(self, about: tuple[LineRow, ...]) -> None:
        better = better_than(about[0].text, self._view.languages)
        if better is None:
            self.announced.emit(_("There is no other version of this line to offer."))
            return
        text = _("{why} Offer it, do not impose it; the words are the group’s.").format(
            why=better.why
        )
        if not better.checked:
            text += " " + _("No speaker has checked this wording yet.")
        title = _("A wording that may work better")
        answers = (Answer("better", _("Use this wording")),)
        words = WordsField(better.version, is_needed=True)
        self._put(LineAct.BETTER, about, Question(title, text, answers, field=words))

    def _ask_to_take_out(self, about: tuple[LineRow, ...]) -> None:
        title = _("Take “{line}” out?").format(line=about[0].text)
        text = _(
            "It goes from everything, for good, with what was joined in it. What was done before "
            "cannot be undone any more."
        )
        answers = (Answer("take out", _("Take it out for good")),)
        self._put(LineAct.TAKE_OUT, about, Question(title, text, answers))

    def _take_words(self, answer: str, words: str) -> None:
        about, self._about = self._about, ()
        row = self._view.as_now(about[0])  # its wording may have changed since
        if self._asked is LineAct.PARK:
            self.park_asked.emit(row.id, words, answer)
        elif self._asked is LineAct.JOIN:
            self.join_asked.emit(tuple(line.id for line in about), words)
        elif self._asked is LineAct.EXAMPLE:
            self.word_asked.emit(row.id, row.text, words)
        else:
            self.word_asked.emit(row.id, words, row.example)
        self.done.emit()

    def _take_out(self) -> None:
        about, self._about = self._about, ()
        self.take_out_asked.emit(about[0].id)
        self.done.emit()

    def _to_check(self) -> tuple[LineRow, ...]:
        """Return the lines that can be checked and are not agreed; if none, the agreed lines."""
        open_ones = tuple(
            row for row in self._view.rows if row.checkable and row.state is not LineState.AGREED
        )
        return open_ones or self._view.agreed

    def _choose_check(self, rows: tuple[LineRow, ...]) -> None:
        if not rows:
            self.announced.emit(_("There is no line to check yet."))
            return
        self._about = rows
        self._form.drop()
        single = _("Check “{line}”").format(line=rows[0].text)
        many = _("Check {count} lines at once").format(count=len(rows))
        self._choice.ask(self._view, single if len(rows) == 1 else many)

    def _check(self, kind: str, way: str, needs: int) -> None:
        about, self._about = self._about, ()
        self.check_asked.emit(tuple(row.id for row in about), kind, way, needs)
